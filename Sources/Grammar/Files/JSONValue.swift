/// A JSON value (RFC 8259) of a model's small configuration files.
enum JSONValue {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// What is wrong with a JSON file, and where.
    struct Fault: Error {
        let offset: Int
        let expected: String
    }

    init(reading bytes: [UInt8]) throws(Fault) {
        var reader = JSONValueReader(bytes: bytes)
        self = try reader.readWhole()
    }

    subscript(key: String) -> JSONValue? {
        guard case .object(let pairs) = self else { return nil }
        return pairs.first { $0.key == key }?.value
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var number: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    var elements: [JSONValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    var pairs: [(key: String, value: JSONValue)]? {
        guard case .object(let pairs) = self else { return nil }
        return pairs
    }
}

/// Reads JSON by descent of bounded depth.
private struct JSONValueReader {
    let bytes: [UInt8]
    var at = 0

    private static let maximumDepth = 32

    mutating func readWhole() throws(JSONValue.Fault) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard at == bytes.count else { throw fault("the end of the file") }
        return value
    }

    private func fault(_ expected: String) -> JSONValue.Fault { JSONValue.Fault(offset: at, expected: expected) }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
    }

    /// Passes over white space and a byte, if it stands there.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONValue.Fault) -> JSONValue {
        guard depth < Self.maximumDepth else { throw fault("nesting of no more than \(Self.maximumDepth)") }
        skipSpace()
        guard at < bytes.count else { throw fault("a value") }
        switch bytes[at] {
        case UInt8(ascii: "{"):
            at += 1
            var pairs: [(key: String, value: JSONValue)] = []
            if take(UInt8(ascii: "}")) { return .object(pairs) }
            repeat {
                skipSpace()
                let key = try string()
                guard take(UInt8(ascii: ":")) else { throw fault("“:”") }
                pairs.append((key, try value(depth: depth + 1)))
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw fault("“,” or “}”") }
            return .object(pairs)
        case UInt8(ascii: "["):
            at += 1
            var values: [JSONValue] = []
            if take(UInt8(ascii: "]")) { return .array(values) }
            repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "]")) else { throw fault("“,” or “]”") }
            return .array(values)
        case UInt8(ascii: "\""): return .string(try string())
        default: return try word()
        }
    }

    /// A number, true, false or null.
    private mutating func word() throws(JSONValue.Fault) -> JSONValue {
        let start = at
        while at < bytes.count, isWordByte(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        switch text {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default:
            guard let number = Double(text), number.isFinite else {
                at = start
                throw fault("a value")
            }
            return .number(number)
        }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"): true
        default: false
        }
    }

    private mutating func string() throws(JSONValue.Fault) -> String {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw fault("a string") }
        at += 1
        var units: [UInt8] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] == UInt8(ascii: "\\") else {
                units.append(bytes[at])
                at += 1
                continue
            }
            at += 1
            units.append(contentsOf: try escape())
        }
        guard at < bytes.count else { throw fault("the end of a string") }
        at += 1
        guard let text = String(validating: units, as: UTF8.self) else { throw fault("a string in UTF-8") }
        return text
    }

    /// What stands behind a backslash, as UTF-8.
    private mutating func escape() throws(JSONValue.Fault) -> [UInt8] {
        guard at < bytes.count else { throw fault("an escape") }
        defer { at += 1 }
        switch bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [bytes[at]]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"):
            // Surrogate pairs do not stand in the files that are read; a lone one is no scalar.
            guard bytes.count - at > 4, let value = UInt32(String(decoding: bytes[at + 1...at + 4], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { throw fault("four hexadecimal digits of a scalar") }
            at += 4
            return Array(String(Character(scalar)).utf8)
        default: throw fault("an escape")
        }
    }
}
