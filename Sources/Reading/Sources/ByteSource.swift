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

    deinit { if descriptor > 0 { _ = close(descriptor) } }

    /// Appends the next chunk to `buffer` and returns how many bytes it has: 0 at the end.
    func read(into buffer: inout [UInt8]) throws(ReadingError) -> Int {
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
enum PathKind {
    case file, folder, pipe, other

    /// Looks; follows symbolic links.
    init(of path: String) throws(ReadingError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw ByteSource.error(errno, path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFIFO, S_IFCHR: self = .pipe
        default: self = .other
        }
    }
}
