internal import TextCore

/// Tells quoted sentences from fragments.
enum QuotationForm {
    /// Retold speech is a sentence; quoted words are one when they start like one and hold a verb or end like one.
    static func form(of draft: Draft, in reading: SpeechReading) -> Quotation.Form {
        guard draft.kind == .direct, let first = draft.contents.first, let last = draft.contents.last else { return .sentence }
        guard let start = first.first(where: { reading.tokens[$0].kind != .quote && reading.tokens[$0].kind != .terminator })
        else {
            return .fragment
        }
        let token = reading.tokens[start]
        let opens = token.isCapitalized || token.kind == .number || token.kind == .ideograph
        guard opens else {
            // A clause that goes on from the frame may hold whole sentences behind it.
            return first.dropLast().contains { reading.endsSentence[$0] } ? .sentence : .fragment
        }
        if first.prefix(60).contains(where: { reading.has($0, [.auxiliary, .subject]) }) { return .sentence }
        return reading.tokens[last.upperBound - 1].kind == .terminator || reading.wordCount(first, limit: 6) >= 6
            ? .sentence : .fragment
    }
}
