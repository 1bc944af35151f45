internal import TextCore

/// Gathers the lexicons of one language into flags and phrases.
struct VocabularyBuilder {
    let language: String
    private let stemmer: Stemmer?
    private(set) var flags: [UInt64: WordFlags] = [:]
    /// Phrases of the gazetteer; the first entry of a phrase counts.
    private(set) var gazetteer: [([UInt64], Vocabulary.Entry)] = []
    private(set) var roles: [([UInt64], Void)] = []

    init(language: String, usesStems: Bool) {
        self.language = language
        stemmer = usesStems ? Stemmer(language: language) : nil
        flags.reserveCapacity(8000)
    }

    /// Adds flags to a word, and to its stem where names are inflected.
    mutating func add(_ new: WordFlags, to word: some StringProtocol, inflected: Bool = false) {
        flags[Hash64.folded(word), default: []].formUnion(new)
        if inflected, let stemmer {
            flags[stemmer.stemHash(Array(CaseFolding.fold(word).utf8)), default: []].formUnion(new)
        }
    }

    /// Adds flags to a word by its hash.
    mutating func add(_ new: WordFlags, toHash hash: UInt64) {
        flags[hash, default: []].formUnion(new)
    }

    /// The hashes of a phrase's tokens.
    func tokenHashes(_ phrase: some StringProtocol) -> [UInt64] {
        let text = UTF8Text(phrase)
        return Tokenizer().tokens(of: text).map(\.hash)
    }

    /// The hash of a word's stem; nil for none.
    func stemHash(_ word: String) -> UInt64? {
        word.isEmpty ? nil : stemmer?.stemHash(Array(CaseFolding.fold(word).utf8)) ?? Hash64.folded(word)
    }

    private func stemHashes(_ phrase: some StringProtocol, _ stemmer: Stemmer) -> [UInt64] {
        let text = UTF8Text(phrase)
        return Tokenizer().tokens(of: text).map { token in
            token.kind == .word ? stemmer.stemHash(Array(CaseFolding.fold(text[token.range]).utf8)) : token.hash
        }
    }

