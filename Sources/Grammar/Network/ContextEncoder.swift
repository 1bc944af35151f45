/// The layers over a word and its neighbours: four times, a window of three vectors goes through a maxout layer and is added
/// to the vector in the middle (spaCy's `MaxoutWindowEncoder` with residual connections).
struct ContextEncoder: Sendable {
    static let depth = 4
    /// Rows of zeros before, between and behind texts: as many as the layers reach.
    static let padding = depth

    private let layers: [MaxoutLayer]

    /// Rows of one tile: three products of 128 rows, whose results stay in the second-level cache.
    private static let tile = 384

    init(_ model: ThincModel, layers nodes: [MaxoutLayerNodes]) throws(GrammarModelError) {
        var layers: [MaxoutLayer] = []
        for node in nodes {
            layers.append(try MaxoutLayer(maxout: node.maxout, norm: node.norm, inputs: 3 * MaxoutLayer.width, of: model))
        }
        self.layers = layers
    }

    /// Encodes `rows` rows of `input`, which has one row of zeros more before and behind them; the result is in `input` again.
    ///
    /// - Complexity: O(rows); 0.7 million multiplications and additions each.
    func encode(_ input: FloatBuffer, rows: Int, spare: FloatBuffer, products: FloatBuffer) {
        let width = MaxoutLayer.width
        let outputs = MaxoutLayer.outputs
        spare.reserve((rows + 2) * width)
        products.reserve(Self.tile * outputs)
        var source = input.start
        var target = spare.start
        for edge in [0, rows + 1] { (target + edge * width).update(repeating: 0, count: width) }
        for layer in layers {
            var first = 0
            while first < rows {
                let count = min(Self.tile, rows - first)
                // Windows overlap, rows of a matrix must not: every third window starts where the one before it ended.
                for phase in 0..<min(3, count) {
                    MatrixProduct.multiply(
                        source + (first + phase) * width,
                        stride: 3 * width,
                        layer.weights.start,
                        stride: outputs,
                        into: products.start + phase * outputs,
                        stride: 3 * outputs,
                        m: (count - phase + 2) / 3,
                        k: 3 * width,
                        n: outputs
                    )
                }
                for row in 0..<count {
                    let at = (first + row + 1) * width
                    layer.finish(products.start + row * outputs, residual: source + at, into: target + at)
                }
                first += count
            }
            swap(&source, &target)
        }
        // An even number of layers ends where it began.
        if source != input.start { input.start.update(from: source, count: (rows + 2) * width) }
    }
}
