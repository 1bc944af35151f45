/// Writes markup that stands in the XML itself as HTML can read it: names of XHTML without prefix, void elements as such,
/// attributes in the order of their names.
struct MarkupWriter {
    var output: [UInt8] = []
    /// What is open: the end tag to write, none for an element that is left out.
    private var open: [String?] = []
    /// The vocabulary of each open element.
    private var vocabularies: [Vocabulary] = []

    /// How many elements are open.
    var depth: Int { open.count }

    mutating func start(_ element: ElementContext, isLeftOut: Bool = false) {
        let around = vocabularies.last ?? .xhtml
        vocabularies.append(element.name.vocabulary)
        guard !isLeftOut else {
            open.append(nil)
            return
        }
        let isXHTML = element.name.vocabulary == .xhtml || element.name.vocabulary.isCore
        // HTML has SVG and MathML without prefixes too, and knows them by their outermost element.
        let address = isXHTML ? nil : Self.embeddedVocabularies[element.name.vocabulary]
        let name = isXHTML || address != nil ? Self.unprefixed(element.name.qualified) : element.name.qualified
        output.append(UInt8(ascii: "<"))
        output += name.utf8
        for attribute in element.attributes {
            let attributeName = attribute.name.qualified
            // Declarations of what is written without prefix.
            if attributeName.hasPrefix("xmlns"),
                isXHTML || Self.isWrittenUnprefixed(Vocabulary.byAddress[attribute.value.asciiLowercased])
            {
                continue
            }
            output.append(UInt8(ascii: " "))
            output += attributeName.utf8
            output += "=\"".utf8
            Self.escape(Array(attribute.value.utf8).span, inAttribute: true, to: &output)
            output.append(UInt8(ascii: "\""))
        }
        if let address, around != element.name.vocabulary { output += " xmlns=\"\(address)\"".utf8 }
        if isXHTML, Self.voidElements.contains(name) {
            output += " />".utf8
            open.append(nil)
        } else {
            output.append(UInt8(ascii: ">"))
            open.append(name)
        }
    }

    mutating func end() {
        vocabularies.removeLast(min(1, vocabularies.count))
        guard let last = open.popLast(), let name = last else { return }
        output += "</".utf8
        output += name.utf8
        output.append(UInt8(ascii: ">"))
    }

    /// Text as it is, or with the characters of markup escaped.
    mutating func text(_ bytes: Span<UInt8>, escaping: Bool) {
        if escaping {
            Self.escape(bytes, inAttribute: false, to: &output)
        } else {
            bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
        }
    }

    /// Escapes what was written so far as text.
    mutating func escapeOutput() {
        var escaped: [UInt8] = []
        Self.escape(output.span, inAttribute: false, to: &escaped)
        output = escaped
    }

    private static func escape(_ bytes: Span<UInt8>, inAttribute: Bool, to output: inout [UInt8]) {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\"") where inAttribute: output += "&quot;".utf8
            case let byte: output.append(byte)
            }
        }
    }

    private static func unprefixed(_ name: String) -> String {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }

    private static func isWrittenUnprefixed(_ vocabulary: Vocabulary?) -> Bool {
        vocabulary == .xhtml || vocabulary.map { embeddedVocabularies[$0] != nil } ?? false
    }

    private static let embeddedVocabularies: [Vocabulary: String] = [
        .svg: "http://www.w3.org/2000/svg", .mathML: "http://www.w3.org/1998/Math/MathML",
    ]

    private static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
}
