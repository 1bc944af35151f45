import Foundation
import TestSupport
import Testing
import TextCore

@testable import Meaning
@testable import Models

/// Files that are not what they must be: an error that names the file, never vectors.
@Suite(.enabled(if: SentenceModels.present.count == 3, Comment(rawValue: SentenceModels.absence)))
struct DamagedModelTests {
    private func folder(_ model: SentenceModel) throws -> ModelFolder {
        try #require(SentenceModels.store.folder(of: model.name))
    }

    private func bytes(_ model: SentenceModel, _ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: folder(model).path + "/" + name)))
    }

    /// The files of a model with one replaced.
    private func files(_ model: SentenceModel, _ name: String, _ bytes: [UInt8]) throws -> ModelFiles {
        let folder = try folder(model)
        return ModelFiles(manifest: folder.manifest) { wanted throws(ModelFileError) in
            wanted == name ? MappedFile(bytes, name: name) : try folder.file(wanted)
        }
    }

    private func read(_ model: SentenceModel, _ files: ModelFiles) throws(ModelFileError) {
        switch model {
        case .minilm: _ = try MiniLMEncoder(files)
        case .multilingual: _ = try MultilingualEncoder(files)
        case .potion: _ = try StaticEncoder(files)
        }
    }

    private func expectError(_ model: SentenceModel, _ name: String, _ bytes: [UInt8], _ comment: Comment) throws {
        let files = try files(model, name, bytes)
        let error = #expect(throws: ModelFileError.self, comment) { try read(model, files) }
        #expect(error?.file.hasPrefix(name) == true, "\(comment): \(error?.description ?? "")")
    }

    private static let weights: [(SentenceModel, String)] = [
        (.minilm, "model.safetensors"), (.multilingual, "weights.npz"), (.potion, "model.safetensors"),
    ]

    @Test func filesCutShort() throws {
        for (model, name) in Self.weights + [(.minilm, "vocab.txt"), (.potion, "vocab.txt"), (.multilingual, "sp.model")] {
            let bytes = try bytes(model, name)
            for end in [0, 7, bytes.count / 2, bytes.count - 1] {
                // A vocabulary may lack its last line end.
                if name == "vocab.txt", end == bytes.count - 1 { continue }
                try expectError(model, name, Array(bytes[..<end]), "\(name) of \(end) of \(bytes.count) bytes")
            }
        }
    }

    @Test func settingsOfAnotherNetwork() throws {
        for name in ["config.json", "sentence_bert_config.json", "1_Pooling/config.json", "tokenizer_config.json"] {
            var bytes = try bytes(.minilm, name)
            let digit = try #require(bytes.firstIndex { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "t") })
            bytes[digit] ^= 1
            try expectError(.minilm, name, bytes, "\(name)")
        }
    }

    @Test func filesOfAnotherModel() throws {
        try expectError(.minilm, "model.safetensors", bytes(.potion, "model.safetensors"), "other weights")
        try expectError(.potion, "model.safetensors", bytes(.minilm, "model.safetensors"), "other weights")
        try expectError(.minilm, "vocab.txt", bytes(.potion, "vocab.txt"), "another vocabulary")
        try expectError(.potion, "vocab.txt", bytes(.minilm, "vocab.txt"), "another vocabulary")
        try expectError(.multilingual, "weights.npz", bytes(.potion, "model.safetensors"), "other weights")
        try expectError(.multilingual, "sp.model", bytes(.minilm, "vocab.txt"), "another vocabulary")
    }

    /// One dimension of a tensor's shape changed, or its name.
    @Test func headersWithOtherShapes() throws {
        for (model, from, to) in [
            (.minilm, #""shape":[1536,384]"#, #""shape":[384,1536]"#), (.minilm, "encoder.layer.5", "encoder.layer.6"),
            (.minilm, #""dtype":"F32""#, #""dtype":"I32""#), (.potion, "[29528,256]", "[14764,512]"),
            (.potion, "embeddings", "embedding_"),
        ] as [(SentenceModel, String, String)] {
            var bytes = try bytes(model, "model.safetensors")
            let header = bytes[..<min(bytes.count, 20_000)]
            let place = try #require(header.firstRange(of: Array(from.utf8)))
            bytes.replaceSubrange(place, with: Array(to.utf8))
            try expectError(model, "model.safetensors", bytes, "\(to)")
        }
    }

    /// Weights that no network has are refused, so that no sum of them is nonsense.
    @Test func weightsThatAreNoNumbers() throws {
        for pattern in [0x7FC0_0000, 0x7F80_0000, 0xFF80_0000, 0x7E96_7699] as [UInt32] {
            for (model, back) in [(.potion, 4), (.potion, 4 * 1000)] as [(SentenceModel, Int)] {
                var bytes = try bytes(model, "model.safetensors")
                for byte in 0..<4 { bytes[bytes.count - back + byte] = UInt8(truncatingIfNeeded: pattern >> UInt32(8 * byte)) }
                try expectError(model, "model.safetensors", bytes, "\(pattern)")
            }
        }
    }

    /// The archive's checksums find a bit turned anywhere in what is read.
    @Test func archiveWithBitsTurned() throws {
        let bytes = try bytes(.multilingual, "weights.npz")
        var random = SeededRandom(seed: 4)
        for _ in 0..<3 {
            var damaged = bytes
            damaged[Int.random(in: 200..<bytes.count - 100_000, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try expectError(.multilingual, "weights.npz", damaged, "a bit turned")
        }
    }
}
