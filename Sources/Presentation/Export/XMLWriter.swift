/// Writes well-formed XML 1.0 (fifth edition), UTF-8; every text and attribute value is escaped here and nowhere else.
///
/// Characters that XML 1.0 forbids, even as references (most controls, U+FFFE, U+FFFF), come out as U+FFFD. White space in
/// attributes, and carriage returns everywhere, are written as references, so that a parser gives back what was put in.
struct XMLWriter {
    typealias Attributes = KeyValuePairs<StaticString, String?>

    private(set) var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    /// An element with elements in it, each on a line of its own.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ body: (inout XMLWriter) -> Void) {
        open(name, attributes)
        xml += ">\n"
        depth += 1
        body(&self)
        depth -= 1
        indent()
        xml += "</\(name)>\n"
    }

    /// An element with a text, on one line.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        open(name, attributes)
        xml += ">\(Self.escaped(text))</\(name)>\n"
    }

    /// An element with a text in an element of its own, on one line: white space between the two would be text, too.
    mutating func element(
        _ name: StaticString,
        _ attributes: Attributes = [:],
        around inner: StaticString,
        _ innerAttributes: Attributes = [:],
        text: String
    ) {
        open(name, attributes)
        xml += "><\(inner)"
        write(innerAttributes)
        xml += ">\(Self.escaped(text))</\(inner)></\(name)>\n"
    }

    /// An element without content.
    mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
        xml += "/>\n"
    }

    private mutating func indent() { xml += String(repeating: "  ", count: depth) }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        indent()
        xml += "<\(name)"
        write(attributes)
    }

    private mutating func write(_ attributes: Attributes) {
        for (key, value) in attributes {
            guard let value else { continue }
            xml += " \(key)=\"\(Self.escaped(value, inAttribute: true))\""
        }
    }

    /// A text without markup. O(*n*).
    static func escaped(_ text: String, inAttribute: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
            case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
            case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
            case 0x22 where inAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
            case 0x09 where inAttribute, 0x0A where inAttribute, 0x0D:
                result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            case 0x09, 0x0A, 0x20...:
                result.append(scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar)
            default: result.append("\u{FFFD}")
            }
        }
        return String(result)
    }

    /// A language as a value of `xml:lang` (BCP 47); nil where it cannot be one.
    static func language(_ code: String?) -> String? {
        guard let code, !code.isEmpty else { return nil }
        let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isWord = part.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (index > 0 && (0x30...0x39).contains(byte))
            }
            guard (1...8).contains(part.count), isWord else { return nil }
        }
        return code
    }
}
