internal import Language
internal import TextCore

/// Two values in which witnesses of one statement differ.
enum DisputedValues: Sendable {
    case figures(PlacedFigure, PlacedFigure)
    /// A count that grows, at two times.
    case counts(PlacedFigure, PlacedFigure)
    case times(PlacedTime, PlacedTime)

    /// A figure of a unit.
    struct PlacedFigure: Sendable {
        let unit: Int
        let figure: Figure
    }

    /// A time of a unit.
    struct PlacedTime: Sendable {
        let unit: Int
        let time: TimeExpression
    }
}

/// Makes findings of the figures and times in which the witnesses of one statement contradict each other: what is said to differ in
/// a statement is listed with the figures to check, too.
struct StatementConflicts {
    let story: Story

    /// How many words name what differs.
    private static let named = 6

    /// The findings, but for values that another finding has already.
    /// - Complexity: O(*v f*) for *v* disputed values and *f* values of findings.
    func findings(_ disputed: [DisputedValues], beside known: [FigureFinding]) -> [FigureFinding] {
        var told = known
        let indices = disputed.isEmpty ? [] : story.articles.indices.map(index)
        for values in disputed where !isKnown(values, to: indices) {
            let finding = finding(values)
            if !told.contains(where: { !places($0).isDisjoint(with: places(finding)) }) { told.append(finding) }
        }
        return Array(told.dropFirst(known.count))
    }

    private func index(_ article: Int) -> FigureIndex {
        let table = story.lists[article].concepts
        return FigureIndex(story.articles[article].annotated.figures) { table[$0] ?? $0 }
    }

    /// Whether either article has the other's figure, too: then it tells two things apart.
    private func isKnown(_ values: DisputedValues, to indices: [FigureIndex]) -> Bool {
        switch values {
        case .figures(let a, let b), .counts(let a, let b):
            indices[story.units[a.unit].article].has(b.figure, nearly: true)
                || indices[story.units[b.unit].article].has(a.figure, nearly: true)
        case .times: false
        }
    }

    private func finding(_ values: DisputedValues) -> FigureFinding {
        switch values {
        case .figures(let a, let b):
            .conflict(what: what(a.unit, b.unit, outside: a.figure.tokens), values: [a, b].map(witness))
        case .counts(let a, let b):
            .update(what: what(a.unit, b.unit, outside: a.figure.tokens), values: [a, b].map(witness))
        case .times(let a, let b):
            .times(
                what: what(a.unit, b.unit, outside: a.time.tokens),
                values: [a, b].map { placed in
                    let unit = story.units[placed.unit]
                    return TimeWitness(
                        passage: Passage(article: unit.article, range: placed.time.range),
                        context: unit.range,
                        time: placed.time
                    )
                }
            )
        }
    }

    private func witness(_ placed: DisputedValues.PlacedFigure) -> FigureWitness {
        let unit = story.units[placed.unit]
        return FigureWitness(
            passage: Passage(article: unit.article, range: placed.figure.range),
            context: unit.range,
            figure: placed.figure
        )
    }

    private func places(_ finding: FigureFinding) -> Set<Passage> {
        switch finding {
        case .conflict(_, let values), .update(_, let values): Set(values.map(\.passage))
        case .times(_, let values): Set(values.map(\.passage))
        case .arithmetic: []
        }
    }

    /// The content words that two units have in common, as they stand in the first, outside its value.
    private func what(_ first: Int, _ second: Int, outside value: Range<Int>) -> String {
        let (unit, other) = (story.units[first], story.units[second])
        let common = Set(other.terms.compactMap { story.key(of: $0, in: other) })
        let text = story.articles[unit.article].annotated
        var seen: Set<Int32> = []
        let words = unit.terms.filter { term in
            guard !term.isFrame, !value.contains(term.token), let key = story.key(of: term, in: unit), common.contains(key) else {
                return false
            }
            return seen.insert(key).inserted
        }
        return words.prefix(Self.named).map { text.text[text.tokens[$0.token].range] }.joined(separator: " ")
    }
}
