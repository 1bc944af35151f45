internal import Glibc
internal import Synchronization

/// A file that grows at its end, over several tries and runs.
final class PartialFile: Sendable {
    let path: String
    /// Descriptor, length and the `errno` of what went wrong.
    private let state: Mutex<(descriptor: Int32, count: Int, code: Int32)>

    /// Opens a file, or makes it.
    init(_ path: String) throws(FetchError.Kind) {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            throw .cannotWrite(path, errno)
        }
        state = Mutex((descriptor, Int(status.st_size), 0))
    }

    deinit { state.withLock { _ = close($0.descriptor) } }

    /// The length in bytes.
    var count: Int { state.withLock { $0.count } }
    /// Why bytes could not be written; nil where all could.
    var failure: FetchError.Kind? { state.withLock { $0.code == 0 ? nil : .cannotWrite(path, $0.code) } }

    /// Adds bytes; false when that is not possible.
    func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
        state.withLock { state in
            var done = 0
            while done < bytes.count, let start = bytes.baseAddress {
                let written = write(state.descriptor, start + done, bytes.count - done)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else {
                    state.code = errno
                    return false
                }
                done += written
                state.count += written
            }
            return true
        }
    }

    /// Removes a file that nothing came into.
    func removeIfEmpty() {
        if count == 0 { unlink(path) }
    }

    /// Empties the file; false when that is not possible.
    func restart() -> Bool {
        state.withLock { state in
            guard ftruncate(state.descriptor, 0) == 0 else {
                state.code = errno
                return false
            }
            state.count = 0
            return true
        }
    }
}
