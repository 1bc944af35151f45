internal import TextCore

/// What figures are in their sentences: ages, pieces of changes, parts, sums, votes, scores, measurements said twice.
extension FigureScanner {
    var roles: FigureRoleLexicon { lexicon.roles }

    /// Sets the role of a figure and what happened to the people it counts; `previous` is the figure in front of it in its
    /// sentence. O(1): no more than a dozen words on either side are looked at.
    func setRole(_ draft: inout Draft, after previous: Draft?, in sentence: Range<Int>) {
        guard draft.unit != .ordinal, draft.role == .value else { return }
        if draft.isAge {
            draft.role = .age
            return
        }
        guard !roles.isEmpty else { return }
        if draft.unit == .ratio {
            draft.role = ratioRole(draft, sentence)
            return
        }
        if isShareOfVotes(draft, previous, sentence) {
            draft.role = .vote
            return
        }
        dropBoundOfEnd(&draft, previous, sentence)
        if let previous, restates(draft, previous) {
            draft.role = .restated
        } else if isPart(draft, previous, sentence) {
            draft.role = .part
        } else if let comparison = comparison(behind: draft, sentence) {
            draft.role = role(comparison)
        } else if isFurther(draft, sentence) {
            draft.role = .further
        } else if isTotal(draft, previous, sentence) {
            draft.role = .total
        } else if !draft.isQuantifier || draft.hasScale, let change = change(draft, previous, sentence) {
            draft.role = change
            if change == .from || change == .to { draft.direction = directionOfChange(draft, previous, sentence) }
            if change == .from { takeUnitOfEnd(&draft, sentence) }
            // "by 20 million pounds to 1.3 billion"
            if change == .to, let previous, previous.isMoney, draft.unit == .count, draft.hasScale, draft.countedHead == nil,
                behind(previous) + 1 == draft.tokens.lowerBound
            {
                draft.unit = previous.unit
            }
        } else if previous.map({ $0.isOfWhole && $0.counted == draft.counted }) != true, isSideOfVote(draft, sentence) {
            draft.role = .vote
        }
        setCasualty(&draft, previous, sentence)
    }

    /// The index behind a figure and the noun that it counts.
    func behind(_ draft: Draft) -> Int {
        max(draft.tokens.upperBound, draft.counted?.upperBound ?? 0)
    }

    // MARK: One measurement in two units

    /// "5 km (3.1 miles)", "€40 million, or about $45 million".
    private func restates(_ draft: Draft, _ previous: Draft) -> Bool {
        guard let one = previous.unit.dimension, let two = draft.unit.dimension, one.kind == two.kind, previous.unit != draft.unit
        else { return false }
        var at = behind(previous)
        if at < draft.tokens.lowerBound, tokens[at].kind == .punctuation { at += 1 }
        while at < draft.tokens.lowerBound, at < behind(previous) + 3, roles.or.contains(tokens[at].hash) { at += 1 }
        guard at == draft.tokens.lowerBound, at > behind(previous) else { return false }
        guard one.size > 0, two.size > 0 else { return true }
        let (a, b) = (previous.value * one.size, draft.value * two.size)
        return abs(a - b) <= 0.2 * max(abs(a), abs(b))
    }

    // MARK: Parts and sums

