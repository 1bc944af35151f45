internal import TextCore

/// A date and time as they stand in tokens, and how much else stands there.
struct TimeLine {
    /// The first date with the first clock time; what was said with "updated" only when there is nothing else.
    private(set) var time: CivilTime?
    /// Tokens of the line from the first to the last that belong to a date.
    private(set) var dated: Range<Int>?
    /// Words that belong to no date, label or filler.
    private(set) var otherWords = 0
    /// Whether a label such as "Published" stands before.
    private(set) var isLabelled = false
    /// Whether it begins with such a label: inside a sentence its word may mean anything else ("the time", "first").
    private(set) var opensWithLabel = false
    /// Whether it says a time from the moment of reading only, as pages do: "3 hours ago", "yesterday".
    private(set) var isRelative = false

    private let calendar: Calendar
    private let tokens: [LineToken]
    private var at = 0
    private var date: CivilTime?
    private var clock: (hour: Int, minute: Int, second: Int?)?
    private var zone: Int?
    /// Whether the zone is one of North America with summer time, and `zone` its offset in winter.
    private var isAmericanZone = false
    private var isUpdate = false
    private var hasUpdate = false
    /// A month and day that could be the other way round.
    private var isAmbiguous = false
    private var usesTwelveHours = false

    /// Reads tokens in one pass. O(*n*).
    /// - Parameter mostWords: where more words than this belong to no date, the rest is not read.
    init(_ tokens: [LineToken], _ calendar: Calendar = .standard, mostWords: Int = .max) {
        self.tokens = tokens
        self.calendar = calendar
        while at < tokens.count, otherWords <= mostWords { step() }
        finish()
    }

    /// Whether the line is nothing but a time: a date or clock with labels, fillers and signs.
    var isOnlyTime: Bool { otherWords == 0 && (time != nil || isRelative) }

    private mutating func finish() {
        if var date {
            if isAmbiguous {
                // 03/04/2021: with a twelve-hour clock it is American; with another clock it is not; else nobody knows.
                if usesTwelveHours {
                    (date.month, date.day) = (date.day, date.month)
                } else if clock == nil {
                    (date.month, date.day) = (nil, nil)
                }
            }
            if date.day != nil {
                date.hour = clock?.hour
                date.minute = clock?.minute
                date.second = clock?.second
                if clock != nil { date.offset = zone }
                if clock != nil, isAmericanZone {
                    let isAhead = DaylightSaving.america.isAhead(on: date)
                    date.offset = isAhead.flatMap { isAhead in zone.map { isAhead ? $0 + 60 : $0 } }
                }
            }
            time = date
        } else if let clock, otherWords == 0 {
            let offset = isAmericanZone ? nil : zone
            time = CivilTime(hour: clock.hour, minute: clock.minute, second: clock.second, offset: offset)
        }
    }

    private mutating func step() {
        let token = tokens[at]
        switch token.kind {
        case .number:
            if relativeTime() || numericDate() || dayMonth() || clockTime() || cjkDate() { return }
            otherWords += 1
            at += 1
        case .word:
            if monthDay() { return }
            word(token)
        case .sign:
            at += 1
        }
    }

    private mutating func word(_ token: LineToken) {
        at += 1
        if at == 1, token.length > 3 {
            opensWithLabel = calendar.updateLabels.contains(token.value) || calendar.labels.contains(token.value)
        }
        if token.isAllCaps, clock != nil, let offset = calendar.americanZones[token.value] {
            if zone == nil { (zone, isAmericanZone) = (offset, true) }
        } else if calendar.updateLabels.contains(token.value) {
            isUpdate = true
            isLabelled = true
        } else if calendar.labels.contains(token.value) {
            if token.length > 3 {
                isLabelled = true
                isUpdate = false
            }
        } else if let offset = calendar.zones[token.value] {
            if zone == nil, clock != nil { zone = numericOffset() ?? offset }
        } else if calendar.days.contains(token.value) {
            isRelative = true
        } else if !calendar.weekdays.contains(token.value), !calendar.fillers.contains(token.value) {
            otherWords += 1
        }
    }

