/// What a language's words tell about where its sentences end: `Lexicons/sentences.txt`.
struct SentenceLexicon: Sendable {
    /// What a full stop after an abbreviation means. The lexicon file describes the classes.
    enum Abbreviation: UInt8, Sendable {
        case title, inner, numbered, ambiguous, ambiguousCapital, time, last
    }

    /// Abbreviations by the hash of their folded letters, without the last full stop (`u.s`).
    let abbreviations: WordTable<Abbreviation>
    /// Words that open sentences and are hardly ever part of a name.
    let starters: WordSet
    /// Words after a time of day that belong to it: days, months, time zones.
    let timeFollow: WordSet
    /// What stands behind a place to say whose clock a time is of: "London time".
    let clockNouns: WordSet
    /// Verbs that attribute speech, and the words that may stand right after such an attribution.
    let attribution: WordSet
    let attributionFollow: WordSet
    /// Particles that go on after a closed quotation (Japanese と).
    let particles: WordSet
    /// Names with an exclamation mark.
    let exclaimed: WordSet
    /// Whether ordinals are written with a full stop, and whether all nouns are capitalised.
    let hasOrdinalStops: Bool
    let capitalizesNouns: Bool
    /// Whether `;` is the question mark.
    let semicolonAsks: Bool
    /// Whether dates are written with a stop behind each number: Korean `2021. 10. 18.`
    let datesHaveStops: Bool
    /// Whether spaces end sentences and stops do not, as in Thai; and beginnings of clauses and ends of clauses, as bytes, that
    /// go on across a space.
    let spacesEndSentences: Bool
    let clauseHeads: [[UInt8]]
    let clauseTails: [[UInt8]]

    private init(_ file: LexiconFile, language: String) {
        func words(_ kind: String) -> WordSet { file.wordSet("\(language).\(kind)") }
        func ends(_ kind: String) -> [[UInt8]] {
            file["\(language).\(kind)"].joined().filter { !$0.isEmpty }.map { Array($0.utf8) }
        }
        // Earlier classes win over later ones.
        let classes: [(String, Abbreviation)] = [
            ("last", .last), ("time", .time), ("ambiguousCapital", .ambiguousCapital), ("ambiguous", .ambiguous),
            ("numbered", .numbered),
            ("inner", .inner), ("title", .title),
        ]
        var abbreviations = WordTable<Abbreviation>(minimumCapacity: 256)
        for owner in ["any", language] {
            for (kind, value) in classes {
                file.forEachCell(of: "\(owner).\(kind)") { abbreviations[Hash64.folded($0), default: value] = value }
            }
        }
        self.abbreviations = abbreviations
        starters = words("starter")
        timeFollow = words("timeFollow")
        clockNouns = words("clockNoun")
        attribution = words("attribution")
        attributionFollow = words("attributionFollow")
        particles = words("particle")
        exclaimed = words("bang")
        hasOrdinalStops = file["ordinals"].joined().contains(language)
        capitalizesNouns = language == "de" || language == "lb"
        semicolonAsks = language == "el"
        datesHaveStops = language == "ko"
        spacesEndSentences = language == "th" || language == "lo"
        clauseHeads = ends("head")
        clauseTails = ends("tail")
    }

    private static let file = LexiconFile(PackageResources.sentences_txt)

    private static let languages: Set<String> = {
        var languages = Set(file.sectionNames.compactMap { $0.split(separator: ".").first.map(String.init) })
        languages.formUnion(file["ordinals"].joined() + ["ko"])
        return languages.subtracting(["ordinals", "any"])
    }()

    private static let all = LanguageCache { SentenceLexicon(file, language: $0) }

    private static let none = SentenceLexicon(file, language: "")
    private static let aliases = ["no": "nb", "nn": "nb", "lb": "de", "be": "uk", "bg": "ru", "gl": "pt", "sk": "cs"]

    /// The lexicon of an ISO 639-1 code; English when the language is not known, an empty one when there is none.
    static func of(_ language: String?) -> SentenceLexicon {
        guard let language else { return all["en"] }
        for code in [language, String(language.prefix { $0 != "-" && $0 != "_" })] {
            let code = aliases[code] ?? code
            if languages.contains(code) { return all[code] }
        }
        return none
    }
}
