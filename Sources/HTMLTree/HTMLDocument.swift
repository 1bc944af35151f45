/// A parsed page: the tree that the WHATWG HTML Standard prescribes, in flat arrays over one buffer of bytes.
///
/// ```swift
/// let page = HTMLParser.parse(bytes)
/// for node in page.descendants(of: page.root) where page.tag(of: node) == .a {
///     if let target = page.attribute(.href, of: node) { print(page.string(target)) }
/// }
/// ```
///
/// A node is a ``NodeID``; it is asked about through its document, and stays valid as long as the document, which does
/// not change. Names are numbers, text and attribute values are ``ByteRange``s: no string is made until one is asked for.
/// The children of an HTML `template` are its contents.
public struct HTMLDocument: Sendable {
    /// The bytes that were parsed, with CRLF and CR turned into LF.
    public let source: [UInt8]
    /// How the page would be laid out, by its doctype.
    public let quirks: QuirksMode
    /// The doctype, if there is one.
    public let doctype: Doctype?
    /// Whether input was left out because it is longer than ``HTMLParser/longestInput``.
    public let isTruncated: Bool
    /// Whether formatting elements were left out because the page would have multiplied them beyond bounds.
    public let isSimplified: Bool

    @usableFromInline let side: [UInt8]
    @usableFromInline let nodes: NodeArena
    @usableFromInline let attributeRecords: [AttributeRecord]
    let names: NameTable

    /// Whether the doctype asks for the layout of old browsers.
    public enum QuirksMode: UInt8, Sendable, Hashable {
        case none, limited, quirks
    }

    /// A document type declaration.
    public struct Doctype: Sendable, Hashable {
        /// Its name in lower case, nearly always `html`.
        public internal(set) var name: ByteRange?
        /// Its public identifier.
        public internal(set) var publicID: ByteRange?
        /// Its system identifier.
        public internal(set) var systemID: ByteRange?
    }

    /// The node that all others are below.
    @inlinable public var root: NodeID { NodeID(0) }

    /// How many node records there are; some may be below no other any more.
    public var nodeCount: Int { nodes.records.count }
}

// MARK: - Nodes

extension HTMLDocument {
    /// What a node is.
    @inlinable @inline(__always)
    public func kind(of node: NodeID) -> NodeKind { nodes[node].kind }

    /// An element's tag; ``Tag/other`` for elements without a case, and for nodes that are no elements.
    @inlinable @inline(__always)
    public func tag(of node: NodeID) -> Tag {
        let record = nodes[node]
        return record.kind == .element ? record.tag : .other
    }

    /// An element's namespace.
    @inlinable @inline(__always)
    public func namespace(of node: NodeID) -> Namespace { nodes[node].namespace }

    /// Whether a node is an HTML element with this tag.
    @inlinable @inline(__always)
    public func isHTML(_ node: NodeID, _ tag: Tag) -> Bool {
        let record = nodes[node]
        return record.kind == .element && record.namespace == .html && record.tag == tag
    }

    /// An element's name as the DOM has it: lower case in HTML, `foreignObject` in SVG. Empty for other nodes.
    public func name(of node: NodeID) -> String { String(decoding: nameBytes(of: node), as: UTF8.self) }

    func nameBytes(of node: NodeID) -> ArraySlice<UInt8> {
        let record = nodes[node]
        guard record.kind == .element else { return [] }
        if record.name >= NameTable.firstNumber { return names.spelling(record.name) }
        let known = KnownNames.tags
        let spellings = record.namespace == .svg ? known.svgSpellings : known.spellings
        return Int(record.name) < spellings.count ? spellings[Int(record.name)][...] : []
    }

    /// The bytes of a text or a comment; none for other nodes.
    @inlinable
    public func text(of node: NodeID) -> ByteRange {
        let record = nodes[node]
        guard record.kind == .text || record.kind == .comment else { return .empty }
        return ByteRange(start: record.start, count: record.count)
    }
}

// MARK: - Bytes

extension HTMLDocument {
    /// The bytes of a range: UTF-8 where the input was. O(1).
    @inlinable
    @_lifetime(borrow self)
    public func bytes(_ range: ByteRange) -> Span<UInt8> {
        let start = Int(range.start)
        if start < source.count { return source.span.extracting(start..<start + Int(range.count)) }
        return side.span.extracting(start - source.count..<start - source.count + Int(range.count))
    }

    /// The text of a range. O(length).
    public func string(_ range: ByteRange) -> String {
        let start = Int(range.start)
        if start < source.count { return String(decoding: source[start..<start + Int(range.count)], as: UTF8.self) }
        return String(decoding: side[start - source.count..<start - source.count + Int(range.count)], as: UTF8.self)
    }

    /// Where a range lies in ``source``; nil for text that the parser had to change.
    @inlinable
    public func sourceRange(_ range: ByteRange) -> Range<Int>? {
        let start = Int(range.start)
        return start < source.count ? start..<start + Int(range.count) : nil
    }

    /// All text below a node, in document order, appended to `target`. O(nodes below, length).
    public func appendText(of node: NodeID, to target: inout [UInt8]) {
        if nodes[node].kind == .text { append(text(of: node), to: &target) }
        for below in descendants(of: node) where nodes[below].kind == .text { append(text(of: below), to: &target) }
    }

    func append(_ range: ByteRange, to target: inout [UInt8]) {
        let start = Int(range.start)
        if start < source.count {
            target += source[start..<start + Int(range.count)]
        } else {
            target += side[start - source.count..<start - source.count + Int(range.count)]
        }
    }
}
