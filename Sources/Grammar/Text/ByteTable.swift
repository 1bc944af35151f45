/// A table from byte strings to numbers: open addressing over an arena that holds the strings themselves, so that neither
/// a look-up nor an entry makes an object.
struct ByteTable: Sendable {
    private struct Entry {
        let hash: UInt64
        let offset: Int32
        let length: Int32
        let value: Int32
    }

    private var entries: [Entry] = []
    private var arena: [UInt8] = []
    /// One more than the number of an entry, 0 where a slot is free.
    private var slots: [Int32] = Array(repeating: 0, count: 64)

    var count: Int { entries.count }

    /// The value of a string whose hash (``MurmurHash/string(_:_:)``) is known. O(length) expected.
    func find(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> Int32? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, Int(entry.length) == range.count, equals(entry, bytes, range) { return entry.value }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The value of a string.
    func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
        find(bytes, range, hash: MurmurHash.string(bytes, range))
    }

    private func equals(_ entry: Entry, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var at = Int(entry.offset)
        for index in range {
            if arena[at] != bytes[index] { return false }
            at += 1
        }
        return true
    }

    /// Adds a string that the table does not have.
    mutating func insert(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt64, value: Int32) {
        if (entries.count + 1) * 2 > slots.count { grow() }
        let entry = Entry(
            hash: hash,
            offset: Int32(truncatingIfNeeded: arena.count),
            length: Int32(truncatingIfNeeded: range.count),
            value: value
        )
        for index in range { arena.append(bytes[index]) }
        entries.append(entry)
        place(entries.count)
    }

    private mutating func place(_ number: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: entries[number - 1].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 1...max(1, entries.count) where number <= entries.count { place(number) }
    }
}
