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
