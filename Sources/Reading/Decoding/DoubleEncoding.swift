internal import TextCore

/// UTF-8 that was taken for Latin-1 and encoded once more, as servers and archives sometimes do: `â€”` stands where `—` was, its
/// last two characters being controls that no text has.
enum DoubleEncoding {
    /// The bytes before the second encoding; nil for what was encoded once.
    ///
    /// A page was encoded twice if all its characters are those of Latin-1, several C1 controls among them, and as bytes make
    /// well-formed UTF-8. A few controls may be in what was pasted into a page that was encoded once: one mark makes two of them.
    /// - Parameter bytes: well-formed UTF-8.
    /// - Complexity: O(*n*), up to the first character beyond Latin-1.
    static func undone(_ bytes: [UInt8]) -> [UInt8]? {
        guard holdsLatin1AndControlsOnly(bytes.span) else { return nil }
        var once: [UInt8] = []
        once.reserveCapacity(bytes.count)
        var lead: UInt8 = 0
        for byte in bytes {
            if byte >= 0xC0 {
                lead = byte
            } else {
                once.append(byte < 0x80 ? byte : lead << 6 | byte & 0x3F)
            }
        }
        return UTF8Sequences.areWellFormed(once.span) ? once : nil
    }

    /// How many controls are no slip. Chosen on the development pages: those that were encoded twice have 16 or more, but for one
    /// with four.
    private static let fewestControls = 8

    private static func holdsLatin1AndControlsOnly(_ bytes: Span<UInt8>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var controls = 0
            var at = UTF8Sequences.firstBeyondASCII(bytes, from: 0)
            while at < bytes.count {
                let lead = bytes[at]
                // A lead and the byte that it leads.
                guard lead <= 0xC3, at + 1 < bytes.count else { return false }
                // U+0080 to U+009F are C2 80 to C2 9F.
                if lead == 0xC2, bytes[at + 1] < 0xA0 { controls += 1 }
                at = UTF8Sequences.firstBeyondASCII(bytes, from: at + 2)
            }
            return controls >= fewestControls
        }
    }
}
