import TextCore

/// A token of a text.
struct TextToken: Sendable {
    var start: Int
    var end: Int
    var lexeme: Int32
    /// Whether a single space follows, which is no token of its own.
    var isBeforeSpace = false
}

/// Cuts texts into tokens, a piece at a time.
struct TextTokenizer {
    let rules: TokenizerRules
    let lexicon: Lexicon

    /// Longer runs without white space, or of it, are cut: no text has them, and memory stays bounded.
    static let longestChunk = 4096

    /// Cuts the rest of a text, or as much of it as makes `limit` tokens.
    ///
    /// - Complexity: O(length of what is cut).
    /// - Returns: where the text goes on.
    func cut(
        _ bytes: Span<UInt8>,
        from start: Int,
        limit: Int,
        into tokens: inout [TextToken],
        store: inout LexemeStore
    ) -> Int {
        tokens.removeAll(keepingCapacity: true)
        var at = start
        while at < bytes.count, tokens.count < limit {
            let isSpace = Self.isSpace(bytes, at)
            var end = at + Self.length(bytes, at)
            while end < bytes.count, end - at < Self.longestChunk, Self.isSpace(bytes, end) == isSpace {
                end += Self.length(bytes, end)
            }
            append(bytes, at..<end, &tokens, &store)
            if !isSpace, end < bytes.count, bytes[end] == 0x20 {
                tokens[tokens.count - 1].isBeforeSpace = true
                end += 1
            }
            at = end
        }
        // No phrase has white space, so that none goes beyond a chunk.
        rules.phrases.apply(&tokens, bytes, rules, store.features)
        return at
    }

    private func append(_ bytes: Span<UInt8>, _ chunk: Range<Int>, _ tokens: inout [TextToken], _ store: inout LexemeStore) {
        let hash = MurmurHash.string(bytes, chunk)
        if let known = store.known(chunk: bytes, chunk, hash: hash) {
            for token in known {
                tokens.append(
                    TextToken(
                        start: chunk.lowerBound + Int(token.start),
                        end: chunk.lowerBound + Int(token.end),
                        lexeme: token.lexeme
                    )
                )
            }
            return
        }
        let made = rules.exception(bytes, chunk) ?? rules.cut(bytes, chunk, lexicon, &store)
        store.keep(chunk: bytes, chunk, hash: hash, made)
        for token in made {
            tokens.append(
                TextToken(
                    start: chunk.lowerBound + Int(token.start),
                    end: chunk.lowerBound + Int(token.end),
                    lexeme: token.lexeme
                )
            )
        }
    }

    @inline(__always)
    private static func length(_ bytes: Span<UInt8>, _ at: Int) -> Int {
        bytes[at] < 0x80 ? 1 : bytes.scalar(at: at).length
    }

    @inline(__always)
    private static func isSpace(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
        let byte = bytes[at]
        if byte < 0x80 { return byte <= 0x20 && PythonText.isSpace(UInt32(byte)) }
        return PythonText.isSpace(bytes.scalar(at: at).value)
    }
}
