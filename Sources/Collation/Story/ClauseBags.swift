internal import Language
internal import TextCore

/// The stems of each unit by clause: two long sentences may share one clause and nothing else.
///
/// Clauses are cut at punctuation, quotation marks and conjunctions; one of fewer than ``least`` content words joins the
/// clause before.
struct ClauseBags: Sendable {
    static let least = 3
    /// Clauses beyond this many in one unit are taken together.
    static let most = 12

    private struct Bag: Sendable {
        let keys: [Int32]
        let weight: Float
    }

    private let bags: [[Bag]]
    private let story: Story

    init(_ story: Story) {
        self.story = story
        bags = story.units.map { unit in
            Self.clauses(of: unit, in: story).map { terms in
                let keys = Set(terms.compactMap { story.stems.id(ofKey: $0.stem) }).sorted()
                return Bag(keys: keys, weight: keys.reduce(0) { $0 + story.stems.weight(of: $1) })
            }
        }
    }

    /// The weighted Jaccard similarity of the two clauses, one of each unit, that are most alike.
    func bestJaccard(_ a: Int, _ b: Int) -> Float {
        var best: Float = 0
        for x in bags[a] {
            for y in bags[b] {
                var (i, j) = (0, 0)
                var shared: Float = 0
                while i < x.keys.count, j < y.keys.count {
                    if x.keys[i] < y.keys[j] {
                        i += 1
                    } else if y.keys[j] < x.keys[i] {
                        j += 1
                    } else {
                        shared += story.stems.weight(of: x.keys[i])
                        i += 1
                        j += 1
                    }
                }
                if shared > 0 { best = max(best, shared / max(x.weight + y.weight - shared, 1e-6)) }
            }
        }
        return best
    }

    private static func clauses(of unit: Unit, in story: Story) -> [[Term]] {
        let text = story.articles[unit.article].annotated
        let lists = story.lists[unit.article]
        var clauses: [[Term]] = [[]]
        var last = unit.tokens.lowerBound
        for term in unit.terms {
            let isCut =
                last < term.token
                && (last..<term.token).contains { index in
                    switch text.tokens[index].kind {
                    case .punctuation, .quote, .dash, .terminator: true
                    case .word: lists.clause.contains(text.tokens[index].hash) || lists.relative.contains(text.tokens[index].hash)
                    default: false
                    }
                }
            if isCut, clauses[clauses.count - 1].count >= least, clauses.count < most { clauses.append([]) }
            clauses[clauses.count - 1].append(term)
            last = term.token + 1
        }
        if clauses.count > 1, let end = clauses.last, end.count < least {
            clauses.removeLast()
            clauses[clauses.count - 1] += end
        }
        return clauses
    }
}
