internal import Language
internal import TextCore

/// A witness of a statement with all that is compared with other witnesses.
struct ComparedWitness {
    let unit: Unit
    /// The number of the unit.
    let place: Int
    let passage: Passage
    let isQuoted: Bool
    let polarity: Polarity
    /// The keys of words that are neither names nor only say who speaks.
    let facts: Set<Int32>
    /// The keys of all content words.
    let keys: Set<Int32>
    /// Those outside figures and times.
    let plain: Set<Int32>
    /// All words and numbers of the passage, in order.
    let words: [WordAlignment.Word]
    /// The hashes of the words outside figures and times, in order.
    let frame: [UInt64]
    /// For each token of the unit, whether it is one of a figure or time.
    let isDetail: [Bool]
    /// The figures and times of the passage.
    let figuresInside: [Figure]
    let timesInside: [TimeExpression]
    /// The content words, by their tokens.
    let terms: [Int: Term]
    /// For each axis of ``WordLists/directions``, the words that point up, and those that point down.
    let rising: [[String]]
    let falling: [[String]]
    /// The comparable figures of the passage, and all figures of its unit.
    let sites: [FigureSite]
    let figures: [Figure]

    /// - Complexity: O(*t a*) for *t* tokens and *a* axes, and that of the unit's ``FigureSite``s.
    init(_ witness: PlacedWitness, in story: Story) {
        let unit = story.units[witness.unit]
        let range = witness.witness.passage.range
        let terms = story.terms(of: unit, in: range)
        let text = story.articles[unit.article].annotated
        let lists = story.lists[unit.article]
        func words(_ list: Set<UInt64>) -> [String] {
            terms.filter { list.contains(text.tokens[$0.token].hash) && !$0.isNegated }.map { story.word($0.token, of: unit) }
        }
        func keys(_ terms: [Term]) -> Set<Int32> { Set(terms.compactMap { story.key(of: $0, in: unit) }) }
        let figuresInside = story.figures(of: unit, in: range)
        let timesInside = story.times(of: unit, in: range)
        // "More than 30" is one detail.
        let details = figuresInside.map { text.tokens(in: $0.range) } + timesInside.map { text.tokens(in: $0.range) }
        var isDetail = [Bool](repeating: false, count: unit.tokens.count)
        for detail in details {
            for token in detail.clamped(to: unit.tokens) { isDetail[token - unit.tokens.lowerBound] = true }
        }
        let spoken = unit.tokens.filter { index in
            let token = text.tokens[index]
            return (token.kind == .word || token.kind == .number) && range.contains(Int(token.start))
        }
        self.unit = unit
        place = witness.unit
        passage = witness.witness.passage
        isQuoted = witness.witness.form == .quoted || witness.witness.form == .verbatim
        polarity = story.polarity(of: unit, in: range)
        facts = keys(terms.filter { !$0.isName && !$0.isFrame })
        self.keys = keys(Array(terms))
        // "Nobody was hurt", "three people were hurt": that they are people is no more than the number says.
        plain = keys(
            terms.filter { !isDetail[$0.token - unit.tokens.lowerBound] && !lists.everybody.contains(text.tokens[$0.token].hash) }
        )
        self.words = spoken.map { WordAlignment.Word(hash: text.tokens[$0].hash, token: $0) }
        frame = spoken.filter { !isDetail[$0 - unit.tokens.lowerBound] }.map { text.tokens[$0].hash }
        self.isDetail = isDetail
        self.figuresInside = Array(figuresInside)
        self.timesInside = Array(timesInside)
        self.terms = Dictionary(terms.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
        rising = lists.directions.map { words($0.up) }
        falling = lists.directions.map { words($0.down) }
        sites = story.figureSites(of: witness.unit).filter { range.overlaps($0.figure.range) }
        figures = Array(story.figures(of: unit))
    }

    /// Whether the figures of two passages that are no ordinals agree one by one. Two sums in two quarters are two facts.
    func measuresTheSame(as other: ComparedWitness) -> Bool {
        let (one, two) = (figuresInside.filter { $0.unit != .ordinal }, other.figuresInside.filter { $0.unit != .ordinal })
        return one.count == two.count && zip(one, two).allSatisfy { FigureAgreement.agree($0, $1) }
    }
}
