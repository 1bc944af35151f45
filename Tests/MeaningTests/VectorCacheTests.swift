import Foundation
import Meaning
import Models
import Synchronization
import TestSupport
import Testing
import TextCore

/// An encoder whose vectors are those of no model, and which counts what it is asked.
private final class CountingEncoder: SentenceEncoder {
    let identity: EncoderIdentity
    private let counter = Mutex(0)

    init(version: String = "1", dimension: Int = 6) {
        identity = EncoderIdentity(model: .minilm, version: version, revision: 1, dimension: dimension)
    }

    var count: Int { counter.withLock { $0 } }

    func vector(_ text: UTF8Text) -> [Float] {
        (0..<dimension).map { Float(Hash64.folded("\($0) \(text.string)") % 1000) / 1000 }
    }

    func encode(_ texts: [UTF8Text], workspace: EncoderWorkspace) -> SentenceVectors {
        counter.withLock { $0 += texts.count }
        guard let vectors = SentenceVectors(texts.flatMap(vector), dimension: dimension) else {
            preconditionFailure("whole vectors")
        }
        return vectors
    }
}

/// A folder that goes with the test.
private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "stemma-vectors-\(UUID())").path

    var file: String { path + "/minilm-1-r1.vectors" }
    var bytes: [UInt8] { FileManager.default.contents(atPath: file).map { [UInt8]($0) } ?? [] }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: file)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

struct VectorCacheTests {
    private let folder = Folder()
    private static let headerSize = 72
    private static let recordSize = 16 + 6 * 4 + 8

    private func texts(_ range: Range<Int>) -> [UTF8Text] { range.map { UTF8Text("Sentence \($0) on the harbour.") } }

