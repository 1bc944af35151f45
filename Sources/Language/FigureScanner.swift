internal import TextCore

/// Finds figures: numbers and quantifiers with bounds, units and what they count.
///
/// - Complexity: O(*n*) in tokens.
struct FigureScanner {
    let context: AnnotationContext
    /// Tokens that belong to dates and times.
    let isTime: [Bool]
    let parser: NumberParser
    var lexicon: FigureLexicon { context.vocabulary.figures }
    var tokens: [Token] { context.tokens }

    init(_ context: AnnotationContext, times: [TimeExpression]) {
        self.context = context
        var isTime = [Bool](repeating: false, count: context.tokens.count)
        for time in times { for index in time.tokens where isTime.indices.contains(index) { isTime[index] = true } }
        self.isTime = isTime
        parser = NumberParser(context: context)
    }

    /// A figure while its parts are being read.
    struct Draft {
        var tokens: Range<Int>
        var value: Double
        var second: Double?
        var bound = Figure.Bound.exact
        var unit = Figure.Unit.count
        var counted: Range<Int>?
        var countedHead: Int?
        var isQuantifier = false
        var hasScale = false
        /// A unit was written, rather than nothing or a noun.
        var hasUnit = false
        var isDigits = false
        var isPlain = false
        var integerDigits = 0
        var isAge = false
    }

    /// The figures of a text, in order.
    func figures() -> [Figure] {
        var figures: [Figure] = []
        for sentence in context.sentences {
            var index = sentence.tokens.lowerBound
            let end = sentence.tokens.upperBound
            while index < end {
                guard isCandidate(index), let draft = expression(at: index, in: sentence.tokens) else {
                    index += 1
                    continue
                }
                figures.append(figure(draft))
                index = max(draft.tokens.upperBound, index + 1)
            }
        }
        return figures
    }

    private func isCandidate(_ index: Int) -> Bool {
        if isTime[index] { return false }
        switch tokens[index].kind {
        case .number, .symbol: return true
        case .word:
            if !context.flags[index].intersection([.number, .bound, .quantifier]).isEmpty { return true }
            // "C$10"
            if index + 1 < tokens.count, tokens[index + 1].kind == .symbol, !tokens[index + 1].followsSpace { return true }
            return lexicon.language == "de"
                ? tokens[index].end - tokens[index].start >= 7
                : tokens[index].shape.contains(.allCaps) && tokens[index].end - tokens[index].start <= 3
        case .clitic, .dash: return context.flags[index].contains(.quantifier) || tokens[index].kind == .dash
        default: return false
        }
    }

    private func figure(_ draft: Draft) -> Figure {
        Figure(
            range: context.byteRange(draft.tokens),
            tokens: draft.tokens,
            value: draft.value,
            second: draft.second,
            bound: draft.bound,
            unit: draft.unit,
            counted: draft.counted.map { context.byteRange($0) },
            countedStem: draft.countedHead.map { context.stems[$0] },
            isQuantifier: draft.isQuantifier
        )
    }

    // MARK: Bounds in front

    private func expression(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        if context.flags[index].contains(.bound) {
            if lexicon.between.contains(tokens[index].hash), let draft = between(index, sentence) { return draft }
            if let phrase = lexicon.bounds.longestMatch(at: index, below: end, word: { tokens[$0].hash }) {
                var start = phrase.end
                // "more than the 12", "au moins un", "over a million".
                if start < end, tokens[start].kind == .word, isArticle(start), core(at: start, in: sentence) == nil { start += 1 }
                if start < end, !isTime[start], var draft = core(at: start, in: sentence), !isOrdinal(draft),
                    allowsBound(index, draft)
                {
                    draft.bound =
                        draft.bound == .exact || draft.isQuantifier && draft.bound == .about
                        ? lexicon.boundValues[phrase.value] : draft.bound
                    draft.tokens = index..<draft.tokens.upperBound
                    return draft
                }
            }
        }
        return core(at: index, in: sentence)
    }

    private func isArticle(_ index: Int) -> Bool {
        context.flags[index].contains(.function) && tokens[index].end - tokens[index].start <= 3
    }

    private func isOrdinal(_ draft: Draft) -> Bool { draft.unit == .ordinal }

    /// Prepositions that are bounds only in front of figures that stand by themselves: "over two days", "below 5%".
    private func allowsBound(_ index: Int, _ draft: Draft) -> Bool {
        !(lexicon.language == "ru" && tokens[index].end - tokens[index].start == 4 && draft.unit == .ratio)
    }

