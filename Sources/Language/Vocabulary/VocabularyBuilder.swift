internal import TextCore

/// Gathers the lexicons of one language into flags and phrases.
struct VocabularyBuilder {
    let language: String
    private let stemmer: Stemmer?
    private(set) var flags = WordTable<WordFlags>(minimumCapacity: 8000)
    /// Phrases of the gazetteer; the first entry of a phrase counts.
    private(set) var gazetteer = PhraseTable<Vocabulary.Entry>(minimumCapacity: 6000)
    private(set) var roles = PhraseTable<Void>()
    /// The words of the phrase that is being added.
    private var hashes: [UInt64] = []

    init(language: String, usesStems: Bool) {
        self.language = language
        stemmer = usesStems ? Stemmer(language: language) : nil
    }

    /// Adds flags to a word, and to its stem where names are inflected.
    mutating func add(_ new: WordFlags, to word: some StringProtocol, inflected: Bool = false) {
        flags[Hash64.folded(word), default: []].formUnion(new)
        if inflected, let stemmer {
            flags[stemmer.stemHash(Array(CaseFolding.fold(word).utf8)), default: []].formUnion(new)
        }
    }

    /// Adds flags to a word given as UTF-8 bytes.
    mutating func add(_ new: WordFlags, to word: Span<UInt8>, inflected: Bool = false) {
        flags[Hash64.folded(word), default: []].formUnion(new)
        if inflected, let stemmer { flags[stemmer.stemHash(ofUnfolded: word), default: []].formUnion(new) }
    }

    /// Adds flags to every word of a section whose columns are lists divided by spaces.
    mutating func add(_ new: WordFlags, toWordsOf section: String, in file: LexiconFile, inflected: Bool = false) {
        file.forEachWord(of: section) { add(new, to: $0, inflected: inflected) }
    }

    /// Adds flags to a word by its hash.
    mutating func add(_ new: WordFlags, toHash hash: UInt64) {
        flags[hash, default: []].formUnion(new)
    }

    /// The hashes of a phrase's tokens.
    static func tokenHashes(_ phrase: some StringProtocol) -> [UInt64] {
        // An apostrophe makes one word with what stands in front of it only where a letter follows: "plus d'".
        let isElided = phrase.last == "'" || phrase.last == "’"
        let hashes = Tokenizer().tokens(of: UTF8Text(isElided ? phrase + "x" : String(phrase))).map(\.hash)
        return isElided ? hashes.dropLast() : hashes
    }

    /// The hash of a word's stem; nil for none.
    func stemHash(_ word: String) -> UInt64? {
        word.isEmpty ? nil : stemmer?.stemHash(Array(CaseFolding.fold(word).utf8)) ?? Hash64.folded(word)
    }

    private func stemHashes(_ phrase: Span<UInt8>, _ stemmer: Stemmer) -> [UInt64] {
        var hashes: [UInt64] = []
        Tokenizer().forEachToken(in: phrase, range: phrase.indices) { token in
            let isWord = token.kind == .word
            hashes.append(isWord ? stemmer.stemHash(ofUnfolded: phrase.extracting(token.range)) : token.hash)
        }
        return hashes
    }

    mutating func addFunctionWords() {
        add(.function, toWordsOf: language, in: Vocabulary.functionWords)
        if language == "und" {
            for section in ["uk", "pl", "el", "ar", "tr", "sv", "da", "no", "fi", "cs", "hu", "ro", "bg", "ko", "th"] {
                add(.function, toWordsOf: section, in: Vocabulary.functionWords)
            }
        }
        add(.common, toWordsOf: "common", in: Vocabulary.functionWords)
        let pronouns: [String: (he: String, she: String)] = [
            "en": ("he his him himself", "she her hers herself"), "fr": ("il lui", "elle"), "de": ("er sein seine ihm ihn", ""),
            "es": ("él", "ella"), "ru": ("он его ему", "она её ее"),
        ]
        if let forms = pronouns[language] {
            for word in forms.he.split(separator: " ") { add(.he, to: word) }
            for word in forms.she.split(separator: " ") { add(.she, to: word) }
        }
    }

