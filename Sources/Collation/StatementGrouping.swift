/// Units that make one statement.
struct UnitGroup: Sendable, Hashable {
    /// At least two units of at least two articles, ascending.
    let units: [Int]
    /// Its best pair.
    let bestPair: Int
    /// Probability of that pair.
    let probability: Double
}

/// Groups pairs into statements: one-to-many, and a unit may be in several groups, because a sentence can make several
/// statements.
///
/// A greedy cover of the graph of accepted pairs by near-cliques, best pairs first: a unit joins a group when it belongs
/// to all of the group's units of other articles, not just to one of them. Chains ("A like B, B like C") therefore
/// do not drift.
///
/// - Complexity: O(*p* log *p* + *p* · *g*) for *p* accepted pairs and groups of *g* units, *g* at most ``most``.
struct StatementGrouping {
    /// Groups stop growing at this many units.
    static let most = 256
    /// A sentence that an article repeats is a witness again at most this many times.
    static let repeats = 3
    /// A unit joins with pairs a little less likely than those that found a group: the others vouch for it.
    static let leniency = 0.9
    /// How many of a group's units a newcomer is compared with.
    static let compared = 12

    /// The groups of a story, best first.
    static func groups(of scored: ScoredPairs, in story: Story) -> [UnitGroup] {
        let pairs = scored.features.pairs
        let order = scored.accepted.sorted { a, b in
            scored.probability[a] != scored.probability[b] ? scored.probability[a] > scored.probability[b] : a < b
        }
        var isCovered = [Bool](repeating: false, count: pairs.count)
        var groups: [UnitGroup] = []
        for seed in order where !isCovered[seed] {
            var members = [pairs[seed].first, pairs[seed].second]
            grow(&members, scored, story)
            cover(members, scored, &isCovered)
            isCovered[seed] = true
            groups.append(UnitGroup(units: members.sorted(), bestPair: seed, probability: scored.probability[seed]))
        }
        return withRepeats(merged(groups), story)
    }

    /// Merges groups that are nearly one: a sentence in several statements would else list one event again and again.
    /// Each joins the best earlier group that it overlaps with so far.
    private static func merged(_ groups: [UnitGroup]) -> [UnitGroup] {
        var kept: [UnitGroup] = []
        var holding: [Int: [Int]] = [:]
        for group in groups {
            var common: [Int: Int] = [:]
            for unit in group.units {
                for other in (holding[unit] ?? []).prefix(most) { common[other, default: 0] += 1 }
            }
            let nearest = common.filter { index, shared in
                areNearlyOne(shared: shared, of: group.units.count + kept[index].units.count - shared)
            }.keys.min()
            guard let nearest else {
                for unit in group.units { holding[unit, default: []].append(kept.count) }
                kept.append(group)
                continue
            }
            let best = kept[nearest]
            let added = Set(group.units).subtracting(best.units)
            for unit in added { holding[unit, default: []].append(nearest) }
            kept[nearest] = UnitGroup(
                units: (best.units + added).sorted(),
                bestPair: best.bestPair,
                probability: best.probability
            )
        }
        return kept
    }

    /// Whether two groups have so many of their units in common (Jaccard) that they tell one thing: more than two thirds, or
    /// three fifths where four or more are common. Looser bounds cost more precision than they save repetition.
    static func areNearlyOne(shared: Int, of all: Int) -> Bool {
        guard all <= most else { return false }
        return 3 * shared > 2 * all || (shared >= 4 && 5 * shared >= 3 * all)
    }

    /// Adds the repeats of a group's units, at most ``repeats`` of each.
    private static func withRepeats(_ groups: [UnitGroup], _ story: Story) -> [UnitGroup] {
        var copies: [Int: [Int]] = [:]
        for unit in story.units.indices where story.isRepeat(unit) && copies[story.original[unit], default: []].count < repeats {
            copies[story.original[unit], default: []].append(unit)
        }
        guard !copies.isEmpty else { return groups }
        return groups.map { group in
            let added = group.units.flatMap { copies[$0] ?? [] }
            return UnitGroup(units: (group.units + added).sorted(), bestPair: group.bestPair, probability: group.probability)
        }
    }

    private static func grow(_ members: inout [Int], _ scored: ScoredPairs, _ story: Story) {
        let threshold = scored.weights.threshold * leniency
        var best: [Int: Double] = [:]
        for member in members {
            for edge in scored.graph.edges(of: member) where scored.probability[edge.pair] >= threshold {
                best[edge.unit] = max(best[edge.unit] ?? 0, scored.probability[edge.pair])
            }
        }
        for member in members { best[member] = nil }
        let newcomers = best.sorted { a, b in a.value != b.value ? a.value > b.value : a.key < b.key }
        for (unit, _) in newcomers where members.count < most {
            if belongs(unit, to: members, scored, story) { members.append(unit) }
        }
    }

    /// Whether a unit matches all the members of other articles that it is compared with.
    private static func belongs(_ unit: Int, to members: [Int], _ scored: ScoredPairs, _ story: Story) -> Bool {
        var compared = 0
        for member in members where story.units[member].article != story.units[unit].article {
            guard compared < Self.compared else { break }
            guard let probability = scored.probability(unit, member), probability >= scored.weights.threshold else {
                return false
            }
            compared += 1
        }
        return compared > 0
    }

    private static func cover(_ members: [Int], _ scored: ScoredPairs, _ isCovered: inout [Bool]) {
        let inside = Set(members)
        for member in members {
            for edge in scored.graph.edges(of: member) where inside.contains(edge.unit) { isCovered[edge.pair] = true }
        }
    }
}
