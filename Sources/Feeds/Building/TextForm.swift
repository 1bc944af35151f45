internal import FoundationEssentials
internal import TextCore

/// How the content of an element becomes a text: what `type` and `mode` of Atom say, and the habits of RSS.
struct TextForm {
    enum Encoding {
        /// What the XML holds is the text: characters, or markup that is escaped once more.
        case escaped
        /// What the XML holds is markup itself.
        case inline
        case base64
    }

    var encoding: Encoding
    /// What is said of the kind; nil where the text itself has to show it.
    var kind: FeedText.Kind?
    var mediaType: String?
    /// Whether the outermost `div` only holds the text together (RFC 4287, section 3.1.1.3).
    var hasWrapper = false

    /// The form of a text of RSS, Dublin Core and the like: escaped HTML or plain text, which nothing tells.
    static let unmarked = TextForm(encoding: .escaped)

    init(encoding: Encoding, kind: FeedText.Kind? = nil, mediaType: String? = nil, hasWrapper: Bool = false) {
        self.encoding = encoding
        self.kind = kind
        self.mediaType = mediaType
        self.hasWrapper = hasWrapper
    }

    /// The form of an element of Atom (RFC 4287, sections 3.1.1 and 4.1.3.3; for 0.3 its draft, section 3.1).
    init(atom element: ElementContext, isVersion03: Bool) {
        let type = (element.attribute("type") ?? "").asciiLowercased
        let mode = element.attribute("mode")?.asciiLowercased
        if mode == "base64" {
            self.init(encoding: .base64, mediaType: type.isEmpty ? nil : type)
            return
        }
        switch type {
        case "", "text", "text/plain":
            self.init(encoding: .escaped, kind: .plain, mediaType: "text/plain")
        case "html", "text/html":
            // Atom 0.3 has markup in the XML unless it says otherwise.
            self.init(encoding: isVersion03 && mode != "escaped" ? .inline : .escaped, kind: .html, mediaType: "text/html")
        case "xhtml", "application/xhtml+xml", "application/xhtml":
            self.init(
                encoding: mode == "escaped" ? .escaped : .inline,
                kind: .xhtml,
                mediaType: "application/xhtml+xml",
                hasWrapper: !isVersion03
            )
        default:
            if type.hasSuffix("/xml") || type.hasSuffix("+xml") {
                self.init(
                    encoding: mode == "escaped" ? .escaped : .inline,
                    kind: .xhtml,
                    mediaType: type,
                    hasWrapper: !isVersion03
                )
            } else if type.hasPrefix("text/") || isVersion03 || !type.utf8.contains(UInt8(ascii: "/")) {
                self.init(encoding: .escaped, mediaType: type)
            } else {
                self.init(encoding: .base64, mediaType: type)
            }
        }
    }

    /// The text that the bytes of an element are.
    func text(_ bytes: [UInt8], of element: ElementContext, _ resolver: inout ReferenceResolver) -> FeedText {
        var value = Self.trimmed(bytes)
        if encoding == .base64 {
            let compact = value.filter { !$0.isXMLSpace }
            if let data = Data(base64Encoded: Data(compact)), let text = String(validating: data, as: UTF8.self) {
                value = Self.trimmed(Array(text.utf8))
            }
        }
        let kind = kind ?? (Self.looksLikeHTML(value) ? .html : .plain)
        if kind != .plain { value = resolver.resolve(markup: value, in: element) }
        return FeedText(
            String(decoding: value, as: UTF8.self),
            kind: kind,
            mediaType: mediaType,
            base: element.base,
            language: element.language,
            source: element.attribute("src").map { resolver.resolve($0, in: element) }
        )
    }

    static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        guard let start = bytes.firstIndex(where: { !$0.isXMLSpace }), let end = bytes.lastIndex(where: { !$0.isXMLSpace }) else {
            return []
        }
        return start == 0 && end == bytes.count - 1 ? bytes : Array(bytes[start...end])
    }

    /// Whether a text has a tag or a character reference in it. `1 < 2` and `AT&T` have none. O(*n*).
    static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        var at = 0
        // Where no > follows any more, no tag does.
        let lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
        while let open = span.index(of: UInt8(ascii: "<"), from: at), open + 1 < lastClose {
            let next = bytes[open + 1]
            if (next | 0x20) &- 0x61 < 26 || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { return true }
            at = open + 1
        }
        at = 0
        while let ampersand = span.index(of: UInt8(ascii: "&"), from: at), ampersand + 2 < bytes.count {
            at = ampersand + 1
            guard let end = span.index(of: UInt8(ascii: ";"), in: at..<min(bytes.count, at + 33)), end > at else { continue }
            let name = bytes[at..<end]
            if name.dropFirst(name.first == UInt8(ascii: "#") ? 1 : 0).allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 })
            {
                return true
            }
        }
        return false
    }
}
