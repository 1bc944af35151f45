internal import Language
internal import TextCore

/// The words of a role, brought to one form, so that "the senator" finds who is called "Sen.".
enum RoleWords {
    private static let nouns = LexiconFile(PackageResources.nouns_txt)

    private static let alike: [UInt64: UInt64] = {
        var alike: [UInt64: UInt64] = [:]
        for row in nouns["alike"] {
            guard let first = row.first else { continue }
            for word in row { alike[Hash64.folded(word)] = Hash64.folded(first) }
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
        if let phrase = SlavicPhrase(head, reading) { return phrase.noun }
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

    /// Words that tell offices of one name apart ("foreign", "vice").
    private static let portfolios = LexiconFile(PackageResources.grammar_txt).words("en portfolio")
    /// Those without which an office is another ("vice").
    private static let ranks = LexiconFile(PackageResources.grammar_txt).words("en rank")
    private static let leading = LexiconFile(PackageResources.grammar_txt).words("en leading")

    /// Whether somebody of some roles may be meant by a description: “the foreign secretary” is no secretary-general, “the chief” no
    /// chief economist, “the vice president” no president.
    static func mayMean(_ words: [UInt64], _ roles: [[UInt64]]) -> Bool {
        guard let noun = words.last else { return true }
        let known = Set(roles.joined())
        let wanted = words.dropLast().filter(portfolios.contains)
        if !wanted.isEmpty {
            if wanted.contains(where: { ranks.contains($0) && !known.contains($0) }) { return false }
            // Chief Ruiz may be the police chief: that he leads says not of what.
            let others = known.intersection(portfolios).subtracting(leading)
            if !others.isEmpty, others.isDisjoint(with: wanted) { return false }
        }
        // A noun in front of another tells what kind it is.
        return !portfolios.contains(noun) && !leading.contains(noun) || roles.contains { $0.last == noun || heads(noun, $0) }
    }

    /// Whether a role is headed by a noun, with what it is of behind it: “chief of staff”.
    private static func heads(_ noun: UInt64, _ role: [UInt64]) -> Bool {
        zip(role, role.dropFirst()).contains { $0 == noun && openings.contains($1) }
    }

    private static let openings = Set(["of", "at", "for", "in", "to", "from", "with"].map { Hash64.folded($0) })

    /// Whether a noun says no more than that somebody leads what stands in front of it: “the U.N. chief”.
    static func leads(_ hash: UInt64) -> Bool { leading.contains(hash) }

    /// Whether a role, folded, is that of somebody who leads.
    static func isLeader(_ role: String) -> Bool {
        let words = words(of: role)
        return !words.contains(spokesman) && words.contains(where: leaders.contains)
    }

    private static let leaders = Set(
        LexiconFile(PackageResources.grammar_txt).words("en leader").map(canonical)
    )

    /// Whether a role is to speak for somebody.
    static func isSpokesperson(_ role: String) -> Bool {
        words(of: role).contains(spokesman)
    }

    private static let companies = nouns.words("company")

    /// Whether a noun takes up a group named before, whatever stands in front of it: "the tech giant".
    static func isCompany(_ hash: UInt64) -> Bool { companies.contains(hash) }

    /// Of all languages together: no word of one is a person's in another.
    private static let groups = Set(
        ["en", "fr", "de", "es", "it", "pt", "ru", "uk"].flatMap { nouns.words("\($0) group") }
    )

    private static let anyOrganisation = companies.union(nouns.words("organisation"))

    /// Whether a noun says no more of a group than that it is an organisation.
    static func isAnyOrganisation(_ hash: UInt64) -> Bool { anyOrganisation.contains(hash) }

    private static let parties = nouns.words("party")

    /// Whether a noun says no more than somebody's party: “the Florida Republican” is told by the state.
    static func isPartyMember(_ hash: UInt64) -> Bool { parties.contains(hash) }

    /// Whether a noun names a group rather than a person.
    static func isGroup(_ hash: UInt64) -> Bool { groups.contains(hash) }
}
