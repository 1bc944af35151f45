/// A map from word hashes to flags, made once and then only read: open addressing with linear probing, so that a look-up
/// that fails costs one or two loads. The keys come from lexicons, never from input, so probe chains stay short.
struct WordTable<Value: OptionSet & Sendable>: Sendable where Value.RawValue: FixedWidthInteger & Sendable {
    private let keys: [UInt64]
    private let values: [Value]
    private let mask: Int

    init(_ entries: [UInt64: Value]) {
        var capacity = 16
        while capacity < entries.count * 3 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var values = [Value](repeating: [], count: capacity)
        for (key, value) in entries where key != 0 {
            var slot = Self.slot(key) & (capacity - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = key
            values[slot] = value
        }
        self.keys = keys
        self.values = values
        mask = capacity - 1
    }

    /// The flags of a word; none when it is not in the table. O(1).
    subscript(key: UInt64) -> Value {
        var slot = Self.slot(key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return []
    }

    /// FNV-1a mixes its high bits better than its low ones.
    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: key ^ (key >> 32))
    }
}

/// Phrases of words, found by walking token hashes: the longest match wins.
///
/// - Complexity: building is O(*n*) in words; a walk costs one look-up per word that matches, plus one.
struct PhraseTrie: Sendable {
    private struct Edge: Hashable {
        let node: Int32
        let word: UInt64
    }

    private var edges: [Edge: Int32] = [:]
    /// For each node, the value of the phrase that ends there, or -1.
    private var ends: [Int32] = [-1]

    /// Adds a phrase; a phrase that is there already keeps its first value.
    mutating func insert(_ words: some Sequence<UInt64>, _ value: Int) {
        var node: Int32 = 0
        for word in words {
            let edge = Edge(node: node, word: word)
            if let next = edges[edge] {
                node = next
            } else {
                let next = Int32(clamping: ends.count)
                ends.append(-1)
                edges[edge] = next
                node = next
            }
        }
        if node != 0, ends[Int(node)] < 0 { ends[Int(node)] = Int32(clamping: value) }
    }

    /// The longest phrase that starts at `index`, whose words `word` gives; `isFree` says whether a phrase may go on to a
    /// place. Returns the index after it and its value.
    func longestMatch(at index: Int, below end: Int, word: (Int) -> UInt64) -> (end: Int, value: Int)? {
        var node: Int32 = 0
        var at = index
        var best: (end: Int, value: Int)?
        while at < end, let next = edges[Edge(node: node, word: word(at))] {
            node = next
            at += 1
            let value = ends[Int(node)]
            if value >= 0 { best = (at, Int(value)) }
        }
        return best
    }
}
