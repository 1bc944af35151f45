internal import Language
internal import Speech
internal import TextCore

/// Says why units were taken for one statement, and in what they differ, by the words themselves.
struct ReasonFinder {
    /// At most this many words, names or figures are named in one reason.
    static let most = 6
    /// Words at least this rare in the story are named.
    static let rare: Float = 0.45

    let story: Story

    /// The reasons of a group, read off its best pair.
    func reasons(for group: UnitGroup, scored: ScoredPairs, speaker: String?) -> [Reason] {
        let pair = scored.features.pairs[group.bestPair]
        let (a, b) = (story.units[pair.first], story.units[pair.second])
        var reasons: [Reason] = []
        let names = common(a, b) { a.names.contains($0.stem) && b.names.contains($0.stem) }
        let words = common(a, b) { term in
            !a.names.contains(term.stem) && !a.figures.contains(story.hash(of: term, in: a))
                && story.stems.weight(ofKey: term.stem) >= Self.rare
        }
        if !words.isEmpty { reasons.append(.sharedWords(words)) }
        if !names.isEmpty { reasons.append(.sharedNames(names)) }
        if let speaker { reasons.append(.sameSpeaker(speaker)) }
        reasons += figures(a, b)
        let times = sharedTimes(a, b)
        if !times.isEmpty { reasons.append(.sharedTimes(times)) }
        let run = longestRun(a.words, b.words)
        if run >= 4 { reasons.append(.sharedRun(words: run)) }
        if a.isNegated != b.isNegated { reasons.append(.negationDiffers) }
        let directions = directions(a, b)
        if !directions.isEmpty { reasons.append(.directionDiffers(directions)) }
        if scored.features[group.bestPair, .neighbours] > 0.4 { reasons.append(.sameContext) }
        return reasons
    }

    /// Terms of `a` whose stems `b` has too, as they stand in `a`, rarest first.
    private func common(_ a: Unit, _ b: Unit, _ isWanted: (Term) -> Bool) -> [String] {
        // Between languages, words are in common when one translates the other.
        let isTranslated = CrossLanguage.applies(to: a, b, in: story)
        func key(_ term: Term, _ unit: Unit) -> UInt64 {
            isTranslated ? story.lists[unit.article].concepts[term.stem] ?? term.stem : term.stem
        }
        let other = Set(b.terms.map { key($0, b) })
        var seen: Set<UInt64> = []
        var found: [(word: String, weight: Float, token: Int)] = []
        for term in a.terms where other.contains(key(term, a)) && isWanted(term) && seen.insert(key(term, a)).inserted {
            found.append((story.word(term.token, of: a), story.stems.weight(ofKey: term.stem), term.token))
        }
        found.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.token < $1.token }
        return found.prefix(Self.most).map(\.word)
    }

    private func figures(_ a: Unit, _ b: Unit) -> [Reason] {
        let (x, y) = (story.figures(of: a), story.figures(of: b))
        guard !x.isEmpty, !y.isEmpty else { return [] }
        func text(_ figure: Figure, _ unit: Unit) -> String { story.articles[unit.article].annotated.text[figure.range] }
        let shared = x.filter { one in y.contains { FigureAgreement.agree(one, $0) } }
        var reasons: [Reason] = []
        if !shared.isEmpty { reasons.append(.sharedFigures(shared.prefix(Self.most).map { text($0, a) })) }
        for one in x {
            guard let other = y.first(where: { FigureAgreement.conflict(one, $0) }) else { continue }
            reasons.append(.figuresDiffer([text(one, a), text(other, b)]))
            break
        }
        return reasons
    }

    private func sharedTimes(_ a: Unit, _ b: Unit) -> [String] {
        let other = Set(story.times(of: b).map(\.value.iso8601))
        var seen: Set<String> = []
        return story.times(of: a).map(\.value.iso8601).filter { other.contains($0) && seen.insert($0).inserted }
    }

    /// Words of the two units that point in opposite directions, when all of them do.
    private func directions(_ a: Unit, _ b: Unit) -> [String] {
        let (upA, downA) = (story.words(of: a, in: \.up), story.words(of: a, in: \.down))
        let (upB, downB) = (story.words(of: b, in: \.up), story.words(of: b, in: \.down))
        if let up = upA.first, downA.isEmpty, let down = downB.first, upB.isEmpty { return [up, down] }
        if let down = downA.first, upA.isEmpty, let up = upB.first, downB.isEmpty { return [down, up] }
        return []
    }

    /// The number of words of the longest run in common. O(product), units being sentences.
    private func longestRun(_ a: [UInt64], _ b: [UInt64]) -> Int {
        let (a, b) = (a.prefix(120), b.prefix(120))
        var runs = [Int](repeating: 0, count: b.count + 1)
        var best = 0
        for one in a {
            var diagonal = 0
            for (j, other) in b.enumerated() {
                let above = runs[j + 1]
                runs[j + 1] = one == other ? diagonal + 1 : 0
                best = max(best, runs[j + 1])
                diagonal = above
            }
        }
        return best
    }
}

extension Story {
    func word(_ token: Int, of unit: Unit) -> String {
        let text = articles[unit.article].annotated
        return text.text[text.tokens[token].range]
    }

    func hash(of term: Term, in unit: Unit) -> UInt64 { articles[unit.article].annotated.tokens[term.token].hash }

    /// Figures whose first token lies in a unit. O(log of the article's figures + found).
    func figures(of unit: Unit) -> ArraySlice<Figure> {
        let all = articles[unit.article].annotated.figures
        let start = Self.partition(all) { $0.range.lowerBound < unit.range.lowerBound }
        let end = Self.partition(all) { $0.range.lowerBound < unit.range.upperBound }
        return all[start..<max(start, end)]
    }

    /// Times that start in a unit. O(log of the article's times + found).
    func times(of unit: Unit) -> ArraySlice<TimeExpression> {
        let all = articles[unit.article].annotated.times
        let start = Self.partition(all) { $0.range.lowerBound < unit.range.lowerBound }
        let end = Self.partition(all) { $0.range.lowerBound < unit.range.upperBound }
        return all[start..<max(start, end)]
    }

    /// Words of a unit in one of its language's lists, as they stand.
    func words(of unit: Unit, in list: KeyPath<WordLists, Set<UInt64>>) -> [String] {
        let text = articles[unit.article].annotated
        let list = lists[unit.article][keyPath: list]
        return unit.tokens.filter { list.contains(text.tokens[$0].hash) }.map { text.text[text.tokens[$0].range] }
    }

    /// The first index from which on `isBefore` is false. O(log *n*).
    private static func partition<Element>(_ array: [Element], _ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = array.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(array[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
