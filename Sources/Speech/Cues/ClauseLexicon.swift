internal import TextCore

/// What tells where assertions start inside a sentence of one language: `Lexicons/clauses.txt`.
struct ClauseLexicon: Sendable {
    /// Conjunctions that set one assertion against another ("but", "while").
    let contrast: Set<UInt64>
    /// Conjunctions of what is not asserted by itself ("if", "when").
    let condition: Set<UInt64>
    /// Pronouns that open a relative clause behind a comma.
    let relative: Set<UInt64>
    /// Pronouns of clauses that no comma parts from what they tell of ("who").
    let restrictive: Set<UInt64>
    /// Words for people such a clause tells of ("those").
    let antecedent: Set<UInt64>
    /// Pasts of verbs that no ending shows and that are nothing but verbs, beside ``verb`` ("wept").
    let past: Set<UInt64>
    /// Articles that are nothing else: what stands behind one is a noun ("une").
    let indefinite: Set<UInt64>
    /// Words that open content ("that").
    let that: Set<UInt64>
    /// Finite verbs that no ending shows ("rose").
    let verb: Set<UInt64>
    /// Endings, as UTF-8, that are evidence of a finite verb.
    let verbEndings: [[UInt8]]
    /// Endings, as UTF-8, of participles that open a clause behind a comma.
    let participles: [[UInt8]]
    /// Participles that no ending shows, and adjectives, that stand behind the noun they tell of ("seen", "familiar").
    let postposed: Set<UInt64>
    /// Pronouns of objects that stand right before a verb ("lo acusó").
    let clitics: Set<UInt64>
    /// Whether a clause that a determiner opens needs a conjunction: elsewhere it may be a relative clause.
    let isStrict: Bool

    /// The lexicon of a language; an empty one for a language without its own, in which fewer cuts are made.
    static func of(_ language: String) -> ClauseLexicon { languages.contains(language) ? all[language] : none }

    private static let none = ClauseLexicon("", LexiconFile([]))
    private static let file = LexiconFile(PackageResources.clauses_txt)
    private static let languages = Set(file.sectionNames.compactMap { $0.split(separator: " ").first.map(String.init) })
    private static let all = LanguageCache { ClauseLexicon($0, file) }

    private init(_ language: String, _ file: LexiconFile) {
        contrast = file.words("\(language) contrast")
        condition = file.words("\(language) condition")
        relative = file.words("\(language) relative")
        restrictive = file.words("\(language) restrictive")
        antecedent = file.words("\(language) antecedent")
        past = file.words("\(language) past")
        indefinite = file.words("\(language) indefinite")
        that = file.words("\(language) that")
        verb = file.words("\(language) verb")
        verbEndings = file["\(language) verbEnding"].joined().map { Array($0.utf8) }
        participles = file["\(language) participle"].joined().map { Array($0.utf8) }
        postposed = file.words("\(language) postposed")
        clitics = file.words("\(language) clitic")
        isStrict = !file["\(language) strict"].isEmpty
    }

    /// Whether a word ends with one of `endings` behind at least two letters more.
    static func ends(_ token: Token, in bytes: Span<UInt8>, with endings: [[UInt8]]) -> Bool {
        let range = token.range
        return endings.contains { ending in
            guard range.count >= ending.count + 2 else { return false }
            let start = range.upperBound - ending.count
            return ending.indices.allSatisfy { bytes[start + $0] == ending[$0] }
        }
    }
}
