/// A node of an ``HTMLDocument``: an index into its node records.
public struct NodeID: Sendable, Hashable, Comparable {
    /// The index.
    public let rawValue: UInt32

    @inlinable
    init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }
    @inlinable
    init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable static var none: NodeID { NodeID(rawValue: .max) }

    @inlinable @inline(__always)
    var index: Int { Int(rawValue) }

    /// In order of creation, which is document order except where the parser moved nodes (foster parenting, the adoption
    /// agency).
    public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable, Hashable {
    /// The root of a parsed page, or of a parsed fragment.
    case document
    case doctype, element, text, comment
}

/// One node, 36 bytes.
///
/// Its layout is open to other modules, as are the accessors of ``HTMLDocument`` that read it: a call for each of a page's
/// thousands of nodes and each question would cost more than the answers.
@usableFromInline
struct NodeRecord: Sendable {
    @usableFromInline
    struct Flags: OptionSet, Sendable {
        @usableFromInline let rawValue: UInt8

        @usableFromInline
        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// On the stack of open elements.
        static let open = Flags(rawValue: 1)
        /// On the list of active formatting elements.
        static let formatting = Flags(rawValue: 2)
        /// An HTML integration point (section 13.2.6).
        static let integrationPoint = Flags(rawValue: 4)
    }

    @usableFromInline var parent = NodeID.none
    @usableFromInline var firstChild = NodeID.none
    @usableFromInline var lastChild = NodeID.none
    @usableFromInline var previousSibling = NodeID.none
    @usableFromInline var nextSibling = NodeID.none
    /// Of elements: a number of `KnownNames.tags` or of the document's `NameTable`.
    @usableFromInline var name: UInt32 = 0
    /// Of elements the first attribute, of text and comments the first byte.
    @usableFromInline var start: UInt32 = 0
    /// How many attributes or bytes.
    @usableFromInline var count: UInt32 = 0
    @usableFromInline var kind: NodeKind
    @usableFromInline var namespace = Namespace.html
    @usableFromInline var flags: Flags = []

    @inlinable @inline(__always)
    var tag: Tag { name < 256 ? Tag(rawValue: UInt8(truncatingIfNeeded: name)) ?? .other : .other }
}

/// One attribute, 12 bytes.
@usableFromInline
struct AttributeRecord: Sendable {
    /// A number of `KnownNames.attributes` or of the document's `NameTable`.
    @usableFromInline var name: UInt32
    @usableFromInline var value: ByteRange
}

/// Node records and the links between them.
@usableFromInline
struct NodeArena: Sendable {
    @usableFromInline private(set) var records: [NodeRecord] = []

    @inlinable @inline(__always)
    subscript(node: NodeID) -> NodeRecord {
        get { records[node.index] }
        @usableFromInline _modify { yield &records[node.index] }
    }

    mutating func reserve(_ count: Int) { records.reserveCapacity(count) }

    /// Adds a node without parent.
    @inline(__always)
    mutating func add(_ record: NodeRecord) -> NodeID {
        records.append(record)
        return NodeID(records.count &- 1)
    }

    /// Appends a node without parent to another's children. O(1).
    @inline(__always)
    mutating func append(_ child: NodeID, to parent: NodeID) {
        let last = records[parent.index].lastChild
        records[child.index].parent = parent
        records[child.index].previousSibling = last
        records[parent.index].lastChild = child
        if last == .none { records[parent.index].firstChild = child } else { records[last.index].nextSibling = child }
    }

    /// Inserts a node without parent before a sibling. O(1).
    mutating func insert(_ child: NodeID, before sibling: NodeID) {
        let parent = records[sibling.index].parent
        guard parent != .none else { return }
        let previous = records[sibling.index].previousSibling
        records[child.index].parent = parent
        records[child.index].previousSibling = previous
        records[child.index].nextSibling = sibling
        records[sibling.index].previousSibling = child
        if previous == .none {
            records[parent.index].firstChild = child
        } else {
            records[previous.index].nextSibling = child
        }
    }

    /// Takes a node out of its parent's children. O(1).
    mutating func detach(_ child: NodeID) {
        let record = records[child.index]
        guard record.parent != .none else { return }
        if record.previousSibling == .none {
            records[record.parent.index].firstChild = record.nextSibling
        } else {
            records[record.previousSibling.index].nextSibling = record.nextSibling
        }
        if record.nextSibling == .none {
            records[record.parent.index].lastChild = record.previousSibling
        } else {
            records[record.nextSibling.index].previousSibling = record.previousSibling
        }
        records[child.index].parent = .none
        records[child.index].previousSibling = .none
        records[child.index].nextSibling = .none
    }

    /// Appends all children of one node to another's. O(children).
    mutating func moveChildren(of source: NodeID, to target: NodeID) {
        let first = records[source.index].firstChild
        let last = records[source.index].lastChild
        guard first != .none else { return }
        var child = first
        while child != .none {
            records[child.index].parent = target
            child = records[child.index].nextSibling
        }
        let end = records[target.index].lastChild
        records[first.index].previousSibling = end
        if end == .none { records[target.index].firstChild = first } else { records[end.index].nextSibling = first }
        records[target.index].lastChild = last
        records[source.index].firstChild = .none
        records[source.index].lastChild = .none
    }
}
