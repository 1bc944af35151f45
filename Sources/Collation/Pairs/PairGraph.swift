/// Which pairs a unit is in: the candidate pairs as a sparse matrix for each two articles.
struct PairGraph: Sendable {
    /// The other unit of a pair, and the pair's index.
    struct Edge: Sendable {
        let unit: Int
        let pair: Int
    }

    /// Edges of each unit, ascending by the other unit.
    private let edges: [[Edge]]
    let pairs: [UnitPair]

    /// Builds the graph. O(*p*) for pairs in ascending order.
    init(_ pairs: [UnitPair], _ story: Story) {
        var edges = [[Edge]](repeating: [], count: story.units.count)
        for (index, pair) in pairs.enumerated() {
            edges[pair.second].append(Edge(unit: pair.first, pair: index))
        }
        // All smaller neighbours come first: articles are disjoint ranges of units.
        for (index, pair) in pairs.enumerated() {
            edges[pair.first].append(Edge(unit: pair.second, pair: index))
        }
        self.edges = edges
        self.pairs = pairs
    }

    /// All edges of a unit.
    func edges(of unit: Int) -> [Edge] { edges[unit] }

    /// The edges of a unit to a range of units. O(log of its edges).
    func edges(of unit: Int, to range: Range<Int>) -> ArraySlice<Edge> {
        let list = edges[unit]
        let start = Self.firstIndex(in: list, from: range.lowerBound)
        let end = Self.firstIndex(in: list, from: range.upperBound)
        return list[start..<max(start, end)]
    }

    /// The index of the pair of two units, when it is one. O(log of its edges).
    func pair(_ a: Int, _ b: Int) -> Int? {
        let list = edges[a]
        let at = Self.firstIndex(in: list, from: b)
        return at < list.count && list[at].unit == b ? list[at].pair : nil
    }

    private static func firstIndex(in list: [Edge], from unit: Int) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].unit < unit { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The best chain from one unit to another over a unit of a third article: the weaker of its two links.
    func bestChain(_ a: Int, _ b: Int, _ value: [Double]) -> Double {
        let (x, y) = (edges[a], edges[b])
        var (i, j) = (0, 0)
        var best = 0.0
        while i < x.count, j < y.count {
            if x[i].unit < y[j].unit {
                i += 1
            } else if y[j].unit < x[i].unit {
                j += 1
            } else {
                best = max(best, min(value[x[i].pair], value[y[j].pair]))
                i += 1
                j += 1
            }
        }
        return best
    }

    /// The best way from one unit to another over a unit of a third article: the geometric mean of both steps.
    func bestDetour(_ a: Int, _ b: Int, _ value: [Float]) -> Float {
        let (x, y) = (edges[a], edges[b])
        var (i, j) = (0, 0)
        var best: Float = 0
        while i < x.count, j < y.count {
            if x[i].unit < y[j].unit {
                i += 1
            } else if y[j].unit < x[i].unit {
                j += 1
            } else {
                best = max(best, value[x[i].pair] * value[y[j].pair])
                i += 1
                j += 1
            }
        }
        return best.squareRoot()
    }
}

/// How each pair stands among the other pairs of its two units.
struct Rivals: Sendable {
    struct Standing: Sendable {
        /// How many pairs of the first unit with the second's article are better; and the other way round.
        var rowRank = 0
        var columnRank = 0
        /// Lead over the best of those, the smaller of both.
        var margin: Float = 0
        /// Value less the means of both units, plus the mean of both articles.
        var centred: Float = 0
    }

    private let value: [Float]
    private let graph: PairGraph
    private let story: Story
    private var total: [UnitPair: Float] = [:]

    init(_ value: [Float], _ graph: PairGraph, _ story: Story) {
        self.value = value
        self.graph = graph
        self.story = story
        for (index, pair) in graph.pairs.enumerated() { total[articles(pair), default: 0] += value[index] }
    }

    private func articles(_ pair: UnitPair) -> UnitPair {
        UnitPair(first: story.units[pair.first].article, second: story.units[pair.second].article)
    }

    func standing(_ index: Int) -> Standing {
        let pair = graph.pairs[index]
        let articles = articles(pair)
        let (rows, columns) = (story.unitsOfArticle[articles.first], story.unitsOfArticle[articles.second])
        var result = Standing()
        let row = survey(graph.edges(of: pair.first, to: columns), index)
        let column = survey(graph.edges(of: pair.second, to: rows), index)
        result.rowRank = row.better
        result.columnRank = column.better
        result.margin = value[index] - max(row.best, column.best)
        let mean = (total[articles] ?? 0) / Float(max(1, rows.count * columns.count))
        result.centred = value[index] - row.sum / Float(max(1, columns.count)) - column.sum / Float(max(1, rows.count)) + mean
        return result
    }

    private func survey(_ edges: ArraySlice<PairGraph.Edge>, _ index: Int) -> (better: Int, best: Float, sum: Float) {
        var better = 0
        var best: Float = 0
        var sum: Float = 0
        for edge in edges {
            let other = value[edge.pair]
            sum += other
            guard edge.pair != index else { continue }
            best = max(best, other)
            if other > value[index] || (other == value[index] && edge.pair < index) { better += 1 }
        }
        return (better, best, sum)
    }
}

/// How far two sequences of weighted words run alike.
enum WordOrder {
    struct Word: Sendable {
        let stem: UInt64
        let weight: Float
    }

    struct Overlap: Sendable {
        /// Weight of the longest common subsequence.
        var subsequence: Float = 0
        /// Weight of the heaviest common run.
        var run: Float = 0
    }

    /// Compares two sequences by dynamic programming. Sequences beyond ``longest`` words are cut there.
    /// - Complexity: O(product of the lengths), at most ``longest`` squared.
    static func compare(
        _ a: [Word],
        _ b: [Word]
    ) -> Overlap {
        let (x, y) = (a.prefix(longest), b.prefix(longest))
        var best = [Float](repeating: 0, count: y.count + 1)
        var runs = [Float](repeating: 0, count: y.count + 1)
        var result = Overlap()
        for one in x {
            var diagonal: Float = 0
            var run: Float = 0
            for (j, other) in y.enumerated() {
                let (above, aboveRun) = (best[j + 1], runs[j + 1])
                if one.stem == other.stem {
                    best[j + 1] = max(diagonal + one.weight, above, best[j])
                    runs[j + 1] = run + one.weight
                    result.run = max(result.run, runs[j + 1])
                } else {
                    best[j + 1] = max(above, best[j])
                    runs[j + 1] = 0
                }
                diagonal = above
                run = aboveRun
            }
        }
        result.subsequence = best.last ?? 0
        return result
    }

    static let longest = 80
}
