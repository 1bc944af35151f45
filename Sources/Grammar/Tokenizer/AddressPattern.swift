import TextCore

/// Tells whether a whole string is an address of the web, or of mail, as spaCy's `url_match` does.
///
/// The pattern's structure is implemented here by hand, since it nests more than ``AffixPatternParser`` reads: a scheme, a
/// user, then an address of four numbers or a name with a top-level domain, a port, and a path. A model with another
/// pattern is refused.
struct AddressPattern: Sendable {
    /// The letters of top-level domains.
    private let domainLetters: ScalarSet

    /// SHA-256 of the pattern that this implements.
    private static let digest: [UInt8] = [
        0x7A, 0xDB, 0x13, 0x42, 0x67, 0x27, 0x74, 0xF9, 0x4F, 0xFB, 0x32, 0xEF, 0x3B, 0xC6, 0xEB, 0x2F,
        0x7A, 0x5A, 0x80, 0x3A, 0xB8, 0xC5, 0x19, 0x20, 0xBB, 0xA1, 0x9C, 0x34, 0xFD, 0x9C, 0xEC, 0x14,
    ]

    init(pattern: String) throws(AffixPatternParser.Fault) {
        guard SHA256.digest(Array(pattern.utf8)) == Self.digest else {
            throw AffixPatternParser.Fault(offset: 0, expected: "the pattern of addresses of spaCy 3.8")
        }
        // The class stands between the labels of the name and its length.
        // The last class but one: that of paths comes behind it.
        let classes = pattern.unicodeScalars.split(separator: "[").suffix(2)
        guard classes.count == 2, let letters = classes.first?.split(separator: "]").first,
            let set = try AffixPatternParser.parse("[\(String(letters))]").first?.body.first
        else { throw AffixPatternParser.Fault(offset: 0, expected: "the letters of top-level domains") }
        domainLetters = set
    }

    /// Whether all of a range is an address. The range must have no white space. O(*n*).
    func matches(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // Every address has a point; most words have none.
        var hasPoint = false
        for index in range where bytes[index] == UInt8(ascii: ".") {
            hasPoint = true
            break
        }
        guard hasPoint else { return false }
        if matchesHost(bytes, range) { return true }
        if let host = schemeEnd(bytes, range), matchesHost(bytes, host..<range.upperBound) { return true }
        // A user is anything before an “@”. No host has one, so that each is looked at for as long as the next is away.
        for index in range.dropFirst() where bytes[index] == UInt8(ascii: "@") {
            if matchesHost(bytes, index + 1..<range.upperBound) { return true }
        }
        return false
    }

