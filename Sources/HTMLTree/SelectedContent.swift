/// What a `select` shows of the option that is chosen: “maybe clone an option into selectedcontent”, section 4.10.10.
///
/// The standard copies whenever an option ends; here it is done once, when the page has ended.
extension TreeBuilder {
    mutating func fillSelectedContents() {
        // Each select is searched once, however many of the elements it has.
        var seen: Set<NodeID> = []
        for node in selectedContents {
            guard let select = ancestor(.select, of: node), seen.insert(select).inserted,
                !hasAttribute(.multiple, select), let target = first(.selectedcontent, in: select),
                let option = chosenOption(in: select)
            else { continue }
            copyChildren(of: option, to: target)
        }
    }

    private func ancestor(_ tag: Tag, of node: NodeID) -> NodeID? {
        var parent = nodes[node].parent
        while parent != .none {
            if isHTML(parent, tag) { return parent }
            parent = nodes[parent].parent
        }
        return nil
    }

    private func isHTML(_ node: NodeID, _ tag: Tag) -> Bool {
        nodes[node].kind == .element && nodes[node].namespace == .html && nodes[node].tag == tag
    }

    private func hasAttribute(_ name: AttributeName, _ node: NodeID) -> Bool {
        let record = nodes[node]
        return tokenizer.attributes[Int(record.start)..<Int(record.start) + Int(record.count)]
            .contains { $0.name == UInt32(name.rawValue) }
    }

    private func next(after node: NodeID, in scope: NodeID) -> NodeID? {
        if nodes[node].firstChild != .none { return nodes[node].firstChild }
        var node = node
        while node != scope, node != .none {
            if nodes[node].nextSibling != .none { return nodes[node].nextSibling }
            node = nodes[node].parent
        }
        return nil
    }

    private func first(_ tag: Tag, in scope: NodeID) -> NodeID? {
        var node = next(after: scope, in: scope)
        while let candidate = node {
            if isHTML(candidate, tag) { return candidate }
            node = next(after: candidate, in: scope)
        }
        return nil
    }

    /// The last option that is `selected`, or else the first that is not disabled.
    private func chosenOption(in select: NodeID) -> NodeID? {
        var chosen: NodeID?
        var first: NodeID?
        var node = next(after: select, in: select)
        while let candidate = node {
            if isHTML(candidate, .option) {
                if hasAttribute(.selected, candidate) { chosen = candidate }
                if first == nil, !hasAttribute(.disabled, candidate) { first = candidate }
            }
            node = next(after: candidate, in: select)
        }
        return chosen ?? first
    }

    private func depth(of node: NodeID) -> Int {
        var depth = 0
        var parent = nodes[node].parent
        while parent != .none {
            depth += 1
            parent = nodes[parent].parent
        }
        return depth
    }

    /// Copies a subtree's nodes, each counted as a copy, down to the depth limit.
    private mutating func copyChildren(of source: NodeID, to target: NodeID) {
        // An option around the element would be copied into itself.
        guard ancestor(.option, of: target) != source else { return }
        var parent = target
        var depth = self.depth(of: target)
        var from = nodes[source].firstChild
        while from != .none {
            guard takeCopy() else { return }
            var record = nodes[from]
            let firstChild = record.firstChild
            record.parent = .none
            record.firstChild = .none
            record.lastChild = .none
            record.previousSibling = .none
            record.nextSibling = .none
            let copy = nodes.add(record)
            nodes.append(copy, to: parent)
            if firstChild != .none, depth < depthLimit {
                depth += 1
                parent = copy
                from = firstChild
                continue
            }
            while nodes[from].nextSibling == .none {
                from = nodes[from].parent
                if from == source || from == .none { return }
                parent = nodes[parent].parent
                depth -= 1
            }
            from = nodes[from].nextSibling
        }
    }
}
