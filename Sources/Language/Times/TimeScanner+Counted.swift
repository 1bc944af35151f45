internal import TextCore

/// Days and weeks that a month's are counted by: "the first Monday of May", « la dernière semaine de février », «в первый понедельник
/// мая».
extension TimeScanner {
    /// What is counted in a month.
    enum CountedUnit {
        case weekday(Int)
        /// So many days or weeks together: "the first two weeks".
        case stretch(days: Int, TimeExpression.Granularity)
    }

    func countedDay(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard index + 2 < end, let (place, next) = place(index, end), let (unit, stop) = countedUnit(next, end) else {
            return nil
        }
        // A compound names its month: "in der letzten Februarwoche".
        if let month = weekOfMonth(next) {
            return counted(place, .stretch(days: 7, .week), month: bareMonth(next..<(next + 1), month, sentence), from: index)
        }
        guard let unit else { return nil }
        var at = stop
        var steps = 0
        while at < end, steps < Self.linkReach,
            isLinking(at, end) || Self.articles.contains(tokens[at].hash)
                || Self.inMonths.contains(tokens[at].hash) || steps > 0 && lexicon.units[tokens[at].hash] == .month
        {
            at += 1
            steps += 1
        }
        guard at < end, steps > 0 || lexicon.language == "ru", let month = month(at: at, in: sentence), month.value.day == nil,
            month.value.month != nil
        else { return nil }
        return counted(place, unit, month: month, from: index)
    }

    private static let linkReach = 4
    private static let inMonths = WordSet(["in", "im", "du", "d'", "des", "en"])

    /// Which one: 1 for "first", -1 for "last"; and where its words end.
    private func place(_ index: Int, _ end: Int) -> (Int, Int)? {
        if lexicon.last.contains(tokens[index].hash) { return (-1, index + 1) }
        if let ordinal = context.vocabulary.figures.ordinals[tokens[index].hash], ordinal <= 5 {
            return (Int(ordinal), index + 1)
        }
        guard let digits = integer(index, ordinal: true), digits.digits == 1, (1...5).contains(digits.value) else { return nil }
        let isGerman = lexicon.language == "de" && byte(index + 1, ".")
        guard isGerman || tokens[index].range.count > 1 else { return nil }
        return (digits.value, isGerman ? index + 2 : index + 1)
    }

    /// "Monday", "week", "two weeks", "Februarwoche".
    private func countedUnit(_ index: Int, _ end: Int) -> (CountedUnit?, Int)? {
        guard index < end else { return nil }
        if let weekday = lexicon.weekdays[tokens[index].hash] { return (.weekday(weekday), index + 1) }
        if weekOfMonth(index) != nil { return (nil, index + 1) }
        var at = index
        var count = 1
        if let number = context.vocabulary.figures.numbers[tokens[at].hash], number < 5 {
            count = Int(number)
            at += 1
        } else if let digits = integer(at), digits.value < 32 {
            count = digits.value
            at += 1
        }
        guard at < end else { return nil }
        switch lexicon.units[tokens[at].hash] {
        case .week: return (.stretch(days: 7 * count, .week), at + 1)
        case .day: return (.stretch(days: count, .day), at + 1)
        default: return nil
        }
    }

    /// The month of a German week: "Februarwoche".
    private func weekOfMonth(_ index: Int) -> Int? {
        guard lexicon.language == "de", tokens[index].kind == .word, tokens[index].isCapitalized else { return nil }
        let bytes = context.text.bytes[tokens[index].range]
        guard bytes.count > Self.week.count + 2, bytes.suffix(Self.week.count).elementsEqual(Self.week) else { return nil }
        return lexicon.months[Hash64.folded(String(decoding: bytes.dropLast(Self.week.count), as: UTF8.self))]
    }

    private static let week = Array("woche".utf8)

    func counted(_ place: Int, _ unit: CountedUnit, month: Draft, from index: Int) -> Draft? {
        let range = index..<month.tokens.upperBound
        guard let days = month.value.days else {
            return Draft(tokens: range, value: CivilTime(month: month.value.month), granularity: .day)
        }
        var draft = Draft(tokens: range, value: month.value, isRelative: month.isRelative)
        switch unit {
        case .weekday(let weekday):
            let firstDay = ((days.lowerBound + 3) % 7 + 7) % 7 + 1
            let first = days.lowerBound + ((weekday - firstDay) % 7 + 7) % 7
            let last = first + (days.upperBound - first) / 7 * 7
            let day = place < 0 ? last : first + 7 * (place - 1)
            guard days.contains(day) else { return nil }
            draft.value = CivilTime(dayNumber: day)
        case .stretch(let length, let granularity):
            let first = place < 0 ? days.upperBound - length + 1 : days.lowerBound + length * (place - 1)
            guard days.contains(first) else { return nil }
            draft.value = CivilTime(dayNumber: first)
            if length > 1 { draft.end = CivilTime(dayNumber: min(days.upperBound, first + length - 1)) }
            draft.granularity = granularity
        }
        return draft
    }
}
