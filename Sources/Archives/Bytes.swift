#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Small things about bytes that several parsers need.
extension UInt8 {
    @inline(__always)
    var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    @inline(__always)
    var isASCIIDigit: Bool { self &- 0x30 < 10 }

    /// Space, tab, CR or LF.
    @inline(__always)
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }

    /// The value of a hexadecimal digit.
    var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// Without white space at its ends.
    var trimmed: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first.isSpace { slice.removeFirst() }
        while let last = slice.last, last.isSpace { slice.removeLast() }
        return slice
    }

    /// Whether it starts with ASCII text, in whatever case; `lowercased` is in lower case.
    func hasPrefix(ignoringCase lowercased: StaticString) -> Bool {
        guard count >= lowercased.utf8CodeUnitCount else { return false }
        return lowercased.withUTF8Buffer { wanted in
            zip(self, wanted).allSatisfy { $0.asciiLowercased == $1 }
        }
    }

    /// Whether it starts with ASCII text.
    func hasPrefix(_ text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { wanted in zip(self, wanted).allSatisfy { $0 == $1 } }
    }

    /// Where a byte first stands from a place on; nil when it does not. O(distance), as fast as the C library's search.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < endIndex else { return nil }
        let skipped = Swift.max(start, startIndex) - startIndex
        return withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Int? in
            guard let base = bytes.baseAddress, let hit = memchr(base + skipped, Int32(byte), bytes.count - skipped) else {
                return nil
            }
            return UnsafeRawPointer(hit) - base
        }.map { startIndex + $0 }
    }

    /// The decimal number that all of it is; nil when it is none or does not fit.
    var decimal: Int? {
        guard !isEmpty, count <= 19 else { return nil }
        var value = 0
        for byte in self {
            guard byte.isASCIIDigit else { return nil }
            let (product, isOver) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOverToo) = product.addingReportingOverflow(Int(byte - 0x30))
            guard !isOver, !isOverToo else { return nil }
            value = sum
        }
        return value
    }
}

extension [UInt8] {
    /// Forgets the first bytes and keeps the memory: the standard library's `removeFirst` may take new memory, a little more
    /// each time. O(*n*).
    mutating func discardFirst(_ number: Int) {
        let left = count - number
        guard number > 0, left >= 0 else { return }
        withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress, left > 0 else { return }
            start.update(from: start + number, count: left)
        }
        removeLast(number)
    }
}

extension String {
    /// Text of bytes that should be UTF-8: as Latin-1 where they are not.
    init(lenient bytes: some Collection<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self = text
        } else {
            self.init(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }
}
