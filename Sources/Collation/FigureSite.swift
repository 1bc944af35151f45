internal import Language
internal import TextCore

/// A figure of a unit with the words that say what it measures.
struct FigureSite: Sendable {
    /// The unit that it stands in.
    let unit: Int
    let figure: Figure
    /// Keys, in ``Story/concepts``, of the content words around it.
    let context: Set<Int32>
    /// The tokens of the context.
    let tokens: Range<Int>

    /// The weight that the contexts of one thing share at least, and its share of the lighter context's.
    static let shared: Float = 1.0
    static let share: Float = 0.4
    /// How many tokens in front of a figure and behind it are its context.
    static let front = 10
    static let back = 12
}

extension Story {
    /// The comparable figures of a unit with their contexts. O(figures · terms) of the unit.
    func figureSites(of unit: Int) -> [FigureSite] {
        let owner = units[unit]
        guard !owner.isHeadline else { return [] }
        let figures = figures(of: owner).filter(Self.isComparable)
        return figures.map { figure in
            let kind = FigureAgreement.unit(figure.unit)
            let before = figures.last {
                $0.tokens.upperBound <= figure.tokens.lowerBound && FigureAgreement.unit($0.unit) == kind
            }
            let after = figures.first {
                $0.tokens.lowerBound >= figure.tokens.upperBound && FigureAgreement.unit($0.unit) == kind
            }
            // Words behind a figure belong to it; words in front do unless another figure's stand between.
            let first = figure.tokens.lowerBound
            let start = min(
                first,
                max(owner.tokens.lowerBound, before?.tokens.upperBound ?? 0, first - FigureSite.front)
            )
            let end = min(
                owner.tokens.upperBound,
                after?.tokens.lowerBound ?? Int.max,
                figure.tokens.upperBound + FigureSite.back
            )
            let front = before == nil ? start..<first : first..<first
            let back = figure.tokens.upperBound..<max(figure.tokens.upperBound, end)
            return FigureSite(
                unit: unit,
                figure: figure,
                context: keys(owner, front).union(keys(owner, back)),
                tokens: front.lowerBound..<back.upperBound
            )
        }
    }

    private func keys(_ unit: Unit, _ tokens: Range<Int>) -> Set<Int32> {
        let table = lists[unit.article].concepts
        return Set(unit.terms.filter { tokens.contains($0.token) }.compactMap { concepts.id(ofKey: table[$0.stem] ?? $0.stem) })
    }

    private static func isComparable(_ figure: Figure) -> Bool {
        guard !figure.isQuantifier, figure.value.isFinite else { return false }
        switch figure.unit {
        case .ordinal, .share: return false
        case .measure(let name): return !["year", "month", "week", "day", "hour", "minute", "second", "decade"].contains(name)
        case .count: return figure.countedStem != nil
        default: return true
        }
    }

    /// Whether the words around two figures name one thing.
    func areOneThing(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard countTheSame(a, b) else { return false }
        let common = a.context.intersection(b.context)
        let weight = concepts.weight(of: common)
        let lighter = min(concepts.weight(of: a.context), concepts.weight(of: b.context))
        return common.count >= 2 && weight >= FigureSite.shared && weight >= FigureSite.share * lighter
    }

    /// For counts, whether the nouns counted are one; other units say themselves what they measure.
    func countTheSame(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard a.figure.unit == .count else { return true }
        guard let x = a.figure.countedStem, let y = b.figure.countedStem else { return false }
        let (tableA, tableB) = (lists[units[a.unit].article].concepts, lists[units[b.unit].article].concepts)
        return (tableA[x] ?? x) == (tableB[y] ?? y)
    }
}
