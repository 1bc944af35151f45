internal import TextCore

/// Two numbers that are one figure: ranges and ratios.
extension FigureScanner {
    /// "10-15%", "10 to 15 people", "97-1", "seven to two", "par 7 voix contre 2", "3:2".
    func joined(_ first: Draft, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard first.second == nil, first.unit != .ordinal, first.unit != .share else { return nil }
        var at = first.tokens.upperBound
        // The noun of a vote may stand between: "7 voix contre 2", "7 votes to 2".
        var sawVoteNoun = false
        if at < end, lexicon.votes.contains(tokens[at].hash), at + 1 < end { at += 1; sawVoteNoun = true }
        guard at + 1 < end else { return nil }
        let touches = !tokens[at].followsSpace && !tokens[at + 1].followsSpace
        let isDash = tokens[at].kind == .dash && tokens[at].end - tokens[at].start <= 3 && touches && !sawVoteNoun
        let isSpacedDash =
            tokens[at].kind == .dash && tokens[at].followsSpace && tokens[at + 1].followsSpace && lexicon.language != "en"
            && first.isDigits
        let isColon = context.isByte(at, UInt8(ascii: ":")) && touches && first.isPlain && !sawVoteNoun
        let isRangeWord = lexicon.rangeWords.contains(tokens[at].hash) && !sawVoteNoun
        let isVersus = lexicon.versus.contains(tokens[at].hash)
        guard isDash || isSpacedDash || isColon || isRangeWord || isVersus else { return nil }
        guard let second = operand(at: at + 1, in: sentence) else { return nil }
        // "aged 5 to 11"
        if first.isAge {
            guard isRangeWord || isDash, second.draft.unit == .count || second.draft.unit == first.unit,
                first.value < second.draft.value, second.draft.value < 120
            else { return nil }
            var range = first
            range.second = second.draft.value
            range.bound = .range
            range.tokens = first.tokens.lowerBound..<second.draft.tokens.upperBound
            return range
        }
        let isCount = first.unit == .count && !first.hasScale && second.isCount
        // "7-Eleven"
        if isDash, first.isDigits, !second.draft.isDigits, !second.draft.hasUnit { return nil }
        // "555-1234", "1-800-…", "3-4-3"
        let stop = second.draft.tokens.upperBound
        if isDash || isColon {
            if stop + 1 < end, tokens[stop].kind == .dash || context.isByte(stop, UInt8(ascii: ":")), !tokens[stop].followsSpace,
                tokens[stop + 1].kind == .number, !tokens[stop + 1].followsSpace
            {
                return nil
            }
        }
        // "555-1234"
        if isDash, first.isPlain, second.draft.isPlain, first.integerDigits <= 3, second.draft.integerDigits == 4 { return nil }
        let isVote = sawVoteNoun || voteNear(first.tokens.lowerBound, stop, sentence)
        let isSmall = first.value < 1000 && second.draft.value < 1000 && first.value == first.value.rounded(.down)
        let follows = second.draft.hasUnit || second.draft.hasScale || second.draft.countedHead != nil
        let startsFrom =
            first.tokens.lowerBound > sentence.lowerBound && Self.fromWords.contains(tokens[first.tokens.lowerBound - 1].hash)
        // "rose from 3 to 5 percent", "fell from 62 to 55" give two figures; the unit written once holds for both.
        if isRangeWord, isAmountOfChange(first, second.draft, sentence) { return nil }
        if isRangeWord, startsFrom, isChange(first, second.draft, sentence) {
            guard first.unit == .count, first.countedHead == nil, second.draft.unit != .count || second.draft.hasScale else {
                return nil
            }
            var lone = first
            lone.unit = second.draft.unit
            if let scale = scaleInCommon(first, second.draft) { lone.value = lone.value.scaled(by: scale) }
            lone.hasUnit = true
            return lone
        }
        if isCount, isSmall, !second.draft.hasUnit, !second.draft.hasScale,
            isVersusRatio(isVersus, isRangeWord, sawVoteNoun, isVote, first, second.draft)
                || (isColon || isDash) && (isVote || first.value >= second.draft.value || !follows)
        {
            var ratio = first
            ratio.unit = .ratio
            ratio.second = second.draft.value
            ratio.counted = nil
            ratio.countedHead = nil
            ratio.tokens = first.tokens.lowerBound..<second.numberEnd
            return ratio
        }
        guard !isVersus || isRangeWord, !isColon, !sawVoteNoun, first.value < second.draft.value || second.draft.hasScale else {
            return nil
        }
        guard follows || first.hasUnit || isDash || isVersus == false else { return nil }
        if isDash || isSpacedDash, !first.isDigits { return nil }
        var range = first
        merge(&range, second.draft)
        return range.second == nil ? nil : range
    }

    private func isVersusRatio(
        _ isVersus: Bool,
        _ isRangeWord: Bool,
        _ sawNoun: Bool,
        _ isVote: Bool,
        _ first: Draft,
        _ second: Draft
    ) -> Bool {
        guard isVersus else { return false }
        if sawNoun { return true }
        if isRangeWord { return isVote || first.value >= second.value }
        return true
    }

