/// Cuts token sequences into sentences.
///
/// - Complexity: O(*n*) in tokens.
public struct SentenceSplitter: Sendable {
    /// Makes a splitter.
    public init() {}

    /// The sentences of one section (a block of text that no sentence leaves): `tokens[range]`.
    public func sentences(of text: UTF8Text, tokens: [Token], in range: Range<Int>, section: Int) -> [Sentence] {
        var sentences: [Sentence] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            defer { index += 1 }
            guard tokens[index].kind == .terminator else { continue }
            var next = index + 1
            while next < range.upperBound, tokens[next].kind == .quote, !tokens[next].followsSpace { next += 1 }
            guard next == range.upperBound || tokens[next].followsSpace else { continue }
            if next < range.upperBound, tokens[next].isWord, !tokens[next].isCapitalized { continue }
            sentences.append(sentence(tokens, start..<next, section))
            start = next
            index = next - 1
        }
        if start < range.upperBound { sentences.append(sentence(tokens, start..<range.upperBound, section)) }
        return sentences
    }

    private func sentence(_ tokens: [Token], _ range: Range<Int>, _ section: Int) -> Sentence {
        let bytes = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
        return Sentence(range: bytes, tokens: range, section: section)
    }
}
