internal import TextCore

/// ISO 8601 dates: the forms with years, months, weeks and days, with or without hyphens, and a time of day after `T` or a space.
struct ISODate {
    private let bytes: [UInt8]
    private var at = 0
    private var parts = DateParts()

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The time that a whole text stands for. O(*n*).
    static func parse(_ bytes: [UInt8]) -> CivilTime? {
        var reader = ISODate(bytes)
        guard reader.readDate() else { return nil }
        if reader.at < bytes.count {
            guard reader.skipTimeMark(), reader.readTime(), reader.readZone(), reader.at == bytes.count else { return nil }
        }
        return reader.parts.time
    }

    private func digits(at start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
        return end - start
    }

    private mutating func number(_ length: Int) -> Int? {
        guard at + length <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[at..<at + length] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        at += length
        return value
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func readDate() -> Bool {
        let run = digits(at: 0)
        // Without hyphens: a date of eight digits, a day of the year of seven, a year and month of six.
        switch run {
        case 4: parts.year = number(4)
        case 6, 7, 8:
            parts.year = number(4)
            if run == 7 { return setDayOfYear(number(3)) }
            parts.month = number(2)
            if run == 8 { parts.day = number(2) }
            return true
        default: return false
        }
        guard at < bytes.count else { return true }
        let isHyphened = skip(UInt8(ascii: "-"))
        if at < bytes.count, bytes[at] == UInt8(ascii: "W") || bytes[at] == UInt8(ascii: "w") {
            at += 1
            return readWeek(isHyphened: isHyphened)
        }
        guard isHyphened else { return bytes[at] == UInt8(ascii: "T") || bytes[at] == UInt8(ascii: " ") }
        switch digits(at: at) {
        case 3: return setDayOfYear(number(3))
        case 1, 2: parts.month = number(digits(at: at))
        default: return false
        }
        guard skip(UInt8(ascii: "-")) else { return true }
        let length = digits(at: at)
        guard length == 1 || length == 2 else { return false }
        parts.day = number(length)
        return true
    }

    private mutating func readWeek(isHyphened: Bool) -> Bool {
        guard let year = parts.year, let week = number(2), (1...53).contains(week) else { return false }
        let hasDay = isHyphened ? skip(UInt8(ascii: "-")) : digits(at: at) == 1
        guard hasDay else {
            parts.week = week
            return true
        }
        guard let weekday = number(1), (1...7).contains(weekday) else { return false }
        // 4 January is in the first week, whichever day it is.
        let fourth = CivilTime(year: year, month: 1, day: 4)
        guard let number = fourth.dayNumber, let fourthWeekday = fourth.weekday else { return false }
        let date = CivilTime(dayNumber: number - (fourthWeekday - 1) + (week - 1) * 7 + weekday - 1)
        guard let found = date.isoWeek, found.week == week else { return false }
        (parts.year, parts.month, parts.day) = (date.year, date.month, date.day)
        return true
    }

    private mutating func setDayOfYear(_ day: Int?) -> Bool {
        guard let day, let year = parts.year, (1...(CivilTime.isLeap(year) ? 366 : 365)).contains(day),
            let date = CivilTime(year: year, month: 1, day: 1).adding(days: day - 1)
        else { return false }
        (parts.month, parts.day) = (date.month, date.day)
        return true
    }

    private mutating func skipTimeMark() -> Bool {
        let start = at
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: "T") || bytes[at] == UInt8(ascii: "t") { at += 1 }
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        return at > start
    }

    private mutating func readTime() -> Bool {
        let run = digits(at: at)
        guard parts.day != nil || parts.week != nil || parts.month == nil else { return false }
        if run == 4 || run == 6 {
            parts.hour = number(2)
            parts.minute = number(2)
            if run == 6 { parts.second = number(2) }
        } else {
            guard run == 1 || run == 2 else { return false }
            parts.hour = number(run)
            if skip(UInt8(ascii: ":")) {
                let length = digits(at: at)
                guard length == 1 || length == 2 else { return false }
                parts.minute = number(length)
                if skip(UInt8(ascii: ":")) {
                    let length = digits(at: at)
                    guard length == 1 || length == 2 else { return false }
                    parts.second = number(length)
                }
            }
        }
        // A fraction of the last part: more exact than news is.
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ",") {
            let length = digits(at: at + 1)
            guard length > 0 else { return false }
            at += 1 + length
        }
        return true
    }

    private mutating func readZone() -> Bool {
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        guard at < bytes.count else { return true }
        guard let zone = TimeZoneText.parse(bytes[at...]) else { return false }
        parts.offset = zone
        at = bytes.count
        return true
    }
}

/// Zones as they stand behind a time of day.
enum TimeZoneText {
    /// Minutes east of UTC: `Z`, `+0100`, `-05:00`, `+1`, `GMT+2`, `EST`. O(length).
    static func parse(_ text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        // `GMT+0200` is two hours east, as people write it.
        let letters = rest.prefix { ($0 | 0x20) &- 0x61 < 26 }
        var base = 0
        if !letters.isEmpty {
            guard let named = DateWords.standard.zones[String(decoding: letters, as: UTF8.self).asciiLowercased] else {
                return nil
            }
            base = named
            rest = rest[letters.endIndex...]
            if rest.isEmpty { return base }
            guard base == 0 else { return nil }
        }
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let digits = rest.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard (1...4).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
        guard minutes <= 1440, digits.count <= 2 || number % 100 < 60 else { return nil }
        return sign == UInt8(ascii: "-") ? -minutes : minutes
    }
}

/// The words of dates, from `Lexicons/dates.txt`.
struct DateWords: Sendable {
    static let standard = DateWords(LexiconFile(PackageResources.dates_txt))

    /// Months by their names in lower case.
    let months: [String: Int]
    /// Whether a mark puts the hour after noon.
    let halves: [String: Bool]
    /// Minutes east of UTC.
    let zones: [String: Int]

    private init(_ lexicon: LexiconFile) {
        func table<Value>(_ section: String, _ value: (String) -> Value?) -> [String: Value] {
            var table: [String: Value] = [:]
            for row in lexicon[section] {
                guard let value = value(row[0]) else { continue }
                for word in row.dropFirst() where !word.isEmpty { table[word] = value }
            }
            return table
        }
        months = table("months") { Int($0) }
        halves = table("halves") { $0 == "pm" }
        zones = table("zones") { Int($0) }
    }
}
