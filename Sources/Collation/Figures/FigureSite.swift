internal import Language
internal import TextCore

/// A figure of a unit with the words that say what it measures.
struct FigureSite: Sendable {
    /// The unit that it stands in.
    let unit: Int
    let figure: Figure
    /// Keys, in ``Story/concepts``, of the content words around it.
    let context: Set<Int32>
    /// Those within ``close`` tokens.
    let nearby: Set<Int32>
    /// Those of the nearby ones that are written as names: who or what it is about.
    let names: Set<Int32>
    /// Of casualties, those of the context that only say again what happened and that it happened to people.
    let victims: Set<Int32>
    /// The tokens of the context.
    let tokens: Range<Int>
    /// Stems of the words between a count and the noun counted, as concepts: "Republican" of "two Republican senators"; of money and
    /// votes, of those in front of the noun that they are for: "harbour" of "97-1 on the harbour bill".
    let modifiers: Set<UInt64>
    /// Where on a way a value lies: "from 3", "to 5", "by 2".
    let level: Level?

    /// What a preposition right in front of a figure makes of it.
    enum Level: Sendable {
        case from, to, by
    }

    /// What is known of two sentences whose figures are compared.
    enum Ground: Sendable {
        /// They make one statement; they may make one; nothing but that their figures are of one kind.
        case oneStatement, likely, apart

        /// How many words the contexts of one thing share at least, which weight, and which share of the lighter context's.
        var needed: (words: Int, weight: Float, share: Float) {
            switch self {
            case .oneStatement: (2, 0.8, 0.3)
            case .likely: (2, 1, 0.4)
            case .apart: (3, 1.6, 0.55)
            }
        }
    }

    /// How many tokens in front of a figure and behind it are its context.
    static let front = 10
    static let back = 12
    static let close = 5
    /// How many words stand between a part and its whole at most ("out of the").
    static let toWhole = 3
    /// A sentence with more figures than this is a table without its columns: nothing says what they are of.
    static let most = 64
    /// The weight that the words this close to adverbs of how often share at least.
    static let closeShared: Float = 0.6
    /// What it weighs that one thing happened to the people of two figures, in whatever words: "14 died", "16 were killed".
    static let oneCasualty: Float = 0.5
}

extension Story {
    /// The comparable figures of a unit with their contexts. O(figures · terms) of the unit.
    func figureSites(of unit: Int) -> [FigureSite] {
        let owner = units[unit]
        guard !owner.isHeadline else { return [] }
        let tokens = articles[owner.article].annotated.tokens
        let penalties = lists[owner.article].penalties
        let isPenalty = owner.tokens.contains { penalties.contains(tokens[$0].hash) }
        let all = figures(of: owner)
        guard all.count <= FigureSite.most else { return [] }
        let hasOneAge = all.count { $0.role == .age } == 1
        let figures = all.filter { figure in
            figure.role == .age ? hasOneAge : Self.isComparable(figure) || isPenalty && Self.isDuration(figure)
        }
        return figures.map { figure in
            let kind = FigureAgreement.unit(figure.unit)
            let before = figures.last {
                $0.tokens.upperBound <= figure.tokens.lowerBound && FigureAgreement.unit($0.unit) == kind
            }
            let after = figures.first {
                $0.tokens.lowerBound >= figure.tokens.upperBound && FigureAgreement.unit($0.unit) == kind
                    && !isWhole($0, of: figure, in: owner)
            }
            // Words behind a figure belong to it; words in front do unless another figure's stand between.
            let first = figure.tokens.lowerBound
            let start = min(
                first,
                max(owner.tokens.lowerBound, before?.tokens.upperBound ?? 0, first - FigureSite.front)
            )
            let end = min(
                owner.tokens.upperBound,
                after?.tokens.lowerBound ?? Int.max,
                figure.tokens.upperBound + FigureSite.back
            )
            // "Killed 12 people and wounded 30": what happened, and where, is said in front of the first.
            let isListed = before.map { $0.casualty != nil && figure.casualty != nil && $0.casualty != figure.casualty } ?? false
            let opening = max(owner.tokens.lowerBound, first - FigureSite.front)
            let front = before == nil ? start..<first : isListed ? opening..<first : first..<first
            let back = figure.tokens.upperBound..<max(figure.tokens.upperBound, end)
            let close = (first - FigureSite.close)..<(figure.tokens.upperBound + FigureSite.close)
            // By how much a share changed, and since when, does not say of what it is.
            let isShare = figure.unit == .percent || figure.unit == .share
            func isMeant(_ term: Term) -> Bool {
                !term.isFrame && !(isShare && lists[owner.article].comparing.contains(tokens[term.token].hash))
            }
            return FigureSite(
                unit: unit,
                figure: figure,
                // Who says how many is not what is counted.
                context: keys(owner, front, where: isMeant).union(keys(owner, back, where: isMeant)),
                nearby: keys(owner, close),
                names: keys(owner, close) { $0.isName },
                victims: figure.casualty == nil ? [] : keys(owner, opening..<back.upperBound) { isOfVictims($0, owner) },
                tokens: front.lowerBound..<back.upperBound,
                modifiers: modifiers(owner, figure),
                level: level(owner, figure)
            )
        }
    }

