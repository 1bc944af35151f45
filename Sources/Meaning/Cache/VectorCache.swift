internal import Glibc
public import Models
internal import Synchronization
public import TextCore

/// Vectors of texts on disk, for one model: what has been encoded once need not be again.
///
/// Vectors are added to a file at its end, each with a checksum, so that a run that is killed leaves the others readable; one
/// that is damaged counts as missing. Several processes may use one cache at once. When the file has half of the bytes that are
/// allowed it becomes the older one, whose predecessor goes: vectors that are still asked for move on to the new one.
///
/// The cache is a convenience: when it cannot be written, ``lastError`` says why, and work goes on.
public final class VectorCache: Sendable {
    /// The model whose vectors these are.
    public let identity: EncoderIdentity

    private let folder: String
    private let format: VectorRecordFormat
    private let writer: VectorFileWriter
    private let state: Mutex<State>

    private struct State: ~Copyable {
        /// The file that grows, and the one before it.
        var current, older: VectorFile?
        var lastError: CacheError?
    }

    /// Bytes that a cache takes at most, unless told otherwise: MiniLM's vectors of 80,000 sentences.
    public static let standardLimit = 1 << 27

    /// Opens a cache, which need not be there.
    ///
    /// - Parameters:
    ///   - folder: where caches are; made when something is to be written.
    ///   - limit: how many bytes the cache may take on disk, for both files together.
    /// - Complexity: O(bytes of the cache), read once.
    public init(folder: String, identity: EncoderIdentity, limit: Int = VectorCache.standardLimit) {
        self.identity = identity
        self.folder = folder
        format = VectorRecordFormat(identity)
        writer = VectorFileWriter(path: "\(folder)/\(identity).vectors", format: format, limit: limit / 2)
        state = Mutex(State())
    }

    /// What went wrong last, if anything did.
    public var lastError: CacheError? { state.withLock { $0.lastError } }

    /// The vectors of texts: those that are stored, and those of the others as `encode` makes them, which are then stored. Each text is
    /// encoded once, however often it occurs.
    /// - Throws: what `encode` throws; it is not called when all vectors are stored.
    public func vectors<Failure: Error>(
        of texts: [UTF8Text],
        encode: ([UTF8Text]) throws(Failure) -> SentenceVectors
    ) throws(Failure) -> SentenceVectors {
        let keys = texts.map { TextKey($0) }
        var firsts: [TextKey: Int] = [:]
        for (index, key) in keys.enumerated() where firsts[key] == nil { firsts[key] = index }
        let dimension = identity.dimension
        var found = find(keys.indices.map { firsts[keys[$0]] == $0 ? keys[$0] : nil })
        if !found.missing.isEmpty {
            let made = try encode(found.missing.map { texts[$0] })
            precondition(made.count == found.missing.count && made.dimension == dimension, "vectors of another encoder")
            for (row, index) in found.missing.enumerated() {
                found.numbers.replaceSubrange(index * dimension..<(index + 1) * dimension, with: made[row])
                format.append(keys[index], made[row], to: &found.records)
            }
        }
        for (index, key) in keys.enumerated() {
            guard let first = firsts[key], first != index else { continue }
            let vector = found.numbers[first * dimension..<(first + 1) * dimension]
            found.numbers.replaceSubrange(index * dimension..<(index + 1) * dimension, with: vector)
        }
        store(found.records)
        return SentenceVectors(unchecked: found.numbers, dimension: dimension)
    }

    /// What is stored of some texts.
    private struct Findings {
        /// Vectors of all texts; zeros where there are none.
        var numbers: [Float]
        /// The texts whose vectors are not stored.
        var missing: [Int] = []
        /// What is to be added to the file that grows.
        var records: [UInt8] = []
    }

    /// Looks texts up; those without a key are left out.
    private func find(_ keys: [TextKey?]) -> Findings {
        let (format, dimension) = (format, identity.dimension)
        return state.withLock { state in
            update(&state)
            var found = Findings(numbers: Array(repeating: 0, count: keys.count * dimension))
            for (index, key) in keys.enumerated() {
                guard let key else { continue }
                var vector = state.current?.vector(of: key)
                if vector == nil {
                    vector = state.older?.vector(of: key)
                    if let vector { format.append(key, vector[...], to: &found.records) }
                }
                guard let vector else {
                    found.missing.append(index)
                    continue
                }
                found.numbers.replaceSubrange(index * dimension..<(index + 1) * dimension, with: vector)
            }
            return found
        }
    }

    /// Adds records, those that the file has room for.
    private func store(_ records: [UInt8]) {
        let room = max(0, writer.limit - VectorRecordFormat.headerSize) / format.recordSize * format.recordSize
        guard !records.isEmpty, room > 0 else { return }
        do throws(CacheError) {
            try CacheFolder.make(folder)
            try writer.append(records.count > room ? Array(records[..<room]) : records)
        } catch {
            state.withLock { $0.lastError = error }
        }
    }

    /// Takes in what this and other processes have added.
    private func update(_ state: inout State) {
        if let file = state.current, file.isStill(at: writer.path) {
            file.readPlaces()
            return
        }
        state.current = VectorFile(path: writer.path, format: format)
        state.older = VectorFile(path: writer.olderPath, format: format)
    }
}
