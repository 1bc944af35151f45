internal import LinearAlgebra

/// Picks a tag for each token's vector.
struct PartOfSpeechTagger: Sendable {
    let tags: [String]
    private let weights: Weights
    private let bias: Weights

    /// Rows of one product, so that scores stay in the cache.
    private static let tile = 256

    init(in folder: PipelineFiles) throws(GrammarModelError) {
        let file = "tagger/cfg"
        var tags: [String] = []
        for label in try folder.json(file)["labels"]?.elements ?? [] {
            guard let label = label.string else { throw GrammarModelError(file: file, reason: "expected names of tags") }
            tags.append(label)
        }
        guard (2...250).contains(tags.count) else {
            throw GrammarModelError(file: file, reason: "expected 2 to 250 tags, found \(tags.count)")
        }
        let model = try ThincModel(file: "tagger/model", in: folder)
        let node = try model.layer(referredTo: "softmax")
        let width = MaxoutLayer.width
        weights = Weights(
            MatrixProduct.transposed(
                try model.weights("W", of: node, shape: [tags.count, width]).values,
                rows: tags.count,
                columns: width
            )
        )
        bias = Weights(try model.weights("b", of: node, shape: [tags.count]).values)
        self.tags = tags
    }

    /// The best tag of each row of vectors.
    func tag(_ vectors: UnsafePointer<Float>, rows: Int, scores: FloatBuffer, into result: inout [UInt8]) {
        scores.reserve(Self.tile * tags.count)
        result.removeAll(keepingCapacity: true)
        var first = 0
        while first < rows {
            let count = min(Self.tile, rows - first)
            MatrixProduct.multiply(
                vectors + first * MaxoutLayer.width,
                stride: MaxoutLayer.width,
                weights.start,
                stride: tags.count,
                into: scores.start,
                stride: tags.count,
                m: count,
                k: MaxoutLayer.width,
                n: tags.count
            )
            for row in 0..<count {
                let scores = scores.start + row * tags.count
                var best = 0
                var highest = scores[0] + bias.start[0]
                for tag in 1..<tags.count {
                    let score = scores[tag] + bias.start[tag]
                    if score > highest { (best, highest) = (tag, score) }
                }
                result.append(UInt8(truncatingIfNeeded: best))
            }
            first += count
        }
    }
}
