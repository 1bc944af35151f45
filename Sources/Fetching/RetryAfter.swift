internal import TextCore

/// The `Retry-After` field (RFC 9110, 10.2.3): seconds, or a date.
enum RetryAfter {
    /// The seconds to wait from `now` (seconds since 1970) on, at most a year; nil when the field says nothing.
    static func seconds(_ head: HTTPHead, now: Int) -> Int? {
        guard let value = head["retry-after"] else { return nil }
        let longest = 366 * 86_400
        if let seconds = ASCII.number(value) { return min(seconds, longest) }
        return date(value).map { min(max(0, $0 - now), longest) }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, the form that the RFC wants sent (`IMF-fixdate`), as seconds since 1970.
    static func date(_ value: [UInt8]) -> Int? {
        let parts = value.split { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        guard parts.count == 8, ASCII.lowercased(parts[7]) == "gmt",
            let month = months.firstIndex(of: ASCII.lowercased(parts[2])),
            let day = ASCII.number(parts[1]), let year = ASCII.number(parts[3]),
            let hour = ASCII.number(parts[4]), hour < 24, let minute = ASCII.number(parts[5]), minute < 60,
            let second = ASCII.number(parts[6]), second <= 60,
            let dayNumber = CivilTime(year: year, month: month + 1, day: day).dayNumber
        else { return nil }
        return dayNumber * 86_400 + hour * 3600 + minute * 60 + second
    }
}
