internal import Collation
internal import Language
internal import Speech
internal import TextCore

/// One speaker's quotations with the forms of one utterance together: the body's, the headline's that shortens it, the same
/// words in another article.
///
/// In an article the links of ``Speech/Quotation/repeats`` hold. Across articles it is the words: three or more that carry
/// meaning, nearly all of the shorter quotation's, in their order.
///
/// - Complexity: O(*n* log *n*) in words of the quotations.
struct QuotationUtterances {
    /// How many words two articles' quotations have in common at least.
    static let fewest = 3

    /// The quotations: utterances by their first place, in each the fullest form first and then the others in order.
    let entries: [QuotationLedger.Entry]
    /// For each of them, whether it gives what the one before says, in another place.
    let isAgain: [Bool]

    /// - Parameter entries: of one speaker, in order of articles and places.
    init(_ given: [QuotationLedger.Entry], in articles: [AnalyzedArticle]) {
        let words = given.map { entry in
            articles.indices.contains(entry.article) ? articles[entry.article].annotated.meaningfulStems(of: entry.quotation) : []
        }
        var sets = DisjointSets(count: given.count)
        Self.joinRepeats(given, &sets)
        if Set(given.map(\.article)).count > 1 { Self.joinSameWords(given, words, in: articles, &sets) }
        var order: [Int] = []
        var members: [Int: [Int]] = [:]
        for index in given.indices {
            let root = sets.root(of: index)
            if members[root] == nil { order.append(root) }
            members[root, default: []].append(index)
        }
        var entries: [QuotationLedger.Entry] = []
        var isAgain: [Bool] = []
        for root in order {
            let forms = members[root] ?? []
            // Quoted before retold, then the fullest; of equals the first.
            let fullest = forms.max {
                let (one, other) = (Self.weight(given[$0], words[$0]), Self.weight(given[$1], words[$1]))
                return one == other ? $0 > $1 : one < other
            }
            for (place, form) in ([fullest].compactMap(\.self) + forms.filter { $0 != fullest }).enumerated() {
                entries.append(given[form])
                isAgain.append(place > 0)
            }
        }
        self.entries = entries
        self.isAgain = isAgain
    }

    private static func weight(_ entry: QuotationLedger.Entry, _ words: [UInt64]) -> Int {
        let isQuoted = entry.quotation.kind != .indirect
        return words.count + (isQuoted ? 1 << 32 : 0)
    }

    private static func joinRepeats(_ given: [QuotationLedger.Entry], _ sets: inout DisjointSets) {
        struct Place: Hashable {
            var article: Int
            var index: Int
        }
        var numbers: [Place: Int] = [:]
        for (number, entry) in given.enumerated() { numbers[Place(article: entry.article, index: entry.index)] = number }
        for (number, entry) in given.enumerated() {
            guard let repeats = entry.quotation.repeats,
                let other = numbers[Place(article: entry.article, index: repeats)]
            else { continue }
            sets.join(number, other)
        }
    }

    /// `“We will leave.”` in one article and `“We will leave,”` in another: too short to be found by a part of it, but word for
    /// word the same, of two words at least.
    private static func joinEqual(_ given: [QuotationLedger.Entry], in articles: [AnalyzedArticle], _ sets: inout DisjointSets) {
        var first: [[UInt64]: Int] = [:]
        for (number, entry) in given.enumerated() where entry.quotation.kind == .direct {
            guard articles.indices.contains(entry.article) else { continue }
            let spoken = articles[entry.article].annotated.words(of: entry.quotation)
            guard spoken.count > 1 else { continue }
            guard let known = first[spoken] else {
                first[spoken] = number
                continue
            }
            if given[known].article != entry.article { sets.join(known, number) }
        }
    }

    private static func joinSameWords(
        _ given: [QuotationLedger.Entry],
        _ words: [[UInt64]],
        in articles: [AnalyzedArticle],
        _ sets: inout DisjointSets
    ) {
        joinEqual(given, in: articles, &sets)
        let index = WordSequenceIndex(words)
        for number in given.indices where words[number].count >= fewest {
            let found = index.best(for: words[number]) { other in
                given[other].article != given[number].article && words[other].count >= fewest
            }
            if let found, found.holdsNearlyAll { sets.join(number, found.sequence) }
        }
    }
}

/// Numbers in sets that grow together (union by the smaller root, with path halving).
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        if first != second { parents[max(first, second)] = min(first, second) }
    }
}
