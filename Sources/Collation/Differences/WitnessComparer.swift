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
    /// Passages with at least so many words, all the same and in one order but for figures and times, are told of one thing.
    private static let framed = 2

    /// - Complexity: O(*p q*) in the propositions of the two and in their figures, at most ``FigureSite/most``, and O(*m n*) in the
    ///   words of passages that are alike, at most ``WordAlignment/most``.
    func differences(_ a: ComparedWitness, _ b: ComparedWitness) -> WitnessDifferences {
        let substitutions = isOneThing ? nil : WordSubstitutions(a, b, in: story)
        let isTurned = substitutions.map { !$0.opposites.isEmpty || $0.isNegated } ?? false
        let isSame = isTurned || differInDetailOnly(a, b)
        let ground: PropositionDifferences.Ground = isOneThing ? .known : isSame ? .sameWords : .likeWords
        guard ground != .likeWords || areNearlyOne(a, b) else { return differencesInOtherWords(a, b) }
        // Two who quote one speaker differ in where they cut, but not in what is said.
        let areQuotes = !isOneThing && a.isQuoted && b.isQuoted && !isTurned
        var verdict = areQuotes ? PropositionDifferences.Verdict() : verdict(a, b, ground)
        if ground == .sameWords, !canBeOneThing(verdict.disputed, a, b) {
            verdict.reasons.removeAll(where: \.isOfFigures)
            verdict.disputed.removeAll { if case .figures = $0 { true } else { false } }
        }
        let isUpdate = isUpdate(a, b)
        var found = WitnessDifferences()
        // A toll that has risen since does not contradict the one before.
        found.byActs = verdict.reasons.filter { !(isUpdate && $0.isOfFigures) }
        if !isUpdate { found.disputed = verdict.disputed }
        found.apparent = verdict.apparent + verdict.reasons.filter { isUpdate && $0.isOfFigures }
        guard !areQuotes, !a.facts.isDisjoint(with: b.facts) else { return found }
        let opposed = substitutions?.opposites.first.map {
            Reason.directionDiffers([story.word($0.first, of: a.unit), story.word($0.second, of: b.unit)])
        }
        let negated =
            substitutions?.isNegated == true && opposed == nil ? Reason.negationDiffers : negation(a, b, ground, verdict)
        let changed = changes(a, b)
        let turned = opposed ?? changed ?? direction(a, b, ground, verdict)
        let others = actors(a, b, substitutions) ?? namedOthers(a, b, substitutions)
        if let others, isMeasured(a, b) {
            found.areOfOthers = true
            found.byWords = [others]
            return found
        }
        let words = [negated, turned, others].compactMap { $0 }
        let isTold = ground != .likeWords || words.contains(where: \.isOfActors) || changed != nil
        let figures = verdict.isOfOthers ? nil : figures(a, b, ground)
        let placed = (a.frame == b.frame ? placedValues(a, b) : nil) ?? (figures == nil ? sharesOfOneWhole(a, b) : nil)
        found.byWords = words
        if others == nil, let other = otherWords(a, b, substitutions) { found.byWords.append(other) }
        if let (one, other) = figures {
            found.byWords.append(.figuresDiffer([text(one.figure, a.unit), text(other.figure, b.unit)]))
            if ground != .likeWords {
                let (x, y) = (
                    DisputedValues.PlacedFigure(unit: a.place, figure: one.figure),
                    DisputedValues.PlacedFigure(unit: b.place, figure: other.figure)
                )
                found.disputed.append(isUpdate ? .counts(x, y) : .figures(x, y))
            }
        }
        if let placed {
            found.byWords = found.byWords.joined([placed.reason])
            found.disputed.append(placed.values)
        }
        found.wordsContradict =
            isTold && !words.isEmpty || ground != .likeWords && figures != nil && !isUpdate || placed != nil
        return found
    }

    /// What can be told of passages that have few words in common: a change that is a rise in the one and a fall in the other, and an act
    /// of somebody whom both name.
    private func differencesInOtherWords(_ a: ComparedWitness, _ b: ComparedWitness) -> WitnessDifferences {
        var found = WitnessDifferences()
        guard !(a.isQuoted && b.isQuoted) else { return found }
        found.byActs = verdict(a, b, .otherWords).reasons
        if let labels = LabelledNumbers(story: story).difference(a, b) {
            found.byWords = [labels]
            found.wordsContradict = true
        }
        if let changed = changes(a, b), changeOneThing(a, b) {
            found.byWords.append(changed)
            found.wordsContradict = true
        }
        return found
    }

    /// Whether the changes of two passages are told with a word in common close by: "sending its shares up 6%", "shares fell 6 percent".
    private func changeOneThing(_ a: ComparedWitness, _ b: ComparedWitness) -> Bool {
        func sites(_ witness: ComparedWitness) -> [FigureSite] {
            story.figureSites(of: witness.place).filter { $0.figure.role == .increase || $0.figure.role == .decrease }
        }
        let theirs = sites(b)
        return sites(a).contains { one in
            theirs.contains { other in
                story.concepts.weight(of: one.nearby.intersection(other.nearby)) >= FigureSite.closeShared
                    && story.canBeAtOneTime(one, other)
            }
        }
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

    // MARK: By place

    /// Floors, ranks and hours in one place of the same words that differ: of what is told in other words, they say too little to be
    /// compared.
    private func placedValues(_ a: ComparedWitness, _ b: ComparedWitness) -> (reason: Reason, values: DisputedValues)? {
        if a.figuresInside.count == b.figuresInside.count, a.measuresTheSame(as: b) {
            for (one, other) in zip(a.figuresInside, b.figuresInside)
            where one.unit == .ordinal && other.unit == .ordinal && one.value != other.value {
                return (
                    .figuresDiffer([text(one, a.unit), text(other, b.unit)]),
                    .figures(.init(unit: a.place, figure: one), .init(unit: b.place, figure: other))
                )
            }
        }
        if a.timesInside.count == b.timesInside.count {
            for (one, other) in zip(a.timesInside, b.timesInside) where areOtherMinutes(one, other) {
                func text(_ time: TimeExpression, _ unit: Unit) -> String {
                    story.articles[unit.article].annotated.text[time.range]
                }
                return (
                    .timesDiffer([text(one, a.unit), text(other, b.unit)]),
                    .times(.init(unit: a.place, time: one), .init(unit: b.place, time: other))
                )
            }
        }
        return nil
    }

    /// Which share of the same it is, in the same words besides: all twelve, nine of the twelve; half, a quarter.
    private func sharesOfOneWhole(_ a: ComparedWitness, _ b: ComparedWitness) -> (reason: Reason, values: DisputedValues)? {
        guard !a.plain.isEmpty, a.plain == b.plain, !a.polarity.conflicts(with: b.polarity), let one = share(a),
            let other = share(b),
            !one.values.overlaps(other.values)
        else { return nil }
        return (
            .figuresDiffer([text(one.figure, a.unit), text(other.figure, b.unit)]),
            .figures(.init(unit: a.place, figure: one.figure), .init(unit: b.place, figure: other.figure))
        )
    }

    /// The only share that a passage tells, of whatever it is one: between which percentages it lies, and the figure that says so.
    private func share(_ witness: ComparedWitness) -> (values: ClosedRange<Double>, figure: Figure)? {
        let figures = witness.figuresInside
        let shares = figures.filter { $0.unit == .share }
        if shares.count == 1, let share = shares.first { return (FigureAgreement.interval(share), share) }
        guard shares.isEmpty, figures.count == 2, let part = figures.first(where: { $0.role == .part }),
            let whole = figures.first(where: { $0.role != .part }), part.unit == .count, whole.unit == .count,
            part.bound == .exact, whole.bound == .exact, part.value <= whole.value, whole.value > 0
        else { return nil }
        let percent = 100 * part.value / whole.value
        return (percent...percent, part)
    }

    /// Whether two times of one day give other minutes, by more than reporters round.
    private func areOtherMinutes(_ a: TimeExpression, _ b: TimeExpression) -> Bool {
        guard let x = a.value.hour, let y = b.value.hour, a.value.offset == b.value.offset, a.value.dayNumber == b.value.dayNumber
        else {
            return false
        }
        return abs(60 * (x - y) + (a.value.minute ?? 0) - (b.value.minute ?? 0)) > Self.rounding
    }

    private static let rounding = 5

    // MARK: Who

    /// Who does an act, or whom it is done to, where the same words name somebody else; nil where either article tells the act of both.
    private func actors(_ a: ComparedWitness, _ b: ComparedWitness, _ substitutions: WordSubstitutions?) -> Reason? {
        guard let names = substitutions?.names.first, let one = part(names.first, a), let other = part(names.second, b),
            one.act == other.act, one.role == other.role, one.argument.stem != other.argument.stem,
            one.argument.referent == 0 || one.argument.referent != other.argument.referent,
            !tells(other, in: a.unit.article), !tells(one, in: b.unit.article)
        else { return nil }
        return .actorsDiffer([story.word(names.first, of: a.unit), story.word(names.second, of: b.unit)])
    }

    /// Places or organisations in one place of the same words, which are two by all that is known: neither article names the other's.
    private func namedOthers(_ a: ComparedWitness, _ b: ComparedWitness, _ substitutions: WordSubstitutions?) -> Reason? {
        guard let names = substitutions?.names.first, let one = entity(names.first, a), let other = entity(names.second, b),
            one.kind == other.kind, one.kind == .place || one.kind == .organisation,
            Set(one.keys).isDisjoint(with: other.keys), !isNamed(other, in: a.unit.article), !isNamed(one, in: b.unit.article)
        else { return nil }
        return .actorsDiffer([one.name, other.name])
    }

    /// What stands in one place of the same words, and may be the same in other words.
    private func otherWords(_ a: ComparedWitness, _ b: ComparedWitness, _ substitutions: WordSubstitutions?) -> Reason? {
        guard let substitutions, let pair = substitutions.others.first ?? substitutions.names.first else { return nil }
        let isOneName = entity(pair.first, a).flatMap { one in
            entity(pair.second, b).map { !Set(one.keys).isDisjoint(with: $0.keys) }
        }
        guard isOneName != true else { return nil }
        return .wordsDiffer([story.word(pair.first, of: a.unit), story.word(pair.second, of: b.unit)])
    }

    /// What the name that a token belongs to stands for.
    private func entity(_ token: Int, _ witness: ComparedWitness) -> Entity? {
        let text = story.articles[witness.unit.article].annotated
        return text.names.first { $0.tokens.contains(token) }.map { text.entities[$0.entity] }
    }

    private func isNamed(_ entity: Entity, in article: Int) -> Bool {
        let keys = Set(entity.keys)
        return story.articles[article].annotated.entities.contains { !keys.isDisjoint(with: $0.keys) }
    }

    /// Whether both passages give one share or one change, which others can have, too: sales here and sales there.
    private func isMeasured(_ a: ComparedWitness, _ b: ComparedWitness) -> Bool {
        func measures(_ witness: ComparedWitness) -> [Figure] {
            witness.figuresInside.filter {
                $0.unit == .percent || $0.unit == .share || $0.role == .increase || $0.role == .decrease
            }
        }
        let theirs = measures(b)
        return measures(a).contains { one in theirs.contains { FigureAgreement.agree(one, $0) } }
    }

    private struct Part {
        let act: UInt64
        let role: Argument.Role
        let argument: Argument
    }

    /// The act that a token has a part in as who does it or whom it is done to. What grows or shrinks does not act: other things do so,
    /// too.
    private func part(_ token: Int, _ witness: ComparedWitness) -> Part? {
        let lexicon = ActLexicon.english
        let text = story.articles[witness.unit.article].annotated
        for proposition in propositions.propositions.ofUnit[witness.place]
        where proposition.modality == .real && !proposition.isNominal && !lexicon.governs(proposition.act).contains(.light) {
            let hash = text.tokens[proposition.token].hash
            let isChange = story.lists[witness.unit.article].directions.first.map {
                $0.up.contains(hash) || $0.down.contains(hash)
            }
            guard isChange != true else { continue }
            for role in [Argument.Role.agent, .patient] {
                if let argument = proposition.arguments(role).first(where: { $0.head == token }) {
                    return Part(act: proposition.act, role: role, argument: argument)
                }
            }
        }
        return nil
    }

    /// Whether an article tells the same act of somebody.
    private func tells(_ part: Part, in article: Int) -> Bool {
        story.unitsOfArticle[article].contains { unit in
            propositions.propositions.ofUnit[unit].contains { proposition in
                proposition.act == part.act && proposition.arguments(part.role).contains { $0.stem == part.argument.stem }
            }
        }
    }

    // MARK: By words

    /// One amount by which something grew in the one and shrank in the other, in whatever languages.
    private func changes(_ a: ComparedWitness, _ b: ComparedWitness) -> Reason? {
        func amounts(_ witness: ComparedWitness) -> [Figure] {
            witness.figuresInside.filter { $0.role == .increase || $0.role == .decrease }
        }
        let (x, y) = (amounts(a), amounts(b))
        guard x.count == 1, y.count == 1, let one = x.first, let other = y.first, one.role != other.role,
            FigureAgreement.agree(one, other), !one.isQuantifier
        else { return nil }
        return .directionDiffers([text(one, a.unit), text(other, b.unit)])
    }

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
            guard let other = right[key], one.row == other.row, one.hash != other.hash,
                story.lists[a.unit.article].ordinals[one.hash] == nil || a.measuresTheSame(as: b)
            else { continue }
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
    private func figures(_ a: ComparedWitness, _ b: ComparedWitness, _ ground: PropositionDifferences.Ground) -> (
        FigureSite, FigureSite
    )? {
        let left = a.sites.filter { site in !b.figures.contains { FigureAgreement.agree(site.figure, $0) } }
        let right = b.sites.filter { site in !a.figures.contains { FigureAgreement.agree(site.figure, $0) } }
        for one in left {
            let other = right.first { other in
                guard FigureAgreement.conflict(one.figure, other.figure), measureOneThing(one, other) else { return false }
                switch ground {
                case .known: return story.canBeAtOneTime(one, other)
                case .sameWords: return story.canBeOneThing(one, other)
                case .likeWords, .otherWords:
                    return story.canBeOneThing(one, other) && story.areOneThing(one, other, .oneStatement)
                }
            }
            if let other { return (one, other) }
        }
        return nil
    }

    private func text(_ figure: Figure, _ unit: Unit) -> String { story.articles[unit.article].annotated.text[figure.range] }

    /// Whether nothing beside the figures that propositions dispute says that they are of two things.
    private func canBeOneThing(_ values: [DisputedValues], _ a: ComparedWitness, _ b: ComparedWitness) -> Bool {
        values.allSatisfy { values in
            guard case .figures(let one, let other) = values,
                let x = a.sites.first(where: { $0.figure.range == one.figure.range }),
                let y = b.sites.first(where: { $0.figure.range == other.figure.range })
            else { return true }
            return story.canBeOneThing(x, y)
        }
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
