internal import Language
internal import TextCore

/// The words that collation treats apart, of one language, as hashes of case-folded forms (see ``Token/hash``).
///
/// English stands in for languages without lists: its words hardly occur there, so nothing is taken for a word of
/// grammar by mistake.
struct WordLists: Sendable {
    /// Articles, pronouns, prepositions, auxiliaries: no part of what is compared.
    let function: Set<UInt64>
    /// Words so common in news that they weigh half.
    let common: Set<UInt64>
    let negation: Set<UInt64>
    /// Words that point in opposite directions, axis by axis: more and less, for and against.
    let directions: [(up: Set<UInt64>, down: Set<UInt64>)]
    /// Words that set what follows against what precedes ("rather than").
    let contrast: Set<UInt64>
    /// Conjunctions that may start a claim of its own.
    let clause: Set<UInt64>
    /// Relative pronouns and "that".
    let relative: Set<UInt64>
    /// Those of them that also join nouns ("and").
    let additive: Set<UInt64>
    /// Verbs that attribute.
    let attribution: Set<UInt64>
    /// Those of them that also take a thing ("announces a plan").
    let announcing: Set<UInt64>
    /// First parts of words with a hyphen ("anti-").
    let prefixes: Set<UInt64>
    /// Words that add a part to the one before ("another 32%").
    let further: Set<UInt64>
    /// Words that set a part against the others ("only 12%").
    let restricting: Set<UInt64>
    /// Words for what is left of a whole.
    let rest: Set<UInt64>
    /// Words that say how much an answer is held ("strongly", "somewhat"), and their stems.
    let degrees: Set<UInt64>
    let degreeStems: Set<UInt64>
    /// Those of whom a share is asked: "respondents".
    let asked: Set<UInt64>
    /// Who a sentence behind a number says that they were ("The dead"), and the verbs that do so ("were").
    let roster: Set<UInt64>
    let copulas: Set<UInt64>
    /// Nouns that count people without saying which ("people"), and for each way to part them, the nouns of both sides: women and men.
    let everybody: Set<UInt64>
    let peopleBySides: [[Set<UInt64>]]
    /// What has shares that come to 100 percent: "vote", "shares", and verbs of those who get one of a vote.
    let wholes: Set<UInt64>
    let wins: Set<UInt64>
    /// Words of those who are arrested, charged or tried, and words in front of what for ("with", "suspicion").
    let charging: Set<UInt64>
    let chargedWith: Set<UInt64>
    /// Openings of headlines that announce a text and claim nothing ("what we know").
    let announcements: PhraseTable<Void>
    /// Words of those to whom nothing happened.
    let unhurt: Set<UInt64>
    /// Words that tell that something came later than what was told before.
    let later: Set<UInt64>
    /// Prepositions in front of figures: where a change starts, where it ends, how far it goes.
    let levelFrom: Set<UInt64>
    let levelTo: Set<UInt64>
    let levelBy: Set<UInt64>
    /// Words that announce a sum.
    let total: Set<UInt64>
    /// Words that claim more than half.
    let majority: Set<UInt64>
    let pronoun: Set<UInt64>
    /// Words that say that something happens, not what ("begin", "scheduled", "held").
    let staging: Set<UInt64>
    /// Words in front of a year where a stretch begins or ends ("since"), besides those of ``levelFrom`` and ``levelTo``.
    let spans: Set<UInt64>
    /// Words in front of these that say that a value is the greatest or least of a stretch ("the highest since 1994").
    let records: Set<UInt64>
    /// Verbs for what is done to a forecast, whichever way its noun points ("cut its growth forecast").
    let revising: Set<UInt64>
    /// Words of terms that courts give: "sentenced".
    let penalties: Set<UInt64>
    /// Words beside a count that grows ("toll", "so far").
    let running: Set<UInt64>
    /// Words in front of the whole that a count is a part of ("two among the seven").
    let among: Set<UInt64>
    /// Words for what is only asked or offered ("proposed", "wants").
    let proposing: Set<UInt64>
    /// Words for what is not so yet, or only may be ("expected", "could").
    let open: Set<UInt64>
    /// Phrases that make a number one of each day, week or year.
    let rates: PhraseTable<Void>
    /// Words that compare a percentage with another time's, and say nothing of what it is of.
    let comparing: Set<UInt64>
    /// Words beside what has another value tomorrow ("price", "index").
    let moving: Set<UInt64>
    /// Words for what the same people do many times: calls, meetings, visits.
    let encounters: Set<UInt64>
    /// Words between "the" and a percentage that stands for people ("the top 1 percent").
    let tiers: Set<UInt64>
    /// Nouns behind or in front of a name that make it one of a place, and prepositions that do.
    let regions: Set<UInt64>
    let locative: Set<UInt64>
    /// Phrases that add to a count what it does not count ("as well as").
    let beside: PhraseTable<Void>
    /// "Third" is 3, up to ten.
    let ordinals: [UInt64: Int]
    /// Days of the week, Monday is 1.
    let weekdays: [UInt64: Int]
    /// Words in front of a day or year of birth.
    let birth: Set<UInt64>
    /// Words that tell that an age is one of another time than today's.
    let then: Set<UInt64>
    /// Nouns for the places of a body that votes ("members", "seats").
    let seats: Set<UInt64>
    /// Bodies that vote.
    let bodies: Set<UInt64>
    /// Words of grammar, with the number of their row: what two of one row stand in front of cannot be both ("before", "after").
    let opposites: [UInt64: Int]
    /// Words of those who take neither side ("undecided").
    let undecided: Set<UInt64>
    /// The sides of a question of which nobody takes both.
    let sides: (yes: Set<UInt64>, no: Set<UInt64>)
    /// From stem hash to a number that all words of one concept share.
    private(set) var concepts: [UInt64: UInt64]

