internal import TextCore

extension Tokenizer {
    /// The token hashes of an entry of a lexicon. An elided form (`qu'`) is read as it stands before a vowel. O(*n*).
    func hashes(ofEntry entry: Span<UInt8>) -> [UInt64] {
        var hashes: [UInt64] = []
        guard Self.isElided(entry) else {
            forEachToken(in: entry, range: entry.indices) { hashes.append($0.hash) }
            return hashes
        }
        let entry = entry.copied + [UInt8(ascii: "a")]
        forEachToken(in: entry.span, range: entry.indices) { hashes.append($0.hash) }
        return hashes.dropLast()
    }

    /// Whether an entry ends with an apostrophe, straight or curly.
    private static func isElided(_ entry: Span<UInt8>) -> Bool {
        guard let last = entry.indices.last else { return false }
        return entry[last] == UInt8(ascii: "'")
            || last > 1 && entry[last - 2] == 0xE2 && entry[last - 1] == 0x80 && entry[last] == 0x99
    }
}