    private func between(_ index: Int, _ sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard index + 1 < end, var first = core(at: index + 1, in: sentence, joins: false) else { return nil }
        let and = first.tokens.upperBound
        guard and + 1 < end, lexicon.ands.contains(tokens[and].hash) || tokens[and].end - tokens[and].start <= 3,
            tokens[and].kind == .word, let second = core(at: and + 1, in: sentence, joins: false)
        else { return nil }
        merge(&first, second)
        guard first.second != nil else { return nil }
        first.tokens = index..<second.tokens.upperBound
        return first
    }

    /// Makes a range of two figures; what is written once (magnitude, unit) holds for both.
    private func merge(_ first: inout Draft, _ second: Draft) {
        if second.hasScale, !first.hasScale, first.value < 1000, let scale = scale(of: second) { first.value *= scale }
        if first.unit == .count || first.unit == second.unit { first.unit = second.unit } else if second.unit != .count { return }
        guard first.value < second.value else { return }
        first.second = second.value
        first.bound = .range
        first.counted = second.counted ?? first.counted
        first.countedHead = second.countedHead ?? first.countedHead
        first.hasUnit = first.hasUnit || second.hasUnit
        first.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    }

    private func scale(of draft: Draft) -> Double? {
        for index in draft.tokens.reversed() {
            if let scale = lexicon.scales[tokens[index].hash] { return scale }
        }
        // "10-15m": the letter touches the digits.
        if draft.value >= 1_000_000_000 { return 1_000_000_000 }
        return draft.value >= 1_000_000 ? 1_000_000 : draft.value >= 1000 ? 1000 : nil
    }

    // MARK: One figure

    /// The figure that starts at `index`, without its bounds in front.
    private func core(at index: Int, in sentence: Range<Int>, joins: Bool = true) -> Draft? {
        let end = sentence.upperBound
        guard index < end, !isTime[index] else { return nil }
        if let money = money(at: index, in: sentence, joins: joins) { return money }
        if let share = oneIn(index, sentence) { return share }
        var start = index
        var sign = 1.0
        if tokens[index].kind == .dash {
            // "−5 %", "-3°": a minus sign stands behind a space and touches its number.
            guard tokens[index].followsSpace, index + 1 < end, tokens[index + 1].kind == .number, !tokens[index + 1].followsSpace,
                tokens[index].end - tokens[index].start <= 3
            else { return nil }
            start = index + 1
            sign = -1
        }
        if let number = parser.number(at: start, end: end), !number.tokens.contains(where: { isTime[$0] }),
            var draft = draft(number, in: sentence)
        {
            if sign < 0 {
                guard draft.unit == .percent || draft.unit == .measure("degree") else { return nil }
                draft.value = -draft.value
                draft.tokens = index..<draft.tokens.upperBound
            }
            if joins, let joined = joined(draft, in: sentence) { draft = joined }
            if isFigure(draft, number, in: sentence) {
                boundBehind(&draft, end)
                return draft
            }
        }
        guard sign > 0 else { return nil }
        return quantifier(at: index, in: sentence)
    }

    private func draft(_ number: ParsedNumber, in sentence: Range<Int>) -> Draft? {
        var draft = Draft(tokens: number.tokens, value: number.value)
        draft.hasScale = number.hasScale
        draft.isDigits = number.isDigits
        draft.isPlain = number.isPlain
        draft.integerDigits = number.integerDigits
        let end = sentence.upperBound
        if number.isOrdinal {
            draft.unit = .ordinal
            count(&draft, from: number.tokens.upperBound, end)
            return draft
        }
        if number.isShare {
            draft.unit = .share
            draft.isQuantifier = number.tokens.count == 1 && !number.isDigits
            partitive(&draft, end)
            return draft
        }
        if let unit = number.unit {
            draft.unit = .measure(unit)
            draft.hasUnit = true
            return draft
        }
        unit(&draft, end)
        return draft
    }

    // MARK: Units behind

