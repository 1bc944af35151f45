/// Takes prefixes and suffixes from the ends of one chunk.
struct ChunkCutter {
    let base: Int
    private(set) var prefixes: [Range<Int>] = []
    /// The outermost first.
    private(set) var suffixes: [Range<Int>] = []
    private(set) var middle = 0..<0

    init(base: Int) { self.base = base }

    func token(_ range: Range<Int>, _ lexeme: Int32) -> LexemeStore.ChunkToken {
        LexemeStore.ChunkToken(
            start: Int32(truncatingIfNeeded: range.lowerBound - base),
            end: Int32(truncatingIfNeeded: range.upperBound - base),
            lexeme: lexeme
        )
    }

    mutating func cutAffixes(_ bytes: Span<UInt8>, _ chunk: Range<Int>, _ rules: TokenizerRules) {
        cutAffixes(bytes, chunk, affixes: rules.affixes) { rules.exception(bytes, $0) != nil }
    }

    /// Each turn takes one prefix and one suffix at most, and stops where what is left is an exception. O(*n*).
    mutating func cutAffixes(
        _ bytes: Span<UInt8>,
        _ chunk: Range<Int>,
        affixes: AffixRules,
        isException: (Range<Int>) -> Bool
    ) {
        var (start, end) = (chunk.lowerBound, chunk.upperBound)
        var last = 0
        while start < end, end - start != last, !isException(start..<end) {
            last = end - start
            let prefix = affixes.prefixLength(bytes, start..<end)
            if prefix > 0, start + prefix < end, isException(start + prefix..<end) {
                prefixes.append(start..<start + prefix)
                start += prefix
                break
            }
            let suffix = affixes.suffixLength(bytes, start + prefix..<end)
            if suffix > 0, start < end - suffix, isException(start..<end - suffix) {
                suffixes.append(end - suffix..<end)
                end -= suffix
                break
            }
            if prefix > 0 {
                prefixes.append(start..<start + prefix)
                start += prefix
            }
            // What the prefix took is not looked at again, so that the two cannot overlap.
            if suffix > 0 {
                suffixes.append(end - suffix..<end)
                end -= suffix
            }
        }
        middle = start..<end
    }
}
