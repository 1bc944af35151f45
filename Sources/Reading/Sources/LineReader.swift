#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Cuts a source into lines, of which none longer than a limit is ever held in memory.
struct LineReader {
    /// One line without its end, or that it was too long to keep.
    enum Line {
        case bytes(ArraySlice<UInt8>)
        case tooLong
    }

    private let source: ByteSource
    private let limit: Int
    private var buffer: [UInt8]
    /// Where the next line starts in `buffer`.
    private var start = 0
    /// Up to where `buffer` is known to hold no line end.
    private var scanned = 0
    /// Where `buffer` starts in the file.
    private var base = 0
    private var isAtEnd = false
    /// Number of the line last returned, from 1.
    private(set) var number = 0
    /// Where the line last returned starts in the file.
    private(set) var offset = 0

    /// Makes a reader; `buffer` is what has already been taken from the source.
    init(source: ByteSource, buffer: [UInt8] = [], limit: Int) {
        self.source = source
        self.limit = limit
        self.buffer = buffer
    }

    /// The next line, nil at the end. O(length of the line), amortised.
    mutating func next() throws(ReadingError) -> Line? {
        var isTooLong = false
        number += 1
        offset = base + start
        while true {
            if let end = Self.lineEnd(in: buffer, from: scanned) {
                defer {
                    start = end + 1
                    scanned = start
                }
                return isTooLong || end - start > limit ? .tooLong : .bytes(Self.withoutReturn(buffer[start..<end]))
            }
            scanned = buffer.count
            if isTooLong || scanned - start > limit {
                isTooLong = true
                base += buffer.count
                buffer.removeAll(keepingCapacity: true)
                (start, scanned) = (0, 0)
            } else if start > 0 {
                buffer.removeFirst(start)
                base += start
                scanned -= start
                start = 0
            }
            if !isAtEnd, try source.read(into: &buffer) > 0 { continue }
            isAtEnd = true
            guard isTooLong || start < buffer.count else { return nil }
            defer {
                start = buffer.count
                scanned = start
            }
            return isTooLong ? .tooLong : .bytes(Self.withoutReturn(buffer[start...]))
        }
    }

    private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    private static func lineEnd(in buffer: [UInt8], from start: Int) -> Int? {
        guard start < buffer.count else { return nil }
        return buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}