    /// Percent, currency, measure, or the noun counted.
    private func unit(_ draft: inout Draft, _ end: Int) {
        var at = draft.tokens.upperBound
        guard at < end else { return }
        let isHyphenated = context.isHyphen(at) && at + 1 < end && !tokens[at + 1].followsSpace
        if isHyphenated { at += 1 }
        if let percent = lexicon.percents.longestMatch(at: at, below: end, word: { tokens[$0].hash }) {
            draft.unit = lexicon.percentIsPoint[percent.value] ? .measure("percentage point") : .percent
            draft.hasUnit = true
            draft.tokens = draft.tokens.lowerBound..<percent.end
            partitive(&draft, end)
            return
        }
        if context.isByte(at, UInt8(ascii: "+")), !tokens[at].followsSpace {
            draft.bound = .atLeast
            draft.tokens = draft.tokens.lowerBound..<(at + 1)
            at += 1
            guard at < end else { return }
        }
        if context.text.bytes[Int(tokens[at].start)] == 0xC2, context.text.span.scalar(at: Int(tokens[at].start)).value == 0xB0 {
            draft.unit = .measure("degree")
            draft.hasUnit = true
            at += 1
            if at < end, tokens[at].kind == .word, tokens[at].end - tokens[at].start == 1, tokens[at].isCapitalized { at += 1 }
            draft.tokens = draft.tokens.lowerBound..<at
            return
        }
        if let code = currency(at, draft, end) {
            draft.unit = .money(code.code)
            draft.hasUnit = true
            draft.tokens = draft.tokens.lowerBound..<code.end
            return
        }
        if context.flags[at].contains(.unit), let unit = lexicon.units[tokens[at].hash], allowsUnit(at, draft) {
            draft.unit = .measure(unit)
            draft.hasUnit = true
            var stop = at + 1
            // "42-year-old"
            if stop + 1 < end, context.isHyphen(stop), !tokens[stop + 1].followsSpace, tokens[stop + 1].kind == .word,
                tokens[stop + 1].hash == Self.old
            {
                stop += 2
                draft.isAge = true
            }
            draft.tokens = draft.tokens.lowerBound..<stop
            if stop < end, unit == "pound", draft.hasScale { draft.unit = .money("GBP") }
            return
        }
        // "a four-page summary": the word behind the hyphen is what is counted.
        if isHyphenated {
            guard tokens[at].kind == .word, draft.value != 1 || draft.isDigits else { return }
            draft.counted = at..<(at + 1)
            draft.countedHead = at
            return
        }
        if isAge(draft, at, end) {
            draft.unit = .measure("year")
            draft.hasUnit = true
            draft.isAge = true
            return
        }
        count(&draft, from: at, end)
    }

    /// "Weiner, 46, said": a number between commas behind a name.
    private func isAge(_ draft: Draft, _ at: Int, _ end: Int) -> Bool {
        let start = draft.tokens.lowerBound
        guard draft.isPlain, draft.value >= 1, draft.value < 120, start >= 2, context.isByte(start - 1, UInt8(ascii: ",")),
            tokens[start - 2].kind == .word, tokens[start - 2].isCapitalized, !isTime[start - 2]
        else { return false }
        return context.isByte(at, UInt8(ascii: ",")) || tokens[at].kind == .terminator
    }

    private static let old = Hash64.folded("old")
    private static let of = Set(
        "of de des du d' der von vom del la los las le les из the its their all his her our".split(separator: " ").map {
            Hash64.folded($0)
        }
    )

    /// One letter is a unit only behind digits: "5 m", not "one m".
    private func allowsUnit(_ index: Int, _ draft: Draft) -> Bool {
        tokens[index].end - tokens[index].start > 2 || draft.isDigits
    }

    private func currency(_ index: Int, _ draft: Draft, _ end: Int) -> (code: String, end: Int)? {
        var at = index
        // "40 millions d'euros", "40 millones de dólares", "US dollars", "долларов США".
        if draft.hasScale, at + 1 < end, Self.of.contains(tokens[at].hash) { at += 1 }
        var qualifier: String?
        if at + 1 < end, let entry = place(at, end), lexicon.currencies[tokens[entry.end < end ? entry.end : at].hash] != nil,
            entry.end < end
        {
            qualifier = Self.dollars[entry.key]
            at = entry.end
        }
        let token = tokens[at]
        if token.kind == .symbol, let code = lexicon.currencySigns[token.hash] { return (code, at + 1) }
        guard token.kind == .word, var code = lexicon.currencies[token.hash] else { return nil }
        // Codes are written in capitals, currency words are not everyday words here but "won" and "rand" are.
        if token.shape.contains(.allCaps) == false, code == "KRW" || code == "ZAR" || code == "TRY", !draft.hasScale,
            !draft.isDigits
        {
            return nil
        }
        if code == "USD" { code = qualifier ?? code }
        return (code, at + 1)
    }

