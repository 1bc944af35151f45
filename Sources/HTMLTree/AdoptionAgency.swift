extension TreeBuilder {
    /// The adoption agency algorithm (section 13.2.6.4.7) for misnested formatting elements; false when the tag is to be
    /// treated as any other end tag. O(depth) in elements on the stack, and O(children moved).
    mutating func runAdoptionAgency() -> Bool {
        let subject = token.tag
        if let current = open.last, current.isHTML(subject), !nodes[current.node].flags.contains(.formatting) {
            pop()
            return true
        }
        for _ in 0..<8 {
            guard let listIndex = formatting.lastIndex(of: subject) else { return false }
            let element = formatting.entries[listIndex].node
            guard nodes[element].flags.contains(.open), let stackIndex = open.index(of: element) else {
                removeFormatting(at: listIndex)
                return true
            }
            guard open.has(element) else { return true }
            guard let blockIndex = (stackIndex + 1..<open.count).first(where: { open[$0].isSpecial }) else {
                pop(to: stackIndex)
                removeFormatting(at: listIndex)
                return true
            }
            guard stackIndex > 0, takeCopy() else {
                pop(to: stackIndex)
                return true
            }
            adopt(element, at: stackIndex, listIndex, into: blockIndex)
        }
        return true
    }

    private mutating func adopt(_ element: NodeID, at stackIndex: Int, _ listIndex: Int, into blockIndex: Int) {
        let ancestor = open[stackIndex - 1]
        let block = open[blockIndex].node
        var bookmark = listIndex
        var last = block
        var steps = 0
        var index = blockIndex
        // Entries are only removed at places that were passed, so going down by one is the element above.
        while true {
            index -= 1
            steps += 1
            let entry = open[index]
            if entry.node == element { break }
            if steps > 3, nodes[entry.node].flags.contains(.formatting), let place = formatting.index(of: entry.node) {
                removeFormatting(at: place)
                if place < bookmark { bookmark -= 1 }
            }
            guard nodes[entry.node].flags.contains(.formatting), let place = formatting.index(of: entry.node), takeCopy() else {
                removeFromStack(at: index)
                continue
            }
            let copy = nodes.add(copy(of: entry.node))
            nodes[entry.node].flags.subtract([.formatting, .open])
            nodes[copy].flags.formUnion([.formatting, .open])
            formatting.entries[place].node = copy
            open.replace(at: index, with: copy)
            if last == block { bookmark = place + 1 }
            nodes.detach(last)
            nodes.append(last, to: copy)
            last = copy
        }
        nodes.detach(last)
        insert(last, into: ancestor)

        let copy = nodes.add(copy(of: element))
        nodes.moveChildren(of: block, to: copy)
        nodes.append(copy, to: block)
        let tag = open[index].tag
        if let place = formatting.index(of: element) {
            removeFormatting(at: place)
            if place < bookmark { bookmark -= 1 }
        }
        formatting.entries.insert(
            ActiveFormatting.Entry(node: copy, tag: tag, signature: nil),
            at: min(bookmark, formatting.entries.count)
        )
        nodes[copy].flags.insert(.formatting)
        removeFromStack(at: index)
        if let place = open.index(of: block) {
            open.insert(OpenElements.Entry(node: copy, tag: tag, namespace: .html), at: place + 1)
            nodes[copy].flags.insert(.open)
        }
    }
}
