internal import Language
internal import Speech
internal import TextCore

/// Says why units were taken for one statement, and in what they differ, by the words themselves.
struct ReasonFinder {
    /// At most this many words, names or figures are named in one reason.
    static let most = 6
    /// Words at least this rare in the story are named.
    static let rare: Float = 0.45

    let story: Story
    /// For each article of the story, its number among those given: words are told as the first of these has them.
    let order: [Int]

    /// The reasons of a group: read off the first witness and the one most like it, so that a reader finds the words
    /// where the group begins.
    /// - Parameter places: the witnesses of the group's units.
    func reasons(for group: UnitGroup, at places: [Witness], scored: ScoredPairs, speaker: String?) -> [Reason] {
        let (first, second) = told(group, scored)
        let (a, b) = (story.units[first], story.units[second])
        func range(_ unit: Int) -> Range<Int> {
            zip(group.units, places).first { $0.0 == unit }?.1.passage.range ?? story.units[unit].range
        }
        let (rangeA, rangeB) = (range(first), range(second))
        var reasons: [Reason] = []
        // A name that opens one sentence is known for a name by the other.
        func isName(_ term: Term) -> Bool { a.names.contains(term.stem) || b.names.contains(term.stem) }
        let figures = story.figures(of: a).map(\.tokens)
        let names = common(a, b, isName)
        let words = common(a, b) { term in
            !isName(term) && !figures.contains { $0.contains(term.token) }
                && story.stems.weight(ofKey: term.stem) >= Self.rare
        }
        if !words.isEmpty { reasons.append(.sharedWords(words)) }
        if !names.isEmpty { reasons.append(.sharedNames(names)) }
        if let speaker { reasons.append(.sameSpeaker(speaker)) }
        reasons += self.figures(first, second, rangeA, rangeB)
        let times = sharedTimes(a, b)
        if !times.isEmpty { reasons.append(.sharedTimes(times)) }
        let run = longestRun(a.words, b.words)
        if run >= 4 { reasons.append(.sharedRun(words: run)) }
        if story.isNegated(a, in: rangeA, besides: second) != story.isNegated(b, in: rangeB, besides: first) {
            reasons.append(.negationDiffers)
        }
        let directions = directions(first, second, rangeA, rangeB)
        if !directions.isEmpty { reasons.append(.directionDiffers(directions)) }
        if scored.features[scored.graph.pair(first, second) ?? group.bestPair, .neighbours] > 0.4 { reasons.append(.sameContext) }
        return reasons
    }

    /// The unit of the first witness in the order given, and the unit of another article that is likeliest to say the same.
    private func told(_ group: UnitGroup, _ scored: ScoredPairs) -> (Int, Int) {
        let pair = scored.features.pairs[group.bestPair]
        func key(_ unit: Int) -> (Int, Int) { (order[story.units[unit].article], unit) }
        guard let first = group.units.min(by: { key($0) < key($1) }) else { return (pair.first, pair.second) }
        if first == pair.first { return (first, pair.second) }
        if first == pair.second { return (first, pair.first) }
        let inside = Set(group.units)
        var best: (unit: Int, probability: Double)?
        for edge in scored.graph.edges(of: first) where inside.contains(edge.unit) {
            if scored.probability[edge.pair] > best?.probability ?? 0 { best = (edge.unit, scored.probability[edge.pair]) }
        }
        return best.map { (first, $0.unit) } ?? (pair.first, pair.second)
    }

