internal import Language
internal import TextCore

/// Clauses as what they speak of: each mention of somebody, a pronoun or a role too, by whom it stands for; other content words by
/// their concepts; and beside them, for a unit, the words of what it takes up from before (see ``Antecedents``).
struct ResolvedClauses: Sendable {
    /// Words that are taken over weigh so much beside own ones.
    static let taken: Float = 0.5

    /// Units as bags of what they speak of.
    private let bag: BagSpace
    /// For each clause, its keys in ``bag``, ascending, and their summed weight.
    private let keys: [[Int32]]
    private let weights: [Float]
    /// For each unit, keys of what it takes up that it does not say itself, ascending.
    private let takenKeys: [[Int32]]
    private let acts: ClauseActs
    /// What each unit takes up, and where that stands.
    let antecedents: Antecedents

    /// - Complexity: O(*n* log *n*) in tokens.
    init(_ story: Story, _ table: ClauseTable, _ propositions: StoryPropositions) {
        acts = ClauseActs(story, table, propositions)
        let antecedents = Antecedents(story, table, acts: acts)
        let isFrame = story.articles.map(FrameTokens.mark)
        let rows = story.units.map { unit in
            Self.words(of: unit, in: story, propositions.referentOfToken[unit.article], isFrame[unit.article])
        }
        let bag = BagSpace(rows: rows.map { $0.map(\.key) }, articles: story.units.map(\.article))
        let keys = table.clauses.map { clause in
            let tokens = story.articles[story.units[clause.unit].article].annotated.tokens
            let inside = rows[clause.unit].filter { clause.range.contains(Int(tokens[$0.token].start)) }
            let said = inside.filter { !$0.isFrame }
            return Set((said.isEmpty ? inside : said).compactMap { bag.id(ofKey: $0.key) }).sorted()
        }
        weights = keys.map { bag.weight(of: $0) }
        takenKeys = antecedents.ofUnit.enumerated().map { unit, antecedent in
            guard let antecedent else { return [] }
            return Set(antecedent.clauses.flatMap { keys[$0] }).subtracting(bag.row(unit)).sorted()
        }
        (self.bag, self.keys, self.antecedents) = (bag, keys, antecedents)
    }

    /// A word or mention of a unit.
    private struct Word {
        let token: Int
        let key: UInt64
        let isFrame: Bool
    }

    private static func words(of unit: Unit, in story: Story, _ referents: [UInt64], _ isFrame: [Bool]) -> [Word] {
        func referent(_ token: Int) -> UInt64 { referents.indices.contains(token) ? referents[token] : 0 }
        let concepts = story.lists[unit.article].concepts
        let mentions = unit.tokens.filter { referent($0) != 0 }
            .map { Word(token: $0, key: referent($0), isFrame: isFrame[$0]) }
        let others = unit.terms.filter { referent($0.token) == 0 }
            .map { Word(token: $0.token, key: concepts[$0.stem] ?? $0.stem, isFrame: isFrame[$0.token]) }
        return mentions + others
    }
}

extension ResolvedClauses {
    /// The weight of what two clauses have in common: mentions, concepts, and words that tell the same act.
    /// - Parameter hasKin: whether words of their units tell the same act at all.
    /// - Complexity: O(words of both and their kin).
    func common(_ a: Int, _ b: Int, hasKin: Bool) -> Float {
        bag.weight(common: keys[a], keys[b]) + (hasKin ? acts.kinship(a, b) : 0)
    }

    /// That weight as a share of what both have (Jaccard).
    func share(_ common: Float, of a: Int, _ b: Int) -> Float { common / max(weights[a] + weights[b] - common, 1e-6) }

    /// Whether words of two clauses tell the same act.
    func areKin(_ a: Int, _ b: Int) -> Bool { acts.kinship(a, b) > 0 }

    /// Whether one of two clauses takes up what was said before and has all its own words in common with the other: “we are not
    /// interested in this” has one, and says more.
    /// - Parameter shared: how many words they have in common.
    func isAllInCommon(_ a: Int, _ b: Int, shared: Int, _ table: ClauseTable) -> Bool {
        shared > 0 && [a, b].contains { antecedents.stands(in: table.clauses[$0]) && table.clauses[$0].keys.count == shared }
    }

    /// Whether a unit says words that another one takes up from before.
    func says(_ unit: Int, whatIsTakenUpBy other: Int) -> Bool {
        bag.weight(common: takenKeys[other], Array(bag.row(unit))) > 0
    }

    /// The weight of the words that one unit says and the other takes up from before, both ways.
    func takenUp(_ a: Int, _ b: Int) -> Float {
        guard !takenKeys[a].isEmpty || !takenKeys[b].isEmpty else { return 0 }
        let shared = bag.weight(common: takenKeys[a], Array(bag.row(b))) + bag.weight(common: takenKeys[b], Array(bag.row(a)))
        return Self.taken * shared
    }
}
