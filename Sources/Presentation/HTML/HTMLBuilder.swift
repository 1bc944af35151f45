/// Writes HTML elements; every text and every attribute value is escaped here and nowhere else.
///
/// Texts from articles go through ``SafeText`` before they come here. There is no way to write raw markup but
/// ``trusted(_:)``, which takes the page's own style and script.
struct HTMLBuilder {
    typealias Attributes = KeyValuePairs<StaticString, String?>

    private(set) var html = "<!doctype html>"

    /// An element with content. Attributes with nil are left out.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ body: (inout HTMLBuilder) -> Void) {
        open(name, attributes)
        body(&self)
        html += "</\(name)>"
    }

    /// An element with a text.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element without content and end tag (`meta`, `br`).
    mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
    }

    /// Text. O(*n*).
    mutating func text(_ text: String) {
        html += Self.escaped(text)
    }

    /// The page's own style or script, which must not hold `</`.
    mutating func trusted(_ resource: String) {
        html += resource
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        if Self.standsOnItsOwnLine(name) { html += "\n" }
        html += "<\(name)"
        for (key, value) in attributes {
            guard let value else { continue }
            html += value.isEmpty ? " \(key)" : " \(key)=\"\(Self.escaped(value))\""
        }
        html += ">"
    }

    /// Line breaks where they are no part of running text: a page can be read and compared line by line.
    private static func standsOnItsOwnLine(_ name: StaticString) -> Bool {
        switch "\(name)" {
        case "a", "abbr", "b", "bdi", "em", "i", "q", "small", "span", "strong", "sup", "cite", "kbd", "mark", "title", "button",
            "option", "text", "circle":
            false
        default: true
        }
    }

    static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): result.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): result.append(contentsOf: "&#39;".utf8)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
