import Foundation
import Models
import TestSupport
import Testing

/// The reference implementations' numbers for invented lines in many languages (`Evaluation/write_tokenizer_fixtures.py`).
struct TokenizerReferenceTests {
    private static let store = ModelStore.standard(environment: ProcessInfo.processInfo.environment)

    /// Lines, each with the numbers that are expected.
    private func cases(_ name: String) throws -> [(text: String, ids: [Int32])] {
        let url = SharedData.repository.appending(path: "Tests/Fixtures/tokenizers/\(name)")
        let text = try String(decoding: Data(contentsOf: url), as: UTF8.self)
        return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: true).compactMap { line in
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard columns.count == 2 else { return nil }
            let ids = String(decoding: columns[0], as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
            return (String(decoding: columns[1], as: UTF8.self), ids)
        }
    }

    @Test(.enabled(if: store.folder(of: .multilingual) != nil, "the model multilingual has not been fetched"))
    func sentencePiece() throws {
        let folder = try #require(Self.store.folder(of: .multilingual))
        let tokenizer = try SentencePieceTokenizer(SentencePieceModel(folder.file("sp.model")))
        let cases = try cases("multilingual.tsv")
        #expect(cases.count >= 500)
        for (text, ids) in cases { #expect(tokenizer.encode(text) == ids, "\(text)") }
    }

    @Test(.enabled(if: store.folder(of: .minilm) != nil, "the model minilm has not been fetched"))
    func wordPiece() throws {
        let folder = try #require(Self.store.folder(of: .minilm))
        let tokenizer = WordPieceTokenizer(try WordPieceVocabulary(folder.file("vocab.txt")))
        let cases = try cases("minilm.tsv")
        #expect(cases.count >= 500)
        for (text, ids) in cases { #expect(tokenizer.encode(text) == ids, "\(text)") }
    }

    @Test(.enabled(if: store.folder(of: .minilm) != nil, "the model minilm has not been fetched"))
    func weightsAreWhatTheModelNeeds() throws {
        let weights = try Safetensors(#require(Self.store.folder(of: .minilm)).file("model.safetensors"))
        try weights.tensor("embeddings.word_embeddings.weight").require(.float32, [30_522, 384])
        #expect(weights.tensors.count == 104)
    }

    @Test(.enabled(if: store.folder(of: .multilingual) != nil, "the model multilingual has not been fetched"))
    func arraysAreWhatTheModelNeeds() throws {
        let arrays = try NumPyArchive(#require(Self.store.folder(of: .multilingual)).file("weights.npz"))
        try arrays.array("q17").require(.uint8, [7530, 512])
        try arrays.array("cnn_W").require(.float32, [1280, 512])
        #expect(try arrays.array("eps").floats().count == 1)
    }
}
