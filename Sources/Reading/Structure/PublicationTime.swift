internal import TextCore

/// Publication times as records and pages write them.
enum PublicationTime {
    /// The time of a count of seconds since 1970; of milli-, micro- or nanoseconds when the number is too large for that.
    static func epoch(_ number: Double) -> CivilTime? {
        var seconds = number
        guard seconds.isFinite, seconds > 0 else { return nil }
        while seconds > 1e11 { seconds /= 1000 }
        let whole = Int(seconds)
        var time = CivilTime(dayNumber: whole / 86_400)
        let inDay = whole % 86_400
        time.hour = inDay / 3600
        time.minute = inDay / 60 % 60
        time.second = inDay % 60
        time.offset = 0
        return time
    }

    /// The time that a string says, in any form that ``TimeLine`` knows: ISO 8601, RFC 5322, or as pages print it.
    /// - Complexity: O(*n*), of which no more than the first hundred tokens are read.
    static func parse(_ string: String) -> CivilTime? {
        let digits = string.utf8.filter { (0x30...0x39).contains($0) }.map { Int($0 & 0x0F) }
        if digits.count == string.utf8.count, (9...19).contains(digits.count) { return Double(string).flatMap(epoch) }
        // As Stemma itself writes an unknown year.
        if string.hasPrefix("XXXX-"), digits.count >= 4 {
            let (month, day) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
            return (1...12).contains(month) && (1...31).contains(day) ? CivilTime(month: month, day: day) : nil
        }
        if let packed = packed(string, digits) { return packed }
        let text = UTF8Text(string)
        let found = TimeLine(LineToken.scan(text.span, text.range, limit: 100)).time
        return found?.month == nil && found?.year == nil ? nil : found
    }

    /// "20211018" and "20211018T140500Z", as archives of the web write them.
    private static func packed(_ string: String, _ digits: [Int]) -> CivilTime? {
        guard digits.count == 8 || digits.count == 12 || digits.count == 14,
            string.utf8.prefix(8).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else {
            return nil
        }
        func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        var time = CivilTime(year: value(0..<4), month: value(4..<6), day: value(6..<8))
        guard (1000...2999).contains(time.year ?? 0), (1...12).contains(time.month ?? 0), (1...31).contains(time.day ?? 0) else {
            return nil
        }
        if digits.count >= 12, value(8..<10) < 24, value(10..<12) < 60 {
            time.hour = value(8..<10)
            time.minute = value(10..<12)
            if digits.count == 14, value(12..<14) <= 60 { time.second = value(12..<14) }
            if string.utf8.last == UInt8(ascii: "Z") { time.offset = 0 }
        }
        return time
    }
}
