internal import Glibc

/// The bytes of a file, read-only, in memory for as long as the value is held.
///
/// A file is mapped, so that only the pages that are used take memory and processes share them. Where mapping is not possible (a
/// pipe, some network file systems) and for small files it is read. Its bytes begin on a page or at least a 64-byte boundary.
///
/// The size is that of the moment of opening. A file that shrinks while it is opened is an error; one that another program cuts
/// short *later* ends the process when the lost pages are touched (`SIGBUS`), as mapping is. So a ``ModelStore`` never changes
/// a file in place, and a file that belongs to somebody else is opened with ``Access/copied``.
public final class MappedFile: Sendable {
    /// How a file's bytes come into memory.
    public enum Access: Sendable {
        /// Mapped where that is possible.
        case mapped
        /// Read, so that nobody can change the bytes.
        case copied
    }

    /// What errors call the file.
    public let name: String
    /// How many bytes it has.
    public let count: Int

    // Never written to after init, and released in deinit only; hence the class is Sendable.
    private nonisolated(unsafe) let start: UnsafeRawPointer
    private let isMapped: Bool

    /// Files up to this size are read: a mapping of their own would cost more.
    private static let smallest = 1 << 14
    private static let alignment = 64

    /// Opens a file. O(1) when it is mapped.
    /// - Parameter name: What errors call it; its path unless given.
    public init(path: String, name: String? = nil, access: Access = .mapped) throws(ModelFileError) {
        let name = name ?? path
        func failure(_ expected: String, _ code: Int32) -> ModelFileError {
            ModelFileError(file: name, offset: 0, expected: expected, found: String(cString: strerror(code)))
        }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("a file that can be opened", errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("a file", errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ModelFileError(file: name, offset: 0, expected: "a file", found: "a folder, pipe or device")
        }
        let size = Int(status.st_size)
        if access == .mapped, size > Self.smallest, let mapping = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0),
            mapping != MAP_FAILED
        {
            (self.name, count, start, isMapped) = (name, size, UnsafeRawPointer(mapping), true)
            // Truncated between the two calls: the last pages would not be there.
            guard fstat(file, &status) == 0, Int(status.st_size) >= size else {
                throw ModelFileError(
                    file: name,
                    offset: Int(status.st_size),
                    expected: "\(size) bytes",
                    found: "a file that is being cut short"
                )
            }
            return
        }
        guard let memory = Self.allocate(size) else { throw failure("\(size) bytes of memory", ENOMEM) }
        (self.name, count, start, isMapped) = (name, size, UnsafeRawPointer(memory), false)
        var done = 0
        while done < size {
            let got = read(file, memory + done, size - done)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw failure("bytes that can be read", errno) }
            guard got > 0 else {
                throw ModelFileError(file: name, offset: done, expected: "\(size) bytes", found: "the end of the file")
            }
            done += got
        }
    }

    /// Takes bytes that are in memory: a member of an archive, a test. O(*n*).
    public init(_ bytes: [UInt8], name: String) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: Self.alignment)
        bytes.withUnsafeBytes { memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count) }
        (self.name, count, start, isMapped) = (name, bytes.count, UnsafeRawPointer(memory), false)
    }

    /// Has `count` bytes filled in by `fill`; nil when there is no memory for them or `fill` returns false.
    init?(count: Int, name: String, fill: (UnsafeMutableRawBufferPointer) -> Bool) {
        guard count >= 0, let memory = Self.allocate(count) else { return nil }
        (self.name, self.count, start, isMapped) = (name, count, UnsafeRawPointer(memory), false)
        guard fill(UnsafeMutableRawBufferPointer(start: memory, count: count)) else { return nil }
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: start), count)
        } else {
            free(UnsafeMutableRawPointer(mutating: start))
        }
    }

    /// Memory that is not there is no reason to end the process: the size came from a file.
    private static func allocate(_ count: Int) -> UnsafeMutableRawPointer? {
        aligned_alloc(alignment, max(alignment, (count + alignment - 1) / alignment * alignment))
    }

    /// All bytes. O(1).
    public var bytes: Span<UInt8> {
        @_lifetime(borrow self)
        borrowing get {
            let span = Span<UInt8>(_unsafeStart: start.assumingMemoryBound(to: UInt8.self), count: count)
            return _overrideLifetime(span, borrowing: self)
        }
    }

    /// The whole file as a slice.
    public var whole: FileSlice { FileSlice(file: self, range: 0..<count) }

    /// A part of the file, which must lie in it. O(1).
    /// - Parameter what: What the part is, for the error: “the header”.
    public func slice(_ range: Range<Int>, of what: String) throws(ModelFileError) -> FileSlice {
        guard range.lowerBound >= 0, range.upperBound <= count else {
            throw ModelFileError(
                file: name,
                offset: max(0, min(range.lowerBound, count)),
                expected: "\(range.count) bytes: \(what)",
                found: "\(max(0, count - range.lowerBound)) bytes"
            )
        }
        return FileSlice(file: self, range: range)
    }

    /// Lends the bytes as `Element`s where they stand; nil when the range is out of bounds, misaligned, or no whole number of them.
    func withElements<Element: BitwiseCopyable, Result, Failure: Error>(
        _ range: Range<Int>,
        as type: Element.Type,
        _ body: (Span<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard range.lowerBound >= 0, range.upperBound <= count, range.count % MemoryLayout<Element>.stride == 0,
            (Int(bitPattern: start) + range.lowerBound) % MemoryLayout<Element>.alignment == 0
        else { return nil }
        let first = (start + range.lowerBound).assumingMemoryBound(to: Element.self)
        return try body(Span(_unsafeStart: first, count: range.count / MemoryLayout<Element>.stride))
    }
}

/// A part of a file that lies in its bounds, and keeps the file.
public struct FileSlice: Sendable {
    /// The file.
    public let file: MappedFile
    /// Where in it the part lies.
    public let range: Range<Int>

    init(file: MappedFile, range: Range<Int>) {
        self.file = file
        self.range = range
    }

    /// How many bytes it has.
    public var count: Int { range.count }

    /// Lends the bytes. O(1).
    public func withBytes<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(file.bytes.extracting(range))
    }

    /// A copy of the bytes. O(*n*).
    public var array: [UInt8] {
        file.bytes.extracting(range).withUnsafeBufferPointer { Array($0) }
    }
}
