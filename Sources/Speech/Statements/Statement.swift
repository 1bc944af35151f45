/// What somebody asserts at a place in an article: a clause or short sentence, with an exact range. Collation compares the
/// sentences that statements stand in, and points at the statement that carries the match.
public struct Statement: Sendable, Hashable {
    /// Whose assertion it is.
    public enum Kind: String, Sendable, Hashable {
        /// Words given to a speaker, quoted or retold.
        case speech
        /// The outlet's own narration.
        case fact
    }

    /// Speech or narration.
    public let kind: Kind
    /// The bytes of the unit.
    public let range: Range<Int>
    /// Its tokens.
    public let tokens: Range<Int>
    /// The sentence that it stands in.
    public let sentence: Int
    /// The section that it stands in.
    public let section: Int
    /// Index of the quotation whose words these are, for speech.
    public let quotation: Int?
    /// Whether it negates.
    public let isNegated: Bool

    /// Makes a statement.
    public init(
        kind: Kind,
        range: Range<Int>,
        tokens: Range<Int>,
        sentence: Int,
        section: Int,
        quotation: Int? = nil,
        isNegated: Bool = false
    ) {
        self.kind = kind
        self.range = range
        self.tokens = tokens
        self.sentence = sentence
        self.section = section
        self.quotation = quotation
        self.isNegated = isNegated
    }
}
