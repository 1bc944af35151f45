/// Propositions in common.
extension PairFeatures {
    mutating func measurePropositions(_ story: Story, _ propositions: StoryPropositions) {
        let comparer = PropositionComparer(story: story, propositions: propositions)
        for index in pairs.indices {
            let (a, b) = (pairs[index].first, pairs[index].second)
            let kinship = propositions.kinship(a, b, 0)
            self[index, .kinShared] = kinship.kin
            self[index, .kinContainment] = kinship.containment
            measure(index, propositions.ofUnit[a], propositions.ofUnit[b], comparer)
        }
    }

    private mutating func measure(_ index: Int, _ a: [Proposition], _ b: [Proposition], _ comparer: PropositionComparer) {
        guard !a.isEmpty, !b.isEmpty else { return }
        var bestOfFirst = [Float](repeating: 0, count: a.count)
        var bestOfSecond = [Float](repeating: 0, count: b.count)
        for (i, x) in a.enumerated() {
            for (j, y) in b.enumerated() {
                guard let match = comparer.compare(x, y) else { continue }
                if match.isOpposed, match.arguments > 0.4 {
                    raise(index, .propositionOpposed, match.act * match.arguments * match.weight)
                }
                if match.isSwapped { self[index, .propositionSwapped] = 1 }
                guard match.score > 0 else { continue }
                bestOfFirst[i] = max(bestOfFirst[i], match.score)
                bestOfSecond[j] = max(bestOfSecond[j], match.score)
                raise(index, .propositionBest, match.score)
                raise(index, .propositionWeight, match.score * match.weight)
                raise(index, .propositionAgent, match.act * match.agent)
                raise(index, .propositionPatient, match.act * match.patient)
                raise(index, .propositionBoth, match.act * min(match.agent, match.patient))
            }
        }
        func share(_ propositions: [Proposition], _ best: [Float]) -> Float {
            var total: Float = 0
            var sum: Float = 0
            for (proposition, value) in zip(propositions, best) {
                let weight = comparer.propositions.acts.weight(ofKey: proposition.act)
                total += weight
                sum += weight * value
            }
            return sum / max(total, 1e-6)
        }
        self[index, .propositionsMatched] = Float(max(bestOfFirst.count { $0 > 0.5 }, bestOfSecond.count { $0 > 0.5 }))
        let (x, y) = (share(a, bestOfFirst), share(b, bestOfSecond))
        self[index, .propositionShare] = max(x, y)
        self[index, .propositionShareLess] = min(x, y)
    }
}
