internal import LinearAlgebra
internal import Models

/// Room for a ``TransformerNetwork``.
final class TransformerBuffers {
    let hidden = FloatBuffer()
    let projections = FloatBuffer()
    let context = FloatBuffer()
    let inner = FloatBuffer()
    let scores = FloatBuffer()
}

/// One layer of a BERT encoder: self-attention, then a network for each token by itself, each added to what went in and
/// normalized (Vaswani et al. 2017, “Attention is all you need”; Devlin et al. 2019).
struct TransformerLayer: Sendable {
    typealias Shape = TransformerNetwork.Shape

    /// Weights of queries, keys and values, one behind the other: outputs × inputs. Queries are scaled already.
    private let projection: Weights
    private let projectionBias: Weights
    private let output: FileWeights
    private let outputBias: Weights
    private let attentionNorm: LayerNorm
    private let inner: FileWeights
    private let innerBias: Weights
    private let outer: FileWeights
    private let outerBias: Weights
    private let norm: LayerNorm
    private let attention: SelfAttention
    private let shape: Shape

    init(_ index: Int, of file: Safetensors, shape: Shape) throws(ModelFileError) {
        let (width, innerWidth) = (shape.width, shape.innerWidth)
        let prefix = "encoder.layer.\(index)."
        func numbers(_ name: String, _ dimensions: [Int]) throws(ModelFileError) -> [Float] {
            try file.tensor(prefix + name).weights(dimensions)
        }
        func norm(_ name: String) throws(ModelFileError) -> LayerNorm {
            LayerNorm(
                gain: try numbers(name + ".weight", [width]),
                shift: try numbers(name + ".bias", [width]),
                epsilon: shape.epsilon
            )
        }
        let scale = 1 / Float(shape.headWidth).squareRoot()
        var weights: [Float] = []
        var biases: [Float] = []
        for name in ["query", "key", "value"] {
            let factor = name == "query" ? scale : 1
            weights += try numbers("attention.self.\(name).weight", [width, width]).map { $0 * factor }
            biases += try numbers("attention.self.\(name).bias", [width]).map { $0 * factor }
        }
        projection = Weights(weights)
        projectionBias = Weights(biases)
        output = try FileWeights(file.tensor(prefix + "attention.output.dense.weight"), shape: [width, width])
        outputBias = Weights(try numbers("attention.output.dense.bias", [width]))
        attentionNorm = try norm("attention.output.LayerNorm")
        inner = try FileWeights(file.tensor(prefix + "intermediate.dense.weight"), shape: [innerWidth, width])
        innerBias = Weights(try numbers("intermediate.dense.bias", [innerWidth]))
        outer = try FileWeights(file.tensor(prefix + "output.dense.weight"), shape: [width, innerWidth])
        outerBias = Weights(try numbers("output.dense.bias", [width]))
        self.norm = try norm("output.LayerNorm")
        attention = SelfAttention(shape)
        self.shape = shape
    }

    /// Replaces the vectors in `buffers.hidden` by those of the next layer.
    /// - Parameter lengths: how many tokens each text has.
    func apply(lengths: [Int], rows: Int, buffers: TransformerBuffers) {
        let (width, innerWidth) = (shape.width, shape.innerWidth)
        let hidden = buffers.hidden.start
        buffers.projections.reserve(rows * 3 * width)
        let projections = buffers.projections.start
        multiply(hidden, width, projection.start, into: projections, 3 * width, rows: rows)
        let bias = projectionBias.start
        for row in 0..<rows {
            let numbers = projections + row * 3 * width
            for at in stride(from: 0, to: 3 * width, by: Lane.width) { numbers[lane: at] += bias[lane: at] }
        }
        buffers.context.reserve(rows * width)
        attention.apply(projections, lengths: lengths, into: buffers.context.start, scores: buffers.scores)
        // What goes in is what the product is added to.
        multiply(buffers.context.start, width, output.start, into: hidden, width, rows: rows, adds: true)
        for row in 0..<rows { attentionNorm.apply(hidden + row * width, adding: outputBias.start) }

        buffers.inner.reserve(rows * innerWidth)
        let between = buffers.inner.start
        multiply(hidden, width, inner.start, into: between, innerWidth, rows: rows)
        let innerBiases = innerBias.start
        for row in 0..<rows {
            let numbers = between + row * innerWidth
            for at in stride(from: 0, to: innerWidth, by: Lane.width) {
                numbers[lane: at] = Activation.gelu(numbers[lane: at] + innerBiases[lane: at])
            }
        }
        multiply(between, innerWidth, outer.start, into: hidden, width, rows: rows, adds: true)
        for row in 0..<rows { norm.apply(hidden + row * width, adding: outerBias.start) }
    }

    private func multiply(
        _ left: UnsafePointer<Float>,
        _ inputs: Int,
        _ weights: UnsafePointer<Float>,
        into output: UnsafeMutablePointer<Float>,
        _ outputs: Int,
        rows: Int,
        adds: Bool = false
    ) {
        MatrixProduct.multiply(
            left,
            stride: inputs,
            weights,
            stride: inputs,
            layout: .outputsByInputs,
            into: output,
            stride: outputs,
            m: rows,
            k: inputs,
            n: outputs,
            adds: adds
        )
    }
}
