internal import TextCore

/// Words beside figures that tell what they are: pieces of a change, parts, sums, votes, casualties. Verbs are looked up by
/// their stems. The data are in `Lexicons/roles-of-figures.txt`.
struct FigureRoleLexicon: Sendable {
    /// Which way a change goes.
    enum Direction: Sendable {
        case up, down, apart
    }

    /// A verb that tells by how many times something grew or shrank: "doubled", "halved".
    struct Factor: Sendable {
        let value: Double
        let direction: Direction
    }

    /// Verbs and nouns of change, by stem.
    private(set) var changes = WordTable<Direction>()
    /// Verbs and nouns of what happens to people, by stem.
    private(set) var casualties = WordTable<Figure.Casualty>()
    private(set) var factors = PhraseTable<Factor>()
    /// What stands behind a percentage by which something is more or less: „mehr als“.
    private(set) var comparisons = PhraseTable<Direction>()
    /// Verbs that tell of sums earned and lost rather than of by how much something changed: "lost $3 million".
    private(set) var earnings = WordSet()
    /// Behind those who are none: «Погибших нет».
    private(set) var nonesBehind = WordSet()
    /// Verbs between people and their injuries: «получили».
    private(set) var receiving = WordSet()
    /// What a sentence may have the number of: "death toll".
    private(set) var tolls = PhraseTable<Figure.Casualty>()
    /// Phrases that tell of the dead in front of their number ("claimed the lives of") and behind it ("lost their lives").
    private(set) var losses = PhraseTable<Void>()
    private(set) var lossesBehind = PhraseTable<Void>()
    /// "died", "survived": of those only of whom they are told, and never in front of a noun's other words.
    private(set) var finiteLosses = WordSet()
    /// "lives", and the verbs that take them: "claimed"; nouns that are lives lost by themselves: "Menschenleben".
    private(set) var lives = WordSet()
    private(set) var claims = WordSet()
    private(set) var livesLost = WordSet()
    /// Verbs between the word for casualties and their number: "Жертвами взрыва стали 19 человек".
    private(set) var becoming = WordSet()
    /// Between a noun and the sum of money or percentage that it is ("a fine of"), and nouns that say no more than that it is one
    /// ("the sum of").
    private(set) var amounts = PhraseTable<Void>()
    private(set) var notAmounts = WordSet()
    /// Adjectives of sums: "record".
    private(set) var amountAdjectives = WordSet()
    /// Behind a sum of money, in front of what it is for: "for"; and those of them that need a bare noun: "in aid".
    private(set) var purposes = WordSet()
    private(set) var kinds = WordSet()
    private(set) var worth = PhraseTable<Void>()
    /// Forms of verbs that say what money is ("fined"), with the stem of the noun for it ("fine").
    private(set) var acts = WordTable<UInt64>()
    /// What shows that the word in -s in front of it is a verb: articles, owners, and pronouns that are objects.
    private(set) var objects = WordSet()
    /// Verbs in -s that stand behind nouns and could be taken for their plural: "comes".
    private(set) var finite = WordSet()
    /// Between a number and who they are: "were".
    private(set) var copulas = WordSet()
    /// Articles and owners in front of a noun.
    private(set) var determiners = WordSet()
    /// Behind a vote, in front of what it is on: "on"; and verbs of what passes or is passed: "passed".
    private(set) var motions = WordSet()
    private(set) var passing = WordSet()
    /// In front of a figure: "from", "to", "by".
    private(set) var from = WordSet()
    private(set) var to = WordSet()
    private(set) var by = WordSet()
    /// In front of a figure or behind it: "another", "more".
    private(set) var further = WordSet()
    private(set) var furtherBehind = WordSet()
    /// "a total of", "in total".
    private(set) var totals = PhraseTable<Void>()
    /// "insgesamt", "всего" at the start of a sentence, with its verb behind.
    private(set) var openings = WordSet()
    /// The last words of ``totals`` and ``including``.
    private(set) var lastWords: Set<UInt64> = []
    private(set) var totalsBehind = PhraseTable<Void>()
    /// "including", "of them".
    private(set) var including = PhraseTable<Void>()
    private(set) var ofThem = PhraseTable<Void>()
    /// Words of votes and of matches.
    private(set) var votes = WordSet()
    private(set) var scores = WordSet()
    /// Nouns of votes ("abstentions"), and what stands behind a side of a vote ("in favor").
    private(set) var voteNouns = WordSet()
    private(set) var sides = PhraseTable<Void>()
    /// Verbs of voters ("voted"), and which way they vote ("against").
    private(set) var voting = WordSet()
    private(set) var stands = WordSet()
    /// One person killed, hurt or missing, behind an article: "un mort"; and what stands in front of casualties: "a fait".
    private(set) var victims = WordSet()
    private(set) var leaves = WordSet()
    /// Owners in front of somebody who shares the fate of those counted ("and their mother"); what may stand in front of a subject
    /// ("that"); and verbs of one person alone, whose subject two are not ("was").
    private(set) var owners = WordSet()
    /// "and" in front of them, where numbers are not joined by it: «и».
    private(set) var joins = WordSet()
    /// In front of where those counted were: "in the lorry".
    private(set) var inside = WordSet()
    private(set) var clauseOpenings = WordSet()
    private(set) var singularVerbs = WordSet()
    /// Nouns of those whom something happened to where there are none: "no casualties"; verbs of what cannot be told of nobody
    /// ("no one should die"); and those whose loss is death, behind what loses them: "lost 12 soldiers".
    private(set) var noVictims = WordSet()
    /// Participles of reports: "no casualties were reported".
    private(set) var reports = WordSet()
    private(set) var modals = WordSet()
    private(set) var losing = WordSet()
    private(set) var forces = WordSet()
    /// What things rise and fall by: "points", "seats".
    private(set) var steps = WordSet()
    /// Nouns that say no more than that people are counted, and the stem that stands for them all.
    private(set) var people = WordSet()
    private(set) var peopleStem: UInt64?
    /// Verbs of casualties whose particle stands behind those counted („nahm 23 Menschen fest“), by the verb: particle and casualty.
    private(set) var splitVerbs: [UInt64: (particle: UInt64, casualty: Figure.Casualty)] = [:]
    /// "a crowd of": in front of a number of people.
    private(set) var crowds = PhraseTable<Void>()
    /// "all": in front of a number that is the whole of them.
    private(set) var all = WordSet()
    /// Words between casualties and what tells of them: "12 were reported killed", "six suffered minor injuries".
    private(set) var reported = WordSet()
    /// "or" between two ways to say one measurement.
    private(set) var or = WordSet()
    /// "forties", "fünfziger": decades of a life.
    private(set) var decadesOfLife: [UInt64: Double] = [:]
    /// What stands in front of them: "his".
    private(set) var whose = WordSet()
    /// Verbs that stand behind a subject: "were", "wurden".
    private(set) var auxiliaries = WordSet()
    /// Verbs between a figure and what it is of, by stem: "was", "cost", "reached"; and prepositions behind that noun: "in".
    private(set) var measures: Set<UInt64> = []
    private(set) var ofWhat = WordSet()
    /// Whether the language has no words of roles.
    var isEmpty: Bool { changes.count == 0 }

