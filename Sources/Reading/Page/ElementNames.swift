/// The words in the names that a page gives its elements: `article-body__text` and `articleBodyText` are both article, body,
/// text. Numbers and generated names (`css-1xk2`) say nothing and are left out.
enum ElementNames {
    /// Longest word that is read.
    private static let longest = 24

    /// Adds the hash of each word, at most `limit`. O(length).
    static func append(_ name: Span<UInt8>, limit: Int, to hashes: inout [UInt32]) {
        var left = limit
        var at = 0
        while at < name.count, left > 0 {
            guard isLetter(name[at]) || isDigit(name[at]) || name[at] >= 0x80 else {
                at += 1
                continue
            }
            let start = at
            var hash: UInt32 = 0x811C_9DC5
            var hasDigit = false
            var isAfterLower = false
            while at < name.count {
                var byte = name[at]
                if byte &- 0x61 < 26 {
                    // Names are mostly small letters: a loop with nothing else to decide.
                    repeat {
                        hash = (hash ^ UInt32(byte)) &* 0x0100_0193
                        at += 1
                        byte = at < name.count ? name[at] : 0
                    } while byte &- 0x61 < 26
                    isAfterLower = true
                    continue
                }
                if isDigit(byte) {
                    hasDigit = true
                } else if isLetter(byte) {
                    // A capital after a small letter starts a word.
                    if isAfterLower { break }
                    byte |= 0x20
                } else if byte < 0x80 {
                    break
                }
                hash = (hash ^ UInt32(byte)) &* 0x0100_0193
                at += 1
            }
            if !hasDigit, (2...longest).contains(at - start) {
                hashes.append(hash)
                left -= 1
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
