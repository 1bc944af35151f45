extension HTMLDocument {
    @inlinable @inline(__always)
    func some(_ node: NodeID) -> NodeID? { node == .none ? nil : node }

    /// The node that a node is a child of; nil for the root. O(1), as the others here.
    @inlinable @inline(__always)
    public func parent(of node: NodeID) -> NodeID? { some(nodes[node].parent) }

    /// The first child.
    @inlinable @inline(__always)
    public func firstChild(of node: NodeID) -> NodeID? { some(nodes[node].firstChild) }

    /// The last child.
    @inlinable @inline(__always)
    public func lastChild(of node: NodeID) -> NodeID? { some(nodes[node].lastChild) }

    /// The sibling after a node.
    @inlinable @inline(__always)
    public func nextSibling(of node: NodeID) -> NodeID? { some(nodes[node].nextSibling) }

    /// The sibling before a node.
    @inlinable @inline(__always)
    public func previousSibling(of node: NodeID) -> NodeID? { some(nodes[node].previousSibling) }

    /// The next node in document order: the first child, or else the next sibling of the node or of the nearest ancestor
    /// that has one. Inside `scope`, which is nil for the whole document. O(1) amortised over a whole walk.
    @inlinable @inline(__always)
    public func next(after node: NodeID, in scope: NodeID? = nil) -> NodeID? {
        let child = nodes[node].firstChild
        return child == .none ? nextAfterSubtree(of: node, in: scope) : child
    }

    /// The next node in document order that is not below a node: for leaving out a subtree.
    @inlinable
    public func nextAfterSubtree(of node: NodeID, in scope: NodeID? = nil) -> NodeID? {
        var node = node
        while node != scope {
            let record = nodes[node]
            if record.nextSibling != .none { return record.nextSibling }
            if record.parent == .none { return nil }
            node = record.parent
        }
        return nil
    }

    /// A node's children in order.
    @inlinable
    public func children(of node: NodeID) -> Children { Children(document: self, upcoming: nodes[node].firstChild) }

    /// The nodes below a node in document order.
    @inlinable
    public func descendants(of node: NodeID) -> Descendants {
        Descendants(document: self, scope: node, upcoming: firstChild(of: node))
    }

    /// A node's ancestors, the parent first.
    @inlinable
    public func ancestors(of node: NodeID) -> Ancestors { Ancestors(document: self, upcoming: nodes[node].parent) }

    /// The children of a node.
    public struct Children: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: HTMLDocument
        @usableFromInline var upcoming: NodeID

        @inlinable
        init(document: HTMLDocument, upcoming: NodeID) {
            self.document = document
            self.upcoming = upcoming
        }

        /// The next child.
        @inlinable
        public mutating func next() -> NodeID? {
            guard upcoming != .none else { return nil }
            defer { upcoming = document.nodes[upcoming].nextSibling }
            return upcoming
        }
    }

    /// The nodes below a node.
    public struct Descendants: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: HTMLDocument
        @usableFromInline let scope: NodeID
        @usableFromInline var upcoming: NodeID?

        @inlinable
        init(document: HTMLDocument, scope: NodeID, upcoming: NodeID?) {
            self.document = document
            self.scope = scope
            self.upcoming = upcoming
        }

        /// The next node in document order.
        @inlinable
        public mutating func next() -> NodeID? {
            guard let node = upcoming else { return nil }
            upcoming = document.next(after: node, in: scope)
            return node
        }
    }

    /// The nodes above a node.
    public struct Ancestors: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: HTMLDocument
        @usableFromInline var upcoming: NodeID

        @inlinable
        init(document: HTMLDocument, upcoming: NodeID) {
            self.document = document
            self.upcoming = upcoming
        }

        /// The next ancestor, one nearer to the root.
        @inlinable
        public mutating func next() -> NodeID? {
            guard upcoming != .none else { return nil }
            defer { upcoming = document.nodes[upcoming].parent }
            return upcoming
        }
    }

    /// The first HTML element with a tag in document order, at or below a node. O(nodes before it).
    public func first(_ tag: Tag, in scope: NodeID? = nil) -> NodeID? {
        let scope = scope ?? root
        if isHTML(scope, tag) { return scope }
        var node = firstChild(of: scope)
        while let candidate = node {
            if isHTML(candidate, tag) { return candidate }
            node = next(after: candidate, in: scope)
        }
        return nil
    }
}
