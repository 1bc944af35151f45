internal import Language
internal import Speech
internal import TextCore

/// What of a unit could stand in another language too: concepts, names, figures, days and who speaks.
struct CrossLanguageTerms: Sendable {
    /// One word, name or figure of a unit.
    struct Term: Sendable {
        enum Kind: Sendable {
            /// A word of the lexicon, or one that may have a cognate.
            case word
            case name
            /// A figure that few things have, or one that many have.
            case rareFigure, figure
        }

        let kind: Kind
        /// Its token in the article.
        let token: Int
        /// Whether the lexicon has it, or it needs none.
        let isKnown: Bool
        /// How much it weighs where nothing matches it.
        var weight: Float
    }

    /// A key by which a term is found, with what a match by it is worth, 0–1.
    struct Key: Sendable {
        let id: Int32
        let term: Int32
        let worth: Float
    }

    var terms: [Term] = []
    /// Ascending by ``Key/id``.
    var keys: [Key] = []
    /// Days of dates, by hash of the resolved value.
    var days: Set<UInt64> = []
    /// Who speaks, by folded last name or by the concepts of a role.
    var speakers: Set<UInt64> = []
}

/// A term before keys have numbers.
struct RawTerm {
    var kind: CrossLanguageTerms.Term.Kind
    var token: Int
    var isKnown: Bool
    var keys: [(hash: UInt64, worth: Float)]
}

/// Makes the terms of one article's units.
///
/// - Complexity: O(*n*) in tokens.
struct CrossLanguageReader {
    /// A match of a cognate is worth so much of a translation's.
    static let cognate: Float = 0.6
    /// Figures without a unit are rare enough to tell statements apart from this value on, those with one from the other on.
    static let rareCount = 100.0
    static let rareMeasure = 13.0

    private let article: AnalyzedArticle
    private let lists: WordLists
    private let table: TranslationTable?
    private let stemmer: Stemmer?
    /// For each token, 1 + the name that covers it; 0 for none.
    private let nameAt: [Int32]
    /// For each token, whether it is the title or role of a name.
    private let isTitle: [Bool]

    init(_ article: AnalyzedArticle, _ lists: WordLists) {
        self.article = article
        self.lists = lists
        let text = article.annotated
        table = TranslationLexicon.table(text.language)
        stemmer = text.language == "de" ? Stemmer(language: "de") : nil
        var nameAt = [Int32](repeating: 0, count: text.tokens.count)
        var isTitle = [Bool](repeating: false, count: text.tokens.count)
        for (index, name) in text.names.enumerated() {
            for token in name.tokens.clamped(to: 0..<nameAt.count) { nameAt[token] = Int32(clamping: index + 1) }
            if name.kind == .person, name.fullRange != name.range {
                for token in text.tokens(in: name.fullRange).clamped(to: 0..<isTitle.count) { isTitle[token] = true }
            }
        }
        self.nameAt = nameAt
        self.isTitle = isTitle
    }

    /// The terms of a unit, in order of their tokens.
    func terms(of unit: Unit, figures: ArraySlice<Figure>) -> [RawTerm] {
        let text = article.annotated
        var found: [RawTerm] = []
        var isFigure: Set<Int> = []
        for figure in figures where !figure.isQuantifier && figure.unit != .ordinal && figure.value.isFinite {
            let keys = Self.keys(of: figure)
            isFigure.formUnion(figure.tokens)
            let kind: CrossLanguageTerms.Term.Kind = Self.isRare(figure) ? .rareFigure : .figure
            found.append(RawTerm(kind: kind, token: figure.tokens.lowerBound, isKnown: true, keys: keys))
        }
        for term in unit.terms where !isFigure.contains(term.token) {
            let token = text.tokens[term.token]
            if token.kind == .number {
                found.append(RawTerm(kind: .figure, token: term.token, isKnown: true, keys: [(token.hash, 1)]))
            } else {
                found.append(word(term, in: unit))
            }
        }
        return found.sorted { $0.token < $1.token }
    }

