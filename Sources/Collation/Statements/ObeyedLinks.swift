/// Makes the groups of a story obey what a person says of them.
///
/// Rejected pairs are parted: a group that holds one becomes the groups that are left when one of both, or the other, is
/// missing. Confirmed passages are joined, with the best found group of each: who says that A's words are C's, where the
/// comparison has found B's in A's and D's in C's, gets all four as one statement, unless a rejection parts some of them. A
/// clause that also makes another statement stays in that one, too.
///
/// Links are taken from the last to the first, and one that contradicts those taken so far is left out: a person's last word
/// counts.
///
/// - Complexity: O(*l* · *c*) for *l* links and components of *c* clauses, and O(*g*²) for groups of *g* clauses that hold a
///   rejected pair.
struct ObeyedLinks {
    /// A link by the clauses that its passages stand in.
    private struct Placed {
        let link: StatementLink
        let clauses: [[Int]]
        var outcome: LinkFinding.Outcome
    }

    private let story: Story
    private let table: ClauseTable
    private var links: [Placed] = []
    /// Pairs of clauses that must not be in one group.
    private var forbidden: [Int: Set<Int>] = [:]
    /// Which component of confirmed clauses a clause is in, and the clauses of each.
    private var componentOfClause: [Int: Int] = [:]
    private var components: [[Int]] = []

    /// Places links, whose passages name articles in the story's order.
    init(_ links: [StatementLink], story: Story, table: ClauseTable) {
        self.story = story
        self.table = table
        self.links = links.map { link in
            let clauses = link.passages.map { Self.clauses(of: $0, story, table) }
            return Placed(link: link, clauses: clauses, outcome: Self.outcome(of: link, clauses))
        }
        let order = links.indices.sorted { (links[$0].entry, $0) > (links[$1].entry, $1) }
        for index in order where self.links[index].outcome == .obeyed {
            let isTaken = links[index].verdict == .confirmed ? confirm(index) : reject(index)
            if !isTaken { self.links[index].outcome = .overruled }
        }
    }

    private static func outcome(of link: StatementLink, _ clauses: [[Int]]) -> LinkFinding.Outcome {
        if clauses.contains(where: \.isEmpty) { return .notCompared }
        switch link.verdict {
        case .confirmed: return Set(link.passages.map(\.article)).count > 1 ? .obeyed : .tooClose
        case .rejected: return Set(clauses.joined()).count == clauses.joined().count ? .obeyed : .tooClose
        }
    }

    /// The clauses that have at least half of their own or of the passage's bytes in it. O(log of the article's units + found).
    private static func clauses(of passage: Passage, _ story: Story, _ table: ClauseTable) -> [Int] {
        guard let first = story.unit(at: passage) else { return [] }
        var found: [Int] = []
        for unit in first..<story.unitsOfArticle[passage.article].upperBound {
            guard story.units[unit].range.lowerBound < passage.range.upperBound else { break }
            for clause in table.clausesOfUnit[unit] {
                let place = Passage(article: passage.article, range: table.clauses[clause].range)
                if place.isMostly(passage) { found.append(clause) }
            }
        }
        return found
    }

    /// The clause itself, and those of its article that stand in its place in a sentence that reads the same.
    private func copies(of clause: Int) -> [Int] {
        let unit = table.clauses[clause].unit
        let original = story.original[unit]
        let place = clause - table.clausesOfUnit[unit].lowerBound
        return story.unitsOfArticle[story.units[unit].article].filter { story.original[$0] == original }.compactMap { copy in
            let clauses = table.clausesOfUnit[copy]
            return clauses.count == table.clausesOfUnit[unit].count ? clauses.lowerBound + place : nil
        }
    }

    /// Joins the clauses of a link; false, and nothing done, where a later rejection parts some of them.
    private mutating func confirm(_ index: Int) -> Bool {
        let own = Set(links[index].clauses.joined())
        let touched = Set(own.compactMap { componentOfClause[$0] })
        let members = own.union(touched.flatMap { components[$0] })
        guard !members.contains(where: { !(forbidden[$0] ?? []).isDisjoint(with: members) }) else { return false }
        for component in touched { components[component] = [] }
        for clause in members { componentOfClause[clause] = components.count }
        components.append(members.sorted())
        return true
    }

