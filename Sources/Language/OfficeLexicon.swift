internal import TextCore

/// The offices of one language, and what they are of. The data are in `Lexicons/offices.txt`.
final class OfficeLexicon: Sendable {
    /// What a phrase says: an office with its fields, or what an office is of.
    private struct Meaning: Sendable {
        let keys: [UInt64]
        let isOffice: Bool
    }

    /// A form of an office, for the lexicon of titles: the words, and the gender that they tell.
    struct Form {
        let phrase: String
        let gender: WordFlags
    }

    private let phrases: PhraseTable<Meaning>
    /// The same phrases by the stems of their words, where the language is inflected.
    private let inflected: PhraseTable<Meaning>?
    private let vocabulary: Vocabulary
    private let language: String
    let prepositions: WordSet
    let functionWords: WordSet
    /// Whether the noun that heads a phrase is its last: “foreign ministry spokesman”.
    let headComesLast: Bool

    static let former = Hash64.folded("modifier:former")
    static let deputy = Hash64.folded("modifier:deputy")

    /// The languages of the columns.
    static let languages = ["en", "fr", "de", "es", "ru", "uk"]

    /// Offices that a country, town or institution has one of.
    static let singular = Set(
        ("president vice-president prime-minister chancellor king queen emperor crown-prince governor mayor secretary-general pope"
            + " patriarch first-lady police-chief opposition-leader commander-in-chief prosecutor-general chief-executive"
            + " security-adviser chief-justice sheriff speaker-of-parliament commission-president high-representative")
            .split(separator: " ").map { Hash64.folded("office:" + $0) }
    )

    /// The lexicon of a language; nil for languages without one.
    static func of(_ language: String) -> OfficeLexicon? {
        switch language {
        case "en": english
        case "fr": french
        case "de": german
        case "es": spanish
        case "ru": russian
        case "uk": ukrainian
        default: nil
        }
    }

    private static let english = OfficeLexicon("en")
    private static let french = OfficeLexicon("fr")
    private static let german = OfficeLexicon("de")
    private static let spanish = OfficeLexicon("es")
    private static let russian = OfficeLexicon("ru")
    private static let ukrainian = OfficeLexicon("uk")

    private static let file = LexiconFile(PackageResources.offices_txt)

    /// The forms that a language has for offices.
    static func forms(in language: String) -> [Form] {
        guard let column = languages.firstIndex(of: language) else { return [] }
        return file["office"].flatMap { row in
            cell(row, column).map { form in
                let phrase = String(Substring(form.prefix { $0 != UInt8(ascii: "/") }))
                let gender: WordFlags =
                    switch form.last {
                    case UInt8(ascii: "m") where phrase.utf8.count < form.count: .masculine
                    case UInt8(ascii: "f") where phrase.utf8.count < form.count: .feminine
                    default: []
                    }
                return Form(phrase: phrase, gender: gender)
            }
        }
    }

    private static func cell(_ row: [String], _ column: Int) -> [Substring.UTF8View] {
        guard row.indices.contains(column + 1) else { return [] }
        return row[column + 1].utf8.split(separator: UInt8(ascii: ";")).map { Substring($0).utf8 }
    }

    private init(_ language: String) {
        self.language = language
        vocabulary = Vocabulary.of(language)
        headComesLast = language == "en"
        let column = Self.languages.firstIndex(of: language) ?? 0
        var rows: [([UInt64], Meaning)] = []
        var stems: [([UInt64], Meaning)] = []
        let stemmer = ["de", "ru", "fr", "es"].contains(language) ? Stemmer(language: language) : nil
        func add(_ phrase: String, _ meaning: Meaning) {
            let text = UTF8Text(phrase)
            let tokens = Tokenizer().tokens(of: text)
            rows.append((tokens.map(\.hash), meaning))
            guard let stemmer else { return }
            let hashes = tokens.map {
                $0.kind == .word ? stemmer.stemHash(Array(CaseFolding.fold(text[$0.range]).utf8)) : $0.hash
            }
            stems.append((hashes, meaning))
        }
        for row in Self.file["office"] where !row.isEmpty {
            let names = row[0].split(separator: " ")
            guard let office = names.first else { continue }
            let keys = [Hash64.folded("office:" + office)] + names.dropFirst().map { Hash64.folded("scope:" + $0) }
            for form in Self.cell(row, column) {
                add(String(Substring(form.prefix { $0 != UInt8(ascii: "/") })), Meaning(keys: keys, isOffice: true))
            }
        }
        for row in Self.file["scope"] where !row.isEmpty {
            let meaning = Meaning(keys: [Hash64.folded("scope:" + row[0])], isOffice: false)
            for form in Self.cell(row, column) { add(String(Substring(form)), meaning) }
        }
        for (section, key) in [("former", Self.former), ("deputy", Self.deputy)] {
            for row in Self.file[section] {
                for form in Self.cell(row, column) { add(String(Substring(form)), Meaning(keys: [key], isOffice: false)) }
            }
        }
        phrases = PhraseTable(hashes: rows, keepingFirst: true)
        inflected = stemmer == nil ? nil : PhraseTable(hashes: stems, keepingFirst: true)
        prepositions = WordSet((Self.prepositions[language] ?? "").split(separator: " "))
        functionWords = WordSet(
            Vocabulary.functionWords.spacedWords(language) + ["the", "s", "'s", "’s"].map { Substring($0) }
        )
    }

    private static let prepositions = [
        "en": "of for to at in on with from by", "fr": "de du des d' d’ à au aux en pour", "de": "von vom der des für bei in im",
        "es": "de del para en a", "ru": "в по при", "uk": "у в з при",
    ]

    /// A stemmer for a phrase, where the language is inflected: it has state, so that each reading has its own.
    func stemmer() -> Stemmer? { inflected == nil ? nil : Stemmer(language: language) }

    /// The longest phrase at a token: of an office, of what offices are of, or a country or organisation of the gazetteer.
    ///
    /// - Parameter limit: where the phrase ends at the latest; the end of the tokens when nil.
    func phrase(_ tokens: [Token], _ stems: [UInt64], _ at: Int, limit: Int? = nil)
        -> (end: Int, keys: [UInt64], isOffice: Bool)?
    {
        let limit = limit ?? tokens.count
        var best = phrases.longestMatch(in: tokens, at: at, limit: limit)
        if best == nil { best = inflected?.longestMatch(inHashes: stems, at: at, limit: limit) }
        var place = vocabulary.gazetteer.longestMatch(in: tokens, at: at, limit: limit)
        if place == nil, vocabulary.usesStems {
            place = vocabulary.gazetteer.longestMatch(inHashes: stems, at: at, limit: limit)
        }
        if let place, place.endIndex > best?.endIndex ?? at {
            return (place.endIndex, [place.value.key], false)
        }
        return best.map { ($0.endIndex, $0.value.keys, $0.value.isOffice) }
    }
}
