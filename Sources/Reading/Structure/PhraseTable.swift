internal import TextCore

/// Phrases of a lexicon, found in a line's tokens by the hashes of their words.
struct PhraseTable: Sendable {
    /// The rest of each phrase by the hash of its first token.
    private var rests = WordTable<[[UInt64]]>()
    /// The first tokens' hashes, cut to a few bits each: most words start no phrase, and this tells it without a search.
    private var firsts = WordFilter()

    /// The phrases of a section, whose first column is a language.
    init(_ lexicon: LexiconFile, _ section: String) {
        lexicon.forEachRow(of: section) { row in
            for column in 1..<max(1, row.count) {
                let hashes = Self.hashes(row.bytes(column))
                guard let first = hashes.first else { continue }
                rests[first, default: []].append(Array(hashes.dropFirst()))
                firsts.insert(first)
            }
        }
    }

    private static func hashes(_ phrase: Span<UInt8>) -> [UInt64] {
        LineToken.scan(phrase, phrase.indices).filter(counts).map(\.value)
    }

    /// Signs other than hyphens inside words, apostrophes and `&` separate words, but are no part of phrases.
    private static func counts(_ token: LineToken) -> Bool { token.kind != .sign }

    /// The position after the longest phrase that starts at `start`, nil when none does. Signs between words are skipped.
    /// - Complexity: O(phrases with the same first word).
    func end(_ tokens: [LineToken], from start: Int) -> Int? {
        guard start < tokens.count, tokens[start].kind != .sign, firsts.mayContain(tokens[start].value),
            let candidates = rests[tokens[start].value]
        else { return nil }
        var best: Int?
        for rest in candidates {
            var at = start + 1
            var found = true
            for hash in rest {
                while at < tokens.count, tokens[at].kind == .sign, Self.isInsidePhrase(tokens[at]) { at += 1 }
                guard at < tokens.count, tokens[at].kind != .sign, tokens[at].value == hash else {
                    found = false
                    break
                }
                at += 1
            }
            if found, at > best ?? start { best = at }
        }
        return best
    }

    /// The first phrase anywhere in the tokens.
    func first(in tokens: [LineToken]) -> Range<Int>? {
        for start in tokens.indices where firsts.mayContain(tokens[start].value) {
            if let end = end(tokens, from: start) { return start..<end }
        }
        return nil
    }

    /// Whether a phrase may hold a sign between two words: hyphens, stops of abbreviations, commas, quotation marks.
    private static func isInsidePhrase(_ token: LineToken) -> Bool {
        switch Unicode.Scalar(UInt32(truncatingIfNeeded: token.value)) {
        case "-", ".", ",", "'", "’", "&", "/": true
        default: false
        }
    }
}

/// A set of hashes that may take a stranger for one of its own, but never misses one: one bit for each of 1,024 remainders.
private struct WordFilter: Sendable {
    private var bits = InlineArray<16, UInt64>(repeating: 0)

    mutating func insert(_ hash: UInt64) { bits[Int(hash >> 6 & 15)] |= 1 << (hash & 63) }
    func mayContain(_ hash: UInt64) -> Bool { bits[Int(hash >> 6 & 15)] >> (hash & 63) & 1 == 1 }
}

extension LexiconFile {
    /// The words of a section whose first column is a language.
    func vocabulary(_ section: String) -> Set<UInt64> {
        var words: Set<UInt64> = []
        forEachRow(of: section) { row in
            for column in 1..<max(1, row.count) { words.insert(Hash64.folded(row.bytes(column))) }
        }
        return words
    }
}
