internal import Language

/// Says how the witnesses of one statement stand to each other.
///
/// - Complexity: O(*w*²) in the witnesses that are compared, at most ``DifferenceFinder/most``.
struct RelationFinder {
    let story: Story

    /// A passage with less than this share of the other's weight in words leaves out a part of it.
    private static let part: Float = 0.45
    /// The share of the lesser passage's words that stand in the greater one, from which on it is a part of it.
    private static let inside: Float = 0.6

    /// The relation of some witnesses, given whether differences were found that cannot both be right.
    func relation(of places: [PlacedWitness], contradict: Bool) -> Relation {
        if contradict { return .contradicts }
        let articles = { (isWanted: (Witness) -> Bool) in
            Set(places.map(\.witness).filter(isWanted).map(\.passage.article))
        }
        if articles({ $0.form == .verbatim }).count > 1 { return .verbatim }
        let quoting = articles { $0.form == .quoted }
        if quoting.count > 1 { return areQuotedAlike(places) ? .verbatim : .quotedInOtherWords }
        let retelling = articles { $0.form == .retold }
        if !quoting.isEmpty, !retelling.subtracting(quoting).isEmpty { return .quotedAndRetold }
        return isPartial(places) ? .partial : .same
    }

    /// Whether all quoted witnesses have the same words in marks, whatever stands around them.
    private func areQuotedAlike(_ places: [PlacedWitness]) -> Bool {
        let quoted = places.filter { $0.witness.form == .quoted || $0.witness.form == .verbatim }.map { place in
            let passage = place.witness.passage
            return story.marked(in: passage.article).filter { $0.overlaps(passage.range) }.flatMap {
                story.wording(of: story.units[place.unit], in: $0.clamped(to: passage.range))
            }
        }
        guard let first = quoted.first, !first.isEmpty else { return false }
        return quoted.allSatisfy { $0 == first }
    }

    /// Whether every article but one has only a part of what the fullest witness says.
    private func isPartial(_ places: [PlacedWitness]) -> Bool {
        let bags = places.prefix(DifferenceFinder.most).map { place in
            (article: place.witness.passage.article, keys: story.conceptKeys(of: place.unit, in: place.witness.passage.range))
        }
        guard let fullest = bags.max(by: { story.concepts.weight(of: $0.keys) < story.concepts.weight(of: $1.keys) }) else {
            return false
        }
        let whole = story.concepts.weight(of: fullest.keys)
        let others = bags.filter { $0.article != fullest.article }
        guard whole > 0, !others.isEmpty else { return false }
        return others.allSatisfy { other in
            let weight = story.concepts.weight(of: other.keys)
            let common = story.concepts.weight(of: other.keys.intersection(fullest.keys))
            return weight > 0 && weight < Self.part * whole && common >= Self.inside * weight
        }
    }
}

extension Collator {
    /// How two texts of a sentence or a short passage each stand to each other, taken for statements about one thing, and in what they
    /// differ: the first sentences of the two articles' bodies are compared.
    public func relation(of first: AnalyzedArticle, to second: AnalyzedArticle) -> (relation: Relation, reasons: [Reason]) {
        let story = Story([first, second])
        let bodies = (0..<2).compactMap { article in
            story.unitsOfArticle[article].first { story.units[$0].role == .body }
        }
        guard bodies.count == 2 else { return (.same, []) }
        let places = bodies.map { unit in
            PlacedWitness(
                unit: unit,
                witness: Witness(
                    passage: Passage(article: story.units[unit].article, range: story.units[unit].range),
                    form: .narrated
                )
            )
        }
        let propositions = StoryPropositions(story)
        let reasons = DifferenceFinder(story: story, propositions: propositions).differences(
            of: places,
            isOneThing: true
        )
        return (RelationFinder(story: story).relation(of: places, contradict: reasons.contradict), reasons.reasons)
    }
}
