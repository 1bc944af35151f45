extension HTMLDocument {
    /// An attribute of an element. Names are unique in an element.
    public struct Attribute: Sendable, Hashable {
        /// Its name, to compare with others of the same document.
        public let id: AttributeID
        /// Its value, with character references replaced.
        public let value: ByteRange
    }

    @inlinable @inline(__always)
    func attributeRange(of node: NodeID) -> Range<Int> {
        let record = nodes[node]
        guard record.kind == .element else { return 0..<0 }
        return Int(record.start)..<Int(record.start) + Int(record.count)
    }

    /// How many attributes an element has.
    public func attributeCount(of node: NodeID) -> Int { attributeRange(of: node).count }

    /// An element's attributes in the order of the source.
    public func attributes(of node: NodeID) -> some Sequence<Attribute> & Sendable {
        attributeRecords[attributeRange(of: node)].lazy
            .map { Attribute(id: AttributeID(rawValue: $0.name), value: $0.value) }
    }

    /// Visits an element's attributes in the order of the source: for those who need several of them. O(attributes).
    @inlinable @inline(__always)
    public func forEachAttribute(of node: NodeID, _ body: (AttributeID, ByteRange) -> Void) {
        for index in attributeRange(of: node) {
            body(AttributeID(rawValue: attributeRecords[index].name), attributeRecords[index].value)
        }
    }

    /// The value of an attribute; nil when the element does not have it. O(attributes of the element).
    @inlinable @inline(__always)
    public func attribute(_ name: AttributeName, of node: NodeID) -> ByteRange? {
        attribute(AttributeID(name), of: node)
    }

    /// The value of an attribute by its id in this document; nil when the element does not have it.
    @inlinable @inline(__always)
    public func attribute(_ id: AttributeID, of node: NodeID) -> ByteRange? {
        for index in attributeRange(of: node) where attributeRecords[index].name == id.rawValue {
            return attributeRecords[index].value
        }
        return nil
    }

    /// The id of an attribute by its name in lower case; nil when no element of this document can have it. Ask once, then
    /// look up by the id. O(length).
    public func attributeID(named name: String) -> AttributeID? {
        let bytes = Array(name.utf8)
        let known = KnownNames.attributes.find(bytes)
        if known >= 0 { return AttributeID(rawValue: UInt32(known)) }
        return names.find(bytes.span).map { AttributeID(rawValue: $0) }
    }

    /// An attribute's name, as it is written on an element: `viewBox` on SVG elements is `viewbox` on others.
    public func name(of id: AttributeID, on node: NodeID) -> String {
        String(decoding: nameBytes(of: id, on: node), as: UTF8.self)
    }

    func nameBytes(of id: AttributeID, on node: NodeID) -> ArraySlice<UInt8> {
        if id.rawValue >= NameTable.firstNumber { return names.spelling(id.rawValue) }
        let known = KnownNames.attributes
        let spellings =
            switch nodes[node].namespace {
            case .html: known.spellings
            case .svg: known.svgSpellings
            case .mathML: known.mathMLSpellings
            }
        return Int(id.rawValue) < spellings.count ? spellings[Int(id.rawValue)][...] : []
    }

    /// Whether an attribute of an element is in a namespace of its own (`xlink:href`, `xml:lang` in SVG and MathML).
    public func isNamespaced(_ id: AttributeID, on node: NodeID) -> Bool {
        guard nodes[node].namespace != .html else { return false }
        return KnownNames.attributes.namespaced.contains(Int(id.rawValue)) || id.known == .xmlns
    }
}
