/// A pair of units of two articles, `first` before `second`.
struct UnitPair: Sendable, Hashable, Comparable {
    let first: Int
    let second: Int

    static func < (a: UnitPair, b: UnitPair) -> Bool {
        (a.first, a.second) < (b.first, b.second)
    }
}

/// Finds pairs of units worth comparing: those that share content words, rare ones first.
///
/// An inverted index over concepts and word pairs. Two bounds keep the cost linear in the text: a key that stands in more
/// than ``longestPosting`` units is too common to tell statements apart and is not followed, and each unit keeps its
/// ``perUnit`` best candidates over all other articles.
///
/// - Complexity: O(*u* · *t* · ``longestPosting``) for *u* units of *t* terms; memory O(*u* · ``perUnit``).
struct CandidateIndex {
    static let longestPosting = 512
    static let perUnit = 48
    /// A pair needs this much weight in common: less than one ordinary word.
    static let least: Float = 0.3

    /// The candidate pairs of a story, ascending.
    static func pairs(of story: Story) -> [UnitPair] {
        let count = story.units.count
        var score = [Float](repeating: 0, count: count)
        let spaces = [story.concepts, story.prefixes, story.figures]
        let postings = spaces.map { Postings($0, units: count) }
        var pairs: Set<UnitPair> = []
        for unit in 0..<count {
            let own = story.unitsOfArticle[story.units[unit].article]
            var touched: [Int] = []
            for (space, posting) in zip(spaces, postings) {
                for key in space.row(unit) {
                    let list = posting[key]
                    let weight = space.weight(of: key)
                    guard list.count <= longestPosting, weight > 0 else { continue }
                    for other in list where !own.contains(Int(other)) {
                        if score[Int(other)] == 0 { touched.append(Int(other)) }
                        score[Int(other)] += weight
                    }
                }
            }
            var found = touched.filter { score[$0] >= least }
            if found.count > perUnit {
                found.sort { score[$0] != score[$1] ? score[$0] > score[$1] : $0 < $1 }
                found.removeLast(found.count - perUnit)
            }
            for other in found { pairs.insert(UnitPair(first: min(unit, other), second: max(unit, other))) }
            for other in touched { score[other] = 0 }
        }
        return pairs.sorted()
    }

    /// For each key, the units that hold it, ascending.
    private struct Postings {
        private var starts: [Int]
        private var units: [Int32]

        init(_ space: BagSpace, units count: Int) {
            var sizes = [Int](repeating: 0, count: space.keyCount + 1)
            for unit in 0..<count {
                for key in space.row(unit) { sizes[Int(key) + 1] += 1 }
            }
            for key in 1..<max(1, sizes.count) { sizes[key] += sizes[key - 1] }
            starts = sizes
            units = [Int32](repeating: 0, count: sizes.last ?? 0)
            var next = sizes
            for unit in 0..<count {
                for key in space.row(unit) {
                    units[next[Int(key)]] = Int32(clamping: unit)
                    next[Int(key)] += 1
                }
            }
        }

        subscript(key: Int32) -> ArraySlice<Int32> { units[starts[Int(key)]..<starts[Int(key) + 1]] }
    }
}
