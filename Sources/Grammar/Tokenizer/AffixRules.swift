import TextCore

/// The rules that cut signs from the ends of a chunk, and chunks at signs within.
struct AffixRules: Sendable {
    private let prefixes: PatternIndex
    private let suffixes: PatternIndex
    private let infixes: PatternIndex

    /// Makes rules of the patterns of a model's tokenizer.
    ///
    /// - Throws: where the patterns are not of the kind that the matching here is right for.
    init(prefixes: [AffixPattern], suffixes: [AffixPattern], infixes: [AffixPattern]) throws(AffixPatternParser.Fault) {
        for pattern in prefixes {
            guard pattern.isAtStart, !pattern.isAtEnd, pattern.lookbehind.isEmpty else {
                throw AffixPatternParser.Fault(offset: 0, expected: "prefixes that start with “^”")
            }
        }
        for pattern in suffixes {
            // A run that goes back from the end is the leftmost match only where all of it are the same characters.
            guard pattern.isAtEnd, !pattern.isAtStart, pattern.lookahead == nil,
                !pattern.repeatsLast || pattern.lookbehind.isEmpty && pattern.body.allSatisfy({ $0 == pattern.body.first })
            else { throw AffixPatternParser.Fault(offset: 0, expected: "suffixes that end with “$”") }
        }
        for pattern in infixes {
            guard !pattern.isAtStart, !pattern.isAtEnd else {
                throw AffixPatternParser.Fault(offset: 0, expected: "infixes that may stand anywhere")
            }
        }
        self.prefixes = PatternIndex(prefixes) { $0.body.first }
        // The longest first: all end at one place, so the first match of a search from the left is the longest.
        self.suffixes = PatternIndex(suffixes.sorted { $0.body.count > $1.body.count }) { $0.body.last }
        self.infixes = PatternIndex(infixes) { $0.body.first }
    }

    /// The bytes that a prefix takes from the start of a range, 0 where there is none. O(length of the prefix).
    func prefixLength(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        for index in prefixes.candidates(bytes.scalar(at: range.lowerBound).value) {
            if let end = prefixes.match(prefixes.patterns[Int(index)], bytes, range, at: range.lowerBound) {
                return end - range.lowerBound
            }
        }
        return 0
    }

    /// The bytes that a suffix takes from the end of a range, 0 where there is none. O(length of the suffix).
    func suffixLength(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        var longest = 0
        for index in suffixes.candidates(bytes.scalar(before: range.upperBound).value) {
            let pattern = suffixes.patterns[Int(index)]
            var start = range.upperBound
            var matched = 0
            for set in pattern.body.reversed() {
                guard start > range.lowerBound else { break }
                let found = bytes.scalar(before: start)
                guard set.contains(found.value) else { break }
                start -= found.length
                matched += 1
            }
            guard matched == pattern.body.count else { continue }
            if pattern.repeatsLast, let set = pattern.body.first {
                while start > range.lowerBound {
                    let found = bytes.scalar(before: start)
                    guard set.contains(found.value) else { break }
                    start -= found.length
                }
            }
            var before = start
            var holds = true
            for set in pattern.lookbehind.reversed() {
                guard before > range.lowerBound else {
                    holds = false
                    break
                }
                let found = bytes.scalar(before: before)
                guard set.contains(found.value) else {
                    holds = false
                    break
                }
                before -= found.length
            }
            if holds { longest = max(longest, range.upperBound - start) }
        }
        return longest
    }

    /// The infixes of a range from the left, none overlapping another. O(*n*).
    func infixes(_ bytes: Span<UInt8>, _ range: Range<Int>, into found: inout [Range<Int>]) {
        found.removeAll(keepingCapacity: true)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte < 0x80, !infixes.hasCandidates(ascii: byte) {
                at += 1
                continue
            }
            let scalar = bytes.scalar(at: at)
            var end: Int?
            for index in infixes.candidates(scalar.value) {
                end = infixes.match(infixes.patterns[Int(index)], bytes, range, at: at)
                if end != nil { break }
            }
            if let end {
                found.append(at..<end)
                at = end
            } else {
                at += scalar.length
            }
        }
    }
}