    mutating func addNames() {
        for names in [LexiconFile(PackageResources.firstnames_txt), LexiconFile(PackageResources.firstnames_more_txt)] {
            add(.masculineName, toWordsOf: "masculine", in: names, inflected: language == "ru")
            add(.feminineName, toWordsOf: "feminine", in: names, inflected: language == "ru")
            add(.firstName, toWordsOf: "either", in: names, inflected: language == "ru")
        }
        addCasesOfNames()
        for word in [
            "de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "del", "della", "di", "da", "dos",
            "ter", "ten", "zu", "zur", "af", "ben", "abu", "bint", "ul", "ad", "ash", "as", "van't", "d'", "l'", "of",
            "фон", "ван", "дер", "ден", "бин", "ибн", "аль", "эль",
        ] { add(.particle, to: word) }
        for word in ["jr", "sr", "ii", "iii", "iv"] { add(.suffix, to: word) }
    }

    /// Ukrainian has no stemmer, so that first names are listed in all their cases.
    private mutating func addCasesOfNames() {
        guard language == "uk", let cases = SlavicCases.of(language) else { return }
        for names in [LexiconFile(PackageResources.firstnames_txt), LexiconFile(PackageResources.firstnames_more_txt)] {
            for (section, flag) in [("masculine", WordFlags.masculineName), ("feminine", .feminineName)] {
                for name in names.spacedWords(section)
                where name.unicodeScalars.allSatisfy({ (0x400..<0x500).contains($0.value) }) {
                    cases.forEachCase(ofFirstName: String(name), isFeminine: flag == .feminineName) { form in
                        flags[Hash64.folded(form), default: []].formUnion(flag)
                    }
                }
            }
        }
    }

    mutating func addRoles() {
        let file = LexiconFile(PackageResources.roles_txt)
        var languages = [language]
        if !OfficeLexicon.languages.contains(language) { languages = ["en"] }
        for language in languages {
            add(.honorific, toWordsOf: "\(language).honorific", in: file)
            add([.honorific, .masculine], toWordsOf: "\(language).honorific.m", in: file)
            add([.honorific, .feminine], toWordsOf: "\(language).honorific.f", in: file)
            add(.roleModifier, toWordsOf: "\(language).modifier", in: file, inflected: true)
            add(.role, toWordsOf: "\(language).roles", in: file)
            for row in file["\(language).role"] {
                guard let phrase = row.first else { continue }
                let isTold = row.count > 1
                addRole(phrase, isTold && row[1] == "m" ? .masculine : isTold && row[1] == "f" ? .feminine : [])
            }
            // English has its words above: many of them are words of other names, too (`General Motors`, `Major League`).
            guard language != "en" else { continue }
            for form in OfficeLexicon.forms(in: language) { addRole(form.phrase, form.gender) }
            guard let former = OfficeLexicon.formerPrefix(in: language).map({ String(decoding: $0, as: UTF8.self) }) else {
                continue
            }
            for form in OfficeLexicon.forms(in: language) where !form.phrase.contains(" ") {
                addRole(former + form.phrase, form.gender)
            }
        }
    }

    private mutating func addRole(_ phrase: String, _ gender: WordFlags) {
        let hashes = Self.tokenHashes(phrase)
        if hashes.count == 1 {
            add(gender.union(.role), to: phrase, inflected: true)
        } else if let first = hashes.first {
            roles.insert(hashes, ())
            flags[first, default: []].formUnion(.roleStart)
            guard let stemmer else { return }
            let stems = stemHashes(Array(phrase.utf8).span, stemmer)
            roles.insert(stems, ())
            flags[stems[0], default: []].formUnion(.roleStart)
        }
    }

    mutating func addOrganisations() {
        let file = LexiconFile(PackageResources.organisations_txt)
        add(.organisationHead, toWordsOf: "head", in: file, inflected: true)
        add(.connector, toWordsOf: "connector", in: file)
        add(.group, toWordsOf: "group", in: file)
        add(.geographicHead, toWordsOf: "geographic", in: file)
        file.forEachRow(of: "acronym") { row in
            let key = Self.key("org:", row.bytes(0))
            addPhrase(row.bytes(0), .organisation, key: key)
            for column in 1..<max(1, row.count) { addPhrases(row, column, .organisation, key: key) }
        }
    }

    mutating func addPlaces() {
        let file = LexiconFile(PackageResources.places_txt)
        addCountries(file)
        addRegions(file)
        guard language == "uk" else { return }
        let ukrainian = LexiconFile(PackageResources.places_uk_txt)
        addCountries(ukrainian)
        // Towns with their cases, in rows of their own: the first form, as other languages have it, is the key.
        ukrainian.forEachRow(of: "town") { row in
            var key: UInt64?
            row.forEachWord(0, separator: Self.separator) { form in
                let own = key ?? NameKey.place(form)
                key = own
                addPhrase(form, .place, key: own)
            }
        }
    }

