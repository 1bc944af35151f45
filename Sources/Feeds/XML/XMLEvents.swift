/// What takes the events of a document: ``StrictXML`` and ``LenientXML`` produce the same for a well-formed one.
///
/// Names come as written; ``NamespaceScope`` resolves them, so that both ways do it alike.
protocol XMLEventHandler {
    /// A start tag. The attributes are in any order.
    mutating func startElement(_ name: String, _ attributes: [(name: String, value: String)]) throws(FeedError)
    /// Text between tags, in pieces of any size.
    mutating func text(_ bytes: Span<UInt8>) throws(FeedError)
    /// An end tag. Each start has its end, in order.
    mutating func endElement() throws(FeedError)
}

/// A place in a document.
struct XMLPlace: Sendable, Hashable {
    var offset: Int
    var line: Int

    /// The place of a byte. O(offset).
    init(offset: Int, in bytes: [UInt8]) {
        let end = min(max(offset, 0), bytes.count)
        self.offset = end
        line = 1 + bytes[..<end].lazy.filter { $0 == 0x0A }.count
    }
}
