internal import Language
internal import Speech
internal import TextCore

/// What a unit takes up from before, and where that stands.
struct Antecedent: Sendable, Hashable {
    /// The words that take it up.
    let reference: Reference
    /// The byte where the last of these begins.
    let place: Int
    /// The unit that it stands in, and its clauses there: numbers in the story's ``ClauseTable``.
    let unit: Int
    let clauses: Range<Int>
    /// Whether form and wording say so, and not only that it stands before: good enough to be shown to a reader.
    let isTold: Bool
}

/// For each unit of a story, what its “this”, “it”, “the decision” or answer stands for: the clause before, the sentence before,
/// or the last one that tells the act which the noun names.
///
/// - Complexity: O(*n*) in tokens.
struct Antecedents: Sendable {
    /// A noun's act is looked for in this many sentences before it.
    static let reach = 4

    /// For each unit, what it takes up; nil for most.
    let ofUnit: [Antecedent?]

    init(_ story: Story, _ table: ClauseTable, acts: ClauseActs) {
        let finders = story.articles.map { ReferenceFinder($0.annotated) }
        ofUnit = story.units.indices.map { index in
            let unit = story.units[index]
            guard !unit.isHeadline, let finder = finders[unit.article] else { return nil }
            let own = story.unitsOfArticle[unit.article]
            let before = own.lowerBound..<index
            guard let last = before.last, !story.units[last].isHeadline else { return nil }
            let reference = finder.reference(in: unit) ?? Self.answer(index, to: last, in: story)
            guard let reference else { return nil }
            return Self.antecedent(of: reference, in: index, before: before, story, table, acts)
        }
    }

    /// Whether the words that take something up stand in a clause. O(1).
    func stands(in clause: Clause) -> Bool { ofUnit[clause.unit].map { clause.range.contains($0.place) } ?? false }

    private static func antecedent(
        of reference: Reference,
        in unit: Int,
        before: Range<Int>,
        _ story: Story,
        _ table: ClauseTable,
        _ acts: ClauseActs
    ) -> Antecedent? {
        let last = before.upperBound - 1
        let place = Int(story.articles[story.units[unit].article].annotated.tokens[reference.tokens.upperBound - 1].start)
        func found(_ unit: Int, _ clauses: Range<Int>, isTold: Bool) -> Antecedent {
            Antecedent(reference: reference, place: place, unit: unit, clauses: clauses, isTold: isTold)
        }
        switch reference.kind {
        case .demonstrative:
            // Where a clause of the same sentence stands before it, that is what it takes up, and the unit has its words already.
            guard let own = table.clausesOfUnit[unit].first, table.clauses[own].range.upperBound > place else { return nil }
            let clause = table.clausesOfUnit[last].last { table.clauses[$0].keys.count >= 2 }
            return clause.map { found(last, $0..<($0 + 1), isTold: true) }
        case .pronoun, .answer:
            return found(last, table.clausesOfUnit[last], isTold: reference.kind == .answer)
        case .noun(let stem):
            for other in before.suffix(reach).reversed() where !story.units[other].isHeadline {
                if let clause = table.clausesOfUnit[other].last(where: { acts.tells(stem, inClause: $0) }) {
                    return found(other, clause..<(clause + 1), isTold: acts.hasWord(ofFamily: stem, inClause: clause))
                }
            }
            return found(last, table.clausesOfUnit[last], isTold: false)
        }
    }

    /// A unit of speech behind a question in the article's own words or the interviewer's.
    private static func answer(_ index: Int, to last: Int, in story: Story) -> Reference? {
        let unit = story.units[index]
        let text = story.articles[unit.article].annotated
        guard unit.quotedShare > 0.5,
            let question = story.units[last].tokens.last(where: { text.tokens[$0].kind == .terminator }),
            text.text.bytes[Int(text.tokens[question].start)] == UInt8(ascii: "?"),
            unit.speakers != story.units[last].speakers
        else { return nil }
        return Reference(kind: .answer, tokens: unit.tokens.prefix(1))
    }
}
