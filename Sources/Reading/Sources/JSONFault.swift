/// Where and why a line is no JSON (RFC 8259), in words for the person who has to mend it.
///
/// It only runs on lines that a decoder refused. It keeps its own stack, so that nesting costs memory and never the call stack.
struct JSONFault {
    private let bytes: [UInt8]
    private var at = 0
    /// Open objects and arrays, by their opening signs.
    private var open: [UInt8] = []

    /// How deep Foundation's decoder follows.
    private static let maximumDepth = 512

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// "column 71: the line ends inside a string"; nil when no fault is found. Columns count bytes from 1. O(*n*).
    static func describe(_ bytes: some Sequence<UInt8>) -> String? {
        var fault = JSONFault(Array(bytes))
        return fault.find().map { "column \(fault.at + 1): \($0)" }
    }

    private enum State {
        case value, firstKey, key, colon, firstElement, afterValue
    }

    private mutating func find() -> String? {
        var state = State.value
        while true {
            while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
            guard at < bytes.count else {
                if state == .afterValue, open.isEmpty { return nil }
                return open.last == UInt8(ascii: "[") ? "the line ends inside an array" : "the line ends inside an object"
            }
            let byte = bytes[at]
            switch state {
            case .firstKey where byte == UInt8(ascii: "}"), .firstElement where byte == UInt8(ascii: "]"):
                at += 1
                open.removeLast()
                state = .afterValue
            case .firstKey, .key:
                guard byte == UInt8(ascii: "\"") else { return "the name of a field in quotation marks is expected" }
                if let fault = string() { return fault }
                state = .colon
            case .colon:
                guard byte == UInt8(ascii: ":") else { return "a colon is expected after the name of a field" }
                at += 1
                state = .value
            case .value, .firstElement:
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                    if open.count == Self.maximumDepth { return "nested deeper than \(Self.maximumDepth) levels" }
                    open.append(byte)
                    at += 1
                    state = byte == UInt8(ascii: "{") ? .firstKey : .firstElement
                } else {
                    if let fault = byte == UInt8(ascii: "\"") ? string() : word() { return fault }
                    state = .afterValue
                }
            case .afterValue:
                guard let last = open.last else { return "there is more after the end of the record" }
                let isObject = last == UInt8(ascii: "{")
                if byte == UInt8(ascii: ",") {
                    state = isObject ? .key : .value
                } else if byte == UInt8(ascii: isObject ? "}" : "]") {
                    open.removeLast()
                } else {
                    return isObject ? "a comma or a closing brace is expected" : "a comma or a closing bracket is expected"
                }
                at += 1
            }
        }
    }

    /// Passes a string, or says what is wrong with it.
    private mutating func string() -> String? {
        at += 1
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return nil
            case UInt8(ascii: "\\"):
                guard at + 1 < bytes.count else { return "the line ends inside a string" }
                guard Array("\"\\/bfnrtu".utf8).contains(bytes[at + 1]) else { return "no such escape in a string" }
                at += 2
            case 0..<0x20:
                let code =
                    bytes[at] < 16
                    ? "0\(String(bytes[at], radix: 16, uppercase: true))" : String(bytes[at], radix: 16, uppercase: true)
                return "the control character U+00\(code) in a string must be escaped"
            default: at += 1
            }
        }
        return "the line ends inside a string"
    }

    /// Passes a number, true, false or null.
    private mutating func word() -> String? {
        let start = at
        while at < bytes.count, !Array(",]}: \t\r\n\"[{".utf8).contains(bytes[at]) { at += 1 }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        if word == "true" || word == "false" || word == "null" || Double(word) != nil { return nil }
        at = start
        return "a value is expected"
    }
}
