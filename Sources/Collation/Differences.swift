internal import Language
internal import TextCore

/// Says in what the witnesses of one statement differ: a word that one negates, opposite directions, figures.
///
/// Each two witnesses of different articles are compared, not just the two that the reasons are read off: what one of many
/// witnesses says otherwise is what a reader looks for.
///
/// Witnesses of real articles that negate different words, or tell opposite directions, hardly ever contradict each other: what
/// they say goes on beside the passage, or is told of others. So only passages that say nearly the same are compared, and what
/// makes two of them contradict each other has to be told in full by both (``PropositionDifferences``), or is a finding of its
/// own: figures and times that disagree (``disputes``). Passages that have all words in common but for a detail are told of one
/// thing, and what the detail is decides.
///
/// - Complexity: O(*w*² · *t*) for *w* witnesses, at most ``most``, of *t* terms.
struct DifferenceFinder {
    /// At most this many witnesses are compared with each other.
    static let most = 24

    let story: Story
    let propositions: StoryPropositions
    /// Figures and times of the story's articles that disagree.
    var disputes = Disputes()

    /// A witness with what is compared.
    private struct Compared {
        let unit: Unit
        let passage: PropositionDifferences.Passage
        let range: Passage
        let isQuoted: Bool
        let article: Int
        let polarity: Polarity
        let facts: Set<Int32>
        let keys: Set<Int32>
        /// The keys of words outside figures and times.
        let plain: Set<Int32>
        let rising: [[String]]
        let falling: [[String]]
        let sites: [FigureSite]
        let figures: [Figure]
    }

    /// The differences of a group, at most one of each kind, told with the first witness first where it takes part.
    /// - Parameter isOneThing: whether it is known that all are told of one thing; else propositions are only asked where two
    ///   passages say nearly the same.
    /// - Returns: the differences, and whether any says that two witnesses cannot both be right: a word that is negated in the one
    ///   and not in the other is a difference for the reader to look at, and no more.
    func differences(of places: [PlacedWitness], first: PlacedWitness, isOneThing: Bool = false) -> Found {
        let rest = places.filter { $0.witness.passage != first.witness.passage }
        let compared = ([first] + rest).prefix(Self.most).map(compared)
        var negation: Reason?
        var direction: Reason?
        var figures: Reason?
        var others: [Reason] = []
        var apparent: [Reason] = []
        let isHeaded = story.articles.contains { $0.annotated.syntax != nil }
        let comparer = PropositionComparer(story: story, propositions: propositions)
        var disputed: [Reason] = []
        var byWordsOfOne = false
        for (index, a) in compared.enumerated() {
            for b in compared[(index + 1)...] where a.article != b.article {
                if disputed.isEmpty { disputed = disputes.reasons(a.range, b.range, in: story) }
                let ground: PropositionDifferences.Ground =
                    isOneThing ? .known : differInDetailOnly(a, b) ? .sameWords : .likeWords
                let areOfOneThing = ground != .likeWords
                guard areOfOneThing || areNearlyOne(a, b) else { continue }
                // Two who quote one speaker differ in where they cut.
                let areQuotes = !isOneThing && a.isQuoted && b.isQuoted
                let finder = PropositionDifferences(story: story, comparer: comparer, ground: ground)
                // Where propositions can tell, words alone do not.
                let verdict = areQuotes ? PropositionDifferences.Verdict() : finder.verdict(a.passage, b.passage)
                let isUpdate = isUpdate(a, b)
                // A toll that has risen since does not contradict the one before.
                if others.isEmpty { others = verdict.reasons.filter { !(isUpdate && $0.isOfFigures) } }
                if apparent.isEmpty { apparent = verdict.apparent + verdict.reasons.filter { isUpdate && $0.isOfFigures } }
                guard !areQuotes, !a.facts.isDisjoint(with: b.facts) else { continue }
                // In a story read without grammar, words may tell a difference, which is no contradiction.
                let mayNegate =
                    !areOfOneThing && !isHeaded || !verdict.isDecided && (!isHeaded || !areOfOneThing || a.plain == b.plain)
                let before = [negation, direction, figures].count { $0 != nil }
                if negation == nil, mayNegate, a.polarity.conflicts(with: b.polarity) { negation = .negationDiffers }
                if direction == nil, !verdict.isDecided || !isHeaded && !verdict.isOfOthers { direction = directions(a, b) }
                if direction == nil, areOfOneThing, !isOneThing { direction = opposites(a, b) }
                if figures == nil, !verdict.isOfOthers, !isUpdate { figures = self.figures(a, b, areOfOneThing) }
                if areOfOneThing, [negation, direction, figures].count(where: { $0 != nil }) > before { byWordsOfOne = true }
                if figures == nil, !verdict.isOfOthers, isUpdate { figures = self.figures(a, b, areOfOneThing) }
            }
        }
        let byWords = [negation, direction, figures].compactMap { $0 }
        let contradict = !others.isEmpty || !disputed.isEmpty || byWordsOfOne
        return Found(reasons: told(disputed, told(byWords, told(others, apparent))), contradict: contradict)
    }

    /// Differences, and whether they are contradictions.
    struct Found {
        var reasons: [Reason] = []
        var contradict = false
    }

    /// The share of their common weight (Jaccard) from which on two passages say nearly the same.
    private static let nearly: Float = 0.4

