/// An open-addressing index (linear probing, at most half full) from 64-bit hashes to small numbers.
///
/// The keys are hashes already, so they are only spread by a multiplication (Knuth's Fibonacci hashing), which is what
/// makes a look-up several times faster than one in a `Dictionary`.
@usableFromInline
struct HashIndex: Sendable {
    /// `empty` where a slot is free.
    @usableFromInline var keys: [UInt64]
    @usableFromInline var numbers: [Int32]
    @usableFromInline var shift: UInt64
    @usableFromInline var count: Int

    /// The key of free slots; a hash with this value is stored as another one.
    @usableFromInline static let empty: UInt64 = 0

    @usableFromInline
    init(minimumCapacity: Int = 0) {
        let bits = max(3, Int.bitWidth - (max(1, minimumCapacity) * 2 - 1).leadingZeroBitCount)
        keys = Array(repeating: Self.empty, count: 1 << bits)
        numbers = Array(repeating: -1, count: 1 << bits)
        shift = UInt64(64 - bits)
        count = 0
    }

    @inlinable
    static func stored(_ key: UInt64) -> UInt64 { key == empty ? 0x5851_F42D_4C95_7F2D : key }

    @inlinable
    func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

    /// The number stored for a key; negative when there is none. O(1) expected.
    @inlinable
    func find(_ key: UInt64) -> Int {
        let key = Self.stored(key)
        let mask = keys.count &- 1
        var at = slot(of: key)
        while true {
            let found = keys[at]
            if found == key { return Int(numbers[at]) }
            if found == Self.empty { return -1 }
            at = (at &+ 1) & mask
        }
    }

    /// Stores a number for a key, in place of an earlier one. O(1) amortised.
    @usableFromInline
    mutating func insert(_ key: UInt64, _ number: Int32) {
        if (count + 1) * 2 > keys.count {
            var larger = HashIndex(minimumCapacity: keys.count)
            for (index, key) in keys.enumerated() where key != Self.empty { larger.insert(key, numbers[index]) }
            self = larger
        }
        let key = Self.stored(key)
        let mask = keys.count - 1
        var at = slot(of: key)
        while keys[at] != Self.empty, keys[at] != key { at = (at + 1) & mask }
        if keys[at] == Self.empty { count += 1 }
        keys[at] = key
        numbers[at] = number
    }
}