    /// The lists of a language, by ISO 639-1 code. Read once per process, when a story first has the language.
    static func of(_ language: String) -> WordLists {
        switch language {
        case "fr": french
        case "de": german
        case "es": spanish
        case "ru": russian
        default: fallback
        }
    }

    /// The languages with lists, and with words of numbers and times.
    static let languages: Set<String> = ["en", "fr", "de", "es", "ru"]

    private static let fallback = WordLists("en")
    private static let french = WordLists("fr")
    private static let german = WordLists("de")
    private static let spanish = WordLists("es")
    private static let russian = WordLists("ru")

    private static let functionFile = LexiconFile(PackageResources.function_words_txt)
    private static let commonFile = LexiconFile(PackageResources.common_words_txt)
    private static let signalFile = LexiconFile(PackageResources.signals_txt)
    private static let conceptFile = LexiconFile(PackageResources.concepts_txt)

    private init(_ language: String) {
        func signal(_ name: String) -> Set<UInt64> { Self.signalFile.words("\(language).\(name)") }
        func phrases(_ name: String) -> PhraseTable<Void> {
            PhraseTable(Self.signalFile["\(language).\(name)"].joined().lazy.filter { !$0.isEmpty }.map { (String($0), ()) })
        }
        function = Self.functionFile.words(language)
        common = Self.commonFile.words(language)
        negation = signal("negation")
        directions = [(signal("up"), signal("down")), (signal("for"), signal("against"))]
        contrast = signal("contrast")
        clause = signal("clause")
        relative = signal("relative")
        additive = signal("additive")
        attribution = signal("attribution")
        announcing = signal("announcing")
        prefixes = signal("prefixes")
        further = signal("further")
        restricting = signal("restricting")
        rest = signal("rest")
        degrees = signal("degree")
        asked = signal("asked")
        roster = signal("roster")
        copulas = signal("copula")
        everybody = signal("everybody")
        peopleBySides = [[signal("women"), signal("men")], [signal("adults"), signal("children")]]
        wholes = signal("whole")
        majority = signal("majority")
        levelFrom = signal("levelFrom")
        levelTo = signal("levelTo")
        levelBy = signal("levelBy")
        total = signal("total")
        pronoun = signal("pronoun")
        staging = signal("staging")
        running = signal("running")
        penalties = signal("penalty")
        spans = signal("spans")
        records = signal("records")
        revising = signal("revising")
        among = signal("among")
        proposing = signal("proposing")
        wins = signal("win")
        unhurt = signal("unhurt")
        charging = signal("charging")
        chargedWith = signal("chargedWith")
        announcements = phrases("announcement")
        later = signal("later")
        open = signal("open")
        rates = phrases("rates")
        comparing = signal("comparing").union(directions.first?.up ?? []).union(directions.first?.down ?? [])
        moving = signal("moving")
        encounters = signal("encounters")
        tiers = signal("tiers")
        regions = signal("regions")
        locative = signal("locative")
        beside = phrases("beside")
        birth = signal("birth")
        then = signal("then")
        seats = signal("seats")
        bodies = signal("bodies")
        undecided = signal("undecided")
        sides = (signal("yes"), signal("no"))
        weekdays = Self.numbered("\(language).weekdays")
        ordinals = Self.numbered("\(language).ordinals")
        opposites = Self.numbered("\(language).opposites")
        let stemmer = Stemmer(language: language)
        degreeStems = Set(
            Self.signalFile["\(language).degree"].joined().lazy.filter { !$0.isEmpty }.map { word in
                stemmer?.stemHash(Array(word.utf8)) ?? Hash64.folded(word)
            }
        )
        concepts = Self.concepts(language, stemmer)
    }

    /// From stem hash to concept. A word with an English equivalent stands for that word's concept, or for its stem.
    private static func concepts(_ language: String, _ stemmer: Stemmer?) -> [UInt64: UInt64] {
        var concepts: [UInt64: UInt64] = [:]
        conceptFile.forEachRow(of: language) { row in
            var concept: UInt64?
            for column in 0..<row.count where !row.bytes(column).isEmpty {
                let name = concept ?? Hash64.folded("=" + row[column])
                concept = name
                let word = row.bytes(column)
                let stem = stemmer?.stemHash(ofUnfolded: word) ?? Hash64.folded(word)
                if concepts[stem] == nil { concepts[stem] = name }
            }
        }
        guard language != "en", let table = TranslationLexicon.table(language) else { return concepts }
        for (stem, rows) in table.concepts where concepts[stem] == nil {
            guard let row = rows.first, TranslationLexicon.heads.indices.contains(Int(row)) else { continue }
            let head = TranslationLexicon.heads[Int(row)]
            concepts[stem] = fallback.concepts[head] ?? head
        }
        return concepts
    }

    /// The words of a section, with the number of their row, the first being 1.
    private static func numbered(_ section: String) -> [UInt64: Int] {
        var numbers: [UInt64: Int] = [:]
        for (index, names) in signalFile[section].enumerated() {
            for name in names where !name.isEmpty { numbers[Hash64.folded(name)] = index + 1 }
        }
        return numbers
    }

    /// The same lists with other concepts.
    func with(concepts: [UInt64: UInt64]) -> WordLists {
        var lists = self
        lists.concepts = concepts
        return lists
    }
}
