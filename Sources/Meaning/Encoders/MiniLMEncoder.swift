public import Models
public import TextCore

/// English sentence vectors of all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2), as the
/// `sentence-transformers` package computes them: 384 numbers, of the first 256 pieces of a text.
///
/// Its weights stay in their file, which is mapped; beside them it holds 12 MB.
public struct MiniLMEncoder: SentenceEncoder {
    /// The model.
    public let identity: EncoderIdentity

    private let tokenizer: WordPieceTokenizer
    private let network: TransformerNetwork

    /// Pieces of a text that count, its beginning and end among them (`sentence_bert_config.json`).
    private static let longest = 256
    /// Tokens that are worked on at once: enough for the products, few enough for the caches.
    private static let batch = 768
    private static let shape = TransformerNetwork.Shape(
        vocabulary: 30_522,
        positions: 512,
        layers: 6,
        width: 384,
        heads: 12,
        innerWidth: 1536,
        epsilon: 1e-12
    )

    /// Reads the model from its folder in the store.
    /// - Throws: ``ModelFileError`` where a file cannot be read, is damaged, or is of another model.
    public init(_ folder: ModelFolder) throws(ModelFileError) { try self.init(ModelFiles(folder)) }

    init(_ files: ModelFiles) throws(ModelFileError) {
        try files.requireSettings([
            "config.json", "tokenizer_config.json", "sentence_bert_config.json", "1_Pooling/config.json",
        ])
        let vocabularyFile = try files.open("vocab.txt")
        let vocabulary = try WordPieceVocabulary(vocabularyFile)
        guard vocabulary.count == Self.shape.vocabulary else {
            throw ModelFileError(
                file: vocabularyFile.name,
                offset: vocabularyFile.count,
                expected: "\(Self.shape.vocabulary) pieces",
                found: "\(vocabulary.count)"
            )
        }
        tokenizer = WordPieceTokenizer(vocabulary)
        network = try TransformerNetwork(Safetensors(files.open("model.safetensors")), shape: Self.shape)
        identity = EncoderIdentity(.minilm, version: files.manifest.version)
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
                    buffers: workspace.transformer
                )
            }
            let vocabulary = tokenizer.vocabulary
            for text in texts {
                let pieces = tokenizer.pieces(text.span, limit: Self.longest - 2)
                batches.add([vocabulary.beginID] + pieces + [vocabulary.endID], body: encode)
            }
            batches.finish(encode)
        }
    }
}
