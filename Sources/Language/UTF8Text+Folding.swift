internal import TextCore

extension UTF8Text {
    /// Appends the case-folded bytes of a range: what stemmers and parsers of words read. O(length of the range).
    func appendFolded(_ range: Range<Int>, to bytes: inout [UInt8]) {
        CaseFolding.forEachFolded(in: span, range) { folded in
            if folded < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: folded))
            } else if let scalar = Unicode.Scalar(folded), let encoded = UTF8.encode(scalar) {
                bytes.append(contentsOf: encoded)
            }
        }
    }
}
