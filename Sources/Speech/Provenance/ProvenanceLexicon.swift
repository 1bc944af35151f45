internal import TextCore

/// Words that tell through whom words came, and that a source goes unnamed.
struct ProvenanceLexicon: Sendable {
    let outlet: WordSet
    let appearance: WordSet
    let speaking: WordSet
    let publishing: WordSet
    let unnamed: WordSet
    /// Nouns in front of an outlet's name.
    let generic: WordSet
    /// Words that make the outlet behind them the one that was told or that is drawn on; English has rules of its own.
    let leading: WordSet
    /// Phrases as token hashes.
    let anonymity: [[UInt64]]
    let reason: [[UInt64]]

    /// The lexicon of a language; nil without one.
    static func of(_ language: String) -> ProvenanceLexicon? { all[language] }

    private static let all: [String: ProvenanceLexicon] = {
        let file = LexiconFile(PackageResources.outlets_txt)
        let languages = ["en", "de", "fr", "es", "ru", "uk"]
        return Dictionary(uniqueKeysWithValues: languages.map { ($0, ProvenanceLexicon($0, file)) })
    }()

    private init(_ language: String, _ file: LexiconFile) {
        outlet = file.wordSet("\(language) outlet")
        appearance = file.wordSet("\(language) appearance")
        speaking = file.wordSet("\(language) speaking")
        publishing = file.wordSet("\(language) publishing")
        generic = file.wordSet("\(language) generic")
        leading = file.wordSet("\(language) leading")
        unnamed = file.wordSet("\(language) unnamed")
        anonymity = Self.phrases(file["\(language) anonymity"])
        reason = Self.phrases(file["\(language) reason"])
    }

    private static func phrases(_ rows: [[String]]) -> [[UInt64]] {
        let tokenizer = Tokenizer()
        return rows.joined().filter { !$0.isEmpty }.map { entry in
            // An elided form (`parce qu'`) is read as it stands before a vowel.
            entry.hasSuffix("'")
                ? tokenizer.tokens(of: UTF8Text(entry + "a")).dropLast().map(\.hash)
                : tokenizer.tokens(of: UTF8Text(entry)).map(\.hash)
        }
        .sorted { $0.count > $1.count }
    }
}
