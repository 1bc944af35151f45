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
    static func of(_ language: String) -> TranslationLexicon? { languages.contains(language) ? all[language] : nil }

    private static let languages = ["en", "de", "fr", "es", "ru", "uk"]
    private static let all = LanguageCache { TranslationLexicon($0, file) }
    private static let file = LexiconFile(PackageResources.translated_txt)

    private init(_ language: String, _ file: LexiconFile) {
        let tokenizer = Tokenizer()
        func phrases(_ section: String) -> [[UInt64]] {
            var phrases: [[UInt64]] = []
            file.forEachCell(of: "\(language) \(section)") { phrases.append(tokenizer.hashes(ofEntry: $0)) }
            return phrases
        }
        /// The phrases of rows whose first column is the language that they name.
        func named(_ section: String) -> [([UInt64], String)] {
            var phrases: [([UInt64], String)] = []
            file.forEachRow(of: "\(language) \(section)") { row in
                let name = row[0]
                for column in 1..<max(1, row.count) where !row.bytes(column).isEmpty {
                    phrases.append((tokenizer.hashes(ofEntry: row.bytes(column)), name))
                }
            }
            return phrases
        }
        leads = PhraseTable(
            hashes: phrases("translated from").map { ($0, Lead.translated) } + phrases("spoken in").map { ($0, Lead.spoken) }
                + phrases("verb last").map { ($0, Lead.verbLast) }
        )
        names = PhraseTable(hashes: named("names"))
        let whole = phrases("translated").map { ($0, Phrase(language: nil, lead: .translated)) }
        let spoken = named("spoken").map { ($0.0, Phrase(language: $0.1, lead: .spoken)) }
        self.phrases = PhraseTable(hashes: whole + spoken)
        tails = file.words("\(language) tails")
        verbs = file.words("\(language) verbs")
        notes = PhraseTable(hashes: phrases("notes").map { ($0, true) })
    }
}
