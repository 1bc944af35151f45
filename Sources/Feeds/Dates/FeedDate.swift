public import TextCore

/// Reads the dates of feeds, in the many forms of the wild.
///
/// - RFC 822, 1123 and 2822: `Thu, 01 Jan 04 19:48:21 GMT`, with or without weekday, seconds and zone, years of two digits
///   (RFC 2822, section 4.3), zones by name, comments, months in a dozen languages;
/// - ISO 8601 and the W3C's profile of it, from a year to fractions of a second, with or without hyphens; days of the year
///   (`2003-335`), weeks (`2003-W01-4`);
/// - `asctime`: `Sun Jan  4 16:29:06 PST 2004`;
/// - SQL: `2004-07-08 23:56:58.0`; with slashes `2006/09/15`, with dots `15.09.2006`;
/// - with East Asian marks: `2004년 05월 28일 오후 01:36`, `2004-05-25 오후 11:23:17`, `2021年10月18日`.
///
/// What is not said stays unsaid: a date without zone has no offset, one without day no day. A date that cannot be
/// (31 April) is none, and one whose day and month cannot be told apart (`03/04/2004`) neither.
public enum FeedDate {
    /// The longest text that is looked at, in bytes.
    static let longestText = 256

    /// The time that a text stands for; nil when it is in none of the forms. O(*n*).
    public static func parse(_ text: some StringProtocol) -> CivilTime? {
        let bytes = Array(text.utf8.prefix(longestText + 1))
        guard bytes.count <= longestText else { return nil }
        let trimmed = TextForm.trimmed(bytes)
        guard !trimmed.isEmpty else { return nil }
        return ISODate.parse(trimmed) ?? WordedDate.parse(trimmed)
    }
}

/// A date and time of day in numbers, to be checked.
struct DateParts {
    var year: Int?
    var month: Int?
    var day: Int?
    var week: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?
    var offset: Int?

    /// The time, if there can be one. Midnight at the end of a day is that of the next (ISO 8601, `24:00`).
    var time: CivilTime? {
        guard let year, (1...9999).contains(year) else { return nil }
        var time = CivilTime(
            year: year,
            month: month,
            day: day,
            week: week,
            hour: hour,
            minute: minute,
            second: second,
            offset: offset
        )
        guard time.isPossibleDate, (0...59).contains(minute ?? 0), (0...60).contains(second ?? 0),
            (-1440...1440).contains(offset ?? 0)
        else { return nil }
        if hour == 24 {
            guard minute ?? 0 == 0, second ?? 0 == 0, let next = time.adding(days: 1) else { return nil }
            time.year = next.year
            time.month = next.month
            time.day = next.day
            time.hour = 0
        }
        guard (0...23).contains(time.hour ?? 0) else { return nil }
        return time
    }
}
