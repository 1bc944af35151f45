/// Cuts UTF-8 text into tokens, in one pass and without allocating per token.
///
/// - Words run over letters, marks and inner digits; hyphens separate, so `Berlin-based` is `Berlin` `-` `based`.
/// - English clitics come off the end (`Moscow` `’s`, `we` `’re`), elided articles off the front (`l’` `homme`,
///   `qu’` `il`); other inner apostrophes stay (`don't`, `O’Brien`).
/// - Numbers keep inner `.` and `,` between digits (`17,000`, `3.5`), and letters that touch them (`5th`, `1990s`).
/// - Ideographs and kana are one token each.
/// - A symbol takes the marks behind it along (emoji and their variation selectors).
/// - White space, controls and marks of writing direction are in no token.
/// - Texts beyond 4 GiB are cut at 4 GiB.
///
/// - Complexity: O(*n*) in bytes.
public struct Tokenizer: Sendable {
    /// Makes a tokenizer.
    public init() {}

    /// The tokens of `range` of `text`.
    public func tokens(of text: UTF8Text, in range: Range<Int>? = nil) -> [Token] {
        tokens(in: text.span, range: (range ?? text.range).clamped(to: text.range))
    }

    /// The tokens of `range` of `bytes`.
    public func tokens(in bytes: Span<UInt8>, range: Range<Int>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(range.count / 4 + 8)
        forEachToken(in: bytes, range: range) { tokens.append($0) }
        return tokens
    }

    /// Appends the tokens of `range` of `text` to `tokens`: for texts that are read section by section.
    public func append(tokensOf text: UTF8Text, in range: Range<Int>, to tokens: inout [Token]) {
        forEachToken(in: text.span, range: range.clamped(to: text.range)) { tokens.append($0) }
    }

    /// Calls `body` with each token of `range` of `bytes`, in order.
    @inlinable
    public func forEachToken(in bytes: Span<UInt8>, range: Range<Int>, _ body: (Token) -> Void) {
        var scanner = TokenScanner(bytes: bytes, range: range)
        while let token = scanner.next() { body(token) }
    }
}
