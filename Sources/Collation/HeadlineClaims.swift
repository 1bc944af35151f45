internal import Language
internal import TextCore

/// Looks for the words of each headline claim in the bodies.
///
/// A claim is carried by a sentence as far as its content words stand there: the same stem, a word of the same concept, or
/// one with the same first five letters; words of the sentences beside it count half. Nothing is said about truth.
///
/// - Complexity: O(claims · sentences of the bodies of one language).
struct HeadlineClaims {
    /// Share of a claim's weight from which on it is carried in full, or in part.
    static let full: Float = 0.66
    static let partial: Float = 0.4

    let story: Story

    /// A content word of a claim.
    private struct Word {
        let concept: Int32?
        let prefix: Int32?
        let weight: Float
        let token: Int
    }

    /// How far a body carries a claim, and where.
    private struct Carrying {
        var coverage: Float = 0
        var unit: Int?
        var carried: Set<Int> = []
    }

    /// The findings for all headlines, by article and place.
    func find() -> [HeadlineFinding] {
        story.articles.indices.flatMap { article in
            let text = story.articles[article].annotated
            guard let section = text.sections.firstIndex(where: { $0.role == .headline }) else { return [HeadlineFinding]() }
            let splitter = ClaimSplitter(text: text, lists: story.lists[article])
            return splitter.claims(in: text.sectionTokens[section]).map { finding($0, splitter, article) }
        }
    }

    private func finding(_ claim: Range<Int>, _ splitter: ClaimSplitter, _ article: Int) -> HeadlineFinding {
        let text = story.articles[article].annotated
        let words = claim.filter(splitter.isContent).map { word($0, article) }
        let own = best(words, in: article)
        var support: HeadlineFinding.Support = .none
        var witnesses: [Passage] = []
        var carried = own.carried
        func passage(_ unit: Int) -> Passage { Passage(article: story.units[unit].article, range: story.units[unit].range) }
        if own.coverage >= Self.full, let unit = own.unit {
            support = .full
            witnesses = [passage(unit)]
        } else {
            let others = story.articles.indices.filter { other in
                other != article && story.articles[other].annotated.language == text.language
            }
            let elsewhere = others.map { best(words, in: $0) }.filter { $0.coverage >= Self.full }
            if own.coverage >= Self.partial, own.carried.count >= 2, let unit = own.unit {
                support = .partial
                witnesses = [passage(unit)]
            } else if !elsewhere.isEmpty {
                support = .elsewhere
                witnesses = elsewhere.compactMap(\.unit).map(passage)
                carried = elsewhere.reduce(into: []) { $0.formUnion($1.carried) }
            }
        }
        let missing = words.filter { !carried.contains($0.token) }.map { text.text[text.tokens[$0.token].range] }
        guard let first = claim.first, let last = claim.last else {
            return HeadlineFinding(claim: Passage(article: article, range: 0..<0), support: .none, witnesses: [])
        }
        let range = Int(text.tokens[first].start)..<Int(text.tokens[last].end)
        return HeadlineFinding(
            claim: Passage(article: article, range: range),
            support: support,
            witnesses: witnesses,
            missing: support == .full ? [] : missing
        )
    }

    private func word(_ token: Int, _ article: Int) -> Word {
        let text = story.articles[article].annotated
        let stem = text.stems[token]
        let concept = story.concepts.id(ofKey: story.lists[article].concepts[stem] ?? stem)
        let isCommon = story.lists[article].common.contains(text.tokens[token].hash)
        return Word(
            concept: concept,
            prefix: story.prefixes.id(ofKey: Letters.prefix(of: text.tokens[token], in: text.text)),
            weight: max(0.1, concept.map(story.concepts.weight(of:)) ?? 1) * (isCommon ? 0.5 : 1),
            token: token
        )
    }

    /// The body sentence of an article that carries most of a claim.
    private func best(_ words: [Word], in article: Int) -> Carrying {
        let total = words.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return Carrying() }
        let body = story.unitsOfArticle[article].filter { story.units[$0].role == .body }
        var result = Carrying()
        for (position, unit) in body.enumerated() {
            var weight: Float = 0
            var carried: Set<Int> = []
            let beside = [position - 1, position + 1].filter(body.indices.contains).map { body[$0] }
            for word in words {
                if holds(unit, word) {
                    weight += word.weight
                    carried.insert(word.token)
                } else if beside.contains(where: { holds($0, word) }) {
                    weight += word.weight / 2
                }
            }
            if weight / total > result.coverage { result = Carrying(coverage: weight / total, unit: unit, carried: carried) }
        }
        return result
    }

    private func holds(_ unit: Int, _ word: Word) -> Bool {
        story.concepts.has(unit, word.concept) || story.prefixes.has(unit, word.prefix)
    }
}

extension BagSpace {
    /// Whether a row has a key. O(log of the row).
    func has(_ index: Int, _ key: Int32?) -> Bool {
        guard let key else { return false }
        let row = row(index)
        var low = row.startIndex
        var high = row.endIndex
        while low < high {
            let middle = (low + high) / 2
            if row[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < row.endIndex && row[low] == key
    }
}