    /// The second number of a range or ratio, with its unit.
    func operand(at index: Int, in sentence: Range<Int>) -> (draft: Draft, isCount: Bool, numberEnd: Int)? {
        guard index < sentence.upperBound else { return nil }
        if let money = money(at: index, in: sentence, joins: false) { return (money, false, money.tokens.upperBound) }
        guard let number = parser.number(at: index, end: sentence.upperBound), !number.isOrdinal, !number.isShare,
            let draft = draft(number, in: sentence)
        else { return nil }
        return (draft, draft.unit == .count, number.tokens.upperBound)
    }

    /// Makes a range of two figures; what is written once (magnitude, unit) holds for both.
    func merge(_ first: inout Draft, _ second: Draft) {
        if second.hasScale, !first.hasScale, first.value < 1000, let scale = scale(of: second) {
            first.value = first.value.scaled(by: scale)
        }
        if first.unit == .count || first.unit == second.unit { first.unit = second.unit } else if second.unit != .count { return }
        guard first.value < second.value else { return }
        first.second = second.value
        first.bound = .range
        first.counted = second.counted ?? first.counted
        first.countedHead = second.countedHead ?? first.countedHead
        first.hasUnit = first.hasUnit || second.hasUnit
        first.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    }

    /// The magnitude written at the end of a change that holds for its start too: "from 1.2 to 1.5 billion", "from 1,250 to 980
    /// million", not "from 5,000 to 2 million".
    func scaleInCommon(_ first: Draft, _ second: Draft) -> Double? {
        guard second.hasScale, !first.hasScale, let scale = scale(of: second), scale > 0 else { return nil }
        return first.value < 1000 || first.value < Self.likeMagnitude * second.value / scale ? scale : nil
    }

    private static let likeMagnitude = 10.0

    /// "rose 3% to 5.2", "fell by $2 to $85": behind a verb of change, a figure with a unit of its own is by how much, and the
    /// figure behind "to" is the level reached. "Rose 3 to 5 percent" says between which two.
    private func isAmountOfChange(_ first: Draft, _ second: Draft, _ sentence: Range<Int>) -> Bool {
        var before = first.tokens.lowerBound - 1
        var isBy = false
        if before > sentence.lowerBound, roles.by.contains(tokens[before].hash) || Self.some.contains(tokens[before].hash) {
            isBy = roles.by.contains(tokens[before].hash)
            before -= 1
        }
        guard before >= sentence.lowerBound else { return false }
        // "raised $5 million to $7 million" for a cause, "cut 20% to 30% of jobs".
        if !isBy, first.isMoney && tokens[before].hash == Self.raised { return false }
        if !isBy, second.unit == first.unit, second.countedHead != nil, first.countedHead == nil { return false }
        // Behind "by" the verb may stand farther in front: "was cut again on Monday by 2% to 5%".
        guard let direction = direction(before) ?? (isBy ? verb(before, sentence) : nil), direction != .apart else {
            return false
        }
        if first.unit != .count || first.hasScale { return true }
        return second.unit == .count && second.value > Self.likeMagnitude * first.value
    }

    private static let some = WordSet(["about", "around", "nearly", "almost", "some", "roughly", "over", "further", "another"])

    func scale(of draft: Draft) -> Double? {
        for index in draft.tokens.reversed() {
            if let scale = lexicon.scales[tokens[index].hash] { return scale }
        }
        // "10-15m": the letter touches the digits.
        if draft.value >= 1_000_000_000 { return 1_000_000_000 }
        return draft.value >= 1_000_000 ? 1_000_000 : draft.value >= 1000 ? 1000 : nil
    }

    private static let fromWords = WordSet(["from", "de", "von", "от", "с"])

    /// Whether "from … to …" tells of a change rather than of a range: not where it opens a sentence, for its verb stands
    /// before it; and in Russian a range is said with other words ("от").
    private func isChange(_ first: Draft, _ second: Draft, _ sentence: Range<Int>) -> Bool {
        let from = first.tokens.lowerBound - 1
        if first.value >= second.value, !second.hasScale { return true }
        // « Le prix est de trois à cinq euros » says between which two.
        if lexicon.language == "fr", from > sentence.lowerBound, tokens[from - 1].kind == .word,
            roles.measures.contains(context.stems[from - 1]), direction(from - 1) == nil
        {
            return false
        }
        return from > sentence.lowerBound && tokens[from].hash != Self.ot
    }

    private static let ot = Hash64.folded("от")

    private func voteNear(_ start: Int, _ stop: Int, _ sentence: Range<Int>) -> Bool {
        for index in max(sentence.lowerBound, start - 4)..<start where lexicon.votes.contains(tokens[index].hash) { return true }
        for index in stop..<min(sentence.upperBound, stop + 3) {
            if tokens[index].kind == .punctuation || tokens[index].kind == .terminator { break }
            if lexicon.votes.contains(tokens[index].hash) { return true }
        }
        return false
    }
}
