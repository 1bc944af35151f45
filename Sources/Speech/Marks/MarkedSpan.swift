/// A stretch of text in quotation marks, whatever it may be: speech, a title, a scare quote.
struct MarkedSpan: Sendable, Hashable {
    /// Tokens from the opening to the closing mark, both included where they stand in the text.
    var tokens: Range<Int>
    /// Tokens between the marks; several ranges where a quotation is opened again at the start of a paragraph.
    var contents: [Range<Int>]
    /// The section of its opening mark.
    var section: Int
    /// What is wrong with its marks.
    var damage: Quotation.Damage?
    /// The mark that has no partner, or one of another style.
    var damagedMark: Int?
    /// Index of the span around it.
    var enclosing: Int?
    /// The marks that it stands in.
    var family: QuotationMark.Family
    /// Whose turn it is, where a label opens it instead of a mark.
    var turn: InterviewTurn?

    /// The tokens of all its content, marks of re-openings included.
    var content: Range<Int> {
        guard let first = contents.first, let last = contents.last else { return tokens }
        return first.lowerBound..<last.upperBound
    }

    /// The part of the span before a token, whose mark nothing closes.
    func cut(before end: Int) -> MarkedSpan {
        var cut = self
        cut.contents = contents.filter { $0.lowerBound < end }.map { $0.lowerBound..<min($0.upperBound, end) }
        cut.tokens = tokens.lowerBound..<max(tokens.lowerBound + 1, min(tokens.upperBound, end))
        cut.damage = damage ?? .unclosed
        cut.damagedMark = damagedMark ?? tokens.lowerBound
        return cut
    }

    /// The span as it is when its content ends with a token of its last part.
    func cut(behind token: Int) -> MarkedSpan {
        guard let last = contents.last, last.contains(token) else { return self }
        var cut = self
        cut.contents[cut.contents.count - 1] = last.lowerBound..<(token + 1)
        cut.tokens = tokens.lowerBound..<(token + 1)
        return cut
    }
}
