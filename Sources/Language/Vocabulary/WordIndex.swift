internal import TextCore

/// Gives each different word of a text a small number, so that lexicons and stemmer are asked once per word and what is
/// learnt about a word (how often it is capitalised, say) lies in arrays.
struct WordIndex {
    /// For each token, the number of its word.
    private(set) var ids: [Int32]
    /// For each word, its hash.
    private(set) var hashes: [UInt64] = []
    /// For each word, the token where it stands first.
    private(set) var firsts: [Int32] = []

    /// - Complexity: O(*n*) expected. The table is keyed by FNV hashes mixed with a per-process seed, so that crafted
    ///   texts cannot line up their probes.
    init(_ tokens: [Token]) {
        var capacity = 64
        while capacity < tokens.count * 2 { capacity *= 2 }
        let mask = capacity - 1
        var slots = [Int32](repeating: -1, count: capacity)
        ids = [Int32](repeating: 0, count: tokens.count)
        hashes.reserveCapacity(tokens.count / 2 + 8)
        firsts.reserveCapacity(tokens.count / 2 + 8)
        for index in tokens.indices {
            let hash = tokens[index].hash
            let mixed = (hash ^ Self.seed) &* 0x9E37_79B9_7F4A_7C15
            var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
            while slots[slot] >= 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & mask }
            if slots[slot] < 0 {
                slots[slot] = Int32(clamping: hashes.count)
                hashes.append(hash)
                firsts.append(Int32(clamping: index))
            }
            ids[index] = slots[slot]
        }
    }

    /// How many different words there are.
    var count: Int { hashes.count }

    private static let seed = UInt64.random(in: .min ... .max)
}
