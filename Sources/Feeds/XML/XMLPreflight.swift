/// A look at a document before the strict pass: what would let that pass take unbounded time, expand entities, or crash.
///
/// libxml2, which Foundation's parser wraps, compares the attributes of an element with each other, expands the entities that a
/// document declares, and drops references to those that a DTD elsewhere may declare. So tags are counted first, and a
/// document that exceeds a limit or has a document type declaration is not given to it, nor is one with a processing instruction
/// of a name alone (`<?page-break?>`): Foundation takes the address of its data, which is null. Of one that does not end, libxml2 may take
/// an encoding that it then reads from nowhere. The lenient pass then has the say.
struct XMLPreflight {
    /// Whether the document has a document type declaration.
    private(set) var hasDoctype = false
    /// Whether a limit on depth or attributes is exceeded, as far as tags tell that close in order.
    private(set) var exceedsLimits = false
    /// Whether there is a processing instruction without data, or without an end.
    private(set) var hasBareInstruction = false

    /// Whether the document can be given to the strict parser.
    var isFitForStrictParser: Bool { !hasDoctype && !exceedsLimits && !hasBareInstruction }

    /// Walks over the tags. O(*n*).
    init(_ document: [UInt8], limits: FeedLimits) {
        let bytes = document.span
        var depth = 0
        var at = 0
        while let tag = bytes.index(of: UInt8(ascii: "<"), from: at), tag + 1 < bytes.count {
            at = tag + 1
            switch bytes[at] {
            case UInt8(ascii: "!"):
                if bytes.has("!--", at: at) {
                    at = bytes.index(of: "-->", from: at + 3).map { $0 + 3 } ?? bytes.count
                } else if bytes.has("![CDATA[", at: at) {
                    at = bytes.index(of: "]]>", from: at + 8).map { $0 + 3 } ?? bytes.count
                } else if bytes.has("!DOCTYPE", at: at) || bytes.has("!ENTITY", at: at) {
                    hasDoctype = true
                    return
                }
            case UInt8(ascii: "?"):
                guard let end = bytes.index(of: "?>", from: at + 1), Self.hasData(bytes, at + 1..<end) else {
                    hasBareInstruction = true
                    return
                }
                at = end + 2
            case UInt8(ascii: "/"): depth = max(0, depth - 1)
            default:
                guard let end = Self.tagEnd(bytes, from: at, attributes: limits.attributes) else {
                    exceedsLimits = true
                    return
                }
                if bytes[end - 1] != UInt8(ascii: "/") { depth += 1 }
                if depth > limits.depth {
                    exceedsLimits = true
                    return
                }
                at = end
            }
        }
    }

    /// Whether something stands behind the name of a processing instruction.
    private static func hasData(_ bytes: Span<UInt8>, _ instruction: Range<Int>) -> Bool {
        guard let space = instruction.first(where: { bytes[$0].isXMLSpace }) else { return false }
        return instruction[space...].contains { !bytes[$0].isXMLSpace }
    }

    /// Where a tag ends: its `>`, or the `<` of the next where there is none; nil when it has more attributes than allowed.
    private static func tagEnd(_ bytes: Span<UInt8>, from start: Int, attributes limit: Int) -> Int? {
        var at = start
        var count = 0
        var quote: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else {
                switch byte {
                case UInt8(ascii: ">"), UInt8(ascii: "<"): return at
                case UInt8(ascii: "="):
                    count += 1
                    if count > limit { return nil }
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                default: break
                }
            }
            at += 1
        }
        return at
    }
}

extension FeedError {
    /// An error at a byte of a document. O(offset).
    static func at(_ offset: Int, of document: [UInt8], _ kind: Kind, expected: String) -> FeedError {
        let place = XMLPlace(offset: offset, in: document)
        return FeedError(kind, offset: place.offset, line: place.line, expected: expected)
    }
}
