internal import Language
internal import TextCore

/// Which clauses carry the likeness of each two sentences taken for one statement.
///
/// Sentences are scored whole, since a clause alone says too little to be judged; but what they share stands in a clause of
/// each. A link joins two such clauses, as likely as the sentences' pair and in proportion to what the best two clauses of
/// the pair have in common.
struct ClauseLinks: Sendable {
    /// Two clauses with less than this share of the best two's common weight are not linked.
    static let share: Float = 0.5

    /// A link with less than this share of the probability of a better one is dropped.
    static let dominance = 0.4

    /// What is left of the probability of two clauses of which one negates what the other says, unless they say the same
    /// else.
    static let opposed = 0.7

    /// What is left of the probability of two clauses with no more than one word in common, and no figure: names and sources
    /// tell who, and one word a topic. More is in common where other words tell one act, or where a clause that takes up what
    /// was said before has no further words of its own.
    static let thin = 0.75
    /// What is left beside that when each has figures, none in common, or when the word only stands for somebody.
    static let topic = 0.5

    struct Link: Sendable {
        let first: Int
        let second: Int
        let probability: Double
    }

    struct Edge: Sendable {
        let clause: Int
        let probability: Double
    }

    let links: [Link]
    /// Edges of each clause, ascending by the other clause.
    private let edges: [[Edge]]

    /// Links the clauses of all pairs from a probability on.
    /// - Complexity: O(pairs · product of their clauses).
    init(_ scored: ScoredPairs, from least: Double, in story: Story) {
        let table = scored.table
        var links: [Link] = []
        for index in scored.features.pairs.indices where scored.probability[index] >= least {
            links += Self.links(index, scored, story)
        }
        links = Self.undominated(ClauseTwins(table, story).extended(links), table, story)
        var edges = [[Edge]](repeating: [], count: table.clauses.count)
        for link in links {
            edges[link.first].append(Edge(clause: link.second, probability: link.probability))
            edges[link.second].append(Edge(clause: link.first, probability: link.probability))
        }
        for index in edges.indices { edges[index].sort { $0.clause < $1.clause } }
        self.links = links
        self.edges = edges
    }

    private static func links(_ index: Int, _ scored: ScoredPairs, _ story: Story) -> [Link] {
        let (pair, probability, table) = (scored.features.pairs[index], scored.probability[index], scored.table)
        let hasKin = scored.features[index, .kinShared] > 0
        // A headline sums up: what it has in common in one word is its topic.
        let hasHeadline = story.units[pair.first].isHeadline || story.units[pair.second].isHeadline
        let (rows, columns) = (table.clausesOfUnit[pair.first], table.clausesOfUnit[pair.second])
        func link(_ a: Int, _ b: Int, _ share: Float) -> Link {
            let (x, y) = (story.units[pair.first].figures, story.units[pair.second].figures)
            let keys = Set(table.clauses[a].keys).intersection(table.clauses[b].keys)
            let shared = keys.count
            let isMore =
                !hasHeadline
                && (hasKin && scored.resolved.areKin(a, b) || scored.resolved.isAllInCommon(a, b, shared: shared, table))
            let isThin = shared <= 1 && !isMore && x.isDisjoint(with: y)
            // Figures of their own, and a topic in common; or no more than a noun that stands for somebody.
            let isTopic =
                isThin
                && (!x.isEmpty && !y.isEmpty && !story.units[pair.first].isHeadline
                    || keys.contains { story.isBearer($0, in: table.clauses[a]) || story.isBearer($0, in: table.clauses[b]) })
            let isOpposed = table.polarities[a].conflicts(with: table.polarities[b]) && !table.areNearlyOne(a, b, story)
            return Link(
                first: a,
                second: b,
                probability: probability * Double(share) * (isOpposed ? opposed : 1) * (isThin ? thin : 1) * (isTopic ? topic : 1)
            )
        }
        if rows.count == 1, columns.count == 1 { return [link(rows.lowerBound, columns.lowerBound, 1)] }
        var common: [Float] = []
        for row in rows {
            for column in columns {
                common.append(story.concepts.weight(common: table.clauses[row].keys, table.clauses[column].keys))
            }
        }
        guard let best = common.max(), best > 0 else {
            // Alike by letters or surroundings only: the clauses that say most stand for their sentences.
            func heaviest(_ range: Range<Int>) -> Int {
                range.max { (table.weights[$0], $1) < (table.weights[$1], $0) } ?? range.lowerBound
            }
            return [link(heaviest(rows), heaviest(columns), 1)]
        }
        return common.indices.filter { common[$0] >= share * best }.map { at in
            link(rows.lowerBound + at / columns.count, columns.lowerBound + at % columns.count, common[at] / best)
        }
    }

