internal import Meaning

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
/// than ``longestPosting`` units is too common to tell statements apart and is not followed, each unit keeps its
/// ``perUnit`` best candidates over all other articles, and no unit is in more than ``mostPairs`` pairs, however many others
/// have it among their best. Repeats inside an article are not compared again (see ``Story/original``).
///
/// - Complexity: O(*u* · *t* · ``longestPosting``) for *u* units of *t* terms; memory O(*u* · ``perUnit``).
struct CandidateIndex {
    static let longestPosting = 256
    static let perUnit = 48
    static let mostPairs = 4 * perUnit
    /// A pair needs this much weight in common: less than one ordinary word.
    static let least: Float = 0.3

    /// The candidate pairs of a story, ascending; with vectors, those that share no word too, unless both are in English.
    static func pairs(of story: Story, _ vectors: StoryVectors?) -> [UnitPair] {
        let found = pairs(of: story)
        guard let vectors, vectors.model == .multilingual else { return found }
        return Set(found).union(vectors.nearest(in: story)).sorted()
    }

    /// The candidate pairs of a story by its words, ascending.
    static func pairs(of story: Story) -> [UnitPair] {
        let count = story.units.count
        var score = [Float](repeating: 0, count: count)
        let spaces = [story.concepts, story.prefixes, story.figures, story.crossLanguage.bag]
        let postings = spaces.map { Postings($0, units: count) }
        var pairs: [UnitPair: Float] = [:]
        for unit in 0..<count where !story.isRepeat(unit) {
            let own = story.unitsOfArticle[story.units[unit].article]
            var touched: [Int] = []
            for (space, posting) in zip(spaces, postings) {
                for key in space.row(unit) {
                    let list = posting[key]
                    let weight = space.weight(of: key)
                    guard list.count <= longestPosting, weight > 0 else { continue }
                    for other in list where !own.contains(Int(other)) && !story.isRepeat(Int(other)) {
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
            for other in found {
                pairs[UnitPair(first: min(unit, other), second: max(unit, other))] = score[other]
            }
            for other in touched { score[other] = 0 }
        }
        return withoutHubs(pairs, units: count)
    }

    /// The pairs, ascending, without the worst of units that are in too many.
    private static func withoutHubs(_ pairs: [UnitPair: Float], units count: Int) -> [UnitPair] {
        var degree = [Int](repeating: 0, count: count)
        for pair in pairs.keys {
            degree[pair.first] += 1
            degree[pair.second] += 1
        }
        guard degree.contains(where: { $0 > mostPairs }) else { return pairs.keys.sorted() }
        degree = [Int](repeating: 0, count: count)
        let best = pairs.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return best.map(\.key).filter { pair in
            guard degree[pair.first] < mostPairs, degree[pair.second] < mostPairs else { return false }
            degree[pair.first] += 1
            degree[pair.second] += 1
            return true
        }.sorted()
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
