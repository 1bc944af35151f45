/// What is measured on a pair of units. Names and order are those of the weights file.
enum PairFeature: Int, CaseIterable, Sendable {
    case lettersCosine, lettersJaccard
    case stemsCosine, stemsContainment, stemsSurprise, stemsRare, stemsUnique
    case conceptsCosine, conceptsShared, conceptsSurprise, conceptsContainment
    case prefixesCosine, prefixesSurprise
    case bigramsCosine, bigramsSurprise, bigramsRare
    case quotedCosine, quotedShared, quotedSurprise
    case namesCosine, namesShared, namesSurprise
    case figuresCosine, figuresShared, figuresSurprise
    case wordsSurprise, wordsContainment
    case subsequence, subsequenceShare, run, runShare
    case bothHeadlines, oneHeadline, leading, position, positionDistance
    case negationDiffers, shorterLength, longerLength, lengthRatio
    case namesDiffer, figuresDiffer, dayShared, daysDiffer
    case quotedBoth, quotedOne, peopleShared, peopleDiffer
    case thirdArticle, neighbours, neighbourhood
    case lettersRank, lettersBestRank, lettersRowMargin, lettersColumnMargin, lettersCentred
    case conceptsMutual, conceptsCentred, conceptsRank
    case threesContainment, lettersContainment, lettersRare, fivesUnique
    case stemsExclusive, stemsShared, clauseJaccard, centralityMost, centralityLeast
    case speakerShared, speakersDiffer, bothNegated

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

    /// Measures pairs of a story.
    init(_ pairs: [UnitPair], of story: Story) {
        self.pairs = pairs
        values = [Float](repeating: 0, count: pairs.count * PairFeature.count)
        let central = story.stems.centrality()
        let clauses = ClauseBags(story)
        let weighted = story.units.indices.map(story.weightedStems)
        for index in pairs.indices {
            measureWords(index, story, weighted)
            measureUnits(index, story)
            let (a, b) = (pairs[index].first, pairs[index].second)
            self[index, .clauseJaccard] = clauses.bestJaccard(a, b)
            self[index, .centralityMost] = max(central[a], central[b])
            self[index, .centralityLeast] = min(central[a], central[b])
        }
        let graph = PairGraph(pairs, story)
        measureNeighbours(graph, story)
        measureRivals(graph, story)
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
        self[index, .stemsSurprise] = stems.surprise
        self[index, .stemsRare] = stems.rare
        self[index, .stemsUnique] = stems.unique
        self[index, .stemsExclusive] = stems.exclusive
        self[index, .stemsShared] = stems.shared
        let concepts = story.concepts.overlap(a, b)
        self[index, .conceptsCosine] = concepts.cosine
        self[index, .conceptsShared] = concepts.shared
        self[index, .conceptsSurprise] = concepts.surprise
        self[index, .conceptsContainment] = concepts.containment
        let prefixes = story.prefixes.overlap(a, b)
        self[index, .prefixesCosine] = prefixes.cosine
        self[index, .prefixesSurprise] = prefixes.surprise
        let bigrams = story.bigrams.overlap(a, b)
        self[index, .bigramsCosine] = bigrams.cosine
        self[index, .bigramsSurprise] = bigrams.surprise
        self[index, .bigramsRare] = bigrams.rare
        let quoted = story.quoted.overlap(a, b)
        self[index, .quotedCosine] = quoted.cosine
        self[index, .quotedShared] = quoted.shared
        self[index, .quotedSurprise] = quoted.surprise
        let names = story.names.overlap(a, b)
        self[index, .namesCosine] = names.cosine
        self[index, .namesShared] = names.shared
        self[index, .namesSurprise] = names.surprise
        let figures = story.figures.overlap(a, b)
        self[index, .figuresCosine] = figures.cosine
        self[index, .figuresShared] = figures.shared
        self[index, .figuresSurprise] = figures.surprise
        let words = story.words.overlap(a, b)
        self[index, .wordsSurprise] = words.surprise
        self[index, .wordsContainment] = words.containment
        guard stems.shared > 0 else { return }
        let order = WordOrder.compare(weighted[a], weighted[b])
        self[index, .subsequence] = order.subsequence
        self[index, .subsequenceShare] = order.subsequenceShare
        self[index, .run] = order.run
        self[index, .runShare] = order.runShare
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
        self[index, .negationDiffers] = flag(a.isNegated != b.isNegated)
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
        self[index, .bothNegated] = flag(a.isNegated && b.isNegated)
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
        let concepts = Rivals(pairs.indices.map { self[$0, .conceptsCosine] }, graph, story)
        for index in pairs.indices {
            let l = letters.standing(index)
            self[index, .lettersRank] = Float.log(1 + Float(l.rowRank)) + Float.log(1 + Float(l.columnRank))
            self[index, .lettersBestRank] = Float.log(1 + Float(min(l.rowRank, l.columnRank)))
            self[index, .lettersRowMargin] = l.rowMargin
            self[index, .lettersColumnMargin] = l.columnMargin
            self[index, .lettersCentred] = l.centred
            let c = concepts.standing(index)
            self[index, .conceptsMutual] = c.rowRank == 0 && c.columnRank == 0 ? 1 : 0
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
