internal import TextCore

/// Dates with names of months, or numbers in the order of some country: RFC 822 and its kin, `asctime`, dates with East
/// Asian marks. The text is cut into numbers, words and signs; what each number is, its form and neighbors tell.
struct WordedDate {
    private struct Number {
        var value: Int
        var digits: Int
        /// The sign right before it, 0 for none.
        var before: UInt8
        /// The sign right behind it.
        var after: UInt8
    }

    private var parts = DateParts()
    private var numbers: [Number] = []
    private var isAfternoon: Bool?
    /// How many numbers stood before the name of the month.
    private var numbersBeforeMonth = 0
    /// Whether the month was named, not numbered.
    private var isMonthByName = false

    /// The time that a whole text stands for. O(*n*).
    static func parse(_ bytes: [UInt8]) -> CivilTime? {
        var reader = WordedDate()
        guard reader.read(bytes) else { return nil }
        guard reader.assignDate() else { return nil }
        if let isAfternoon = reader.isAfternoon, let hour = reader.parts.hour {
            guard (0...12).contains(hour) || isAfternoon && hour < 24 else { return nil }
            if isAfternoon, hour < 12 { reader.parts.hour = hour + 12 }
            if !isAfternoon, hour == 12 { reader.parts.hour = 0 }
        }
        return reader.parts.time
    }

    private mutating func read(_ bytes: [UInt8]) -> Bool {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte &- 0x30 < 10 {
                guard let end = readNumber(bytes, at) else { return false }
                at = end
            } else if byte == UInt8(ascii: "(") {
                // RFC 822's comments.
                guard let close = bytes[at...].firstIndex(of: UInt8(ascii: ")")) else { return false }
                at = close + 1
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), parts.hour != nil, let end = readZone(bytes, at) {
                at = end
            } else if (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 {
                guard let end = readWord(bytes, at) else { return false }
                at = end
            } else {
                at += 1
            }
        }
        return true
    }

    // MARK: Cutting

