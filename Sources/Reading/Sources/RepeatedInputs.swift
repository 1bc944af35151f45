internal import TextCore

/// A source that was named before, and is not read again: an article compared with itself says nothing.
public struct RepeatedInput: Sendable, Hashable {
    /// How it is known to be the same.
    public enum Evidence: Sendable, Hashable {
        /// The same name.
        case name
        /// One file under two names: another spelling of the path, a link, standard input.
        case file
        /// Two files with the same bytes.
        case bytes
    }

    /// What is not read.
    public let path: String
    /// What is read in its stead.
    public let first: String
    /// How they are known to be the same.
    public let evidence: Evidence
}

extension Inputs {
    /// Takes out what is named twice.
    /// - Complexity: O(*n*) in the sources; of files, only those of the same size are looked into.
    mutating func dropRepeated() {
        var byName: Set<String> = []
        var byIdentity: [FileIdentity: String] = [:]
        /// The first file of each size until it is hashed, which a second one brings about.
        var bySize: [Int: String?] = [:]
        var byHash: [Content: [String]] = [:]
        var kept: [Result<String, ReadingError>] = []
        for source in sources {
            if case .success(let path) = source, WebDocument.isAddress(path), !byName.insert(path).inserted {
                self.repeated.append(RepeatedInput(path: path, first: path, evidence: .name))
                continue
            }
            guard case .success(let path) = source, let status = try? PathStatus(of: path) else {
                kept.append(source)
                continue
            }
            if let repeated = first(like: path, status) {
                self.repeated.append(repeated)
            } else {
                if status.kind == .file { identities.insert(status.identity) }
                kept.append(source)
            }
        }
        sources = kept

        func first(like path: String, _ status: PathStatus) -> RepeatedInput? {
            if !byName.insert(path).inserted { return RepeatedInput(path: path, first: path, evidence: .name) }
            if let first = byIdentity[status.identity] { return RepeatedInput(path: path, first: first, evidence: .file) }
            byIdentity[status.identity] = path
            // Empty files are told to be empty, each of them; what comes through a pipe is only known when it is read.
            guard status.kind == .file, status.size > 0, path != "-" else { return nil }
            guard let only = bySize[status.size] else {
                bySize[status.size] = .some(path)
                return nil
            }
            if let only, let hash = Content(only, status.size) { byHash[hash] = [only] }
            bySize[status.size] = .some(nil)
            guard let hash = Content(path, status.size) else { return nil }
            if let first = byHash[hash]?.first(where: { Content.areEqual($0, path) }) {
                return RepeatedInput(path: path, first: first, evidence: .bytes)
            }
            byHash[hash, default: []].append(path)
            return nil
        }
    }
}

/// A file's bytes, as far as a table needs them.
private struct Content: Hashable {
    let size: Int
    let hash: UInt64

    /// Reads a file; nil when it cannot be read, which is said when its turn comes. O(*n*).
    init?(_ path: String, _ size: Int) {
        guard let source = try? ByteSource(path: path) else { return nil }
        var hash = Hash64()
        var buffer: [UInt8] = []
        while true {
            guard let count = try? source.read(into: &buffer) else { return nil }
            if count == 0 { break }
            for byte in buffer { hash.combine(byte) }
            buffer.removeAll(keepingCapacity: true)
        }
        self.size = size
        self.hash = hash.value
    }

    /// Whether two files have the same bytes: hashes can be made to collide. O(*n*).
    static func areEqual(_ a: String, _ b: String) -> Bool {
        guard let a = try? ByteSource(path: a), let b = try? ByteSource(path: b) else { return false }
        var (left, right): ([UInt8], [UInt8]) = ([], [])
        while true {
            guard let some = try? a.read(into: &left), let others = try? b.read(into: &right) else { return false }
            let shared = min(left.count, right.count)
            guard left.prefix(shared) == right.prefix(shared) else { return false }
            left.removeFirst(shared)
            right.removeFirst(shared)
            if some == 0, others == 0 { return left.isEmpty && right.isEmpty }
            if some == 0 && !right.isEmpty || others == 0 && !left.isEmpty { return false }
        }
    }
}
