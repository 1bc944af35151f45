internal import Language
internal import TextCore

/// Finds figures of two articles that are given for one thing and cannot both be right.
///
/// Precision first: a conflict is reported when
/// - both figures have one unit and their bounds and roundings leave no common value;
/// - the words around both, up to the next figure of the kind, name the same thing: for counts the noun counted, and for all
///   at least two content words, of which the weight is a good part of the shorter side's;
/// - neither value stands anywhere in the other article in that unit: an outlet that has both tells two things apart.
///
/// Dates, times, durations, ordinals and quantifiers are never in conflict.
///
/// - Complexity: O(candidate pairs · figures of the two sentences).
struct FigureConflicts {
    /// Pairs of sentences less likely than this to make one statement are not looked at.
    static let likely = 0.05
    /// The weight that the contexts must share, and its share of the lighter context's.
    static let shared: Float = 1.0
    static let share: Float = 0.4

    let story: Story
    let scored: ScoredPairs

    /// A figure with the words around it.
    private struct Site {
        let unit: Int
        let figure: Figure
        let context: Set<Int32>
        /// Names in the context.
        let tokens: Range<Int>
    }

    /// A pair of sites in conflict, with the words they have in common.
    private struct Conflict {
        let a: Site
        let b: Site
        let weight: Float
        let what: String
    }

    /// The conflicts, one for each thing, strongest evidence first.
    func find() -> [FigureFinding] {
        var sites: [Int: [Site]] = [:]
        func sitesOf(_ unit: Int) -> [Site] {
            if let known = sites[unit] { return known }
            let made = makeSites(unit)
            sites[unit] = made
            return made
        }
        var conflicts: [Conflict] = []
        var agreements: [(Site, Site)] = []
        for index in scored.features.pairs.indices where scored.probability[index] >= Self.likely {
            let pair = scored.features.pairs[index]
            let (x, y) = (sitesOf(pair.first), sitesOf(pair.second))
            guard !x.isEmpty, !y.isEmpty else { continue }
            for a in x {
                for b in y {
                    if let conflict = conflict(a, b) {
                        conflicts.append(conflict)
                    } else if FigureAgreement.agree(a.figure, b.figure), isSameThing(a, b) {
                        agreements.append((a, b))
                    }
                }
            }
        }
        return merged(conflicts, agreements)
    }

    private func makeSites(_ unit: Int) -> [Site] {
        let owner = story.units[unit]
        guard !owner.isHeadline else { return [] }
        let text = story.articles[owner.article].annotated
        let figures = story.figures(of: owner).filter(Self.isComparable)
        return figures.map { figure in
            let kind = FigureAgreement.unit(figure.unit)
            let before = figures.last {
                $0.tokens.upperBound <= figure.tokens.lowerBound && FigureAgreement.unit($0.unit) == kind
            }
            let after = figures.first {
                $0.tokens.lowerBound >= figure.tokens.upperBound && FigureAgreement.unit($0.unit) == kind
            }
            // Words behind a figure belong to it; words in front do unless another figure's stand between.
            let start = max(owner.tokens.lowerBound, before?.tokens.upperBound ?? 0, figure.tokens.lowerBound - 10)
            let end = min(owner.tokens.upperBound, after?.tokens.lowerBound ?? Int.max, figure.tokens.upperBound + 12)
            let front = before == nil ? start..<figure.tokens.lowerBound : figure.tokens.lowerBound..<figure.tokens.lowerBound
            let back = figure.tokens.upperBound..<max(figure.tokens.upperBound, end)
            return Site(
                unit: unit,
                figure: figure,
                context: keys(owner, front, text).union(keys(owner, back, text)),
                tokens: front.lowerBound..<back.upperBound
            )
        }
    }

    private func keys(_ unit: Unit, _ tokens: Range<Int>, _ text: AnnotatedText) -> Set<Int32> {
        let table = story.lists[unit.article].concepts
        return Set(
            unit.terms.filter { tokens.contains($0.token) }.compactMap { story.concepts.id(ofKey: table[$0.stem] ?? $0.stem) }
        )
    }

    private static func isComparable(_ figure: Figure) -> Bool {
        guard !figure.isQuantifier, figure.value.isFinite else { return false }
        switch figure.unit {
        case .ordinal, .share: return false
        case .measure(let name): return !["year", "month", "week", "day", "hour", "minute", "second", "decade"].contains(name)
        case .count: return figure.countedStem != nil
        default: return true
        }
    }

    private func conflict(_ a: Site, _ b: Site) -> Conflict? {
        guard FigureAgreement.conflict(a.figure, b.figure), isSameThing(a, b), !stands(a, in: b), !stands(b, in: a) else {
            return nil
        }
        let common = a.context.intersection(b.context)
        let weight = story.concepts.weight(of: common)
        guard !isKnown(a.figure, in: story.units[b.unit].article), !isKnown(b.figure, in: story.units[a.unit].article) else {
            return nil
        }
        return Conflict(a: a, b: b, weight: weight, what: what(a, common))
    }

