internal import Language
internal import TextCore

/// Quotations over several paragraphs: opened again in each, as print does, or left open by a slip.
extension QuotationMarkScanner {
    /// Parts what looks like one quotation opened again in the next paragraph, where the paragraphs say that two people speak:
    /// `Joan Reed said: “We stay. ¶ “That is wrong,” said Mark Hill.` The first lacks its closing mark.
    mutating func partByFrames(_ words: [WordClass]) {
        let forgotten = ForgottenMark(text: text, words: words)
        spans = spans.flatMap { span -> [MarkedSpan] in
            guard span.contents.count > 1, span.damage == nil, let last = span.contents.last,
                span.contents.dropLast().last.flatMap(forgotten.comma) != nil || isAnothers(span, words)
            else { return [span] }
            var first = span
            first.contents.removeLast()
            first.tokens = span.tokens.lowerBound..<max(span.tokens.lowerBound + 1, first.content.upperBound)
            first.damage = .unclosed
            first.damagedMark = span.tokens.lowerBound
            var second = span
            second.contents = [last]
            second.tokens = max(first.tokens.upperBound, last.lowerBound - 1)..<span.tokens.upperBound
            second.section = section(of: last.lowerBound) ?? span.section
            return [first, second]
        }
    }

    /// Whether somebody is said to speak before a span, and somebody else behind it.
    private func isAnothers(_ span: MarkedSpan, _ words: [WordClass]) -> Bool {
        guard let opening = sectionStart(of: span), let own = nameOfFrame(behind: span.tokens.upperBound, words) else {
            return false
        }
        let before = opening..<max(opening, span.tokens.lowerBound)
        return before.contains { !words[$0].isDisjoint(with: [.speech, .tell]) }
            && before.contains { text.tokens[$0].isCapitalized && words[$0].isDisjoint(with: Self.small) }
            && !before.contains { own.contains(text.tokens[$0].hash) }
    }

    /// Words that are capitalized only for opening a sentence.
    private static let small: WordClass = [
        .subject, .determiner, .possessive, .masculine, .feminine, .preposition, .adverb, .subordinator, .coordinator,
    ]

    private func section(of token: Int) -> Int? { text.sentence(ofToken: token).map { text.sentences[$0].section } }

    private func sectionStart(of span: MarkedSpan) -> Int? {
        text.sectionTokens.indices.contains(span.section) ? text.sectionTokens[span.section].lowerBound : nil
    }

    /// The words of the name in a frame right behind a quotation, `said Mark Hill`, `Mark Hill told the paper`; nil without one.
    private func nameOfFrame(behind start: Int, _ words: [WordClass]) -> Set<UInt64>? {
        let limit = min(text.tokens.count, start + 8)
        var name: Set<UInt64> = []
        var hasCue = false
        for index in start..<max(start, limit) {
            let token = text.tokens[index]
            guard token.kind == .word, !token.shape.contains(.afterLineBreak) else { break }
            if !token.isCapitalized, !words[index].isDisjoint(with: [.speech, .tell]) {
                if !name.isEmpty { return name }
                hasCue = true
            } else if token.isCapitalized {
                name.insert(token.hash)
            } else if words[index].isDisjoint(with: [.adverb, .auxiliary, .role, .determiner]) {
                break
            }
        }
        return hasCue && !name.isEmpty ? name : nil
    }
}
