/// Passes over one JSON value (RFC 8259), which may come in pieces, and says where it ends or what is wrong with it.
///
/// It keeps its own stack, so that nesting costs memory and never the call stack. It checks the grammar, not what numbers
/// and escapes stand for.
struct JSONScanner {
    /// Why it stopped.
    enum Stop: Equatable {
        /// The bytes end before the value does.
        case needsMore
        /// The value ends before this byte.
        case complete(at: Int)
        /// What is wrong, and at which byte.
        case fault(at: Int, String)
    }

    private enum State {
        case value, firstKey, key, colon, firstElement, afterValue, string, escape, word
    }

    /// How deep Foundation's decoder follows.
    private static let maximumDepth = 512

    private var state = State.value
    /// Open objects and arrays, by their opening signs.
    private var open: [UInt8] = []
    /// Whether the string that is being passed names a field.
    private var isKey = false
    /// A number, true, false or null, as far as it has been read.
    private var word: [UInt8] = []
    private var wordStart = 0
    /// Where the last string starts, counted as the positions that are given.
    private(set) var lastString: Int?

    /// Passes the bytes from `start` on. Positions are those in `bytes` plus `base`, so that a caller may drop what it has
    /// passed. O(length of what is read).
    mutating func pass(_ bytes: Span<UInt8>, from start: Int, base: Int = 0) -> Stop {
        var at = start
        while at < bytes.count {
            let byte = bytes[at]
            switch state {
            case .string:
                // The bulk of every record: nothing but its end, an escape or a control character matters.
                while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
                guard at < bytes.count else { return .needsMore }
                if bytes[at] < 0x20 { return .fault(at: base + at, Self.control(bytes[at])) }
                if bytes[at] == 0x5C {
                    state = .escape
                } else {
                    state = isKey ? .colon : .afterValue
                }
                at += 1
                if state == .afterValue, open.isEmpty { return .complete(at: base + at) }
            case .escape:
                guard Self.isEscape(byte) else { return .fault(at: base + at - 1, "no such escape in a string") }
                state = .string
                at += 1
            case .word:
                guard Self.endsWord(byte) else {
                    // A longer word than any number is none: what is wrong is known without its end.
                    if word.count < 64 { word.append(byte) }
                    at += 1
                    continue
                }
                guard isValue(word) else { return .fault(at: wordStart, "a value is expected") }
                word = []
                state = .afterValue
                if open.isEmpty { return .complete(at: base + at) }
            default:
                if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                    at += 1
                } else if let fault = sign(byte, base + at) {
                    return .fault(at: base + at, fault)
                } else {
                    if state != .word { at += 1 }
                    if state == .afterValue, open.isEmpty { return .complete(at: base + at) }
                }
            }
        }
        return .needsMore
    }

    /// What is wrong with a value after which nothing comes; nil when a number or a word is complete.
    func faultAtEnd(_ unit: String) -> String? {
        switch state {
        case .string, .escape: "\(unit) ends inside a string"
        case .word where open.isEmpty: isValue(word) ? nil : "a value is expected"
        default: "\(unit) ends inside \(open.last == UInt8(ascii: "[") ? "an array" : "an object")"
        }
    }

    /// A byte between strings and words; what is wrong with it.
    private mutating func sign(_ byte: UInt8, _ place: Int) -> String? {
        switch state {
        case .firstKey where byte == UInt8(ascii: "}"), .firstElement where byte == UInt8(ascii: "]"):
            _ = open.popLast()
            state = .afterValue
        case .firstKey, .key:
            guard byte == 0x22 else { return "the name of a field in quotation marks is expected" }
            beginString(isKey: true, place)
        case .colon:
            guard byte == UInt8(ascii: ":") else { return "a colon is expected after the name of a field" }
            state = .value
        case .value, .firstElement:
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if open.count == Self.maximumDepth { return "nested deeper than \(Self.maximumDepth) levels" }
                open.append(byte)
                state = byte == UInt8(ascii: "{") ? .firstKey : .firstElement
            case 0x22: beginString(isKey: false, place)
            default:
                if Self.endsWord(byte) { return "a value is expected" }
                wordStart = place
                state = .word
            }
        case .afterValue:
            let isObject = open.last == UInt8(ascii: "{")
            if byte == UInt8(ascii: ",") {
                state = isObject ? .key : .value
            } else if byte == UInt8(ascii: isObject ? "}" : "]") {
                _ = open.popLast()
            } else {
                return isObject ? "a comma or a closing brace is expected" : "a comma or a closing bracket is expected"
            }
        case .string, .escape, .word: break
        }
        return nil
    }

    private mutating func beginString(isKey: Bool, _ place: Int) {
        self.isKey = isKey
        lastString = place
        state = .string
    }

    private func isValue(_ word: [UInt8]) -> Bool {
        let text = String(decoding: word, as: UTF8.self)
        return text == "true" || text == "false" || text == "null" || word.count < 64 && Double(text) != nil
    }

    private static func control(_ byte: UInt8) -> String {
        if byte == 0x0A || byte == 0x0D { return "the line ends inside a string" }
        let code = String(byte, radix: 16, uppercase: true)
        return "the control character U+\(byte < 16 ? "000" : "00")\(code) in a string must be escaped"
    }

    private static func isEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "u"):
            true
        default: false
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"), 0x20, 0x09, 0x0D, 0x0A, 0x22,
            UInt8(ascii: "["), UInt8(ascii: "{"):
            true
        default: false
        }
    }
}
