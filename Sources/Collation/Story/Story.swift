internal import Language
internal import TextCore

/// All units of a story, and the spaces in which they are compared.
struct Story: Sendable {
    /// The articles, in the canonical order (see ``CanonicalOrder``).
    let articles: [AnalyzedArticle]
    /// Units by article, then place.
    let units: [Unit]
    /// For each article, its units.
    let unitsOfArticle: [Range<Int>]
    /// For each unit, the first of its article that reads the same: itself, for most.
    let original: [Int]
    let lists: [WordLists]

    /// Stems of content words with the people that pronouns refer to.
    let stems: BagSpace
    /// Stems of what is said, without those that only say who says it.
    let contents: BagSpace
    /// The same with words of one concept taken for one another.
    let concepts: BagSpace
    /// First five letters, accents folded.
    let prefixes: BagSpace
    /// Pairs of content stems at most three words apart.
    let bigrams: BagSpace
    /// Sequences of three, four and five letters.
    let threes: BagSpace
    let letters: BagSpace
    let fives: BagSpace
    /// Stems inside quotation marks.
    let quoted: BagSpace
    let names: BagSpace
    let figures: BagSpace
    /// All words.
    let words: BagSpace
    /// What could stand in another language too; empty when all articles are in one.
    let crossLanguage: CrossLanguageSpace

    /// Builds the units and spaces. O(*n* log *n*) in tokens.
    init(_ articles: [AnalyzedArticle]) {
        self.articles = articles
        let lists = CrossLanguageSenses.lists(of: articles)
        self.lists = lists
        var units: [Unit] = []
        var ranges: [Range<Int>] = []
        for (index, article) in articles.enumerated() {
            let first = units.count
            units += UnitBuilder.units(of: article, index: index)
            ranges.append(first..<units.count)
        }
        self.units = units
        unitsOfArticle = ranges
        original = Self.originals(units)
        let owners = units.map(\.article)
        var common: Set<UInt64> = []
        for unit in units {
            let article = articles[unit.article].annotated
            for term in unit.terms where lists[unit.article].common.contains(article.tokens[term.token].hash) {
                common.insert(term.stem)
            }
        }
        func space(halved: Set<UInt64> = [], _ row: (Unit) -> [UInt64]) -> BagSpace {
            BagSpace(rows: units.map(row), articles: owners, halved: halved)
        }
        stems = space(halved: common) { $0.terms.map(\.stem) + $0.referents }
        contents = space(halved: common) { unit in
            let said = unit.terms.filter { !$0.isFrame }
            return (said.count >= 3 ? said : unit.terms).map(\.stem)
        }
        concepts = space { unit in
            let table = lists[unit.article].concepts
            return (unit.terms.map(\.stem) + unit.referents).map { table[$0] ?? $0 }
        }
        prefixes = space { unit in
            let text = articles[unit.article].annotated
            return unit.terms.map { Letters.prefix(of: text.tokens[$0.token], in: text.text) }
        }
        bigrams = space { unit in
            zip(unit.terms, unit.terms.dropFirst()).compactMap { one, next in
                guard next.token - one.token <= 3 else { return nil }
                var hash = Hash64()
                hash.combine(one.stem)
                hash.combine(next.stem)
                return hash.value
            }
        }
        let spelled = units.map { unit in
            let text = articles[unit.article].annotated
            return Letters.spelled(text.tokens[unit.tokens], in: text.text)
        }
        func sequences(_ length: Int) -> BagSpace {
            BagSpace(rows: spelled.map { Letters.sequences(length, of: $0) }, articles: owners)
        }
        threes = sequences(3)
        letters = sequences(4)
        fives = sequences(5)
        quoted = space(halved: common) { unit in unit.terms.filter(\.isQuoted).map(\.stem) }
        names = space { Array($0.names) + $0.referents }
        figures = space { Array($0.figures) }
        words = space { $0.words }
        crossLanguage = CrossLanguageSpace(articles: articles, units: units, lists: lists)
    }
}

extension Story {
    /// Whether a unit reads as an earlier one of its article. Repeats are linked to the first, not compared.
    func isRepeat(_ unit: Int) -> Bool { original[unit] != unit }

    /// For each unit, the first of its article that reads the same. A headline is none of the body's.
    fileprivate static func originals(_ units: [Unit]) -> [Int] {
        struct Wording: Hashable {
            let article: Int
            let isHeadline: Bool
            let words: UInt64
        }
        var first: [Wording: Int] = [:]
        return units.indices.map { index in
            let unit = units[index]
            guard !unit.words.isEmpty else { return index }
            let key = Wording(article: unit.article, isHeadline: unit.isHeadline, words: unit.wording)
            guard let known = first[key] else {
                first[key] = index
                return index
            }
            return known
        }
    }
}

/// Letters of words with case and accents folded: what is left in common between inflections, and between the Latin
/// scripts of two languages.
enum Letters {
    /// A Latin letter without its accent; other scalars as they are.
    static func unaccented(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xE0...0xE5: 0x61
        case 0xE7: 0x63
        case 0xE8...0xEB: 0x65
        case 0xEC...0xEF: 0x69
        case 0xF1: 0x6E
        case 0xF2...0xF6, 0xF8: 0x6F
        case 0xF9...0xFC: 0x75
        case 0xFD, 0xFF: 0x79
        case 0x451: 0x435
        default: scalar
        }
    }

    /// Hash of the first five letters of a word.
    static func prefix(of token: Token, in text: UTF8Text) -> UInt64 {
        var hash = Hash64()
        var left = 5
        forEachScalar(of: token, in: text) { scalar in
            if left > 0 { hash.combine(scalar: scalar) }
            left -= 1
        }
        return hash.value
    }

    /// The letters of words, with one blank between words and at both ends.
    static func spelled(_ tokens: ArraySlice<Token>, in text: UTF8Text) -> [UInt32] {
        var scalars: [UInt32] = [0x20]
        for token in tokens where token.isWord || token.kind == .clitic || token.kind == .number {
            forEachScalar(of: token, in: text) { scalars.append($0) }
            if scalars.last != 0x20 { scalars.append(0x20) }
        }
        return scalars
    }

    /// Hashes of all sequences of so many letters.
    static func sequences(_ length: Int, of scalars: [UInt32]) -> [UInt64] {
        guard length > 0, scalars.count > length else { return [] }
        return (0...(scalars.count - length)).map { at in
            var key: UInt64 = 0
            for offset in 0..<length { key = key &* 0x1_0000_01B3 ^ UInt64(scalars[at + offset]) }
            return key
        }
    }

    private static func forEachScalar(of token: Token, in text: UTF8Text, _ body: (UInt32) -> Void) {
        CaseFolding.forEachFolded(in: text.span, token.range) { folded in
            if CharacterClass.of(folded).isWord || CharacterClass.of(folded) == .ideograph { body(unaccented(folded)) }
        }
    }
}

/// An order of articles that does not depend on the order in which they were given.
enum CanonicalOrder {
    /// Indices of the articles by hash of their texts, then by length, then as given.
    static func of(_ articles: [AnalyzedArticle]) -> [Int] {
        let keys = articles.map { article -> UInt64 in
            var hash = Hash64()
            for token in article.annotated.tokens { hash.combine(token.hash) }
            return hash.value
        }
        return articles.indices.sorted { a, b in
            if keys[a] != keys[b] { return keys[a] < keys[b] }
            return a < b
        }
    }
}
