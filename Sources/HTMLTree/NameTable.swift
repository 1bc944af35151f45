/// The names of one document that are no ``KnownNames``, each kept once and numbered from 256 on in order of appearance.
struct NameTable: Sendable {
    /// Numbers below it are known names.
    static let firstNumber: UInt32 = 256

    private struct Entry: Sendable {
        var hash: UInt64
        var start: Int
        var end: Int
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var slots: [UInt32] = []

    /// How many names there are.
    var count: Int { entries.count }

    /// A name's bytes; none for a number that no name has.
    func spelling(_ number: UInt32) -> ArraySlice<UInt8> {
        guard number >= Self.firstNumber, Int(number - Self.firstNumber) < entries.count else { return [] }
        let entry = entries[Int(number - Self.firstNumber)]
        return bytes[entry.start..<entry.end]
    }

    /// A secret of this process: names cannot be chosen so that they collide.
    private static let secret = UInt64.random(in: .min ... .max)

    /// Folds 8 bytes at a time by a 128-bit product (after Wang Yi's wyhash).
    static func hash(_ span: Span<UInt8>, _ range: Range<Int>, seed: UInt64 = 0) -> UInt64 {
        let raw = span.bytes
        var state = secret ^ seed ^ UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
        var at = range.lowerBound
        while at &+ 8 <= range.upperBound {
            state = fold(state ^ raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            at &+= 8
        }
        var rest: UInt64 = 0
        while at < range.upperBound {
            rest = rest &<< 8 | UInt64(span[at])
            at &+= 1
        }
        return fold(state ^ rest ^ 0xA076_1D64_78BD_642F)
    }

    @inline(__always)
    static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB ^ (secret | 1))
        return product.high ^ product.low
    }

    /// The slot that holds the name, or the free one where it belongs.
    private func slot(_ hash: UInt64, _ span: Span<UInt8>, _ range: Range<Int>) -> Int {
        let mask = slots.count &- 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != 0 {
            let entry = entries[Int(slots[at]) &- 1]
            if entry.hash == hash, entry.end &- entry.start == range.count {
                var index = 0
                while index < range.count, bytes[entry.start &+ index] == span[range.lowerBound &+ index] { index &+= 1 }
                if index == range.count { return at }
            }
            at = (at &+ 1) & mask
        }
        return at
    }

    /// The number of a name; nil when the document has no such name.
    func find(_ span: Span<UInt8>) -> UInt32? {
        guard !slots.isEmpty else { return nil }
        let range = 0..<span.count
        let found = slots[slot(Self.hash(span, range), span, range)]
        return found == 0 ? nil : found - 1 + Self.firstNumber
    }

    /// The number of a name, a new one where it was not known. O(length), amortised.
    mutating func intern(_ span: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
        if (entries.count + 1) * 2 > slots.count { grow() }
        let hash = Self.hash(span, range)
        let at = slot(hash, span, range)
        if slots[at] != 0 { return slots[at] &- 1 &+ Self.firstNumber }
        let start = bytes.count
        bytes.append(copying: span, range)
        entries.append(Entry(hash: hash, start: start, end: bytes.count))
        slots[at] = UInt32(truncatingIfNeeded: entries.count)
        return slots[at] &- 1 &+ Self.firstNumber
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: max(64, slots.count * 2))
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            var at = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[at] != 0 { at = (at + 1) & mask }
            slots[at] = UInt32(truncatingIfNeeded: index + 1)
        }
    }
}
