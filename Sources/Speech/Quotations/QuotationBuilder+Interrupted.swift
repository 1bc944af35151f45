internal import TextCore

/// Quotations that their cue interrupts.
extension QuotationBuilder {
    /// `“The pier,” she said, “is older.”`: words in front of a cue that a comma leaves open, and those behind it, are one quotation.
    /// A colon opens another: `“The pier is older,” she said and added: “It must go.”`
    func isInterrupted(_ draft: Draft, by attribution: Attribution, before span: MarkedSpan) -> Bool {
        guard draft.kind == .direct, draft.isSpeech, draft.cue == attribution.cue, draft.section == span.section,
            let first = draft.span.map({ reading.spans[$0] }), first.damage == nil, span.damage == nil,
            first.tokens.upperBound <= attribution.frame.lowerBound, attribution.frame.upperBound <= span.tokens.lowerBound,
            !reading.isColon(span.tokens.lowerBound - 1), let end = reading.lastContentToken(first)
        else { return false }
        return reading.isComma(end)
            || reading.tokens[end].kind != .terminator && reading.isComma(first.tokens.upperBound)
    }
}