    /// Whether the number of one sentence stands in the other, whatever it counts there.
    private func stands(_ site: Site, in other: Site) -> Bool {
        let (one, two) = (story.units[site.unit], story.units[other.unit])
        let tokens = story.articles[one.article].annotated.tokens
        let words = Set(two.words)
        return site.figure.tokens.clamped(to: tokens.indices).contains {
            tokens[$0].kind == .number && words.contains(tokens[$0].hash)
        }
    }

    /// Whether the words around two figures name one thing.
    private func isSameThing(_ a: Site, _ b: Site) -> Bool {
        guard countsTheSame(a, b) else { return false }
        let common = a.context.intersection(b.context)
        let weight = story.concepts.weight(of: common)
        let lighter = min(story.concepts.weight(of: a.context), story.concepts.weight(of: b.context))
        return common.count >= 2 && weight >= Self.shared && weight >= Self.share * lighter
    }

    /// For counts, whether the nouns counted are one; other units say themselves what they measure.
    private func countsTheSame(_ a: Site, _ b: Site) -> Bool {
        guard a.figure.unit == .count else { return true }
        guard let x = a.figure.countedStem, let y = b.figure.countedStem else { return false }
        let (tableA, tableB) = (
            story.lists[story.units[a.unit].article].concepts, story.lists[story.units[b.unit].article].concepts
        )
        return (tableA[x] ?? x) == (tableB[y] ?? y)
    }

    /// Whether an article has a value in its unit anywhere.
    private func isKnown(_ figure: Figure, in article: Int) -> Bool {
        story.articles[article].annotated.figures.contains {
            FigureAgreement.unit($0.unit) == FigureAgreement.unit(figure.unit) && !$0.isQuantifier
                && FigureAgreement.agree($0, figure)
        }
    }

    /// The words in common behind the figure, from the first to the last; else those in front.
    private func what(_ site: Site, _ common: Set<Int32>) -> String {
        let unit = story.units[site.unit]
        let text = story.articles[unit.article].annotated
        let table = story.lists[unit.article].concepts
        let places = unit.terms.filter { term in
            site.tokens.contains(term.token)
                && (story.concepts.id(ofKey: table[term.stem] ?? term.stem).map(common.contains) ?? false)
        }.map(\.token)
        let behind = places.filter { $0 >= site.figure.tokens.upperBound }
        let chosen = behind.isEmpty ? places : behind
        let start = site.figure.counted.map(\.lowerBound) ?? chosen.first.map { Int(text.tokens[$0].start) } ?? 0
        let end = chosen.last.map { Int(text.tokens[$0].end) } ?? site.figure.counted?.upperBound ?? 0
        return start < end ? text.text[start..<end] : text.text[site.figure.range]
    }

    /// Conflicts about one figure are one finding with all its values.
    private func merged(_ conflicts: [Conflict], _ agreements: [(Site, Site)]) -> [FigureFinding] {
        var found: [(what: String, sites: [Site])] = []
        let sorted = conflicts.sorted { a, b in
            if a.weight != b.weight { return a.weight > b.weight }
            return (a.a.unit, a.a.figure.range.lowerBound, a.b.unit) < (b.a.unit, b.a.figure.range.lowerBound, b.b.unit)
        }
        func isSame(_ x: Site, _ y: Site) -> Bool { x.unit == y.unit && x.figure.range == y.figure.range }
        for conflict in sorted {
            let known = found.firstIndex { finding in
                finding.sites.contains { isSame($0, conflict.a) || isSame($0, conflict.b) }
            }
            guard let known else {
                found.append((conflict.what, [conflict.a, conflict.b]))
                continue
            }
            for site in [conflict.a, conflict.b] where !found[known].sites.contains(where: { isSame($0, site) }) {
                // One value an article: a second one would be about something else.
                let article = story.units[site.unit].article
                if !found[known].sites.contains(where: { story.units[$0.unit].article == article }) {
                    found[known].sites.append(site)
                }
            }
        }
        // Other articles that have one of the values stand by it.
        for index in found.indices {
            for (a, b) in agreements {
                for (known, other) in [(a, b), (b, a)] where found[index].sites.contains(where: { isSame($0, known) }) {
                    let article = story.units[other.unit].article
                    if !found[index].sites.contains(where: { story.units[$0.unit].article == article }) {
                        found[index].sites.append(other)
                    }
                }
            }
        }
        return found.map { finding in
            .conflict(
                what: finding.what,
                values: finding.sites.map { site in
                    let unit = story.units[site.unit]
                    return FigureWitness(
                        passage: Passage(article: unit.article, range: site.figure.range),
                        context: unit.range,
                        figure: site.figure
                    )
                }
            )
        }
    }
}
