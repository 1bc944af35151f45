/// Byte strings with numbers, for finding all that begin at a place of a text: a trie whose edges are one hash table.
///
/// Built in linear time; its memory is bounded by the bytes of its keys. 16 million nodes at most.
struct ByteTrie: Sendable {
    /// The node of the empty string.
    static let root: UInt32 = 0

    // A slot is parent node (32 bits), byte (8), child node (24); 0 is free, as no edge leads to the root.
    private var slots: [UInt64]
    private var values: [Int32]
    private var mask: Int

    private static let mostNodes = 1 << 24

    /// Makes an empty trie with room for so many bytes of keys.
    init(reserving bytes: Int) {
        var capacity = 256
        while capacity < min(bytes, Self.mostNodes) { capacity *= 2 }
        slots = Array(repeating: 0, count: capacity)
        values = [-1]
        mask = capacity - 1
    }

    /// Adds a key; false when it is there already, or the trie is full. O(length).
    mutating func insert(_ key: some Sequence<UInt8>, _ value: Int32) -> Bool {
        var node = Self.root
        for byte in key {
            let at = slot(node, byte)
            if slots[at] != 0 {
                node = UInt32(slots[at] & 0xFF_FFFF)
                continue
            }
            guard values.count < Self.mostNodes else { return false }
            let child = UInt32(values.count)
            slots[at] = Self.edge(node, byte) | UInt64(child)
            values.append(-1)
            node = child
            if values.count > slots.count / 2 { grow() }
        }
        guard values[Int(node)] < 0 else { return false }
        values[Int(node)] = value
        return true
    }

    /// The node behind a byte; nil when no key goes on so. O(1).
    @inline(__always)
    func child(_ node: UInt32, _ byte: UInt8) -> UInt32? {
        let slot = slots[slot(node, byte)]
        return slot == 0 ? nil : UInt32(truncatingIfNeeded: slot & 0xFF_FFFF)
    }

    /// The number of the key that ends at a node; nil when none does. O(1).
    @inline(__always)
    func value(_ node: UInt32) -> Int32? {
        let value = values[Int(node)]
        return value < 0 ? nil : value
    }

    /// The node of a string; nil when no key begins with it.
    func node(_ string: some Sequence<UInt8>) -> UInt32? {
        var node = Self.root
        for byte in string {
            guard let next = child(node, byte) else { return nil }
            node = next
        }
        return node
    }

    /// Where the longest key that stands at a place of a text ends; nil when none stands there.
    func longestMatch(_ text: Span<UInt8>, at index: Int) -> Int? {
        var (node, at) = (Self.root, index)
        var found: Int?
        while at < text.count, let next = child(node, text[at]) {
            node = next
            at += 1
            if value(node) != nil { found = at }
        }
        return found
    }

    @inline(__always)
    private static func edge(_ node: UInt32, _ byte: UInt8) -> UInt64 { UInt64(node) << 32 | UInt64(byte) << 24 }

    /// The slot that holds an edge, or the free one for it.
    @inline(__always)
    private func slot(_ node: UInt32, _ byte: UInt8) -> Int {
        let edge = Self.edge(node, byte)
        var hash = (edge >> 24) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != 0, slots[at] >> 24 != edge >> 24 { at = (at + 1) & mask }
        return at
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        mask = slots.count - 1
        for entry in old where entry != 0 {
            slots[slot(UInt32(truncatingIfNeeded: entry >> 32), UInt8(truncatingIfNeeded: entry >> 24))] = entry
        }
    }
}
