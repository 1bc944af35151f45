internal import TextCore

/// Years and decades, and what stands behind prepositions.
extension TimeScanner {
    /// "in June", "since 2014", "im März", "en 2015", "в 2014 году", "il y a deux ans", "the 1990s".
    func prepositional(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard lexicon.prepositions.contains(tokens[index].hash), index + 1 < end else { return nil }
        var at = index + 1
        var steps = 0
        while at < end, steps < 2, lexicon.prepositions.contains(tokens[at].hash) || Self.articles.contains(tokens[at].hash) {
            at += 1
            steps += 1
        }
        // "in early-June", "mid-October"
        if at < end, tokens[at].kind == .dash { at += 1 }
        guard at < end else { return nil }
        if tokens[at].kind == .number, let decade = decade(at: at, end: end), decade.granularity == .decade { return decade }
        if let year = bareYear(at, end), !isOfSeason(at, end) {
            if let decade = decadeBehind(at) { return decade }
            if isFiscal(at, end) { return nil }
            var stop = at + 1
            if stop < end, Self.yearUnits.contains(tokens[stop].hash) { stop += 1 }
            return Draft(tokens: at..<stop, value: CivilTime(year: year))
        }
        if steps == 0 || lexicon.language == "en", var month = dated(at: at, in: sentence), month.value.month != nil,
            month.value.day == nil
        {
            if Self.inside.contains(tokens[index].hash) { month.tokens = index..<month.tokens.upperBound }
            return month
        }
        return nil
    }

    static let articles = WordSet(["the", "l'", "le", "la", "el", "dem", "der", "il", "lo"])
    private static let inside = WordSet(["in", "en", "im", "в", "у"])
    private static let yearUnits = WordSet(["году", "года", "г", "год", "годы", "годов", "році", "року", "рік"])

    /// Four digits that can only be a year: between 1500 and 2100, without a unit or noun behind.
    private func bareYear(_ index: Int, _ end: Int) -> Int? {
        guard let number = integer(index), number.digits == 4, number.value >= 1500, number.value < 2100 else { return nil }
        if index + 1 < end {
            let next = tokens[index + 1]
            if next.kind == .symbol || context.flags[index + 1].contains(.unit) && !Self.yearUnits.contains(next.hash) {
                return nil
            }
            // "scheduled for 1800 GMT"
            if byte(index + 1, "%") || next.hash == Self.hijri || isZone(index + 1, end) { return nil }
        }
        return number.value
    }

    /// "1990s", "the '90s".
    func decade(at index: Int, end: Int) -> Draft? {
        let range = tokens[index].range
        let bytes = context.text.bytes
        let text = bytes[range]
        var digits = 0
        var value = 0
        for byte in text {
            guard byte &- 0x30 < 10, digits < 4 else { break }
            value = value * 10 + Int(byte &- 0x30)
            digits += 1
        }
        guard digits == 4, value % 10 == 0, value >= 1500, value < 2100 else {
            return lone(index, value, digits, range.count, end)
        }
        let rest = text.dropFirst(4)
        var stop = index + 1
        if rest.elementsEqual("s".utf8) || rest.elementsEqual("er".utf8) {
        } else if rest.isEmpty, stop + 1 < end, context.isHyphen(stop), Self.decadeEndings.contains(tokens[stop + 1].hash) {
            stop += 2
        } else {
            return lone(index, value, digits, range.count, end)
        }
        return Draft(tokens: index..<stop, value: CivilTime(year: value), granularity: .decade)
    }

    private static let hijri = Hash64.folded("ah")
    private static let decadeEndings = WordSet(["е", "х", "м", "ми", "er"])

    /// A year by itself: "the 2012 election", "(2014)". Numbers that count something are left to figures.
    private func lone(_ index: Int, _ value: Int, _ digits: Int, _ length: Int, _ end: Int) -> Draft? {
        if let decade = decadeBehind(index) { return decade }
        guard digits == 4, length == 4, value >= 1900, value < 2050, bareYear(index, end) != nil else { return nil }
        if index > 0 {
            let previous = tokens[index - 1]
            if previous.kind == .symbol, !tokens[index].followsSpace { return nil }
            if previous.kind == .dash, !previous.followsSpace, !tokens[index].followsSpace, index > 1,
                tokens[index - 2].kind != .number
            {
                return nil
            }
            if context.flags[index - 1].contains(.bound), value % 50 == 0 { return nil }
            if previous.kind == .word, previous.shape.contains(.allCaps) { return nil }
            if context.flags[index - 1].contains(.labelNoun) { return nil }
        }
        if value % 50 == 0, index + 1 < end, tokens[index + 1].kind == .word, !context.flags[index + 1].contains(.function) {
            return nil
        }
        if index + 1 < end, context.vocabulary.figures.scales[tokens[index + 1].hash] != nil { return nil }
        // "the 2014 fiscal year" begins when its country says.
        if isFiscal(index, end) { return Draft(tokens: index..<(index + 1), value: CivilTime(), granularity: .year) }
        if isOfSeason(index, end) {
            let second = CivilTime(year: value + 1)
            return Draft(tokens: index..<(index + 3), value: CivilTime(year: value), end: second, granularity: .year)
        }
        let isNamed = index + 1 < end && Self.yearUnits.contains(tokens[index + 1].hash)
        return Draft(tokens: index..<(isNamed ? index + 2 : index + 1), value: CivilTime(year: value))
    }
}