    /// Whether a count stands behind "of" for the whole that another is a part of: what is said of the 180 seats is said of the 98.
    private func isWhole(_ whole: Figure, of part: Figure, in unit: Unit) -> Bool {
        guard part.role == .part, part.unit == .count, whole.unit == .count else { return false }
        let between = part.tokens.upperBound..<max(part.tokens.upperBound, whole.tokens.lowerBound)
        let tokens = articles[unit.article].annotated.tokens
        return (1...FigureSite.toWhole).contains(between.count)
            && between.allSatisfy { lists[unit.article].function.contains(tokens[$0].hash) }
    }

    /// Whether a word says no more than what happened to people, or that they are people.
    private func isOfVictims(_ term: Term, _ unit: Unit) -> Bool {
        let text = articles[unit.article].annotated
        return Figure.Casualty.told(byStem: text.stems[term.token], language: text.language) != nil
            || lists[unit.article].everybody.contains(text.tokens[term.token].hash)
    }

    /// Keys, in ``concepts``, of the content words in some tokens of a unit.
    func keys(_ unit: Unit, _ tokens: Range<Int>, where isMeant: (Term) -> Bool = { _ in true }) -> Set<Int32> {
        let start = Self.partition(unit.terms) { $0.token < tokens.lowerBound }
        let inside = unit.terms[start...].prefix { $0.token < tokens.upperBound }
        return Set(inside.filter(isMeant).compactMap { key(of: $0, in: unit) })
    }

    private func modifiers(_ unit: Unit, _ figure: Figure) -> Set<UInt64> {
        guard let counted = figure.counted else { return [] }
        let text = articles[unit.article].annotated
        let table = lists[unit.article].concepts
        let noun = text.tokens(in: counted)
        let start = isNamedFreely(figure.unit) ? noun.lowerBound : figure.tokens.upperBound
        return Set(
            (start..<max(start, noun.upperBound - 1)).compactMap { index in
                let token = text.tokens[index]
                guard token.kind == .word, !lists[unit.article].function.contains(token.hash) else { return nil }
                return table[text.stems[index]] ?? text.stems[index]
            }
        )
    }

    private func level(_ unit: Unit, _ figure: Figure) -> FigureSite.Level? {
        let before = figure.tokens.lowerBound - 1
        let text = articles[unit.article].annotated
        guard text.tokens.indices.contains(before) else { return nil }
        let hash = text.tokens[before].hash
        let words = lists[unit.article]
        if words.levelFrom.contains(hash) { return .from }
        if words.levelTo.contains(hash) { return .to }
        return words.levelBy.contains(hash) ? .by : nil
    }

    private static func isComparable(_ figure: Figure) -> Bool {
        guard figure.value.isFinite, !figure.isQuantifier || figure.unit == .count else { return false }
        switch figure.unit {
        case .ordinal: return false
        case .measure: return !isDuration(figure)
        case .count: return figure.countedStem != nil || figure.casualty != nil
        default: return true
        }
    }

    private static func isDuration(_ figure: Figure) -> Bool {
        guard case .measure(let name) = figure.unit else { return false }
        return ["year", "month", "week", "day", "hour", "minute", "second", "decade"].contains(name)
    }

    /// Whether nothing beside two figures says that they are of two things: what they count, whose they are, what they are a part of, at
    /// what time, in what place, or that the one and what stands beside it make up the other. Where something that moves is, and how fast, is another matter an hour later.
    func canBeOneThing(_ a: FigureSite, _ b: FigureSite) -> Bool {
        haveOneSubject(a, b) && !isOfMotion(a.figure) && canBeAtOneTime(a, b)
            && areWholeOrOfOneWhole(a, b) && !isMadeUp(a, b) && FigureScope(story: self).isOne(a, b, .oneStatement)
    }

