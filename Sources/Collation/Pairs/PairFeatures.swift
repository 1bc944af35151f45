internal import Meaning

/// What is measured on a pair of units. Names and order are those of the weights file.
enum PairFeature: Int, CaseIterable, Sendable {
    case lettersCosine, lettersJaccard, lettersContainment, lettersRare, threesContainment, fivesUnique
    case stemsCosine, stemsContainment, stemsUnique, stemsExclusive, stemsShared
    case contentsCosine, contentsShared, contentsContainment, contentsJaccard
    case conceptsShared, conceptsSurprise, conceptsContainment, prefixesCosine
    case clauseJaccard, clauseShared, clauseConceptJaccard, clauseContainment, clauseUnshared
    case factsShared, factsContainment
    case bigramsSurprise, bigramsRare, wordsSurprise, wordsContainment, subsequence, run
    case quotedCosine, quotedShared, quotedSurprise, quotedBoth, quotedOne
    case namesShared, namesSurprise, namesDiffer, peopleShared, peopleDiffer, speakerShared, speakersDiffer
    case figuresCosine, figuresShared, figuresDiffer, dayShared, daysDiffer
    case bothHeadlines, oneHeadline, leading, position, positionDistance
    case negationDiffers, bothNegated, negationConflicts, negationAgrees, shorterLength, longerLength, lengthRatio
    case thirdArticle, neighbours, neighbourhood, centralityMost, centralityLeast
    case lettersRank, lettersMargin, conceptsRank, conceptsCentred
    case kinShared, propositionWeight, propositionAgent, propositionPatient, propositionBoth
    case clauseKinShared, clauseKinJaccard, takenShared
    case meaningCosine, meaningCentered, meaningRank, meaningMargin

    static let count = allCases.count
}

/// Measures pairs of units: words in common under several readings, order, place, and how a pair stands among its
/// neighbours and rivals.
///
/// - Complexity: O(*p* · *t*²) for *p* pairs of units of *t* terms; both are bounded by ``CandidateIndex``.
struct PairFeatures: Sendable {
    /// The pairs, ascending.
    let pairs: [UnitPair]
    /// Row after row, ``PairFeature/count`` numbers each.
    private(set) var values: [Float]

    /// The features of one pair.
    subscript(pair: Int) -> ArraySlice<Float> {
        values[(pair * PairFeature.count)..<((pair + 1) * PairFeature.count)]
    }

    /// One feature of one pair.
    subscript(pair: Int, feature: PairFeature) -> Float {
        get { values[pair * PairFeature.count + feature.rawValue] }
        set { values[pair * PairFeature.count + feature.rawValue] = newValue }
    }

    /// Measures pairs of a story, those of ``StoryVectors`` where there are vectors.
    init(
        _ pairs: [UnitPair],
        of story: Story,
        cut table: ClauseTable,
        propositions: StoryPropositions,
        resolved: ResolvedClauses,
        vectors: StoryVectors? = nil
    ) {
        self.pairs = pairs
        values = [Float](repeating: 0, count: pairs.count * PairFeature.count)
        let central = story.stems.centrality()
        let clauses = ClauseBags(story)
        let polarities = story.units.map { story.polarity(of: $0) }
        let weighted = story.units.indices.map(story.weightedStems)
        for index in pairs.indices {
            measureWords(index, story, weighted)
            measureUnits(index, story)
            measurePolarity(index, story, polarities)
            let (a, b) = (pairs[index].first, pairs[index].second)
            self[index, .clauseJaccard] = clauses.bestJaccard(a, b)
            measureClauses(index, table, story)
            self[index, .centralityMost] = max(central[a], central[b])
            self[index, .centralityLeast] = min(central[a], central[b])
        }
        measurePropositions(story, propositions)
        measureReference(table, resolved)
        let graph = PairGraph(pairs, story)
        measureNeighbours(graph, story)
        measureRivals(graph, story)
        if let vectors { measureMeaning(vectors, graph, story) }
    }