    private func areNearlyOne(_ a: Compared, _ b: Compared) -> Bool {
        let shared = story.concepts.weight(of: a.keys.intersection(b.keys))
        return shared > 0 && shared >= Self.nearly * story.concepts.weight(of: a.keys.union(b.keys))
    }

    /// Whether two passages have all content words in common, or all but one, besides figures and times: then they tell one thing, and
    /// that word, a figure, a time or a word of grammar ("not", "may") is all that they differ in.
    private func differInDetailOnly(_ a: Compared, _ b: Compared) -> Bool {
        let shared = a.plain.intersection(b.plain).count
        let most = max(a.plain.count, b.plain.count) - shared
        return most == 0 ? shared >= 2 : most == 1 && shared >= 3
    }

    /// The ones, and of the others what is of another kind.
    private func told(_ first: [Reason], _ others: [Reason]) -> [Reason] {
        first + others.filter { one in !first.contains { $0.isKind(of: one) } }
    }

    private func compared(_ place: PlacedWitness) -> Compared {
        let unit = story.units[place.unit]
        let range = place.witness.passage.range
        let terms = story.terms(of: unit, in: range)
        let text = story.articles[unit.article].annotated
        func words(_ list: Set<UInt64>) -> [String] {
            terms.filter { list.contains(text.tokens[$0.token].hash) && !$0.isNegated }.map { story.word($0.token, of: unit) }
        }
        let axes = story.lists[unit.article].directions
        let details = story.figures(of: unit, in: range).map(\.tokens) + story.times(of: unit, in: range).map(\.tokens)
        let everybody = story.lists[unit.article].everybody
        // "Nobody was hurt", "three people were hurt": that they are people is no more than the number says.
        let plain = terms.filter { term in
            !details.contains { $0.contains(term.token) } && !everybody.contains(text.tokens[term.token].hash)
        }
        return Compared(
            unit: unit,
            passage: PropositionDifferences.Passage(unit: place.unit, range: range),
            range: place.witness.passage,
            isQuoted: place.witness.form == .quoted || place.witness.form == .verbatim,
            article: unit.article,
            polarity: story.polarity(of: unit, in: range),
            facts: Set(terms.filter { !$0.isName && !$0.isFrame }.compactMap { story.key(of: $0, in: unit) }),
            keys: Set(terms.compactMap { story.key(of: $0, in: unit) }),
            plain: Set(plain.compactMap { story.key(of: $0, in: unit) }),
            rising: axes.map { words($0.up) },
            falling: axes.map { words($0.down) },
            sites: story.figureSites(of: place.unit).filter { range.overlaps($0.figure.range) },
            figures: Array(story.figures(of: unit))
        )
    }

    /// A word of each that point in opposite directions on one axis, when neither passage has words of both.
    private func directions(_ a: Compared, _ b: Compared) -> Reason? {
        for axis in a.rising.indices where b.rising.indices.contains(axis) {
            let (upA, downA, upB, downB) = (a.rising[axis], a.falling[axis], b.rising[axis], b.falling[axis])
            if let up = upA.first, downA.isEmpty, let down = downB.first, upB.isEmpty { return .directionDiffers([up, down]) }
            if let down = downA.first, upA.isEmpty, let up = upB.first, downB.isEmpty { return .directionDiffers([down, up]) }
        }
        return nil
    }

    /// Opposite words of grammar in front of one word in both passages, which have all other words in common: "before the vote", "after
    /// the vote".
    private func opposites(_ a: Compared, _ b: Compared) -> Reason? {
        guard a.plain == b.plain else { return nil }
        let (left, right) = (relations(a), relations(b))
        for (key, one) in left.sorted(by: { $0.value.token < $1.value.token }) {
            guard let other = right[key], one.row == other.row, one.hash != other.hash else { continue }
            return .directionDiffers([story.word(one.token, of: a.unit), story.word(other.token, of: b.unit)])
        }
        return nil
    }

    /// For the content words of a passage, the word of ``WordLists/opposites`` in front of each, if one is.
    private func relations(_ compared: Compared) -> [Int32: (row: Int, hash: UInt64, token: Int)] {
        let text = story.articles[compared.article].annotated
        let lists = story.lists[compared.article]
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
    private func figures(_ a: Compared, _ b: Compared, _ areOfOneThing: Bool) -> Reason? {
        let left = a.sites.filter { site in !b.figures.contains { FigureAgreement.agree(site.figure, $0) } }
        let right = b.sites.filter { site in !a.figures.contains { FigureAgreement.agree(site.figure, $0) } }
        for one in left {
            let other = right.first { other in
                FigureAgreement.conflict(one.figure, other.figure) && measureOneThing(one, other)
                    && story.canBeAtOneTime(one, other)
                    && (areOfOneThing
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
    private func isUpdate(_ a: Compared, _ b: Compared) -> Bool {
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

extension Reason {
    fileprivate var isOfFigures: Bool {
        if case .figuresDiffer = self { return true }
        return false
    }

    /// Whether two reasons say the same of different words.
    fileprivate func isKind(of other: Reason) -> Bool {
        switch (self, other) {
        case (.negationDiffers, .negationDiffers), (.directionDiffers, .directionDiffers), (.figuresDiffer, .figuresDiffer),
            (.timesDiffer, .timesDiffer), (.rolesSwapped, .rolesSwapped), (.modalityDiffers, .modalityDiffers):
            true
        default: false
        }
    }
}
