extension TreeBuilder {
    // MARK: Places

    /// Where a node goes: before a sibling, or last in a parent.
    struct Place {
        var parent: NodeID
        var sibling = NodeID.none
    }

    /// The “appropriate place for inserting a node”, at the current node or another one.
    ///
    /// It changes nothing, and is `mutating` all the same, as is ``isSpace(_:)``: for a function that is not, the compiler makes
    /// a copy of the whole builder at each call.
    @inline(__always)
    mutating func place(at target: OpenElements.Entry? = nil) -> Place {
        guard let target = target ?? open.last else { return Place(parent: NodeID(0)) }
        if fosterParenting, target.namespace == .html {
            switch target.tag {
            case .table, .tbody, .tfoot, .thead, .tr: return fosterPlace()
            default: break
            }
        }
        return Place(parent: target.node)
    }

    /// Before the last table, for what tables cannot contain.
    private mutating func fosterPlace() -> Place {
        let table = open.lastIndex(of: .table)
        if let template = open.lastIndex(of: .template), template > table ?? -1 { return Place(parent: open[template].node) }
        guard let table else { return Place(parent: open[0].node) }
        let parent = nodes[open[table].node].parent
        if parent != .none { return Place(parent: parent, sibling: open[table].node) }
        return Place(parent: open[max(0, table - 1)].node)
    }

    @inline(__always)
    private mutating func insert(_ node: NodeID, at place: Place) {
        if place.sibling == .none {
            nodes.append(node, to: place.parent)
        } else {
            nodes.insert(node, before: place.sibling)
        }
    }

    /// Inserts a node without parent at the appropriate place.
    @inline(__always)
    mutating func insert(_ node: NodeID, into target: OpenElements.Entry? = nil) { insert(node, at: place(at: target)) }

    // MARK: Elements

    /// A new element of the token's name, or another's, with the token's attributes where it is of its name.
    @inline(__always)
    mutating func makeElement(_ namespace: Namespace = .html) -> NodeID {
        var record = NodeRecord(kind: .element)
        record.name = token.name
        record.namespace = namespace
        record.start = UInt32(truncatingIfNeeded: token.attributeStart)
        record.count = UInt32(truncatingIfNeeded: token.attributeCount)
        token.keepsAttributes = true
        return nodes.add(record)
    }

    /// Inserts an HTML element for the token and opens it, whatever the depth: for elements that the modes rely on and
    /// that cannot nest without others that are limited.
    @discardableResult
    @inline(__always)
    mutating func insertElement() -> NodeID {
        let node = makeElement()
        insert(node)
        push(node, token.tag, .html)
        return node
    }

    /// Inserts an HTML element for the token and opens it; nil where it was inserted without being opened, because the
    /// page nests too deep: what follows goes into the element around it.
    @discardableResult
    @inline(__always)
    mutating func openElement(reserve: Int = 0) -> NodeID? {
        let node = makeElement()
        insert(node)
        guard open.count + reserve < depthLimit else {
            noteUnopened(token.tag)
            return nil
        }
        push(node, token.tag, .html)
        return node
    }

    /// Inserts an HTML element that has no content.
    @inline(__always)
    mutating func insertVoid() { insert(makeElement()) }

    /// Inserts and opens an element that the page implies.
    @discardableResult
    mutating func insertImplied(_ tag: Tag) -> NodeID {
        var record = NodeRecord(kind: .element)
        record.name = UInt32(tag.rawValue)
        let node = nodes.add(record)
        insert(node)
        push(node, tag, .html)
        return node
    }

    /// Inserts an element whose content is text up to its end tag.
    mutating func insertText(as model: Tokenizer.ContentModel) -> Outcome {
        insertElement()
        tokenizer.read(as: model, until: KnownNames.tags.spellings[Int(token.tag.rawValue)])
        originalMode = mode
        mode = .text
        return .done
    }

    /// Adds the token's attributes to an element, save those that it has.
    mutating func mergeAttributes(into node: NodeID) {
        guard token.attributeCount > 0 else { return }
        let place: Int
        if let known = lateAttributes.firstIndex(where: { $0.node == node }) {
            place = known
        } else {
            place = lateAttributes.count
            var late = LateAttributes(node: node)
            let record = nodes[node]
            for index in Int(record.start)..<Int(record.start) + Int(record.count) {
                late.names.insert(tokenizer.attributes[index].name)
            }
            lateAttributes.append(late)
        }
        for index in token.attributeStart..<token.attributeStart + token.attributeCount {
            let attribute = tokenizer.attributes[index]
            if lateAttributes[place].names.insert(attribute.name).inserted {
                lateAttributes[place].records.append(attribute)
            }
        }
    }