    /// The end of `[\w+.-]{2,}://`.
    private func schemeEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var at = range.lowerBound
        var count = 0
        while at < range.upperBound, bytes[at] != UInt8(ascii: ":") {
            let found = bytes.scalar(at: at)
            guard found.value == 0x2B || found.value == 0x2D || found.value == 0x2E || PythonText.isWord(found.value) else {
                return nil
            }
            at += found.length
            count += 1
        }
        guard count >= 2, range.upperBound - at >= 3, bytes[at + 1] == UInt8(ascii: "/"), bytes[at + 2] == UInt8(ascii: "/")
        else {
            return nil
        }
        return at + 3
    }

    /// A host, `(:\d{2,5})?`, and `([/?#]\S*)?` up to the end.
    private func matchesHost(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var end = range.lowerBound
        while end < range.upperBound, !Self.endsHost(bytes[end]) { end += 1 }
        let host = range.lowerBound..<end
        guard end == range.upperBound || bytes[end] != UInt8(ascii: "@") else { return false }
        guard matchesName(bytes, host) || matchesNumbers(bytes, host) else { return false }
        guard end < range.upperBound, bytes[end] == UInt8(ascii: ":") else { return true }
        var at = end + 1
        var digits = 0
        while at < range.upperBound, digits < 6 {
            let found = bytes.scalar(at: at)
            guard PythonText.isDecimal(found.value) else { break }
            at += found.length
            digits += 1
        }
        guard (2...5).contains(digits) else { return false }
        return at == range.upperBound || [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(bytes[at])
    }

    private static func endsHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"): true
        default: false
        }
    }

    /// Labels with points between, and a top-level domain of 2 to 63 letters.
    private func matchesName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        var labels = 0
        var length = 0
        var startsRight = false
        var endsRight = false
        var isInLabel = true
        var isDomain = true
        while at < range.upperBound {
            let found = bytes.scalar(at: at)
            at += found.length
            if found.value == 0x2E {
                guard isInLabel, startsRight, endsRight, (1...64).contains(length) else { return false }
                labels += 1
                length = 0
                isDomain = true
                isInLabel = true
                continue
            }
            endsRight = Self.isLabelEnd(found.value)
            if length == 0 { startsRight = endsRight }
            isInLabel = isInLabel && (endsRight || found.value == 0x5F || found.value == 0x2D)
            isDomain = isDomain && domainLetters.contains(found.value)
            guard isInLabel || isDomain else { return false }
            length += 1
        }
        return labels > 0 && isDomain && (2...63).contains(length)
    }

    private static func isLabelEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xA1...0xFFFF: true
        default: false
        }
    }

    /// Four numbers of an address that is not of a private network.
    private func matchesNumbers(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var parts: [[UInt32]] = [[]]
        var at = range.lowerBound
        while at < range.upperBound {
            let found = bytes.scalar(at: at)
            at += found.length
            if found.value == 0x2E {
                guard parts.count < 4 else { return false }
                parts.append([])
            } else {
                guard PythonText.isDecimal(found.value), parts[parts.count - 1].count < 3 else { return false }
                parts[parts.count - 1].append(found.value)
            }
        }
        guard parts.count == 4, !parts.contains([]) else { return false }
        func text(_ part: Int) -> String { String(String.UnicodeScalarView(parts[part].compactMap(Unicode.Scalar.init))) }
        switch (text(0), text(1)) {
        case ("10", _), ("127", _), ("169", "254"), ("192", "168"): return false
        case ("172", let second):
            let scalars = parts[1]
            if second == "30" || second == "31" || scalars.count == 2 && (0x36...0x39).contains(scalars[1]) && scalars[0] == 0x31
                || scalars.count == 2 && scalars[0] == 0x32
            {
                return false
            }
        default: break
        }
        return Self.isFirst(parts[0]) && Self.isMiddle(parts[1]) && Self.isMiddle(parts[2]) && Self.isLast(parts[3])
    }

    /// `[1-9]\d?|1\d\d|2[01]\d|22[0-3]`
    private static func isFirst(_ part: [UInt32]) -> Bool {
        if part.count <= 2 { return (0x31...0x39).contains(part[0]) }
        return part[0] == 0x31 || part[0] == 0x32 && (part[1] == 0x30 || part[1] == 0x31)
            || part[0] == 0x32 && part[1] == 0x32 && (0x30...0x33).contains(part[2])
    }

    /// `1?\d{1,2}|2[0-4]\d|25[0-5]`
    private static func isMiddle(_ part: [UInt32]) -> Bool {
        part.count <= 2 || part[0] == 0x31 || isHigh(part, last: 0x35)
    }

    /// `[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]`
    private static func isLast(_ part: [UInt32]) -> Bool {
        if part.count <= 2 { return (0x31...0x39).contains(part[0]) }
        return part[0] == 0x31 || isHigh(part, last: 0x34)
    }

    private static func isHigh(_ part: [UInt32], last: UInt32) -> Bool {
        guard part.count == 3, part[0] == 0x32 else { return false }
        return (0x30...0x34).contains(part[1]) || part[1] == 0x35 && (0x30...last).contains(part[2])
    }
}
