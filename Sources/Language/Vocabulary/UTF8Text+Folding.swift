internal import TextCore

extension UTF8Text {
    /// Appends the case-folded bytes of a range: what stemmers and parsers of words read. O(length of the range).
    /// - Parameter hasDotlessI: whether `I` is the capital of `ı`, as in Turkish.
    func appendFolded(_ range: Range<Int>, to bytes: inout [UInt8], hasDotlessI: Bool = false) {
        if hasDotlessI {
            var start = range.lowerBound
            for at in range.clamped(to: self.range) where self.bytes[at] == UInt8(ascii: "I") {
                appendFolded(start..<at, to: &bytes)
                bytes += "ı".utf8
                start = at + 1
            }
            return appendFolded(start..<max(start, range.upperBound), to: &bytes)
        }
        CaseFolding.forEachFolded(in: span, range) { folded in
            if folded < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: folded))
            } else if let scalar = Unicode.Scalar(folded), let encoded = UTF8.encode(scalar) {
                bytes.append(contentsOf: encoded)
            }
        }
    }
}