    private mutating func measureWords(_ index: Int, _ story: Story, _ weighted: [[WordOrder.Word]]) {
        let (a, b) = (pairs[index].first, pairs[index].second)
        let letters = story.letters.overlap(a, b)
        self[index, .lettersCosine] = letters.cosine
        self[index, .lettersJaccard] = letters.jaccard
        self[index, .lettersContainment] = letters.containment
        self[index, .lettersRare] = letters.rare
        self[index, .threesContainment] = story.threes.overlap(a, b).containment
        self[index, .fivesUnique] = story.fives.overlap(a, b).unique
        let stems = story.stems.overlap(a, b)
        self[index, .stemsCosine] = stems.cosine
        self[index, .stemsContainment] = stems.containment
        self[index, .stemsUnique] = stems.unique
        self[index, .stemsExclusive] = stems.exclusive
        self[index, .stemsShared] = stems.shared
        let contents = story.contents.overlap(a, b)
        self[index, .contentsCosine] = contents.cosine
        self[index, .contentsShared] = contents.shared
        self[index, .contentsContainment] = contents.containment
        self[index, .contentsJaccard] = contents.jaccard
        let concepts = story.concepts.overlap(a, b)
        self[index, .conceptsShared] = concepts.shared
        self[index, .conceptsSurprise] = concepts.surprise
        self[index, .conceptsContainment] = concepts.containment
        let prefixes = story.prefixes.overlap(a, b)
        self[index, .prefixesCosine] = prefixes.cosine
        let bigrams = story.bigrams.overlap(a, b)
        self[index, .bigramsSurprise] = bigrams.surprise
        self[index, .bigramsRare] = bigrams.rare
        let quoted = story.quoted.overlap(a, b)
        self[index, .quotedCosine] = quoted.cosine
        self[index, .quotedShared] = quoted.shared
        self[index, .quotedSurprise] = quoted.surprise
        let names = story.names.overlap(a, b)
        self[index, .namesShared] = names.shared
        self[index, .namesSurprise] = names.surprise
        let figures = story.figures.overlap(a, b)
        self[index, .figuresCosine] = figures.cosine
        self[index, .figuresShared] = figures.shared
        let words = story.words.overlap(a, b)
        self[index, .wordsSurprise] = words.surprise
        self[index, .wordsContainment] = words.containment
        guard stems.shared > 0 else { return }
        let order = WordOrder.compare(weighted[a], weighted[b])
        self[index, .subsequence] = order.subsequence
        self[index, .run] = order.run
    }

    private mutating func measurePolarity(_ index: Int, _ story: Story, _ polarities: [Polarity]) {
        let pair = pairs[index]
        let (a, b) = (story.units[pair.first].isNegated, story.units[pair.second].isNegated)
        let (x, y) = (polarities[pair.first], polarities[pair.second])
        self[index, .negationDiffers] = a != b ? 1 : 0
        self[index, .bothNegated] = a && b ? 1 : 0
        self[index, .negationConflicts] = x.conflicts(with: y) ? 1 : 0
        self[index, .negationAgrees] = x.negated.isDisjoint(with: y.negated) ? 0 : 1
    }

    /// What the two clauses, one of each unit, that are most alike have in common.
    private mutating func measureClauses(_ index: Int, _ table: ClauseTable, _ story: Story) {
        var most: Float = 0
        for x in table.clausesOfUnit[pairs[index].first] {
            for y in table.clausesOfUnit[pairs[index].second] {
                let shared = story.concepts.weight(common: table.clauses[x].keys, table.clauses[y].keys)
                guard shared > 0 else { continue }
                let (a, b) = (table.weights[x], table.weights[y])
                raise(index, .clauseConceptJaccard, shared / max(a + b - shared, 1e-6))
                raise(index, .clauseContainment, shared / max(min(a, b), 1e-6))
                if shared > most {
                    most = shared
                    self[index, .clauseUnshared] = a + b - 2 * shared
                }
                let facts = story.concepts.weight(common: table.clauses[x].facts, table.clauses[y].facts)
                raise(index, .factsShared, facts)
                raise(index, .factsContainment, facts / max(min(table.factWeights[x], table.factWeights[y]), 1e-6))
            }
        }
        self[index, .clauseShared] = most
    }

    mutating func raise(_ index: Int, _ feature: PairFeature, _ value: Float) {
        self[index, feature] = max(self[index, feature], value)
    }

