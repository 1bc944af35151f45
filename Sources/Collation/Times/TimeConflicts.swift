internal import Language
internal import TextCore

/// Finds hours, days, months and years that two articles give for one event and that cannot both be right.
///
/// Precision first: two times are in conflict when
/// - both are as precise, and no day is in both, but they are near or differ in one part of the date: others are two events; of
///   days of the week, whose week is inferred, only the name of the day counts;
/// - what is said to have happened is the same: of the words beside the lighter time, nearly all stand beside the other, and
///   among them are a name and a word that is none, or many words; and the word that either time belongs to is among the
///   other's words, too; or both stand in the same words in a row, among them a name ("from the Tarn valley by the end of June");
/// - neither article has another time that fits the other's and what happened as well: an article that has both tells two
///   events apart.
///
/// - Complexity: O(times · ``mostOfWord``) pairs, each O(words beside both).
struct TimeConflicts {
    /// A word that stands beside times in more units than this does not bring times together.
    static let mostOfWord = 64
    /// How much of the lighter side's weight is in common: with few words, and with ``many``.
    static let share: Float = 0.75
    static let shareOfMany: Float = 0.6
    static let many = 4
    /// The weight that words in common have at least.
    static let least: Float = 0.6
    /// How near another time's words come to be as good.
    static let rival: Float = 0.9

    /// How many days apart two reports of one event may put it.
    static let nearDays = 10

    let story: Story

    private struct Conflict {
        let a: Int
        let b: Int
        let weight: Float
    }

    /// The conflicts, strongest evidence first.
    func find() -> [FigureFinding] {
        let speech = story.articles.map(SpeechOfTokens.mark)
        let sites = story.units.indices.filter { !story.isRepeat($0) }
            .flatMap { story.timeSites(of: $0, speech: speech[story.units[$0].article]) }
        var sitesOfArticle: [Int: [Int]] = [:]
        for (index, site) in sites.enumerated() { sitesOfArticle[story.units[site.unit].article, default: []].append(index) }
        var conflicts: [Conflict] = []
        for pair in pairs(sites) {
            let (a, b) = (sites[pair.first], sites[pair.second])
            guard Self.disagree(a, b), Self.isNear(a, b) else { continue }
            let common = a.context.intersection(b.context)
            guard isOneEvent(a, b, common) || areInOneRun(a, b), !areOfSeries(a, b) else { continue }
            let weight = story.concepts.weight(of: common)
            // Who says in another place only that it was on Tuesday has not said when on Tuesday.
            let needsHour = Self.clocksDisagree(a.time, b.time)
            func hasRival(_ site: TimeSite, in other: TimeSite) -> Bool {
                (sitesOfArticle[story.units[other.unit].article] ?? []).contains { index in
                    !Self.disagree(site, sites[index]) && (!needsHour || sites[index].time.value.hour != nil)
                        && story.concepts.weight(of: site.context.intersection(sites[index].context)) >= Self.rival * weight
                }
            }
            guard !hasRival(a, in: b), !hasRival(b, in: a) else { continue }
            conflicts.append(Conflict(a: pair.first, b: pair.second, weight: weight))
        }
        return merged(conflicts, sites)
    }

    /// Whether either time tells when a figure was so that is another on the other side: "fell to 3 million tonnes in 2019", "fell to 4
    /// million tonnes in 2020".
    private func areOfSeries(_ a: TimeSite, _ b: TimeSite) -> Bool {
        guard let one = figure(of: a), let other = figure(of: b) else { return false }
        return FigureAgreement.conflict(one, other) && FigureAgreement.haveOneRole(one, other)
    }

    /// The figure that a time belongs to: the one right in front, with nothing but a preposition between; or of a month or year, the only
    /// one of the sentence.
    private func figure(of site: TimeSite) -> Figure? {
        let owner = story.units[site.unit]
        let text = story.articles[owner.article].annotated
        let function = story.lists[owner.article].function
        if site.precision != .day {
            let figures = story.figures(of: owner).filter { $0.unit != .ordinal && !site.time.tokens.overlaps($0.tokens) }
            if figures.count == 1 { return figures.first }
        }
        return story.figures(of: owner).last { figure in
            let end = max(figure.tokens.upperBound, figure.counted.map { text.tokens(in: $0).upperBound } ?? 0)
            guard figure.unit != .ordinal, figure.tokens.lowerBound < site.time.tokens.lowerBound,
                end <= site.time.tokens.lowerBound
            else { return false }
            let between = end..<site.time.tokens.lowerBound
            return between.count <= 2 && between.allSatisfy { function.contains(text.tokens[$0].hash) }
        }
    }

