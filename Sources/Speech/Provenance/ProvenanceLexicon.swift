internal import Language
internal import TextCore

/// Words that tell through whom words came, and that a source goes unnamed.
struct ProvenanceLexicon: Sendable {
    let outlet: WordSet
    /// Kinds of outlet ("media", "newspaper").
    let medium: WordSet
    let appearance: WordSet
    let speaking: WordSet
    let publishing: WordSet
    let unnamed: WordSet
    /// Participles of those who have or ordered a text that somebody else wrote ("obtained", "commissioned").
    let holding: WordSet
    /// Prepositions behind such a participle ("by").
    let holder: WordSet
    /// Nouns in front of an outlet's name.
    let generic: WordSet
    /// Words that make the outlet behind them the one that was told or that is drawn on; English has rules of its own.
    let leading: WordSet
    /// Verbs that give somebody else's words (“цитирует”), what they are called (“слова”), and nouns in the form of those who are told
    /// something, right behind whoever says it (“агентству”).
    let quoting: WordSet
    let words: WordSet
    let told: WordSet
    /// Words that end the names of outlets behind those that tell them: “Funke Mediengruppe”.
    let appended: WordSet
    /// Phrases as token hashes.
    let anonymity: PhraseList
    /// Phrases that are themselves why somebody goes unnamed: "not authorized to speak".
    let unauthorized: PhraseList
    /// Phrases that describe somebody instead of a name: "familiar with", "briefed on".
    let described: PhraseList
    let reason: PhraseList
    /// Phrases in front of whom an outlet has its news from ("со ссылкой на").
    let relaying: [[UInt64]]
    /// Agencies and papers that write themselves small.
    static let small = file.words("small")

    /// The lexicon of a language; nil without one.
    static func of(_ language: String) -> ProvenanceLexicon? { languages.contains(language) ? all[language] : nil }

    /// The last phrase of a range that says, outside of quotations, that somebody goes unnamed.
    func unnaming(in range: Range<Int>, of reading: SpeechReading) -> Range<Int>? {
        var last: Range<Int>?
        for phrases in [anonymity, unauthorized] {
            var start = range.lowerBound
            while let found = reading.phrase(phrases, in: start..<range.upperBound) {
                if found.lowerBound > last?.lowerBound ?? -1 { last = found }
                start = found.upperBound
            }
        }
        return last
    }

    /// Whether words that give a reason stand at a token.
    func opensReason(at index: Int, of reading: SpeechReading) -> Bool {
        reading.phrase(reason, in: index..<min(reading.tokens.count, index + Self.longestReason))?.lowerBound == index
    }

    /// How many tokens the words that open a reason may take.
    private static let longestReason = 4

    private static let languages = ["en", "de", "fr", "es", "ru", "uk"]
    private static let file = LexiconFile(PackageResources.outlets_txt)
    private static let all = LanguageCache { ProvenanceLexicon($0, file) }

    private init(_ language: String, _ file: LexiconFile) {
        outlet = file.wordSet("\(language) outlet")
        medium = file.wordSet("\(language) medium")
        appearance = file.wordSet("\(language) appearance")
        speaking = file.wordSet("\(language) speaking")
        publishing = file.wordSet("\(language) publishing")
        holder = file.wordSet("\(language) holder")
        holding = file.wordSet("\(language) holding")
        generic = file.wordSet("\(language) generic")
        leading = file.wordSet("\(language) leading")
        unnamed = file.wordSet("\(language) unnamed")
        quoting = file.wordSet("\(language) quoting")
        words = file.wordSet("\(language) words")
        told = file.wordSet("\(language) told")
        appended = file.wordSet("\(language) appended")
        anonymity = PhraseList(Self.phrases("\(language) anonymity", file))
        unauthorized = PhraseList(Self.phrases("\(language) unauthorized", file))
        described = PhraseList(Self.phrases("\(language) described", file))
        reason = PhraseList(Self.phrases("\(language) reason", file))
        relaying = Self.phrases("\(language) relaying", file)
    }

    /// The phrases of a section, longest first.
    private static func phrases(_ section: String, _ file: LexiconFile) -> [[UInt64]] {
        var phrases: [[UInt64]] = []
        file.forEachCell(of: section) { phrases.append(Tokenizer().hashes(ofEntry: $0)) }
        return phrases.sorted { $0.count > $1.count }
    }
}

/// Phrases by their first token, longest first: texts are asked for them at each token.
struct PhraseList: Sendable {
    private let byFirst: [UInt64: [[UInt64]]]

    init(_ phrases: [[UInt64]]) {
        byFirst = Dictionary(grouping: phrases.filter { !$0.isEmpty }) { $0[0] }
    }

    /// The phrases that a token may open.
    func opened(by hash: UInt64) -> [[UInt64]] { byFirst[hash] ?? [] }
}

extension SpeechReading {
    /// The first of some phrases in a range, outside of quotations.
    func phrase(_ phrases: PhraseList, in range: Range<Int>) -> Range<Int>? {
        for start in range where isOutside(start) {
            for phrase in phrases.opened(by: tokens[start].hash) where start + phrase.count <= range.upperBound {
                if phrase.indices.allSatisfy({ tokens[start + $0].hash == phrase[$0] }) { return start..<(start + phrase.count) }
            }
        }
        return nil
    }
}
