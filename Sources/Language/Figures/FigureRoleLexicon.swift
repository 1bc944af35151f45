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
    let changes: WordTable<Direction>
    /// Verbs and nouns of what happens to people, by stem.
    let casualties: WordTable<Figure.Casualty>
    let factors: PhraseTable<Factor>
    /// What a sentence may have the number of: "death toll".
    let tolls: PhraseTable<Figure.Casualty>
    /// Phrases that tell of the dead in front of their number ("claimed the lives of") and behind it ("lost their lives").
    let losses: PhraseTable<Void>
    let lossesBehind: PhraseTable<Void>
    /// "died", "survived": of those only of whom they are told, and never in front of a noun's other words.
    let finiteLosses: WordSet
    /// "lives", and the verbs that take them: "claimed"; nouns that are lives lost by themselves: "Menschenleben".
    let lives: WordSet
    let claims: WordSet
    let livesLost: WordSet
    /// Verbs between the word for casualties and their number: "Жертвами взрыва стали 19 человек".
    let becoming: WordSet
    /// Between a noun and the sum of money or percentage that it is ("a fine of"), and nouns that say no more than that it is one
    /// ("the sum of").
    let amounts: PhraseTable<Void>
    let notAmounts: WordSet
    /// Adjectives of sums: "record".
    let amountAdjectives: WordSet
    /// Behind a sum of money, in front of what it is for: "for"; and those of them that need a bare noun: "in aid".
    let purposes: WordSet
    let kinds: WordSet
    let worth: PhraseTable<Void>
    /// Forms of verbs that say what money is ("fined"), with the stem of the noun for it ("fine").
    let acts: WordTable<UInt64>
    /// What shows that the word in -s in front of it is a verb: articles, owners, and pronouns that are objects.
    let objects: WordSet
    /// Verbs in -s that stand behind nouns and could be taken for their plural: "comes".
    let finite: WordSet
    /// Between a number and who they are: "were".
    let copulas: WordSet
    /// Articles and owners in front of a noun.
    let determiners: WordSet
    /// Behind a vote, in front of what it is on: "on"; and verbs of what passes or is passed: "passed".
    let motions: WordSet
    let passing: WordSet
    /// In front of a figure: "from", "to", "by".
    let from: WordSet
    let to: WordSet
    let by: WordSet
    /// In front of a figure or behind it: "another", "more".
    let further: WordSet
    let furtherBehind: WordSet
    /// "a total of", "in total".
    let totals: PhraseTable<Void>
    /// "insgesamt", "всего" at the start of a sentence, with its verb behind.
    let openings: WordSet
    /// The last words of ``totals`` and ``including``.
    let lastWords: Set<UInt64>
    let totalsBehind: PhraseTable<Void>
    /// "including", "of them".
    let including: PhraseTable<Void>
    let ofThem: PhraseTable<Void>
    /// Words of votes and of matches.
    let votes: WordSet
    let scores: WordSet
    /// Nouns of votes ("abstentions"), and what stands behind a side of a vote ("in favor").
    let voteNouns: WordSet
    let sides: PhraseTable<Void>
    /// Verbs of voters ("voted"), and which way they vote ("against").
    let voting: WordSet
    let stands: WordSet
    /// One person killed, hurt or missing, behind an article: "un mort"; and what stands in front of casualties: "a fait".
    let victims: WordSet
    let leaves: WordSet
    /// Owners in front of somebody who shares the fate of those counted ("and their mother"); what may stand in front of a subject
    /// ("that"); and verbs of one person alone, whose subject two are not ("was").
    let owners: WordSet
    /// "and" in front of them, where numbers are not joined by it: «и».
    let joins: WordSet
    /// In front of where those counted were: "in the lorry".
    let inside: WordSet
    let clauseOpenings: WordSet
    let singularVerbs: WordSet
    /// Nouns of those whom something happened to where there are none: "no casualties"; verbs of what cannot be told of nobody
    /// ("no one should die"); and those whose loss is death, behind what loses them: "lost 12 soldiers".
    let noVictims: WordSet
    /// Participles of reports: "no casualties were reported".
    let reports: WordSet
    let modals: WordSet
    let losing: WordSet
    let forces: WordSet
    /// What things rise and fall by: "points", "seats".
    let steps: WordSet
    /// Nouns that say no more than that people are counted, and the stem that stands for them all.
    let people: WordSet
    let peopleStem: UInt64?
    /// Verbs of casualties whose particle stands behind those counted („nahm 23 Menschen fest“), by the verb: particle and casualty.
    private(set) var splitVerbs: [UInt64: (particle: UInt64, casualty: Figure.Casualty)] = [:]
    /// "a crowd of": in front of a number of people.
    let crowds: PhraseTable<Void>
    /// "all": in front of a number that is the whole of them.
    let all: WordSet
    /// Words between casualties and what tells of them: "12 were reported killed", "six suffered minor injuries".
    let reported: WordSet
    /// "or" between two ways to say one measurement.
    let or: WordSet
    /// "forties", "fünfziger": decades of a life.
    private(set) var decadesOfLife: [UInt64: Double] = [:]
    /// What stands in front of them: "his".
    let whose: WordSet
    /// Verbs that stand behind a subject: "were", "wurden".
    let auxiliaries: WordSet
    /// Verbs between a figure and what it is of, by stem: "was", "cost", "reached"; and prepositions behind that noun: "in".
    let measures: Set<UInt64>
    let ofWhat: WordSet
    let isEmpty: Bool

    init(_ language: String, _ figures: LexiconFile, _ flags: inout VocabularyBuilder) {
        let file = LexiconFile(PackageResources.roles_of_figures_txt)
        let stemmer = Stemmer(language: language)
        func stem(_ word: Substring) -> UInt64 {
            stemmer?.stemHash(Array(CaseFolding.fold(String(word)).utf8)) ?? Hash64.folded(word)
        }
        func words(_ section: String) -> [Substring] { file.spacedWords("\(language).\(section)") }
        func set(_ section: String) -> WordSet { file.spacedWordSet("\(language).\(section)") }
        func phrases(_ section: String) -> PhraseTable<Void> {
            PhraseTable(hashes: file["\(language).\(section)"].map { (flags.tokenHashes($0[0]), ()) }, keepingFirst: true)
        }
        var changes: [UInt64: Direction] = [:]
        var casualties: [UInt64: Figure.Casualty] = [:]
        for (section, direction) in [("up", Direction.up), ("down", .down), ("apart", .apart)] {
            for word in words(section) { changes[stem(word)] = direction }
        }
        for casualty in [Figure.Casualty.killed, .injured, .missing, .detained, .displaced, .rescued, .survived] {
            for word in words(casualty.rawValue) { casualties[stem(word)] = casualty }
        }
        self.changes = WordTable(hashes: changes.map { ($0.key, $0.value) })
        self.casualties = WordTable(hashes: casualties.map { ($0.key, $0.value) })
        var factors: [([UInt64], Factor)] = []
        for row in file["\(language).factor"] where row.count > 2 {
            guard let value = Double(row[1]) else { continue }
            let hashes = flags.tokenHashes(row[0])
            guard let first = hashes.first else { continue }
            factors.append((hashes, Factor(value: value, direction: row[2] == "down" ? .down : .up)))
            flags.add(.factor, toHash: first)
        }
        self.factors = PhraseTable(hashes: factors, keepingFirst: true)
        let tolls = file["\(language).toll"].compactMap { row in
            row.count > 1 ? Figure.Casualty(rawValue: row[1]).map { (flags.tokenHashes(row[0]), $0) } : nil
        }
        self.tolls = PhraseTable(hashes: tolls, keepingFirst: true)
        losses = phrases("loss")
        lossesBehind = phrases("lossBehind")
        finiteLosses = set("finiteLoss")
        lives = set("life")
        claims = set("claim")
        livesLost = set("lifeLost")
        becoming = set("becoming")
        amounts = phrases("amount")
        notAmounts = set("notAmount")
        amountAdjectives = set("amountAdjective")
        purposes = set("purpose")
        kinds = set("kind")
        worth = phrases("worth")
        acts = WordTable(
            hashes: file["\(language).act"].filter { $0.count > 1 }.flatMap { row in
                row[1].split(separator: " ").map { (Hash64.folded($0), stem(row[0][...])) }
            }
        )
        finite = set("finite")
        objects = WordSet(words("determiner") + words("object"))
        copulas = set("are")
        determiners = set("determiner")
        motions = set("motion")
        passing = set("passing")
        let pairs = words("decadeOfLife")
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            decadesOfLife[Hash64.folded(pairs[index])] = Double(pairs[index + 1])
            flags.add(.factor, to: pairs[index])
        }
        from = set("from")
        to = set("to")
        by = set("by")
        further = set("further")
        furtherBehind = set("furtherBehind")
        totals = phrases("total")
        lastWords = Set(
            ["total", "including", "crowd"].flatMap { file["\(language).\($0)"] }.compactMap { flags.tokenHashes($0[0]).last }
        )
        openings = set("opening")
        totalsBehind = phrases("totalBehind")
        including = phrases("including")
        ofThem = phrases("ofThem")
        votes = set("vote")
        scores = set("score")
        voteNouns = set("voteNoun")
        sides = phrases("side")
        voting = set("voting")
        stands = set("stand")
        victims = set("victim")
        leaves = set("leaves")
        owners = set("owner")
        joins = set("join")
        inside = set("inside")
        clauseOpenings = set("clauseOpening")
        singularVerbs = set("singular")
        noVictims = set("noVictim")
        reports = set("reports")
        modals = set("modal")
        losing = set("losing")
        forces = set("force")
        steps = set("step")
        people = set("people")
        peopleStem = words("people").first.map(stem)
        for row in file["\(language).split"] where row.count > 1 {
            let words = row[0].split(separator: " ")
            guard words.count == 2, let casualty = Figure.Casualty(rawValue: row[1]) else { continue }
            splitVerbs[Hash64.folded(words[0])] = (Hash64.folded(words[1]), casualty)
        }
        crowds = phrases("crowd")
        all = set("all")
        reported = file.spacedWordSet("reported")
        or = set("or")
        whose = set("whose")
        auxiliaries = set("auxiliary")
        measures = Set(words("measure").map(stem))
        ofWhat = set("ofWhat")
        isEmpty = changes.isEmpty
    }
}
