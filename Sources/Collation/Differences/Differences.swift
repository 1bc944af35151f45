internal import Language
internal import TextCore

/// Says in what the witnesses of one statement differ: a word that one negates, opposite directions, figures, times, who did what.
///
/// Each two witnesses of different articles are compared, not just the two that the reasons are read off: what one of many
/// witnesses says otherwise is what a reader looks for.
///
/// - Complexity: O(*w*² · *t*) for *w* witnesses, at most ``most``, of *t* terms.
struct DifferenceFinder {
    /// At most this many witnesses are compared with each other.
    static let most = 24

    let story: Story
    let propositions: StoryPropositions
    /// Figures and times of the story's articles that disagree.
    var disputes = Disputes()
    /// For each article of the story, its number among those given: differences are told in this order.
    var order: [Int] = []

    /// Differences, and whether they are contradictions.
    struct Found {
        var reasons: [Reason] = []
        var contradict = false
        /// Whether all that was compared is told of others.
        var areOfOthers = false
        /// The figures and times in which they are, but for those that were known to disagree.
        var disputed: [DisputedValues] = []
    }

    /// The differences of a group, at most one of each kind, told of two witnesses in the order given.
    /// - Parameter isOneThing: whether it is known that all are told of one thing; else propositions are only asked where two
    ///   passages say nearly the same.
    /// - Returns: the differences, and whether any says that two witnesses cannot both be right: a word that is negated in the one
    ///   and not in the other is a difference for the reader to look at, and no more.
    func differences(of places: [PlacedWitness], isOneThing: Bool = false) -> Found {
        let witnesses = places.prefix(Self.most).map { ComparedWitness($0, in: story) }
        let comparer = WitnessComparer(
            story: story,
            propositions: PropositionComparer(story: story, propositions: propositions),
            isOneThing: isOneThing
        )
        var disputed: [Reason] = []
        var told = WitnessDifferences()
        var areOfOthers = true
        for (index, one) in witnesses.enumerated() {
            for other in witnesses[(index + 1)...] where one.unit.article != other.unit.article {
                let (a, b) = number(one) <= number(other) ? (one, other) : (other, one)
                if disputed.isEmpty { disputed = disputes.reasons(a.passage, b.passage, in: story) }
                let differences = comparer.differences(a, b)
                if !differences.areOfOthers { areOfOthers = false }
                told.add(differences)
            }
        }
        return Found(
            reasons: disputed.joined(told.byWords.joined(told.byActs.joined(told.apparent))),
            contradict: !told.byActs.isEmpty || !disputed.isEmpty || told.wordsContradict,
            areOfOthers: areOfOthers && !told.byWords.isEmpty,
            disputed: told.disputed
        )
    }

    private func number(_ witness: ComparedWitness) -> Int {
        order.indices.contains(witness.unit.article) ? order[witness.unit.article] : witness.unit.article
    }
}