    private mutating func addCountries(_ file: LexiconFile) {
        file.forEachRow(of: "country") { row in
            let key = Self.key("place:", row.bytes(0))
            addPhrases(row, 1, .place, key: key)
            addPhrases(row, 2, .people, key: key)
            // The capital, which stands for the country.
            var capital: UInt64?
            row.forEachWord(3, separator: Self.separator) { form in
                let own = capital ?? NameKey.place(form)
                capital = own
                addPhrase(form, .place, key: own, related: key)
            }
        }
    }

    private mutating func addRegions(_ file: LexiconFile) {
        file.forEachRow(of: "state") { row in
            let key = Self.key("place:", row.bytes(0))
            addPhrase(row.bytes(0), .place, key: key)
            row.forEachWord(1, separator: Self.separator) { addAbbreviation($0, key: key) }
            if row.count > 2 { addPhrase(row.bytes(2), .place, key: Self.key("place:", row.bytes(2))) }
        }
        file.forEachRow(of: "region") { row in
            var region: UInt64?
            row.forEachWord(0, separator: Self.separator) { form in
                let key = region ?? Self.key("place:", form)
                region = key
                addPhrase(form, .place, key: key)
            }
            if let region { addPhrases(row, 1, .people, key: region) }
        }
        // Cities stand side by side in their rows; spellings of one city are brought together by `variants.txt`.
        file.forEachWord(of: "city", separator: Self.separator) { addPhrase($0, .place, key: NameKey.place($0)) }
    }

    /// Between the forms of a name, which may have spaces in them.
    private static let separator = UInt8(ascii: ";")

    private mutating func addPhrases(_ row: LexiconRow, _ column: Int, _ kind: Vocabulary.Entry.Kind, key: UInt64) {
        row.forEachWord(column, separator: Self.separator) { addPhrase($0, kind, key: key) }
    }

    /// "Ariz.", "N.Y.": what stands behind towns and in party tags. Two capitals without dots are left alone, for "OR", "IN" and
    /// "ME" are words in headlines.
    private mutating func addAbbreviation(_ form: Span<UInt8>, key: UInt64) {
        let isCode = form.count == 2 && form.indices.allSatisfy { (form[$0] &- 0x41) < 26 }
        var abbreviation: [UInt8] = []
        for index in form.indices {
            abbreviation.append(form[index])
            if isCode || index == form.count - 1 { abbreviation.append(UInt8(ascii: ".")) }
        }
        addPhrase(abbreviation.span, .place, key: key)
    }

    private static func key(_ prefix: String, _ name: Span<UInt8>) -> UInt64 {
        Hash64.folded((Array(prefix.utf8) + name.copied).span)
    }

    private mutating func addPhrase(
        _ phrase: Span<UInt8>,
        _ kind: Vocabulary.Entry.Kind,
        key: UInt64,
        related: UInt64? = nil
    ) {
        let entry = Vocabulary.Entry(kind: kind, key: key, related: related, form: Vocabulary.Entry.Form(of: phrase))
        hashes.removeAll(keepingCapacity: true)
        Tokenizer().forEachToken(in: phrase, range: phrase.indices) { hashes.append($0.hash) }
        guard let first = hashes.first else { return }
        gazetteer.insert(hashes, entry, keepingFirst: true)
        flags[first, default: []].formUnion(.gazetteerStart)
        guard let stemmer else { return }
        let stems = stemHashes(phrase, stemmer)
        gazetteer.insert(stems, entry, keepingFirst: true)
        flags[stems[0], default: []].formUnion(.gazetteerStart)
    }
}

extension Vocabulary.Entry.Form {
    /// How a phrase is written. O(*n*).
    init(of phrase: Span<UInt8>) {
        var (letters, hasLower, opensUpper, at) = (0, false, false, 0)
        while at < phrase.count {
            let scalar = phrase.scalar(at: at)
            let letter = CharacterClass.of(scalar.value)
            if letters == 0 { opensUpper = letter == .upper }
            hasLower = hasLower || letter == .lower
            letters += 1
            at += scalar.length
        }
        self = !opensUpper ? .lower : !hasLower && letters <= 5 ? .allCaps : .capitalized
    }
}
