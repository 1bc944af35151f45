/// Clauses that make one statement.
struct StatementGroup: Sendable, Hashable {
    /// At least two clauses of at least two articles, ascending: numbers in the story's ``ClauseTable``.
    let clauses: [Int]
    /// The units that these stand in, ascending.
    let units: [Int]
    /// Probability of its best link.
    let probability: Double
    /// The clauses that are in it because a person says so, ascending.
    var byPerson: [Int] = []
}

/// Groups linked clauses into statements: one-to-many, and a sentence may be in several groups, since each of its clauses
/// can make a statement of its own.
///
/// A greedy cover of the graph of links by near-cliques, best links first: a clause joins a group when it belongs to all of
/// the group's clauses of other articles, not just to one of them. Chains ("A like B, B like C") therefore do not drift.
///
/// - Complexity: O(*p* log *p* + *p* · *g*) for *p* links and groups of *g* clauses, *g* at most ``most``.
struct StatementGrouping {
    /// Groups stop growing at this many clauses.
    static let most = 256
    /// A sentence that an article repeats is a witness again at most this many times.
    static let repeats = 3
    /// A clause joins with links a little less likely than those that found a group: the others vouch for it.
    static let leniency = 0.9
    /// How many of a group's clauses a newcomer is compared with.
    static let compared = 12

    private let links: ClauseLinks
    private let table: ClauseTable
    private let threshold: Double
    private let story: Story

    /// The groups of a story, best first: clauses of the scored pairs' table.
    static func groups(of scored: ScoredPairs, in story: Story) -> [StatementGroup] {
        let threshold = scored.weights.threshold
        let links = ClauseLinks(scored, from: threshold * leniency, in: story)
        return StatementGrouping(links: links, table: scored.table, threshold: threshold, story: story).groups()
    }

    private func groups() -> [StatementGroup] {
        let order = links.links.indices.filter { links.links[$0].probability >= threshold }.sorted { a, b in
            let (x, y) = (links.links[a], links.links[b])
            return x.probability != y.probability ? x.probability > y.probability : a < b
        }
        var covered: Set<UnitPair> = []
        var groups: [StatementGroup] = []
        for index in order {
            let seed = links.links[index]
            guard !covered.contains(UnitPair(first: seed.first, second: seed.second)) else { continue }
            var members = [seed.first, seed.second]
            grow(&members)
            cover(members, &covered)
            groups.append(group(members, probability: seed.probability))
        }
        let kept = merged(groups) { shared, one, other in
            Self.areNearlyOne(shared: shared.count, of: one.clauses.count + other.clauses.count - shared.count)
        }
        return withRepeats(settled(kept))
    }

    private func group(_ clauses: [Int], probability: Double) -> StatementGroup {
        StatementGroup(
            clauses: clauses.sorted(),
            units: Set(clauses.map { table.clauses[$0].unit }).sorted(),
            probability: probability
        )
    }

    /// A fact that many articles tell in many ways would be listed again and again: groups that ``tellOne`` become one, too.
    private func settled(_ groups: [StatementGroup]) -> [StatementGroup] {
        merged(groups) { shared, one, other in
            let (less, more) = (min(one.clauses.count, other.clauses.count), max(one.clauses.count, other.clauses.count))
            return less + more - shared.count <= Self.most
                && Self.tellOne(shared: shared.count, of: less, inArticles: Set(shared.map(article)).count)
        }
    }

    /// Whether two groups tell one fact of many: at least two thirds of the smaller one's clauses are the other's, too, and stand in
    /// four or more articles. In fewer articles that costs more precision than it saves repetition.
    static func tellOne(shared: Int, of smaller: Int, inArticles articles: Int) -> Bool {
        articles >= 4 && 3 * shared >= 2 * smaller
    }

    /// Merges groups that are nearly one: a clause in several statements would else list one event again and again.
    /// Each joins the best earlier group that it overlaps with so far.
    /// - Parameter areOne: whether two groups with the given clauses in common are.
    private func merged(
        _ groups: [StatementGroup],
        _ areOne: (_ shared: [Int], _ one: StatementGroup, _ other: StatementGroup) -> Bool
    ) -> [StatementGroup] {
        var kept: [StatementGroup] = []
        var holding: [Int: [Int]] = [:]
        for group in groups {
            var common: [Int: [Int]] = [:]
            for clause in group.clauses {
                for other in (holding[clause] ?? []).prefix(Self.most) { common[other, default: []].append(clause) }
            }
            let nearest = common.filter { index, shared in areOne(shared, group, kept[index]) }.keys.min()
            guard let nearest else {
                for clause in group.clauses { holding[clause, default: []].append(kept.count) }
                kept.append(group)
                continue
            }
            let best = kept[nearest]
            let added = Set(group.clauses).subtracting(best.clauses)
            for clause in added { holding[clause, default: []].append(nearest) }
            kept[nearest] = self.group(best.clauses + added, probability: best.probability)
        }
        return kept
    }

    /// Whether two groups have so many of their clauses in common (Jaccard) that they tell one thing: more than two thirds,
    /// or three fifths where four or more are common. Looser bounds cost more precision than they save repetition.
    static func areNearlyOne(shared: Int, of all: Int) -> Bool {
        guard all <= most else { return false }
        return 3 * shared > 2 * all || (shared >= 4 && 5 * shared >= 3 * all)
    }

    /// Adds the repeats of a group's units, at most ``repeats`` of each, clause by clause.
    private func withRepeats(_ groups: [StatementGroup]) -> [StatementGroup] {
        var copies: [Int: [Int]] = [:]
        for unit in story.units.indices
        where story.isRepeat(unit) && copies[story.original[unit], default: []].count < Self.repeats {
            copies[story.original[unit], default: []].append(unit)
        }
        guard !copies.isEmpty else { return groups }
        return groups.map { group in
            let added = group.clauses.flatMap { clause -> [Int] in
                let unit = table.clauses[clause].unit
                let place = clause - table.clausesOfUnit[unit].lowerBound
                return (copies[unit] ?? []).map { copy in
                    let own = table.clausesOfUnit[copy]
                    return min(own.lowerBound + place, own.upperBound - 1)
                }
            }
            return self.group(group.clauses + Set(added), probability: group.probability)
        }
    }

    private func article(_ clause: Int) -> Int { story.units[table.clauses[clause].unit].article }

    private func grow(_ members: inout [Int]) {
        var best: [Int: Double] = [:]
        for member in members {
            for edge in links.edges(of: member) where edge.probability >= threshold * Self.leniency {
                best[edge.clause] = max(best[edge.clause] ?? 0, edge.probability)
            }
        }
        for member in members { best[member] = nil }
        let newcomers = best.sorted { a, b in a.value != b.value ? a.value > b.value : a.key < b.key }
        for (clause, _) in newcomers where members.count < Self.most {
            if belongs(clause, to: members) { members.append(clause) }
        }
    }

    /// Whether a clause matches all the members of other articles that it is compared with.
    private func belongs(_ clause: Int, to members: [Int]) -> Bool {
        var compared = 0
        for member in members where article(member) != article(clause) {
            guard compared < Self.compared else { break }
            guard links.probability(clause, member) >= threshold else { return false }
            compared += 1
        }
        return compared > 0
    }

    private func cover(_ members: [Int], _ covered: inout Set<UnitPair>) {
        let inside = Set(members)
        for member in members {
            for edge in links.edges(of: member) where inside.contains(edge.clause) {
                covered.insert(UnitPair(first: min(member, edge.clause), second: max(member, edge.clause)))
            }
        }
    }
}
