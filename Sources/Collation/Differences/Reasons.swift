internal import Language
internal import Speech
internal import TextCore

/// Says why witnesses were taken for one statement, by the words of their passages.
struct ReasonFinder {
    /// At most this many words, names or figures are named in one reason.
    static let most = 6
    /// Words at least this rare in the story are named.
    static let rare: Float = 0.45

    let story: Story
    /// For each article of the story, its number among those given: words are told as the first of these has them.
    let order: [Int]
    /// Figures and times that disagree.
    var disputes = Disputes()

    /// The reasons of a group, then what its witnesses differ in. Reasons are read off the two witnesses that are most alike.
    func reasons(for places: [PlacedWitness], scored: ScoredPairs, speaker: String?) -> DifferenceFinder.Found {
        guard let (first, second) = told(places, scored) else { return DifferenceFinder.Found() }
        let (a, b) = (story.units[first.unit], story.units[second.unit])
        let (rangeA, rangeB) = (first.witness.passage.range, second.witness.passage.range)
        var reasons = wordReasons(first, second)
        reasons += references(in: places, scored)
        if let speaker { reasons.append(.sameSpeaker(speaker)) }
        let (x, y) = (story.figures(of: a, in: rangeA), story.figures(of: b, in: rangeB))
        var known: Set<UInt64> = []
        let figures = x.filter { one in
            guard !one.isQuantifier,
                y.contains(where: { FigureAgreement.isOneValue(one, $0) && story.canCountTheSame(one, of: a, $0, of: b) })
            else { return false }
            return known.insert(FigureAgreement.key(one)).inserted
        }
        if !figures.isEmpty { reasons.append(.sharedFigures(figures.prefix(Self.most).map { text($0, a) })) }
        let times = sharedTimes(a, rangeA, b, rangeB)
        if !times.isEmpty { reasons.append(.sharedTimes(times)) }
        let run = longestRun(story.wording(of: a, in: rangeA), story.wording(of: b, in: rangeB))
        if run >= 4 { reasons.append(.sharedRun(words: run)) }
        if let pair = scored.graph.pair(first.unit, second.unit), scored.features[pair, .neighbours] > 0.4 {
            reasons.append(.sameContext)
        }
        let languages = Set(places.map { story.articles[$0.witness.passage.article].annotated.language })
        if languages.count > 1 { reasons.append(.acrossLanguages(languages.sorted())) }
        var found = DifferenceFinder(story: story, propositions: scored.propositions, disputes: disputes, order: order)
            .differences(of: places)
        found.reasons = reasons + found.reasons
        return found
    }

    /// The two witnesses of different articles that are likeliest to say the same, in the order given: which two does not depend on it.
    ///
    /// - Complexity: O(*w*²) for *w* witnesses, at most ``DifferenceFinder/most``.
    private func told(_ places: [PlacedWitness], _ scored: ScoredPairs) -> (PlacedWitness, PlacedWitness)? {
        let places = places.prefix(DifferenceFinder.most)
        let keys = places.map { story.conceptKeys(of: $0.unit, in: $0.witness.passage.range) }
        var best: (first: Int, second: Int, likeness: Double)?
        for first in places.indices {
            for second in places.indices[(first + 1)...]
            where places[first].witness.passage.article != places[second].witness.passage.article {
                let common = story.concepts.weight(of: keys[first].intersection(keys[second]))
                let likeness = (scored.probability(places[first].unit, places[second].unit) ?? 0) * Double(1 + common)
                if likeness > best?.likeness ?? -1 { best = (first, second, likeness) }
            }
        }
        guard let best else { return nil }
        let (one, other) = (places[best.first], places[best.second])
        return order[one.witness.passage.article] <= order[other.witness.passage.article] ? (one, other) : (other, one)
    }

    /// Words and names in common. Those that only say who speaks are named when nothing else is in common.
    private func wordReasons(_ first: PlacedWitness, _ second: PlacedWitness) -> [Reason] {
        let said = wordReasons(first, second) { !$0.isFrame }
        return said.isEmpty ? wordReasons(first, second) { _ in true } : said
    }

