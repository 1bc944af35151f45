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
    /// Words for deputies.
    let deputies: WordSet
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

    /// The key of what a row says that an office is of: a field, or an organisation of the gazetteer (`org:Federal_Reserve`).
    private static func scope(_ name: Substring) -> UInt64 {
        Hash64.folded(name.contains(":") ? name.replacing("_", with: " ") : "scope:" + name)
    }

    /// The fields that ministers have.
    static let fields: Set<UInt64> = {
        var fields: Set<UInt64> = []
        file.forEachRow(of: "office") { row in
            let names = row[0].split(separator: " ")
            if names.count > 1, names[0] == "minister" { fields.formUnion(names.dropFirst().map(scope)) }
        }
        return fields
    }()

    /// Offices that have a name of their own for one body: the president of the European Commission is the commission president.
    private static let named: [[UInt64]: UInt64] = {
        var named: [[UInt64]: UInt64] = [:]
        for row in file["same office"] where row.count > 2 {
            named[[Hash64.folded("office:" + row[1]), Hash64.folded(row[2])]] = Hash64.folded("office:" + row[0])
        }
        return named
    }()

    /// The key of an office by what it is of. Only where nothing else is told: the president of a regional Fed is another.
    static func sameOffice(_ key: UInt64, _ scope: Set<UInt64>) -> UInt64 {
        guard scope.count == 1, let only = scope.first else { return key }
        return named[[key, only]] ?? key
    }

    /// The forms that a language has for offices.
    static func forms(in language: String) -> [Form] {
        guard let column = languages.firstIndex(of: language) else { return [] }
        var forms: [Form] = []
        file.forEachRow(of: "office") { row in
            row.forEachWord(column + 1, separator: separator) { form in
                let phrase = Self.phrase(of: form)
                let isTold = phrase.count < form.count
                let mark = form[form.count - 1]
                let gender: WordFlags =
                    isTold && mark == UInt8(ascii: "m") ? .masculine : isTold && mark == UInt8(ascii: "f") ? .feminine : []
                forms.append(Form(phrase: phrase.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }, gender: gender))
            }
        }
        return forms
    }

    /// What makes one word with an office once held: “expresidente”, «експрезидент»; nil for languages that write two.
    static func formerPrefix(in language: String) -> [UInt8]? {
        guard let column = languages.firstIndex(of: language) else { return nil }
        var prefix: [UInt8] = []
        file.forEachRow(of: "former prefix") { row in
            guard row.count > column + 1 else { return }
            let cell = row.bytes(column + 1)
            for index in cell.indices { prefix.append(cell[index]) }
        }
        return prefix.isEmpty ? nil : prefix
    }

    /// Between the forms of a cell.
    private static let separator = UInt8(ascii: ";")

    /// A form without the mark of its gender: `directrice/f`.
    @_lifetime(copy form)
    private static func phrase(of form: Span<UInt8>) -> Span<UInt8> {
        form.extracting(0..<(form.indices.first { form[$0] == UInt8(ascii: "/") } ?? form.count))
    }

    private init(_ language: String) {
        self.language = language
        vocabulary = Vocabulary.of(language)
        headComesLast = language == "en"
        let column = (Self.languages.firstIndex(of: language) ?? 0) + 1
        var phrases = PhraseTable<Meaning>(minimumCapacity: 512)
        var inflected = PhraseTable<Meaning>()
        let stemmer = ["de", "ru", "fr", "es"].contains(language) ? Stemmer(language: language) : nil
        func add(_ phrase: Span<UInt8>, _ meaning: Meaning) {
            var hashes: [UInt64] = []
            var stems: [UInt64] = []
            Tokenizer().forEachToken(in: phrase, range: phrase.indices) { token in
                hashes.append(token.hash)
                guard let stemmer else { return }
                let isWord = token.kind == .word
                stems.append(isWord ? stemmer.stemHash(ofUnfolded: phrase.extracting(token.range)) : token.hash)
            }
            phrases.insert(hashes, meaning, keepingFirst: true)
            inflected.insert(stems, meaning, keepingFirst: true)
        }
        let former = Self.formerPrefix(in: language)
        Self.file.forEachRow(of: "office") { row in
            let names = row[0].split(separator: " ")
            guard let office = names.first else { return }
            let keys = [Hash64.folded("office:" + office)] + names.dropFirst().map(Self.scope)
            let meaning = Meaning(keys: keys, isOffice: true)
            row.forEachWord(column, separator: Self.separator) { add(Self.phrase(of: $0), meaning) }
            guard let former else { return }
            let once = Meaning(keys: keys + [Self.former], isOffice: true)
            row.forEachWord(column, separator: Self.separator) { form in
                let phrase = Self.phrase(of: form)
                var word = former
                for index in phrase.indices { word.append(phrase[index]) }
                add(word.span, once)
            }
        }
        Self.file.forEachRow(of: "scope") { row in
            let meaning = Meaning(keys: [Hash64.folded("scope:" + row[0])], isOffice: false)
            row.forEachWord(column, separator: Self.separator) { add($0, meaning) }
        }
        for (section, key) in [("former", Self.former), ("deputy", Self.deputy)] {
            let meaning = Meaning(keys: [key], isOffice: false)
            Self.file.forEachRow(of: section) { row in
                row.forEachWord(column, separator: Self.separator) { add($0, meaning) }
            }
        }
        var deputies: [Substring] = []
        for row in Self.file["deputy"] where row.count > column { deputies += row[column].split(separator: ";") }
        self.deputies = WordSet(deputies)
        self.phrases = phrases
        self.inflected = stemmer == nil ? nil : inflected
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
        -> (end: Int, keys: [UInt64], isOffice: Bool, isPlace: Bool)?
    {
        let limit = limit ?? tokens.count
        var best = phrases.longestMatch(in: tokens, at: at, limit: limit)
        if best == nil { best = inflected?.longestMatch(inHashes: stems, at: at, limit: limit) }
        var place = vocabulary.gazetteer.longestMatch(in: tokens, at: at, limit: limit)
        if place == nil, vocabulary.usesStems {
            place = vocabulary.gazetteer.longestMatch(inHashes: stems, at: at, limit: limit)
        }
        if let place, place.endIndex > best?.endIndex ?? at {
            return (place.endIndex, [place.value.key], false, place.value.kind != .organisation)
        }
        return best.map { ($0.endIndex, $0.value.keys, $0.value.isOffice, false) }
    }
}
