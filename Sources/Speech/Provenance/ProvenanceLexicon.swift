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
    /// Phrases that describe somebody instead of a name: "familiar with", "briefed on".
    let described: [[UInt64]]
    let reason: [[UInt64]]
    /// Phrases in front of whom an outlet has its news from ("со ссылкой на").
    let relaying: [[UInt64]]
    /// Agencies and papers that write themselves small.
    static let small = file.words("small")

    /// The lexicon of a language; nil without one.
    static func of(_ language: String) -> ProvenanceLexicon? { languages.contains(language) ? all[language] : nil }

    private static let languages = ["en", "de", "fr", "es", "ru", "uk"]
    private static let file = LexiconFile(PackageResources.outlets_txt)
    private static let all = LanguageCache { ProvenanceLexicon($0, file) }

    private init(_ language: String, _ file: LexiconFile) {
        outlet = file.wordSet("\(language) outlet")
        appearance = file.wordSet("\(language) appearance")
        speaking = file.wordSet("\(language) speaking")
        publishing = file.wordSet("\(language) publishing")
        generic = file.wordSet("\(language) generic")
        leading = file.wordSet("\(language) leading")
        unnamed = file.wordSet("\(language) unnamed")
        anonymity = Self.phrases("\(language) anonymity", file)
        described = Self.phrases("\(language) described", file)
        reason = Self.phrases("\(language) reason", file)
        relaying = Self.phrases("\(language) relaying", file)
    }

    /// The phrases of a section, longest first.
    private static func phrases(_ section: String, _ file: LexiconFile) -> [[UInt64]] {
        var phrases: [[UInt64]] = []
        file.forEachCell(of: section) { phrases.append(Tokenizer().hashes(ofEntry: $0)) }
        return phrases.sorted { $0.count > $1.count }
    }
}
