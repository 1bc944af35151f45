/// Numbers 64-bit keys in the order in which they first come: 0, 1, 2, …
///
/// The keys of a story are hashes of what stands in it, hundreds of thousands of them, so that a `Dictionary`, which hashes them
/// once more, would take longer than all that is done with the numbers. Here they are spread by a multiplication, after a seed of
/// the process has been mixed in, so that crafted texts cannot line up their probes.
struct KeyNumbers: Sendable {
    /// The keys by number.
    private(set) var keys: [UInt64] = []
    /// The number of a key at its slot or, where that is taken, at one of the next; negative where a slot is free. At most half
    /// are taken.
    private var slots: [Int32]
    private var shift: UInt64

    /// Makes an empty table.
    /// - Parameter minimumCapacity: how many keys it is going to have, so that it need not grow.
    init(minimumCapacity: Int = 0) {
        let bits = max(4, Int.bitWidth - (max(1, minimumCapacity) * 2 - 1).leadingZeroBitCount)
        slots = [Int32](repeating: -1, count: 1 << bits)
        shift = UInt64(64 - bits)
        keys.reserveCapacity(minimumCapacity)
    }

    /// How many keys it has.
    var count: Int { keys.count }

    /// The number of a key; nil for a key that it does not have. O(1) expected.
    subscript(key: UInt64) -> Int32? {
        let number = slots[slot(of: key)]
        return number < 0 ? nil : number
    }

    /// The number of a key, the next one for a new key. O(1) expected and amortized.
    mutating func number(_ key: UInt64) -> Int32 {
        var slot = slot(of: key)
        if slots[slot] >= 0 { return slots[slot] }
        if (keys.count + 1) * 2 > slots.count {
            grow()
            slot = self.slot(of: key)
        }
        let number = Int32(clamping: keys.count)
        slots[slot] = number
        keys.append(key)
        return number
    }

    /// The slot that a key has, or that it would get.
    private func slot(of key: UInt64) -> Int {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: ((key ^ Self.seed) &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot &+ 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        shift -= 1
        for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(clamping: number) }
    }

    private static let seed = UInt64.random(in: .min ... .max)
}