    private func word(_ term: Term, in unit: Unit) -> RawTerm {
        let text = article.annotated
        let token = text.tokens[term.token]
        let bytes = text.bytes(of: token)
        var keys: [(hash: UInt64, worth: Float)] = []
        var concepts = table?[term.stem] ?? []
        if concepts.isEmpty, let table, let stemmer, bytes.count >= 8 {
            let folded = Array(CaseFolding.fold(String(decoding: bytes, as: UTF8.self)).utf8)
            concepts = table.parts(ofCompound: folded, stemmer)
        }
        keys += concepts.map { (Self.key(ofConcept: $0), 1) }
        let mention = nameAt[term.token] > 0 ? text.names[Int(nameAt[term.token]) - 1] : nil
        var isName = false
        if let mention, text.entities.indices.contains(mention.entity) {
            let entity = text.entities[mention.entity]
            // Countries, capitals and organisations of the gazetteer have one key in all languages.
            if entity.kind == .place || entity.kind == .organisation, let key = entity.keys.first { keys.append((key, 1)) }
            isName = entity.kind != .work
        }
        if token.isCapitalized, isName || concepts.isEmpty || unit.names.contains(term.stem) {
            let names = NameFolding.keys(of: bytes, language: text.language)
            keys += names.map { ($0, 1) }
            if concepts.isEmpty { isName = !names.isEmpty }
        } else {
            isName = false
        }
        if !isName, let cognate = NameFolding.cognate(of: bytes) { keys.append((cognate, Self.cognate)) }
        return RawTerm(
            // The minister's office says who, as the name does, not what.
            kind: isName || isTitle[term.token] ? .name : .word,
            token: term.token,
            isKnown: isName || !concepts.isEmpty,
            keys: keys
        )
    }

    /// Who speaks in a unit: last names folded, and the concepts of roles.
    func speakers(of unit: Unit) -> Set<UInt64> {
        let speech = article.speech
        var keys: Set<UInt64> = []
        for statement in speech.statements[unit.statements] {
            guard let index = statement.quotation, speech.quotations.indices.contains(index),
                let speaker = speech.quotations[index].speaker
            else { continue }
            guard let last = speaker.name.split(separator: " ").last else { continue }
            if speaker.kind == .person || speaker.kind == .unknown {
                keys.formUnion(NameFolding.keys(of: Array(last.utf8)[...], language: article.annotated.language))
            } else if let own = Stemmer(language: article.annotated.language) {
                for word in speaker.name.split(separator: " ") {
                    let stem = own.stemHash(Array(CaseFolding.fold(String(word)).utf8))
                    for concept in table?[stem] ?? [] { keys.insert(Self.key(ofConcept: concept)) }
                }
            }
        }
        return keys
    }

    /// Days that the times of a unit resolve to.
    func days(of times: ArraySlice<TimeExpression>) -> Set<UInt64> {
        Set(times.compactMap { $0.value.dayNumber }.map { UInt64(bitPattern: Int64($0)) })
    }

    private static func key(ofConcept number: Int32) -> UInt64 {
        var hash = Hash64()
        hash.combine(UInt8(ascii: "="))
        hash.combine(UInt64(UInt32(bitPattern: number)))
        return hash.value
    }

    /// Value with unit, and the value alone: one language names the unit where another leaves it to the noun.
    private static func keys(of figure: Figure) -> [(hash: UInt64, worth: Float)] {
        if figure.unit == .ratio, let second = figure.second {
            // 5-4 and "vier zu fünf" are one vote.
            var hash = Hash64()
            hash.combine(UInt8(ascii: ":"))
            hash.combine(max(figure.value, second).bitPattern)
            hash.combine(min(figure.value, second).bitPattern)
            return [(hash.value, 1)]
        }
        var hash = Hash64()
        hash.combine(UInt8(ascii: "#"))
        hash.combine((figure.unit == .share ? figure.value * 100 : figure.value).bitPattern)
        return [(FigureAgreement.key(figure), 1), (hash.value, 0.9)]
    }

    private static func isRare(_ figure: Figure) -> Bool {
        if figure.unit == .ratio || figure.value.truncatingRemainder(dividingBy: 1) != 0 { return true }
        // A number of four digits is a year as often as not.
        if figure.unit == .count, figure.counted == nil, (1900...2100).contains(figure.value) { return false }
        return figure.value >= (figure.unit == .count ? rareCount : rareMeasure)
    }
}