    /// "3 hours ago", "vor 3 Stunden", "il y a 3 heures", "3 часа назад".
    private mutating func relativeTime() -> Bool {
        guard at + 1 < tokens.count, calendar.units.contains(tokens[at + 1].value) else { return false }
        if at + 2 < tokens.count, calendar.agoAfter.contains(tokens[at + 2].value) {
            at += 3
        } else if at > 0, calendar.agoBefore.contains(tokens[at - 1].value) {
            // The words before it have been counted as others.
            var before = at
            while before > 0, calendar.agoBefore.contains(tokens[before - 1].value) {
                before -= 1
                if !calendar.fillers.contains(tokens[before].value), !calendar.labels.contains(tokens[before].value) {
                    otherWords -= 1
                }
            }
            at += 2
        } else {
            return false
        }
        isRelative = true
        return true
    }

    /// "+0300", "+3", "-05:00" after GMT or UTC.
    private mutating func numericOffset() -> Int? {
        guard at + 1 < tokens.count, tokens[at].isSign("+") || tokens[at].isDash, !tokens[at + 1].isAfterSpace,
            let number = tokens[at + 1].number
        else { return nil }
        let sign = tokens[at].isDash ? -1 : 1
        at += 2
        if tokens[at - 1].length > 2 { return number <= 1400 ? sign * (number / 100 * 60 + number % 100) : nil }
        guard number <= 14 else { return nil }
        if at + 1 < tokens.count, tokens[at].isSign(":"), let minutes = tokens[at + 1].number, minutes < 60 {
            at += 2
            return sign * (number * 60 + minutes)
        }
        return sign * number * 60
    }

    // MARK: Dates

    private func number(_ index: Int) -> Int? { index < tokens.count ? tokens[index].number : nil }
    private func sign(_ index: Int, _ scalar: Unicode.Scalar) -> Bool { index < tokens.count && tokens[index].isSign(scalar) }
    private func year(_ index: Int) -> Int? {
        guard index < tokens.count, tokens[index].length == 4, let value = tokens[index].number, (1400...2199).contains(value)
        else {
            return nil
        }
        return value
    }

    private mutating func take(_ found: CivilTime, through end: Int, ambiguous: Bool = false) {
        if date == nil || hasUpdate && !isUpdate {
            date = found
            isAmbiguous = ambiguous
            hasUpdate = isUpdate
            // A clock before the date stays: "14:05, 18 October".
            if hasUpdate { clock = nil }
        }
        dated = min(dated?.lowerBound ?? at, at)..<end
        at = end
    }

    /// 2021-10-18, 2021/10/18, 18.10.2021, 18/10/2021, 10/18/2021, 18.10.21; with an ISO time after it.
    private mutating func numericDate() -> Bool {
        guard let a = number(at), at + 4 < tokens.count, tokens[at + 1].kind == .sign,
            tokens[at + 1].value == tokens[at + 3].value,
            let b = number(at + 2), let c = number(at + 4)
        else { return false }
        let separator = tokens[at + 1]
        guard separator.isSign(".") || separator.isSign("/") || separator.isDash else { return false }
        if let year = year(at), (1...12).contains(b), (1...31).contains(c), tokens[at + 4].length <= 2 {
            take(CivilTime(year: year, month: b, day: c), through: at + 5)
            isoTime()
            return true
        }
        guard tokens[at].length <= 2, tokens[at + 2].length <= 2 else { return false }
        let shortYear = tokens[at + 4].length == 2 && separator.isSign(".") ? (c < 70 ? 2000 + c : 1900 + c) : nil
        guard let year = year(at + 4) ?? shortYear else { return false }
        if (1...31).contains(a), (1...12).contains(b) {
            let isAmbiguous = separator.isSign("/") && a <= 12 && a != b
            take(CivilTime(year: year, month: b, day: a), through: at + 5, ambiguous: isAmbiguous)
            return true
        }
        if (1...12).contains(a), (13...31).contains(b), !separator.isSign(".") {
            take(CivilTime(year: year, month: a, day: b), through: at + 5)
            return true
        }
        return false
    }

