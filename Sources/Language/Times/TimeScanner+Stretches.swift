internal import TextCore

/// Stretches of time other than days, months and years: quarters, weekends, decades, centuries, fiscal years; and days that
/// are counted from another one.
extension TimeScanner {
    func stretch(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        if tokens[index].kind == .number {
            return century(at: index, end) ?? quarter(at: index, sentence) ?? shortDecade(at: index, sentence)
        }
        let flags = context.flags[index]
        if flags.contains(.stretch) {
            if let weekend = weekend(endingAt: index, in: sentence) { return weekend }
            if let phrase = lexicon.elsewhere.longestMatch(in: tokens, at: index, limit: end),
                // "the day before yesterday"
                (lexicon.days.longestMatch(in: tokens, at: index, limit: end)?.endIndex ?? 0) <= phrase.endIndex
            {
                var draft = Draft(tokens: index..<phrase.endIndex, value: CivilTime(), granularity: .day)
                draft.shift = isCountedFromNoun(phrase.endIndex, end) ? nil : phrase.value
                return draft
            }
            if let phrase = lexicon.elsewhereWeeks.longestMatch(in: tokens, at: index, limit: end) {
                var draft = Draft(tokens: index..<phrase.endIndex, value: CivilTime(), granularity: .week)
                draft.shift = isCountedFromNoun(phrase.endIndex, end) ? nil : phrase.value
                return draft
            }
            if let fiscal = fiscalYear(at: index, end) { return fiscal }
            if let quarter = quarter(at: index, sentence) { return quarter }
            if let decade = decadeInWords(at: index, sentence) { return decade }
        }
        if flags.contains(.number), let decade = decadeNamed(at: index, end) { return decade }
        let isCentury = flags.contains(.century) || index + 1 < end && context.flags[index + 1].contains(.century)
        if isCentury || flags.contains(.number), let century = century(at: index, end) { return century }
        return flags.contains(.number) && !flags.contains(.stretch) ? quarter(at: index, sentence) : nil
    }

    /// "The day before the vote" is counted from the vote, "la veille du vote" too; "the next day it rained" is not, and in
    /// German the verb stands behind: "am Tag zuvor hatten".
    private func isCountedFromNoun(_ index: Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        if lexicon.language == "en" {
            return context.flags[index].contains(.function) && !context.vocabulary.figures.ands.contains(tokens[index].hash)
                && lexicon.prepositions.contains(tokens[index - 1].hash)
        }
        return Self.genitives.contains(tokens[index].hash)
    }

    private static let genitives = WordSet(
        [
            "de", "du", "des", "d'", "del", "a", "al", "der", "vom", "von", "dieser", "dieses", "seiner", "seines", "ihrer",
            "ihres",
        ]
    )

    /// So many units from a day that the text names elsewhere: "two weeks earlier".
    func elsewhere(count: Int, unit: TimeLexicon.Unit, tokens: Range<Int>) -> Draft {
        var draft = Draft(tokens: tokens, value: CivilTime())
        switch unit {
        case .day: (draft.granularity, draft.shift) = (.day, count)
        case .week: (draft.granularity, draft.shift) = (.week, count)
        case .weekend: draft.granularity = .weekend
        case .month: (draft.granularity, draft.shift) = (.month, count)
        case .year: (draft.granularity, draft.shift) = (.year, count)
        case .decade: draft.granularity = .year
        }
        return draft
    }

    /// "over the weekend", found from its last word.
    private func weekend(endingAt index: Int, in sentence: Range<Int>) -> Draft? {
        for start in stride(from: index - 1, through: max(sentence.lowerBound, index - 4), by: -1)
        where lexicon.weekends.longestMatch(in: tokens, at: start, limit: index + 1)?.endIndex == index + 1 {
            return weekend(start..<(index + 1), sentence)
        }
        return nil
    }

