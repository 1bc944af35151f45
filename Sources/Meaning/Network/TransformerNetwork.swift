internal import LinearAlgebra
internal import Models

/// A BERT encoder with the mean of its tokens' vectors as the vector of a text (Devlin et al. 2019; Reimers and Gurevych 2019,
/// “Sentence-BERT”).
///
/// Texts stand one behind the other without anything to fill up between them: all products but those of attention are
/// made for the tokens of many texts at once.
struct TransformerNetwork: Sendable {
    /// How a network is built.
    struct Shape: Sendable {
        var vocabulary, positions, layers, width, heads, innerWidth: Int
        /// What is added to variances.
        var epsilon: Float

        var headWidth: Int { width / heads }
    }

    private let shape: Shape
    private let words: FileWeights
    private let positions: FileWeights
    /// The vector of the first segment, the only one here.
    private let segment: Weights
    private let norm: LayerNorm
    private let layers: [TransformerLayer]

    init(_ file: Safetensors, shape: Shape) throws(ModelFileError) {
        let width = shape.width
        self.shape = shape
        words = try FileWeights(file.tensor("embeddings.word_embeddings.weight"), shape: [shape.vocabulary, width])
        positions = try FileWeights(file.tensor("embeddings.position_embeddings.weight"), shape: [shape.positions, width])
        segment = Weights(Array(try file.tensor("embeddings.token_type_embeddings.weight").weights([2, width])[..<width]))
        norm = LayerNorm(
            gain: try file.tensor("embeddings.LayerNorm.weight").weights([width]),
            shift: try file.tensor("embeddings.LayerNorm.bias").weights([width]),
            epsilon: shape.epsilon
        )
        var layers: [TransformerLayer] = []
        for index in 0..<shape.layers { layers.append(try TransformerLayer(index, of: file, shape: shape)) }
        self.layers = layers
    }

    /// Writes the vectors of texts.
    ///
    /// - Parameters:
    ///   - tokens: the tokens of all texts, in bounds of the vocabulary.
    ///   - lengths: how many each text has: one to as many as there are positions.
    ///   - output: room for a vector for each text.
    /// - Complexity: O(tokens), and O(length²) for each text, of which little is needed.
    func encode(_ tokens: [Int32], lengths: [Int], into output: UnsafeMutablePointer<Float>, buffers: TransformerBuffers) {
        let (width, rows) = (shape.width, tokens.count)
        buffers.hidden.reserve(rows * width)
        let hidden = buffers.hidden.start
        var row = 0
        for length in lengths {
            for position in 0..<length {
                let word = words.start + Int(tokens[row]) * width
                let place = positions.start + position * width
                let vector = hidden + row * width
                for at in stride(from: 0, to: width, by: Lane.width) { vector[lane: at] = word[lane: at] + place[lane: at] }
                norm.apply(vector, adding: segment.start)
                row += 1
            }
        }
        for layer in layers { layer.apply(lengths: lengths, rows: rows, buffers: buffers) }
        row = 0
        for (index, length) in lengths.enumerated() {
            let mean = output + index * width
            for at in stride(from: 0, to: width, by: Lane.width) {
                var sum = Lane.zero
                for token in row..<row + length { sum += hidden[lane: token * width + at] }
                mean[lane: at] = sum / Float(length)
            }
            mean.normalize(count: width)
            row += length
        }
    }
}
