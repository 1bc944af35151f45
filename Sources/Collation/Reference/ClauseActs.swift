internal import TextCore

/// The words of acts and states in each clause of a story, and how nearly those of two clauses tell the same.
struct ClauseActs: Sendable {
    /// For each clause, its words of acts, ascending, each once.
    private let ofClause: [[UInt64]]
    private let propositions: StoryPropositions
    private let lexicon = ActLexicon.english

    /// O(*n*) in terms.
    init(_ story: Story, _ table: ClauseTable, _ propositions: StoryPropositions) {
        self.propositions = propositions
        ofClause = table.clauses.map { clause in
            let acts = propositions.actOfTerm[clause.unit]
            let places = story.terms(of: story.units[clause.unit], in: clause.range).indices
            return Set(places.clamped(to: acts.indices).map { acts[$0] }.filter { $0 != 0 }).sorted()
        }
    }

    /// Whether a clause has a word that tells the act of a noun, by the noun's stem.
    func tells(_ noun: UInt64, inClause clause: Int) -> Bool {
        let base = lexicon.base(of: noun)
        return ofClause[clause].contains { lexicon.likeness($0, base) >= StoryPropositions.near }
    }

    /// Whether a clause has a word of the same family as a noun (“decided”, “the decision”), and not only of like meaning.
    func hasWord(ofFamily noun: UInt64, inClause clause: Int) -> Bool { ofClause[clause].contains(lexicon.base(of: noun)) }

    /// The summed weight of words of one clause that tell the same as other words of the other.
    /// - Complexity: O(words of both and their kin).
    func kinship(_ a: Int, _ b: Int) -> Float { propositions.kinship(ofClause[a], ofClause[b]) }
}
