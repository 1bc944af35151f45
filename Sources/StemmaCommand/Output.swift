import Foundation

/// Where a command's data goes: standard output, or the file of `--output`, complete or not at all.
///
/// Bytes are buffered; ``finish()`` must be called for them to arrive.
final class Output {
    private let path: String?
    private var buffer: [UInt8] = []
    private let capacity = 1 << 16

    /// Opens the destination. A file is written beside its place and renamed when it is whole.
    init(path: String?) throws {
        self.path = path == "-" ? nil : path
        guard let path = self.path else { return }
        // Fails now rather than after minutes of work.
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw Failure.cannotWrite(path: path, code: ENOENT)
        }
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw Failure.cannotWrite(path: path, code: EISDIR)
        }
        guard access(folder, W_OK) == 0 else { throw Failure.cannotWrite(path: path, code: errno) }
    }

    /// Whether people are likely to read it as it comes.
    var isTerminal: Bool { path == nil && isatty(STDOUT_FILENO) == 1 }

    /// Adds text.
    func write(_ text: String) throws { try write(utf8: text.utf8) }

    /// Adds text and ends the line.
    func line(_ text: String) throws {
        try write(utf8: text.utf8)
        try write(utf8: CollectionOfOne(UInt8(ascii: "\n")))
    }

    /// Adds bytes.
    func write(utf8 bytes: some Collection<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if path == nil, buffer.count >= capacity { try flush() }
    }

    /// Hands over what is buffered to standard output, so that a stream's reader need not wait.
    func flush() throws {
        guard path == nil else { return }
        defer { buffer.removeAll(keepingCapacity: true) }
        try Self.writeAll(buffer, to: STDOUT_FILENO)
    }

    /// Writes what is left.
    func finish() throws {
        guard let path else { return try flush() }
        // A device or pipe cannot be replaced by a new file.
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            let file = open(path, O_WRONLY)
            guard file >= 0 else { throw Failure.cannotWrite(path: path, code: errno) }
            defer { close(file) }
            return try Self.writeAll(buffer, to: file, path: path)
        }
        let temporary = path + ".part-\(getpid())"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard file >= 0 else { throw Failure.cannotWrite(path: path, code: errno) }
        do {
            try Self.writeAll(buffer, to: file, path: path)
        } catch {
            close(file)
            unlink(temporary)
            throw error
        }
        guard close(file) == 0, rename(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw Failure.cannotWrite(path: path, code: code)
        }
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32, path: String = "standard output") throws {
        var done = 0
        while done < bytes.count {
            let written = bytes[done...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw Failure.readerGone }
                throw Failure.cannotWrite(path: path, code: errno)
            }
            done += written
        }
    }
}