    /// The links that are not much weaker than the best link of either of their clauses with the other's article: where one
    /// clause is the counterpart, others that are only like it are not. A headline sums up, and may have many counterparts.
    private static func undominated(_ links: [Link], _ table: ClauseTable, _ story: Story) -> [Link] {
        struct Side: Hashable {
            let clause: Int
            let article: Int
        }
        func article(_ clause: Int) -> Int { story.units[table.clauses[clause].unit].article }
        func isHeadline(_ clause: Int) -> Bool { story.units[table.clauses[clause].unit].isHeadline }
        func sides(_ link: Link) -> (Side, Side) {
            (
                Side(clause: link.first, article: article(link.second)),
                Side(clause: link.second, article: article(link.first))
            )
        }
        var best: [Side: Double] = [:]
        for link in links {
            let (first, second) = sides(link)
            best[first] = max(best[first] ?? 0, link.probability)
            best[second] = max(best[second] ?? 0, link.probability)
        }
        return links.filter { link in
            if isHeadline(link.first) || isHeadline(link.second) { return true }
            let (first, second) = sides(link)
            return link.probability >= dominance * max(best[first] ?? 0, best[second] ?? 0)
        }
    }

    /// All edges of a clause.
    func edges(of clause: Int) -> [Edge] { edges[clause] }

    /// The probability of a link of two clauses; 0 when they are not linked. O(log of its edges).
    func probability(_ a: Int, _ b: Int) -> Double {
        let list = edges[a]
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].clause < b { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low].clause == b ? list[low].probability : 0
    }
}

extension Story {
    /// Whether a word of a clause stands for somebody or something that was named before: “the country”, “their company”.
    fileprivate func isBearer(_ key: Int32, in clause: Clause) -> Bool {
        let unit = units[clause.unit]
        let text = articles[unit.article].annotated
        guard let words = ReferenceWords.of(text.language) else { return false }
        return terms(of: unit, in: clause.range).contains { term in
            self.key(of: term, in: unit) == key && unit.tokens.contains(term.token - 1)
                && words.bearers.contains(text.tokens[term.token].hash)
                && words.determiners.contains(text.tokens[term.token - 1].hash)
        }
    }
}

extension BagSpace {
    /// The summed weight of keys.
    func weight(of keys: some Sequence<Int32>) -> Float { keys.reduce(0) { $0 + weight(of: $1) } }

    /// The weight of some keys, summed in one order: sums of fractions depend on it, and a set's order changes from run to run.
    func weight(of keys: Set<Int32>) -> Float { keys.sorted().reduce(0) { $0 + weight(of: $1) } }

    /// The summed weight of the keys that two ascending lists have in common.
    func weight(common a: [Int32], _ b: [Int32]) -> Float {
        var (i, j) = (0, 0)
        var sum: Float = 0
        while i < a.count, j < b.count {
            if a[i] < b[j] {
                i += 1
            } else if b[j] < a[i] {
                j += 1
            } else {
                sum += weight(of: a[i])
                i += 1
                j += 1
            }
        }
        return sum
    }
}
