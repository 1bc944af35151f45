/// The arcs of a parse, and the spans of tokens below each.
struct DependencyTree {
    /// A token's head, itself for a root.
    private(set) var heads: [Int32]
    private var leftEdge: [Int32] = []
    private var rightEdge: [Int32] = []
    /// Each token's children in order, as one list: `children[childStarts[t]..<childStarts[t + 1]]`. Empty when it is stale.
    private var children: [Int32] = []
    private var childStarts: [Int32] = []

    /// How often spans are widened along arcs that cross, as spaCy limits it.
    private static let rounds = 12

    /// Makes a tree of heads, where a negative one is a root's.
    init(heads: [Int32]) {
        self.heads = heads.enumerated().map { $1 < 0 ? Int32(truncatingIfNeeded: $0) : $1 }
    }

    /// Gives a token another head; spans stay as they were until ``findEdges()``.
    mutating func setHead(of token: Int, to head: Int) {
        guard heads[token] != head else { return }
        heads[token] = Int32(truncatingIfNeeded: head)
        children.removeAll(keepingCapacity: true)
    }

    /// Finds the leftmost and rightmost token below each token, by sweeps to both sides until no head lies outside of its
    /// sentence. O(*n*) for each of at most 12 rounds, of which trees without crossing arcs need one.
    mutating func findEdges() {
        leftEdge = heads.indices.map { Int32(truncatingIfNeeded: $0) }
        rightEdge = leftEdge
        for _ in 0..<Self.rounds {
            for token in heads.indices { widen(token) }
            for token in heads.indices.reversed() { widen(token) }
            if headsAreWithinSentences() { return }
        }
    }

    private mutating func widen(_ token: Int) {
        let head = Int(heads[token])
        leftEdge[head] = min(leftEdge[head], leftEdge[token])
        rightEdge[head] = max(rightEdge[head], rightEdge[token])
    }

    private func isRoot(_ token: Int) -> Bool { heads[token] == Int32(truncatingIfNeeded: token) }

    /// Which tokens start a sentence: the leftmost ones below roots.
    func sentenceStarts() -> [Bool] {
        var starts = Array(repeating: false, count: heads.count)
        for token in heads.indices where isRoot(token) { starts[Int(leftEdge[token])] = true }
        return starts
    }

    private func headsAreWithinSentences() -> Bool {
        let starts = sentenceStarts()
        var sentence = 0
        for token in heads.indices where token > 0 && starts[token] || token == heads.count - 1 {
            for inside in sentence..<token where heads[inside] < sentence || heads[inside] > token { return false }
            sentence = token
        }
        return true
    }

    /// Searches below a token, level by level and from left to right, for one that a condition holds for. The search goes
    /// neither below `token` nor to white space.
    ///
    /// - Returns: the token found, or `start`. O(*n*).
    mutating func descendant(of start: Int, besides token: Int, isSpace: [Bool], where holds: (Int) -> Bool) -> Int {
        if children.isEmpty { indexChildren() }
        var queue = [start]
        var at = 0
        // No tree has more tokens than there are, whatever the heads say.
        while at < queue.count, queue.count <= heads.count {
            let parent = queue[at]
            at += 1
            for child in children[Int(childStarts[parent])..<Int(childStarts[parent + 1])] {
                // Children that moved there lie outside of the span, which has not moved with them.
                guard child >= leftEdge[parent], child <= rightEdge[parent] else { continue }
                let child = Int(child)
                if child == token || isSpace[child] { continue }
                if holds(child) { return child }
                queue.append(child)
            }
        }
        return start
    }

    private mutating func indexChildren() {
        childStarts = Array(repeating: 0, count: heads.count + 1)
        for token in heads.indices where !isRoot(token) { childStarts[Int(heads[token]) + 1] += 1 }
        for index in heads.indices { childStarts[index + 1] += childStarts[index] }
        var place = childStarts
        children = Array(repeating: 0, count: Int(childStarts[heads.count]))
        for token in heads.indices where !isRoot(token) {
            let head = Int(heads[token])
            children[Int(place[head])] = Int32(truncatingIfNeeded: token)
            place[head] += 1
        }
    }
}