    /// Pairs of sites of two articles of one language with a word in common.
    private func pairs(_ sites: [TimeSite]) -> [UnitPair] {
        var sitesOfWord: [Int32: [Int]] = [:]
        for (index, site) in sites.enumerated() {
            for key in site.context { sitesOfWord[key, default: []].append(index) }
        }
        var pairs: Set<UnitPair> = []
        for list in sitesOfWord.values where list.count <= Self.mostOfWord {
            for (position, first) in list.enumerated() {
                for second in list[(position + 1)...] {
                    let (a, b) = (story.units[sites[first].unit], story.units[sites[second].unit])
                    guard a.article != b.article, !CrossLanguage.applies(to: a, b, in: story) else { continue }
                    pairs.insert(UnitPair(first: min(first, second), second: max(first, second)))
                }
            }
        }
        return pairs.sorted()
    }

    /// Whether two times are as precise and cannot be one.
    static func disagree(_ a: TimeSite, _ b: TimeSite) -> Bool {
        guard a.precision == b.precision else { return false }
        if clocksDisagree(a.time, b.time) { return true }
        // Of a time with its hour and zone the day in UTC counts, too.
        if let x = a.weekday, let y = b.weekday, a.time.value.offset == nil, b.time.value.offset == nil {
            return x != y && !isOneNight(a.time, b.time)
        }
        return !a.days.contains { one in b.days.contains { one.overlaps($0) } } && !isOneNight(a.time, b.time)
    }

    /// Whether two hours of one day lie further apart than reporters round them; with the zone of one of them alone that cannot be
    /// told, nor where noon and midnight may have been mixed up.
    static func clocksDisagree(_ a: TimeExpression, _ b: TimeExpression) -> Bool {
        guard let x = minutes(of: a), let y = minutes(of: b), a.value.dayNumber == b.value.dayNumber,
            (a.value.offset == nil) == (b.value.offset == nil)
        else { return false }
        let apart = abs(x - (a.value.offset ?? 0) - (y - (b.value.offset ?? 0)))
        return apart >= leastMinutes && apart % (12 * 60) != 0
    }

    private static func minutes(of time: TimeExpression) -> Int? {
        guard time.granularity == .hour || time.granularity == .minute, time.end == nil, time.value.dayNumber != nil else {
            return nil
        }
        return time.value.hour.map { $0 * 60 + (time.value.minute ?? 0) }
    }

    /// How many minutes apart two hours of one event are two.
    private static let leastMinutes = 30

    /// Whether two days are not weeks apart, or are one day of two years: what two reports of one event may differ in.
    private static func isNear(_ a: TimeSite, _ b: TimeSite) -> Bool {
        guard a.precision == .day, let x = a.time.value.dayNumber, let y = b.time.value.dayNumber else { return true }
        return abs(x - y) <= nearDays || a.time.value.month == b.time.value.month && a.time.value.day == b.time.value.day
    }

    /// Whether one is the evening or night before the other: midnight is where one reporter's day ends.
    private static func isOneNight(_ a: TimeExpression, _ b: TimeExpression) -> Bool {
        guard let x = a.value.dayNumber, let y = b.value.dayNumber, abs(x - y) == 1 else { return false }
        let earlier = x < y ? a : b
        return earlier.value.part == .night || earlier.value.part == .evening || (earlier.value.hour ?? 0) >= 18
    }

    private func isOneEvent(_ a: TimeSite, _ b: TimeSite, _ common: Set<Int32>) -> Bool {
        let weight = story.concepts.weight(of: common)
        let lighter = min(story.concepts.weight(of: a.context), story.concepts.weight(of: b.context))
        guard common.count >= 2, weight >= Self.least else { return false }
        let names = common.intersection(a.names.union(b.names))
        let events = common.subtracting(names)
        guard !events.isEmpty, isOneDoing(a, b) else { return false }
        // Whoever does something with others does something else: of the lesser side's names, half are in common.
        guard 2 * names.count >= min(a.names.count, b.names.count) else { return false }
        // One has many calls and meetings on a day: both who meet have to be the same.
        if isEncounter(a, common) || isEncounter(b, common), named(a, names) < 2 || named(b, names) < 2 { return false }
        // Where both times belong to the names in common, these may do many things: "at the Garrick on Monday".
        let doing = common.intersection(a.heads.union(b.heads))
        if !doing.isEmpty, doing.isSubset(of: names), events.count < 2 { return false }
        let isMany = common.count >= Self.many && weight >= Self.shareOfMany * lighter
        // Years of one name's doings are many.
        guard a.precision == .day else { return isMany && !names.isEmpty && events.count >= 2 }
        return isMany || !names.isEmpty && weight >= Self.share * lighter
    }