    private func place(_ index: Int, _ end: Int) -> (end: Int, key: UInt64)? {
        guard context.flags[index].contains(.gazetteerStart), tokens[index].isCapitalized,
            let found = context.vocabulary.gazetteer.longestMatch(at: index, below: end, word: { tokens[$0].hash })
        else { return nil }
        return (found.end, context.vocabulary.entries[found.value].key)
    }

    private static let dollars: [UInt64: String] = [
        Hash64.folded("place:au"): "AUD", Hash64.folded("place:ca"): "CAD", Hash64.folded("place:nz"): "NZD",
        Hash64.folded("place:sg"): "SGD",
    ]

    // MARK: Money in front

    private func money(at index: Int, in sentence: Range<Int>, joins: Bool) -> Draft? {
        let end = sentence.upperBound
        var at = index
        var code: String?
        if tokens[at].kind == .symbol {
            code = lexicon.currencySigns[tokens[at].hash]
        } else if tokens[at].kind == .word, tokens[at].shape.contains(.capitalized) || tokens[at].shape.contains(.allCaps),
            at + 1 < end
        {
            if let prefixed = lexicon.dollarPrefixes[tokens[at].hash], tokens[at + 1].kind == .symbol,
                !tokens[at + 1].followsSpace,
                lexicon.currencySigns[tokens[at + 1].hash] == "USD"
            {
                code = prefixed
                at += 1
            } else if tokens[at].shape.contains(.allCaps), tokens[at].end - tokens[at].start == 3, tokens[at + 1].kind == .number
            {
                code = lexicon.currencies[tokens[at].hash]
            }
        }
        guard let code, at + 1 < end, tokens[at + 1].kind == .number, let number = parser.number(at: at + 1, end: end),
            !number.isOrdinal
        else { return nil }
        var draft = Draft(tokens: index..<number.tokens.upperBound, value: number.value)
        draft.unit = .money(code)
        draft.hasUnit = true
        draft.hasScale = number.hasScale
        draft.isDigits = true
        if joins, let joined = joined(draft, in: sentence) { return joined }
        // "$5 per barrel", "$40-a-day": the rate is left to the reader.
        boundBehind(&draft, end)
        return draft
    }

    private func boundBehind(_ draft: inout Draft, _ end: Int) {
        let at = draft.tokens.upperBound
        guard at < end, draft.bound == .exact, draft.unit != .ordinal,
            let phrase = lexicon.after.longestMatch(at: at, below: end, word: { tokens[$0].hash })
        else { return }
        draft.bound = lexicon.boundValues[phrase.value]
        draft.tokens = draft.tokens.lowerBound..<phrase.end
    }

    // MARK: Ranges and ratios

    /// "10-15%", "10 to 15 people", "97-1", "seven to two", "par 7 voix contre 2", "3:2".
    private func joined(_ first: Draft, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard first.second == nil, !first.isAge, first.unit != .ordinal, first.unit != .share else { return nil }
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
        let isCount = first.unit == .count && !first.hasScale && second.isCount
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
        // "rose from 3 to 5 percent" gives two figures; the unit written once holds for both.
        if isRangeWord, startsFrom {
            guard first.unit == .count, first.countedHead == nil, second.draft.unit != .count || second.draft.hasScale else {
                return nil
            }
            var lone = first
            lone.unit = second.draft.unit
            if second.draft.hasScale, !first.hasScale, first.value < 1000, let scale = scale(of: second.draft) {
                lone.value *= scale
            }
            lone.hasUnit = true
            return lone
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
    private func operand(at index: Int, in sentence: Range<Int>) -> (draft: Draft, isCount: Bool, numberEnd: Int)? {
        guard index < sentence.upperBound else { return nil }
        if let money = money(at: index, in: sentence, joins: false) { return (money, false, money.tokens.upperBound) }
        guard let number = parser.number(at: index, end: sentence.upperBound), !number.isOrdinal, !number.isShare,
            let draft = draft(number, in: sentence)
        else { return nil }
        return (draft, draft.unit == .count, number.tokens.upperBound)
    }

    private static let fromWords = Set(["from", "de", "von", "от", "с"].map { Hash64.folded($0) })

    private func voteNear(_ start: Int, _ stop: Int, _ sentence: Range<Int>) -> Bool {
        for index in max(sentence.lowerBound, start - 4)..<start where lexicon.votes.contains(tokens[index].hash) { return true }
        for index in stop..<min(sentence.upperBound, stop + 3) {
            if tokens[index].kind == .punctuation || tokens[index].kind == .terminator { break }
            if lexicon.votes.contains(tokens[index].hash) { return true }
        }
        return false
    }
}
