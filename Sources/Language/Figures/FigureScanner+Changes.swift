internal import TextCore

/// Changes: by how much, from what, to what.
extension FigureScanner {
    /// "rose 3% to 5.2", "up from 4 to 6", "by half a point", "a 3% rise", "eine Steigerung um 3 Prozent".
    func change(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> Figure.Role? {
        let start = draft.tokens.lowerBound
        if let direction = nounBehind(draft, sentence) { return role(direction) }
        guard start > sentence.lowerBound else { return nil }
        let before = inFrontOfArticle(start - 1, sentence)
        if let direction = direction(before), direction != .apart { return change(draft, behindVerb: before, direction) }
        // « a relevé son taux d'un quart de point », «subió los tipos un cuarto de punto»
        if draft.unit == .measure("percentage point"), lexicon.language == "fr" || lexicon.language == "es",
            let direction = verb(start, sentence), direction != .apart
        {
            return role(direction)
        }
        if roles.to.contains(tokens[before].hash), isEnd(draft, previous, before, sentence) || hasStartBehind(draft, sentence) {
            return .to
        }
        if isStartBehindEnd(draft, previous, before) { return .from }
        // «вырос в 1,8 раза»
        if context.vocabulary.bearsGenitives, draft.unit == .measure("fold"), before > sentence.lowerBound,
            let direction = direction(before - 1) ?? verb(before, sentence)
        {
            return role(direction)
        }
        if isStart(draft, before, sentence) { return .from }
        return amount(draft, before, sentence)
    }

    /// "rose 3%", "fell below 12": right behind a verb of change.
    private func change(_ draft: Draft, behindVerb verb: Int, _ direction: FigureRoleLexicon.Direction) -> Figure.Role? {
        // "fell below 12", but "snow fell above 1,200m".
        if Self.levels.contains(tokens[draft.tokens.lowerBound].hash) {
            return draft.unit.dimension?.kind == .length ? nil : .to
        }
        // "raised $5 million" for a cause, "sank 3 ships", "fielen 64 Flüge aus".
        if draft.isMoney && tokens[verb].hash == Self.raised { return nil }
        // "lost $3 million", «ganó 1.200 millones de euros», but shares may have "lost $3".
        if draft.isMoney, draft.hasScale, roles.earnings.contains(tokens[verb].hash) { return nil }
        if draft.unit == .count, let head = draft.countedHead, !roles.steps.contains(tokens[head].hash) { return nil }
        return role(direction)
    }

    /// "rose to 87 on Friday from 74", «до 8,1% с 8,7%»
    private func isStartBehindEnd(_ draft: Draft, _ previous: Draft?, _ before: Int) -> Bool {
        guard roles.from.contains(tokens[before].hash), let previous else { return false }
        return previous.role == .to && previous.unit == draft.unit && isNear(before, behind: previous)
    }

    /// "up from 4 to 6", but "baissé de 0,4 point à 3,9 %": by so much, not from it.
    private func isStart(_ draft: Draft, _ before: Int, _ sentence: Range<Int>) -> Bool {
        let word = tokens[before].hash
        guard roles.from.contains(word) else { return false }
        let isStep =
            draft.unit == .measure("percentage point")
            || draft.countedHead.map { roles.steps.contains(tokens[$0].hash) } ?? false
        let isAmount =
            (isStep || isPercentOfOtherUnit(draft, sentence)) && before > sentence.lowerBound && roles.by.contains(word)
            && direction(before - 1) != nil
        return !isAmount && (hasEndBehind(draft, sentence) || lexicon.language == "en" && verb(before, sentence) != nil)
    }

    /// "an increase of 3%", "une hausse de 3 %", "augmenté de 3 %", "rejected by 89% of members".
    private func amount(_ draft: Draft, _ before: Int, _ sentence: Range<Int>) -> Figure.Role? {
        let word = tokens[before].hash
        // "Won the 100m" is no change.
        if before > sentence.lowerBound, Self.of.contains(word) && !Self.owners.contains(word) || roles.by.contains(word),
            let direction = direction(before - 1)
        {
            return role(direction)
        }
        guard roles.by.contains(word), lexicon.language == "en" || lexicon.language == "de" || context.vocabulary.bearsGenitives
        else { return nil }
        if let direction = verb(before, sentence) { return role(direction) }
        // "rejected by 89% of members"
        return lexicon.language != "ru"
            && (draft.unit == .percent && draft.countedHead == nil || draft.unit == .measure("percentage point"))
            ? .difference : nil
    }

    /// "progressé de 12 % à 4,1 milliards d'euros": what ends in another unit does not start from a percentage.
    private func isPercentOfOtherUnit(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        guard draft.unit == .percent, hasEndBehind(draft, sentence),
            let end = operand(at: behindArticle(behind(draft) + 1, sentence), in: sentence)
        else { return false }
        return end.draft.unit != .percent
    }

    /// In front of the definite article of a figure in Spanish: "desde los 40", "hasta el 5%".
    private func inFrontOfArticle(_ index: Int, _ sentence: Range<Int>) -> Int {
        guard lexicon.language == "es", index > sentence.lowerBound, Self.spanishArticles.contains(tokens[index].hash),
            roles.from.contains(tokens[index - 1].hash) || roles.to.contains(tokens[index - 1].hash)
        else { return index }
        return index - 1
    }

    private func behindArticle(_ index: Int, _ sentence: Range<Int>) -> Int {
        let isArticle =
            lexicon.language == "es" && index + 1 < sentence.upperBound && Self.spanishArticles.contains(tokens[index].hash)
        return isArticle ? index + 1 : index
    }

    private static let spanishArticles = WordSet(["el", "la", "los", "las"])
    private static let levels = WordSet(["below", "under", "above", "unter", "über"])

    /// "с 6 до 5", "упала до 5": the end of a change rather than a bound.
    func dropBoundOfEnd(_ draft: inout Draft, _ previous: Draft?, _ sentence: Range<Int>) {
        let start = draft.tokens.lowerBound
        let isRussian = lexicon.language == "ru" || lexicon.language == "uk"
        guard draft.bound == .atMost, isRussian || lexicon.language == "es", draft.tokens.count > 1,
            roles.to.contains(tokens[start].hash),
            previous.map({ isStartOrAmount($0, isRussian) && (behind($0) == start || isBehindTime(start, $0)) }) ?? false
                || isRussian && verb(start, sentence) != nil
        else { return }
        draft.bound = .exact
        draft.tokens = (start + 1)..<draft.tokens.upperBound
    }

    /// «subió 1,20 dólares, hasta los 84,86», «subió un 3 % en febrero, hasta el 2,9 %»
    private func isBehindTime(_ index: Int, _ previous: Draft) -> Bool {
        let first = behind(previous)
        return first < index && context.isByte(index - 1, UInt8(ascii: ",")) && (first..<index - 1).allSatisfy { isTime[$0] }
    }

    /// Whether no more than a time and a word stand between two figures.
    private func isNear(_ index: Int, behind previous: Draft) -> Bool {
        let first = behind(previous)
        guard first <= index else { return false }
        return (first..<index).allSatisfy { isTime[$0] || tokens[$0].kind == .word } && (first..<index).count { !isTime[$0] } < 2
    }

    /// "to 3.1% from 2.8%": an end whose start stands behind it, whatever the verb.
    private func hasStartBehind(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let at = behind(draft)
        guard draft.hasUnit || draft.unit == .percent, at + 1 < sentence.upperBound, roles.from.contains(tokens[at].hash),
            let start = operand(at: behindArticle(at + 1, sentence), in: sentence)
        else { return false }
        return start.draft.unit == draft.unit
    }

    private func isStartOrAmount(_ draft: Draft, _ isStartOnly: Bool) -> Bool {
        draft.role == .from || !isStartOnly && (draft.role == .increase || draft.role == .decrease)
    }

    /// "von 6,1 auf 5,4 Prozent", "von 1,2 auf 1,5 Milliarden": what is written once holds for both ends.
    func takeUnitOfEnd(_ draft: inout Draft, _ sentence: Range<Int>) {
        guard draft.unit == .count, draft.countedHead == nil, hasEndBehind(draft, sentence),
            let end = operand(at: behindArticle(behind(draft) + 1, sentence), in: sentence)
        else { return }
        if let scale = scaleInCommon(draft, end.draft) { draft.value = draft.value.scaled(by: scale) }
        draft.unit = end.draft.unit
        draft.counted = end.draft.counted
        draft.countedHead = end.draft.countedHead
    }

    static let raised = Hash64.folded("raised")
    private static let owners = WordSet(["the", "its", "their", "all", "his", "her", "our", "le", "la", "les", "los", "las"])

    func direction(_ index: Int) -> FigureRoleLexicon.Direction? {
        tokens[index].kind == .word ? roles.changes[context.stems[index]] : nil
    }

    /// The word of change behind a percentage or measure: "a 3% rise", "3 points lower".
    private func nounBehind(_ draft: Draft, _ sentence: Range<Int>) -> FigureRoleLexicon.Direction? {
        guard draft.unit != .count, draft.unit != .share, lexicon.language == "en" else { return nil }
        var at = draft.tokens.upperBound
        if at < sentence.upperBound, context.isHyphen(at) { at += 1 }
        guard at < sentence.upperBound, let direction = direction(at), direction != .apart,
            // "200 mm fell within a day": a verb, of which the measure is the subject.
            !context.flags[at].contains(.past)
        else { return nil }
        // "150m down the street"
        if case .measure = draft.unit, at + 1 < sentence.upperBound, roles.determiners.contains(tokens[at + 1].hash) {
            return nil
        }
        return direction
    }

    /// Whether a change ends at a figure with "to" in front: its start or a verb of change stands before.
    private func isEnd(_ draft: Draft, _ previous: Draft?, _ before: Int, _ sentence: Range<Int>) -> Bool {
        // „verdoppelte sich auf 4 Millionen“
        let isReflexive =
            lexicon.language == "de" && before > sentence.lowerBound && Self.oneself.contains(tokens[before - 1].hash)
        if let previous, behind(previous) == (isReflexive ? before - 1 : before),
            previous.role == .from || previous.role == .increase
                || previous.role == .decrease
        {
            return true
        }
        if let previous, previous.role == .increase || previous.role == .decrease, isBehindTime(before, previous) { return true }
        guard lexicon.language != "fr", lexicon.language != "es" else { return before > 0 && direction(before - 1) != nil }
        return verb(before, sentence) != nil
    }

    private static let oneself = WordSet(["sich"])

    /// "de 3 à 5": the end of the change stands right behind.
    private func hasEndBehind(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let at = behind(draft)
        guard at + 1 < sentence.upperBound, roles.to.contains(tokens[at].hash) else { return false }
        let number = behindArticle(at + 1, sentence)
        return parser.number(at: number, end: sentence.upperBound) != nil || tokens[number].kind == .symbol
    }

    /// The direction of the nearest verb of change in front of `index` in its clause.
    func verb(_ index: Int, _ sentence: Range<Int>) -> FigureRoleLexicon.Direction? {
        var at = index - 1
        let limit = max(sentence.lowerBound, index - 10)
        while at >= limit {
            // "up to 30 inches of snow" is a bound.
            let isBound =
                context.flags[at].contains(.bound) && lexicon.bounds.longestMatch(in: tokens, at: at, limit: index) != nil
            if !isBound, let direction = direction(at) { return direction }
            if tokens[at].kind == .quote || tokens[at].kind == .terminator && !isInsideNumber(at) { return nil }
            if context.flags[at].contains(.saying) { return nil }
            at -= 1
        }
        return nil
    }

    private func isInsideNumber(_ index: Int) -> Bool { index + 1 < tokens.count && !tokens[index + 1].followsSpace }

    /// Which way a change goes: what its start says, or the verb in front of it: "rose from 4.1% to 3.9%".
    func directionOfChange(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> FigureRoleLexicon.Direction? {
        if draft.role == .to, let previous {
            return previous.role == .from || previous.role == .increase || previous.role == .decrease
                ? previous.direction ?? direction(of: previous.role) : nil
        }
        return verb(draft.tokens.lowerBound, sentence)
    }

    private func direction(of role: Figure.Role) -> FigureRoleLexicon.Direction? {
        role == .increase ? .up : role == .decrease ? .down : nil
    }
}
