internal import TextCore

/// How WARC (ISO 28500) writes the values of its header.
enum WARCHeader {
    /// A version line's version, `1.0` of `WARC/1.0`.
    static func version(_ line: ArraySlice<UInt8>) -> String {
        String(lenient: line.dropFirst(5).trimmed.prefix(32))
    }

    /// The versions that are read.
    static func isRead(version: String) -> Bool { ["0.17", "0.18", "1.0", "1.1"].contains(version) }

    /// Whether a record seems to start at a place, as far as can be told before `end`: a version line, and a field of a record
    /// behind it.
    static func startsRecord(_ bytes: [UInt8], _ at: Int, to end: Int) -> Bool {
        let rest = bytes[at..<end].prefix(startLength)
        guard rest.hasPrefix("WARC/"), rest.count > 8, rest[at + 5].isASCIIDigit, rest[at + 6] == UInt8(ascii: ".") else {
            return false
        }
        guard let end = rest.firstIndex(of: 0x0A), rest[(at + 7)..<end].trimmed.decimal != nil else { return false }
        let next = rest[(end + 1)...]
        return next.hasPrefix(ignoringCase: "warc-") || next.hasPrefix(ignoringCase: "content-") || next.count < 8
    }

    /// How many bytes ``startsRecord(_:_:to:)`` looks at.
    static let startLength = 64

    /// A value in angle brackets without them.
    static func withoutBrackets(_ value: String) -> String {
        guard value.utf8.count >= 2, value.utf8.first == UInt8(ascii: "<"), value.utf8.last == UInt8(ascii: ">") else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }

    /// A date of WARC: W3C's profile of ISO 8601, in 1.1 with as much precision as there is, from the year to fractions of a
    /// second; UTC.
    static func date(_ text: String) -> CivilTime? {
        var parts: [Int] = []
        var digits: [UInt8] = []
        let signs = Array("--T::.".utf8)
        for byte in Array(text.utf8)[...].trimmed {
            if byte.isASCIIDigit {
                digits.append(byte)
                guard digits.count <= 20 else { return nil }
            } else if byte == UInt8(ascii: "Z") {
                break
            } else {
                guard let value = digits[...].decimal, parts.count < signs.count, byte == signs[parts.count] else { return nil }
                parts.append(value)
                digits = []
            }
        }
        guard let value = digits[...].decimal else { return nil }
        parts.append(value)
        return time(parts)
    }

    /// A date of ARC, `YYYYMMDDhhmmss`, or its beginning; what some writers put behind it is passed over.
    static func date(digits: ArraySlice<UInt8>) -> CivilTime? {
        let digits = digits.prefix(14)
        guard digits.count >= 4, digits.count % 2 == 0 else { return nil }
        var at = digits.startIndex
        var parts: [Int] = []
        for width in [4, 2, 2, 2, 2, 2] where at < digits.endIndex {
            guard let value = digits[at..<at + width].decimal else { return nil }
            parts.append(value)
            at += width
        }
        return time(parts)
    }

    /// A time of year, month, day, hour, minute and second, as many as there are; nil when they make none.
    private static func time(_ parts: [Int]) -> CivilTime? {
        func part(_ index: Int) -> Int? { index < parts.count ? parts[index] : nil }
        guard let year = part(0), year <= 9999 else { return nil }
        let time = CivilTime(
            year: year,
            month: part(1),
            day: part(2),
            hour: part(3),
            minute: part(4),
            second: part(5),
            offset: part(3) == nil ? nil : 0
        )
        guard time.isPossibleDate, part(3) ?? 0 < 24, part(4) ?? 0 < 60, part(5) ?? 0 <= 60 else { return nil }
        return time
    }
}
