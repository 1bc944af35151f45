/// JSON as web pages carry it, read as far as it makes sense: a flat list of values over the bytes.
///
/// RFC 8259, and what publishers' templates make of it: comments, `<!-- -->` and CDATA around it, trailing and missing
/// commas, raw line ends and control characters in strings, unescaped quotation marks in strings, single quotation marks,
/// keys without any, invalid escapes, quotation marks as `&quot;`, several values in a row, missing closers at the end.
/// It never fails: it gives what it could read and says in ``isRepaired`` whether the bytes were other than JSON.
///
/// - Complexity: linear time; memory linear in the number of values, which is bounded by ``Limits``.
struct LenientJSON: Sendable {
    /// What is read at most; the rest is left out, and ``isTruncated`` says so.
    enum Limits {
        static let bytes = 4 << 20
        static let values = 200_000
        static let depth = 128
    }

    enum Kind: UInt8, Sendable {
        case null, boolean, number, string, array, object
    }

    /// A value by its place in the list. Values stand in document order, each after the one that holds it.
    typealias Index = Int

    struct Value: Sendable {
        var kind: Kind
        /// The bytes between the quotation marks of a string, or of the whole literal; of a container, from bracket to bracket.
        var range: Range<Int>
        /// The bytes of the key in an object, without quotation marks; empty elsewhere.
        var key: Range<Int>
        /// The container; -1 for a value at the top.
        var parent: Int
        /// The value after this one in its container; -1 for the last.
        var next = -1
        var firstChild = -1
        /// Whether a string holds a backslash.
        var isEscaped = false
    }

    /// The bytes that ranges count in: those that were given, unless `&quot;` had to be replaced in them.
    let bytes: [UInt8]
    /// Whether ``bytes`` are the bytes that were given, so that ranges hold in the source too.
    let isVerbatim: Bool
    /// All values.
    let values: [Value]
    /// The values at the top.
    let roots: [Index]
    /// Whether something had to be read otherwise than JSON prescribes.
    let isRepaired: Bool
    /// Whether a limit cut it off.
    let isTruncated: Bool

    /// Reads bytes.
    init(_ given: [UInt8]) {
        let replaced = Self.withoutEscapedQuotes(given)
        let read = replaced ?? given
        var parser = LenientJSONParser(end: min(read.count, Limits.bytes))
        parser.run(read.span)
        bytes = read
        isVerbatim = replaced == nil
        values = parser.values
        roots = parser.roots
        isRepaired = parser.isRepaired || replaced != nil
        isTruncated = parser.isTruncated || read.count > Limits.bytes
    }

    /// The same bytes with `&quot;`, `&#34;` and `&amp;` replaced, when they stand where quotation marks should.
    private static func withoutEscapedQuotes(_ bytes: [UInt8]) -> [UInt8]? {
        guard let open = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else { return nil }
        var first = open + 1
        while first < bytes.count, bytes[first] <= 0x20 || bytes[first] == UInt8(ascii: "{") { first += 1 }
        guard first < bytes.count, bytes[first] == UInt8(ascii: "&") else { return nil }
        let forms: [(from: [UInt8], to: UInt8)] = [
            (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#34;".utf8), UInt8(ascii: "\"")),
            (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
            (Array("&gt;".utf8), UInt8(ascii: ">")),
        ]
        guard forms.prefix(2).contains(where: { bytes[first...].starts(with: $0.from) }) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&"), let form = forms.first(where: { bytes[at...].starts(with: $0.from) }) {
                result.append(form.to)
                at += form.from.count
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return result
    }
}

// MARK: - Asking

extension LenientJSON {
    func kind(_ index: Index) -> Kind { values[index].kind }

    /// The values in a container, in order.
    func children(_ index: Index) -> Children { Children(json: self, upcoming: values[index].firstChild) }

    struct Children: Sequence, IteratorProtocol {
        let json: LenientJSON
        var upcoming: Int

        mutating func next() -> Index? {
            guard upcoming >= 0 else { return nil }
            defer { upcoming = json.values[upcoming].next }
            return upcoming
        }
    }

    /// The value under a key; of a key that is there twice the last, as is the custom. O(members).
    func member(_ key: StaticString, of index: Index) -> Index? {
        guard values[index].kind == .object else { return nil }
        var found: Index?
        var child = values[index].firstChild
        while child >= 0 {
            if isKey(child, key) { found = child }
            child = values[child].next
        }
        return found
    }

    /// Whether a value stands under a key. O(length of the key).
    func isKey(_ index: Index, _ key: StaticString) -> Bool {
        let range = values[index].key
        guard range.count == key.utf8CodeUnitCount else { return false }
        return key.withUTF8Buffer { wanted in
            for offset in 0..<wanted.count where bytes[range.lowerBound + offset] != wanted[offset] { return false }
            return true
        }
    }

    /// The characters of a string, escapes replaced; the literal of a number; nil for anything else. O(length).
    func string(_ index: Index) -> String? {
        let value = values[index]
        switch value.kind {
        case .string:
            guard value.isEscaped else { return String(decoding: bytes[value.range], as: UTF8.self) }
            return String(decoding: unescaped(value.range), as: UTF8.self)
        case .number: return String(decoding: bytes[value.range], as: UTF8.self)
        case .null, .boolean, .array, .object: return nil
        }
    }

    /// Whether a value says no: `false`, or the strings `False`, `false`, `no`, which publishers write for it.
    func boolean(_ index: Index) -> Bool? {
        let value = values[index]
        guard value.kind == .boolean || value.kind == .string, value.range.count <= 5 else { return nil }
        switch String(decoding: bytes[value.range].map { $0 | 0x20 }, as: UTF8.self) {
        case "true", "yes": return true
        case "false", "no": return false
        default: return nil
        }
    }

    private func unescaped(_ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            guard bytes[at] == UInt8(ascii: "\\"), at + 1 < range.upperBound else {
                var end = at + 1
                while end < range.upperBound, bytes[end] != UInt8(ascii: "\\") { end += 1 }
                result += bytes[at..<end]
                at = end
                continue
            }
            let escape = bytes[at + 1]
            at += 2
            switch escape {
            case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
            case UInt8(ascii: "u"):
                guard var scalar = hexadecimal(at, range.upperBound) else {
                    // An escape that is none stands for its letter.
                    result.append(escape)
                    continue
                }
                at += 4
                if (0xD800..<0xDC00).contains(scalar), at + 1 < range.upperBound, bytes[at] == UInt8(ascii: "\\"),
                    bytes[at + 1] == UInt8(ascii: "u"), let low = hexadecimal(at + 2, range.upperBound),
                    (0xDC00..<0xE000).contains(low)
                {
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                    at += 6
                }
                let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
                result.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
            default: result.append(escape)
            }
        }
        return result
    }

    private func hexadecimal(_ start: Int, _ end: Int) -> UInt32? {
        guard start + 4 <= end else { return nil }
        var value: UInt32 = 0
        for byte in bytes[start..<start + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return value
    }
}