    private func haveOneSubject(_ a: FigureSite, _ b: FigureSite) -> Bool {
        countTheSame(a, b) && canBeOfOneSubject(a, b) && FigureAgreement.haveOneRole(a.figure, b.figure)
            && (a.level == nil || b.level == nil || a.level == b.level) && canBeOfOne(a, b) && !arePositions(a, b)
    }

    /// Whether the words around two figures name one thing. More is asked for where the sentences are less likely to make
    /// one statement.
    func areOneThing(_ a: FigureSite, _ b: FigureSite, _ ground: FigureSite.Ground = .likely) -> Bool {
        guard haveOneSubject(a, b) else { return false }
        // "twice" counts what the verb beside it says.
        if a.figure.counted == nil, a.figure.unit == .count, b.figure.unit == .count {
            return ground != .apart && concepts.weight(of: a.nearby.intersection(b.nearby)) >= FigureSite.closeShared
        }
        // One person's age and one term in prison: in one statement only.
        if Self.isDuration(a.figure) || a.figure.role == .age {
            guard ground == .oneStatement, (a.figure.role == .age) == (b.figure.role == .age) else { return false }
        }
        let victims = a.victims.union(b.victims)
        let common = a.context.intersection(b.context).subtracting(victims)
        // What happened is in common, in whatever words; where and by what has to be, too.
        let casualty = a.figure.casualty == nil ? 0 : FigureSite.oneCasualty
        let weight = concepts.weight(of: common) + casualty
        let lighter =
            min(
                concepts.weight(of: a.context.subtracting(victims)),
                concepts.weight(of: b.context.subtracting(victims))
            ) + casualty
        let needed = ground.needed
        // Distances and weights are many: of these, one word more.
        var isMeasure = false
        if case .measure = a.figure.unit { isMeasure = ground != .oneStatement }
        let more = isMeasure ? 1 : a.figure.casualty == nil ? 0 : -1
        // Where something that moves is, and how fast, is another matter an hour later.
        if isOfMotion(a.figure) { return ground == .oneStatement && weight >= 0.75 * lighter && common.count >= 4 }
        // What is one of 180 seats is what another is of the same 180.
        if ground == .oneStatement, arePartsOfOneWhole(a, b) { return !common.isEmpty }
        // A term in prison is told with little more than that it was given.
        if ground == .oneStatement, Self.isDuration(a.figure), a.figure.role != .age { return weight >= FigureSite.closeShared }
        if haveOnePlainSubject(a, b), ground != .apart || a.names.isEmpty && b.names.isEmpty { return !common.isEmpty }
        return common.count >= needed.words + more && weight >= needed.weight && weight >= needed.share * lighter
    }

    /// Whether two percentages, sums or measures may be of one thing: either side's subject is not known, or both have a word
    /// in common. "Inflation was 5.2%" and "unemployment was 4.1%" are of two things; "the jobless rate" and "the birth rate"
    /// have only their last word in common.
    func canBeOfOneSubject(_ a: FigureSite, _ b: FigureSite) -> Bool {
        // What killed 12, and the death toll that rose to 15.
        if a.figure.casualty != nil, b.figure.casualty != nil { return true }
        guard !CrossLanguage.applies(to: units[a.unit], units[b.unit], in: self), !areNamedAlike(a, b), let x = subject(a),
            let y = subject(b)
        else { return true }
        if x.head != y.head { return !x.all.isDisjoint(with: y.all) }
        return x.modifiers.isEmpty || y.modifiers.isEmpty || !x.modifiers.isDisjoint(with: y.modifiers)
    }

    /// Whether the nouns that two figures are of are one, and narrowed to nothing else by either: "an offer of 4%", "a 5% pay offer".
    private func areNamedAlike(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard let x = a.figure.countedStem, let y = b.figure.countedStem,
            a.modifiers.isEmpty || b.modifiers.isEmpty || a.modifiers == b.modifiers
        else { return false }
        let (s, t) = (lists[units[a.unit].article].concepts, lists[units[b.unit].article].concepts)
        return (s[x] ?? x) == (t[y] ?? y)
    }

    /// Whether two percentages are told of one subject, in one word: "turnout was 71%", "turnout reached 69 percent".
    private func haveOnePlainSubject(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard a.figure.unit == .percent, b.figure.unit == .percent, a.figure.role == .value, b.figure.role == .value,
            let x = subject(a), let y = subject(b)
        else { return false }
        return x.head == y.head && x.modifiers.isEmpty && y.modifiers.isEmpty
    }