    init(_ language: String, _ flags: inout VocabularyBuilder) {
        let rows = LanguageSections(LexiconFile(PackageResources.roles_of_figures_txt), language: language)
        let stems = LexiconStems(language)
        readChanges(rows, stems, &flags)
        readCasualties(rows, stems)
        readLosses(rows)
        readPlaces(rows)
        readNobody(rows, &flags)
        readSums(rows)
        readMoney(rows, stems)
        readVotes(rows)
        readAges(rows, &flags)
        readWords(rows)
        readMeasures(rows, stems)
    }

    /// What rises and falls, and what stands around the figures that say how much.
    private mutating func readChanges(_ rows: LanguageSections, _ stems: LexiconStems, _ flags: inout VocabularyBuilder) {
        var directions: [UInt64: Direction] = [:]
        for (section, direction) in [("up", Direction.up), ("down", .down), ("apart", .apart)] {
            for word in rows.words(section) { directions[stems.stem(word)] = direction }
        }
        changes = WordTable(hashes: directions.map { ($0.key, $0.value) })
        let factors = rows.phrases("factor", columns: 3) { row in
            Double(row[1]).map { Factor(value: $0, direction: row[2] == "down" ? .down : .up) }
        }
        flags.add(.factor, toStartsOf: factors)
        self.factors = PhraseTable(factors)
        comparisons = PhraseTable(rows.phrases("comparison") { $0[1] == "down" ? .down : .up })
        receiving = rows.set("receiving")
        from = rows.set("from")
        to = rows.set("to")
        by = rows.set("by")
        steps = rows.set("step")
        earnings = rows.set("earning")
    }

