/// How many sequences beyond ASCII are well-formed UTF-8, and how many bytes are in none: damaged UTF-8 has more of the first,
/// another encoding more of the second.
package struct UTF8Sequences: Sendable {
    /// Well-formed sequences of two bytes or more.
    package private(set) var wellFormed = 0
    /// Bytes beyond ASCII that belong to no well-formed sequence.
    package private(set) var invalid = 0

    /// Counts. O(*n*).
    package init(in bytes: Span<UInt8>) {
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            let scalar = bytes.scalar(at: at)
            if scalar.length > 1 { wellFormed += 1 } else { invalid += 1 }
            at += scalar.length
        }
    }
}

extension UTF8Sequences {
    /// Whether bytes are well-formed UTF-8 (The Unicode Standard, table 3-7). O(*n*), at the speed of memory where they are
    /// ASCII.
    package static func areWellFormed(_ bytes: Span<UInt8>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var at = 0
            while true {
                at = firstBeyondASCII(bytes, from: at)
                guard at < bytes.count else { return true }
                // A run of sequences, as there are in scripts other than Latin.
                repeat {
                    let length = lengthOfSequence(bytes, at)
                    guard length > 0 else { return false }
                    at += length
                } while at < bytes.count && bytes[at] >= 0x80
            }
        }
    }

    /// The first place from `start` on of a byte beyond ASCII, or the end: found thirty-two bytes at a time, then eight.
    @inline(__always)
    package static func firstBeyondASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var at = start
        while bytes.count - at >= 32 {
            let left = bytes.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt64>.self)
            let both = left | bytes.loadUnaligned(fromByteOffset: at + 16, as: SIMD2<UInt64>.self)
            guard (both.x | both.y) & 0x8080_8080_8080_8080 == 0 else { break }
            at += 32
        }
        while bytes.count - at >= 8 {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let high = word & 0x8080_8080_8080_8080
            guard high == 0 else { return at + high.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < bytes.count, bytes[at] < 0x80 { at += 1 }
        return at
    }

    /// How many bytes the well-formed sequence at an offset has; 0 when there is none. The first byte is beyond ASCII.
    @inline(__always)
    private static func lengthOfSequence(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
        let lead = bytes[at]
        let left = bytes.count - at
        func isContinuation(_ offset: Int) -> Bool { bytes[at + offset] & 0xC0 == 0x80 }
        switch lead {
        case 0xC2...0xDF: return left >= 2 && isContinuation(1) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, isContinuation(1), isContinuation(2) else { return 0 }
            // Neither overlong nor a surrogate.
            return lead == 0xE0 && bytes[at + 1] < 0xA0 || lead == 0xED && bytes[at + 1] >= 0xA0 ? 0 : 3
        case 0xF0...0xF4:
            guard left >= 4, isContinuation(1), isContinuation(2), isContinuation(3) else { return 0 }
            return lead == 0xF0 && bytes[at + 1] < 0x90 || lead == 0xF4 && bytes[at + 1] >= 0x90 ? 0 : 4
        default: return 0
        }
    }
}
