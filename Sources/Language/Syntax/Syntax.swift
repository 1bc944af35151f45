/// The grammar of a text: a tag, a head and a relation for each token of its ``AnnotatedText``.
///
/// Heads form trees, one for each sentence that the grammar sees; these sentences need not be those of
/// ``AnnotatedText/sentences``, but none goes beyond a section. A token that the grammar splits (`don't`) has the tag and head
/// of its topmost part; of several tokens that the grammar takes as one word (`U.S.`), one stands for it and the others hang on
/// it as ``DependencyRelation/pieceOfWord``.
public struct Syntax: Sendable {
    /// For each token, its tag; ``PennTag/unknown`` where the grammar saw no token.
    public let tags: [PennTag]
    /// For each token, the index of its head; its own index for the root of a sentence.
    public let heads: [Int32]
    /// For each token, how it depends on its head.
    public let relations: [DependencyRelation]
    /// For each token, the first and last token at or below it.
    private let first: [Int32]
    private let last: [Int32]
    /// Tokens by their heads: `children[starts[t]..<starts[t + 1]]` are those of token `t`, in order.
    private let children: [Int32]
    private let starts: [Int32]

    /// Makes the grammar of tokens. The three arrays are as long as the tokens are many; a head out of bounds, or one that closes
    /// a circle, is taken for a root's.
    ///
    /// - Complexity: O(*n*).
    public init(tags: [PennTag], heads: [Int32], relations: [DependencyRelation]) {
        let count = heads.count
        let tree = Tree(heads: heads)
        self.tags = tags.count == count ? tags : Array(repeating: .unknown, count: count)
        self.relations = relations.count == count ? relations : Array(repeating: .unknown, count: count)
        self.heads = tree.heads
        first = tree.first
        last = tree.last
        var starts = [Int32](repeating: 0, count: count + 1)
        for (token, head) in tree.heads.enumerated() where Int(head) != token { starts[Int(head) + 1] += 1 }
        for token in 0..<count { starts[token + 1] += starts[token] }
        var next = starts
        var children = [Int32](repeating: 0, count: Int(starts[count]))
        for (token, head) in tree.heads.enumerated() where Int(head) != token {
            children[Int(next[Int(head)])] = Int32(clamping: token)
            next[Int(head)] += 1
        }
        self.children = children
        self.starts = starts
    }

    /// The head of a token; nil for a root.
    public func head(of token: Int) -> Int? {
        let head = Int(heads[token])
        return head == token ? nil : head
    }

    /// The tokens that depend on a token, in order.
    public func children(of token: Int) -> some RandomAccessCollection<Int> {
        children[Int(starts[token])..<Int(starts[token + 1])].lazy.map { Int($0) }
    }

    /// From the first to the last token at or below a token. Where arcs cross, others may lie between.
    public func subtree(of token: Int) -> Range<Int> { Int(first[token])..<(Int(last[token]) + 1) }

    /// The first child of a token with one of some relations.
    public func child(of token: Int, _ relations: DependencyRelation...) -> Int? {
        children(of: token).first { relations.contains(self.relations[$0]) }
    }
}

/// Heads without circles, and what lies below each token.
private struct Tree {
    var heads: [Int32]
    var first: [Int32]
    var last: [Int32]

    init(heads given: [Int32]) {
        let count = given.count
        heads = given.enumerated().map { (0..<Int32(clamping: count)).contains($1) ? $1 : Int32(clamping: $0) }
        first = (0..<Int32(clamping: count)).map { $0 }
        last = first
        // From each token up until a known one: every token is walked once.
        var depths = [Int32](repeating: -1, count: count)
        var deepest: Int32 = 0
        var path: [Int] = []
        for token in 0..<count where depths[token] < 0 {
            var at = token
            path.removeAll(keepingCapacity: true)
            while depths[at] == -1 {
                depths[at] = -2
                path.append(at)
                guard heads[at] != Int32(clamping: at) else { break }
                at = Int(heads[at])
            }
            var depth: Int32 = depths[at] >= 0 ? depths[at] + 1 : 0
            if depths[at] < 0, let top = path.last, top != at { heads[top] = Int32(clamping: top) }
            for token in path.reversed() {
                depths[token] = depth
                deepest = max(deepest, depth)
                depth += 1
            }
        }
        // The deepest first, so that each subtree is whole before it widens its head's.
        var starts = [Int](repeating: 0, count: Int(deepest) + 2)
        for depth in depths { starts[Int(deepest - depth) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var order = [Int](repeating: 0, count: count)
        for (token, depth) in depths.enumerated() {
            order[starts[Int(deepest - depth)]] = token
            starts[Int(deepest - depth)] += 1
        }
        for token in order {
            let head = Int(heads[token])
            first[head] = min(first[head], first[token])
            last[head] = max(last[head], last[token])
        }
    }
}
