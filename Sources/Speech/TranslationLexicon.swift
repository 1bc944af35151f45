internal import TextCore

/// The words of one language that say in what language somebody spoke.
struct TranslationLexicon: Sendable {
    /// What a phrase in front of a language's name says.
    enum Lead: Sendable {
        /// Words are translated ("translated from the", "speaking in").
        case translated
        /// Words are translated when a cue stands right before it ("in").
        case spoken
        /// Words are translated when the sentence says so behind the name ("aus dem … übersetzt").
        case verbLast
    }

    /// What a phrase that needs no name says: the language, where the phrase has it ("по-английски").
    struct Phrase: Sendable {
        let language: String?
        let lead: Lead
    }

    /// Phrases in front of a language's name.
    let leads: PhraseTable<Lead>
    /// The names of languages, with their ISO 639 codes.
    let names: PhraseTable<String>
    /// Phrases that need no name.
    let phrases: PhraseTable<Phrase>
    /// Words that may stand behind a language's name and belong to it ("языке").
    let tails: Set<UInt64>
    /// Words behind a language's name that say that words are translated ("übersetzt").
    let verbs: Set<UInt64>
    /// Words in brackets that only an editor writes ("sic", "Anm. d. Red.").
    let notes: PhraseTable<Bool>

    /// The lexicon of a language; nil for a language without one.
    static func of(_ language: String) -> TranslationLexicon? { all[language] }

    private static let all: [String: TranslationLexicon] = {
        let file = LexiconFile(PackageResources.translated_txt)
        return Dictionary(
            uniqueKeysWithValues: ["en", "de", "fr", "es", "ru", "uk"].map { ($0, TranslationLexicon($0, file)) }
        )
    }()

    private init(_ language: String, _ file: LexiconFile) {
        let tokenizer = Tokenizer()
        func phrases(_ section: String) -> [[UInt64]] {
            file["\(language) \(section)"].joined().filter { !$0.isEmpty }.map { Self.hashes($0, tokenizer) }
        }
        leads = PhraseTable(
            hashes: phrases("translated from").map { ($0, Lead.translated) } + phrases("spoken in").map { ($0, Lead.spoken) }
                + phrases("verb last").map { ($0, Lead.verbLast) }
        )
        names = PhraseTable(
            hashes: file["\(language) names"].flatMap { row in
                row.dropFirst().filter { !$0.isEmpty }.map { (Self.hashes($0, tokenizer), row[0]) }
            }
        )
        let whole = phrases("translated").map { ($0, Phrase(language: nil, lead: .translated)) }
        let named = file["\(language) spoken"].flatMap { row in
            row.dropFirst().filter { !$0.isEmpty }.map {
                (Self.hashes($0, tokenizer), Phrase(language: row[0], lead: .spoken))
            }
        }
        self.phrases = PhraseTable(hashes: whole + named)
        tails = file.words("\(language) tails")
        verbs = file.words("\(language) verbs")
        notes = PhraseTable(hashes: phrases("notes").map { ($0, true) })
    }

    /// The token hashes of a phrase. An elided form (`l'`) is read as it stands before a vowel.
    private static func hashes(_ phrase: String, _ tokenizer: Tokenizer) -> [UInt64] {
        guard phrase.hasSuffix("'") else { return tokenizer.tokens(of: UTF8Text(phrase)).map(\.hash) }
        return tokenizer.tokens(of: UTF8Text(phrase + "a")).dropLast().map(\.hash)
    }
}