    mutating func addFunctionWords() {
        for word in Vocabulary.functionWords.spacedWords(language) { add(.function, to: word) }
        if language == "und" {
            for section in ["uk", "pl", "el", "ar", "tr", "sv", "da", "no", "fi", "cs", "hu", "ro", "bg", "ko", "th"] {
                for word in Vocabulary.functionWords.spacedWords(section) { add(.function, to: word) }
            }
        }
        for word in Vocabulary.functionWords.spacedWords("common") { add(.common, to: word) }
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
            for word in names.spacedWords("masculine") { add(.masculineName, to: word, inflected: language == "ru") }
            for word in names.spacedWords("feminine") { add(.feminineName, to: word, inflected: language == "ru") }
            for word in names.spacedWords("either") { add(.firstName, to: word, inflected: language == "ru") }
        }
        for word in [
            "de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "del", "della", "di", "da", "dos",
            "ter", "ten", "zu", "zur", "af", "ben", "abu", "bint", "ul", "ad", "ash", "as", "van't", "d'", "l'", "of",
        ] { add(.particle, to: word) }
        for word in ["jr", "sr", "ii", "iii", "iv"] { add(.suffix, to: word) }
    }

    mutating func addRoles() {
        let file = LexiconFile(PackageResources.roles_txt)
        var languages = [language]
        if !OfficeLexicon.languages.contains(language) { languages = ["en"] }
        for language in languages {
            for word in file.spacedWords("\(language).honorific") { add(.honorific, to: word) }
            for word in file.spacedWords("\(language).honorific.m") { add([.honorific, .masculine], to: word) }
            for word in file.spacedWords("\(language).honorific.f") { add([.honorific, .feminine], to: word) }
            for word in file.spacedWords("\(language).modifier") { add(.roleModifier, to: word, inflected: true) }
            for word in file.spacedWords("\(language).roles") { add(.role, to: word) }
            for row in file["\(language).role"] {
                guard let phrase = row.first else { continue }
                let isTold = row.count > 1
                addRole(phrase, isTold && row[1] == "m" ? .masculine : isTold && row[1] == "f" ? .feminine : [])
            }
            // English has its words above: many of them are words of other names, too (`General Motors`, `Major League`).
            guard language != "en" else { continue }
            for form in OfficeLexicon.forms(in: language) { addRole(form.phrase, form.gender) }
        }
    }

    private mutating func addRole(_ phrase: String, _ gender: WordFlags) {
        let hashes = tokenHashes(phrase)
        if hashes.count == 1 {
            add(gender.union(.role), to: phrase, inflected: true)
        } else if let first = hashes.first {
            roles.append((hashes, ()))
            flags[first, default: []].formUnion(.roleStart)
            guard let stemmer else { return }
            let stems = stemHashes(phrase, stemmer)
            roles.append((stems, ()))
            flags[stems[0], default: []].formUnion(.roleStart)
        }
    }

    mutating func addOrganisations() {
        let file = LexiconFile(PackageResources.organisations_txt)
        for word in file.spacedWords("head") { add(.organisationHead, to: word, inflected: true) }
        for word in file.spacedWords("connector") { add(.connector, to: word) }
        for word in file.spacedWords("group") { add(.group, to: word) }
        for word in file.spacedWords("geographic") { add(.geographicHead, to: word) }
        for row in file["acronym"] {
            guard let name = row.first else { continue }
            let key = Self.key("org:", name)
            addPhrase(name, .organisation, key: key)
            for form in row.dropFirst().joined(separator: ";").split(separator: ";") {
                addPhrase(form, .organisation, key: key)
            }
        }
    }

    mutating func addPlaces() {
        let file = LexiconFile(PackageResources.places_txt)
        for row in file["country"] where row.count >= 2 {
            let key = Self.key("place:", row[0])
            for form in row[1].split(separator: ";") { addPhrase(form, .place, key: key) }
            if row.count > 2 { for form in row[2].split(separator: ";") { addPhrase(form, .people, key: key) } }
            if row.count > 3 { addForms(row[3].split(separator: ";"), related: key) }
        }
        for row in file["state"] where !row.isEmpty {
            let key = Self.key("place:", row[0])
            addPhrase(row[0], .place, key: key)
            if row.count > 1 { for form in row[1].split(separator: ";") { addAbbreviation(form, key: key) } }
            if row.count > 2 { addPhrase(row[2], .place, key: Self.key("place:", row[2])) }
        }
        for row in file["region"] where !row.isEmpty {
            let forms = row[0].split(separator: ";")
            guard let first = forms.first else { continue }
            let key = Self.key("place:", first)
            for form in forms { addPhrase(form, .place, key: key) }
            if row.count > 1 { for form in row[1].split(separator: ";") { addPhrase(form, .people, key: key) } }
        }
        // Cities stand side by side in their rows; spellings of one city are brought together by `variants.txt`.
        for city in file["city"].joined().flatMap({ $0.split(separator: ";") }) {
            addPhrase(city, .place, key: NameKey.place(city))
        }
    }

    /// "Ariz.", "N.Y.": what stands behind towns and in party tags. Two capitals without dots are left alone, for "OR", "IN" and
    /// "ME" are words in headlines.
    private mutating func addAbbreviation(_ form: Substring, key: UInt64) {
        let isCode = form.utf8.count == 2 && form == form.uppercased()
        addPhrase(isCode ? form.map { "\($0)." }.joined() : form + ".", .place, key: key)
    }

    private mutating func addForms(_ forms: [Substring], related: UInt64) {
        guard let first = forms.first else { return }
        let key = NameKey.place(first)
        for form in forms { addPhrase(form, .place, key: key, related: related) }
    }

    private static func key(_ prefix: String, _ name: some StringProtocol) -> UInt64 {
        Hash64.folded(prefix + name)
    }

    private mutating func addPhrase(
        _ phrase: some StringProtocol,
        _ kind: Vocabulary.Entry.Kind,
        key: UInt64,
        related: UInt64? = nil
    ) {
        let letters = phrase.unicodeScalars.map { CharacterClass.of($0.value) }
        let hasLower = letters.contains(.lower)
        let form: Vocabulary.Entry.Form =
            letters.first != .upper ? .lower : !hasLower && letters.count <= 5 ? .allCaps : .capitalized
        let entry = Vocabulary.Entry(kind: kind, key: key, related: related, form: form)
        let hashes = tokenHashes(phrase)
        guard let first = hashes.first else { return }
        gazetteer.append((hashes, entry))
        flags[first, default: []].formUnion(.gazetteerStart)
        guard let stemmer else { return }
        let stems = stemHashes(phrase, stemmer)
        gazetteer.append((stems, entry))
        flags[stems[0], default: []].formUnion(.gazetteerStart)
    }
}