    /// Whether the words in front of two times and behind them are the same, among them a name and another word.
    private func areInOneRun(_ a: TimeSite, _ b: TimeSite) -> Bool {
        let (one, other) = (story.units[a.unit], story.units[b.unit])
        let (x, y) = (story.articles[one.article].annotated, story.articles[other.article].annotated)
        var run: Set<Int> = []
        func extend(_ first: Int, _ second: Int, by step: Int) {
            var (i, j) = (first, second)
            while one.tokens.contains(i), other.tokens.contains(j), x.tokens[i].kind == .word,
                x.wordHash(of: i) == y.wordHash(of: j)
            {
                run.insert(i)
                (i, j) = (i + step, j + step)
            }
        }
        extend(a.time.tokens.lowerBound - 1, b.time.tokens.lowerBound - 1, by: -1)
        extend(a.time.tokens.upperBound, b.time.tokens.upperBound, by: 1)
        guard run.count >= Self.run else { return false }
        let words = one.terms.filter { run.contains($0.token) && !$0.isFrame }
        return words.contains(where: \.isName) && words.contains { !$0.isName }
    }

    /// How many words in a row beside two times say that they are of one event.
    private static let run = 4

    /// Whether what two times have in common is a call, a meeting or a visit.
    private func isEncounter(_ site: TimeSite, _ common: Set<Int32>) -> Bool {
        let unit = story.units[site.unit]
        let text = story.articles[unit.article].annotated
        let encounters = story.lists[unit.article].encounters
        return unit.terms.contains { term in
            encounters.contains(text.tokens[term.token].hash) && (story.key(of: term, in: unit).map(common.contains) ?? false)
        }
    }

    /// How many that a unit names have a word among some names.
    private func named(_ site: TimeSite, _ names: Set<Int32>) -> Int {
        let unit = story.units[site.unit]
        let text = story.articles[unit.article].annotated
        let words = Set(unit.terms.filter { story.key(of: $0, in: unit).map(names.contains) ?? false }.map(\.token))
        return Set(text.names.filter { !words.isDisjoint(with: $0.tokens) }.map(\.entity)).count
    }

    /// Whether the words that two times belong to are among the other's.
    private func isOneDoing(_ a: TimeSite, _ b: TimeSite) -> Bool {
        (a.heads.isEmpty || !a.heads.isDisjoint(with: b.context)) && (b.heads.isEmpty || !b.heads.isDisjoint(with: a.context))
    }

    /// Conflicts about one time are one finding with all its times.
    private func merged(_ conflicts: [Conflict], _ sites: [TimeSite]) -> [FigureFinding] {
        var found: [[Int]] = []
        var finding: [Int: Int] = [:]
        let sorted = conflicts.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : ($0.a, $0.b) < ($1.a, $1.b) }
        for conflict in sorted {
            guard let known = [finding[conflict.a], finding[conflict.b]].compactMap({ $0 }).min() else {
                finding[conflict.a] = found.count
                finding[conflict.b] = found.count
                found.append([conflict.a, conflict.b])
                continue
            }
            for site in [conflict.a, conflict.b] where finding[site] == nil {
                let article = story.units[sites[site].unit].article
                guard !found[known].contains(where: { story.units[sites[$0].unit].article == article }) else { continue }
                found[known].append(site)
                finding[site] = known
            }
        }
        return found.map { members in
            .times(
                what: what(members.map { sites[$0] }),
                values: members.map { index in
                    let unit = story.units[sites[index].unit]
                    return TimeWitness(
                        passage: Passage(article: unit.article, range: sites[index].time.range),
                        context: unit.range,
                        time: sites[index].time
                    )
                }
            )
        }
    }

    /// The words that the first two have in common, as they stand in the first.
    private func what(_ sites: [TimeSite]) -> String {
        guard let first = sites.first, let second = sites.dropFirst().first else { return "" }
        let unit = story.units[first.unit]
        let common = first.context.intersection(second.context)
        var seen: Set<Int32> = []
        let text = story.articles[unit.article].annotated
        return unit.terms.compactMap { term in
            guard let key = story.key(of: term, in: unit), common.contains(key), seen.insert(key).inserted else { return nil }
            return text.text[text.tokens[term.token].range]
        }.joined(separator: " ")
    }
}
