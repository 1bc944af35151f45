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

    /// `The pier, she said, was older`: retold words on both sides of a frame are one quotation. The last two drafts are the two.
    mutating func joinRetold(around attribution: Attribution, _ spans: [Int]) {
        let (first, second) = (drafts.count - 2, drafts.count - 1)
        guard first >= 0, drafts[first].kind != .direct, drafts[second].kind != .direct,
            drafts[first].cue == attribution.cue, drafts[second].cue == attribution.cue,
            let end = drafts[first].contents.last, let start = drafts[second].contents.first,
            end.upperBound <= attribution.frame.lowerBound, attribution.frame.upperBound <= start.lowerBound,
            drafts[first].section == drafts[second].section, !reading.isColon(start.lowerBound - 1)
        else { return }
        let joined = drafts.removeLast()
        drafts[first].contents += joined.contents
        if joined.kind == .mixed { drafts[first].kind = .mixed }
        drafts[first].span = drafts[first].span ?? joined.span
        for span in spans where draftOfSpan[span] == second { draftOfSpan[span] = first }
        for span in spans where holderOfSpan[span] == second { holderOfSpan[span] = first }
        latest = first
    }
}
