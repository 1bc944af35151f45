internal import Language
internal import TextCore

/// Says in what two passages that tell one thing contradict each other, by their propositions: one denies what the other says, the
/// act is the opposite, the same people have changed places, the same act is told of other figures or days, or what is certain in
/// the one is open in the other.
///
/// - Complexity: O(*p q*) in the propositions of the two passages, which are bounded.
struct PropositionDifferences {
    let story: Story
    let comparer: PropositionComparer
    /// What says that two passages tell one thing.
    enum Ground {
        /// It is known.
        case known
        /// They have all words in common but for a detail. What a newsroom holds for certain shows then in the first verb alone:
        /// others may be put either way ("a bill that would ban", "a bill to ban").
        case sameWords
        /// They have many words in common. Then only acts that both tell in full count, and of what can differ only whether the act was
        /// done, and by whom to whom: figures and times are compared elsewhere with more care, and what is held for certain not at all.
        case likeWords
        /// They are taken for one statement, in other words. Then only an act counts that both tell in full of one whom both name.
        case otherWords
    }

    var ground = Ground.known
    private var isStrict: Bool { ground == .likeWords || ground == .otherWords }

    /// Arguments in common from which on two predicates are told of one thing.
    private static let aligned: Float = 0.5
    /// For dates and modality, more has to be the same: else two acts are told, not one in two ways.
    private static let closely: Float = 0.65

    /// A passage of a unit.
    struct Passage {
        let unit: Int
        let range: Range<Int>
    }

    private struct Aligned {
        let first: Proposition
        let second: Proposition
        let match: PropositionMatch
    }

    /// What the propositions of two passages say.
    struct Verdict {
        var reasons: [Reason] = []
        /// Differences that are not told well enough to call them a contradiction.
        var apparent: [Reason] = []
        /// The figures and times that the reasons name.
        var disputed: [DisputedValues] = []
        /// Whether any two predicates are of one act: then they decide, and words alone do not.
        var isDecided = false
        /// Whether the act is told of others.
        var isOfOthers = false
    }

    /// The differences, at most one of each kind.
    func verdict(_ a: Passage, _ b: Passage) -> Verdict {
        let (x, y) = (propositions(a), propositions(b))
        let related = x.flatMap { one in
            y.compactMap { other in
                comparer.compare(one, other).flatMap { match in
                    match.act >= 0.6 ? Aligned(first: one, second: other, match: match) : nil
                }
            }
        }
        if isStrict, isAsked(a) || isAsked(b) { return Verdict() }
        var verdict = Verdict()
        if ground == .otherWords {
            if related.contains(where: { isDeniedOfOne($0, a, b) }) {
                verdict.reasons = [.negationDiffers]
            } else if let turned = related.first(where: { isTurnedOfOne($0, a, b) }) {
                verdict.reasons = [.directionDiffers(words(turned, a, b))]
            }
            return verdict
        }
        let telling = related.filter { !isLight($0) }
        verdict.isDecided = telling.contains { $0.match.arguments >= Self.aligned || $0.match.clashes || $0.match.isSwapped }
        let aligned = related.filter { !$0.match.clashes && $0.match.arguments >= Self.aligned || $0.match.isSwapped }
        verdict.isOfOthers = aligned.isEmpty && verdict.isDecided
        if let swapped = related.first(where: { areSwappedInPlace($0, a, b) }) {
            verdict.reasons = [swap(swapped, a, b)]
            return verdict
        }
        guard isStrict else {
            tell(aligned, a, b, in: &verdict)
            return verdict
        }
        // Whoever says the same as well does not contradict it, and nothing in the same words negates only one. What only a noun
        // tells ("the ferry disaster") both may call so.
        let agrees = aligned.contains {
            !$0.match.isOpposed && !$0.match.isSwapped && !isLight($0) && !isSaying($0, a) && !$0.first.isNominal
                && !$0.second.isNominal
        }
        guard !agrees else { return verdict }
        let differing = aligned.filter {
            $0.first.isNegated == $0.second.isNegated || !areSameWords($0.first.verb, a, $0.second.verb, b)
        }
        verdict.reasons = strictReasons(differing.filter { isTold($0, a, b) }, a, b)
        verdict.apparent = strictReasons(differing, a, b)
        return verdict
    }

    private func isLight(_ aligned: Aligned) -> Bool {
        let lexicon = ActLexicon.english
        return lexicon.governs(aligned.first.act).contains(.light) && lexicon.governs(aligned.second.act).contains(.light)
    }

