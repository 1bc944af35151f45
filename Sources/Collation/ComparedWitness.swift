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
    /// The hashes of all words outside figures and times, in order.
    let frame: [UInt64]
    /// For each axis of ``WordLists/directions``, the words that point up, and those that point down.
    let rising: [[String]]
    let falling: [[String]]
    /// The comparable figures of the passage, and all figures of its unit.
    let sites: [FigureSite]
    let figures: [Figure]

    /// - Complexity: O(*t* (*f* + *a*)) for *t* terms, *f* figures and times, *a* axes.
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
        let details = story.figures(of: unit, in: range).map(\.tokens) + story.times(of: unit, in: range).map(\.tokens)
        func isDetail(_ token: Int) -> Bool { details.contains { $0.contains(token) } }
        self.unit = unit
        place = witness.unit
        passage = witness.witness.passage
        isQuoted = witness.witness.form == .quoted || witness.witness.form == .verbatim
        polarity = story.polarity(of: unit, in: range)
        facts = keys(terms.filter { !$0.isName && !$0.isFrame })
        self.keys = keys(Array(terms))
        // "Nobody was hurt", "three people were hurt": that they are people is no more than the number says.
        plain = keys(terms.filter { !isDetail($0.token) && !lists.everybody.contains(text.tokens[$0.token].hash) })
        frame = unit.tokens.filter { index in
            text.tokens[index].kind == .word && range.contains(Int(text.tokens[index].start)) && !isDetail(index)
        }.map { text.tokens[$0].hash }
        rising = lists.directions.map { words($0.up) }
        falling = lists.directions.map { words($0.down) }
        sites = story.figureSites(of: witness.unit).filter { range.overlaps($0.figure.range) }
        figures = Array(story.figures(of: unit))
    }
}
