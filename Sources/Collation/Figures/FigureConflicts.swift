internal import Language
internal import Reading
internal import TextCore

/// Finds figures of two articles that are given for one thing and cannot both be right.
///
/// Precision first: a conflict is reported when
/// - both figures have one unit and their bounds and roundings leave no common value;
/// - the words around both, up to the next figure of the kind, name the same thing: for counts the noun counted, and for all
///   at least two content words, of which the weight is a good part of the shorter side's;
/// - neither value is given for such a thing anywhere in the other article: an outlet that has both tells two things apart;
/// - neither article gives another value in words that are as much in common: of a budget with many sums, they do not tell which;
/// - stage, place and order of magnitude do not tell them apart (see ``FigureScope``);
/// - nothing beside the lesser one makes up the difference ("two lawyers said so and a third hoped so", "9, and another 5").
///
/// The sentences need not make one statement: figures of one kind are compared wherever they stand, and where the sentences
/// are not likely to be one statement the words in common have to say more.
///
/// A running count that a later article gives higher is an update (see ``RunningCounts``). Durations other than terms of prison and
/// bans, ordinals and quantifiers are never in conflict; ages are only where the sentences make one statement, each with one age. Of
/// days see ``TimeConflicts``.
///
/// - Complexity: O(candidate pairs · *k*²) for sentences of *k* figures, at most ``FigureSite/most``; of conflicts, each is held
///   against all figures of its two articles.
struct FigureConflicts {
    /// Pairs of sentences less likely than this to make one statement are not looked at.
    static let likely = 0.05

    let story: Story
    let scored: ScoredPairs
    let groups: [StatementGroup]
    /// Figures of a kind that stands in more sentences than this are compared only where the sentences are alike.
    static let mostOfKind = 48

    private let running: RunningCounts
    /// For each article, the values that it has anywhere.
    private let known: [FigureIndex]

    init(story: Story, scored: ScoredPairs, groups: [StatementGroup]) {
        self.story = story
        self.scored = scored
        self.groups = groups
        running = RunningCounts(story: story)
        known = story.articles.indices.map { article in
            let table = story.lists[article].concepts
            return FigureIndex(story.articles[article].annotated.figures) { table[$0] ?? $0 }
        }
    }