    /// The last weekend, or the coming one where the words look ahead.
    private func weekend(_ range: Range<Int>, _ sentence: Range<Int>) -> Draft {
        let isDuring = (published?.weekday ?? 1) >= 6
        let offset = isDuring || looksAhead(range.lowerBound, sentence) ? 0 : -1
        return Draft(unit: .weekend, offset: offset, tokens: range, published)
    }

    // MARK: Quarters and halves of years

    /// "the third quarter of 2014", "Q3 2014", "first half of last year", "im ersten Halbjahr 2014", "в третьем квартале".
    private func quarter(at index: Int, _ sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        var at = index
        let number: Int
        var isHalf = false
        if let short = lexicon.shortQuarters[tokens[at].hash] {
            number = short
            at += 1
        } else {
            let figures = context.vocabulary.figures
            if let ordinal = figures.ordinals[tokens[at].hash] {
                number = Int(ordinal)
            } else if let ordinal = integer(at, ordinal: true), ordinal.value < 5 {
                number = ordinal.value
            } else {
                return nil
            }
            at = skipDot(at + 1, end)
            if at < end, context.isHyphen(at) { at += 1 }
            guard at < end else { return nil }
            isHalf = lexicon.halfYears.contains(tokens[at].hash)
            guard isHalf || lexicon.quarters.contains(tokens[at].hash) else { return nil }
            at += 1
        }
        guard number >= 1, number <= (isHalf ? 2 : 4) else { return nil }
        let length = isHalf ? 6 : 3
        let granularity: TimeExpression.Granularity = isHalf ? .halfYear : .quarter
        var yearAt = at
        while yearAt < end, yearAt < at + 2, isLinking(yearAt, end) || byte(yearAt, ",") { yearAt += 1 }
        var value = CivilTime()
        var isRelative = false
        if yearAt < end, let year = year(yearAt, end), year >= 1900 {
            value.year = year
            at = yearAt + 1
            if at < end, Self.yearWords.contains(tokens[at].hash) { at += 1 }
        } else if let (offset, stop) = relativeYear(at, end) {
            value.year = published?.year.map { $0 &+ offset }
            isRelative = value.year != nil
            at = stop
        } else if at == index + 1 {
            // "Q3" alone; "the first quarter" and "the second half" alone are as often a match's.
            return Draft(tokens: index..<at, value: value, granularity: granularity)
        } else if !isHalf || lexicon.language != "en", let year = published?.year, let month = published?.month,
            isOfBusiness(sentence)
        {
            // The last one that has begun, or the next one where the words look ahead.
            let isAhead = looksAhead(index, sentence)
            let hasBegun = (number - 1) * length < month
            value.year = isAhead ? (number * length >= month ? year : year &+ 1) : hasBegun ? year : year &- 1
            isRelative = true
        } else {
            return nil
        }
        value.month = (number - 1) * length + 1
        let last = CivilTime(year: value.year, month: number * length)
        return Draft(tokens: index..<at, value: value, end: last, isRelative: isRelative, granularity: granularity)
    }

    /// "last quarter": so many quarters from that of publication, where business is spoken of.
    func quarter(_ offset: Int, _ tokens: Range<Int>, _ sentence: Range<Int>) -> Draft? {
        guard let year = published?.year, let month = published?.month, isOfBusiness(sentence) else { return nil }
        let count = year * 4 + (month - 1) / 3 + offset
        let first = CivilTime(year: count / 4, month: count % 4 * 3 + 1)
        return Draft(
            tokens: tokens,
            value: first,
            end: CivilTime(year: count / 4, month: count % 4 * 3 + 3),
            isRelative: true,
            granularity: .quarter
        )
    }

    /// Whether a quarter without a year is one of the calendar: in English a sum or a percentage stands in the sentence, for
    /// matches have quarters, too.
    private func isOfBusiness(_ sentence: Range<Int>) -> Bool {
        guard lexicon.language == "en" else { return true }
        let figures = context.vocabulary.figures
        return sentence.contains { index in
            // Signs of money beyond ASCII are “£”, “€” and their like.
            tokens[index].kind == .symbol
                && (byte(index, "%") || byte(index, "$") || context.text.bytes[Int(tokens[index].start)] > 0x7F)
                || figures.percents.longestMatch(in: tokens, at: index, limit: sentence.upperBound) != nil
                || figures.currencies[tokens[index].hash] != nil && tokens[index].end - tokens[index].start > 2
        }
    }

