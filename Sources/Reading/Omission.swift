/// Something of a given text that its reading leaves out: a byte order mark, a NUL, white space in front of a record's body.
///
/// Offsets of ``Article/text`` and what was left out before them are offsets of the text as it was given.
public struct Omission: Sendable, Hashable {
    /// The byte of the read text in front of which it stood.
    public let byte: Int
    /// What it was, as UTF-8.
    public let text: [UInt8]

    /// Makes an omission.
    public init(byte: Int, text: [UInt8]) {
        self.byte = byte
        self.text = text
    }

    /// Drops the NULs of a text, and tells where they stood. O(*n*).
    static func dropNULs(_ bytes: inout [UInt8]) -> [Omission] {
        guard bytes.contains(0) else { return [] }
        var omissions: [Omission] = []
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte == 0 { omissions.append(Omission(byte: kept.count, text: [0])) } else { kept.append(byte) }
        }
        bytes = kept
        return omissions
    }
}
