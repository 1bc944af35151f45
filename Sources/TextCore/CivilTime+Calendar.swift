/// Calendar arithmetic in the proleptic Gregorian calendar.
///
/// The algorithms are Howard Hinnant's (“chrono-Compatible Low-Level Date Algorithms”, public domain). All are O(1).
extension CivilTime {
    /// The years that arithmetic works in; a date outside has no ``dayNumber``.
    public static let calendarYears = -1_000_000...1_000_000

    /// Days since 1970-01-01 (`days_from_civil`); nil unless year, month and day are known and make a date of
    /// ``calendarYears``. A day beyond the end of its month counts on into the next.
    public var dayNumber: Int? {
        guard let year, let month, let day, Self.calendarYears.contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date of a day number (`civil_from_days`), clamped to ``calendarYears``.
    public init(dayNumber: Int) {
        let shifted = min(max(dayNumber, -365_962_028), 364_523_337) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * monthIndex + 2) / 5 + 1
        )
    }

    /// 1 for Monday … 7 for Sunday (ISO 8601); nil unless the date is whole.
    public var weekday: Int? {
        dayNumber.map { (($0 + 3) % 7 + 7) % 7 + 1 }
    }

    /// The ISO 8601 week of the date and the year that the week belongs to; nil unless the date is whole.
    public var isoWeek: (year: Int, week: Int)? {
        guard let dayNumber, let weekday else { return nil }
        // A week belongs to the year of its Thursday.
        let thursday = dayNumber - weekday + 4
        guard let year = CivilTime(dayNumber: thursday).year, let first = CivilTime(year: year, month: 1, day: 1).dayNumber
        else { return nil }
        return (year, (thursday - first) / 7 + 1)
    }

    /// The date alone.
    public var date: CivilTime { CivilTime(year: year, month: month, day: day) }

    /// How many days a month has; nil for a month outside 1–12. Without a year, February has 29.
    public static func days(inMonth month: Int, of year: Int?) -> Int? {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: year.map(isLeap) ?? true ? 29 : 28
        default: nil
        }
    }

    /// Whether a year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Whether the date's parts, as far as they are known, can be together (no 31 April, no month 13).
    public var isPossibleDate: Bool {
        guard let month else { return day.map { (1...31).contains($0) } ?? true }
        guard let days = Self.days(inMonth: month, of: year) else { return false }
        return day.map { (1...days).contains($0) } ?? true
    }

    /// The date some days later or earlier, without time of day; nil unless the date is whole.
    public func adding(days: Int) -> CivilTime? {
        guard let dayNumber else { return nil }
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return CivilTime(dayNumber: overflow ? (days < 0 ? Int.min : Int.max) : sum)
    }

    /// The date some months later or earlier, without time of day, its day no later than the month has days; nil unless
    /// year and month are known and stay within ``calendarYears``.
    public func adding(months: Int) -> CivilTime? {
        guard let year, let month, Self.calendarYears.contains(year), (1...12).contains(month),
            (-24_000_000...24_000_000).contains(months)
        else { return nil }
        let count = year * 12 + month - 1 + months
        let newYear = count >= 0 ? count / 12 : (count - 11) / 12
        guard Self.calendarYears.contains(newYear) else { return nil }
        let newMonth = count - newYear * 12 + 1
        return CivilTime(
            year: newYear,
            month: newMonth,
            day: day.map { min($0, Self.days(inMonth: newMonth, of: newYear) ?? $0) }
        )
    }
}