    /// Whether the act is only that somebody says something.
    private func isSaying(_ aligned: Aligned, _ a: Passage) -> Bool {
        let article = story.units[a.unit].article
        return story.lists[article].attribution.contains(story.articles[article].annotated.tokens[aligned.first.token].hash)
    }

    private func tell(_ aligned: [Aligned], _ a: Passage, _ b: Passage, in verdict: inout Verdict) {
        let agreeing = aligned.filter { !$0.match.isOpposed && !$0.match.isSwapped }
        if let opposed = aligned.first(where: { isOpposed($0, a, b, agreeing) }) {
            verdict.reasons.append(
                opposed.first.isNegated != opposed.second.isNegated ? .negationDiffers : .directionDiffers(words(opposed, a, b))
            )
        }
        if let swapped = aligned.first(where: { $0.match.isSwapped && !agreesElsewhere($0, agreeing) }) {
            verdict.reasons.append(swap(swapped, a, b))
        }
        if let (one, other) = agreeing.lazy.compactMap({ figures($0, a, b) }).first {
            verdict.reasons.append(.figuresDiffer([text(one.range, a), text(other.range, b)]))
            verdict.disputed.append(.figures(.init(unit: a.unit, figure: one), .init(unit: b.unit, figure: other)))
        }
        if let (one, other) = agreeing.lazy.compactMap({ times($0, a, b) }).first {
            verdict.reasons.append(.timesDiffer([text(one.range, a), text(other.range, b)]))
            verdict.disputed.append(.times(.init(unit: a.unit, time: one), .init(unit: b.unit, time: other)))
        }
        if let modality = agreeing.first(where: {
            differInModality($0) && $0.match.arguments >= Self.closely && (ground == .known || areFirst($0, a, b))
        }) {
            verdict.reasons.append(.modalityDiffers(words(modality, a, b)))
        }
    }