    private mutating func measureUnits(_ index: Int, _ story: Story) {
        let a = story.units[pairs[index].first]
        let b = story.units[pairs[index].second]
        func flag(_ condition: Bool) -> Float { condition ? 1 : 0 }
        self[index, .bothHeadlines] = flag(a.isHeadline && b.isHeadline)
        self[index, .oneHeadline] = flag(a.isHeadline != b.isHeadline)
        self[index, .leading] = flag(a.order <= 2) + flag(b.order <= 2)
        let (placeA, placeB) = (a.place, b.place)
        self[index, .position] = placeA + placeB
        self[index, .positionDistance] = abs(placeA - placeB)
        let lengthA = Float.log(1 + Float(a.terms.count))
        let lengthB = Float.log(1 + Float(b.terms.count))
        self[index, .shorterLength] = min(lengthA, lengthB)
        self[index, .longerLength] = max(lengthA, lengthB)
        self[index, .lengthRatio] = abs(lengthA - lengthB)
        func differ(_ x: Set<UInt64>, _ y: Set<UInt64>) -> Float { flag(!x.isEmpty && !y.isEmpty && x.isDisjoint(with: y)) }
        self[index, .namesDiffer] = differ(a.names, b.names)
        self[index, .figuresDiffer] = differ(a.figures, b.figures)
        self[index, .dayShared] = flag(!a.days.isDisjoint(with: b.days))
        self[index, .daysDiffer] = differ(a.days, b.days)
        self[index, .speakerShared] = flag(!a.speakers.isStrange(to: b.speakers))
        self[index, .speakersDiffer] = flag(
            !a.speakers.isEmpty && !b.speakers.isEmpty && a.speakers.isStrange(to: b.speakers)
        )
        self[index, .quotedBoth] = flag(a.quotedShare > 0.3) + flag(b.quotedShare > 0.3)
        self[index, .quotedOne] = flag((a.quotedShare > 0.3) != (b.quotedShare > 0.3))
        self[index, .peopleShared] = flag(!a.people.isDisjoint(with: b.people))
        self[index, .peopleDiffer] = differ(a.people, b.people)
    }

    private mutating func measureNeighbours(_ graph: PairGraph, _ story: Story) {
        let cosine = pairs.indices.map { self[$0, .stemsCosine] }
        for index in pairs.indices {
            let (a, b) = (pairs[index].first, pairs[index].second)
            self[index, .thirdArticle] = graph.bestDetour(a, b, cosine)
            let rowsA = story.unitsOfArticle[story.units[a].article]
            let rowsB = story.unitsOfArticle[story.units[b].article]
            var diagonal: Float = 0
            var best: Float = 0
            for i in -2...2 where rowsA.contains(a + i) {
                for j in -2...2 where (i != 0 || j != 0) && rowsB.contains(b + j) {
                    guard let pair = graph.pair(a + i, b + j) else { continue }
                    best = max(best, cosine[pair])
                    if i == j, abs(i) == 1 { diagonal += cosine[pair] }
                }
            }
            self[index, .neighbours] = diagonal
            self[index, .neighbourhood] = best
        }
    }

    private mutating func measureRivals(_ graph: PairGraph, _ story: Story) {
        let letters = Rivals(pairs.indices.map { self[$0, .lettersCosine] }, graph, story)
        let concepts = Rivals(pairs.map { story.concepts.overlap($0.first, $0.second).cosine }, graph, story)
        for index in pairs.indices {
            let l = letters.standing(index)
            self[index, .lettersRank] = Float.log(1 + Float(l.rowRank)) + Float.log(1 + Float(l.columnRank))
            self[index, .lettersMargin] = l.margin
            let c = concepts.standing(index)
            self[index, .conceptsRank] = Float.log(1 + Float(c.rowRank)) + Float.log(1 + Float(c.columnRank))
            self[index, .conceptsCentred] = c.centred
        }
    }
}

extension Unit {
    /// Where it stands in its article, 0 first to 1 last.
    var place: Float { Float(order) / Float(max(1, count - 1)) }
}

extension Story {
    /// The stems of a unit in order, each with its weight.
    func weightedStems(_ unit: Int) -> [WordOrder.Word] {
        units[unit].terms.map { WordOrder.Word(stem: $0.stem, weight: stems.weight(ofKey: $0.stem)) }
    }
}