    /// Encodes texts with a cache of its own over the folder, and checks the vectors.
    /// - Returns: how many were computed.
    @discardableResult
    private func encode(_ texts: [UTF8Text], limit: Int = VectorCache.standardLimit) -> Int {
        let counting = CountingEncoder()
        let encoder = CachedEncoder(counting, folder: folder.path, limit: limit)
        let vectors = encoder.encode(texts)
        #expect(vectors.count == texts.count)
        for (index, text) in texts.enumerated() { #expect(Array(vectors[index]) == counting.vector(text)) }
        #expect(encoder.cache.lastError == nil)
        return counting.count
    }

    @Test func vectorsAreKept() {
        #expect(encode(texts(0..<5)) == 5)
        #expect(encode(texts(0..<5)) == 0)
        #expect(encode(texts(3..<9)) == 4)
        #expect(encode(texts(0..<9).reversed()) == 0)
        #expect(encode([]) == 0)
        #expect(folder.bytes.count == Self.headerSize + 9 * Self.recordSize)
    }

    @Test func textsThatRepeatAreEncodedOnce() {
        let counting = CountingEncoder()
        let encoder = CachedEncoder(counting, folder: folder.path)
        let vectors = encoder.encode(texts(0..<3) + texts(0..<3) + texts(2..<4))
        #expect(counting.count == 4)
        #expect(vectors[1].elementsEqual(vectors[4]) && vectors[2].elementsEqual(vectors[6]))
        _ = encoder.encode(texts(0..<4))
        #expect(counting.count == 4)
    }

    /// A run that is killed while it writes leaves any part of what it wrote.
    @Test func cutTailsAreDropped() throws {
        encode(texts(0..<4))
        let whole = folder.bytes
        for end in 0..<whole.count {
            try folder.write(Array(whole[..<end]))
            let kept = max(0, end - Self.headerSize) / Self.recordSize
            #expect(encode(texts(0..<4)) == 4 - kept, "\(end) bytes")
            #expect((folder.bytes.count - Self.headerSize) % Self.recordSize == 0)
            #expect(encode(texts(0..<4)) == 0, "\(end) bytes")
        }
    }

    /// A bit turned anywhere makes one vector missing, or all of them, and never a wrong one.
    @Test func turnedBitsAreFound() throws {
        encode(texts(0..<3))
        let whole = folder.bytes
        var random = SeededRandom(seed: 8)
        for place in whole.indices {
            var damaged = whole
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try folder.write(damaged)
            #expect(encode(texts(0..<3)) == (place < Self.headerSize ? 3 : 1), "byte \(place)")
            #expect(encode(texts(0..<3)) == 0, "byte \(place)")
        }
    }

    @Test func garbageIsReplaced() throws {
        encode(texts(0..<1))
        for garbage in [[], [0], Array(repeating: 0, count: 5000), Array("STEMVEC1 and more".utf8)] as [[UInt8]] {
            try folder.write(garbage)
            #expect(encode(texts(0..<2)) == 2)
            #expect(encode(texts(0..<2)) == 0)
        }
        // Zeros behind the header, as a crash of the system leaves them.
        try folder.write(Array(folder.bytes[..<Self.headerSize]) + Array(repeating: 0, count: 3 * Self.recordSize))
        #expect(encode(texts(0..<2)) == 2)
    }

    /// Vectors of another version of the model or the computation are others.
    @Test func otherModelsHaveTheirOwn() throws {
        encode(texts(0..<2))
        let other = CountingEncoder(version: "2")
        _ = CachedEncoder(other, folder: folder.path).encode(texts(0..<2))
        #expect(other.count == 2)
        // A file under the name of another.
        try FileManager.default.removeItem(atPath: folder.file)
        try FileManager.default.copyItem(atPath: folder.path + "/minilm-2-r1.vectors", toPath: folder.file)
        #expect(encode(texts(0..<2)) == 2)
    }

    @Test func sizeIsBounded() {
        let limit = 2 * (Self.headerSize + 20 * Self.recordSize)
        for round in 0..<12 {
            encode(texts(round * 7..<round * 7 + 9), limit: limit)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            let sizes = names.map {
                (try? FileManager.default.attributesOfItem(atPath: folder.path + "/" + $0)[.size] as? Int) ?? 0
            }
            #expect(sizes.reduce(0, +) <= limit)
        }
        // What was used last is still there, and what was not is gone.
        #expect(encode(texts(77..<86), limit: limit) == 0)
        #expect(encode(texts(0..<9), limit: limit) == 9)
        // More at once than there is room for.
        encode(texts(0..<100), limit: limit)
        #expect(folder.bytes.count <= limit / 2)
        // No room at all.
        encode(texts(0..<3), limit: 10)
    }

    /// What is asked for moves on from the older file.
    @Test func usedVectorsStay() {
        let limit = 2 * (Self.headerSize + 20 * Self.recordSize)
        encode(texts(0..<5), limit: limit)
        for round in 1..<9 {
            encode(texts(round * 10..<round * 10 + 10), limit: limit)
            #expect(encode(texts(0..<5), limit: limit) == 0, "round \(round)")
        }
    }

    /// Several caches over one folder, as several processes have them, write at once.
    @Test func writersDoNotDisturbEachOther() async {
        let path = folder.path
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let encoder = CachedEncoder(CountingEncoder(), folder: path)
                    for round in 0..<25 {
                        let start = writer * 20 + round * 3
                        _ = encoder.encode((start..<start + 6).map { UTF8Text("Sentence \($0) on the harbour.") })
                    }
                    #expect(encoder.cache.lastError == nil)
                }
            }
        }
        #expect((folder.bytes.count - Self.headerSize) % Self.recordSize == 0)
        #expect(encode(texts(0..<138)) == 0)
    }

    /// One cache takes in what another has added while it was open, and what became of a full file.
    @Test func additionsOfOthersAreSeen() {
        let counting = CountingEncoder()
        let limit = 2 * (Self.headerSize + 20 * Self.recordSize)
        let encoder = CachedEncoder(counting, folder: folder.path, limit: limit)
        _ = encoder.encode(texts(0..<2))
        encode(texts(2..<8), limit: limit)
        _ = encoder.encode(texts(0..<8))
        #expect(counting.count == 2)
        encode(texts(20..<39), limit: limit)
        _ = encoder.encode(texts(20..<39) + texts(0..<1))
        #expect(counting.count == 2)
    }

    @Test func aCacheThatCannotBeWrittenSaysSo() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let blocked = folder.path + "/file"
        try Data("x".utf8).write(to: URL(filePath: blocked))
        let counting = CountingEncoder()
        let encoder = CachedEncoder(counting, folder: blocked + "/vectors")
        #expect(Array(encoder.encode(texts(0..<1))[0]) == counting.vector(texts(0..<1)[0]))
        let error = try #require(encoder.cache.lastError)
        #expect(error.path.hasPrefix(blocked))
        #expect(error.description.contains("cannot"))
    }

    /// A link in the place of the file is not followed, so that nothing else is written to.
    @Test func linksAreNotFollowed() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let other = folder.path + "/other"
        try Data("mine".utf8).write(to: URL(filePath: other))
        try FileManager.default.createSymbolicLink(atPath: folder.file, withDestinationPath: other)
        let encoder = CachedEncoder(CountingEncoder(), folder: folder.path)
        _ = encoder.encode(texts(0..<2))
        #expect(encoder.cache.lastError != nil)
        #expect(FileManager.default.contents(atPath: other) == Data("mine".utf8))
    }
}
