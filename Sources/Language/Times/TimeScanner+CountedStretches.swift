internal import TextCore

/// Stretches of so many units that end with publication or with a month: "the past two years", « ces dix dernières années », "the three
/// months to January".
extension TimeScanner {
    func countedStretch(at index: Int, in sentence: Range<Int>) -> Draft? {
        tokens[index].kind == .number || context.flags[index].contains(.number)
            ? untilMonth(at: index, in: sentence) ?? pastUnits(at: index, in: sentence) : pastUnits(at: index, in: sentence)
    }

    /// "Past two years", "last decade", « deux dernières années », «последние два года».
    private func pastUnits(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard let published, publishedDay != nil else { return nil }
        let end = sentence.upperBound
        var at = index
        var isPast = false
        if lexicon.pastSpans.contains(tokens[at].hash) {
            isPast = true
            at += 1
        }
        var count = 1
        let number = at < end ? wholeNumber(at, end) : nil
        if let number {
            count = number.value
            at = number.end
        }
        if !isPast, at < end, lexicon.pastSpans.contains(tokens[at].hash) {
            isPast = true
            at += 1
        }
        guard isPast, at < end, tokens[at].kind == .word else { return nil }
        // "The last two years of the war", "the last two games"
        if at + 1 < end, isLinking(at + 1, end) { return nil }
        if let minutes = lexicon.clockUnits[tokens[at].hash], number != nil { return hours(count * minutes, index..<(at + 1)) }
        guard let unit = lexicon.units[tokens[at].hash], number != nil || unit == .decade else { return nil }
        var draft = Draft(tokens: index..<(at + 1), value: CivilTime(), isRelative: true)
        draft.isCounted = true
        switch unit {
        case .day, .week:
            guard let today = published.dayNumber else { return nil }
            draft.value = CivilTime(dayNumber: today - count * (unit == .week ? 7 : 1))
            draft.end = CivilTime(dayNumber: today)
            draft.granularity = unit == .week ? .week : .day
        case .month, .year, .decade:
            guard let year = published.year, let month = published.month else { return nil }
            let months = year * 12 + month - 1 - count * (unit == .month ? 1 : unit == .year ? 12 : 120)
            guard months >= 0 else { return nil }
            draft.value = CivilTime(year: months / 12, month: months % 12 + 1)
            draft.end = CivilTime(year: year, month: month)
            draft.granularity = unit == .month ? .month : unit == .year ? .year : .decade
        case .weekend: return nil
        }
        return draft
    }

    /// So many minutes up to publication: whole days, or hours where publication tells its own.
    private func hours(_ minutes: Int, _ tokens: Range<Int>) -> Draft? {
        guard let published, let today = published.dayNumber, minutes >= 60 else { return nil }
        var draft = Draft(tokens: tokens, value: CivilTime(), isRelative: true)
        draft.isCounted = true
        if minutes % 1440 == 0 {
            draft.value = CivilTime(dayNumber: today - minutes / 1440)
            draft.end = CivilTime(dayNumber: today)
            draft.granularity = .day
            return draft
        }
        guard let hour = published.hour else { return nil }
        let start = hour * 60 + (published.minute ?? 0) - minutes
        let shift = Int((Double(start) / 1440).rounded(.down))
        var first = CivilTime(dayNumber: today + shift)
        first.hour = (start - shift * 1440) / 60
        first.minute = (start - shift * 1440) % 60
        first.offset = published.offset
        var last = published
        last.part = nil
        (draft.value, draft.end, draft.granularity) = (first, last, .hour)
        return draft
    }

    /// "Three months to January", "12 months ended February", „drei Monaten bis Januar“.
    private func untilMonth(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard let number = wholeNumber(index, end), number.end + 1 < end, lexicon.units[tokens[number.end].hash] == .month,
            (2...60).contains(number.value)
        else { return nil }
        let link = number.end + 1
        guard let phrase = lexicon.upTo.longestMatch(in: tokens, at: link, limit: end), phrase.endIndex < end,
            let month = dated(at: phrase.endIndex, in: sentence), let last = month.value.month, let year = month.value.year
        else { return nil }
        let months = year * 12 + last - number.value
        guard months >= 0 else { return nil }
        var draft = Draft(
            tokens: index..<month.tokens.upperBound,
            value: CivilTime(year: months / 12, month: months % 12 + 1),
            isRelative: month.isRelative
        )
        draft.end = CivilTime(year: year, month: last)
        draft.granularity = .month
        draft.isCounted = true
        return draft
    }

    /// A whole number of units, in digits or words.
    private func wholeNumber(_ index: Int, _ end: Int) -> (value: Int, end: Int)? {
        guard tokens[index].kind == .number || context.flags[index].contains(.number) else { return nil }
        guard let number = NumberParser(context: context).number(at: index, end: end), !number.isOrdinal, !number.isShare,
            number.value >= 2, number.value <= 500, number.value == number.value.rounded(.down), number.unit == nil
        else { return nil }
        return (Int(number.value), number.tokens.upperBound)
    }
}
