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
                let size = Int(clamping: offset.magnitude)
                text += offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + Self.padded(size / 60, 2) + ":" + Self.padded(size % 60, 2)
            }
        } else if let part {
            text += "T" + part.rawValue
        }
        return text
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