    /// The value of an attribute of the token.
    func tokenAttribute(_ name: AttributeName) -> ByteRange? {
        for index in token.attributeStart..<token.attributeStart + token.attributeCount
        where tokenizer.attributes[index].name == UInt32(name.rawValue) {
            return tokenizer.attributes[index].value
        }
        return nil
    }

    // MARK: Text and comments

    /// Inserts text, which joins a text before it.
    @inline(__always)
    mutating func insertText(_ range: ByteRange) {
        let place = place()
        guard place.parent != NodeID(0) else { return }
        let before = place.sibling == .none ? nodes[place.parent].lastChild : nodes[place.sibling].previousSibling
        if before != .none, nodes[before].kind == .text { return appendText(range, to: before) }
        var record = NodeRecord(kind: .text)
        record.start = range.start
        record.count = range.count
        insert(nodes.add(record), at: place)
    }

    private mutating func appendText(_ range: ByteRange, to node: NodeID) {
        let record = nodes[node]
        let old = ByteRange(start: record.start, count: record.count)
        if old.end == range.start {
            nodes[node].count += range.count
            return
        }
        let sideEnd = tokenizer.sideBase + tokenizer.side.count
        if Int(old.start) >= tokenizer.sideBase, Int(old.end) == sideEnd {
            tokenizer.appendToSide(range)
            nodes[node].count += range.count
        } else if let room = textRoom[node], room >= Int(range.count) {
            tokenizer.copyWithinSide(range, to: Int(old.end))
            nodes[node].count += range.count
            textRoom[node] = room - Int(range.count)
        } else {
            moveText(old, range, of: node)
        }
    }

    /// Moves a text to the end of the side buffer, with as much room behind it as it is long if it was moved before.
    private mutating func moveText(_ old: ByteRange, _ added: ByteRange, of node: NodeID) {
        let start = tokenizer.side.count
        let wasMoved = Int(old.start) >= tokenizer.sideBase
        tokenizer.appendToSide(old)
        tokenizer.appendToSide(added)
        let count = tokenizer.side.count - start
        nodes[node].start = UInt32(truncatingIfNeeded: tokenizer.sideBase + start)
        nodes[node].count = UInt32(truncatingIfNeeded: count)
        if wasMoved {
            tokenizer.side.append(contentsOf: repeatElement(0, count: count))
            textRoom[node] = count
        }
    }

    /// Inserts the token's comment at the appropriate place, or into another node.
    mutating func insertComment(into parent: NodeID? = nil) {
        var record = NodeRecord(kind: .comment)
        record.start = token.text.start
        record.count = token.text.count
        let node = nodes.add(record)
        if let parent { nodes.append(node, to: parent) } else { insert(node) }
    }

    /// Takes the white space off the front of the token's text; none where it begins with something else.
    mutating func takeSpace() -> ByteRange {
        var space = ByteRange(start: token.text.start, count: 0)
        while space.count < token.text.count, tokenizer.byte(at: space.end).isHTMLSpace { space.count += 1 }
        token.text.start += space.count
        token.text.count -= space.count
        return space
    }

    /// Whether a text is white space.
    mutating func isSpace(_ range: ByteRange) -> Bool {
        for offset in range.start..<range.end where !tokenizer.byte(at: offset).isHTMLSpace { return false }
        return true
    }
}

/// Attributes that an element gets after it was made.
struct LateAttributes: Sendable {
    var node: NodeID
    var names: Set<UInt32> = []
    var records: [AttributeRecord] = []
}

extension Tokenizer {
    /// A byte of the input or the side buffer.
    @inline(__always)
    func byte(at offset: UInt32) -> UInt8 {
        Int(offset) < sideBase ? input[Int(offset)] : side[Int(offset) - sideBase]
    }

    /// Copies a range to the end of the side buffer.
    mutating func appendToSide(_ range: ByteRange) {
        let start = Int(range.start)
        if start < sideBase {
            side.append(copying: input, start..<start + Int(range.count))
        } else {
            // Not as a slice of itself: that would hold on to the buffer, and copy all of it.
            for index in start - sideBase..<start - sideBase + Int(range.count) { side.append(side[index]) }
        }
    }

    /// Copies a range over bytes of the side buffer.
    mutating func copyWithinSide(_ range: ByteRange, to offset: Int) {
        var target = offset - sideBase
        for source in range.start..<range.end {
            side[target] = byte(at: source)
            target += 1
        }
    }
}
