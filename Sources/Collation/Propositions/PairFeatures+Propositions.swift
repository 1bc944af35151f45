/// Acts in common: words that tell the same act in other words, and propositions of one act with the same who and whom.
///
/// - Complexity: O(*p* · *a b*) for *p* pairs of units of *a* and *b* propositions, both at most ``StoryPropositions/most``.
extension PairFeatures {
    mutating func measurePropositions(_ story: Story, _ propositions: StoryPropositions) {
        let comparer = PropositionComparer(story: story, propositions: propositions)
        // Who says or has something is in the features of speakers and names.
        let telling = propositions.ofUnit.map { $0.filter { !ActLexicon.english.governs($0.act).contains(.light) } }
        for index in pairs.indices {
            let (a, b) = (pairs[index].first, pairs[index].second)
            self[index, .kinShared] = propositions.kinship(a, b)
            for x in telling[a] {
                for y in telling[b] { measure(index, comparer.compare(x, y)) }
            }
        }
    }

    private mutating func measure(_ index: Int, _ match: PropositionMatch?) {
        guard let match, match.score > 0 else { return }
        raise(index, .propositionWeight, match.score * match.weight)
        raise(index, .propositionAgent, match.act * match.agent)
        raise(index, .propositionPatient, match.act * match.patient)
        raise(index, .propositionBoth, match.act * min(match.agent, match.patient))
    }
}