    // MARK: Fiscal years

    /// "fiscal 2014", "fiscal year 2014-15": they begin when a country or company says, so their value stays unknown.
    private func fiscalYear(at index: Int, _ end: Int) -> Draft? {
        guard lexicon.fiscal.contains(tokens[index].hash) else { return nil }
        var at = index + 1
        if at < end, lexicon.units[tokens[at].hash] == .year { at += 1 }
        guard at < end, year(at, end) != nil else { return nil }
        let stop = isOfSeason(at, end) ? at + 3 : at + 1
        return Draft(tokens: index..<stop, value: CivilTime(), granularity: .year)
    }

    /// Whether "fiscal year" stands behind a year.
    func isFiscal(_ index: Int, _ end: Int) -> Bool {
        index + 1 < end && lexicon.fiscal.contains(tokens[index + 1].hash)
    }

    /// "2014-15": a year and the two digits of the next.
    func isOfSeason(_ index: Int, _ end: Int) -> Bool {
        guard index + 2 < end, tokens[index + 1].kind == .dash, !tokens[index + 1].followsSpace, !tokens[index + 2].followsSpace,
            let first = integer(index), let second = integer(index + 2), second.digits == 2
        else { return false }
        return first.digits == 4 && (first.value + 1) % 100 == second.value
    }

    // MARK: Decades and centuries

    /// "années 90", "los años 1990": a decade by the word in front of it.
    func decadeBehind(_ index: Int) -> Draft? {
        guard index > 0, lexicon.decadeFronts.contains(tokens[index - 1].hash), let number = integer(index) else { return nil }
        let year = number.digits == 2 ? Self.decade(number.value) : number.digits == 4 ? number.value : nil
        guard let year, year % 10 == 0, (1500..<2100).contains(year) else { return nil }
        return Draft(tokens: index..<(index + 1), value: CivilTime(year: year), granularity: .decade)
    }

    /// "the '90s", "the late 90s", "90er Jahre", "90-е": not "his 90s", and not a number of things.
    private func shortDecade(at index: Int, _ sentence: Range<Int>) -> Draft? {
        if let decade = decadeBehind(index), tokens[index].range.count == 2 { return decade }
        let bytes = context.text.bytes[tokens[index].range]
        guard bytes.count >= 2, let first = bytes.first, let second = bytes.dropFirst().first, second == UInt8(ascii: "0"),
            (0x30...0x39).contains(first)
        else { return nil }
        let value = Self.decade(Int(first &- 0x30) * 10)
        let rest = bytes.dropFirst(2)
        let isMarked = index > sentence.lowerBound && tokens[index - 1].kind == .quote && !tokens[index].followsSpace
        switch lexicon.language {
        case "en":
            guard rest.elementsEqual("s".utf8) else { return nil }
            var at = index - 1
            while at > sentence.lowerBound, at > index - 4,
                tokens[at].kind == .quote || tokens[at].kind == .dash || lexicon.partsOfDecade.contains(tokens[at].hash)
            { at -= 1 }
            guard isMarked || at >= sentence.lowerBound && Self.articles.contains(tokens[at].hash) else { return nil }
        case "de":
            guard rest.elementsEqual("er".utf8), index + 1 < sentence.upperBound,
                lexicon.units[tokens[index + 1].hash] == .year || isMarked
            else { return nil }
        case "ru":
            guard rest.isEmpty, index + 2 < sentence.upperBound, context.isHyphen(index + 1),
                Self.russianDecades.contains(tokens[index + 2].hash)
            else { return nil }
            return Draft(tokens: index..<(index + 3), value: CivilTime(year: value), granularity: .decade)
        default: return nil
        }
        return Draft(tokens: index..<(index + 1), value: CivilTime(year: value), granularity: .decade)
    }

