internal import TextCore

/// Words beside marked words that nobody says: mottoes, lines of songs, definitions, and names that languages set in marks.
struct AsideWords: Sendable {
    /// Nouns for mottoes and refrains ("motto", "девиз").
    let motto: Set<UInt64>
    /// Nouns for a part of a song ("line", "verse").
    let line: Set<UInt64>
    /// Nouns for songs and poems.
    let song: Set<UInt64>
    /// Nouns for songs and their words, which begin and go on.
    let songs: Set<UInt64>
    /// Verbs of singing.
    let singing: Set<UInt64>
    /// What a song does with its words ("begins", "includes").
    let running: Set<UInt64>
    /// What may stand between such a noun and the marks ("is", "reads").
    let link: Set<UInt64>
    /// Nouns for what carries written words in a crowd or on a wall ("banner", "placard"), by language.
    let carriers: LanguageCache<Set<UInt64>>
    /// What may stand between such a noun and the marks ("reading", "that said"), by language.
    let carrying: LanguageCache<Set<UInt64>>
    /// Verbs by which a text says what a word means ("defines").
    let defining: Set<UInt64>
    /// The same in German, with "unter" ("versteht").
    let understanding: Set<UInt64>
    /// English participles by which something has a name ("called").
    let calling: Set<UInt64>
    /// Russian and Ukrainian verbs of calling something so.
    let naming: Set<UInt64>
    /// English articles of what is new to the reader.
    let article: Set<UInt64>
    /// Conjunctions of manner before a cue ("как", "comme").
    let manner: Set<UInt64>
    /// Nouns that announce words, not names ("слова", "question").
    let wording: Set<UInt64>
    /// Endings of Russian and Ukrainian verbs, as UTF-8.
    let slavicVerbEndings: [[UInt8]]
    /// Nouns that bear names in marks, by language.
    private let bearers: LanguageCache<Bearers>

    /// The words of all languages.
    static let all = AsideWords(LexiconFile(PackageResources.asides_txt))

    private init(_ file: LexiconFile) {
        motto = file.words("motto")
        line = file.words("line")
        song = file.words("song")
        songs = file.words("songs")
        singing = file.words("singing")
        running = file.words("running")
        link = file.words("link")
        carriers = LanguageCache { file.words("\($0) carrier") }
        carrying = LanguageCache { file.words("\($0) carrying") }
        defining = file.words("defining")
        understanding = file.words("understanding")
        calling = file.words("calling")
        naming = file.words("naming")
        article = file.words("article")
        manner = file.words("manner")
        wording = file.words("wording")
        var endings: [[UInt8]] = []
        file.forEachCell(of: "slavic verb ending") { cell in endings.append(cell.indices.map { cell[$0] }) }
        slavicVerbEndings = endings
        bearers = LanguageCache { Bearers($0, file) }
    }

    /// Whether a noun of a language bears a name: company, paper, channel, centre, ship, … Some languages inflect them.
    func bears(_ language: String, hash: UInt64, folded: () -> String) -> Bool {
        guard Self.languages.contains(language) else { return false }
        let nouns = bearers[language]
        guard Self.inflecting.contains(language) else { return nouns.words.contains(hash) }
        let word = folded()
        return nouns.stems.contains { word.hasPrefix($0) && word.utf8.count <= $0.utf8.count + Self.longestEnding }
    }

    /// The bytes that an ending may have behind a stem.
    private static let longestEnding = 8
    private static let languages: Set<String> = ["ru", "uk", "pl", "fr", "es", "it", "pt", "en"]
    private static let inflecting: Set<String> = ["ru", "uk", "pl"]

    /// The nouns of one language: as words, and as stems.
    private struct Bearers: Sendable {
        let words: Set<UInt64>
        let stems: [String]

        init(_ language: String, _ file: LexiconFile) {
            let section = "\(language) bearer"
            words = file.words(section)
            var stems: [String] = []
            file.forEachCell(of: section) { cell in
                stems.append(String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self))
            }
            self.stems = stems
        }
    }
}