    /// The predicates of two propositions, as they are written.
    private func words(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> [String] {
        [
            story.word(aligned.first.token, of: story.units[a.unit]),
            story.word(aligned.second.token, of: story.units[b.unit]),
        ]
    }

    // MARK: Strict

    /// Opposed acts and swapped roles.
    private func strictReasons(_ told: [Aligned], _ a: Passage, _ b: Passage) -> [Reason] {
        var reasons: [Reason] = []
        if let opposed = told.first(where: { isOpposed($0, a, b, []) }) {
            reasons.append(
                opposed.first.isNegated != opposed.second.isNegated ? .negationDiffers : .directionDiffers(words(opposed, a, b))
            )
        }
        if let swapped = told.first(where: { $0.match.isSwapped }) { reasons.append(swap(swapped, a, b)) }
        return reasons
    }

    private func swap(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Reason {
        .rolesSwapped([word(aligned.first, .agent, a), word(aligned.second, .agent, b)].compactMap { $0 })
    }

    /// Whether both propositions tell the act as a verb of a sentence with heads, as a fact, with who does it and what else belongs to
    /// it, nearly all of it the same; or with less that belongs to it, but the passages have nearly all other words in common.
    private func isTold(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Bool {
        let (x, y) = (aligned.first, aligned.second)
        guard hasHeads(a), hasHeads(b), !x.isNominal, !y.isNominal, x.modality == .real, y.modality == .real else { return false }
        let isFull = x.arguments.count >= 2 && y.arguments.count >= 2
        if aligned.match.isSwapped { return isFull && x.act == y.act }
        guard aligned.match.arguments >= Self.told else { return false }
        return isFull && aligned.match.agent >= Self.told || likenessOfRest(aligned, a, b) >= Self.alike
    }

    /// Whether an act of one who is named is told with one object, and denied: "Hart conceded defeat", "Hart has not conceded defeat".
    private func isDeniedOfOne(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Bool {
        let (x, y) = (aligned.first, aligned.second)
        guard hasHeads(a), hasHeads(b), x.act == y.act, x.isNegated != y.isNegated, !x.isNominal, !y.isNominal, !x.isCopular,
            !y.isCopular, x.modality == .real, y.modality == .real, !isSaying(aligned, a), !areAtOtherTimes(aligned, a, b),
            let one = x.arguments(.agent).first, let other = y.arguments(.agent).first, areOne(one, a, other, b),
            let object = x.arguments(.patient).first, let same = y.arguments(.patient).first
        else { return false }
        return object.stem != 0 && object.stem == same.stem
    }

    /// Whether two acts are opposites, told as facts of one thing with one more argument: "the crown fell against the euro", "the crown
    /// strengthened against the euro after the announcement".
    private func isTurnedOfOne(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Bool {
        let (x, y) = (aligned.first, aligned.second)
        guard hasHeads(a), hasHeads(b), aligned.match.isOpposed, !aligned.match.isSwapped, x.isNegated == y.isNegated,
            !x.isNominal,
            !y.isNominal, x.modality == .real, y.modality == .real, !isSaying(aligned, a), !areAtOtherTimes(aligned, a, b),
            let one = x.arguments(.agent).first, let other = y.arguments(.agent).first, one.stem != 0, one.stem == other.stem,
            Set(one.words) == Set(other.words)
        else { return false }
        // Plants that open and close elsewhere, and seven and three of the men, are others.
        guard !aligned.match.clashes, otherFigures(aligned, a, b) == nil else { return false }
        let shared = x.arguments.filter { argument in
            argument.role != .agent && y.arguments.contains { $0.role == argument.role }
        }
        return !shared.isEmpty
            && shared.allSatisfy { argument in
                argument.stem != 0 && isDefinite(argument, a)
                    && y.arguments(argument.role).contains { $0.stem == argument.stem && isDefinite($0, b) }
            }
    }

    /// Whether an argument is one that both sides know: a name, or behind “the”.
    private func isDefinite(_ argument: Argument, _ passage: Passage) -> Bool {
        let unit = story.units[passage.unit]
        if unit.names.contains(argument.stem) { return true }
        let text = story.articles[unit.article].annotated
        let grammar = GrammarWords.english
        let front = max(unit.tokens.lowerBound, argument.head - Self.longestPhrase)..<argument.head
        return front.last { grammar.determiners.contains(text.tokens[$0].hash) }.map { text.tokens[$0].hash == grammar.the }
            ?? false
    }

    /// How many tokens in front of a noun its article stands at most.
    private static let longestPhrase = 4

    /// Whether two arguments stand for one whom both name: "Hart", "the party's leader Mary Hart".
    private func areOne(_ one: Argument, _ a: Passage, _ other: Argument, _ b: Passage) -> Bool {
        if one.referent != 0, other.referent != 0 { return one.referent == other.referent }
        let names = story.units[a.unit].names.intersection(story.units[b.unit].names)
        return one.words.contains { names.contains($0) && other.words.contains($0) }
    }

    private static let told: Float = 0.75
    private static let alike: Float = 0.8

    /// The share of the weight of both passages, but for the words of the act, that they have in common (Jaccard).
    private func likenessOfRest(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Float {
        let (x, y) = (rest(aligned.first, a), rest(aligned.second, b))
        return story.concepts.weight(of: x.intersection(y)) / max(story.concepts.weight(of: x.union(y)), 1e-6)
    }

    /// Whether nearly all that one passage says beside the act the other says as well, and more than who did it to whom.
    private func restIsCommon(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Bool {
        let (x, y) = (rest(aligned.first, a), rest(aligned.second, b))
        let common = x.intersection(y)
        let lighter = min(story.concepts.weight(of: x), story.concepts.weight(of: y))
        return common.count >= (x == y ? 2 : 3) && story.concepts.weight(of: common) >= Self.same * lighter
    }

    /// The content words of a passage, but for those of an act.
    private func rest(_ proposition: Proposition, _ passage: Passage) -> Set<Int32> {
        let unit = story.units[passage.unit]
        let others = story.terms(of: unit, in: passage.range).filter {
            $0.token != proposition.token && $0.token != proposition.verb
        }
        return Set(others.compactMap { story.key(of: $0, in: unit) })
    }

    /// Whether one act is told in the same words, but each does to the other what the other does in the other passage: "Reds beat
    /// Blues", "Blues beat Reds". Where the words are the same, their order tells it, whatever was made of them.
    private func areSwappedInPlace(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Bool {
        let (x, y) = (aligned.first, aligned.second)
        guard hasHeads(a), hasHeads(b), !x.isNominal, !y.isNominal, x.act == y.act, x.isNegated == y.isNegated,
            !ActLexicon.english.governs(x.act).contains(.mutual),
            let one = x.arguments(.agent).first, let other = y.arguments(.agent).first, one.stem != other.stem,
            one.head < x.token, other.head < y.token, restIsCommon(aligned, a, b)
        else { return false }
        return has(other.stem, behind: x.token, a) && has(one.stem, behind: y.token, b)
            && !has(other.stem, before: x.token, a) && !has(one.stem, before: y.token, b)
    }

    private static let same: Float = 0.95

    private func has(_ stem: UInt64, behind token: Int, _ passage: Passage) -> Bool {
        story.terms(of: story.units[passage.unit], in: passage.range).contains { $0.token > token && $0.stem == stem }
    }

    private func has(_ stem: UInt64, before token: Int, _ passage: Passage) -> Bool {
        story.terms(of: story.units[passage.unit], in: passage.range).contains { $0.token < token && $0.stem == stem }
    }

    private func hasHeads(_ passage: Passage) -> Bool {
        story.articles[story.units[passage.unit].article].annotated.syntax != nil
    }

    /// Whether the words in front of two tokens and the tokens are the same: then nothing there negates only one.
    private func areSameWords(_ x: Int, _ a: Passage, _ y: Int, _ b: Passage) -> Bool {
        let (one, other) = (story.units[a.unit], story.units[b.unit])
        let (v, w) = (story.articles[one.article].annotated, story.articles[other.article].annotated)
        return (0..<3).allSatisfy { back in
            let (i, j) = (x - back, y - back)
            guard one.tokens.contains(i), other.tokens.contains(j) else { return true }
            return v.wordHash(of: i) == w.wordHash(of: j)
        }
    }

    /// Whether the sentence of a passage asks.
    private func isAsked(_ passage: Passage) -> Bool {
        let unit = story.units[passage.unit]
        let text = story.articles[unit.article].annotated
        return unit.tokens.suffix(3).contains { text.isByte($0, UInt8(ascii: "?")) }
    }

    private func propositions(_ passage: Passage) -> [Proposition] {
        let tokens = story.articles[story.units[passage.unit].article].annotated.tokens
        return comparer.propositions.ofUnit[passage.unit].filter { passage.range.contains(Int(tokens[$0.token].start)) }
    }

    private func word(_ proposition: Proposition, _ role: Argument.Role, _ passage: Passage) -> String? {
        proposition.arguments(role).first.map { story.word($0.head, of: story.units[passage.unit]) }
    }

    private func isOpposed(_ aligned: Aligned, _ a: Passage, _ b: Passage, _ agreeing: [Aligned]) -> Bool {
        aligned.match.isOpposed && !aligned.match.isSwapped && !areAtOtherTimes(aligned, a, b)
            && !agreesElsewhere(aligned, agreeing)
            && !isOpen(aligned.first) && !isOpen(aligned.second)
    }

    /// What is only possible is not denied by its opposite's being possible.
    private func isOpen(_ proposition: Proposition) -> Bool { proposition.modality == .possible && !proposition.isNegated }

    /// Whether either predicate has its like in the other passage, with arguments no worse.
    private func agreesElsewhere(_ aligned: Aligned, _ agreeing: [Aligned]) -> Bool {
        agreeing.contains {
            ($0.first.token == aligned.first.token || $0.second.token == aligned.second.token)
                && $0.first.isNominal == aligned.first.isNominal && $0.second.isNominal == aligned.second.isNominal
                && $0.match.act >= aligned.match.act && $0.match.arguments >= 0.5 * aligned.match.arguments
        }
    }

    // MARK: Times

    private func days(_ proposition: Proposition, _ passage: Passage) -> [TimeExpression] {
        let times = story.articles[story.units[passage.unit].article].annotated.times
        return proposition.times.filter(times.indices.contains).map { times[$0] }
    }

    private func areAtOtherTimes(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Bool {
        let (x, y) = (days(aligned.first, a), days(aligned.second, b))
        return !x.isEmpty && !y.isEmpty
            && x.allSatisfy { one in y.allSatisfy { areApart(one, $0) || haveOtherWeekdays(one, a, $0, b) } }
    }

    private func haveOtherWeekdays(_ x: TimeExpression, _ a: Passage, _ y: TimeExpression, _ b: Passage) -> Bool {
        guard x.days == nil || y.days == nil, x.value.offset == nil, y.value.offset == nil else { return false }
        let (v, w) = (weekdays(x, a), weekdays(y, b))
        return !v.isEmpty && !w.isEmpty && v.isDisjoint(with: w)
    }

    /// Whether two times can have no day in common; where the year is not known, by what is.
    private func areApart(_ a: TimeExpression, _ b: TimeExpression) -> Bool {
        // Two zones have two days at one moment.
        if a.value.offset != nil || b.value.offset != nil { return false }
        if let x = a.days, let y = b.days, !x.overlaps(y) { return true }
        if let x = a.value.part, let y = b.value.part, x != y { return true }
        if a.days != nil, b.days != nil { return false }
        let (v, w) = (a.value, b.value)
        if let x = v.year, let y = w.year, x != y { return true }
        if let x = v.month, let y = w.month {
            if x != y { return true }
            if let x = v.day, let y = w.day, x != y { return true }
        }
        return false
    }

    /// The weekdays that a time names, where it is no more than that.
    private func weekdays(_ time: TimeExpression, _ passage: Passage) -> Set<UInt64> {
        let text = story.articles[story.units[passage.unit].article].annotated
        return GrammarWords.english.weekdays.intersection(text.tokens[time.tokens.clamped(to: text.tokens.indices)].map(\.hash))
    }

    private func times(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> (TimeExpression, TimeExpression)? {
        // Other figures at other times are two facts: "sold 3 million in 2022", "sold 5 million in 2023".
        // One can say the same on two days.
        guard aligned.match.arguments >= Self.closely, !isSaying(aligned, a), areAtOtherTimes(aligned, a, b),
            otherFigures(aligned, a, b) == nil,
            let x = days(aligned.first, a).first, let y = days(aligned.second, b).first
        else { return nil }
        return (x, y)
    }

    private func text(_ range: Range<Int>, _ passage: Passage) -> String {
        story.articles[story.units[passage.unit].article].annotated.text[range]
    }

    // MARK: Figures

    private func figures(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> (Figure, Figure)? {
        areAtOtherTimes(aligned, a, b) ? nil : otherFigures(aligned, a, b)
    }

    /// The first figures of one act that disagree, whenever it was done. What either passage gives elsewhere as well it does not dispute.
    private func otherFigures(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> (Figure, Figure)? {
        func own(_ proposition: Proposition, _ passage: Passage) -> [Figure] {
            let figures = story.articles[story.units[passage.unit].article].annotated.figures
            return proposition.figures.filter(figures.indices.contains).map { figures[$0] }
        }
        func all(_ passage: Passage) -> ArraySlice<Figure> { story.figures(of: story.units[passage.unit]) }
        for one in own(aligned.first, a) where !all(b).contains(where: { FigureAgreement.agree(one, $0) }) {
            for other in own(aligned.second, b) where !all(a).contains(where: { FigureAgreement.agree($0, other) }) {
                if FigureAgreement.conflict(one, other), FigureAgreement.haveOneRole(one, other), countOneThing(one, other, a, b)
                {
                    return (one, other)
                }
            }
        }
        return nil
    }

    private func countOneThing(_ a: Figure, _ b: Figure, _ one: Passage, _ other: Passage) -> Bool {
        if let x = a.casualty, let y = b.casualty, x != y { return false }
        guard a.unit == .count, let x = a.countedStem, let y = b.countedStem else { return true }
        let (s, t) = (story.lists[story.units[one.unit].article].concepts, story.lists[story.units[other.unit].article].concepts)
        return (s[x] ?? x) == (t[y] ?? y) || ActLexicon.english.likeness(x, y) >= 0.8
    }

    // MARK: Modality

    /// Whether no verb of the passages stands in front of two of them.
    private func areFirst(_ aligned: Aligned, _ a: Passage, _ b: Passage) -> Bool {
        func first(_ passage: Passage) -> Int? { propositions(passage).filter { !$0.isNominal }.map(\.token).min() }
        return first(a) == aligned.first.token && first(b) == aligned.second.token
    }

    private func differInModality(_ aligned: Aligned) -> Bool {
        if aligned.first.isNegated && aligned.second.isNegated { return false }
        guard aligned.match.act >= 0.9, !aligned.first.isNominal, !aligned.second.isNominal else { return false }
        let pair: Set = [aligned.first.modality, aligned.second.modality]
        switch pair {
        case [.real, .possible], [.future, .possible], [.real, .planned], [.allowed, .forbidden], [.required, .possible],
            [.required, .forbidden], [.real, .forbidden]:
            return true
        default: return false
        }
    }
}
