internal import Language

/// The values of one article's figures by unit, and counts by the noun counted, to ask whether it has a value anywhere. "Over
/// $300" is 300 and what lies near it, not every greater sum.
///
/// - Complexity: O(*n* log *n*) for *n* figures; O(log *n*) a question, O(figures of its key) where their values come near, O(ratios) for
///   a ratio.
struct FigureIndex: Sendable {
    /// Intervals of one unit by lower bound, each with the highest upper bound so far.
    private var intervals: [String: [(lower: Double, highest: Double)]] = [:]
    private var figures: [String: [Figure]] = [:]
    private var ratios: [Figure] = []
    private let concept: @Sendable (UInt64) -> UInt64

    /// Reads the figures of an article, but for quantifiers.
    /// - Parameter concept: equal for the stems of nouns that are taken for one.
    init(_ figures: [Figure], concept: @escaping @Sendable (UInt64) -> UInt64 = { $0 }) {
        self.concept = concept
        var ranges: [String: [ClosedRange<Double>]] = [:]
        for figure in figures where !figure.isQuantifier && figure.unit != .ordinal {
            if case .ratio = figure.unit {
                if !ratios.contains(where: { FigureAgreement.agree($0, figure) }) { ratios.append(figure) }
            } else {
                let key = Self.key(figure, concept)
                self.figures[key, default: []].append(figure)
                ranges[key, default: []].append(FigureAgreement.nearby(figure))
            }
        }
        intervals = ranges.mapValues { ranges in
            var highest = -Double.infinity
            return ranges.sorted { $0.lowerBound < $1.lowerBound }.map { range in
                highest = max(highest, range.upperBound)
                return (range.lowerBound, highest)
            }
        }
    }

    /// Whether a figure of the article can mean the same value in the same unit (see ``FigureAgreement``). A number without a
    /// noun can be any count.
    /// - Parameter nearly: whether "at least nine" asks for nine and what lies near it, and not for every greater count.
    func has(_ figure: Figure, nearly: Bool = false) -> Bool {
        if case .ratio = figure.unit { return ratios.contains { FigureAgreement.agree($0, figure) } }
        guard figure.unit != .ordinal else { return false }
        let asked = nearly ? FigureAgreement.nearby(figure) : FigureAgreement.interval(figure)
        func holds(_ key: String) -> Bool {
            comesNear(asked, key)
                && (figures[key] ?? []).contains { other in
                    let areExact = figure.bound == .exact && other.bound == .exact
                    return areExact ? FigureAgreement.agree(figure, other) : FigureAgreement.nearby(other).overlaps(asked)
                }
        }
        return holds(Self.key(figure, concept)) || figure.unit == .count && holds(FigureAgreement.unit(.count))
    }

    /// Whether the interval of any figure of a key reaches what is asked: most questions end here.
    private func comesNear(_ asked: ClosedRange<Double>, _ key: String) -> Bool {
        guard let list = intervals[key] else { return false }
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].lower <= asked.upperBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && list[low - 1].highest >= asked.lowerBound
    }

    private static func key(_ figure: Figure, _ concept: (UInt64) -> UInt64) -> String {
        let unit = FigureAgreement.unit(figure.unit)
        guard figure.unit == .count, let stem = figure.countedStem else { return unit }
        return unit + " " + String(concept(stem))
    }
}
