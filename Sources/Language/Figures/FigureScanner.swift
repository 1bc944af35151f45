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
        // « deux dernières années »: in French the unit does not stand behind the number.
        for time in times where !time.isCounted || context.vocabulary.language == "fr" {
            for index in time.tokens where isTime.indices.contains(index) { isTime[index] = true }
        }
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
        /// The verb that says what money is, and the stem of the noun for it.
        var act: (verb: Int, noun: UInt64)?
        var isQuantifier = false
        var hasScale = false
        /// A unit was written, rather than nothing or a noun.
        var hasUnit = false
        var isDigits = false
        var isPlain = false
        var integerDigits = 0
        var isAge = false
        /// Counts times, as "twice" does.
        var countsTimes = false
        var role = Figure.Role.value
        var casualty: Figure.Casualty?
        /// Which way the change goes that starts or ends here.
        var direction: FigureRoleLexicon.Direction?
        /// The word of the casualty stands in front.
        var isCasualtyInFront = false
        /// Counts people, whatever the noun.
        var countsPeople = false
        /// "7 of the 12"
        var isOfWhole = false

        var isMoney: Bool { if case .money = unit { true } else { false } }
    }

    /// The figures of a text, in order.
    func figures() -> [Figure] {
        var figures: [Figure] = []
        for sentence in context.sentences {
            var index = sentence.tokens.lowerBound
            let end = sentence.tokens.upperBound
            var previous: Draft?
            while index < end {
                guard isCandidate(index), var draft = expression(at: index, in: sentence.tokens) else {
                    index += 1
                    continue
                }
                setRole(&draft, after: previous, in: sentence.tokens)
                let former = previous
                previous = draft
                setPurpose(&draft, after: former, in: sentence.tokens)
                previous?.act = draft.act
                figures.append(figure(draft, in: sentence.tokens))
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
            if !context.flags[index].intersection([.number, .bound, .quantifier, .factor, .vague]).isEmpty { return true }
            // "C$10"
            if index + 1 < tokens.count, tokens[index + 1].kind == .symbol, !tokens[index + 1].followsSpace { return true }
            return parser.writesNumbersTogether
                ? tokens[index].end - tokens[index].start >= 7
                : tokens[index].shape.contains(.allCaps) && tokens[index].end - tokens[index].start <= 3
        case .clitic: return !context.flags[index].intersection([.bound, .quantifier]).isEmpty
        case .dash: return true
        default: return false
        }
    }

    func figure(_ draft: Draft, in sentence: Range<Int>) -> Figure {
        Figure(
            range: context.byteRange(draft.tokens),
            tokens: draft.tokens,
            value: draft.value,
            second: draft.second,
            bound: draft.bound,
            unit: draft.unit,
            counted: draft.counted.map { context.byteRange($0) },
            countedStem: countedStem(draft),
            countedKind: countedKind(draft),
            isAct: draft.act != nil,
            subject: subject(of: draft, in: sentence).map { context.byteRange($0) },
            isQuantifier: draft.isQuantifier,
            role: draft.role,
            casualty: draft.casualty,
            isAll: isAll(draft, in: sentence),
            isRise: draft.direction.flatMap { $0 == .apart ? nil : $0 == .up }
        )
    }

    private func countedStem(_ draft: Draft) -> UInt64? {
        if draft.countsTimes { return lexicon.times }
        if draft.countsPeople, let people = roles.peopleStem { return people }
        return draft.act?.noun ?? draft.countedHead.map { context.stems[$0] }
    }

    /// "all 12", "all of the 12", „alle zwölf“, « tous les douze »
    private func isAll(_ draft: Draft, in sentence: Range<Int>) -> Bool {
        guard draft.unit == .count, !draft.isQuantifier else { return false }
        let first = draft.tokens.lowerBound
        var at = first - 1
        while at >= max(sentence.lowerBound, first - 3) {
            if roles.all.contains(tokens[at].hash) { return true }
            guard context.flags[at].contains(.function) else { return false }
            at -= 1
        }
        return false
    }

    private func countedKind(_ draft: Draft) -> CountedKind? {
        guard draft.unit == .count, !draft.countsTimes else { return nil }
        if draft.countsPeople { return .people }
        return draft.countedHead.flatMap { kind(ofNoun: $0) }
    }

    /// What kind of thing the noun at `index` is.
    func kind(ofNoun index: Int) -> CountedKind? {
        lexicon.kinds.kind(
            of: tokens[index].hash,
            stem: context.stems[index],
            behind: index > 0 ? tokens[index - 1].hash : nil,
            before: index + 1 < tokens.count ? tokens[index + 1].hash : nil
        )
    }

    /// The figure that starts at `index`, without its bounds in front.
    func core(at index: Int, in sentence: Range<Int>, joins: Bool = true) -> Draft? {
        let end = sentence.upperBound
        guard index < end, !isTime[index] else { return nil }
        if let money = money(at: index, in: sentence, joins: joins) { return money }
        if let share = oneIn(index, sentence) { return share }
        if let factor = withoutNumber(at: index, in: sentence) { return factor }
        if let vague = vagueNumber(at: index, in: sentence) { return vague }
        if context.flags[index].contains(.bound), let often = lexicon.often.longestMatch(in: tokens, at: index, limit: end) {
            var draft = Draft(tokens: index..<often.endIndex, value: often.value.value, bound: often.value.bound)
            draft.isQuantifier = often.value.bound != .exact
            draft.countsTimes = true
            return draft
        }
        if context.flags[index].contains(.bound),
            let points = lexicon.pointFractions.longestMatch(in: tokens, at: index, limit: end)
        {
            var draft = Draft(tokens: index..<points.endIndex, value: points.value)
            draft.unit = .measure("percentage point")
            draft.hasUnit = true
            return draft
        }
        var start = index
        var sign = 1.0
        if lexicon.minus.contains(tokens[index].hash), index + 1 < end, tokens[index + 1].kind == .number {
            start = index + 1
            sign = -1
        } else if tokens[index].kind == .dash {
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
                guard draft.unit == .percent || draft.unit == .measure("degree") || draft.unit == .measure("degree F") else {
                    return nil
                }
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
        if let nobody = nobodyBehind(at: index, in: sentence) { return nobody }
        if let victim = singleVictim(at: index, in: sentence) { return victim }
        return quantifier(at: index, in: sentence)
    }

    func draft(_ number: ParsedNumber, in sentence: Range<Int>) -> Draft? {
        var draft = Draft(tokens: number.tokens, value: number.value)
        draft.hasScale = number.hasScale
        draft.isDigits = number.isDigits
        draft.isPlain = number.isPlain
        draft.integerDigits = number.integerDigits
        if let last = number.tokens.last, lexicon.round.contains(tokens[last].hash) { draft.bound = .about }
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
        if let code = number.hundredthOf {
            draft.value /= 100
            draft.unit = .money(code)
            draft.hasUnit = true
            return draft
        }
        if let unit = number.unit {
            draft.unit = .measure(unit)
            draft.hasUnit = true
            if unit == "foot" { inches(&draft, end) }
            if unit == "year", !number.isDigits { draft.isAge = isAgeInOneWord(draft, end) }
            return draft
        }
        unit(&draft, end)
        return draft
    }
}
