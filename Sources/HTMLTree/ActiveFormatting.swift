/// The list of active formatting elements (section 13.2.4.3).
struct ActiveFormatting: Sendable {
    struct Entry: Sendable {
        /// `NodeID.none` for a marker.
        var node: NodeID
        var tag: Tag
        /// A hash of name and attributes; nil before it was needed.
        var signature: UInt64?

        var isMarker: Bool { node == .none }
        static let marker = Entry(node: .none, tag: .other, signature: nil)
    }

    var entries: [Entry] = []

    mutating func addMarker() { entries.append(.marker) }

    /// Where the entries after the last marker begin.
    var start: Int { (entries.lastIndex { $0.isMarker } ?? -1) + 1 }

    /// The last element with a tag after the last marker.
    func lastIndex(of tag: Tag) -> Int? {
        var index = entries.count
        while index > 0 {
            index -= 1
            if entries[index].isMarker { return nil }
            if entries[index].tag == tag { return index }
        }
        return nil
    }

    func index(of node: NodeID) -> Int? { entries.lastIndex { $0.node == node } }
}

extension TreeBuilder {
    /// Appends an element to the list, of which three alike are kept after the last marker: the “Noah's Ark clause”.
    mutating func addFormatting(_ node: NodeID, _ tag: Tag) {
        var entry = ActiveFormatting.Entry(node: node, tag: tag, signature: nil)
        var index = formatting.entries.count
        var alike = 0
        var earliest = 0
        while index > 0, !formatting.entries[index - 1].isMarker {
            index -= 1
            guard formatting.entries[index].tag == tag else { continue }
            var other = formatting.entries[index]
            guard sameName(other.node, node) else { continue }
            if signature(&other) == signature(&entry) {
                alike += 1
                earliest = index
            }
            formatting.entries[index] = other
        }
        if alike >= 3 { removeFormatting(at: earliest) }
        formatting.entries.append(entry)
        nodes[node].flags.insert(.formatting)
    }

    private func sameName(_ left: NodeID, _ right: NodeID) -> Bool {
        nodes[left].name == nodes[right].name && nodes[left].count == nodes[right].count
    }

    /// A keyed hash of an element's attributes in any order: equal for equal ones, and otherwise different but for a chance
    /// of 2⁻⁶⁴. O(bytes) once for an entry, however often it is compared.
    private func signature(_ entry: inout ActiveFormatting.Entry) -> UInt64 {
        if let signature = entry.signature { return signature }
        let record = nodes[entry.node]
        var sum: UInt64 = 0
        for index in Int(record.start)..<Int(record.start) + Int(record.count) {
            let attribute = tokenizer.attributes[index]
            sum = sum &+ tokenizer.hash(attribute.value, seed: NameTable.fold(UInt64(attribute.name)))
        }
        entry.signature = sum
        return sum
    }

    mutating func removeFormatting(at index: Int) {
        let entry = formatting.entries.remove(at: index)
        if !entry.isMarker { nodes[entry.node].flags.remove(.formatting) }
    }

    /// Clears the list up to and with the last marker.
    mutating func clearFormattingToMarker() {
        while let entry = formatting.entries.popLast(), !entry.isMarker { nodes[entry.node].flags.remove(.formatting) }
    }

    /// Opens the formatting elements again that were closed by the end of a block.
    @inline(__always)
    mutating func reconstructFormatting() {
        guard let last = formatting.entries.last, !last.isMarker, !nodes[last.node].flags.contains(.open) else { return }
        reopenFormatting()
    }

    private mutating func reopenFormatting() {
        var index = formatting.entries.count - 1
        while index > 0 {
            let entry = formatting.entries[index - 1]
            if entry.isMarker || nodes[entry.node].flags.contains(.open) { break }
            index -= 1
        }
        while index < formatting.entries.count, open.count < depthLimit {
            guard takeCopy() else { return }
            let entry = formatting.entries[index]
            let copy = nodes.add(copy(of: entry.node))
            insert(copy)
            push(copy, entry.tag, .html)
            nodes[entry.node].flags.remove(.formatting)
            nodes[copy].flags.insert(.formatting)
            formatting.entries[index].node = copy
            index += 1
        }
    }

    /// An element like another one, without parent and children. Both have the same attribute records.
    func copy(of node: NodeID) -> NodeRecord {
        let record = nodes[node]
        var copy = NodeRecord(kind: .element)
        copy.name = record.name
        copy.namespace = record.namespace
        copy.start = record.start
        copy.count = record.count
        return copy
    }

    /// Whether one more copy of a formatting element may be made; when not, the list is emptied, so that a page costs
    /// linear memory whatever it does.
    mutating func takeCopy() -> Bool {
        if copiesLeft > 0 {
            copiesLeft -= 1
            return true
        }
        isSimplified = true
        for entry in formatting.entries where !entry.isMarker { nodes[entry.node].flags.remove(.formatting) }
        formatting.entries.removeAll { !$0.isMarker }
        return false
    }
}

extension Tokenizer {
    func hash(_ range: ByteRange, seed: UInt64) -> UInt64 {
        let start = Int(range.start)
        if start < sideBase { return NameTable.hash(input, start..<start + Int(range.count), seed: seed) }
        return NameTable.hash(side.span, start - sideBase..<start - sideBase + Int(range.count), seed: seed)
    }
}
