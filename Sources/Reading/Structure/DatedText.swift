internal import TextCore

/// The two times that a short text may say: "Published 5 February 2024 09:12 GMT | Updated 6 February 2024".
struct DatedText {
    /// The text up to the first word for a change, and from there to the next word for publication.
    private(set) var published: String
    private(set) var updated: String?

    /// - Complexity: O(length of the text).
    init(_ string: String, _ calendar: Calendar = .standard) {
        let text = UTF8Text(string)
        let tokens = LineToken.scan(text.span, text.range, limit: 120)
        guard let start = tokens.firstIndex(where: { $0.kind == .word && calendar.updateLabels.contains($0.value) }) else {
            published = string
            return
        }
        // "Updated … First published …": what follows the change may be the publication.
        let next = tokens[start...].firstIndex {
            $0.kind == .word && $0.length > 3 && calendar.labels.contains($0.value) && $0.isCapitalized
        }
        let from = tokens[start].range.lowerBound
        let to = next.map { tokens[$0].range.lowerBound } ?? text.count
        updated = text[from..<to]
        published = text[0..<from] + text[to..<text.count]
    }
}

/// Digits of other scripts as ASCII's: "٢٠٢٤" is "2024", as is "２０２４".
enum WesternDigits {
    static func of(_ string: String) -> String {
        guard string.utf8.contains(where: { $0 >= 0xD9 }) else { return string }
        var result = String.UnicodeScalarView()
        for scalar in string.unicodeScalars { result.append(Self.digit(scalar) ?? scalar) }
        return String(result)
    }

    /// The first digits of the scripts that dates are printed in.
    private static let zeros: [UInt32] = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10]

    private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard let zero = zeros.first(where: { (0..<10).contains(Int64(scalar.value) - Int64($0)) }) else { return nil }
        return Unicode.Scalar(0x30 + scalar.value - zero)
    }
}

/// Dates of Iran's calendar: "16 بهمن 1402" is 5 February 2024.
enum PersianDate {
    /// The date that a text says, with its clock time; nil where it has no month or year of that calendar.
    static func time(in string: String, _ calendar: Calendar = .standard) -> CivilTime? {
        let text = UTF8Text(string)
        let tokens = LineToken.scan(text.span, text.range, limit: 60)
        for at in tokens.indices {
            guard let found = named(tokens, at, calendar) ?? numbered(tokens, at) else { continue }
            var time = CivilTime(dayNumber: dayNumber(found.year, found.month, found.day))
            let clock = TimeLine(tokens.indices.filter { !found.range.contains($0) }.map { tokens[$0] }, calendar)
            if let clock = clock.time, clock.year == nil, clock.month == nil {
                (time.hour, time.minute, time.second) = (clock.hour, clock.minute, clock.second)
            } else if let colon = tokens.firstIndex(where: { $0.isSign(":") }), colon > 0, colon + 1 < tokens.count,
                let hour = tokens[colon - 1].number, let minute = tokens[colon + 1].number, hour < 24, minute < 60
            {
                (time.hour, time.minute) = (hour, minute)
            }
            return time
        }
        return nil
    }

    private typealias Found = (year: Int, month: Int, day: Int, range: Range<Int>)

    /// "16 بهمن 1402"
    private static func named(_ tokens: [LineToken], _ at: Int, _ calendar: Calendar) -> Found? {
        guard at > 0, at + 1 < tokens.count, let month = calendar.persianMonths[tokens[at].value],
            let day = tokens[at - 1].number, (1...31).contains(day)
        else { return nil }
        guard let place = (at + 1..<min(at + 4, tokens.count)).first(where: { tokens[$0].number != nil }),
            let year = tokens[place].number, years.contains(year)
        else { return nil }
        return (year, month, day, at - 1..<place + 1)
    }

    /// "1402/11/16"
    private static func numbered(_ tokens: [LineToken], _ at: Int) -> Found? {
        guard at + 4 < tokens.count, let year = tokens[at].number, years.contains(year), tokens[at].length == 4,
            tokens[at + 1].isSign("/") || tokens[at + 1].isDash, tokens[at + 3].value == tokens[at + 1].value,
            let month = tokens[at + 2].number, (1...12).contains(month), let day = tokens[at + 4].number, (1...31).contains(day)
        else { return nil }
        return (year, month, day, at..<at + 5)
    }

    /// Years in which there are web pages, or articles in their archives.
    private static let years = 1300...1499

    /// Days since 1970-01-01. Leap years follow one another in cycles of 33, which holds from 1206 to 1634.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // 1 Farvardin 1349 was 21 March 1970.
        var days = 79
        if year >= 1349 {
            for earlier in 1349..<max(year, 1349) { days += isLeap(earlier) ? 366 : 365 }
        } else {
            for later in year..<1349 { days -= isLeap(later) ? 366 : 365 }
        }
        days += month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
        return days + day - 1
    }

    private static func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
}
