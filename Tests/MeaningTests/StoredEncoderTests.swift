import Foundation
import Meaning
import Models
import TestSupport
import Testing
import TextCore

/// A store with a model whose one file is no model's, and a folder for vectors; both go with the test.
private final class FakeStore {
    let root = FileManager.default.temporaryDirectory.appending(path: "stemma-stored-encoder-\(UUID())").path
    let store: ModelStore
    static let version = "9.9"
    /// The SHA-256 of `{}`.
    static let hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"

    init() throws {
        let file = ModelManifest.File(path: "config.json", size: 2, sha256: Self.hash, use: "settings")
        let wheel = ModelManifest.File(path: "none.whl", size: 0, sha256: "", use: "wheel")
        let manifest = ModelManifest(
            name: .potion,
            package: "none",
            version: Self.version,
            license: "CC0-1.0",
            use: "tests",
            wheel: wheel,
            folder: "",
            files: [file]
        )
        store = ModelStore(root: root, manifests: [manifest])
        try FileManager.default.createDirectory(atPath: store.path(of: manifest), withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: URL(filePath: store.path(of: manifest) + "/config.json"))
    }

    var vectors: String { root + "/vectors" }

    deinit { try? FileManager.default.removeItem(atPath: root) }
}

@Suite("Encoders that are read when they are needed")
struct StoredEncoderTests {
    private let texts = ["The harbour is closed.", "The mayor has resigned."].map { UTF8Text($0) }

    @Test("there is none for a model that has not been fetched")
    func absent() {
        #expect(StoredEncoder(.minilm, in: ModelStore(root: "/nonexistent-folder"), cache: nil) == nil)
    }

    @Test("a model that cannot be read gives no vectors, and says why, each time")
    func damaged() throws {
        let fake = try FakeStore()
        let encoder = try #require(StoredEncoder(.potion, in: fake.store, cache: fake.vectors))
        #expect(encoder.modelError == nil)
        #expect(encoder.vectors(of: texts) == nil)
        #expect(encoder.modelError?.model == .potion)
        #expect(encoder.vectors(of: texts) == nil)
    }

    @Test("a model that is not whole is there, gives no vectors, and says why")
    func incomplete() throws {
        let fake = try FakeStore()
        try Data("{".utf8).write(to: URL(filePath: fake.store.root + "/potion-\(FakeStore.version)/config.json"))
        let encoder = try #require(StoredEncoder(.potion, in: fake.store, cache: nil))
        #expect(encoder.modelError?.kind == .incomplete("config.json"))
        #expect(encoder.vectors(of: texts) == nil)
    }

    @Test("where all vectors are on disk the model is not read")
    func cached() throws {
        let fake = try FakeStore()
        let encoder = try #require(StoredEncoder(.potion, in: fake.store, cache: fake.vectors))
        let kept = try #require(
            SentenceVectors((0..<2 * encoder.identity.dimension).map { Float($0) }, dimension: encoder.identity.dimension)
        )
        let stored = VectorCache(folder: fake.vectors, identity: encoder.identity).vectors(of: texts) { _ in kept }
        #expect(stored == kept)
        #expect(encoder.vectors(of: texts) == kept)
        #expect(encoder.vectors(of: texts.reversed())?[0] == kept[1])
        #expect(encoder.modelError == nil)
        // One that is new needs the model.
        #expect(encoder.vectors(of: texts + [UTF8Text("Another sentence.")]) == nil)
        #expect(encoder.modelError != nil)
    }

    @Test(
        "what is known of a model before it is read is what it is",
        .disabled(if: SentenceModels.present.isEmpty, Comment(rawValue: SentenceModels.absence)),
        arguments: SentenceModels.present
    )
    func identity(_ model: SentenceModel) throws {
        let encoder = try #require(StoredEncoder(model, in: SentenceModels.store, cache: nil))
        let read = try SentenceModels.encoder(model)
        #expect(encoder.identity == read.identity)
        #expect(encoder.vectors(of: texts) == read.encode(texts))
        #expect(encoder.vectors(of: [])?.count == 0)
    }
}
