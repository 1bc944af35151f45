public import TextCore

extension TimeExpression {
    /// The days that the words mean, as day numbers (days since 1970-01-01): one for a day or a time of a day, all of a month,
    /// week, season, year or decade, or a third of one. Nil where the year is not known.
    ///
    /// Seasons are those of the northern hemisphere by whole months, and the winter of a year may be the one that begins in it
    /// or the one that ends in it.
    public var days: ClosedRange<Int>? {
        guard let first = value.days.map(stretch) else { return nil }
        if let third = portion.map({ first.third($0) }), end == nil { return third }
        if let last = end?.days {
            // The winter of two years begins in the first.
            if value.season == .winter, let year = value.year, let december = CivilTime(year: year, month: 12).days,
                december.lowerBound <= last.upperBound
            {
                return december.lowerBound...last.upperBound
            }
            return first.lowerBound...max(first.upperBound, last.upperBound)
        }
        return first
    }

    /// The last day, month or year that the words mean, where the value is only the first: ``end``, or the last year of a decade or
    /// century.
    public var last: CivilTime? {
        if let end { return end }
        guard let year = value.year else { return nil }
        switch granularity {
        case .decade: return CivilTime(year: year + 9)
        case .century: return CivilTime(year: year + 99)
        default: return nil
        }
    }

    /// ``value`` and ``last`` with the day that is assumed for an hour.
    public var resolved: (value: CivilTime, last: CivilTime?) {
        guard let assumedDay else { return (value, last) }
        let goesPastMidnight = end.map { ($0.hour ?? 0, $0.minute ?? 0) < (value.hour ?? 0, value.minute ?? 0) } ?? false
        return (value.on(assumedDay), end?.on(goesPastMidnight ? assumedDay + 1 : assumedDay))
    }

    /// The days of a decade or century, of which the value is the first year.
    private func stretch(_ first: ClosedRange<Int>) -> ClosedRange<Int> {
        guard end == nil, let year = value.year, let last = last?.year else { return first }
        return span(year, last) ?? first
    }

    private func span(_ first: Int, _ last: Int) -> ClosedRange<Int>? {
        guard let start = CivilTime(year: first, month: 1, day: 1).dayNumber,
            let end = CivilTime(year: last, month: 12, day: 31).dayNumber, start <= end
        else { return nil }
        return start...end
    }
}

extension ClosedRange<Int> {
    /// The days of a third: of a month the first ten, the next ten, the rest.
    fileprivate func third(_ portion: TimeExpression.Portion) -> ClosedRange<Int> {
        let length = Swift.max(1, count / 3)
        switch portion {
        case .start: return lowerBound...Swift.min(upperBound, lowerBound + length - 1)
        case .middle: return Swift.min(upperBound, lowerBound + length)...Swift.min(upperBound, lowerBound + 2 * length - 1)
        case .end: return Swift.min(upperBound, lowerBound + 2 * length)...upperBound
        }
    }
}

extension CivilTime {
    /// The same hour on a day.
    fileprivate func on(_ day: Int) -> CivilTime {
        var time = self
        let date = CivilTime(dayNumber: day)
        (time.year, time.month, time.day) = (date.year, date.month, date.day)
        return time
    }

    /// The days that a time means, as far as its year is known.
    public var days: ClosedRange<Int>? {
        guard let year, (0...9999).contains(year) else { return nil }
        if let day = dayNumber { return day...day }
        if let month { return (1...12).contains(month) ? Self.months(year, month, 1) : nil }
        if let week {
            guard (1...53).contains(week), let fourth = CivilTime(year: year, month: 1, day: 4).dayNumber else { return nil }
            // The week of 4 January is the first (ISO 8601).
            let monday = fourth - ((fourth + 3) % 7 + 7) % 7 + 7 * (week - 1)
            return monday...(monday + 6)
        }
        switch season {
        case .spring: return Self.months(year, 3, 3)
        case .summer: return Self.months(year, 6, 3)
        case .autumn: return Self.months(year, 9, 3)
        case .winter:
            guard let first = Self.months(year - 1, 12, 1), let last = Self.months(year + 1, 2, 1) else { return nil }
            return first.lowerBound...last.upperBound
        case nil: return Self.months(year, 1, 12)
        }
    }

    private static func months(_ year: Int, _ month: Int, _ count: Int) -> ClosedRange<Int>? {
        let next = month - 1 + count
        guard let start = CivilTime(year: year, month: month, day: 1).dayNumber,
            let end = CivilTime(year: year + next / 12, month: next % 12 + 1, day: 1).dayNumber, start < end
        else { return nil }
        return start...(end - 1)
    }
}