    /// "including 3 children and 2 women", "7 of the 12 judges", "3 of them".
    private func isPart(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> Bool {
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

    private func isFurther(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
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
    private func comparison(behind draft: Draft, _ sentence: Range<Int>) -> FigureRoleLexicon.Direction? {
        guard draft.unit == .percent else { return nil }
        return roles.comparisons.longestMatch(in: tokens, at: draft.tokens.upperBound, limit: sentence.upperBound)?.value
    }

    private static let than = WordSet(["than", "que", "als", "de", "чем"])

    private func isTotal(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> Bool {
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

    // MARK: Votes in percent

    /// “won by 54% to 46%”: the shares of two sides.
    private func isShareOfVotes(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> Bool {
        guard draft.unit == .percent, lexicon.language == "en" else { return false }
        if let previous, previous.unit == .percent, previous.role == .vote, behind(previous) + 1 == draft.tokens.lowerBound,
            roles.to.contains(tokens[behind(previous)].hash)
        {
            return true
        }
        let at = behind(draft)
        guard at + 1 < sentence.upperBound, roles.to.contains(tokens[at].hash),
            let other = operand(at: at + 1, in: sentence)?.draft,
            other.unit == .percent, Self.sharesOfTwo.contains(draft.value + other.value)
        else { return false }
        let front = max(sentence.lowerBound, draft.tokens.lowerBound - Self.voteReach)..<draft.tokens.lowerBound
        let isChange = front.contains { self.direction($0).map { $0 != .apart } ?? false }
        return !isChange && front.contains { roles.votes.contains(tokens[$0].hash) || roles.scores.contains(tokens[$0].hash) }
    }

    /// What the shares of two sides make together: others may have some, too.
    private static let sharesOfTwo = 70.0...101.0
    private static let voteReach = 7

    // MARK: Changes

    /// "rose 3% to 5.2", "up from 4 to 6", "by half a point", "a 3% rise", "eine Steigerung um 3 Prozent".
    private func change(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> Figure.Role? {
        let start = draft.tokens.lowerBound
        if let direction = nounBehind(draft, sentence) { return role(direction) }
        guard start > sentence.lowerBound else { return nil }
        let before = inFrontOfArticle(start - 1, sentence)
        let word = tokens[before].hash
        if let direction = direction(before), direction != .apart {
            // "fell below 12"
            // and "snow fell above 1,200m"
            if Self.levels.contains(tokens[start].hash) { return draft.unit.dimension?.kind == .length ? nil : .to }
            // "raised $5 million" for a cause, "sank 3 ships", "fielen 64 Flüge aus".
            if draft.isMoney && tokens[before].hash == Self.raised { return nil }
            // "lost $3 million", «ganó 1.200 millones de euros», but shares may have "lost $3".
            if draft.isMoney, draft.hasScale, roles.earnings.contains(word) { return nil }
            if draft.unit == .count, let head = draft.countedHead, !roles.steps.contains(tokens[head].hash) { return nil }
            return role(direction)
        }
        // « a relevé son taux d'un quart de point », «subió los tipos un cuarto de punto»
        if draft.unit == .measure("percentage point"), lexicon.language == "fr" || lexicon.language == "es",
            let direction = verb(start, sentence), direction != .apart
        {
            return role(direction)
        }
        if roles.to.contains(word), isEnd(draft, previous, before, sentence) || hasStartBehind(draft, sentence) { return .to }
        // "rose to 87 on Friday from 74", «до 8,1% с 8,7%»
        if roles.from.contains(word), let previous, previous.role == .to, previous.unit == draft.unit,
            isNear(before, behind: previous)
        {
            return .from
        }
        // «вырос в 1,8 раза»
        if context.vocabulary.bearsGenitives, draft.unit == .measure("fold"), before > sentence.lowerBound,
            let direction = direction(before - 1) ?? verb(before, sentence)
        {
            return role(direction)
        }
        // "baissé de 0,4 point à 3,9 %": by so much, not from it.
        let isStep =
            draft.unit == .measure("percentage point")
            || draft.countedHead.map { roles.steps.contains(tokens[$0].hash) } ?? false
        let isAmount =
            (isStep || isPercentOfOtherUnit(draft, sentence)) && before > sentence.lowerBound && roles.by.contains(word)
            && direction(before - 1) != nil
        if !isAmount, roles.from.contains(word),
            hasEndBehind(draft, sentence) || lexicon.language == "en" && verb(before, sentence) != nil
        {
            return .from
        }
        // "an increase of 3%", "une hausse de 3 %", "augmenté de 3 %".
        // "Won the 100m" is no change.
        if before > sentence.lowerBound, Self.of.contains(word) && !Self.owners.contains(word) || roles.by.contains(word),
            let direction = direction(before - 1)
        {
            return role(direction)
        }
        guard roles.by.contains(word), lexicon.language == "en" || lexicon.language == "de" || context.vocabulary.bearsGenitives
        else {
            return nil
        }
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
    private func dropBoundOfEnd(_ draft: inout Draft, _ previous: Draft?, _ sentence: Range<Int>) {
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
    private func takeUnitOfEnd(_ draft: inout Draft, _ sentence: Range<Int>) {
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

    private func role(_ direction: FigureRoleLexicon.Direction) -> Figure.Role {
        switch direction {
        case .up: .increase
        case .down: .decrease
        case .apart: .difference
        }
    }

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
    private func directionOfChange(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> FigureRoleLexicon.Direction? {
        if draft.role == .to, let previous {
            return previous.role == .from || previous.role == .increase || previous.role == .decrease
                ? previous.direction ?? direction(of: previous.role) : nil
        }
        return verb(draft.tokens.lowerBound, sentence)
    }

    private func direction(of role: Figure.Role) -> FigureRoleLexicon.Direction? {
        role == .increase ? .up : role == .decrease ? .down : nil
    }

    // MARK: How many times

    /// "doubled", "halved", "tripled", and decades of a life: "in her forties".
    func withoutNumber(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard context.flags[index].contains(.factor) else { return nil }
        if let decade = roles.decadesOfLife[tokens[index].hash] { return decadeOfLife(decade, index, sentence) }
        let end = sentence.upperBound
        guard let factor = roles.factors.longestMatch(in: tokens, at: index, limit: end) else { return nil }
        // "doubled down"
        if factor.endIndex < end, tokens[factor.endIndex].hash == Self.down { return nil }
        var draft = Draft(tokens: index..<factor.endIndex, value: factor.value.value)
        draft.unit = .measure("fold")
        draft.hasUnit = true
        draft.role = factor.value.direction == .down ? .decrease : .increase
        return draft
    }

    private static let down = Hash64.folded("down")

    private func decadeOfLife(_ decade: Double, _ index: Int, _ sentence: Range<Int>) -> Draft? {
        let front = max(sentence.lowerBound, index - 3)..<index
        guard let owner = front.last(where: { roles.whose.contains(tokens[$0].hash) }),
            ((owner + 1)..<index).allSatisfy({ Self.earlyOrLate.contains(tokens[$0].hash) || tokens[$0].kind == .dash })
        else { return nil }
        var draft = Draft(tokens: index..<(index + 1), value: decade)
        draft.second = decade + 9
        draft.bound = .range
        draft.unit = .measure("year")
        draft.hasUnit = true
        draft.isAge = true
        return draft
    }

    private static let earlyOrLate = WordSet(["early", "mid", "late", "early-", "mid-"])
}
