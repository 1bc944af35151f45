/// Tokens of a text that are worked on at once: all of them, or where the text is long, as many as may be.
///
/// A piece ends with tokens that the next one has again, since what is found there depends on what comes behind. It starts
/// with a few tokens of the one before, on which the vectors of the first depend.
struct TextPiece {
    /// The context, and the tokens to analyze.
    let tokens: [TextToken]
    /// How many tokens are context only.
    let context: Int
    /// The number of the text.
    let owner: Int
    /// Whether the text ends with it.
    let isLast: Bool

    /// How many tokens are analyzed.
    var count: Int { tokens.count - context }

    /// The tokens that are analyzed.
    var analyzed: ArraySlice<TextToken> { tokens[context...] }
}
