internal import LinearAlgebra

/// Scores the moves that are open to a state of a transition system (spaCy's `TransitionBasedParser`).
///
/// A state is a few tokens: each token's share of the hidden layer is computed once for every place that it can have in a
/// state, so that a state costs a sum of rows (Chen and Manning 2014, “A fast and accurate dependency parser using neural
/// networks”, section 3.2).
struct TransitionScorer: Sendable {
    static let hidden = 64
    private static let pieces = 2
    private static let lowerWidth = hidden * pieces

    /// How many tokens make up a state.
    let places: Int
    /// How many moves there are.
    let moves: Int
    private let projection: Weights
    private let projectionBias: Weights
    private let lower: Weights
    private let lowerBias: Weights
    private let absent: Weights
    private let upper: Weights
    private let upperBias: Weights

    init(_ model: ThincModel, places: Int, moves: Int) throws(GrammarModelError) {
        let (width, hidden, pieces) = (MaxoutLayer.width, Self.hidden, Self.pieces)
        let linear = try model.layers("linear", count: 2)
        let upperNode = try model.layer(referredTo: "upper")
        let lowerNode = try model.layer(referredTo: "lower")
        self.places = places
        self.moves = moves
        // The file lists the output layer before the projection.
        guard upperNode.name == "linear", lowerNode.name == "precomputable_affine" else {
            throw GrammarModelError(file: model.file, reason: "expected a lower and an upper layer of a transition-based parser")
        }
        upper = Weights(
            MatrixProduct.transposed(
                try model.weights("W", of: upperNode, shape: [moves, hidden]).values,
                rows: moves,
                columns: hidden
            )
        )
        upperBias = Weights(try model.weights("b", of: upperNode, shape: [moves]).values)
        projection = Weights(
            MatrixProduct.transposed(
                try model.weights("W", of: linear[1], shape: [hidden, width]).values,
                rows: hidden,
                columns: width
            )
        )
        projectionBias = Weights(try model.weights("b", of: linear[1], shape: [hidden]).values)

        // From place, unit, piece to place, piece, unit; inputs × outputs.
        let file = try model.weights("W", of: lowerNode, shape: [places, hidden, pieces, hidden]).values
        let fileBias = try model.weights("b", of: lowerNode, shape: [hidden, pieces]).values
        let filePad = try model.weights("pad", of: lowerNode, shape: [1, places, hidden, pieces]).values
        let outputs = places * Self.lowerWidth
        var lower = Array(repeating: Float(0), count: file.count)
        var pad = Array(repeating: Float(0), count: outputs)
        var bias = Array(repeating: Float(0), count: Self.lowerWidth)
        for place in 0..<places {
            for unit in 0..<hidden {
                for piece in 0..<pieces {
                    let from = (place * hidden + unit) * pieces + piece
                    let to = place * Self.lowerWidth + piece * hidden + unit
                    pad[to] = filePad[from]
                    bias[piece * hidden + unit] = fileBias[unit * pieces + piece]
                    for input in 0..<hidden { lower[input * outputs + to] = file[from * hidden + input] }
                }
            }
        }
        self.lower = Weights(lower)
        lowerBias = Weights(bias)
        absent = Weights(pad)
    }

    /// Computes the shares of the hidden layer for `rows` rows of token vectors.
    func prepare(_ vectors: UnsafePointer<Float>, rows: Int, buffers: ScorerBuffers) {
        let hidden = Self.hidden
        let outputs = places * Self.lowerWidth
        buffers.projected.reserve(rows * hidden)
        buffers.shares.reserve(rows * outputs)
        let projected = buffers.projected.start
        MatrixProduct.multiply(
            vectors,
            stride: MaxoutLayer.width,
            projection.start,
            stride: hidden,
            into: projected,
            stride: hidden,
            m: rows,
            k: MaxoutLayer.width,
            n: hidden
        )
        for row in 0..<rows {
            for unit in 0..<hidden { projected[row * hidden + unit] += projectionBias.start[unit] }
        }
        MatrixProduct.multiply(
            projected,
            stride: hidden,
            lower.start,
            stride: outputs,
            into: buffers.shares.start,
            stride: outputs,
            m: rows,
            k: hidden,
            n: outputs
        )
    }

    /// Scores the moves of states, each given by the rows of its tokens (negative where it has none).
    ///
    /// - Returns: the scores, `moves` for each state.
    func score(_ rows: [Int32], states: Int, buffers: ScorerBuffers) -> UnsafePointer<Float> {
        typealias Lane = SIMD8<Float>
        let hidden = Self.hidden
        let outputs = places * Self.lowerWidth
        let lanes = hidden / 8
        buffers.hidden.reserve(states * hidden)
        buffers.scores.reserve(states * moves)
        let shares = UnsafePointer(buffers.shares.start)
        let bias = UnsafeRawPointer(lowerBias.start)
        rows.withUnsafeBufferPointer { rows in
            for state in 0..<states {
                let target = UnsafeMutableRawPointer(buffers.hidden.start + state * hidden)
                withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: places) { sources in
                    for place in 0..<places {
                        let row = Int(rows[state * places + place])
                        let source = row < 0 ? absent.start : shares + row * outputs
                        sources[place] = UnsafeRawPointer(source + place * Self.lowerWidth)
                    }
                    for lane in 0..<lanes {
                        let at = lane * 32
                        var first = Lane.zero
                        var second = Lane.zero
                        for place in 0..<places {
                            first += sources[place].loadUnaligned(fromByteOffset: at, as: Lane.self)
                            second += sources[place].loadUnaligned(fromByteOffset: at + hidden * 4, as: Lane.self)
                        }
                        first += bias.load(fromByteOffset: at, as: Lane.self)
                        second += bias.load(fromByteOffset: at + hidden * 4, as: Lane.self)
                        first.replace(with: second, where: second .> first)
                        target.storeBytes(of: first, toByteOffset: at, as: Lane.self)
                    }
                }
            }
        }
        let scores = buffers.scores.start
        MatrixProduct.multiply(
            buffers.hidden.start,
            stride: hidden,
            upper.start,
            stride: moves,
            into: scores,
            stride: moves,
            m: states,
            k: hidden,
            n: moves
        )
        for state in 0..<states {
            for move in 0..<moves { scores[state * moves + move] += upperBias.start[move] }
        }
        return UnsafePointer(scores)
    }

    /// The best of a row of moves, the first of equals.
    @inline(__always)
    static func best(_ scores: UnsafePointer<Float>, among moves: Range<Int>, best: inout Int) {
        for move in moves where best < 0 || scores[move] > scores[best] { best = move }
    }
}

/// Room for ``TransitionScorer``.
final class ScorerBuffers {
    /// The largest room of all, which others may use when no states are scored.
    let shares: FloatBuffer
    let projected = FloatBuffer()
    let hidden = FloatBuffer()
    let scores = FloatBuffer()

    init(shares: FloatBuffer) { self.shares = shares }
}
