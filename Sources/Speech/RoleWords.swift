internal import Language
internal import TextCore

/// The words of a role, brought to one form, so that "the senator" finds who is called "Sen.".
enum RoleWords {
    private static let alike: [UInt64: UInt64] = {
        let groups: [[String]] = [
            ["senator", "sen"], ["representative", "rep", "congressman", "congresswoman"], ["governor", "gov"],
            ["spokesman", "spokeswoman", "spokesperson"], ["chairman", "chairwoman", "chair", "chairperson"],
            ["secretary", "secy"], ["president", "pres"], ["professor", "prof"], ["attorney", "lawyer"], ["doctor", "dr"],
            ["lieutenant", "lt"], ["general", "gen"],
        ]
        var alike: [UInt64: UInt64] = [:]
        for group in groups {
            guard let first = group.first else { continue }
            for word in group { alike[Hash64.folded(word)] = Hash64.folded(first) }
        }
        return alike
    }()

    /// The form that stands for a word and its like.
    static func canonical(_ hash: UInt64) -> UInt64 { alike[hash] ?? hash }

    /// The form that stands for the word of a token; in Russian and Ukrainian for all of its cases.
    static func canonical(_ index: Int, _ reading: SpeechReading) -> UInt64 {
        let token = reading.tokens[index]
        return headsGenitives(reading) ? word(reading.text.text[token.range][...]) : canonical(token.hash)
    }

    /// The canonical words of a role of an entity.
    static func words(of role: String) -> [UInt64] {
        merged(role.split { $0 == " " || $0 == "-" }.map(word))
    }

    /// A word of a role: Cyrillic ones without the ending of their case, so that «по словам мэра» finds the «мэр» named before.
    /// Roles are compared with roles of one article alone, so that a rough cut does.
    private static func word(_ word: Substring) -> UInt64 {
        guard let last = word.unicodeScalars.last, (0x400..<0x500).contains(last.value) else {
            return canonical(Hash64.folded(word))
        }
        return Hash64.folded(SlavicCases.withoutEnding(CaseFolding.fold(String(word))))
    }

    /// A press secretary is a spokesman.
    private static func merged(_ words: [UInt64]) -> [UInt64] {
        guard let place = words.firstIndex(of: press), place + 1 < words.count, words[place + 1] == secretary else {
            return words
        }
        return Array(words[..<place]) + [spokesman] + Array(words[(place + 2)...])
    }

    private static let press = Hash64.folded("press")
    private static let secretary = canonical(Hash64.folded("secretary"))
    private static let spokesman = canonical(Hash64.folded("spokesman"))

    /// Languages whose nouns come before what they are of and most adjectives: « le président français ».
    private static let headsFirst: Set<String> = ["fr", "es", "it", "pt", "ro", "ru", "uk"]

    /// Whether nouns of a text's language are followed by what they are of in the genitive: «президент Франции».
    static func headsGenitives(_ reading: SpeechReading) -> Bool {
        reading.text.language == "ru" || reading.text.language == "uk"
    }

    /// The canonical words of a noun phrase up to its first preposition, function words left out; the noun that heads it comes
    /// last.
    static func words(of head: Range<Int>, _ reading: SpeechReading) -> [UInt64] {
        let noun = noun(of: head, reading)
        var words: [UInt64] = []
        var last: UInt64?
        for index in head {
            if isEnd(index, of: head, reading) { break }
            guard reading.tokens[index].kind == .word, !reading.has(index, [.determiner, .possessive, .coordinator]) else {
                continue
            }
            let word = canonical(index, reading)
            if index == noun { last = word } else { words.append(word) }
        }
        if let last { words.append(last) }
        return merged(words)
    }

    /// The token of the noun that heads a phrase.
    static func noun(of head: Range<Int>, _ reading: SpeechReading) -> Int? {
        var noun: Int?
        var isRole = false
        let isFirst = headsFirst.contains(reading.text.language)
        for index in head {
            if isEnd(index, of: head, reading) { break }
            guard reading.tokens[index].kind == .word else { continue }
            // « premier ministre »: of titles that follow each other the last.
            if isFirst, isRole, !reading.has(index, .role) { break }
            noun = index
            isRole = reading.has(index, .role)
        }
        return noun
    }

    private static func isEnd(_ index: Int, of head: Range<Int>, _ reading: SpeechReading) -> Bool {
        index > head.lowerBound && (reading.has(index, .preposition) || reading.isComma(index))
    }

    /// Whether a role is to speak for somebody.
    static func isSpokesperson(_ role: String) -> Bool {
        words(of: role).contains(spokesman)
    }

    private static let companies: Set<UInt64> = Set(
        [
            "company", "group", "giant", "firm", "agency", "organization", "organisation", "network", "newspaper", "magazine",
            "chain",
        ].map {
            Hash64.folded($0)
        }
    )

    /// Whether a noun takes up a group named before, whatever stands in front of it: "the tech giant".
    static func isCompany(_ hash: UInt64) -> Bool { companies.contains(hash) }

    private static let groups: Set<UInt64> = Set(
        [
            "company", "group", "agency", "committee", "commission", "court", "government", "party", "campaign", "administration",
            "department", "ministry", "office", "board", "authority", "university", "newspaper", "magazine", "network", "firm",
            "bank",
            "union", "organization", "organisation", "association", "institute", "council", "team", "giant", "website",
            "watchdog",
            "police", "prosecution", "parliament", "congress", "senate", "club", "charity", "school", "hospital", "army",
            "compagnie", "entreprise", "armateur", "gouvernement", "ministère", "tribunal", "cour", "mairie", "préfecture",
            "parquet", "conseil", "comité", "commission", "parti", "banque", "université", "syndicat", "agence", "société",
            "groupe", "association",
            "unternehmen", "regierung", "partei", "ministerium", "gericht", "polizei", "behörde", "bank", "universität",
            "kommission", "verband", "verein", "gewerkschaft", "agentur", "konzern", "staatsanwaltschaft", "parlament", "firma",
            "empresa", "gobierno", "ministerio", "policía", "tribunal", "corte", "ayuntamiento", "fiscalía", "partido", "banco",
            "universidad", "comisión", "sindicato", "consejo", "agencia", "compañía", "juzgado",
            "polizia", "ministero", "governo", "tribunale", "procura", "partito", "banca", "università", "azienda", "società",
            "agenzia", "commissione", "sindacato", "consiglio",
            "governo", "ministério", "polícia", "universidade", "comissão", "conselho", "agência",
        ].map { Hash64.folded($0) }
    )

    private static let anyOrganisation: Set<UInt64> = companies.union(
        [
            "team", "website", "compagnie", "entreprise", "armateur", "société", "groupe", "unternehmen", "konzern", "firma",
            "empresa", "compañía", "azienda", "società",
        ].map { Hash64.folded($0) }
    )

    /// Whether a noun says no more of a group than that it is an organisation.
    static func isAnyOrganisation(_ hash: UInt64) -> Bool { anyOrganisation.contains(hash) }

    private static let parties: Set<UInt64> = Set(["democrat", "republican", "independent"].map { Hash64.folded($0) })

    /// Whether a noun says no more than somebody's party: “the Florida Republican” is told by the state.
    static func isPartyMember(_ hash: UInt64) -> Bool { parties.contains(hash) }

    /// Whether a noun names a group rather than a person.
    static func isGroup(_ hash: UInt64) -> Bool { groups.contains(hash) }
}