    /// The concepts of the words of a figure's subject; nil for none, and for names, which say who rather than what.
    private func subject(_ site: FigureSite) -> (head: UInt64, modifiers: Set<UInt64>, all: Set<UInt64>)? {
        // "Inflation of 3%" is of what "inflation was 3%" is of.
        let inFront = site.figure.counted.flatMap { $0.upperBound <= site.figure.range.lowerBound ? $0 : nil }
        guard let subject = site.figure.subject ?? (site.figure.unit == .percent ? inFront : nil) else { return nil }
        let unit = units[site.unit]
        let text = articles[unit.article].annotated
        let tokens = text.tokens(in: subject)
        guard !text.names.contains(where: { $0.tokens.contains(tokens.upperBound - 1) }) else { return nil }
        let table = lists[unit.article].concepts
        let words = tokens.filter { index in
            text.tokens[index].kind == .word && !text.names.contains { $0.tokens.contains(index) }
        }.map { table[text.stems[$0]] ?? text.stems[$0] }
        guard let head = words.last else { return nil }
        return (head, Set(words.dropLast()), Set(words))
    }

    private func isOfMotion(_ figure: Figure) -> Bool {
        guard case .measure(let name) = figure.unit else { return false }
        return ["mile", "km", "nautical mile", "mph", "km/h", "knot", "mile per hour"].contains(name)
    }

    /// Whether two figures may be of one person, place or body: either side names none, or they have one in common.
    private func canBeOfOne(_ a: FigureSite, _ b: FigureSite) -> Bool {
        a.names.isEmpty || b.names.isEmpty || !a.names.isDisjoint(with: b.names)
    }

    /// Whether either figure is what somebody proposes, wants or offers, and nothing says that both are one's: two bidders do not
    /// contradict each other.
    private func arePositions(_ a: FigureSite, _ b: FigureSite) -> Bool {
        a.names.isDisjoint(with: b.names) && (isProposed(a) || isProposed(b))
    }

    private func isProposed(_ site: FigureSite) -> Bool {
        // Of those asked, 42% "want" it.
        if site.figure.unit == .percent || site.figure.unit == .share { return false }
        let article = units[site.unit].article
        let tokens = articles[article].annotated.tokens
        return site.tokens.clamped(to: tokens.indices).contains { lists[article].proposing.contains(tokens[$0].hash) }
    }

    /// For counts, whether the nouns counted are one, and neither side's noun is narrowed to something else ("two Republican
    /// senators", "three state senators"); of percentages,
    /// whether none says that it is of something else, and of shares in words, whether both say of what they are. Other units say
    /// themselves what they measure. Between languages, the kind of what is counted decides.
    func countTheSame(_ a: FigureSite, _ b: FigureSite) -> Bool {
        // The killed are not the injured, nor all who were there.
        guard a.figure.casualty == b.figure.casualty else { return false }
        let isCount = a.figure.unit == .count
        let isShare = a.figure.unit == .share || b.figure.unit == .share
        let areForeign = CrossLanguage.applies(to: units[a.unit], units[b.unit], in: self)
        if isCount, areForeign, let x = a.figure.kind, let y = b.figure.kind { return x.name == y.name }
        guard let x = a.figure.countedStem, let y = b.figure.countedStem else {
            // "Killed two people", "killed four": those whom one thing happened to.
            return isCount ? a.figure.casualty != nil : !isShare
        }
        let (tableA, tableB) = (lists[units[a.unit].article].concepts, lists[units[b.unit].article].concepts)
        let (one, other) = (tableA[x] ?? x, tableB[y] ?? y)
        if one != other {
            // A fine of $3m and $3m for the dam are one where either's noun stands beside the other.
            guard isNamedFreely(a.figure.unit) else { return false }
            return [(one, b), (other, a)].contains { key, site in concepts.id(ofKey: key).map(site.context.contains) ?? false }
        }
        // "The harbour bill" is not "the pier bill".
        guard isCount else {
            return !isNamedFreely(a.figure.unit) || a.modifiers.isEmpty || b.modifiers.isEmpty
                || !a.modifiers.isDisjoint(with: b.modifiers)
        }
        return a.modifiers.isEmpty || b.modifiers.isEmpty || a.modifiers == b.modifiers
    }