    /// Terms of `a` whose stems `b` has too, as they stand in `a`, rarest first.
    private func common(_ a: Unit, _ b: Unit, _ isWanted: (Term) -> Bool) -> [String] {
        // Between languages, words are in common when one translates the other.
        let isTranslated = CrossLanguage.applies(to: a, b, in: story)
        func key(_ term: Term, _ unit: Unit) -> UInt64 {
            isTranslated ? story.lists[unit.article].concepts[term.stem] ?? term.stem : term.stem
        }
        let other = Set(b.terms.map { key($0, b) })
        var seen: Set<UInt64> = []
        var found: [(word: String, weight: Float, token: Int)] = []
        for term in a.terms where other.contains(key(term, a)) && isWanted(term) && seen.insert(key(term, a)).inserted {
            found.append((story.word(term.token, of: a), story.stems.weight(ofKey: term.stem), term.token))
        }
        found.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.token < $1.token }
        return found.prefix(Self.most).map(\.word)
    }

    /// Figures in common, and two that are given for one thing and differ. A figure that has its equal in the other unit
    /// does not differ from anything there.
    private func figures(_ first: Int, _ second: Int, _ rangeA: Range<Int>, _ rangeB: Range<Int>) -> [Reason] {
        let (a, b) = (story.units[first], story.units[second])
        let (x, y) = (story.figures(of: a), story.figures(of: b))
        guard !x.isEmpty, !y.isEmpty else { return [] }
        func text(_ figure: Figure, _ unit: Unit) -> String { story.articles[unit.article].annotated.text[figure.range] }
        let shared = x.filter { one in y.contains { FigureAgreement.agree(one, $0) } }
        var reasons: [Reason] = []
        if !shared.isEmpty { reasons.append(.sharedFigures(shared.prefix(Self.most).map { text($0, a) })) }
        let left = story.figureSites(of: first).filter { site in
            rangeA.overlaps(site.figure.range) && !y.contains { FigureAgreement.agree(site.figure, $0) }
        }
        let right = story.figureSites(of: second).filter { site in
            rangeB.overlaps(site.figure.range) && !x.contains { FigureAgreement.agree(site.figure, $0) }
        }
        for one in left {
            guard let other = right.first(where: { FigureAgreement.conflict(one.figure, $0.figure) && measureOneThing(one, $0) })
            else { continue }
            reasons.append(.figuresDiffer([text(one.figure, a), text(other.figure, b)]))
            break
        }
        return reasons
    }

    /// Whether two figures of one statement measure one thing: counts of one noun, or others with a word beside them in
    /// common.
    private func measureOneThing(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard story.countTheSame(a, b) else { return false }
        return a.figure.unit == .count || !a.context.isDisjoint(with: b.context)
    }

    private func sharedTimes(_ a: Unit, _ b: Unit) -> [String] {
        let other = Set(story.times(of: b).map(\.value.iso8601))
        var seen: Set<String> = []
        return story.times(of: a).map(\.value.iso8601).filter { other.contains($0) && seen.insert($0).inserted }
    }

    /// Words of the two witnesses that point in opposite directions, when all of them do.
    private func directions(_ first: Int, _ second: Int, _ rangeA: Range<Int>, _ rangeB: Range<Int>) -> [String] {
        func words(_ list: KeyPath<WordLists, Set<UInt64>>, _ unit: Int, _ range: Range<Int>, _ other: Int) -> [String] {
            story.words(of: story.units[unit], within: range, besides: other, in: list)
        }
        let (upA, downA) = (words(\.up, first, rangeA, second), words(\.down, first, rangeA, second))
        let (upB, downB) = (words(\.up, second, rangeB, first), words(\.down, second, rangeB, first))
        if let up = upA.first, downA.isEmpty, let down = downB.first, upB.isEmpty { return [up, down] }
        if let down = downA.first, upA.isEmpty, let up = upB.first, downB.isEmpty { return [down, up] }
        return []
    }

    /// The number of words of the longest run in common. O(product), units being sentences.
    private func longestRun(_ a: [UInt64], _ b: [UInt64]) -> Int {
        let (a, b) = (a.prefix(120), b.prefix(120))
        var runs = [Int](repeating: 0, count: b.count + 1)
        var best = 0
        for one in a {
            var diagonal = 0
            for (j, other) in b.enumerated() {
                let above = runs[j + 1]
                runs[j + 1] = one == other ? diagonal + 1 : 0
                best = max(best, runs[j + 1])
                diagonal = above
            }
        }
        return best
    }
}

extension Story {
    func word(_ token: Int, of unit: Unit) -> String {
        let text = articles[unit.article].annotated
        return text.text[text.tokens[token].range]
    }

    /// Figures whose first token lies in a unit. O(log of the article's figures + found).
    func figures(of unit: Unit) -> ArraySlice<Figure> {
        let all = articles[unit.article].annotated.figures
        let start = Self.partition(all) { $0.range.lowerBound < unit.range.lowerBound }
        let end = Self.partition(all) { $0.range.lowerBound < unit.range.upperBound }
        return all[start..<max(start, end)]
    }

    /// Times that start in a unit. O(log of the article's times + found).
    func times(of unit: Unit) -> ArraySlice<TimeExpression> {
        let all = articles[unit.article].annotated.times
        let start = Self.partition(all) { $0.range.lowerBound < unit.range.lowerBound }
        let end = Self.partition(all) { $0.range.lowerBound < unit.range.upperBound }
        return all[start..<max(start, end)]
    }

    /// Words of a part of a unit in one of its language's lists, as they stand; only those in a clause that has words of
    /// the other unit, too.
    func words(
        of unit: Unit,
        within range: Range<Int>,
        besides other: Int,
        in list: KeyPath<WordLists, Set<UInt64>>
    ) -> [String] {
        let text = articles[unit.article].annotated
        let list = lists[unit.article][keyPath: list]
        return unit.tokens.filter { index in
            list.contains(text.tokens[index].hash) && range.contains(Int(text.tokens[index].start))
                && isShared(clauseOf: index, in: unit, with: other)
        }.map { text.text[text.tokens[$0].range] }
    }

    /// Whether a part of a unit has a word of negation in a clause that has words of the other unit, too.
    func isNegated(_ unit: Unit, in range: Range<Int>, besides other: Int) -> Bool {
        guard unit.isNegated else { return false }
        let text = articles[unit.article].annotated
        let negation = lists[unit.article].negation
        return unit.tokens.contains { index in
            let token = text.tokens[index]
            return range.contains(Int(token.start)) && (negation.contains(token.hash) || token.isNegatedForm(in: text.text))
                && isShared(clauseOf: index, in: unit, with: other)
        }
    }

    /// Whether the clause around a token has a content word of another unit, or none at all. O(tokens of the unit).
    private func isShared(clauseOf token: Int, in unit: Unit, with other: Int) -> Bool {
        let text = articles[unit.article].annotated
        let lists = lists[unit.article]
        func isCut(_ index: Int) -> Bool {
            switch text.tokens[index].kind {
            case .punctuation, .quote, .dash, .terminator: true
            case .word: lists.clause.contains(text.tokens[index].hash) || lists.relative.contains(text.tokens[index].hash)
            default: false
            }
        }
        let start = unit.tokens.last { $0 < token && isCut($0) } ?? unit.tokens.lowerBound
        let end = unit.tokens.first { $0 > token && isCut($0) } ?? unit.tokens.upperBound
        let terms = unit.terms.filter { $0.token >= start && $0.token < end && $0.token != token }
        return terms.isEmpty
            || terms.contains { concepts.has(other, concepts.id(ofKey: lists.concepts[$0.stem] ?? $0.stem)) }
    }

    /// The first index from which on `isBefore` is false. O(log *n*).
    private static func partition<Element>(_ array: [Element], _ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = array.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(array[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
