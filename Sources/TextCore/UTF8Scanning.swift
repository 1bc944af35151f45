/// Scanning primitives over UTF-8 bytes. They read one scalar at a time and never trap: a byte that starts no
/// well-formed sequence reads as U+FFFD of length 1.
extension Span where Element == UInt8 {
    /// The scalar that starts at `index`, and how many bytes it takes. `index` must be below `count`.
    @inlinable
    public func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let lead = self[index]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let left = count - index
        if lead >= 0xC2, lead < 0xE0, left >= 2, self[index + 1] & 0xC0 == 0x80 {
            return (UInt32(lead & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F), 2)
        }
        if lead >= 0xE0, lead < 0xF0, left >= 3, self[index + 1] & 0xC0 == 0x80, self[index + 2] & 0xC0 == 0x80 {
            let value = UInt32(lead & 0x0F) << 12 | UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F)
            // Neither overlong nor a surrogate.
            return value >= 0x800 && value & 0xF800 != 0xD800 ? (value, 3) : (0xFFFD, 1)
        }
        if lead >= 0xF0, lead < 0xF5, left >= 4, self[index + 1] & 0xC0 == 0x80, self[index + 2] & 0xC0 == 0x80,
            self[index + 3] & 0xC0 == 0x80
        {
            let high = UInt32(lead & 0x07) << 18 | UInt32(self[index + 1] & 0x3F) << 12
            let value = high | UInt32(self[index + 2] & 0x3F) << 6 | UInt32(self[index + 3] & 0x3F)
            return value >= 0x10000 && value <= 0x10FFFF ? (value, 4) : (0xFFFD, 1)
        }
        return (0xFFFD, 1)
    }

    /// The scalar that ends just before `index`, and how many bytes it takes. `index` must be above zero.
    @inlinable
    public func scalar(before index: Int) -> (value: UInt32, length: Int) {
        var start = index - 1
        while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        let found = scalar(at: start)
        return start + found.length == index ? found : (0xFFFD, 1)
    }

    /// `range`, clamped to the bytes, without the white space at its two ends.
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<count)
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let found = scalar(at: start)
            guard CharacterClass.of(found.value) == .space else { break }
            start = Swift.min(start + found.length, end)
        }
        while end > start {
            let found = scalar(before: end)
            guard CharacterClass.of(found.value) == .space else { break }
            end = Swift.max(end - found.length, start)
        }
        return start..<end
    }

    /// The bytes as an array. O(*n*).
    public var copied: [UInt8] { withUnsafeBufferPointer { Array($0) } }
}
