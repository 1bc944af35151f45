internal import LinearAlgebra

/// What follows a matrix product in spaCy's layers: the bias, the largest of three pieces, and layer normalization
/// (Goodfellow et al. 2013, “Maxout networks”; Ba et al. 2016, “Layer normalization”).
///
/// Units lie piece by piece in a row (3 × 96), not unit by unit as in the file, so that the largest is taken of vectors.
struct MaxoutLayer: Sendable {
    static let width = 96
    static let pieces = 3
    static let outputs = width * pieces
    private static let epsilon: Float = 1e-8

    /// Inputs × outputs, for a product from the right.
    let weights: Weights
    let inputs: Int
    private let bias: Weights
    private let gain: Weights
    private let shift: Weights

    init(
        maxout: ThincModel.Node,
        norm: ThincModel.Node,
        inputs: Int,
        of model: ThincModel
    ) throws(GrammarModelError) {
        let (width, pieces) = (Self.width, Self.pieces)
        let file = try model.weights("W", of: maxout, shape: [width, pieces, inputs]).values
        let fileBias = try model.weights("b", of: maxout, shape: [width, pieces]).values
        var byPiece = Array(repeating: Float(0), count: file.count)
        var bias = Array(repeating: Float(0), count: fileBias.count)
        for unit in 0..<width {
            for piece in 0..<pieces {
                let (from, to) = (unit * pieces + piece, piece * width + unit)
                bias[to] = fileBias[from]
                for input in 0..<inputs { byPiece[input * Self.outputs + to] = file[from * inputs + input] }
            }
        }
        weights = Weights(byPiece)
        self.inputs = inputs
        self.bias = Weights(bias)
        gain = Weights(try model.weights("G", of: norm, shape: [width]).values)
        shift = Weights(try model.weights("b", of: norm, shape: [width]).values)
    }

    /// Finishes one row: `output = normalized(maximum(products + bias)) + residual`.
    @inline(__always)
    func finish(
        _ products: UnsafePointer<Float>,
        residual: UnsafePointer<Float>?,
        into output: UnsafeMutablePointer<Float>
    ) {
        typealias Lane = SIMD8<Float>
        let lanes = Self.width / 8
        let source = UnsafeRawPointer(products)
        let biases = UnsafeRawPointer(bias.start)
        let target = UnsafeMutableRawPointer(output)
        let piece = Self.width * 4
        var sum = Lane.zero
        for lane in 0..<lanes {
            let at = lane * 32
            var best = source.loadUnaligned(fromByteOffset: at, as: Lane.self) + biases.load(fromByteOffset: at, as: Lane.self)
            for number in 1..<Self.pieces {
                let other =
                    source.loadUnaligned(fromByteOffset: at + number * piece, as: Lane.self)
                    + biases.load(fromByteOffset: at + number * piece, as: Lane.self)
                best.replace(with: other, where: other .> best)
            }
            target.storeBytes(of: best, toByteOffset: at, as: Lane.self)
            sum += best
        }
        let mean = sum.sum() / Float(Self.width)
        var squares = Lane.zero
        for lane in 0..<lanes {
            let difference = target.loadUnaligned(fromByteOffset: lane * 32, as: Lane.self) - mean
            squares += difference * difference
        }
        let scale = 1 / (squares.sum() / Float(Self.width) + Self.epsilon).squareRoot()
        let gains = UnsafeRawPointer(gain.start)
        let shifts = UnsafeRawPointer(shift.start)
        for lane in 0..<lanes {
            let at = lane * 32
            var value = (target.loadUnaligned(fromByteOffset: at, as: Lane.self) - mean) * scale
            value = value * gains.load(fromByteOffset: at, as: Lane.self) + shifts.load(fromByteOffset: at, as: Lane.self)
            if let residual {
                value += UnsafeRawPointer(residual).loadUnaligned(fromByteOffset: at, as: Lane.self)
            }
            target.storeBytes(of: value, toByteOffset: at, as: Lane.self)
        }
    }
}
