internal import LinearAlgebra
import Models

/// The first layer: the vector of a word apart from its context, of its hashed features.
///
/// A feature's vector is the sum of four rows of a table (Svenstrup et al. 2017, “Hash embeddings”), and the vectors of all
/// features go through one maxout layer. Up to the maximum that is linear, so the tables are multiplied with the layer's
/// weights once, when the model is read, and a word costs the sum of its rows.
struct WordEmbedding: Sendable {
    /// Rows of the tables after the product, of norm, prefix, suffix and shape, one table behind the other.
    private let products: Weights
    /// The first row of each feature's table.
    private let tableStarts: [Int]
    /// The summed rows for features that are zero or one: two for each.
    private let flags: [Weights]
    private let layer: MaxoutLayer
    let hashing: FeatureHashing

    /// How many features of a word are hashed in ``LexemeFeatures``.
    private static let hashed = 4
    /// Rows of the tables of norm, prefix, suffix, shape, and of whether a space follows and the word is white space.
    private static let rowCounts = [5000, 1000, 2500, 2500, 50, 50]

    /// - Parameter columns: the names of the features that the model must have, in order.
    init(_ model: ThincModel, columns: [String], layers: [MaxoutLayerNodes]) throws(GrammarModelError) {
        let width = MaxoutLayer.width
        let file = model.file
        let extractor = try model.layers("extract_features", count: 1)[0]
        let found = try model.attribute("columns", of: extractor) { data, value in
            try data.array(value).map { try data.string($0) }
        }
        guard found == columns else {
            throw GrammarModelError(file: file, reason: "expected the features \(columns), found \(found)")
        }
        guard let mix = layers.first else { throw GrammarModelError(file: file, reason: "expected a layer over the features") }
        let layer = try MaxoutLayer(maxout: mix.maxout, norm: mix.norm, inputs: width * columns.count, of: model)

        self.layer = layer
        var seeds: [UInt32] = []
        let rowCounts = Array(Self.rowCounts.prefix(columns.count))
        // One table of all, written once: it is the largest thing that a pipeline holds.
        let joined = FloatBuffer(count: rowCounts.reduce(0, +) * MaxoutLayer.outputs)
        var starts: [Int] = []
        var row = 0
        for (column, node) in try model.layers("hashembed", count: rowCounts.count).enumerated() {
            let (place, seed) = try (
                model.attribute("column", of: node) { data, value in try data.integer(value) },
                model.attribute("seed", of: node) { data, value in try data.unsigned(value) }
            )
            guard place == column, seed <= UInt64(UInt32.max) else {
                throw GrammarModelError(file: file, reason: "expected the table of feature \(column)")
            }
            let table = try model.weights("E", of: node, shape: [rowCounts[column], width]).values
            table.withUnsafeBufferPointer { left in
                guard let left = left.baseAddress else { return }
                // The part of the layer's weights that this feature's vector meets.
                MatrixProduct.multiply(
                    left,
                    stride: width,
                    layer.weights.start + column * width * MaxoutLayer.outputs,
                    stride: MaxoutLayer.outputs,
                    into: joined.start + row * MaxoutLayer.outputs,
                    stride: MaxoutLayer.outputs,
                    m: rowCounts[column],
                    k: width,
                    n: MaxoutLayer.outputs
                )
            }
            seeds.append(UInt32(seed))
            starts.append(row)
            row += rowCounts[column]
        }
        hashing = FeatureHashing(seeds: Array(seeds.prefix(Self.hashed)), rowCounts: Array(rowCounts.prefix(Self.hashed)))
        tableStarts = starts
        products = Weights(joined)
        flags = rowCounts.indices.dropFirst(Self.hashed).map { column in
            var both: [Float] = []
            for value in 0..<2 {
                var sum = Array(repeating: Float(0), count: MaxoutLayer.outputs)
                let rows = MurmurHash.rows(of: UInt64(value), seed: seeds[column])
                for index in 0..<4 {
                    let start = (starts[column] + Int(rows[index] % UInt32(rowCounts[column]))) * MaxoutLayer.outputs
                    for unit in 0..<MaxoutLayer.outputs { sum[unit] += joined.start[start + unit] }
                }
                both += sum
            }
            return Weights(both)
        }
    }

    /// Writes the vector of a word.
    ///
    /// - Parameters:
    ///   - flagValues: for each feature behind the hashed ones, whether it is one.
    ///   - sums: room for 288 numbers.
    func embed(
        _ features: LexemeFeatures,
        flagValues: SIMD2<UInt8>,
        sums: UnsafeMutablePointer<Float>,
        into output: UnsafeMutablePointer<Float>
    ) {
        typealias Lane = SIMD8<Float>
        let target = UnsafeMutableRawPointer(sums)
        for index in 0..<4 * Self.hashed + flags.count {
            let row: UnsafePointer<Float>
            if index < 4 * Self.hashed {
                row = products.start + (tableStarts[index / 4] + Int(features.rows[index])) * MaxoutLayer.outputs
            } else {
                let flag = index - 4 * Self.hashed
                row = flags[flag].start + Int(flagValues[flag] & 1) * MaxoutLayer.outputs
            }
            let source = UnsafeRawPointer(row)
            for lane in 0..<MaxoutLayer.outputs / 8 {
                var value = source.load(fromByteOffset: lane * 32, as: Lane.self)
                if index > 0 { value += target.loadUnaligned(fromByteOffset: lane * 32, as: Lane.self) }
                target.storeBytes(of: value, toByteOffset: lane * 32, as: Lane.self)
            }
        }
        layer.finish(sums, residual: nil, into: output)
    }
}

/// The two nodes that make up one maxout layer in a file.
struct MaxoutLayerNodes {
    let maxout: ThincModel.Node
    let norm: ThincModel.Node

    static func all(in model: ThincModel, count: Int) throws(GrammarModelError) -> [MaxoutLayerNodes] {
        let maxouts = try model.layers("maxout", count: count)
        let norms = try model.layers("layernorm", count: count)
        return zip(maxouts, norms).map { MaxoutLayerNodes(maxout: $0, norm: $1) }
    }
}
