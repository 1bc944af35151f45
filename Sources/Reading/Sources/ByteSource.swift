#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// An open file or standard input, read in chunks. Closes what it opened when it goes.
final class ByteSource {
    /// How many bytes are asked for at a time.
    static let chunkSize = 1 << 18

    private let descriptor: Int32
    private let path: String

    /// Opens a path; `-` is standard input.
    init(path: String) throws(ReadingError) {
        self.path = path
        if path == "-" {
            descriptor = 0
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw Self.error(errno, path) }
    }

    /// A source of no bytes, for what is in memory already.
    init() {
        path = ""
        descriptor = -1
    }

    deinit { if descriptor > 0 { _ = close(descriptor) } }

    /// Appends the next chunk to `buffer` and returns how many bytes it has: 0 at the end.
    func read(into buffer: inout [UInt8]) throws(ReadingError) -> Int {
        guard descriptor >= 0 else { return 0 }
        var count = 0
        var number: Int32 = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { free, filled in
            repeat {
                #if canImport(Glibc)
                count = Glibc.read(descriptor, free.baseAddress, Self.chunkSize)
                #elseif canImport(Musl)
                count = Musl.read(descriptor, free.baseAddress, Self.chunkSize)
                #else
                count = Darwin.read(descriptor, free.baseAddress, Self.chunkSize)
                #endif
                number = count < 0 ? errno : 0
            } while count < 0 && number == EINTR
            filled = max(0, count)
        }
        buffer.append(contentsOf: chunk)
        if count < 0 { throw Self.error(number, path) }
        return count
    }

    /// The typed error of an `errno`.
    static func error(_ number: Int32, _ path: String) -> ReadingError {
        let kind: ReadingError.Kind =
            switch number {
            case ENOENT, ENOTDIR, ENAMETOOLONG: .notFound
            case EACCES, EPERM: .permissionDenied
            case EISDIR: .notAFile
            default: .system(number)
            }
        return ReadingError(path: path, kind: kind)
    }
}

/// What lies at a path.
struct PathStatus {
    enum Kind {
        case file, folder, pipe, other
    }

    let kind: Kind
    /// The same for all names of one file.
    let identity: FileIdentity
    /// Bytes of a file.
    let size: Int

    /// Looks; follows symbolic links. `-` is standard input.
    init(of path: String) throws(ReadingError) {
        var status = stat()
        guard path == "-" ? fstat(0, &status) == 0 : stat(path, &status) == 0 else {
            let number = errno
            if number == ENOENT, lstat(path, &status) == 0 { throw ReadingError(path: path, kind: .brokenLink) }
            throw ByteSource.error(number, path)
        }
        self.init(status)
    }

    /// Looks at an open file; nil when it is not open.
    init?(ofDescriptor descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFIFO, S_IFCHR: kind = .pipe
        default: kind = .other
        }
        identity = FileIdentity(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            number: UInt64(truncatingIfNeeded: status.st_ino)
        )
        size = Int(status.st_size)
    }
}

/// One file, by whatever name it goes.
struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
}
