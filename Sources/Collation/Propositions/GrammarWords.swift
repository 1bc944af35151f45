internal import TextCore

/// The words of English grammar that propositions are read by, as hashes of case-folded forms.
struct GrammarWords: Sendable {
    let negations: Set<UInt64>
    let copulas: Set<UInt64>
    let relatives: Set<UInt64>
    /// Words that open a question inside a sentence.
    let interrogatives: Set<UInt64>
    let of = Hash64.folded("of")
    let by = Hash64.folded("by")
    let to = Hash64.folded("to")
    let from = Hash64.folded("from")
    let only = Hash64.folded("only")
    let and = Hash64.folded("and")
    let no = Hash64.folded("no")
    let the = Hash64.folded("the")
    /// Of what fractions of a percent are told, and words that give one share to several.
    let points: Set<UInt64>
    let distributives: Set<UInt64>
    /// What the rough reading goes by: what ends a clause, opens a noun phrase, stands in front of verbs.
    let subordinators: Set<UInt64>
    let determiners: Set<UInt64>
    let prepositions: Set<UInt64>
    let auxiliaries: Set<UInt64>
    let cannot = Hash64.folded("cannot")
    let yet = Hash64.folded("yet")
    let possessives: Set<UInt64>
    let weekdays: Set<UInt64>
    private let subjects: Set<UInt64>
    private let modals: [UInt64: Proposition.Modality]

    static let english = GrammarWords()

    private init() {
        func set(_ words: String) -> Set<UInt64> { Set(words.split(separator: " ").map { Hash64.folded(String($0)) }) }
        negations = set("no not n't never nobody none nothing neither nor without hardly scarcely no-one")
        points = set("percent percentage point points")
        distributives = set("each both apiece all either")
        copulas = set("be is are was were been being am 's 're remain remains remained became become becomes")
        relatives = set("who whom which that")
        interrogatives = set("why how when where whether if what who whom which whose")
        subordinators = set("that which who whom when while because after before although though if whether but where since as")
        determiners = set("the a an this that these those his her its their our my your no some any each every another")
        prepositions = set(
            "of in on at by for with from to into over under against about between through during without toward towards across"
                + " along around among upon onto off out up down than despite near outside inside behind beyond until"
        )
        auxiliaries = set(
            "is are was were be been being am has have had do does did will would shall should may might must can could not n't"
                + " never also again already"
        )
        possessives = set("have has had")
        weekdays = set("monday tuesday wednesday thursday friday saturday sunday")
        subjects = set("he she they we i it who you")
        var modals: [UInt64: Proposition.Modality] = [:]
        for hash in set("will 'll shall wo") { modals[hash] = .future }
        for hash in set("may might could") { modals[hash] = .possible }
        for hash in set("would should") { modals[hash] = .planned }
        for hash in set("must need") { modals[hash] = .required }
        for hash in set("can ca") { modals[hash] = .allowed }
        self.modals = modals
    }

    /// Whether it is a pronoun that verbs follow.
    func isSubject(_ hash: UInt64) -> Bool { subjects.contains(hash) }

    /// What an auxiliary makes of its verb; nil for one that only builds a tense.
    func modality(_ auxiliary: UInt64) -> Proposition.Modality? { modals[auxiliary] }
}