    private typealias Site = FigureSite

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
            let made = story.figureSites(of: unit)
            sites[unit] = made
            return made
        }
        var conflicts: [Conflict] = []
        var agreements: [(Site, Site)] = []
        func compare(_ pair: UnitPair, _ ground: FigureSite.Ground) {
            let (x, y) = (sitesOf(pair.first), sitesOf(pair.second))
            guard !x.isEmpty, !y.isEmpty else { return }
            for a in x {
                for b in y {
                    if let conflict = conflict(a, b, ground) {
                        conflicts.append(conflict)
                    } else if ground != .apart, FigureAgreement.agree(a.figure, b.figure), story.areOneThing(a, b) {
                        agreements.append((a, b))
                    }
                }
            }
        }
        var likely: Set<UnitPair> = []
        for index in scored.features.pairs.indices where scored.probability[index] >= Self.likely {
            likely.insert(scored.features.pairs[index])
            compare(
                scored.features.pairs[index],
                scored.probability[index] >= scored.weights.threshold ? .oneStatement : .likely
            )
        }
        for pair in pairsOfOneKind(sitesOf).subtracting(likely).sorted() { compare(pair, .apart) }
        return merged(conflicts.filter { !hasRival($0, sitesOf) }, agreements)
    }

    /// How much of the weight in common another value's words have to be as good.
    private static let rival: Float = 0.8

    /// Whether either article gives a third value of the kind for what the two have in common.
    private func hasRival(_ conflict: Conflict, _ sitesOf: (Int) -> [Site]) -> Bool {
        let common = conflict.a.context.intersection(conflict.b.context)
        let names = story.lists[story.units[conflict.a.unit].article].concepts
        let kind = conflict.a.figure.kind(names)
        return [conflict.a, conflict.b].contains { site in
            let article = story.units[site.unit].article
            return story.unitsOfArticle[article].contains { unit in
                sitesOf(unit).contains { other in
                    other.figure.kind(story.lists[article].concepts) == kind && other.figure.casualty == site.figure.casualty
                        && FigureAgreement.conflict(other.figure, site.figure)
                        && FigureAgreement.haveOneRole(other.figure, site.figure)
                        && story.concepts.weight(of: other.context.intersection(common)) >= Self.rival * conflict.weight
                }
            }
        }
    }

    /// Pairs of units of two articles with figures of one kind: counts of one noun, sums of one currency.
    private func pairsOfOneKind(_ sitesOf: (Int) -> [Site]) -> Set<UnitPair> {
        var unitsOfKind: [UInt64: [Int]] = [:]
        for unit in story.units.indices where !story.isRepeat(unit) {
            let concepts = story.lists[story.units[unit].article].concepts
            for kind in Set(sitesOf(unit).map({ $0.figure.kind(concepts) })) { unitsOfKind[kind, default: []].append(unit) }
        }
        var pairs: Set<UnitPair> = []
        for units in unitsOfKind.values where units.count <= Self.mostOfKind {
            for (index, first) in units.enumerated() {
                for second in units[(index + 1)...] where story.units[first].article != story.units[second].article {
                    guard !CrossLanguage.applies(to: story.units[first], story.units[second], in: story) else { continue }
                    pairs.insert(UnitPair(first: first, second: second))
                }
            }
        }
        return pairs
    }

    private func conflict(_ a: Site, _ b: Site, _ ground: FigureSite.Ground) -> Conflict? {
        let isConflict = FigureAgreement.conflict(a.figure, b.figure) || areAgesOfOneDay(a, b)
        guard isConflict || a.figure.value != b.figure.value, story.areOneThing(a, b, ground), !stands(a, in: b),
            !stands(b, in: a), isConflict && story.canBeAtOneTime(a, b) || running.isUpdate([a, b]),
            FigureScope(story: story).isOne(a, b, ground),
            story.areWholeOrOfOneWhole(a, b), !story.isMadeUp(a, b)
        else {
            return nil
        }
        let common = a.context.intersection(b.context)
        let weight = story.concepts.weight(of: common)
        guard !known[story.units[b.unit].article].has(a.figure, nearly: true),
            !known[story.units[a.unit].article].has(b.figure, nearly: true)
        else { return nil }
        return Conflict(a: a, b: b, weight: weight, what: what(a, common))
    }

    /// Whether two ages that differ are told on one day, between which no birthday lies.
    private func areAgesOfOneDay(_ a: Site, _ b: Site) -> Bool {
        guard a.figure.role == .age, b.figure.role == .age, a.figure.bound == .exact, b.figure.bound == .exact,
            abs(a.figure.value - b.figure.value) >= 1,
            let one = story.articles[story.units[a.unit].article].article.published?.dayNumber,
            let other = story.articles[story.units[b.unit].article].article.published?.dayNumber
        else { return false }
        return one == other
    }

    /// Whether the number of one sentence stands in the other, whatever it counts there.
    private func stands(_ site: Site, in other: Site) -> Bool {
        let (one, two) = (story.units[site.unit], story.units[other.unit])
        let tokens = story.articles[one.article].annotated.tokens
        let words = Set(two.words)
        let numbers = site.figure.tokens.clamped(to: tokens.indices).filter { tokens[$0].kind == .number }
        // Of a vote or score, both numbers: "97 to 12" and "93 to 12" are two.
        if site.figure.unit == .ratio {
            return !numbers.isEmpty && numbers.allSatisfy { words.contains(tokens[$0].hash) }
        }
        return numbers.contains { words.contains(tokens[$0].hash) }
    }

    /// For each of some units, the groups that hold it.
    private func groupsOfUnit(_ units: [Int]) -> [Int: [Int]] {
        let wanted = Set(units)
        var result: [Int: [Int]] = [:]
        guard !wanted.isEmpty else { return result }
        for (index, group) in groups.enumerated() {
            for unit in group.units where wanted.contains(unit) { result[unit, default: []].append(index) }
        }
        return result
    }

    /// Lets further articles that make the same statement with the same value stand by it. Between languages the nouns
    /// counted cannot be compared; there one value in one statement is enough.
    private func join(_ sites: inout [Site], beside site: Site, in group: StatementGroup) {
        for unit in group.units {
            let article = story.units[unit].article
            guard !sites.contains(where: { story.units[$0.unit].article == article }) else { continue }
            let isForeign = CrossLanguage.applies(to: story.units[unit], story.units[site.unit], in: story)
            let same = story.figureSites(of: unit).first {
                FigureAgreement.agree($0.figure, site.figure) && (isForeign || story.countTheSame($0, site))
            }
            if let same { sites.append(same) }
        }
    }

    /// What a sum, a share or a vote is said to be for or of; else the words in common behind the figure, from the first to the
    /// last, or those in front. Days and ordinals are no names of a thing.
    private func what(_ site: Site, _ common: Set<Int32>) -> String {
        let unit = story.units[site.unit]
        let text = story.articles[unit.article].annotated
        let table = story.lists[unit.article].concepts
        let noun = site.figure.isAct ? nil : site.figure.counted
        if site.figure.unit != .count, let named = noun ?? site.figure.subject { return text.text[named] }
        let labels = text.times.map(\.tokens) + text.figures.filter { $0.unit == .ordinal }.map(\.tokens)
        let places = unit.terms.filter { term in
            site.tokens.contains(term.token) && !labels.contains { $0.contains(term.token) }
                && (story.concepts.id(ofKey: table[term.stem] ?? term.stem).map(common.contains) ?? false)
        }.map(\.token)
        // "People" says nothing of who; what stands in front does.
        let behind = places.filter { $0 >= site.figure.tokens.upperBound }
        let isNounAlone = behind.allSatisfy { site.figure.counted?.contains(Int(text.tokens[$0].start)) ?? false }
        let front = places.filter { $0 < site.figure.tokens.lowerBound }
        let chosen = isNounAlone && !front.isEmpty ? front : behind
        let first = chosen.first.map { Int(text.tokens[$0].start) }
        let last = chosen.last.map { Int(text.tokens[$0].end) }
        // "Twelve people died in the fire": from the noun on; "the fire killed 12 people": what stands in front has no noun.
        let counted = site.figure.counted.flatMap { noun in last.map { noun.lowerBound < $0 } ?? true ? noun : nil }
        guard let start = counted?.lowerBound ?? first, let end = last ?? counted?.upperBound, start < end else {
            return text.text[site.figure.range]
        }
        return text.text[start..<end]
    }

    /// Conflicts about one figure are one finding with all its values.
    private func merged(_ conflicts: [Conflict], _ agreements: [(Site, Site)]) -> [FigureFinding] {
        var found: [(what: String, sites: [Site])] = []
        let sorted = conflicts.sorted { a, b in
            if a.weight != b.weight { return a.weight > b.weight }
            return (a.a.unit, a.a.figure.range.lowerBound, a.b.unit) < (b.a.unit, b.a.figure.range.lowerBound, b.b.unit)
        }
        func isSame(_ x: Site, _ y: Site) -> Bool { x.unit == y.unit && x.figure.range == y.figure.range }
        struct Place: Hashable {
            let unit: Int
            let start: Int

            init(_ site: Site) { (unit, start) = (site.unit, site.figure.range.lowerBound) }
        }
        var finding: [Place: Int] = [:]
        for conflict in sorted {
            let known = [finding[Place(conflict.a)], finding[Place(conflict.b)]].compactMap { $0 }.min()
            guard let known else {
                for site in [conflict.a, conflict.b] { finding[Place(site)] = found.count }
                found.append((conflict.what, [conflict.a, conflict.b]))
                continue
            }
            for site in [conflict.a, conflict.b] where !found[known].sites.contains(where: { isSame($0, site) }) {
                // One value an article: a second one would be about something else.
                let article = story.units[site.unit].article
                if !found[known].sites.contains(where: { story.units[$0.unit].article == article }) {
                    found[known].sites.append(site)
                    finding[Place(site)] = finding[Place(site)] ?? known
                }
            }
        }
        // Other articles that have one of the values stand by it.
        var agreeing: [Place: [Site]] = [:]
        for (a, b) in agreements {
            agreeing[Place(a), default: []].append(b)
            agreeing[Place(b), default: []].append(a)
        }
        let joining = groupsOfUnit(found.flatMap { $0.sites.map(\.unit) })
        for index in found.indices {
            for other in found[index].sites.flatMap({ agreeing[Place($0)] ?? [] }) {
                let article = story.units[other.unit].article
                if !found[index].sites.contains(where: { story.units[$0.unit].article == article }) {
                    found[index].sites.append(other)
                }
            }
            for site in found[index].sites {
                for group in joining[site.unit] ?? [] { join(&found[index].sites, beside: site, in: groups[group]) }
            }
        }
        return found.map { finding in
            let values = finding.sites.map { site in
                let unit = story.units[site.unit]
                return FigureWitness(
                    passage: Passage(article: unit.article, range: site.figure.range),
                    context: unit.range,
                    figure: site.figure
                )
            }
            return running.isUpdate(finding.sites)
                ? .update(what: finding.what, values: values) : .conflict(what: finding.what, values: values)
        }
    }
}

extension Figure {
    /// Equal for figures that may be compared: of one unit, and for counts of one noun. Concepts are looked up by stem.
    func kind(_ concepts: [UInt64: UInt64]) -> UInt64 {
        var hash = Hash64()
        for byte in FigureAgreement.unit(unit).utf8 { hash.combine(byte) }
        if unit == .count, let countedStem { hash.combine(concepts[countedStem] ?? countedStem) }
        return hash.value
    }
}
