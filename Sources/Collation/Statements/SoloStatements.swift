internal import Language
internal import Speech
internal import TextCore

/// Finds what only one article says.
///
/// A clause is solo when no shared statement covers it and its words are not carried by the units that its sentence is
/// shared with. Headlines are not: their claims have findings of their own. Left out are attribution frames ("the spokesman
/// said"), and what repeats another clause of the same article.
///
/// - Complexity: O(*n*) in tokens, but for repeats: O(clauses · ``window``).
struct SoloStatements {
    /// A repeat is looked for among the clauses that share a word pair, at most this many.
    static let window = 32
    /// A clause of a shared sentence counts as carried from this share of its weight on.
    static let carried: Float = 0.75
    /// A clause repeats another that has this share of its words.
    static let repeated: Float = 0.8
    /// "There is no other road" says something with one content word.
    static let words = 4
    /// A sentence comes near from this probability on. Below it, held-out events have hardly a pair that is right.
    static let near = 0.08

    let story: Story
    let scored: ScoredPairs
    let placing: WitnessPlacing
    let groups: [StatementGroup]
    let witnesses: [[PlacedWitness]]

    /// The solo statements, by article and place.
    func find() -> [Solo] {
        var partners: [Int: Set<Int>] = [:]
        var covered: [Int: [Range<Int>]] = [:]
        for (group, places) in zip(groups, witnesses) {
            for place in places { covered[place.unit, default: []].append(place.witness.passage.range) }
            for unit in group.units {
                for other in group.units where story.units[other].article != story.units[unit].article {
                    partners[unit, default: []].insert(other)
                }
            }
        }
        var solos: [Solo] = []
        for range in story.unitsOfArticle {
            var seen = RepeatIndex()
            var found: [Solo] = []
            // What is shared counts as said; then the body before the standfirst, which tends to repeat it.
            for unit in range where story.units[unit].role == .body {
                for place in covered[unit] ?? [] { seen.add(keys(of: unit, in: place)) }
            }
            let ordered =
                range.filter { story.units[$0].role == .body } + range.filter { story.units[$0].role != .body }
            for unit in ordered where !story.units[unit].isHeadline && !story.isRepeat(unit) {
                let pieces = pieces(of: unit, covered: covered[unit] ?? [], partners: partners[unit] ?? [])
                for piece in pieces {
                    let keys = keys(of: unit, in: piece)
                    if seen.repeats(keys) { continue }
                    seen.add(keys)
                    found.append(solo(unit, piece, partners: partners[unit] ?? []))
                }
            }
            solos += found.sorted { $0.passage.range.lowerBound < $1.passage.range.lowerBound }
        }
        return solos
    }

    private func solo(_ unit: Int, _ range: Range<Int>, partners: Set<Int>) -> Solo {
        let owner = story.units[unit]
        let speech = placing.speech(of: owner, in: range)
        return Solo(
            passage: Passage(article: owner.article, range: range),
            kind: speech.form == .narrated ? .fact : .speech,
            speaker: speech.speaker,
            closest: closest(to: unit, besides: partners)
        )
    }

    /// The sentence of another article that is likeliest to say what a unit says, besides those that share another statement
    /// with it.
    private func closest(to unit: Int, besides partners: Set<Int>) -> Solo.Neighbour? {
        let others = scored.graph.edges(of: unit).filter { edge in
            scored.probability[edge.pair] >= Self.near && !partners.contains(edge.unit)
        }
        guard let best = others.max(by: { scored.probability[$0.pair] < scored.probability[$1.pair] }) else { return nil }
        let owner = story.units[best.unit]
        return Solo.Neighbour(
            passage: Passage(article: owner.article, range: owner.range),
            probability: scored.probability[best.pair]
        )
    }

    /// The keys of what a clause says, without who says it.
    private func keys(of unit: Int, in range: Range<Int>) -> Set<Int32> {
        let owner = story.units[unit]
        let tokens = story.articles[owner.article].annotated.tokens
        let attribution = story.lists[owner.article].attribution
        let said = story.terms(of: owner, in: range).filter { term in
            !owner.people.contains(term.stem) && !attribution.contains(tokens[term.token].hash)
        }
        return Set(said.compactMap { story.key(of: $0, in: owner) })
    }

    /// The parts of a unit that are solo, adjacent ones joined.
    private func pieces(of unit: Int, covered: [Range<Int>], partners: Set<Int>) -> [Range<Int>] {
        let owner = story.units[unit]
        let statements = story.articles[owner.article].speech.statements[owner.statements]
        // A sentence without a statement only says who spoke.
        guard !statements.isEmpty else { return [] }
        let clauses = statements.count > 1 ? statements.map(\.range) : [owner.range]
        let common = Set(partners.flatMap { story.concepts.row($0) })
        var pieces: [Range<Int>] = []
        var isOpen = false
        for clause in clauses {
            let isShared = covered.contains { 2 * $0.clamped(to: clause).count >= clause.count }
            let keys = keys(of: unit, in: clause)
            let weight = story.concepts.weight(of: keys)
            let isCarried =
                !common.isEmpty && story.concepts.weight(of: keys.intersection(common)) >= Self.carried * weight
            if isShared || isCarried || !hasContent(owner, clause) {
                // A frame between two solo clauses does not part them; a shared clause does.
                if isShared || isCarried { isOpen = false }
                continue
            }
            if isOpen, let last = pieces.last {
                pieces[pieces.count - 1] = last.lowerBound..<max(last.upperBound, clause.upperBound)
            } else {
                pieces.append(clause)
            }
            isOpen = true
        }
        return pieces
    }

    /// Whether a clause says anything beside who says it: two content words, or one in at least ``Self/words`` words.
    private func hasContent(_ unit: Unit, _ range: Range<Int>) -> Bool {
        let text = story.articles[unit.article].annotated
        let lists = story.lists[unit.article]
        let content = story.terms(of: unit, in: range).count { term in
            !term.isFrame && !lists.attribution.contains(text.tokens[term.token].hash) && !unit.people.contains(term.stem)
        }
        return content >= 2 || (content == 1 && story.wording(of: unit, in: range).count >= Self.words)
    }
}

/// The clauses of one article, to find one that says the same again.
private struct RepeatIndex {
    private var clauses: [Set<Int32>] = []
    private var postings: [Int32: [Int]] = [:]

    mutating func add(_ keys: Set<Int32>) {
        for key in keys { postings[key, default: []].append(clauses.count) }
        clauses.append(keys)
    }

    /// Whether an earlier clause has nearly all of these words. Short clauses repeat nothing by chance.
    func repeats(_ keys: Set<Int32>) -> Bool {
        guard keys.count >= 3 else { return false }
        var common: [Int: Int] = [:]
        for key in keys {
            for clause in (postings[key] ?? []).prefix(SoloStatements.window) { common[clause, default: 0] += 1 }
        }
        return common.values.contains { Float($0) >= SoloStatements.repeated * Float(keys.count) }
    }
}
