internal import Language
internal import TextCore

/// Numbers that name one of several kinds or stages ("a Category 4 hurricane", "phase 2") and stand in the same words of two passages of
/// one statement: both cannot be right, unless either article has the other's, too.
struct LabelledNumbers {
    let story: Story

    /// How many words in a row stand on both sides of such a number, with its label, and how many of them are content words.
    private static let least = (words: 3, content: 2)

    private struct Labelled {
        let number: Int
        let label: UInt64
        let value: UInt64
    }

    /// The first labels of two passages that differ; nil where none do.
    ///
    /// - Complexity: O(*n m*) in the labelled numbers of the passages, and O(tokens) of the articles for each two that differ.
    func difference(_ a: ComparedWitness, _ b: ComparedWitness) -> Reason? {
        let theirs = labelled(b)
        guard !theirs.isEmpty, areAtOneTime(a, b) else { return nil }
        for one in labelled(a) {
            for other in theirs
            where one.label == other.label && one.value != other.value && standAlike(one, a, other, b)
                && !names(other, in: a.unit.article) && !names(one, in: b.unit.article)
            {
                return .figuresDiffer([text(one, a), text(other, b)])
            }
        }
        return nil
    }

    /// Whether no times say that the passages are told of other days.
    private func areAtOneTime(_ a: ComparedWitness, _ b: ComparedWitness) -> Bool {
        func days(_ witness: ComparedWitness) -> [ClosedRange<Int>] { witness.timesInside.compactMap(\.days) }
        let (x, y) = (days(a), days(b))
        return x.isEmpty || y.isEmpty || x.contains { one in y.contains { one.overlaps($0) } }
    }

    /// The numbers right behind a content word that are no figures, times or parts of them, nor what something becomes ("weakened to a
    /// Category 3 storm").
    private func labelled(_ witness: ComparedWitness) -> [Labelled] {
        let text = story.articles[witness.unit.article].annotated
        let lists = story.lists[witness.unit.article]
        func isLevel(_ label: Int) -> Bool {
            (max(witness.unit.tokens.lowerBound, label - 2)..<label).contains {
                lists.levelTo.contains(text.tokens[$0].hash) || lists.levelFrom.contains(text.tokens[$0].hash)
            }
        }
        return witness.words.compactMap { word in
            let number = word.token
            guard text.tokens[number].kind == .number, !witness.isDetail[number - witness.unit.tokens.lowerBound],
                witness.unit.tokens.contains(number - 1), witness.terms[number - 1] != nil, !isLevel(number - 1)
            else { return nil }
            return Labelled(number: number, label: text.tokens[number - 1].hash, value: word.hash)
        }
    }

    /// Whether the words around two numbers are the same.
    private func standAlike(_ one: Labelled, _ a: ComparedWitness, _ other: Labelled, _ b: ComparedWitness) -> Bool {
        let (x, y) = (story.articles[a.unit.article].annotated, story.articles[b.unit.article].annotated)
        var words: [Int] = []
        for step in [-1, 1] {
            var (i, j) = (one.number + step, other.number + step)
            while a.unit.tokens.contains(i), b.unit.tokens.contains(j), x.tokens[i].isWord, x.tokens[i].hash == y.tokens[j].hash {
                words.append(i)
                (i, j) = (i + step, j + step)
            }
        }
        return words.count >= Self.least.words && words.count(where: { a.terms[$0] != nil }) >= Self.least.content
    }

    /// Whether an article has a label with its number anywhere.
    private func names(_ labelled: Labelled, in article: Int) -> Bool {
        let tokens = story.articles[article].annotated.tokens
        return tokens.indices.dropFirst().contains {
            tokens[$0].hash == labelled.value && tokens[$0 - 1].hash == labelled.label
        }
    }

    private func text(_ labelled: Labelled, _ witness: ComparedWitness) -> String {
        let text = story.articles[witness.unit.article].annotated
        return text.text[text.tokens[labelled.number - 1].range.lowerBound..<text.tokens[labelled.number].range.upperBound]
    }
}
