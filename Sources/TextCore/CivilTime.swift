/// A point or stretch of time as news gives it: a calendar date with as much precision as was said, in the local time
/// of where it was said unless an offset is known.
public struct CivilTime: Sendable, Hashable {
    /// Parts of a day (TIMEX3 codes: MO, MI, AF, EV, NI).
    public enum DayPart: String, Sendable, Hashable {
        case morning = "MO"
        case midday = "MI"
        case afternoon = "AF"
        case evening = "EV"
        case night = "NI"
    }

    /// Parts of a year (TIMEX3 codes).
    public enum Season: String, Sendable, Hashable {
        case spring = "SP"
        case summer = "SU"
        case autumn = "FA"
        case winter = "WI"
    }

    /// The year; nil when none was said and none could be inferred.
    public var year: Int?
    /// 1–12.
    public var month: Int?
    /// 1–31.
    public var day: Int?
    /// A season, when no month is known.
    public var season: Season?
    /// ISO 8601 week of the year, when a week was meant.
    public var week: Int?
    /// A part of the day, when no hour is known.
    public var part: DayPart?
    /// 0–23.
    public var hour: Int?
    /// 0–59.
    public var minute: Int?
    /// 0–60.
    public var second: Int?
    /// Minutes east of UTC.
    public var offset: Int?

    /// Makes a time of what is known.
    public init(
        year: Int? = nil,
        month: Int? = nil,
        day: Int? = nil,
        season: Season? = nil,
        week: Int? = nil,
        part: DayPart? = nil,
        hour: Int? = nil,
        minute: Int? = nil,
        second: Int? = nil,
        offset: Int? = nil
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.season = season
        self.week = week
        self.part = part
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offset = offset
    }

    /// The value in the style of ISO 8601 and TIMEX3: `2021`, `2021-10`, `2021-10-18T14:05`, `2021-10-17TEV`,
    /// `2021-W42`, `2021-SU`, `XXXX-10-18` when the year is unknown.
    public var iso8601: String {
        var text = year.map { Self.padded($0, 4) } ?? "XXXX"
        if let month {
            text += "-" + Self.padded(month, 2)
            if let day { text += "-" + Self.padded(day, 2) }
        } else if let week {
            text += "-W" + Self.padded(week, 2)
        } else if let season {
            text += "-" + season.rawValue
        }
        if let hour {
            text += "T" + Self.padded(hour, 2) + ":" + Self.padded(minute ?? 0, 2)
            if let second { text += ":" + Self.padded(second, 2) }
            if let offset {
                let size = abs(offset)
                text += offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + Self.padded(size / 60, 2) + ":" + Self.padded(size % 60, 2)
            }
        } else if let part {
            text += "T" + part.rawValue
        }
        return text
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    // MARK: Calendar arithmetic

    /// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", `days_from_civil`); nil unless year, month and day are known.
    public var dayNumber: Int? {
        guard let year, let month, let day else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date of a day number (`civil_from_days`).
    public init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
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

    /// The date alone.
    public var date: CivilTime { CivilTime(year: year, month: month, day: day) }
}
