#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Finding the next byte of interest, eight bytes at a time.
///
/// The test for a zero byte in a word is the classical one (Mycroft 1987; Hacker's Delight, 6-1): its lowest hit is
/// exact, and the lowest is what is asked for on a little-endian load.
extension Span where Element == UInt8 {
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var highs: UInt64 { 0x8080_8080_8080_8080 }

    /// High bits set where bytes of a word equal a byte; above the lowest hit there may be false ones.
    @inline(__always)
    private static func hits(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & highs
    }

    @inline(__always)
    private func firstIndex(from start: Int, to limit: Int?, _ inWord: (UInt64) -> UInt64, _ inByte: (UInt8) -> Bool) -> Int {
        let raw = self.bytes
        let end = min(limit ?? count, count)
        var at = start
        while at &+ 8 <= end {
            let found = inWord(UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)))
            if found != 0 { return at &+ found.trailingZeroBitCount &>> 3 }
            at &+= 8
        }
        while at < end, !inByte(self[at]) { at &+= 1 }
        return at
    }

    /// The first place from `start` with a byte that is rare, found by the C library; `count` when there is none. O(distance).
    func firstIndex(ofRare byte: UInt8, from start: Int) -> Int {
        guard start < count else { return count }
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, CInt(byte), bytes.count - start) else {
                return bytes.count
            }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }

    /// The first place from `start` with one of the bytes; `end`, or `count`, when there is none before. O(distance).
    @inline(__always)
    func firstIndex(of a: UInt8, from start: Int, to end: Int? = nil) -> Int {
        firstIndex(from: start, to: end, { Self.hits($0, a) }, { $0 == a })
    }

    @inline(__always)
    func firstIndex(of a: UInt8, _ b: UInt8, from start: Int, to end: Int? = nil) -> Int {
        firstIndex(from: start, to: end, { Self.hits($0, a) | Self.hits($0, b) }, { $0 == a || $0 == b })
    }

    @inline(__always)
    func firstIndex(of a: UInt8, _ b: UInt8, _ c: UInt8, from start: Int, to end: Int? = nil) -> Int {
        firstIndex(
            from: start,
            to: end,
            { Self.hits($0, a) | Self.hits($0, b) | Self.hits($0, c) },
            { $0 == a || $0 == b || $0 == c }
        )
    }

    /// The first place from `start` that is no HTML white space, at most `end`.
    @inline(__always)
    func skipSpace(from start: Int, to end: Int) -> Int {
        var at = start
        while at < end, self[at].isHTMLSpace { at &+= 1 }
        return at
    }

    /// Whether ASCII bytes stand at a place, in either case; `lowercased` is in lower case.
    func hasASCII(_ lowercased: StaticString, at start: Int) -> Bool {
        let length = lowercased.utf8CodeUnitCount
        guard start >= 0, start <= count - length else { return false }
        return lowercased.withUTF8Buffer { wanted in
            for index in 0..<length where self[start + index].asciiLowercased != wanted[index] { return false }
            return true
        }
    }
}

extension UInt8 {
    /// Tab, line feed, form feed, carriage return or space.
    @inline(__always)
    var isHTMLSpace: Bool { self <= 0x20 && (0x1_0000_3600 as UInt64) >> UInt64(self) & 1 != 0 }

    /// White space, `/` or `>`: what ends a tag's name.
    @inline(__always)
    var endsTagName: Bool { self < 0x40 && (0x4000_8001_0000_3600 as UInt64) >> UInt64(self) & 1 != 0 }

    /// White space, `/`, `>` or `=`: what ends an attribute's name.
    @inline(__always)
    var endsAttributeName: Bool { self < 0x40 && (0x6000_8001_0000_3600 as UInt64) >> UInt64(self) & 1 != 0 }

    @inline(__always)
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always)
    var isASCIIDigit: Bool { self &- 0x30 < 10 }

    @inline(__always)
    var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

    @inline(__always)
    var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8; U+FFFD for what is no scalar value.
    mutating func append(scalar value: UInt32) {
        append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }

    /// Appends bytes of a span: one copy, which a loop over elements is not.
    mutating func append(copying span: Span<UInt8>, _ range: Range<Int>) {
        span.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}
