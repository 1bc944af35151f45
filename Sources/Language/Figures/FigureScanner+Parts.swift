internal import TextCore

/// Parts and sums: "including 3 children", "12 others", "in all 15".
extension FigureScanner {
    /// "including 3 children and 2 women", "7 of the 12 judges", "3 of them".
    func isPart(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> Bool {
        guard draft.unit == .count || draft.unit == .percent || draft.isMoney else { return false }
        if draft.isOfWhole { return true }
        let end = sentence.upperBound
        let stop = draft.tokens.upperBound
        if stop < end, roles.ofThem.longestMatch(in: tokens, at: stop, limit: end) != nil { return true }
        if endsInFront(roles.including, draft, sentence) { return true }
        if isOutOfWhole(draft, sentence) { return true }
        // A list goes on: "including 3 children and 2 women".
        guard let previous, previous.role == .part, !previous.isOfWhole, previous.unit == draft.unit,
            !opensClause(draft, previous, sentence)
        else { return false }
        return (behind(previous)..<draft.tokens.lowerBound).allSatisfy {
            lexicon.ands.contains(tokens[$0].hash) || context.isByte($0, UInt8(ascii: ","))
        } && behind(previous) < draft.tokens.lowerBound
    }

    /// "98 seats out of 180", „98 Sitze von 180“: a number without a noun behind what is counted.
    private func isOutOfWhole(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        guard draft.unit == .count, let noun = draft.counted, sentence.contains(noun.upperBound),
            Self.outOfWhole.contains(tokens[noun.upperBound].hash),
            let behind = whole(of: draft, at: noun.upperBound, sentence.upperBound)
        else { return false }
        return behind >= sentence.upperBound || tokens[behind].kind != .word || context.flags[behind].contains(.function)
    }

    private static let outOfWhole = WordSet(["out", "von", "из"])

    /// Whether a figure behind a part is the subject of a clause of its own: "including two children, and 11 were hurt".
    private func opensClause(_ draft: Draft, _ previous: Draft, _ sentence: Range<Int>) -> Bool {
        // "including two children, and 20 injured": the injured are no part of those killed.
        func isVictim(_ head: Int?) -> Bool { head.map { roles.casualties[context.stems[$0]] != nil } ?? false }
        if isVictim(draft.countedHead), !isVictim(previous.countedHead), isBehindCommaAndAnd(draft, previous) { return true }
        let at = behind(draft)
        guard at < sentence.upperBound, tokens[at].kind == .word || tokens[at].kind == .clitic else { return false }
        if roles.auxiliaries.contains(tokens[at].hash) { return true }
        // A comma closes the parts: ", and 11 injured", ", а 11 пострадали".
        return isBehindCommaAndAnd(draft, previous) && roles.casualties[context.stems[at]] != nil
    }

    private func isBehindCommaAndAnd(_ draft: Draft, _ previous: Draft) -> Bool {
        let gap = behind(previous)..<max(behind(previous), draft.tokens.lowerBound)
        return gap.count == 2 && context.isByte(gap.lowerBound, UInt8(ascii: ","))
    }

    /// Whether a phrase of a table ends right in front of a figure.
    func endsInFront(
        _ table: PhraseTable<Void>,
        _ draft: Draft,
        _ sentence: Range<Int>,
        allowsComma: Bool = false
    ) -> Bool {
        var start = draft.tokens.lowerBound
        if allowsComma, start > sentence.lowerBound, context.isByte(start - 1, UInt8(ascii: ",")) { start -= 1 }
        guard start > sentence.lowerBound, roles.lastWords.contains(tokens[start - 1].hash) else { return false }
        for first in max(sentence.lowerBound, start - 4)..<start {
            if table.longestMatch(in: tokens, at: first, limit: start)?.endIndex == start { return true }
        }
        return false
    }

    func isFurther(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let start = draft.tokens.lowerBound
        if start > sentence.lowerBound, roles.further.contains(tokens[start - 1].hash) { return true }
        // "12 others", "12 more people", "12 weitere Menschen": not "12 more than".
        let next = draft.tokens.upperBound
        guard next < sentence.upperBound, draft.unit == .count || draft.unit == .percent || draft.isMoney,
            roles.furtherBehind.contains(tokens[next].hash)
        else { return false }
        return next + 1 >= sentence.upperBound || !Self.than.contains(tokens[next + 1].hash)
    }

    /// „12 Prozent mehr als“, «un 8 % más», « 5 % de plus »: a percentage by which something is more or less.
    func comparison(behind draft: Draft, _ sentence: Range<Int>) -> FigureRoleLexicon.Direction? {
        guard draft.unit == .percent else { return nil }
        return roles.comparisons.longestMatch(in: tokens, at: draft.tokens.upperBound, limit: sentence.upperBound)?.value
    }

    private static let than = WordSet(["than", "que", "als", "de", "чем"])

    func isTotal(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> Bool {
        if endsInFront(roles.totals, draft, sentence, allowsComma: true) { return true }
        // "Insgesamt brannten 65 Häuser": not "всего 5", which is only five.
        let verb = draft.tokens.lowerBound - sentence.lowerBound - 1
        if previous == nil, verb > 0, verb < 4, draft.unit == .count, roles.openings.contains(tokens[sentence.lowerBound].hash) {
            return true
        }
        // "В общей сложности эвакуированы 300 человек": a phrase of two words or more, with the verb behind it.
        if previous == nil, draft.unit == .count,
            let phrase = roles.totals.longestMatch(in: tokens, at: sentence.lowerBound, limit: draft.tokens.lowerBound),
            phrase.endIndex > sentence.lowerBound + 1, draft.tokens.lowerBound - phrase.endIndex < 4
        {
            return true
        }
        let at = behind(draft)
        return at < sentence.upperBound
            && roles.totalsBehind.longestMatch(in: tokens, at: at, limit: sentence.upperBound) != nil
    }
}