    private static let russianDecades = WordSet(["е", "х"])

    private static func decade(_ twoDigits: Int) -> Int { twoDigits >= 30 ? 1900 + twoDigits : 2000 + twoDigits }

    /// "los años noventa", "les années quatre-vingt-dix"
    private func decadeNamed(at index: Int, _ end: Int) -> Draft? {
        guard index > 0, lexicon.decadeFronts.contains(tokens[index - 1].hash),
            let number = NumberParser(context: context).number(at: index, end: end), !number.isOrdinal, !number.isShare,
            number.value >= 20, number.value < 100, number.value.truncatingRemainder(dividingBy: 10) == 0
        else { return nil }
        let year = Self.decade(Int(number.value))
        return Draft(tokens: number.tokens, value: CivilTime(year: year), granularity: .decade)
    }

    /// "the nineties"
    private func decadeInWords(at index: Int, _ sentence: Range<Int>) -> Draft? {
        guard lexicon.language == "en", let decade = lexicon.decades[tokens[index].hash] else { return nil }
        var at = index - 1
        while at > sentence.lowerBound, at > index - 3, lexicon.partsOfDecade.contains(tokens[at].hash) { at -= 1 }
        guard at >= sentence.lowerBound, Self.articles.contains(tokens[at].hash) else { return nil }
        return Draft(tokens: index..<(index + 1), value: CivilTime(year: decade), granularity: .decade)
    }

    /// "the 19th century", "XIXe siècle", "19. Jahrhundert", "siglo XIX", "XIX век".
    private func century(at index: Int, _ end: Int) -> Draft? {
        if lexicon.language == "es" {
            guard context.flags[index].contains(.century), index + 1 < end, let number = roman(index + 1) else { return nil }
            return century(number, index..<(index + 2))
        }
        var at = index
        let number: Int
        if let digits = integer(index, ordinal: true), digits.digits <= 2 {
            number = digits.value
            at = skipDot(index + 1, end)
        } else if let numeral = roman(index) {
            number = numeral
            at += 1
        } else if context.flags[index].contains(.number),
            let word = NumberParser(context: context).number(at: index, end: end), word.isOrdinal, word.value < 30
        {
            number = Int(word.value)
            at = word.tokens.upperBound
        } else {
            return nil
        }
        if at < end, context.isHyphen(at) { at += 1 }
        guard at < end, context.flags[at].contains(.century) else { return nil }
        return century(number, index..<(at + 1))
    }

    private func century(_ number: Int, _ range: Range<Int>) -> Draft? {
        guard number >= 2, number <= 30 else { return nil }
        return Draft(tokens: range, value: CivilTime(year: (number - 1) * 100 + 1), granularity: .century)
    }

    /// A Roman numeral below forty, with the ordinal's letters of French: "XIX", "XIXe".
    private func roman(_ index: Int) -> Int? {
        guard index < tokens.count, tokens[index].kind == .word, tokens[index].isCapitalized, tokens[index].range.count <= 7
        else {
            return nil
        }
        var value = 0
        var last = 0
        for at in tokens[index].range {
            let digit: Int
            switch context.text.bytes[at] {
            case UInt8(ascii: "I"): digit = 1
            case UInt8(ascii: "V"): digit = 5
            case UInt8(ascii: "X"): digit = 10
            case UInt8(ascii: "e") where lexicon.language == "fr" && value > 0: continue
            default: return nil
            }
            value += digit
            if last < digit { value -= 2 * last }
            last = digit
        }
        return value > 0 && value < 40 ? value : nil
    }
}

extension TimeScanner.Draft {
    /// Makes a day the first of a range that ends in its month.
    mutating func setLastDay(_ day: Int) {
        var last = value
        last.day = day
        end = last
    }
}
