/// Units as bags of keys of one kind (stems, concepts, letter sequences, …), weighted by how rare a key is in the story.
///
/// Rows are sorted, so two of them are compared by one merge. Weights follow the usual inverse document frequency with
/// units as documents, scaled so that a key of one unit weighs 1 (Spärck Jones 1972).
struct BagSpace: Sendable {
    /// Row `r` is `keys[starts[r]..<starts[r + 1]]`, ascending.
    private var starts: [Int] = [0]
    private var keys: [Int32] = []
    /// How surprising a key is inside its own article, in nats, parallel to ``keys``; and in how many units it stands there.
    private var surprise: [Float] = []
    private var local: [Int32] = []
    /// Weight of each key.
    private var weight: [Float] = []
    /// The number of each key.
    private var ids = KeyNumbers()
    /// In how many articles each key stands.
    private var spread: [Int32] = []
    /// Sum of weights of each row, and its Euclidean length.
    private var sums: [Float] = []
    private var lengths: [Float] = []

    /// How many keys there are.
    var keyCount: Int { weight.count }

    /// Builds a space.
    /// - Parameters:
    ///   - rows: the keys of each unit; repeats count once.
    ///   - articles: the article of each unit, ascending.
    ///   - halved: keys that weigh half.
    /// - Complexity: O(*n* log *m*) in keys and the longest row.
    init(rows: [[UInt64]], articles: [Int], halved: Set<UInt64> = []) {
        var documents: [Int32] = []
        var numbers: [Int32] = []
        starts.reserveCapacity(rows.count + 1)
        for row in rows {
            numbers.removeAll(keepingCapacity: true)
            for key in row { numbers.append(ids.number(key)) }
            while documents.count < ids.count { documents.append(0) }
            numbers.sort()
            var last: Int32 = -1
            for number in numbers where number != last {
                keys.append(number)
                documents[Int(number)] += 1
                last = number
            }
            starts.append(keys.count)
        }
        let count = Float(rows.count)
        let scale = Float.log((count + 1) / 1.5)
        weight = documents.indices.map { id in
            let inverse = scale > 0 ? Float.log((count + 1) / (Float(documents[id]) + 0.5)) / scale : 1
            return max(0, inverse) * (halved.contains(ids.keys[id]) ? 0.5 : 1)
        }
        countInsideArticles(articles)
        for row in rows.indices {
            var sum: Float = 0
            var square: Float = 0
            for at in starts[row]..<starts[row + 1] {
                let value = weight[Int(keys[at])]
                sum += value
                square += value * value
            }
            sums.append(sum)
            lengths.append(square.squareRoot())
        }
    }

    private mutating func countInsideArticles(_ articles: [Int]) {
        local = [Int32](repeating: 0, count: keys.count)
        surprise = [Float](repeating: 0, count: keys.count)
        var counts = [Int32](repeating: 0, count: weight.count)
        spread = counts
        var row = 0
        while row < articles.count {
            var end = row
            while end < articles.count, articles[end] == articles[row] { end += 1 }
            let span = starts[row]..<starts[end]
            for at in span {
                counts[Int(keys[at])] += 1
                if counts[Int(keys[at])] == 1 { spread[Int(keys[at])] += 1 }
            }
            for at in span {
                local[at] = counts[Int(keys[at])]
                surprise[at] = max(0, -Float.log(Float(local[at]) / Float(end - row)))
            }
            for at in span { counts[Int(keys[at])] = 0 }
            row = end
        }
    }

    /// The keys of a row, ascending.
    func row(_ index: Int) -> ArraySlice<Int32> { keys[starts[index]..<starts[index + 1]] }

    /// The weight of a key.
    func weight(of key: Int32) -> Float { weight[Int(key)] }

    /// The weight of a key by its hash; 0 for a key that no unit has.
    func weight(ofKey key: UInt64) -> Float { ids[key].map { weight[Int($0)] } ?? 0 }

    /// The cosine of each row with the mean of all rows at unit length: how central it is. O(*n*).
    func centrality() -> [Float] {
        var mean = [Float](repeating: 0, count: weight.count)
        for row in lengths.indices where lengths[row] > 0 {
            for at in starts[row]..<starts[row + 1] { mean[Int(keys[at])] += weight[Int(keys[at])] / lengths[row] }
        }
        let length = mean.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return lengths.indices.map { row in
            guard lengths[row] > 0, length > 0 else { return 0 }
            let dot = (starts[row]..<starts[row + 1]).reduce(Float(0)) { $0 + weight[Int(keys[$1])] * mean[Int(keys[$1])] }
            return dot / (lengths[row] * length)
        }
    }

    /// The number of a key by its hash; nil for a key that no unit has.
    func id(ofKey key: UInt64) -> Int32? { ids[key] }

    /// How two rows overlap.
    struct Overlap: Sendable {
        /// Weights in common.
        var shared: Float = 0
        /// Weights of common keys that no third article has.
        var exclusive: Float = 0
        /// Cosine of the weighted rows.
        var cosine: Float = 0
        /// Weights in common over the lighter row's.
        var containment: Float = 0
        /// Weights in common over those of both (Jaccard).
        var jaccard: Float = 0
        /// Sum over common keys of how surprising they are in the one article and in the other, in tens of nats.
        var surprise: Float = 0
        /// Common keys that stand in at most two units of each article.
        var rare: Float = 0
        /// Common keys that stand in one unit of each article.
        var unique: Float = 0
    }

    /// Compares two rows. O(length of both).
    func overlap(_ a: Int, _ b: Int) -> Overlap {
        var result = Overlap()
        var (i, j) = (starts[a], starts[b])
        let (endA, endB) = (starts[a + 1], starts[b + 1])
        var dot: Float = 0
        while i < endA, j < endB {
            let (x, y) = (keys[i], keys[j])
            if x == y {
                let value = weight[Int(x)]
                result.shared += value
                if spread[Int(x)] == 2 { result.exclusive += value }
                dot += value * value
                if value > 0 { result.surprise += surprise[i] + surprise[j] }
                if local[i] <= 2, local[j] <= 2 { result.rare += 1 }
                if local[i] == 1, local[j] == 1 { result.unique += 1 }
            }
            // Steps without a branch: which row is behind cannot be foretold, and most keys are not in common.
            i &+= x <= y ? 1 : 0
            j &+= y <= x ? 1 : 0
        }
        result.surprise /= 10
        guard result.shared > 0 else { return result }
        result.cosine = dot / max(lengths[a] * lengths[b], 1e-6)
        result.containment = result.shared / max(min(sums[a], sums[b]), 1e-6)
        result.jaccard = result.shared / max(sums[a] + sums[b] - result.shared, 1e-6)
        return result
    }
}
