/// Reads the values of ``LenientJSON`` in one pass over the bytes, without recursion.
struct LenientJSONParser {
    private(set) var values: [LenientJSON.Value] = []
    private(set) var roots: [Int] = []
    private(set) var isRepaired = false
    private(set) var isTruncated = false

    private let end: Int
    private var at = 0
    /// The open containers, each with the last value in it, or -1.
    private var open: [(container: Int, last: Int)] = []
    /// Whether a comma was read that no value has followed.
    private var isAfterComma = false

    init(end: Int) { self.end = end }

    mutating func run(_ bytes: Span<UInt8>) {
        while true {
            skipSpace(bytes)
            guard at < end, !isTruncated else { break }
            let before = at
            step(bytes)
            if at == before {
                // A byte that starts nothing.
                isRepaired = true
                at += 1
            }
        }
        if !open.isEmpty {
            isRepaired = true
            while !open.isEmpty { close() }
        }
    }

    private mutating func step(_ bytes: Span<UInt8>) {
        let byte = bytes[at]
        switch byte {
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            let kind: LenientJSON.Kind = byte == UInt8(ascii: "}") ? .object : .array
            at += 1
            if isAfterComma { isRepaired = true }
            isAfterComma = false
            closeNearest(kind)
        case UInt8(ascii: ","), UInt8(ascii: ";"):
            if open.isEmpty || isAfterComma || byte == UInt8(ascii: ";") { isRepaired = true }
            isAfterComma = !open.isEmpty
            at += 1
        default:
            guard let container = open.last?.container, values[container].kind == .object else {
                value(bytes, key: at..<at)
                return
            }
            guard let key = key(bytes) else { return }
            skipSpace(bytes)
            if at < end, bytes[at] == UInt8(ascii: ":") {
                at += 1
                skipSpace(bytes)
            } else {
                isRepaired = true
            }
            guard at < end else { return }
            switch bytes[at] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
                // A key without a value.
                isRepaired = true
                append(.null, at..<at, key: key)
            default: value(bytes, key: key)
            }
        }
    }

    // MARK: Containers

    private mutating func append(_ kind: LenientJSON.Kind, _ range: Range<Int>, key: Range<Int>, isEscaped: Bool = false) {
        guard values.count < LenientJSON.Limits.values else {
            isTruncated = true
            return
        }
        let index = values.count
        let parent = open.last?.container ?? -1
        values.append(LenientJSON.Value(kind: kind, range: range, key: key, parent: parent, isEscaped: isEscaped))
        if let last = open.last {
            if (last.last >= 0) != isAfterComma { isRepaired = true }
            isAfterComma = false
            if last.last >= 0 { values[last.last].next = index } else { values[last.container].firstChild = index }
            open[open.count - 1].last = index
        } else {
            roots.append(index)
        }
    }

    private mutating func begin(_ kind: LenientJSON.Kind, key: Range<Int>) {
        guard open.count < LenientJSON.Limits.depth else {
            isTruncated = true
            return
        }
        append(kind, at..<at + 1, key: key)
        guard !isTruncated else { return }
        open.append((values.count - 1, -1))
        at += 1
    }

    private mutating func close() {
        guard let closed = open.popLast() else { return }
        values[closed.container].range = values[closed.container].range.lowerBound..<at
    }

    /// Closes the innermost container of a kind and those inside it that were left open; one too many closes nothing.
    private mutating func closeNearest(_ kind: LenientJSON.Kind) {
        guard open.contains(where: { values[$0.container].kind == kind }) else {
            isRepaired = true
            return
        }
        while let last = open.last {
            let isIt = values[last.container].kind == kind
            if !isIt { isRepaired = true }
            close()
            if isIt { return }
        }
    }

    // MARK: Values

    private mutating func value(_ bytes: Span<UInt8>, key: Range<Int>) {
        switch bytes[at] {
        case UInt8(ascii: "{"): begin(.object, key: key)
        case UInt8(ascii: "["): begin(.array, key: key)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            // Apostrophes at the top belong to a script around the data.
            guard !open.isEmpty || bytes[at] == UInt8(ascii: "\"") else { return }
            let found = string(bytes)
            append(.string, found.range, key: key, isEscaped: found.isEscaped)
        default: literal(bytes, key: key)
        }
    }

    /// A number, `true`, `false`, `null`, or a word that is none of them, which reads as null.
    private mutating func literal(_ bytes: Span<UInt8>, key: Range<Int>) {
        let start = at
        while at < end, !Self.endsLiteral(bytes[at]) { at += 1 }
        guard at > start else { return }
        // What stands before the data, as in `var data = {`, is no value.
        guard !open.isEmpty else {
            isRepaired = true
            return
        }
        let first = bytes[start]
        if first == UInt8(ascii: "-") || first &- 0x30 < 10 {
            append(.number, start..<at, key: key)
        } else if Self.equals(bytes, start..<at, "true") || Self.equals(bytes, start..<at, "false") {
            append(.boolean, start..<at, key: key)
        } else {
            if !Self.equals(bytes, start..<at, "null") { isRepaired = true }
            append(.null, start..<at, key: key)
        }
    }

    private mutating func key(_ bytes: Span<UInt8>) -> Range<Int>? {
        if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") { return string(bytes).range }
        isRepaired = true
        let start = at
        while at < end, !Self.endsLiteral(bytes[at]), bytes[at] != UInt8(ascii: ":") { at += 1 }
        return at > start ? start..<at : nil
    }

    /// From one quotation mark to the other. A mark ends the string when what follows it may follow a string; other marks
    /// were meant to be escaped. Each run of white space is looked at twice at most.
    private mutating func string(_ bytes: Span<UInt8>) -> (range: Range<Int>, isEscaped: Bool) {
        let mark = bytes[at]
        if mark != UInt8(ascii: "\"") { isRepaired = true }
        let start = at + 1
        var isEscaped = false
        at = start
        while at < end {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                at = min(at + 2, end)
            } else if byte == mark {
                if endsString(bytes, after: at + 1) {
                    at += 1
                    return (start..<at - 1, isEscaped)
                }
                isRepaired = true
                at += 1
            } else {
                if byte < 0x20 { isRepaired = true }
                at += 1
            }
        }
        isRepaired = true
        return (start..<max(start, end), isEscaped)
    }

    private func endsString(_ bytes: Span<UInt8>, after start: Int) -> Bool {
        var next = start
        var hasLineEnd = false
        while next < end, bytes[next] <= 0x20 {
            if bytes[next] == 0x0A { hasLineEnd = true }
            next += 1
        }
        guard next < end else { return true }
        switch bytes[next] {
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: ";"):
            return true
        // A comma was left out at the end of a line.
        case UInt8(ascii: "\""): return hasLineEnd
        case UInt8(ascii: ","):
            next += 1
            while next < end, bytes[next] <= 0x20 { next += 1 }
            guard next < end else { return true }
            switch bytes[next] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"),
                UInt8(ascii: "]"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ","), 0x30...0x39:
                return true
            // An object's key without marks, `null`, `true`, `false`: a word and then a sign.
            default: return isWordBeforeSign(bytes, next)
            }
        default: return false
        }
    }

    private func isWordBeforeSign(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        var next = start
        while next < end, next - start < 32, bytes[next] | 0x20 &- 0x61 < 26 || bytes[next] == UInt8(ascii: "_") { next += 1 }
        while next < end, next - start < 40, bytes[next] <= 0x20 { next += 1 }
        guard next > start, next < end else { return false }
        switch bytes[next] {
        case UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"): return true
        default: return false
        }
    }

    // MARK: Between values

    /// Skips white space, comments, and the wrappers that hide scripts from old browsers.
    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while at < end {
            let byte = bytes[at]
            if byte <= 0x20 {
                at += 1
            } else if byte == 0xEF, Self.has(bytes, [0xEF, 0xBB, 0xBF], at, end) {
                at += 3
            } else if byte == UInt8(ascii: "/"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "*") {
                isRepaired = true
                skip(bytes, past: "*/")
            } else if byte == UInt8(ascii: "/"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "/") {
                isRepaired = true
                while at < end, bytes[at] != 0x0A, bytes[at] != UInt8(ascii: "{"), bytes[at] != UInt8(ascii: "}") {
                    if bytes[at] == UInt8(ascii: "<"), Self.has(bytes, Array("<![CDATA[".utf8), at, end) { break }
                    at += 1
                }
            } else if byte == UInt8(ascii: "<"), Self.has(bytes, Array("<!--".utf8), at, end) {
                at += 4
                isRepaired = true
            } else if byte == UInt8(ascii: "<"), Self.has(bytes, Array("<![CDATA[".utf8), at, end) {
                at += 9
                isRepaired = true
            } else if byte == UInt8(ascii: "-"), Self.has(bytes, Array("-->".utf8), at, end) {
                at += 3
                isRepaired = true
            } else if byte == UInt8(ascii: "]"), Self.has(bytes, Array("]]>".utf8), at, end) {
                at += 3
                isRepaired = true
            } else {
                return
            }
        }
    }

    private mutating func skip(_ bytes: Span<UInt8>, past closer: StaticString) {
        let closer = closer.withUTF8Buffer { Array($0) }
        at = min(at + 2, end)
        while at < end {
            if bytes[at] == closer[0], Self.has(bytes, closer, at, end) {
                at += closer.count
                return
            }
            at += 1
        }
    }

    private static func has(_ bytes: Span<UInt8>, _ wanted: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard start + wanted.count <= end else { return false }
        for offset in wanted.indices where bytes[start + offset] != wanted[offset] { return false }
        return true
    }

    private static func equals(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { wanted in
            for offset in 0..<wanted.count where bytes[range.lowerBound + offset] | 0x20 != wanted[offset] { return false }
            return true
        }
    }

    private static func endsLiteral(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "["),
            UInt8(ascii: "\""), UInt8(ascii: ";"):
            true
        default: false
        }
    }
}