    /// The time after an ISO date: "T14:05:06.789+02:00".
    private mutating func isoTime() {
        guard at < tokens.count, tokens[at].kind == .word, tokens[at].value == Calendar.t, !tokens[at].isAfterSpace,
            number(at + 1) != nil
        else { return }
        at += 1
        let old = zone
        guard clockTime(), zone == old else { return }
        if sign(at, "."), number(at + 1) != nil { at += 2 }
        if at < tokens.count, tokens[at].kind == .word, tokens[at].value == Calendar.z {
            zone = 0
            at += 1
        } else if let offset = numericOffset() {
            zone = offset
        }
    }

    /// "18 Oct, 2021", "18th of October 2021", "le 1er mars", "18. Oktober 2021", "18 de octubre de 2021".
    private mutating func dayMonth() -> Bool {
        guard let day = number(at), (1...31).contains(day), tokens[at].length <= 2 else { return false }
        var next = at + 1
        // An ordinal's ending, stop or "of" between day and month: at most three tokens.
        for _ in 0..<3 {
            guard next < tokens.count else { return false }
            if tokens[next].kind == .sign || calendar.fillers.contains(tokens[next].value),
                calendar.months[tokens[next].value] == nil
            {
                guard
                    tokens[next].kind == .word || tokens[next].isSign(".") || tokens[next].isSign("º") || tokens[next].isSign(",")
                        || tokens[next].isDash
                else { return false }
                next += 1
            }
        }
        guard next < tokens.count, tokens[next].kind == .word, let month = calendar.months[tokens[next].value] else {
            return false
        }
        next += 1
        let afterMonth = next
        for _ in 0..<3 where next < tokens.count && year(next) == nil {
            let token = tokens[next]
            guard
                token.isSign(".") || token.isSign(",") || token.isDash
                    || token.kind == .word && calendar.fillers.contains(token.value)
            else { break }
            next += 1
        }
        if let year = year(next) {
            take(CivilTime(year: year, month: month, day: day), through: next + 1)
        } else {
            take(CivilTime(month: month, day: day), through: afterMonth)
        }
        return true
    }

    /// "October 18, 2021", "Oct. 18th", "March 2021".
    private mutating func monthDay() -> Bool {
        guard let month = calendar.months[tokens[at].value] else { return false }
        var next = at + 1
        if sign(next, ".") { next += 1 }
        if let year = year(next) {
            take(CivilTime(year: year, month: month), through: next + 1)
            return true
        }
        guard let day = number(next), (1...31).contains(day), tokens[next].length <= 2 else { return false }
        next += 1
        if next < tokens.count, tokens[next].kind == .word, !tokens[next].isAfterSpace,
            calendar.fillers.contains(tokens[next].value)
        {
            next += 1
        }
        let afterDay = next
        if sign(next, ",") || sign(next, ".") { next += 1 }
        if let year = year(next) {
            take(CivilTime(year: year, month: month, day: day), through: next + 1)
        } else {
            take(CivilTime(month: month, day: day), through: afterDay)
        }
        return true
    }

    /// 2021年10月18日, 2021년 10월 18일.
    private mutating func cjkDate() -> Bool {
        guard let year = year(at), at + 4 < tokens.count, calendar.yearMarks.contains(tokens[at + 1].value),
            let month = number(at + 2),
            (1...12).contains(month), calendar.monthMarks.contains(tokens[at + 3].value)
        else { return false }
        if let day = number(at + 4), (1...31).contains(day) {
            take(CivilTime(year: year, month: month, day: day), through: min(at + 6, tokens.count))
        } else {
            take(CivilTime(year: year, month: month), through: at + 4)
        }
        return true
    }

    // MARK: Clock times

    /// Whether "下午", "午後", "오후" or their counterparts for the morning stand before the hour.
    private func isAfternoonBefore() -> Bool? {
        guard at > 0 else { return nil }
        let last = tokens[at - 1].value
        if calendar.afterNoon.contains(last), tokens[at - 1].length > 2 { return true }
        if calendar.beforeNoon.contains(last), tokens[at - 1].length > 2 { return false }
        guard at > 1 else { return nil }
        switch (tokens[at - 2].value, last) {
        case (Calendar.below, Calendar.noon), (Calendar.noon, Calendar.after), (Calendar.noon, Calendar.afterSimplified):
            return true
        case (Calendar.above, Calendar.noon), (Calendar.noon, Calendar.before): return false
        default: return nil
        }
    }

