/// A sentence: its byte range, trimmed, and the tokens that lie in it.
public struct Sentence: Sendable, Hashable {
    /// Bytes of the text, without white space at the ends.
    public let range: Range<Int>
    /// Indices into the token array.
    public let tokens: Range<Int>
    /// Index of the section (block) that holds it.
    public let section: Int

    /// Makes a sentence.
    public init(range: Range<Int>, tokens: Range<Int>, section: Int) {
        self.range = range
        self.tokens = tokens
        self.section = section
    }
}
