/// A set of Unicode scalars: a bit each for ASCII, sorted ranges for the rest.
struct ScalarSet: Sendable, Equatable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    /// Ranges from U+0080 on, in order, neither overlapping nor touching.
    private(set) var starts: [UInt32] = []
    private(set) var ends: [UInt32] = []

    /// The set of these ranges, which may overlap. O(*n* log *n*).
    init(_ ranges: [ClosedRange<UInt32>]) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            var scalar = range.lowerBound
            while scalar < 0x80, scalar <= range.upperBound {
                if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
                scalar += 1
            }
            guard range.upperBound >= 0x80 else { continue }
            let start = max(range.lowerBound, 0x80)
            if let last = ends.last, start <= last || start - last == 1 {
                ends[ends.count - 1] = max(last, range.upperBound)
            } else {
                starts.append(start)
                ends.append(range.upperBound)
            }
        }
    }

    /// The set of one scalar.
    init(_ scalar: UInt32) { self.init([scalar...scalar]) }

    /// Whether the set has a scalar. O(log *n*) for *n* ranges; O(1) for ASCII.
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low >> UInt64(scalar) & 1 != 0 }
        if scalar < 128 { return high >> UInt64(scalar - 64) & 1 != 0 }
        var from = 0
        var to = starts.count
        while from < to {
            let middle = (from + to) / 2
            if ends[middle] < scalar { from = middle + 1 } else { to = middle }
        }
        return from < starts.count && starts[from] <= scalar
    }

    /// The scalars beyond ASCII, where they are no more than a few; nil where they are many.
    func fewBeyondASCII(_ limit: Int) -> [UInt32]? {
        var found: [UInt32] = []
        for (start, end) in zip(starts, ends) {
            guard end - start < UInt32(limit), found.count < limit else { return nil }
            found += start...end
        }
        return found.count <= limit ? found : nil
    }
}
