/// Comparing attribute values with known words, in place. The words are given in lower case; ASCII letters of either case
/// match them.
extension HTMLDocument {
    /// Whether a range is a word. O(length of the word).
    public func equals(_ range: ByteRange, _ lowercased: StaticString) -> Bool {
        Int(range.count) == lowercased.utf8CodeUnitCount && bytes(range).hasASCII(lowercased, at: 0)
    }

    /// Whether a range holds a word anywhere: a class with `promo` in it. O(length · length of the word).
    public func contains(_ lowercased: StaticString, in range: ByteRange) -> Bool {
        let bytes = bytes(range)
        let length = lowercased.utf8CodeUnitCount
        guard length <= bytes.count else { return false }
        for start in 0...bytes.count - length where bytes.hasASCII(lowercased, at: start) { return true }
        return false
    }

    /// Whether a word is one of those, separated by white space, that a range holds: of `class`, `rel`, `itemprop`.
    /// O(length).
    public func hasToken(_ lowercased: StaticString, in range: ByteRange) -> Bool {
        let bytes = bytes(range)
        let length = lowercased.utf8CodeUnitCount
        var start = 0
        while true {
            start = bytes.skipSpace(from: start, to: bytes.count)
            guard start < bytes.count else { return false }
            var end = start
            while end < bytes.count, !bytes[end].isHTMLSpace { end += 1 }
            if end - start == length, bytes.hasASCII(lowercased, at: start) { return true }
            start = end
        }
    }
}
