/// Writes JSON straight into bytes, keys in the order given; the `Encodable` way is some ten times slower.
struct JSONWriter {
    /// What has been written.
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Takes what has been written, leaving the writer empty.
    mutating func take() -> [UInt8] {
        defer {
            bytes = []
            needsComma = false
        }
        return bytes
    }

    mutating func object(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
        nest(key, UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    mutating func array(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
        nest(key, UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    mutating func array<Elements: Sequence>(
        _ key: StaticString?,
        of elements: Elements,
        _ body: (inout JSONWriter, Elements.Element) -> Void
    ) {
        array(key) { json in
            for element in elements { body(&json, element) }
        }
    }

    mutating func string(_ key: StaticString? = nil, _ value: String?) {
        begin(key)
        guard let value else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 { escape(byte) }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func string(_ key: StaticString? = nil, utf8 value: some Collection<UInt8>) {
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        for byte in value { escape(byte) }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func integer(_ key: StaticString? = nil, _ value: Int?) {
        begin(key)
        bytes.append(contentsOf: (value.map(String.init) ?? "null").utf8)
    }

    /// A number; JSON has no infinity and no NaN, so those are null. Whole numbers are written without a point.
    mutating func number(_ key: StaticString? = nil, _ value: Double?) {
        begin(key)
        guard let value, value.isFinite else { return bytes.append(contentsOf: "null".utf8) }
        let text = abs(value) < 9e15 && value == value.rounded() ? String(Int(value)) : String(value)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func boolean(_ key: StaticString? = nil, _ value: Bool) {
        begin(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    private mutating func nest(_ key: StaticString?, _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        begin(key)
        bytes.append(open)
        needsComma = false
        body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func begin(_ key: StaticString?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0..<0x20, 0x7F:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
