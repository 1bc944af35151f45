import TextCore

/// Patterns by a character that a match has at a fixed place, its first or its last, so that few are tried.
struct PatternIndex: Sendable {
    let patterns: [AffixPattern]
    /// The numbers of the patterns for each ASCII character, in the patterns' order.
    private var ascii: [[Int32]]
    /// The same for other characters that some pattern names.
    private var named: [UInt32: [Int32]] = [:]
    /// Patterns that take many characters beyond ASCII there, in order.
    private var broad: [Int32] = []

    /// How many characters beyond ASCII a pattern may name one by one.
    private static let few = 16

    init(_ patterns: [AffixPattern], by key: (AffixPattern) -> ScalarSet?) {
        self.patterns = patterns
        ascii = Array(repeating: [], count: 128)
        for (index, pattern) in patterns.enumerated() {
            guard let set = key(pattern) else { continue }
            for scalar in 0..<UInt32(128) where set.contains(scalar) { ascii[Int(scalar)].append(Int32(index)) }
            if set.fewBeyondASCII(Self.few) == nil { broad.append(Int32(index)) }
        }
        for (index, pattern) in patterns.enumerated() {
            for scalar in key(pattern)?.fewBeyondASCII(Self.few) ?? [] { named[scalar, default: broad].append(Int32(index)) }
        }
        for scalar in named.keys { named[scalar]?.sort() }
    }

    /// The numbers of the patterns that can match with this character at their place.
    func candidates(_ scalar: UInt32) -> [Int32] {
        scalar < 128 ? ascii[Int(scalar)] : named[scalar] ?? broad
    }

    /// Whether any pattern can match with an ASCII character at its place.
    func hasCandidates(ascii byte: UInt8) -> Bool { !ascii[Int(byte & 0x7F)].isEmpty }

    /// The end of a match of a pattern that starts at `start`, within `range`; nil where it does not match.
    func match(_ pattern: AffixPattern, _ bytes: Span<UInt8>, _ range: Range<Int>, at start: Int) -> Int? {
        var before = start
        for set in pattern.lookbehind.reversed() {
            guard before > range.lowerBound else { return nil }
            let found = bytes.scalar(before: before)
            guard set.contains(found.value) else { return nil }
            before -= found.length
        }
        var at = start
        for set in pattern.body {
            guard at < range.upperBound else { return nil }
            let found = bytes.scalar(at: at)
            guard set.contains(found.value) else { return nil }
            at += found.length
        }
        if pattern.repeatsLast, let last = pattern.body.last {
            while at < range.upperBound {
                let found = bytes.scalar(at: at)
                guard last.contains(found.value) else { break }
                at += found.length
            }
        }
        switch pattern.lookahead {
        case nil: break
        case .one(let set): guard at < range.upperBound, set.contains(bytes.scalar(at: at).value) else { return nil }
        case .other(let set): guard at == range.upperBound || !set.contains(bytes.scalar(at: at).value) else { return nil }
        }
        return at
    }
}
