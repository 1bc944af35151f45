internal import LinearAlgebra

/// Turns the tokens of texts into vectors: ``WordEmbedding``, then ``ContextEncoder`` (spaCy's `tok2vec`).
struct TokenEncoder: Sendable {
    let embedding: WordEmbedding
    private let encoder: ContextEncoder
    /// Whether the embedding knows white space and spaces behind tokens.
    private let hasFlags: Bool

    init(_ model: ThincModel, columns: [String]) throws(GrammarModelError) {
        let nodes = try MaxoutLayerNodes.all(in: model, count: ContextEncoder.depth + 1)
        embedding = try WordEmbedding(model, columns: columns, layers: nodes)
        encoder = try ContextEncoder(model, layers: Array(nodes.dropFirst()))
        hasFlags = columns.count > 4
    }

    /// Vectors of words that have been met, by lexeme (and by whether a space follows, where that counts).
    struct Cache {
        fileprivate var vectors = GrowingFloats()
        fileprivate var places: [Int32] = []
        /// For each vector its number among those of the batch, negative outside of it.
        fileprivate var numbers: [Int32] = []

        mutating func removeAll() {
            vectors.count = 0
            places.removeAll(keepingCapacity: true)
        }
    }

    /// Encodes pieces of text, with rows of zeros between. The tokens of piece *p*, behind its context, start at row `starts[p]`
    /// of `buffers.vectors`.
    func encode(_ pieces: [TextPiece], store: LexemeStore, cache: inout Cache, buffers: EncoderBuffers, starts: inout [Int]) {
        let width = MaxoutLayer.width
        starts.removeAll(keepingCapacity: true)
        var rows = ContextEncoder.padding
        for piece in pieces {
            // One row of zeros more stands before all.
            starts.append(rows + 1 + piece.context)
            rows += piece.tokens.count + ContextEncoder.padding
        }
        buffers.vectors.reserve((rows + 2) * width)
        buffers.words.reserve(rows * width)
        buffers.sums.reserve(MaxoutLayer.outputs)
        let output = buffers.vectors.start
        var zeroFrom = 0
        var words = Array(repeating: Int32(-1), count: rows + 2)
        var batchWords: [Int] = []
        for (piece, start) in zip(pieces, starts) {
            let first = start - piece.context
            (output + zeroFrom * width).update(repeating: 0, count: (first - zeroFrom) * width)
            for (index, token) in piece.tokens.enumerated() {
                let place = vectorPlace(token, store, &cache, buffers.sums)
                let vector = place / width
                if vector >= cache.numbers.count {
                    cache.numbers += Array(repeating: -1, count: vector + 1 + cache.numbers.count)
                }
                if cache.numbers[vector] < 0 {
                    cache.numbers[vector] = Int32(truncatingIfNeeded: batchWords.count)
                    (buffers.words.start + batchWords.count * width).update(from: cache.vectors.start + place, count: width)
                    batchWords.append(vector)
                }
                words[first + index] = cache.numbers[vector]
                (output + (first + index) * width).update(from: cache.vectors.start + place, count: width)
            }
            zeroFrom = first + piece.tokens.count
        }
        (output + zeroFrom * width).update(repeating: 0, count: (rows + 2 - zeroFrom) * width)
        for vector in batchWords { cache.numbers[vector] = -1 }
        encoder.encode(words: words, wordCount: batchWords.count, rows: rows, buffers: buffers)
    }

    /// Where the vector of a token's word lies in the cache.
    private func vectorPlace(_ token: TextToken, _ store: LexemeStore, _ cache: inout Cache, _ sums: FloatBuffer) -> Int {
        let lexeme = Int(token.lexeme)
        let key = hasFlags ? 2 * lexeme + (token.isBeforeSpace ? 1 : 0) : lexeme
        if key >= cache.places.count {
            let size = max(key + 1, cache.places.count * 2)
            cache.places += Array(repeating: -1, count: size - cache.places.count)
        }
        if cache.places[key] >= 0 { return Int(cache.places[key]) }
        let place = cache.vectors.append(MaxoutLayer.width)
        let features = store.features[lexeme]
        embedding.embed(
            features,
            flagValues: SIMD2(token.isBeforeSpace ? 1 : 0, features.isSpace ? 1 : 0),
            sums: sums.start,
            into: cache.vectors.start + place
        )
        cache.places[key] = Int32(truncatingIfNeeded: place)
        return place
    }
}

/// Numbers that are added to at the end.
struct GrowingFloats {
    private var buffer = FloatBuffer()
    var count = 0

    var start: UnsafeMutablePointer<Float> { buffer.start }

    /// Makes room at the end, and returns where it starts.
    mutating func append(_ more: Int) -> Int {
        if count + more > buffer.count {
            let larger = FloatBuffer(count: max(count + more, buffer.count * 2))
            larger.start.update(from: buffer.start, count: count)
            buffer = larger
        }
        defer { count += more }
        return count
    }
}

/// Room for ``TokenEncoder``.
final class EncoderBuffers {
    let vectors = FloatBuffer()
    let spare = FloatBuffer()
    let products = FloatBuffer()
    let sums = FloatBuffer()
    /// Vectors of the words of a batch, each once.
    let words = FloatBuffer()
    /// What each word adds to the windows that it is in.
    let shares = FloatBuffer()
}
