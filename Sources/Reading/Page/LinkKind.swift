internal import HTMLTree

/// Where a link leads, roughly, by its address.
enum LinkKind {
    /// Words of addresses by what they tell, most telling first: 2 sharing, 6 mail, 3 social networks, 4 authors, 5 topics.
    private static let words: [(word: [UInt8], kind: Int)] = [
        (
            2,
            [
                "facebook.com/shar", "twitter.com/intent", "twitter.com/share", "x.com/intent", "whatsapp", "linkedin.com/share",
                "pinterest.com/pin", "reddit.com/submit", "t.me/share", "mailto:?",
            ]
        ),
        (3, ["facebook.com", "twitter.com", "instagram.com", "youtube.com", "linkedin.com", "t.me/", "//x.com"]),
        (4, ["/author", "/profile", "/autor", "/by/", "/people/", "/staff/", "/contributor"]),
        (5, ["/tag", "/topic", "/category", "/section", "/thema", "/tema", "/keyword", "/search"]),
    ].flatMap { kind, words in words.map { (Array($0.utf8), kind) } }

    /// For each byte that words begin with, a bit for each word.
    private static let starts: [UInt64] = {
        var starts = [UInt64](repeating: 0, count: 256)
        for (index, entry) in words.enumerated() { starts[Int(entry.word[0])] |= 1 << UInt64(index) }
        return starts
    }()

    /// How much of an address is read.
    private static let longest = 160

    /// 0 for a page, 1 for a place on this one, 2 sharing, 3 social networks, 4 authors, 5 topics, 6 mail, 7 script, 8 none.
    /// - Complexity: O(length), bounded.
    static func of(_ address: ByteRange, in document: HTMLDocument) -> Int {
        let bytes = document.bytes(address)
        guard bytes.count > 0 else { return 8 }
        let first = bytes[0] | 0x20
        if bytes[0] == UInt8(ascii: "#") { return 1 }
        if first == UInt8(ascii: "j"), document.contains("javascript:", in: address) { return 7 }
        let end = min(bytes.count, longest)
        var found: UInt64 = 0
        let (starts, words) = (starts, words)
        for at in 0..<end {
            var candidates = starts[Int(lower(bytes[at]))] & ~found
            while candidates != 0 {
                let index = candidates.trailingZeroBitCount
                candidates &= candidates - 1
                let word = words[index].word
                guard at + word.count <= end, word[1] == lower(bytes[at + 1]) else { continue }
                if word.indices.allSatisfy({ word[$0] == lower(bytes[at + $0]) }) { found |= 1 << UInt64(index) }
            }
        }
        let kind = found == 0 ? 0 : words[found.trailingZeroBitCount].kind
        if kind != 2, first == UInt8(ascii: "m"), document.contains("mailto:", in: address) { return 6 }
        return kind
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
