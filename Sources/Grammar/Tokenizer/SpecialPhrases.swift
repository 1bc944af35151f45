import TextCore

/// Exceptions that affixes would cut apart: rows of tokens that are put together again as the exception says.
struct SpecialPhrases: Sendable {
    /// Numbers of the words that phrases consist of.
    private(set) var words = ByteTable()
    /// The trie's edges: node and word to node.
    private var edges: [UInt64: Int32] = [:]
    private var isEnd: [Bool] = [false]
    private var longest = 0

    /// Finds which exceptions are such phrases.
    init(_ source: TokenizerRules.Source) {
        var infixes: [Range<Int>] = []
        for (text, _) in source.exceptions {
            let span = text.span
            let range = 0..<span.count
            source.affixes.infixes(span, range, into: &infixes)
            guard
                !infixes.isEmpty || text.contains(0x20) || source.affixes.prefixLength(span, range) > 0
                    || source.affixes.suffixLength(span, range) > 0
            else { continue }
            let cut = TokenizerRules.cutWithoutExceptions(text, source)
            var node: Int32 = 0
            for range in cut {
                let hash = MurmurHash.string(span, range)
                let word = words.find(span, range, hash: hash) ?? Int32(words.count)
                if word == words.count { words.insert(span, range, hash: hash, value: word) }
                let edge = Self.edge(node, word)
                if let next = edges[edge] {
                    node = next
                } else {
                    node = Int32(isEnd.count)
                    isEnd.append(false)
                    edges[edge] = node
                }
            }
            isEnd[Int(node)] = true
            longest = max(longest, cut.count)
        }
    }

    private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    /// Puts phrases together in the tokens of a text. Of phrases that overlap the longest counts, then the first.
    ///
    /// - Complexity: O(*n*) for *n* tokens, times the length of the longest phrase.
    func apply(_ tokens: inout [TextToken], _ bytes: Span<UInt8>, _ rules: TokenizerRules, _ features: [LexemeFeatures]) {
        var found: [Range<Int>] = []
        for start in tokens.indices {
            var node: Int32 = 0
            for at in start..<min(start + longest, tokens.count) {
                let word = features[Int(tokens[at].lexeme)].phraseWord
                guard word >= 0, let next = edges[Self.edge(node, word)] else { break }
                node = next
                if isEnd[Int(node)] { found.append(start..<at + 1) }
            }
        }
        guard !found.isEmpty else { return }
        found.sort { $0.count == $1.count ? $0.lowerBound < $1.lowerBound : $0.count > $1.count }
        var taken = Array(repeating: false, count: tokens.count)
        var chosen: [Range<Int>] = []
        for range in found {
            if !taken[range.lowerBound], !taken[range.upperBound - 1] { chosen.append(range) }
            for index in range { taken[index] = true }
        }
        chosen.sort { $0.lowerBound < $1.lowerBound }
        var result: [TextToken] = []
        result.reserveCapacity(tokens.count)
        var at = 0
        for range in chosen {
            result += tokens[at..<range.lowerBound]
            at = range.upperBound
            let start = tokens[range.lowerBound].start
            let last = tokens[range.upperBound - 1]
            // Tokens with a space between are no exception.
            guard let exception = rules.exception(bytes, start..<last.end) else {
                result += tokens[range]
                continue
            }
            for token in exception {
                result.append(TextToken(start: start + Int(token.start), end: start + Int(token.end), lexeme: token.lexeme))
            }
            result[result.count - 1].isBeforeSpace = last.isBeforeSpace
        }
        result += tokens[at...]
        tokens = result
    }
}