    /// What happens to people, and who they are.
    private mutating func readCasualties(_ rows: LanguageSections, _ stems: LexiconStems) {
        var found: [UInt64: Figure.Casualty] = [:]
        for casualty in [Figure.Casualty.killed, .injured, .missing, .detained, .displaced, .rescued, .survived] {
            for word in rows.words(casualty.rawValue) { found[stems.stem(word)] = casualty }
        }
        casualties = WordTable(hashes: found.map { ($0.key, $0.value) })
        tolls = PhraseTable(rows.phrases("toll") { Figure.Casualty(rawValue: $0[1]) })
        for row in rows.rows("split", columns: 2) {
            let words = row[0].split(separator: " ")
            guard words.count == 2, let casualty = Figure.Casualty(rawValue: row[1]) else { continue }
            splitVerbs[Hash64.folded(words[0])] = (Hash64.folded(words[1]), casualty)
        }
        victims = rows.set("victim")
        leaves = rows.set("leaves")
        becoming = rows.set("becoming")
        reported = rows.file.spacedWordSet("reported")
        people = rows.set("people")
        peopleStem = rows.words("people").first.map(stems.stem)
        crowds = rows.phraseTable("crowd")
    }

    private mutating func readLosses(_ rows: LanguageSections) {
        losses = rows.phraseTable("loss")
        lossesBehind = rows.phraseTable("lossBehind")
        finiteLosses = rows.set("finiteLoss")
        lives = rows.set("life")
        claims = rows.set("claim")
        livesLost = rows.set("lifeLost")
        losing = rows.set("losing")
        forces = rows.set("force")
    }

    /// Where those counted were, and who shares their fate.
    private mutating func readPlaces(_ rows: LanguageSections) {
        inside = rows.set("inside")
        owners = rows.set("owner")
        joins = rows.set("join")
        clauseOpenings = rows.set("clauseOpening")
        singularVerbs = rows.set("singular")
    }

    private mutating func readNobody(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        nonesBehind = rows.set("noneBehind")
        for word in rows.words("noneBehind") { flags.add(.factor, to: word) }
        noVictims = rows.set("noVictim")
        reports = rows.set("reports")
        modals = rows.set("modal")
    }

    /// Sums, their parts and what comes on top.
    private mutating func readSums(_ rows: LanguageSections) {
        further = rows.set("further")
        furtherBehind = rows.set("furtherBehind")
        let totals = rows.phrases("total", columns: 1) { _ in () }
        let including = rows.phrases("including", columns: 1) { _ in () }
        let crowds = rows.phrases("crowd", columns: 1) { _ in () }
        self.totals = PhraseTable(totals)
        self.including = PhraseTable(including)
        lastWords = Set((totals + including + crowds).compactMap(\.hashes.last))
        totalsBehind = rows.phraseTable("totalBehind")
        ofThem = rows.phraseTable("ofThem")
        openings = rows.set("opening")
        all = rows.set("all")
        or = rows.set("or")
    }

    /// What money is for.
    private mutating func readMoney(_ rows: LanguageSections, _ stems: LexiconStems) {
        amounts = rows.phraseTable("amount")
        notAmounts = rows.set("notAmount")
        amountAdjectives = rows.set("amountAdjective")
        purposes = rows.set("purpose")
        kinds = rows.set("kind")
        worth = rows.phraseTable("worth")
        acts = WordTable(hashes: rows.values("act") { stems.stem($0[...]) }.map { (Hash64.folded($0.word), $0.value) })
    }

    private mutating func readVotes(_ rows: LanguageSections) {
        votes = rows.set("vote")
        scores = rows.set("score")
        voteNouns = rows.set("voteNoun")
        sides = rows.phraseTable("side")
        voting = rows.set("voting")
        stands = rows.set("stand")
        motions = rows.set("motion")
        passing = rows.set("passing")
    }

    private mutating func readAges(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        for (word, year) in rows.pairs("decadeOfLife") {
            decadesOfLife[Hash64.folded(word)] = Double(year)
            flags.add(.factor, to: word)
        }
        whose = rows.set("whose")
    }

    /// Verbs and articles that tell where a noun ends.
    private mutating func readWords(_ rows: LanguageSections) {
        finite = rows.set("finite")
        objects = WordSet(rows.words("determiner") + rows.words("object"))
        copulas = rows.set("are")
        determiners = rows.set("determiner")
        auxiliaries = rows.set("auxiliary")
    }

    private mutating func readMeasures(_ rows: LanguageSections, _ stems: LexiconStems) {
        measures = Set(rows.words("measure").map(stems.stem))
        ofWhat = rows.set("ofWhat")
    }
}

/// Stems of a lexicon's words, as they stand for all their forms in a text.
private struct LexiconStems {
    private let stemmer: Stemmer?

    init(_ language: String) { stemmer = Stemmer(language: language) }

    /// The hash of a word's stem, or of the word where the language has no stemmer.
    func stem(_ word: Substring) -> UInt64 {
        stemmer?.stemHash(Array(CaseFolding.fold(String(word)).utf8)) ?? Hash64.folded(word)
    }
}
