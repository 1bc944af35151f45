internal import LinearAlgebra
public import Models
public import TextCore

/// English sentence vectors of potion-base-8M (https://huggingface.co/minishlab/potion-base-8M), as the `model2vec` package
/// computes them: the mean of the vectors of a text's pieces, 256 numbers each, of the first 512 pieces. Unknown pieces do not count; a
/// text without known ones has a vector of zeros.
///
/// Words have one vector wherever they stand, so that word order and negation are all but lost; it is for finding candidates among many texts.
public struct StaticEncoder: SentenceEncoder {
    /// The model.
    public let identity: EncoderIdentity

    private let tokenizer: WordPieceTokenizer
    private let vectors: FileWeights

    private static let vocabulary = 29_528
    private static let width = 256
    /// Pieces of a text that count.
    private static let longest = 512
    /// Letters of a text that are looked at: `model2vec` takes so many times the median length of a piece.
    private static let mostLetters = longest * 6

    /// Reads the model from its folder in the store.
    /// - Throws: ``ModelFileError`` where a file cannot be read, is damaged, or is of another model.
    public init(_ folder: ModelFolder) throws(ModelFileError) { try self.init(ModelFiles(folder)) }

    init(_ files: ModelFiles) throws(ModelFileError) {
        try files.requireSettings(["config.json"])
        let vocabularyFile = try files.open("vocab.txt")
        let vocabulary = try WordPieceVocabulary(vocabularyFile)
        guard vocabulary.count == Self.vocabulary else {
            throw ModelFileError(
                file: vocabularyFile.name,
                offset: vocabularyFile.count,
                expected: "\(Self.vocabulary) pieces",
                found: "\(vocabulary.count)"
            )
        }
        tokenizer = WordPieceTokenizer(vocabulary)
        let file = try Safetensors(files.open("model.safetensors"))
        vectors = try FileWeights(file.tensor("embeddings"), shape: [Self.vocabulary, Self.width])
        identity = EncoderIdentity(.potion, version: files.manifest.version)
    }

    /// The vectors of texts, in their order.
    public func encode(_ texts: [UTF8Text], workspace: EncoderWorkspace) -> SentenceVectors {
        let unknown = tokenizer.vocabulary.unknownID
        return SentenceVectors(count: texts.count, dimension: Self.width) { output in
            for (index, text) in texts.enumerated() {
                let end = text.span.end(ofScalars: Self.mostLetters)
                let pieces = tokenizer.pieces(text.span.extracting(0..<end), limit: Self.longest)
                let sum = output + index * Self.width
                for piece in pieces where piece != unknown {
                    let vector = vectors.start + Int(piece) * Self.width
                    for at in stride(from: 0, to: Self.width, by: Lane.width) { sum[lane: at] += vector[lane: at] }
                }
                // The mean differs from the sum in length only.
                sum.normalize(count: Self.width)
            }
        }
    }
}

extension Span<UInt8> {
    /// Where the first `count` scalars of UTF-8 end. O(result).
    func end(ofScalars count: Int) -> Int {
        // No scalar has less than a byte.
        guard self.count > count else { return self.count }
        var (at, left) = (0, count)
        while at < self.count {
            if self[at] & 0xC0 != 0x80 {
                if left == 0 { return at }
                left -= 1
            }
            at += 1
        }
        return at
    }
}
