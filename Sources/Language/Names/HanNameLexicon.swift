internal import TextCore

/// What shows people's names in Chinese: `Lexicons/names-zh.txt`.
struct HanNameLexicon: Sendable {
    static let shared = HanNameLexicon()

    let surnames: PhraseTable<Void>
    let titles: PhraseTable<Void>
    /// What stands behind a name alone: 先生.
    let addresses: PhraseTable<Void>
    let verbs: PhraseTable<Void>
    /// Words of time, prepositions, adverbs: no name goes on with one.
    let ends: PhraseTable<Void>
    /// Foreign names whose spelling is settled.
    let known: PhraseTable<Void>
    let countries: PhraseTable<Void>
    /// Characters that foreign names are spelled with, by hash.
    let syllables: WordSet

    /// Whether a verb of speech starts at a token. O(length of the verb).
    func isVerb(_ index: Int, in tokens: [Token]) -> Bool {
        verbs.longestMatch(in: tokens, at: index, limit: min(tokens.count, index + 8)) != nil
    }

    private init() {
        let file = LexiconFile(PackageResources.names_zh_txt)
        func phrases(_ section: String) -> PhraseTable<Void> { PhraseTable(file.spacedWords(section).map { (String($0), ()) }) }
        surnames = phrases("surname")
        titles = phrases("title")
        addresses = phrases("behind")
        verbs = phrases("saying")
        ends = phrases("end")
        countries = phrases("country")
        known = PhraseTable(TransliteratedNames.readings.keys.map { ($0, ()) })
        var syllables = WordSet()
        for scalar in file["syllable"].joined().joined().unicodeScalars { syllables.insert(Hash64.folded(String(scalar))) }
        self.syllables = syllables
    }
}

/// Foreign names in Chinese characters that sounds alone do not bring together with their Latin form: 普京 is “Putin”.
public enum TransliteratedNames {
    /// The Latin form of a name or a part of one, lower case; nil for those that no lexicon settles. O(length).
    public static func latin(_ name: String) -> String? { readings[name] }

    /// Whether characters without spaces are a Chinese name by their number and the surname that they open with. O(length).
    public static func isChinese(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard (2...4).contains(scalars.count) else { return false }
        return surnames.contains(String(scalars.prefix(scalars.count > 3 ? 2 : 1)))
            || scalars.count == 3 && surnames.contains(String(scalars.prefix(2)))
    }

    private static let surnames = Set(LexiconFile(PackageResources.names_zh_txt).spacedWords("surname").map(String.init))

    static let readings: [String: String] = {
        var readings: [String: String] = [:]
        for file in [LexiconFile(PackageResources.names_zh_txt), LexiconFile(PackageResources.names_ja_txt)] {
            for row in file["known"] where row.count > 1 { readings[row[0]] = row[1] }
        }
        return readings
    }()
}
