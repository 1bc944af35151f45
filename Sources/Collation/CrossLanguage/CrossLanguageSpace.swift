internal import Language
internal import TextCore

/// The units of a story of several languages by what could stand in each of them: see ``CrossLanguageTerms``.
///
/// Empty for a story of one language, which needs none.
struct CrossLanguageSpace: Sendable {
    /// Keys of units, weighted by how rare they are in the story.
    let bag: BagSpace
    /// The terms of each unit; empty for a story of one language.
    let terms: [CrossLanguageTerms]

    /// Builds the space. O(*n* log *n*) in tokens.
    init(articles: [AnalyzedArticle], units: [Unit], lists: [WordLists]) {
        let languages = Set(articles.map(\.annotated.language))
        guard languages.count > 1 else {
            bag = BagSpace(rows: units.map { _ in [] }, articles: units.map(\.article))
            terms = []
            return
        }
        var raw: [[RawTerm]] = []
        var details: [CrossLanguageTerms] = []
        var reader: (article: Int, reader: CrossLanguageReader)?
        for unit in units {
            if reader?.article != unit.article {
                reader = (unit.article, CrossLanguageReader(articles[unit.article], lists[unit.article]))
            }
            guard let reader = reader?.reader else { continue }
            let text = articles[unit.article].annotated
            raw.append(reader.terms(of: unit, figures: text.figures(startingIn: unit.range)))
            var detail = CrossLanguageTerms()
            detail.days = reader.days(of: text.times(startingIn: unit.range))
            detail.speakers = reader.speakers(of: unit)
            details.append(detail)
        }
        let bag = BagSpace(rows: raw.map { $0.flatMap { $0.keys.map(\.hash) } }, articles: units.map(\.article))
        for (index, rows) in raw.enumerated() {
            let text = articles[units[index].article].annotated
            let common = lists[units[index].article].common
            for (number, term) in rows.enumerated() {
                let scale: Float = common.contains(text.tokens[term.token].hash) ? 0.5 : 1
                var weight: Float = 0
                for key in term.keys {
                    guard let id = bag.id(ofKey: key.hash) else { continue }
                    weight = max(weight, bag.weight(of: id))
                    details[index].keys.append(.init(id: id, term: Int32(clamping: number), worth: key.worth))
                }
                details[index].terms.append(
                    .init(kind: term.kind, token: term.token, isKnown: term.isKnown, weight: weight * scale)
                )
            }
            details[index].keys.sort { ($0.id, $0.term) < ($1.id, $1.term) }
        }
        self.bag = bag
        terms = details
    }

    /// Two terms that one key brings together.
    struct Match: Sendable {
        let first: Int
        let second: Int
        /// Weight of the lighter term, less where only letters are shared.
        let weight: Float
        /// Whether the terms are translations, one name or one value, not only alike in letters.
        let isSure: Bool
    }

    /// Matches of the terms of two units, each term in one match at most, heavy ones first.
    /// - Complexity: O(*k* log *k*) in keys of both; a key that stands often in both counts a few times only.
    func matches(_ a: Int, _ b: Int) -> [Match] {
        guard terms.indices.contains(a), terms.indices.contains(b) else { return [] }
        let (x, y) = (terms[a], terms[b])
        var found: [Match] = []
        var (i, j) = (0, 0)
        while i < x.keys.count, j < y.keys.count {
            if x.keys[i].id < y.keys[j].id {
                i += 1
            } else if y.keys[j].id < x.keys[i].id {
                j += 1
            } else {
                let id = x.keys[i].id
                var end = j
                while end < y.keys.count, y.keys[end].id == id, end - j < 8 {
                    let (one, other) = (x.keys[i], y.keys[end])
                    let (p, q) = (x.terms[Int(one.term)], y.terms[Int(other.term)])
                    let worth = min(one.worth, other.worth)
                    found.append(
                        Match(
                            first: Int(one.term),
                            second: Int(other.term),
                            weight: min(bag.weight(of: id), p.weight, q.weight) * worth,
                            isSure: worth > CrossLanguageReader.cognate
                        )
                    )
                    end += 1
                }
                i += 1
            }
        }
        found.sort { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
        var (usedA, usedB): (Set<Int>, Set<Int>) = ([], [])
        return found.filter { match in
            guard !usedA.contains(match.first), !usedB.contains(match.second) else { return false }
            usedA.insert(match.first)
            usedB.insert(match.second)
            return true
        }
    }
}

extension AnnotatedText {
    /// Figures that start in a range. O(log of the figures + found).
    func figures(startingIn range: Range<Int>) -> ArraySlice<Figure> {
        figures[Self.partition(figures, range.lowerBound) { $0.range }..<Self.partition(figures, range.upperBound) { $0.range }]
    }

    /// Times that start in a range. O(log of the times + found).
    func times(startingIn range: Range<Int>) -> ArraySlice<TimeExpression> {
        times[Self.partition(times, range.lowerBound) { $0.range }..<Self.partition(times, range.upperBound) { $0.range }]
    }

    /// The first index whose range starts at an offset or behind it.
    private static func partition<Element>(_ array: [Element], _ offset: Int, _ range: (Element) -> Range<Int>) -> Int {
        var (low, high) = (0, array.count)
        while low < high {
            let middle = (low + high) / 2
            if range(array[middle]).lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
