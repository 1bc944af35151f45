#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Finding bytes with the C library, whose searches are fast in every build.
extension Span where Element == UInt8 {
    /// The first place of a byte in a range; nil when it is not there. O(distance).
    func index(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard range.lowerBound < range.upperBound, range.lowerBound >= 0, range.upperBound <= count else { return nil }
        return withUnsafeBufferPointer { buffer -> Int? in
            guard let base = buffer.baseAddress else { return nil }
            guard let found = memchr(base + range.lowerBound, CInt(byte), range.count) else { return nil }
            return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        }
    }

    /// The first place of a byte from `start` on.
    func index(of byte: UInt8, from start: Int) -> Int? { start < count ? index(of: byte, in: start..<count) : nil }

    /// The first place of a run of bytes from `start` on; nil when it is not there. O(distance · length of the run).
    func index(of wanted: StaticString, from start: Int) -> Int? {
        var from = start
        while let found = index(of: wanted.utf8Start.pointee, from: from) {
            if has(wanted, at: found) { return found }
            from = found + 1
        }
        return nil
    }

    /// Whether a run of bytes stands at a place.
    func has(_ wanted: StaticString, at start: Int) -> Bool {
        let length = wanted.utf8CodeUnitCount
        guard start >= 0, start <= count - length else { return false }
        return wanted.withUTF8Buffer { wanted in
            for index in 0..<length where self[start + index] != wanted[index] { return false }
            return true
        }
    }
}
