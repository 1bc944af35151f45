/// Hashes of 64-byte blocks whose message is padded with a one bit, zeros and its length (the Merkle–Damgård construction
/// of MD5, SHA-1 and SHA-256).
protocol BlockHash {
    init()
    /// Whether the length that ends a message is written with its high byte first.
    static var isBigEndian: Bool { get }
    /// Takes in the 64 bytes from `start` on, which must be in bounds.
    mutating func compress(_ bytes: RawSpan, from start: Int)
}

extension BlockHash {
    /// The state after a whole message. O(*n*), without a copy of the message.
    static func state(after message: Span<UInt8>) -> Self {
        var hash = Self()
        let whole = message.count & ~63
        let raw = message.bytes
        var at = 0
        while at < whole {
            hash.compress(raw, from: at)
            at &+= 64
        }
        var tail: [UInt8] = []
        tail.reserveCapacity(128)
        for index in whole..<message.count { tail.append(message[index]) }
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(truncatingIfNeeded: message.count) &* 8
        for index in 0..<8 {
            tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * (isBigEndian ? 7 - index : index))))
        }
        for start in stride(from: 0, to: tail.count, by: 64) { hash.compress(tail.span.bytes, from: start) }
        return hash
    }
}

extension RawSpan {
    /// A word with its high byte first; `offset` must be in bounds.
    @inline(__always)
    func bigEndianWord(_ offset: Int) -> UInt32 {
        UInt32(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// A word with its low byte first; `offset` must be in bounds.
    @inline(__always)
    func littleEndianWord(_ offset: Int) -> UInt32 {
        UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
}

extension UInt32 {
    @inline(__always)
    func rotated(left count: UInt32) -> UInt32 { self &<< count | self &>> (32 &- count) }

    @inline(__always)
    func rotated(right count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }

    /// Its bytes, the high one first.
    var bigEndianBytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> UInt32($0)) } }
}
