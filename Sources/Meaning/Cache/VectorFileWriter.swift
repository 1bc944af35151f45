internal import Glibc
internal import Models

/// Adds records to a file of vectors while no other process does.
struct VectorFileWriter {
    let path: String
    let format: VectorRecordFormat
    /// How large a file may be before another one is begun.
    let limit: Int

    /// Where a file goes when another one is begun.
    var olderPath: String { path + ".old" }

    /// Adds whole records at the end. What a killed process left half written there is cut off first.
    func append(_ records: [UInt8]) throws(CacheError) {
        try locked { () throws(CacheError) in
            try makeRoom(for: records.count)
            let file = try openFile(O_RDWR | O_CREAT)
            defer { close(file) }
            let size = try size(of: file)
            if size == 0 { return try write(format.header + records, to: file, at: 0) }
            let whole = size - (size - VectorRecordFormat.headerSize) % format.recordSize
            guard whole == size || ftruncate(file, off_t(whole)) == 0 else {
                throw CacheError(path: path, action: "cut")
            }
            try write(records, to: file, at: whole)
        }
    }

    /// Puts a full file aside, and takes away one that is not of this format. Others may have it open: what they see does not change.
    private func makeRoom(for count: Int) throws(CacheError) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_size > 0 else { return }
        let file = try openFile(O_RDONLY)
        defer { close(file) }
        if !VectorFile.hasHeader(file, of: format) {
            guard unlink(path) == 0 else { throw CacheError(path: path, action: "remove") }
        } else if try size(of: file) + count > limit {
            guard rename(path, olderPath) == 0 else { throw CacheError(path: path, action: "rename") }
        }
    }

    private func size(of file: Int32) throws(CacheError) -> Int {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw CacheError(path: path, action: "look at") }
        return Int(status.st_size)
    }

    private func openFile(_ flags: Int32) throws(CacheError) -> Int32 {
        let file = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw CacheError(path: path, action: "open") }
        return file
    }

    private func write(_ bytes: [UInt8], to file: Int32, at offset: Int) throws(CacheError) {
        let code: Int32 = bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            var done = 0
            while done < buffer.count {
                let written = pwrite(file, start + done, buffer.count - done, off_t(offset + done))
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return errno }
                done += written
            }
            return 0
        }
        guard code == 0 else { throw CacheError(path: path, action: "write", code: code) }
    }

    /// A lock of the system's (`flock`), which goes with its process, so that none is ever left behind.
    private func locked(_ body: () throws(CacheError) -> Void) throws(CacheError) {
        let lockPath = path + ".lock"
        let lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0 else { throw CacheError(path: lockPath, action: "open") }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { throw CacheError(path: lockPath, action: "lock") }
        }
        try body()
    }
}