    /// A time of day as far as it has been read.
    private struct ClockReading {
        var hour: Int
        var minute = 0
        var second: Int?
        /// Whether more than a number has been read.
        var isClock = false
        /// The token behind it.
        var end: Int
    }

    /// "14:05", "14:05:06", "14h05", "9 h 12", "14.05 BST", "14 Uhr", "2:05 p.m.", "6am".
    private mutating func clockTime() -> Bool {
        guard let hour = number(at), (0...24).contains(hour), tokens[at].length <= 2 else { return false }
        var reading = ClockReading(hour: hour, end: at + 1)
        readMinutes(&reading)
        readHalf(&reading)
        guard reading.isClock, reading.hour < 24 else { return false }
        if reading.hour <= 12, !usesTwelveHours, let isAfternoon = isAfternoonBefore() {
            reading.hour = reading.hour % 12 + (isAfternoon ? 12 : 0)
        }
        let isFirst = clock == nil && (!isUpdate || date == nil || hasUpdate)
        if isFirst { clock = (reading.hour, reading.minute, reading.second) }
        at = reading.end
        // "14:05:00 +0300", "14:05+03:00"; a hyphen after minutes alone could be a stretch of time.
        if sign(at, "+") || reading.second != nil && at < tokens.count && tokens[at].isDash, let offset = numericOffset(), isFirst
        {
            zone = offset
        }
        return true
    }

    /// Minutes and seconds behind an hour, and the mark between: ":05", ".05", "h05", "時05分".
    private func readMinutes(_ reading: inout ClockReading) {
        let mark = reading.end
        guard mark < tokens.count else { return }
        if tokens[mark].kind == .word, calendar.hourMarks.contains(tokens[mark].value) {
            reading.isClock = true
            reading.end += 1
            guard let minute = number(reading.end), minute < 60, tokens[reading.end].length <= 2 else { return }
            reading.minute = minute
            reading.end += 1
            // What minutes are called.
            if isWord(reading.end, in: calendar.fillers) { reading.end += 1 }
        } else if sign(mark, ":") || sign(mark, ".") || tokens[mark].kind == .word && tokens[mark].value == Calendar.h {
            if let minute = number(mark + 1), minute < 60, tokens[mark + 1].length == 2 {
                reading.minute = minute
                reading.isClock = true
                reading.end += 2
                if sign(reading.end, ":"), let second = number(reading.end + 1), second <= 60 {
                    reading.second = second
                    reading.end += 2
                }
            } else if tokens[mark].kind == .word {
                reading.isClock = true
                reading.end += 1
            }
        }
    }

    /// Which half of the day a time is in ("p.m.", "am"), or that it is one at all ("Uhr").
    private mutating func readHalf(_ reading: inout ClockReading) {
        let mark = reading.end
        guard mark < tokens.count, tokens[mark].kind == .word else { return }
        let word = tokens[mark].value
        var isAfternoon: Bool?
        var end = mark + 1
        if calendar.beforeNoon.contains(word) {
            isAfternoon = false
        } else if calendar.afterNoon.contains(word) {
            isAfternoon = true
        } else if word == Calendar.a || word == Calendar.p, sign(mark + 1, "."), mark + 2 < tokens.count,
            tokens[mark + 2].value == Calendar.m
        {
            isAfternoon = word == Calendar.p
            end = mark + 3
            if sign(end, ".") { end += 1 }
        } else if word == Calendar.uhr {
            reading.isClock = true
            reading.end += 1
        }
        guard let isAfternoon, (1...12).contains(reading.hour) else { return }
        reading.hour = reading.hour % 12 + (isAfternoon ? 12 : 0)
        reading.isClock = true
        usesTwelveHours = true
        reading.end = end
    }

    private func isWord(_ at: Int, in words: Set<UInt64>) -> Bool {
        at < tokens.count && tokens[at].kind == .word && words.contains(tokens[at].value)
    }
}
