internal import Language
internal import Speech
internal import TextCore

/// A clause of a unit: what one statement of the article covers, and the place that a witness points at.
struct Clause: Sendable {
    /// The unit that it is part of.
    let unit: Int
    /// Its bytes.
    let range: Range<Int>
    /// Keys of its content words in ``Story/concepts``, ascending. Words that only say who speaks are left out where others
    /// are left.
    let keys: [Int32]
    /// The keys of words that are no names: a name says who, not what.
    let facts: [Int32]
}

/// The clauses of all units of a story, by unit, then place. A unit that was not cut is one clause.
struct ClauseTable: Sendable {
    let clauses: [Clause]
    /// For each clause, the summed weight of its keys, and of its facts.
    let weights: [Float]
    let factWeights: [Float]
    /// For each clause, what it negates.
    let polarities: [Polarity]
    /// For each unit, its clauses: at least one.
    let clausesOfUnit: [Range<Int>]

    /// Cuts the units of a story. O(*n*) in terms.
    init(_ story: Story) {
        var clauses: [Clause] = []
        var clausesOfUnit: [Range<Int>] = []
        clausesOfUnit.reserveCapacity(story.units.count)
        for (index, unit) in story.units.enumerated() {
            let first = clauses.count
            let statements = story.articles[unit.article].speech.statements[unit.statements]
            let ranges = statements.count > 1 ? Self.bounded(statements.map(\.range)) : [unit.range]
            clauses += ranges.map { story.clause(of: index, in: $0) }
            clausesOfUnit.append(first..<clauses.count)
        }
        self.clauses = clauses
        weights = clauses.map { story.concepts.weight(of: $0.keys) }
        factWeights = clauses.map { story.concepts.weight(of: $0.facts) }
        polarities = clauses.map { story.polarity(of: story.units[$0.unit], in: $0.range) }
        self.clausesOfUnit = clausesOfUnit
    }

    /// A unit has at most this many clauses: pairs of units cost the product of theirs.
    static let most = 48

    /// Neighbours of a long row of clauses taken together until it is short enough.
    private static func bounded(_ ranges: [Range<Int>]) -> [Range<Int>] {
        guard ranges.count > most else { return ranges }
        let size = (ranges.count + most - 1) / most
        return stride(from: 0, to: ranges.count, by: size).map { first in
            let last = min(first + size, ranges.count) - 1
            return ranges[first].lowerBound..<max(ranges[first].lowerBound, ranges[last].upperBound)
        }
    }

    /// Whether two clauses say nearly the same but for a negation: then they contradict each other on one statement.
    func areNearlyOne(_ a: Int, _ b: Int, _ story: Story) -> Bool {
        let shared = story.concepts.weight(common: clauses[a].keys, clauses[b].keys)
        return shared >= Self.nearly * (weights[a] + weights[b] - shared)
    }

    /// The share of their common weight (Jaccard) from which on two clauses say nearly the same.
    private static let nearly: Float = 0.4
}

extension Story {
    fileprivate func clause(of index: Int, in range: Range<Int>) -> Clause {
        let all = terms(of: units[index], in: range)
        let said = all.filter { !$0.isFrame }
        let terms = said.isEmpty ? Array(all) : said
        func keys(_ terms: [Term]) -> [Int32] { Set(terms.compactMap { key(of: $0, in: units[index]) }).sorted() }
        return Clause(unit: index, range: range, keys: keys(terms), facts: keys(terms.filter { !$0.isName }))
    }

    /// The content words of a unit inside a byte range. O(log of the unit's + found).
    func terms(of unit: Unit, in range: Range<Int>) -> ArraySlice<Term> {
        let tokens = articles[unit.article].annotated.tokens
        let start = Self.partition(unit.terms) { Int(tokens[$0.token].start) < range.lowerBound }
        let end = Self.partition(unit.terms) { Int(tokens[$0.token].start) < range.upperBound }
        return unit.terms[start..<max(start, end)]
    }

    /// The key of a content word in ``concepts``.
    func key(of term: Term, in unit: Unit) -> Int32? {
        concepts.id(ofKey: lists[unit.article].concepts[term.stem] ?? term.stem)
    }

    /// Keys, in ``concepts``, of the content words of a unit inside a byte range.
    func conceptKeys(of unit: Int, in range: Range<Int>) -> Set<Int32> {
        Set(terms(of: units[unit], in: range).compactMap { key(of: $0, in: units[unit]) })
    }
}