    private func wordReasons(_ first: PlacedWitness, _ second: PlacedWitness, _ counts: (Term) -> Bool) -> [Reason] {
        let (a, b) = (story.units[first.unit], story.units[second.unit])
        let terms = story.terms(of: a, in: first.witness.passage.range).filter(counts)
        let others = story.terms(of: b, in: second.witness.passage.range).filter(counts)
        // Between languages, words are in common when one translates the other.
        let isTranslated = CrossLanguage.applies(to: a, b, in: story)
        func key(_ term: Term, _ unit: Unit) -> UInt64 {
            isTranslated ? story.lists[unit.article].concepts[term.stem] ?? term.stem : term.stem
        }
        let theirs = Set(others.map { key($0, b) })
        // A name that opens one sentence is known for a name by the other.
        let named = Set(others.filter(\.isName).map { key($0, b) })
        let figures = story.figures(of: a).map(\.tokens)
        var seen: Set<UInt64> = []
        var words: [(text: String, weight: Float, token: Int)] = []
        var names = words
        for term in terms where theirs.contains(key(term, a)) && seen.insert(key(term, a)).inserted {
            let weight = story.stems.weight(ofKey: term.stem)
            let found = (story.word(term.token, of: a), weight, term.token)
            if term.isName || named.contains(key(term, a)) {
                names.append(found)
            } else if weight >= Self.rare, isWord(term, a), !figures.contains(where: { $0.contains(term.token) }) {
                words.append(found)
            }
        }
        func told(_ found: [(text: String, weight: Float, token: Int)]) -> [String] {
            let heaviest = joined(found, a).sorted {
                $0.weight != $1.weight ? $0.weight > $1.weight : $0.token < $1.token
            }
            return heaviest.prefix(Self.most).map(\.text)
        }
        var reasons: [Reason] = []
        if !words.isEmpty { reasons.append(.sharedWords(told(words))) }
        if !names.isEmpty { reasons.append(.sharedNames(told(names))) }
        return reasons
    }

    /// The words, ideographs that stand side by side as one: their words are not told apart by blanks.
    private func joined(
        _ found: [(text: String, weight: Float, token: Int)],
        _ unit: Unit
    ) -> [(text: String, weight: Float, token: Int)] {
        let tokens = story.articles[unit.article].annotated.tokens
        var result: [(text: String, weight: Float, token: Int)] = []
        var end = 0
        for word in found.sorted(by: { $0.token < $1.token }) {
            if let last = result.last, word.token == end, tokens[word.token].kind == .ideograph,
                tokens[end - 1].kind == .ideograph
            {
                result[result.count - 1] = (last.text + word.text, max(last.weight, word.weight), last.token)
            } else {
                result.append(word)
            }
            end = word.token + 1
        }
        return result
    }

    /// Whether a term is more than a number or a letter ("p" of "9 p.m.").
    private func isWord(_ term: Term, _ unit: Unit) -> Bool {
        let token = story.articles[unit.article].annotated.tokens[term.token]
        return token.kind == .word && token.range.count > 1
    }

    private func text(_ figure: Figure, _ unit: Unit) -> String { story.articles[unit.article].annotated.text[figure.range] }

    private func sharedTimes(_ a: Unit, _ rangeA: Range<Int>, _ b: Unit, _ rangeB: Range<Int>) -> [String] {
        let other = Set(story.times(of: b, in: rangeB).map(\.value.iso8601))
        var seen: Set<String> = []
        // Of two times of which nothing is known it cannot be said that they are the same.
        return story.times(of: a, in: rangeA).map(\.value.iso8601).filter { time in
            other.contains(time) && time.contains { $0.isNumber } && seen.insert(time).inserted
        }
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

    /// Figures that start in a unit, or in a part of it. O(log of the article's figures + found).
    func figures(of unit: Unit, in range: Range<Int>? = nil) -> ArraySlice<Figure> {
        let range = range ?? unit.range
        let all = articles[unit.article].annotated.figures
        let start = Self.partition(all) { $0.range.lowerBound < range.lowerBound }
        let end = Self.partition(all) { $0.range.lowerBound < range.upperBound }
        return all[start..<max(start, end)]
    }

    /// Times that start in a part of a unit. O(log of the article's times + found).
    func times(of unit: Unit, in range: Range<Int>) -> ArraySlice<TimeExpression> {
        let all = articles[unit.article].annotated.times
        let start = Self.partition(all) { $0.range.lowerBound < range.lowerBound }
        let end = Self.partition(all) { $0.range.lowerBound < range.upperBound }
        return all[start..<max(start, end)]
    }

    /// Hashes of the words of a unit inside a byte range, in order. O(log of the article's tokens + found).
    func wording(of unit: Unit, in range: Range<Int>) -> [UInt64] {
        let text = articles[unit.article].annotated
        var words: [UInt64] = []
        text.forEachComparedWord(in: text.tokens(in: range).clamped(to: unit.tokens)) { word in
            if text.tokens[word.tokens.lowerBound].kind != .clitic { words.append(word.hash) }
        }
        return words
    }

    /// The first index from which on `isBefore` is false. O(log *n*).
    static func partition<Element>(_ array: [Element], _ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = array.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(array[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
