internal import Glibc
internal import Models
internal import Synchronization
internal import TextCore

/// The grammar of texts on disk, a file for each text: what has been analyzed once need not be again.
///
/// Files appear whole, and each has a checksum, so that one that is damaged counts as missing. Several processes may use one cache
/// at once. When files take more room than they may, those that were not used for longest go.
///
/// The cache is a convenience: when it cannot be written, ``lastError`` says why, and work goes on.
final class GrammarCache: Sendable {
    private let folder: String
    private let limit: Int
    private let state: Mutex<State>

    private struct State {
        /// Bytes written since the folder was last looked through; at first, as if there were too many.
        var written: Int
        var lastError: CacheError?
    }

    /// Bytes that a cache takes at most: some ten thousand articles.
    static let standardLimit = 1 << 27

    private static let ending = ".grammar"

    /// Opens a cache, which need not be there.
    init(folder: String, limit: Int = GrammarCache.standardLimit) {
        self.folder = folder
        self.limit = limit
        state = Mutex(State(written: limit))
    }

    /// What went wrong last, if anything did.
    var lastError: CacheError? { state.withLock { $0.lastError } }

    /// The grammar of texts, if it is stored. O(bytes of the texts).
    func reading(_ key: GrammarKey, of texts: [UTF8Text]) -> GrammarReading? {
        let path = path(key)
        guard let bytes = Self.bytes(of: path), let reading = GrammarRecord.reading(bytes.span, key, of: texts) else {
            return nil
        }
        // A file that is used is young.
        utimensat(AT_FDCWD, path, nil, 0)
        return reading
    }

    /// Keeps the grammar of texts, unless it alone would take much of the room.
    func keep(_ reading: GrammarReading, _ key: GrammarKey) {
        guard let bytes = GrammarRecord.bytes(reading, key), bytes.count <= limit / 8 else { return }
        state.withLock { state in
            do throws(CacheError) {
                try CacheFolder.make(folder)
                try write(bytes, to: path(key))
                state.written += bytes.count
                guard state.written > limit / 8 else { return }
                state.written = 0
                forgetOldest()
            } catch {
                state.lastError = error
            }
        }
    }

    private func path(_ key: GrammarKey) -> String { "\(folder)/\(key.name)\(Self.ending)" }

    private static func bytes(of path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, (1...standardLimit).contains(Int(status.st_size))
        else { return nil }
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while got < buffer.count, let start = buffer.baseAddress {
                let part = read(file, start + got, buffer.count - got)
                if part < 0, errno == EINTR { continue }
                guard part > 0 else { break }
                got += part
            }
            count = got
        }
        return bytes
    }

    /// Writes a file beside its place and moves it there, so that nobody sees a part of it.
    private func write(_ bytes: [UInt8], to path: String) throws(CacheError) {
        let draft = "\(path).\(getpid())"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw CacheError(path: draft, action: "make") }
        let code: Int32 = bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let start = buffer.baseAddress {
                let written = Glibc.write(file, start + done, buffer.count - done)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return errno }
                done += written
            }
            return 0
        }
        close(file)
        if code == 0, rename(draft, path) == 0 { return }
        let error = CacheError(path: path, action: "write", code: code == 0 ? errno : code)
        unlink(draft)
        throw error
    }

    /// Takes away the files that were not used for longest, until three quarters of the room are left taken. O(files · log files).
    private func forgetOldest() {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        var files: [(time: Int, size: Int, path: String)] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            // Drafts of killed runs, too.
            guard name.contains(Self.ending) else { continue }
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            files.append((Int(status.st_mtim.tv_sec), Int(status.st_size), path))
        }
        var total = files.reduce(0) { $0 + $1.size }
        guard total > limit else { return }
        files.sort { $0 < $1 }
        for file in files {
            guard total > limit / 4 * 3 else { return }
            unlink(file.path)
            total -= file.size
        }
    }
}
