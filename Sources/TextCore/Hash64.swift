/// 64-bit FNV-1a (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/) over the bytes of case-folded words.
///
/// Stable over runs and machines, so hashes may be stored. Not for adversarial keys: tables keyed by it use Swift's
/// seeded hashing on top.
public struct Hash64: Sendable {
    /// The hash of no bytes.
    public static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

    @usableFromInline static let prime: UInt64 = 0x0000_0100_0000_01B3

    @usableFromInline var state: UInt64

    /// The hash so far.
    @inlinable public var value: UInt64 { state }

    /// Starts a hash.
    @inlinable
    public init() { state = Hash64.empty }

    /// Adds one byte.
    @inlinable
    public mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* Hash64.prime
    }

    /// Takes back the last byte that was added: FNV-1a can be run backwards, for its prime is odd.
    mutating func remove(_ byte: UInt8) {
        state = (state &* 0xCE96_5057_AFF6_957B) ^ UInt64(byte)
    }

    /// Takes back the last scalar that was added.
    mutating func remove(scalar: UInt32) {
        if scalar < 0x80 { return remove(UInt8(truncatingIfNeeded: scalar)) }
        var left = scalar
        var lead: UInt32 = scalar < 0x800 ? 0xC0 : scalar < 0x10000 ? 0xE0 : 0xF0
        for _ in 0..<(scalar < 0x800 ? 1 : scalar < 0x10000 ? 2 : 3) {
            remove(UInt8(truncatingIfNeeded: 0x80 | left & 0x3F))
            left >>= 6
        }
        lead |= left
        remove(UInt8(truncatingIfNeeded: lead))
    }

    /// Adds a scalar as its UTF-8 bytes.
    @inlinable
    public mutating func combine(scalar: UInt32) {
        switch scalar {
        case 0..<0x80:
            combine(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            combine(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            combine(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            combine(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            combine(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            combine(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default:
            combine(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            combine(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            combine(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            combine(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }

    /// The hash of a word as tokens carry it: of its case-folded scalars, letters composed with
    /// their marks (see ``CaseFolding``). O(*n*).
    @inlinable
    public static func folded(_ word: some StringProtocol) -> UInt64 {
        var word = String(word)
        return word.withUTF8 { folded($0.span) }
    }

    /// The hash of a word given as UTF-8 bytes: the same as that of its string. O(*n*), nothing allocated unless combining
    /// marks stand in it.
    public static func folded(_ bytes: Span<UInt8>) -> UInt64 {
        var hash = Hash64()
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x80 { return foldedBeyondASCII(bytes) }
            hash.combine((byte &- 0x41) < 26 ? byte | 0x20 : byte)
        }
        return hash.value
    }

    private static func foldedBeyondASCII(_ bytes: Span<UInt8>) -> UInt64 {
        var hash = Hash64()
        var at = 0
        while at < bytes.count {
            let (scalar, length) = bytes.scalar(at: at)
            if CanonicalComposition.isMark(scalar) {
                hash = Hash64()
                CaseFolding.forEachFolded(in: bytes, bytes.indices) { hash.combine(scalar: $0) }
                return hash.value
            }
            hash.combine(scalar: CaseFolding.fold(scalar))
            at += length
        }
        return hash.value
    }
}
