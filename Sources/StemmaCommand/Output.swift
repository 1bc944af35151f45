import Foundation
import Reading

/// Where a command's data goes: standard output, or the file of `--output`, complete or not at all.
///
/// Bytes are buffered; ``finish()`` must be called for them to arrive. A file grows under a random name beside its place and
/// is renamed when it is whole; what is not finished is removed.
final class Output {
    private let path: String?
    /// A device or pipe cannot be replaced by a new file: it is written to as standard output is.
    private let isReplaced: Bool
    /// Permissions of the whole file: those of the file that it replaces, else what the umask leaves.
    private let mode: mode_t
    private var file: Int32?
    private var temporary: String?
    private var isOver = false
    private var buffer: [UInt8] = []
    private let capacity = 1 << 16

    /// Checks the destination, so that it fails now rather than after minutes of work.
    init(path: String?) throws {
        self.path = path == "-" ? nil : path
        guard let path = self.path else {
            isReplaced = false
            mode = 0
            return
        }
        let folder = Self.folder(of: path)
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Failure.cannotWrite(path: path, code: ENOENT)
        }
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure.cannotWrite(path: path, code: EISDIR) }
            isReplaced = status.st_mode & S_IFMT == S_IFREG
            mode = status.st_mode & 0o777
        } else {
            isReplaced = true
            let mask = umask(0)
            umask(mask)
            mode = 0o666 & ~mask
        }
        guard access(isReplaced ? folder : path, W_OK) == 0 else { throw Failure.cannotWrite(path: path, code: errno) }
    }

    deinit { discard() }

    private static func folder(of path: String) -> String { URL(filePath: path).deletingLastPathComponent().path }

    /// Whether people are likely to read it as it comes.
    var isTerminal: Bool { path == nil && isatty(STDOUT_FILENO) == 1 }

    /// How messages name it, if it is one of the inputs: writing would destroy what is read, or go on for ever.
    func place(among inputs: Inputs) -> String? {
        guard let path else { return inputs.hold(descriptor: STDOUT_FILENO) ? "standard output" : nil }
        return inputs.hold(fileAt: path) ? path : nil
    }

    /// Adds text.
    func write(_ text: String) throws { try write(utf8: text.utf8) }

    /// Adds text and ends the line.
    func line(_ text: String) throws {
        try write(utf8: text.utf8)
        try write(utf8: CollectionOfOne(UInt8(ascii: "\n")))
    }

    /// Adds bytes.
    func write(utf8 bytes: some Collection<UInt8>) throws {
        guard !isOver else { return }
        buffer.append(contentsOf: bytes)
        if buffer.count >= capacity { try empty() }
    }

    /// Hands over what is buffered, so that a stream's reader need not wait. Nobody reads a file that is not whole.
    func flush() throws {
        if !isReplaced { try empty() }
    }

    /// Writes what is left and puts the file in its place.
    func finish() throws {
        guard !isOver else { return }
        do {
            try empty()
            guard let path else { return }
            let file = try descriptor()
            if temporary != nil, fchmod(file, mode) != 0 { throw Failure.cannotWrite(path: path, code: errno) }
            self.file = nil
            guard close(file) == 0 else { throw Failure.cannotWrite(path: path, code: errno) }
            if let temporary, rename(temporary, path) != 0 { throw Failure.cannotWrite(path: path, code: errno) }
            temporary = nil
            isOver = true
        } catch {
            discard()
            throw error
        }
    }

    /// Removes what was begun and takes nothing more.
    func discard() {
        isOver = true
        buffer = []
        if let file { close(file) }
        if let temporary { unlink(temporary) }
        file = nil
        temporary = nil
    }

    private func empty() throws {
        defer { buffer.removeAll(keepingCapacity: true) }
        try Self.writeAll(buffer, to: try descriptor(), path: path ?? "standard output")
    }

    /// The open destination.
    private func descriptor() throws -> Int32 {
        guard let path else { return STDOUT_FILENO }
        if let file { return file }
        var opened: Int32 = -1
        if isReplaced {
            // A name that nobody can guess and nobody has taken; until it is whole, the file is its owner's alone.
            for _ in 0..<16 where opened < 0 {
                let name = Self.folder(of: path) + "/.stemma-" + String(UInt64.random(in: .min ... .max), radix: 36) + ".part"
                opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
                if opened >= 0 { temporary = name } else if errno != EEXIST { break }
            }
        } else {
            opened = open(path, O_WRONLY | O_CLOEXEC)
        }
        guard opened >= 0 else { throw Failure.cannotWrite(path: path, code: errno) }
        file = opened
        return opened
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32, path: String) throws {
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
