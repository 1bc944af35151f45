internal import LinearAlgebra

/// Finds the head of each token and the sentences, by transitions.
struct DependencyParser: Sendable {
    let moves: TransitionMoves
    private let scorer: TransitionScorer
    private let outputs: [Range<Int>]
    /// For a label “X||Y”, X and the label Y of the true head's phrase; nil for others.
    private let decorations: [(label: UInt8, headLabel: UInt8)?]
    let rootLabel: UInt8

    /// What was found for one piece of text.
    struct Parse {
        /// A token's head, itself for a root.
        var heads: [Int32]
        var labels: [UInt8]
        var startsSentence: [Bool]
        /// Where parsing may start anew (``ArcEagerState/lastFreshStart``).
        var lastFreshStart: Int
    }

    init(in folder: PipelineFiles) throws(GrammarModelError) {
        let file = "parser/moves"
        var moves = try TransitionMoves(file: file, in: folder)
        scorer = try TransitionScorer(
            ThincModel(file: "parser/model", in: folder),
            places: ArcEagerState.places,
            moves: moves.moves.count
        )
        outputs = (0...ArcEagerState.Action.breakSentence.rawValue).map { moves.outputs(of: $0) }
        guard moves.moves.allSatisfy({ $0.action < 5 }), !outputs.contains(where: \.isEmpty), outputs[4].count == 1 else {
            throw GrammarModelError(file: file, reason: "expected the moves of an arc-eager parser")
        }
        var labels = moves.labels
        var parts: [(label: UInt8, headLabel: UInt8)?] = []
        for label in moves.labels {
            let bytes = Array(label.utf8)
            guard let bar = bytes.firstIndex(of: 0x7C), bar + 1 < bytes.count, bytes[bar + 1] == 0x7C else {
                parts.append(nil)
                continue
            }
            func number(_ name: String) -> UInt8 {
                let number = labels.firstIndex(of: name) ?? labels.count
                if number == labels.count { labels.append(name) }
                return UInt8(truncatingIfNeeded: number)
            }
            let own = String(decoding: bytes[..<bar], as: UTF8.self)
            parts.append((number(own), number(String(decoding: bytes[(bar + 2)...], as: UTF8.self))))
        }
        guard labels.count <= 255 else { throw GrammarModelError(file: file, reason: "expected no more than 255 labels") }
        parts += Array(repeating: nil, count: labels.count - parts.count)
        decorations = parts
        rootLabel = UInt8(truncatingIfNeeded: moves.moves[outputs[4].lowerBound].label)
        moves = TransitionMoves(moves: moves.moves, labels: labels)
        self.moves = moves
    }

    /// Parses pieces of text side by side, a move of each at a time.
    ///
    /// - Parameters:
    ///   - counts: how many tokens each piece has.
    ///   - starts: the row of each piece's first token among `rows` rows of vectors.
    ///   - isSpace: for each piece, which of its tokens are white space.
    /// - Complexity: O(*n*) moves for *n* tokens, four for each at most.
    func parse(
        counts: [Int],
        starts: [Int],
        vectors: UnsafePointer<Float>,
        rows: Int,
        isSpace: [[Bool]],
        buffers: ScorerBuffers
    ) -> [Parse] {
        scorer.prepare(vectors, rows: rows, buffers: buffers)
        var states = zip(counts, starts).map { ArcEagerState(length: $0, firstRow: $1) }
        var active = states.indices.filter { !states[$0].isFinal }
        let places = ArcEagerState.places
        var context = Array(repeating: Int32(-1), count: states.count * places)
        while !active.isEmpty {
            for (slot, index) in active.enumerated() { states[index].describe(into: &context, at: slot * places) }
            let scores = scorer.score(context, states: active.count, buffers: buffers)
            for (slot, index) in active.enumerated() { advance(&states[index], scores + slot * scorer.moves) }
            active.removeAll { states[$0].isFinal }
        }
        return states.indices.map { finish(states[$0], isSpace: isSpace[$0]) }
    }

    private func advance(_ state: inout ArcEagerState, _ scores: UnsafePointer<Float>) {
        var best = -1
        for action in [ArcEagerState.Action.shift, .reduce, .left, .right, .breakSentence] where state.isValid(action) {
            TransitionScorer.best(scores, among: outputs[action.rawValue], best: &best)
        }
        guard best >= 0, let action = ArcEagerState.Action(rawValue: moves.moves[best].action) else { return state.end() }
        state.make(action, label: UInt8(truncatingIfNeeded: moves.moves[best].label))
    }

    private func finish(_ state: ArcEagerState, isSpace: [Bool]) -> Parse {
        var tree = DependencyTree(heads: state.heads)
        var labels = state.labels
        for token in labels.indices where tree.heads[token] == Int32(truncatingIfNeeded: token) { labels[token] = rootLabel }
        tree.findEdges()
        for token in labels.indices {
            guard let decoration = decorations[Int(labels[token])] else { continue }
            let head = tree.descendant(
                of: Int(tree.heads[token]),
                besides: token,
                isSpace: isSpace
            ) { labels[$0] == decoration.headLabel }
            tree.setHead(of: token, to: head)
            labels[token] = decoration.label
        }
        tree.findEdges()
        return Parse(
            heads: tree.heads,
            labels: labels,
            startsSentence: tree.sentenceStarts(),
            lastFreshStart: state.lastFreshStart
        )
    }
}