    /// A number, or a time of day with it. Returns where it ends.
    private mutating func readNumber(_ bytes: [UInt8], _ start: Int) -> Int? {
        var end = start
        var value = 0
        while end < bytes.count, bytes[end] &- 0x30 < 10 {
            guard end - start < 8 else { return nil }
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        let isTime = end + 1 < bytes.count && bytes[end] == UInt8(ascii: ":") && bytes[end + 1] &- 0x30 < 10
        if isTime, parts.hour == nil, end - start <= 2 { return readTime(bytes, hour: value, end) }
        guard numbers.count < 6 else { return nil }
        let before = start > 0 ? bytes[start - 1] : 0
        numbers.append(Number(value: value, digits: end - start, before: before, after: end < bytes.count ? bytes[end] : 0))
        return end
    }

    private mutating func readTime(_ bytes: [UInt8], hour: Int, _ colon: Int) -> Int {
        parts.hour = hour
        var at = colon
        for index in 0..<2 {
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: ":"), bytes[at + 1] &- 0x30 < 10 else { break }
            var value = 0
            var end = at + 1
            while end < bytes.count, end <= at + 2, bytes[end] &- 0x30 < 10 {
                value = value * 10 + Int(bytes[end] - 0x30)
                end += 1
            }
            if index == 0 { parts.minute = value } else { parts.second = value }
            at = end
        }
        if at + 1 < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ","), bytes[at + 1] &- 0x30 < 10 {
            at += 1
            while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
        }
        return at
    }

    /// A numeric zone behind the time of day; nil where the sign is none of a zone.
    private mutating func readZone(_ bytes: [UInt8], _ start: Int) -> Int? {
        var end = start + 1
        while end < bytes.count, bytes[end] &- 0x30 < 10 || bytes[end] == UInt8(ascii: ":") { end += 1 }
        guard let zone = TimeZoneText.parse(bytes[start..<end]) else { return nil }
        // `GMT+0100` and `+0100 (BST)`: the number counts.
        parts.offset = zone
        return end
    }

    /// A word: a month, a zone, a half of the day, a mark behind a number, or a weekday, which says nothing new. Nil for
    /// what has no place in a date.
    private mutating func readWord(_ bytes: [UInt8], _ start: Int) -> Int? {
        let span = bytes.span
        var end = start
        while end < bytes.count {
            let scalar = span.scalar(at: end)
            let isDot = scalar.value == 0x2E && end + 1 < bytes.count && (bytes[end + 1] | 0x20) &- 0x61 < 26
            guard isDot || scalar.value >= 0x80 || CharacterClass.of(scalar.value).isLetter else { break }
            end += scalar.length
        }
        let word = String(decoding: bytes[start..<end], as: UTF8.self)
        let folded = word.unicodeScalars.reduce(into: "") { folded, scalar in
            folded.unicodeScalars.append(Unicode.Scalar(CaseFolding.fold(scalar.value)) ?? scalar)
        }
        let words = DateWords.standard
        if markNumber(folded) { return end }
        // `mar., 19 oct. 2021`: a weekday can look like a month, and stands before all numbers.
        let canBeMonth = parts.month == nil || numbersBeforeMonth == 0 && isMonthByName
        if let month = words.months[folded], canBeMonth {
            isMonthByName = true
            parts.month = month
            numbersBeforeMonth = numbers.count
        } else if let half = words.halves[folded] {
            isAfternoon = half
        } else if parts.hour != nil, let zone = words.zones[folded] {
            if parts.offset == nil { parts.offset = zone }
        } else if word.utf8.count == 1, word.utf8.first.map({ $0 | 0x20 == UInt8(ascii: "t") }) == true {
            // The T of ISO 8601 between day and time.
        } else if parts.hour == nil, words.zones[folded] == nil, word.unicodeScalars.count > 16 {
            return nil
        }
        return end
    }

    /// The marks of East Asia behind numbers: year, month, day, hour, minute, second.
    private mutating func markNumber(_ word: String) -> Bool {
        guard let last = numbers.last else { return false }
        switch word {
        case "년", "年": parts.year = last.value
        case "월", "月": parts.month = last.value
        case "일", "日", "号": parts.day = last.value
        case "시", "時", "时": parts.hour = last.value
        case "분", "分": parts.minute = last.value
        case "초", "秒": parts.second = last.value
        default: return false
        }
        numbers.removeLast()
        return true
    }

    // MARK: Which number is what

    private mutating func assignDate() -> Bool {
        if parts.year != nil, parts.month != nil { return numbers.isEmpty && (parts.day != nil || parts.hour == nil) }
        return parts.month == nil ? assignNumericDate() : assignDayAndYear()
    }

    /// A month by name, and a day and year around it.
    private mutating func assignDayAndYear() -> Bool {
        guard numbers.count == 2 else {
            // A month and a year.
            guard numbers.count == 1, numbers[0].digits == 4, parts.hour == nil else { return false }
            parts.year = numbers[0].value
            return true
        }
        let (first, second) = (numbers[0], numbers[1])
        // `2004-július-13`, `2004 Jan 1`: the longer number is the year. Otherwise the day comes first.
        let isYearFirst = first.digits >= 3 && second.digits <= 2
        let (day, year) = isYearFirst ? (second, first) : (first, second)
        guard day.digits <= 2, year.digits <= 4 else { return false }
        parts.day = day.value
        parts.year = Self.year(year)
        return true
    }

    /// Three numbers: with a year of four digits at one end.
    private mutating func assignNumericDate() -> Bool {
        guard numbers.count == 3 else { return false }
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        guard second.digits <= 2 else { return false }
        if first.digits == 4, third.digits <= 2 {
            (parts.year, parts.month, parts.day) = (first.value, second.value, third.value)
            return true
        }
        guard third.digits == 4, first.digits <= 2 else { return false }
        parts.year = third.value
        // Dots are written by those who put the day first; slashes by everybody, but halves of the day mostly by Americans.
        if first.after == UInt8(ascii: ".") || first.value > 12 {
            (parts.day, parts.month) = (first.value, second.value)
        } else if second.value > 12 || isAfternoon != nil || first.value == second.value {
            (parts.month, parts.day) = (first.value, second.value)
        } else {
            return false
        }
        return true
    }

    /// RFC 2822, section 4.3: two digits below 50 are of this century, others and three digits count from 1900.
    private static func year(_ number: Number) -> Int {
        switch number.digits {
        case ...2: number.value < 50 ? 2000 + number.value : 1900 + number.value
        case 3: 1900 + number.value
        default: number.value
        }
    }
}
