internal import Language
internal import TextCore

/// Says in what two witnesses of one statement differ.
///
/// Witnesses of real articles that negate different words, or tell opposite directions, hardly ever contradict each other: what
/// they say goes on beside the passage, or is told of others. So only passages that say nearly the same are compared, and what
/// makes two of them contradict each other has to be told in full by both (``PropositionDifferences``), or is a finding of its
/// own: figures and times that disagree (``Disputes``). Passages that have all words in common but for a detail are told of one
/// thing, and what the detail is decides.
struct WitnessComparer {
    let story: Story
    let propositions: PropositionComparer
    /// Whether it is known that all witnesses are told of one thing.
    let isOneThing: Bool

    /// The share of their common weight (Jaccard) from which on two passages say nearly the same.
    private static let nearly: Float = 0.4
    /// Passages with at least this many words, all the same and in one order but for figures and times, are told of one thing.
    private static let framed = 4

    /// - Complexity: O(*p q*) in the propositions of the two, and in their figures.
    func differences(_ a: ComparedWitness, _ b: ComparedWitness) -> WitnessDifferences {
        let ground: PropositionDifferences.Ground = isOneThing ? .known : differInDetailOnly(a, b) ? .sameWords : .likeWords
        guard ground != .likeWords || areNearlyOne(a, b) else { return WitnessDifferences() }
        // Two who quote one speaker differ in where they cut.
        let areQuotes = !isOneThing && a.isQuoted && b.isQuoted
        let verdict = areQuotes ? PropositionDifferences.Verdict() : verdict(a, b, ground)
        let isUpdate = isUpdate(a, b)
        var found = WitnessDifferences()
        // A toll that has risen since does not contradict the one before.
        found.byActs = verdict.reasons.filter { !(isUpdate && $0.isOfFigures) }
        found.apparent = verdict.apparent + verdict.reasons.filter { isUpdate && $0.isOfFigures }
        guard !areQuotes, !a.facts.isDisjoint(with: b.facts) else { return found }
        let words = [negation(a, b, ground, verdict), direction(a, b, ground, verdict)].compactMap { $0 }
        let figures = verdict.isOfOthers ? nil : figures(a, b, ground)
        found.byWords = words + [figures].compactMap { $0 }
        found.wordsContradict = ground != .likeWords && (!words.isEmpty || figures != nil && !isUpdate)
        return found
    }

    private func verdict(
        _ a: ComparedWitness,
        _ b: ComparedWitness,
        _ ground: PropositionDifferences.Ground
    ) -> PropositionDifferences.Verdict {
        PropositionDifferences(story: story, comparer: propositions, ground: ground).verdict(
            PropositionDifferences.Passage(unit: a.place, range: a.passage.range),
            PropositionDifferences.Passage(unit: b.place, range: b.passage.range)
        )
    }

    // MARK: Whether they are told of one thing

    private func areNearlyOne(_ a: ComparedWitness, _ b: ComparedWitness) -> Bool {
        let shared = story.concepts.weight(of: a.keys.intersection(b.keys))
        return shared > 0 && shared >= Self.nearly * story.concepts.weight(of: a.keys.union(b.keys))
    }

    /// Whether two passages have all content words in common, or all but one, besides figures and times: then they tell one thing, and
    /// that word, a figure, a time or a word of grammar ("not", "may") is all that they differ in.
    private func differInDetailOnly(_ a: ComparedWitness, _ b: ComparedWitness) -> Bool {
        if a.frame.count >= Self.framed, a.frame == b.frame { return true }
        let shared = a.plain.intersection(b.plain).count
        let most = max(a.plain.count, b.plain.count) - shared
        return most == 0 ? shared >= 2 : most == 1 && shared >= 3
    }

    // MARK: By words

    private var isHeaded: Bool { story.articles.contains { $0.annotated.syntax != nil } }

    /// A word that one negates. Where propositions can tell, words alone do not; in a story read without grammar, they may tell a
    /// difference, which is no contradiction.
    private func negation(
        _ a: ComparedWitness,
        _ b: ComparedWitness,
        _ ground: PropositionDifferences.Ground,
        _ verdict: PropositionDifferences.Verdict
    ) -> Reason? {
        let mayNegate =
            ground == .likeWords
            ? !isHeaded || !verdict.isDecided
            : !verdict.isDecided && (!isHeaded || a.plain == b.plain)
        return mayNegate && a.polarity.conflicts(with: b.polarity) ? .negationDiffers : nil
    }