    /// Parts the passages of a link; false, and nothing done, where later confirmations join some of them.
    private mutating func reject(_ index: Int) -> Bool {
        let sides = links[index].clauses.map { side in Set(side.flatMap(copies)) }
        var pairs: [(Int, Int)] = []
        for (place, side) in sides.enumerated() {
            for other in sides.dropFirst(place + 1) {
                for clause in side { for its in other where its != clause { pairs.append((clause, its)) } }
            }
        }
        let isJoined = pairs.contains { a, b in componentOfClause[a].map { componentOfClause[b] == $0 } ?? false }
        guard !isJoined else { return false }
        for (a, b) in pairs {
            forbidden[a, default: []].insert(b)
            forbidden[b, default: []].insert(a)
        }
        return true
    }

    // MARK: Groups

    /// The groups as the links have them, in the order of the found ones; what only links have comes last.
    func groups(_ found: [StatementGroup]) -> [StatementGroup] {
        guard !links.isEmpty else { return found }
        var groups = found.flatMap(parted)
        for members in components where !members.isEmpty { groups = joined(members, groups) }
        return groups
    }

    private func article(_ clause: Int) -> Int { story.units[table.clauses[clause].unit].article }

    private func isForbidden(_ clause: Int, with others: some Sequence<Int>) -> Bool {
        guard let partners = forbidden[clause] else { return false }
        return others.contains { partners.contains($0) }
    }

    private func group(_ clauses: [Int], byPerson: Set<Int>, probability: Double) -> StatementGroup? {
        guard Set(clauses.map(article)).count > 1 else { return nil }
        return StatementGroup(
            clauses: clauses.sorted(),
            units: Set(clauses.map { table.clauses[$0].unit }).sorted(),
            probability: probability,
            byPerson: byPerson.sorted()
        )
    }

    /// A group without rejected pairs: itself, or the groups that it falls into. Each clause joins every part that holds
    /// nothing it must not be with; where there is none, it opens one with the clauses before it that it may be with.
    private func parted(_ group: StatementGroup) -> [StatementGroup] {
        guard group.clauses.contains(where: { isForbidden($0, with: group.clauses) }) else { return [group] }
        var parts: [[Int]] = []
        for clause in group.clauses {
            var isPlaced = false
            for part in parts.indices where !isForbidden(clause, with: parts[part]) {
                parts[part].append(clause)
                isPlaced = true
            }
            if isPlaced { continue }
            var part = [clause]
            for other in group.clauses where other < clause && !isForbidden(other, with: part) { part.append(other) }
            parts.append(part)
        }
        return parts.compactMap { self.group($0, byPerson: [], probability: group.probability) }
    }

    /// The groups with some confirmed clauses in one of them, which takes in the best group of each.
    private func joined(_ members: [Int], _ groups: [StatementGroup]) -> [StatementGroup] {
        var best: [Int] = []
        for clause in members {
            if let first = groups.firstIndex(where: { $0.clauses.contains(clause) }), !best.contains(first) { best.append(first) }
        }
        best.sort()
        var clauses = members
        for clause in best.flatMap({ groups[$0].clauses }) where !clauses.contains(clause) && !isForbidden(clause, with: clauses)
        {
            clauses.append(clause)
        }
        // What the best of the groups had together was found; all the rest is together because a person says so.
        let base = best.first.map { groups[$0] }
        let found = Set(base?.clauses ?? []).subtracting(base?.byPerson ?? [])
        let all = Set(clauses)
        guard let group = group(clauses, byPerson: all.subtracting(found), probability: base?.probability ?? 1) else {
            return groups
        }
        // A group that had to leave some of its clauses behind stays, too: others may have been confirmed with those.
        var kept: [StatementGroup] = []
        for (index, other) in groups.enumerated() {
            if index == best.first { kept.append(group) }
            if !all.isSuperset(of: other.clauses) { kept.append(other) }
        }
        if best.isEmpty { kept.append(group) }
        return kept
    }

    // MARK: Findings

    /// What became of each link, given the groups that were found without them.
    func findings(_ found: [StatementGroup]) -> [LinkFinding] {
        links.map { placed in
            LinkFinding(link: placed.link, outcome: placed.outcome, isFound: found.contains { isTogether(placed, in: $0) })
        }
    }

    /// Whether a group has all passages of a confirmed link, or two of a rejected one.
    private func isTogether(_ placed: Placed, in group: StatementGroup) -> Bool {
        let inside = placed.clauses.count { side in side.contains { group.clauses.contains($0) } }
        return placed.link.verdict == .confirmed ? inside == placed.clauses.count : inside > 1
    }
}
