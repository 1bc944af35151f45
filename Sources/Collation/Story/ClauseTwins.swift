/// Clauses of one article that say the same: a quotation told in the headline or pulled out beside the text, and told again. What
/// a clause of another article has in common with the one, it has in common with the other.
struct ClauseTwins {
    /// Clauses with fewer words are alike by chance.
    static let least = 3
    /// A clause that an article says more often is a refrain.
    static let most = 4

    /// For each clause that has some, its twins.
    private let twins: [Int: [Int]]

    /// Clauses of one article with the same words, frames left out. O(*n*) in the clauses' words.
    init(_ table: ClauseTable, _ story: Story) {
        struct Content: Hashable {
            let article: Int
            let keys: [Int32]
        }
        var holders: [Content: [Int]] = [:]
        for (index, clause) in table.clauses.enumerated()
        where clause.keys.count >= Self.least && !story.isRepeat(clause.unit) {
            holders[Content(article: story.units[clause.unit].article, keys: clause.keys), default: []].append(index)
        }
        var twins: [Int: [Int]] = [:]
        for clauses in holders.values where (2...Self.most).contains(clauses.count) {
            for clause in clauses {
                twins[clause] = clauses.filter { other in
                    table.clauses[other].unit != table.clauses[clause].unit
                        && !table.polarities[other].conflicts(with: table.polarities[clause])
                }
            }
        }
        self.twins = twins
    }

    /// Some links, and what their clauses' twins take over from them, each two clauses once.
    /// - Complexity: O(links · ``most``).
    func extended(_ links: [ClauseLinks.Link]) -> [ClauseLinks.Link] {
        guard !twins.isEmpty else { return links }
        var taken: [UnitPair: Double] = [:]
        for link in links {
            let pairs =
                (twins[link.first] ?? []).map { UnitPair(first: $0, second: link.second) }
                + (twins[link.second] ?? []).map { UnitPair(first: link.first, second: $0) }
            for pair in pairs { taken[pair] = max(taken[pair] ?? 0, link.probability) }
        }
        let raised = links.map { link in
            let own = taken.removeValue(forKey: UnitPair(first: link.first, second: link.second)) ?? 0
            return own > link.probability ? ClauseLinks.Link(first: link.first, second: link.second, probability: own) : link
        }
        return raised
            + taken.sorted { $0.key < $1.key }.map {
                ClauseLinks.Link(first: $0.key.first, second: $0.key.second, probability: $0.value)
            }
    }
}
