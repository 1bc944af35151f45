internal import LinearAlgebra

/// The layers over a word and its neighbours: four times, a window of three vectors goes through a maxout layer and is added
/// to the vector in the middle (spaCy's `MaxoutWindowEncoder` with residual connections).
struct ContextEncoder: Sendable {
    static let depth = 4
    /// Rows of zeros before, between and behind texts: as many as the layers reach.
    static let padding = depth

    private let layers: [MaxoutLayer]
    /// The first layer's weights for a vector as the one before, in the middle, and behind: inputs × three times outputs.
    private let wordWeights: Weights

    /// Rows of one tile: three products of 128 rows, whose results stay in the second-level cache.
    private static let tile = 384
    private static let shares = 3 * MaxoutLayer.outputs

    init(_ model: ThincModel, layers nodes: [MaxoutLayerNodes]) throws(GrammarModelError) {
        let (width, outputs) = (MaxoutLayer.width, MaxoutLayer.outputs)
        var layers: [MaxoutLayer] = []
        for node in nodes {
            layers.append(try MaxoutLayer(maxout: node.maxout, norm: node.norm, inputs: 3 * width, of: model))
        }
        self.layers = layers
        var byPlace = Array(repeating: Float(0), count: width * Self.shares)
        for place in 0..<3 {
            for input in 0..<width {
                let from = layers[0].weights.start + (place * width + input) * outputs
                for unit in 0..<outputs { byPlace[input * Self.shares + place * outputs + unit] = from[unit] }
            }
        }
        wordWeights = Weights(byPlace)
    }

    /// Encodes `rows` rows of vectors, which have one row of zeros more before and behind them; the result is in
    /// `buffers.vectors` again.
    ///
    /// Texts repeat words, and up to its maximum the first layer is linear: its products are made for each word once, and
    /// summed for each window.
    ///
    /// - Parameters:
    ///   - words: for each row its word, negative for rows of zeros.
    ///   - wordCount: how many words there are, whose vectors are in `buffers.words`.
    /// - Complexity: O(rows); 0.5 million multiplications and additions each.
    func encode(words: [Int32], wordCount: Int, rows: Int, buffers: EncoderBuffers) {
        let (width, outputs) = (MaxoutLayer.width, MaxoutLayer.outputs)
        buffers.spare.reserve((rows + 2) * width)
        buffers.products.reserve(Self.tile * outputs)
        var source = buffers.vectors.start
        var target = buffers.spare.start
        for edge in [0, rows + 1] { (target + edge * width).update(repeating: 0, count: width) }
        encodeWords(words, wordCount, rows: rows, source, into: target, buffers)
        swap(&source, &target)
        for layer in layers.dropFirst() {
            encode(layer, rows: rows, source, into: target, products: buffers.products.start)
            swap(&source, &target)
        }
        // An even number of layers ends where it began.
        if source != buffers.vectors.start { buffers.vectors.start.update(from: source, count: (rows + 2) * width) }
    }

    /// The first layer.
    private func encodeWords(
        _ words: [Int32],
        _ wordCount: Int,
        rows: Int,
        _ source: UnsafeMutablePointer<Float>,
        into target: UnsafeMutablePointer<Float>,
        _ buffers: EncoderBuffers
    ) {
        typealias Lane = SIMD8<Float>
        let (width, outputs) = (MaxoutLayer.width, MaxoutLayer.outputs)
        // The last one is of zeros.
        buffers.shares.reserve((wordCount + 1) * Self.shares)
        let shares = buffers.shares.start
        (shares + wordCount * Self.shares).update(repeating: 0, count: Self.shares)
        MatrixProduct.multiply(
            buffers.words.start,
            stride: width,
            wordWeights.start,
            stride: Self.shares,
            into: shares,
            stride: Self.shares,
            m: wordCount,
            k: width,
            n: Self.shares
        )
        func share(_ row: Int, _ place: Int) -> UnsafeRawPointer {
            let word = words[row] < 0 ? wordCount : Int(words[row])
            return UnsafeRawPointer(shares + word * Self.shares + place * outputs)
        }
        let sums = UnsafeMutableRawPointer(buffers.products.start)
        for row in 0..<rows {
            let (before, middle, behind) = (share(row, 0), share(row + 1, 1), share(row + 2, 2))
            for lane in 0..<outputs / 8 {
                let at = lane * 32
                let sum =
                    before.loadUnaligned(fromByteOffset: at, as: Lane.self)
                    + middle.loadUnaligned(fromByteOffset: at, as: Lane.self)
                    + behind.loadUnaligned(fromByteOffset: at, as: Lane.self)
                sums.storeBytes(of: sum, toByteOffset: at, as: Lane.self)
            }
            let place = (row + 1) * width
            layers[0].finish(buffers.products.start, residual: source + place, into: target + place)
        }
    }

    /// Any other layer.
    private func encode(
        _ layer: MaxoutLayer,
        rows: Int,
        _ source: UnsafeMutablePointer<Float>,
        into target: UnsafeMutablePointer<Float>,
        products: UnsafeMutablePointer<Float>
    ) {
        let (width, outputs) = (MaxoutLayer.width, MaxoutLayer.outputs)
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
                    into: products + phase * outputs,
                    stride: 3 * outputs,
                    m: (count - phase + 2) / 3,
                    k: 3 * width,
                    n: outputs
                )
            }
            for row in 0..<count {
                let at = (first + row + 1) * width
                layer.finish(products + row * outputs, residual: source + at, into: target + at)
            }
            first += count
        }
    }
}
