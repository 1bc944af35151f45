internal import HTMLTree

/// A text of a feed, with how it is to be read: Atom's text construct and content (RFC 4287, sections 3.1 and 4.1.3), and
/// what the other formats have of it.
public struct FeedText: Sendable, Hashable {
    /// What kind of text the value is.
    public enum Kind: String, Sendable, Hashable {
        /// Characters: `<b>` is three of them.
        case plain
        /// Markup as HTML has it.
        case html
        /// Markup that stood in the XML itself, written as HTML can read it.
        case xhtml
    }

    /// The text or markup. Markup is the publisher's, not cleaned: never show it in a page as it stands. Addresses in it are
    /// absolute where the base is known.
    public var value: String
    /// How to read the value.
    public var kind: Kind
    /// Its media type: `text/plain`, `text/html`, `application/xhtml+xml` or what the feed says.
    public var mediaType: String
    /// The address that relative references in it stand on.
    public var base: String?
    /// Its language, as BCP 47 has it.
    public var language: String?
    /// Where the text is, when the feed only refers to it (`src` of Atom's content).
    public var source: String?

    /// A text.
    public init(
        _ value: String,
        kind: Kind = .plain,
        mediaType: String? = nil,
        base: String? = nil,
        language: String? = nil,
        source: String? = nil
    ) {
        self.value = value
        self.kind = kind
        self.mediaType = mediaType ?? Self.mediaType(of: kind)
        self.base = base
        self.language = language
        self.source = source
    }

    /// The words alone: no tags, references replaced, white space made single spaces. For titles and one-line summaries.
    ///
    /// Markup is read with HTMLTree. O(*n*).
    public var plainText: String {
        guard kind != .plain else { return Self.singleSpaced(Array(value.utf8)) }
        var options = HTMLParser.Options()
        options.context = .init("div")
        let document = HTMLParser.parse(Array(value.utf8), options: options)
        var text: [UInt8] = []
        var node: NodeID? = document.firstChild(of: document.root)
        while let current = node {
            let tag = document.tag(of: current)
            if tag == .script || tag == .style {
                node = document.nextAfterSubtree(of: current)
                continue
            }
            // A tag that lays words out apart keeps them apart.
            if tag == .br || tag == .p || tag == .div || tag == .li { text.append(0x20) }
            if document.kind(of: current) == .text {
                let bytes = document.bytes(document.text(of: current))
                for index in bytes.indices { text.append(bytes[index]) }
            }
            node = document.next(after: current)
        }
        return Self.singleSpaced(text)
    }

    static func mediaType(of kind: Kind) -> String {
        switch kind {
        case .plain: "text/plain"
        case .html: "text/html"
        case .xhtml: "application/xhtml+xml"
        }
    }

    private static func singleSpaced(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte.isXMLSpace || byte == 0x0C {
                if let last = result.last, last != 0x20 { result.append(0x20) }
            } else {
                result.append(byte)
            }
        }
        if result.last == 0x20 { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }
}