    private func direction(
        _ a: ComparedWitness,
        _ b: ComparedWitness,
        _ ground: PropositionDifferences.Ground,
        _ verdict: PropositionDifferences.Verdict
    ) -> Reason? {
        if !verdict.isDecided || !isHeaded && !verdict.isOfOthers, let opposed = directions(a, b) { return opposed }
        return ground == .sameWords ? opposites(a, b) : nil
    }

    /// A word of each that point in opposite directions on one axis, when neither passage has words of both.
    private func directions(_ a: ComparedWitness, _ b: ComparedWitness) -> Reason? {
        for axis in a.rising.indices where b.rising.indices.contains(axis) {
            let (upA, downA, upB, downB) = (a.rising[axis], a.falling[axis], b.rising[axis], b.falling[axis])
            if let up = upA.first, downA.isEmpty, let down = downB.first, upB.isEmpty { return .directionDiffers([up, down]) }
            if let down = downA.first, upA.isEmpty, let up = upB.first, downB.isEmpty { return .directionDiffers([down, up]) }
        }
        return nil
    }

    /// Opposite words of grammar in front of one word in both passages, which have all other words in common: "before the vote", "after
    /// the vote".
    private func opposites(_ a: ComparedWitness, _ b: ComparedWitness) -> Reason? {
        guard a.plain == b.plain else { return nil }
        let (left, right) = (relations(a), relations(b))
        for (key, one) in left.sorted(by: { $0.value.token < $1.value.token }) {
            guard let other = right[key], one.row == other.row, one.hash != other.hash else { continue }
            return .directionDiffers([story.word(one.token, of: a.unit), story.word(other.token, of: b.unit)])
        }
        return nil
    }

    /// For the content words of a passage, the word of ``WordLists/opposites`` in front of each, if one is.
    private func relations(_ compared: ComparedWitness) -> [Int32: (row: Int, hash: UInt64, token: Int)] {
        let text = story.articles[compared.unit.article].annotated
        let lists = story.lists[compared.unit.article]
        var relations: [Int32: (row: Int, hash: UInt64, token: Int)] = [:]
        for term in story.terms(of: compared.unit, in: compared.passage.range) {
            guard let key = story.key(of: term, in: compared.unit) else { continue }
            var at = term.token - 1
            while compared.unit.tokens.contains(at), term.token - at <= 3 {
                let hash = text.tokens[at].hash
                if let row = lists.opposites[hash] {
                    relations[key] = relations[key] ?? (row, hash, at)
                    break
                }
                guard lists.function.contains(hash) else { break }
                at -= 1
            }
        }
        return relations
    }

    /// Two figures that are given for one thing and differ. A figure that has its equal in the other unit does not differ from
    /// anything there.
    private func figures(_ a: ComparedWitness, _ b: ComparedWitness, _ ground: PropositionDifferences.Ground) -> Reason? {
        let left = a.sites.filter { site in !b.figures.contains { FigureAgreement.agree(site.figure, $0) } }
        let right = b.sites.filter { site in !a.figures.contains { FigureAgreement.agree(site.figure, $0) } }
        for one in left {
            let other = right.first { other in
                FigureAgreement.conflict(one.figure, other.figure) && measureOneThing(one, other)
                    && story.canBeAtOneTime(one, other)
                    && (ground != .likeWords
                        || story.areOneThing(one, other, .oneStatement)
                            && FigureScope(story: story).isOne(one, other, .oneStatement))
            }
            guard let other else { continue }
            func text(_ figure: Figure, _ unit: Unit) -> String { story.articles[unit.article].annotated.text[figure.range] }
            return .figuresDiffer([text(one.figure, a.unit), text(other.figure, b.unit)])
        }
        return nil
    }

    /// Whether two passages give a count that grows at two times.
    private func isUpdate(_ a: ComparedWitness, _ b: ComparedWitness) -> Bool {
        let running = RunningCounts(story: story)
        return a.sites.contains { one in
            b.sites.contains { other in
                FigureAgreement.conflict(one.figure, other.figure) && story.countTheSame(one, other)
                    && running.isUpdate([one, other])
            }
        }
    }

    /// Whether two figures of one statement measure one thing: counts of one noun, or others with a word beside them in
    /// common.
    private func measureOneThing(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard story.countTheSame(a, b) else { return false }
        return a.figure.unit == .count || !a.context.isDisjoint(with: b.context)
    }
}
