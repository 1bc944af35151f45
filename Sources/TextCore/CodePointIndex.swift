/// Translates UTF-8 byte offsets to Unicode code point offsets and back.
///
/// Building is O(*n*); each look-up is O(1) plus at most ``stride`` bytes. Plain ASCII texts translate without a table.
public struct CodePointIndex: Sendable {
    /// Bytes between two checkpoints of the table.
    static let stride = 64

    private let bytes: [UInt8]
    /// Code points before byte `i * stride`; empty when every byte is one code point.
    private let checkpoints: [Int32]
    /// How many code points the text has.
    public let codePointCount: Int

    /// Indexes a text.
    public init(_ text: UTF8Text) {
        bytes = text.bytes
        var checkpoints: [Int32] = []
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var codePoints = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.stride == 0 { checkpoints.append(Int32(clamping: codePoints)) }
            if byte & 0xC0 != 0x80 { codePoints += 1 }
        }
        codePointCount = codePoints
        self.checkpoints = codePoints == bytes.count ? [] : checkpoints
    }

    /// How many code points start before byte `offset` (clamped to the text).
    public func codePoint(atByte offset: Int) -> Int {
        let offset = min(max(offset, 0), bytes.count)
        guard !checkpoints.isEmpty else { return offset }
        let block = min(offset / Self.stride, checkpoints.count - 1)
        var codePoints = Int(checkpoints[block])
        var at = block * Self.stride
        while at < offset {
            if bytes[at] & 0xC0 != 0x80 { codePoints += 1 }
            at += 1
        }
        return codePoints
    }

    /// The byte at which code point number `index` starts (clamped to the text).
    /// - Complexity: O(log *n*).
    public func byte(atCodePoint index: Int) -> Int {
        let index = min(max(index, 0), codePointCount)
        guard !checkpoints.isEmpty else { return index }
        var low = 0
        var high = checkpoints.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(checkpoints[middle]) <= index { low = middle } else { high = middle - 1 }
        }
        var codePoints = Int(checkpoints[low])
        var at = low * Self.stride
        while at < bytes.count {
            if bytes[at] & 0xC0 != 0x80 {
                if codePoints == index { return at }
                codePoints += 1
            }
            at += 1
        }
        return bytes.count
    }

    /// A byte range as a code point range.
    public func codePoints(_ range: Range<Int>) -> Range<Int> {
        let start = codePoint(atByte: range.lowerBound)
        return start..<max(start, codePoint(atByte: range.upperBound))
    }

    /// A code point range as a byte range.
    public func bytes(_ range: Range<Int>) -> Range<Int> {
        let start = byte(atCodePoint: range.lowerBound)
        return start..<max(start, byte(atCodePoint: range.upperBound))
    }
}
