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
    let words: WordTable<WordClass>
    /// Phrases by their first token, longest first.
    let phrases: WordTable<[Phrase]>

    /// The lexicon of a language; English cues for a language without its own.
    static func of(_ language: String) -> SpeechLexicon { all[languages.contains(language) ? language : "en"] }

    /// Languages that have a lexicon.
    static let languages = ["en", "fr", "de", "es", "ru", "uk", "it", "pt", "zh", "ja", "pl", "nl", "ar", "tr", "ko"]

    private static let all = LanguageCache { SpeechLexicon($0) }

    /// The cues of a language: a file each for those that have many, one for all others.
    static func cues(of language: String) -> LexiconFile { cuesByLanguage[language] ?? otherCues }

    private static let cuesByLanguage = [
        "en": LexiconFile(PackageResources.cues_en_txt), "de": LexiconFile(PackageResources.cues_de_txt),
        "fr": LexiconFile(PackageResources.cues_fr_txt), "es": LexiconFile(PackageResources.cues_es_txt),
        "ru": LexiconFile(PackageResources.cues_ru_txt), "uk": LexiconFile(PackageResources.cues_uk_txt),
    ]
    private static let otherCues = LexiconFile(PackageResources.cues_more_txt)
    private static let grammar = LexiconFile(PackageResources.grammar_txt)

    private init(_ language: String) {
        var words = WordTable<WordClass>(minimumCapacity: 2048)
        var phrases = WordTable<[Phrase]>(minimumCapacity: 256)
        let files = [Self.cues(of: language), Self.grammar]
        for (name, word) in WordClass.sections {
            let areEnglishVerbs = language == "en" && !word.isDisjoint(with: .verbCue)
            for file in files {
                file.forEachRow(of: "\(language) \(name)") { row in
                    for column in 0..<row.count {
                        let entry = row.bytes(column)
                        let hashes = Tokenizer().hashes(ofEntry: entry)
                        guard let first = hashes.first else { continue }
                        var word = word
                        if areEnglishVerbs {
                            if Self.isGerund(entry) { word.insert(.gerund) }
                            // Rows give the base form, the third person, the past, the participle in -ing.
                            if column < 2, row.count > 2, hashes.count == 1, row[column] != "read" { word.insert(.present) }
                        }
                        if hashes.count == 1 {
                            words[first, default: []].formUnion(word)
                        } else {
                            phrases[first, default: []].append(Phrase(hashes: hashes, word: word))
                        }
                    }
                }
            }
        }
        self.words = words
        self.phrases = phrases.mapValues { $0.sorted { $0.hashes.count > $1.hashes.count } }
    }

    /// Whether the first word of an entry ends in "-ing".
    private static func isGerund(_ entry: Span<UInt8>) -> Bool {
        let end = entry.indices.first { entry[$0] == UInt8(ascii: " ") } ?? entry.count
        guard end > 3, entry[end - 3] == UInt8(ascii: "i"), entry[end - 2] == UInt8(ascii: "n"),
            entry[end - 1] == UInt8(ascii: "g")
        else { return false }
        return !(end == 4 && entry[0] == UInt8(ascii: "s"))
    }
}