    /// Whether nothing beside two figures of one value says that they are of different things: "12 boats" and "12 men", "12 were
    /// killed" and "12 were hurt", a rise by 3% and one to 3%. What lexicons know no kind of cannot be compared between languages. Shares
    /// and sums of which neither noun nor subject is known may be of one thing.
    func canCountTheSame(_ one: Figure, of a: Unit, _ other: Figure, of b: Unit) -> Bool {
        if let x = one.casualty, let y = other.casualty, x != y { return false }
        guard FigureAgreement.areOfOneStage(one, other) else { return false }
        guard one.unit == .count, other.unit == .count else { return true }
        let areForeign = CrossLanguage.applies(to: a, b, in: self)
        if !areForeign, let x = one.countedStem, let y = other.countedStem {
            let (tableA, tableB) = (lists[a.article].concepts, lists[b.article].concepts)
            if (tableA[x] ?? x) == (tableB[y] ?? y) { return true }
        }
        if let x = one.kind, let y = other.kind { return x.canBe(y) }
        guard !areForeign, one.countedStem != nil, other.countedStem != nil else { return true }
        // "12 sailors" are "12 people", and those whom one thing happened to.
        return [(one, a), (other, b)].contains { countsAnybody($0, of: $1) }
            || one.casualty != nil && one.casualty == other.casualty
    }

    /// Whether the noun that a figure counts says no more than that they are people.
    private func countsAnybody(_ figure: Figure, of unit: Unit) -> Bool {
        let text = articles[unit.article].annotated
        guard let noun = figure.counted.flatMap({ text.tokens(in: $0).last }) else { return false }
        return lists[unit.article].everybody.contains(text.tokens[noun].hash)
    }

    /// Whether what a figure is for is said in many words: money and votes, unlike counts and shares, whose noun says what they are.
    private func isNamedFreely(_ unit: Figure.Unit) -> Bool {
        switch unit {
        case .money, .ratio: true
        default: false
        }
    }

    /// Whether no times beside two figures say that they are of different days, months or years.
    func canBeAtOneTime(_ a: FigureSite, _ b: FigureSite) -> Bool {
        // "Eight since Monday" are not those of Monday.
        guard isSince(a) == isSince(b) else { return false }
        // "In March" and "in May" are apart whatever the year.
        let (v, w) = (months(beside: a), months(beside: b))
        if !v.isEmpty, !w.isEmpty, v.isDisjoint(with: w) { return false }
        // So are the morning and the evening.
        let (p, q) = (parts(beside: a), parts(beside: b))
        if !p.isEmpty, !q.isEmpty, p.isDisjoint(with: q) { return false }
        let (x, y) = (days(beside: a), days(beside: b))
        return x.isEmpty || y.isEmpty || x.contains { one in y.contains { one.overlaps($0) } }
    }

    private func isSince(_ site: FigureSite) -> Bool {
        let owner = units[site.unit]
        let text = articles[owner.article].annotated
        return times(of: owner, in: owner.range).contains { time in
            let before = time.tokens.lowerBound - 1
            guard site.tokens.contains(before), lists[owner.article].spans.contains(text.tokens[before].hash) else {
                return false
            }
            // "The highest since 1994" is one of today.
            return
                !(text.tokens.indices.contains(before - 1) && lists[owner.article].records.contains(text.tokens[before - 1].hash))
        }
    }

    /// The months of the times in a site's context that name them.
    private func months(beside site: FigureSite) -> Set<Int> {
        Set(
            times(of: units[site.unit], in: units[site.unit].range).compactMap { time in
                time.granularity == .month && site.tokens.contains(time.tokens.lowerBound) ? time.value.month : nil
            }
        )
    }

    /// The parts of the day that stand in a site's context.
    private func parts(beside site: FigureSite) -> Set<CivilTime.DayPart> {
        Set(
            times(of: units[site.unit], in: units[site.unit].range).compactMap { time in
                site.tokens.contains(time.tokens.lowerBound) ? time.value.part : nil
            }
        )
    }

    /// The days of the times in a site's context: "on Tuesday" and "17 October" are compared by what they resolve to.
    /// Where none stands near, the only one of the sentence holds.
    func days(beside site: FigureSite) -> [ClosedRange<Int>] {
        let all = times(of: units[site.unit], in: units[site.unit].range)
        let near = all.filter { site.tokens.contains($0.tokens.lowerBound) }
        return (near.isEmpty && all.count == 1 ? Array(all) : Array(near)).compactMap(\.days)
    }
}
