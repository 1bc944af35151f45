internal import Language
internal import TextCore

/// The cues and function words of one language, by token hash.
struct SpeechLexicon: Sendable {
    /// Several tokens that are one cue ("according to").
    struct Phrase: Sendable {
        let hashes: [UInt64]
        let word: WordClass
    }

    /// Classes of single words.
    let words: [UInt64: WordClass]
    /// Phrases by their first token, longest first.
    let phrases: [UInt64: [Phrase]]

    /// The lexicon of a language; English cues for a language without its own.
    static func of(_ language: String) -> SpeechLexicon { all[language] ?? english }

    /// Languages that have a lexicon.
    static let languages = ["en", "fr", "de", "es", "ru", "uk", "it", "pt", "zh", "ja", "pl", "nl", "ar", "tr", "ko"]

    private static let all: [String: SpeechLexicon] = {
        let cues = LexiconFile(PackageResources.cues_txt)
        let grammar = LexiconFile(PackageResources.grammar_txt)
        return Dictionary(uniqueKeysWithValues: languages.map { ($0, SpeechLexicon($0, cues, grammar)) })
    }()

    private static let english = all["en"] ?? SpeechLexicon(words: [:], phrases: [:])

    /// The token hashes of an entry. An elided form (`qu'`) is read as it stands before a vowel.
    private static func hashes(_ entry: String, _ tokenizer: Tokenizer) -> [UInt64] {
        guard entry.hasSuffix("'") || entry.hasSuffix("’") else { return tokenizer.tokens(of: UTF8Text(entry)).map(\.hash) }
        return tokenizer.tokens(of: UTF8Text(entry + "a")).dropLast().map(\.hash)
    }

    private init(words: [UInt64: WordClass], phrases: [UInt64: [Phrase]]) {
        self.words = words
        self.phrases = phrases
    }

    private init(_ language: String, _ cues: LexiconFile, _ grammar: LexiconFile) {
        var words: [UInt64: WordClass] = [:]
        var phrases: [UInt64: [Phrase]] = [:]
        let tokenizer = Tokenizer()
        for (name, word) in WordClass.sections {
            for row in cues["\(language) \(name)"] + grammar["\(language) \(name)"] {
                for (column, entry) in row.enumerated() where !entry.isEmpty {
                    let hashes = Self.hashes(entry, tokenizer)
                    guard let first = hashes.first else { continue }
                    var word = word
                    if language == "en", !word.isDisjoint(with: .verbCue) {
                        let verb = entry.split(separator: " ").first ?? ""
                        if verb.hasSuffix("ing"), verb != "sing" { word.insert(.gerund) }
                        // Rows give the base form, the third person, the past, the participle in -ing.
                        if column < 2, row.count > 2, hashes.count == 1, entry != "read" { word.insert(.present) }
                    }
                    if hashes.count == 1 {
                        words[first, default: []].formUnion(word)
                    } else {
                        phrases[first, default: []].append(Phrase(hashes: hashes, word: word))
                    }
                }
            }
        }
        self.words = words
        self.phrases = phrases.mapValues { $0.sorted { $0.hashes.count > $1.hashes.count } }
    }
}
