/// How two propositions stand to each other: by predicate, by arguments, and both.
struct PropositionMatch: Sendable {
    /// How nearly the predicates tell one act, 0–1.
    var act: Float = 0
    /// How nearly the arguments are the same, 0–1; 0 where either has none.
    var arguments: Float = 0
    /// Agents, and patients, that are the same.
    var agent: Float = 0
    var patient: Float = 0
    /// Summed weight of what is the same.
    var weight: Float = 0
    /// Whether the predicates are opposites, or one is negated and the other is not.
    var isOpposed = false
    /// Whether both tell who does it, to whom, or what a preposition adds, and tell different ones.
    var clashes = false
    /// Whether what is agent in the one is patient in the other, and the other way round.
    var isSwapped = false

    /// Both together, 0–1: a predicate without a common argument says little.
    var score: Float { isOpposed || isSwapped ? 0 : act * arguments }
}

/// Compares propositions of a story.
///
/// - Complexity: O(*a b*) in the arguments of the two, which are few, times their words.
struct PropositionComparer: Sendable {
    let story: Story
    let propositions: StoryPropositions

    /// Two propositions that may tell one act, or its opposite; nil where the predicates have nothing to do with each other.
    func compare(_ a: Proposition, _ b: Proposition) -> PropositionMatch? {
        let lexicon = ActLexicon.english
        var match = PropositionMatch()
        match.act = lexicon.likeness(a.act, b.act)
        let converse = lexicon.converse(a.act, b.act)
        var areOpposites = false
        if match.act == 0 {
            if converse != nil {
                match.act = 0.9
            } else if lexicon.areOpposed(a.act, b.act) {
                areOpposites = true
                match.act = 0.9
            } else {
                return nil
            }
        }
        match.isOpposed = areOpposites != (a.isNegated != b.isNegated)
        let other = converse.map { turned(b, $0.kind, isFirst: !$0.isFirst) } ?? b
        compareArguments(a, other, &match)
        match.weight += match.act * propositions.acts.weight(ofKey: a.act)
        return match
    }

    /// The arguments of a proposition as its converse would have them.
    private func turned(_ b: Proposition, _ kind: ActLexicon.Converse, isFirst: Bool) -> Proposition {
        let words = GrammarWords.english
        var turned = b
        turned.arguments = b.arguments.map { argument in
            var argument = argument
            switch (kind, argument.role) {
            case (.swap, .agent): argument.role = .patient
            case (.swap, .patient): argument.role = .agent
            // Bought from: who sold; sold to: who bought.
            case (.give, .agent): argument.role = isFirst ? .oblique(words.from) : .oblique(words.to)
            case (.give, .oblique(isFirst ? words.to : words.from)): argument.role = .agent
            case (.beat, .agent): argument.role = isFirst ? .oblique(words.to) : .patient
            case (.beat, .patient) where isFirst: argument.role = .agent
            case (.beat, .oblique(words.to)) where !isFirst: argument.role = .agent
            default: break
            }
            return argument
        }
        return turned
    }

    private func compareArguments(_ a: Proposition, _ b: Proposition, _ match: inout PropositionMatch) {
        guard !a.arguments.isEmpty, !b.arguments.isEmpty else { return }
        let isLoose = a.isNominal || b.isNominal || isMonovalent(a) || isMonovalent(b)
        var sum: Float = 0
        var taken: Set<Int> = []
        for x in a.arguments {
            var best: Float = 0
            var place = -1
            for (index, y) in b.arguments.enumerated() where !taken.contains(index) {
                let likeness = likeness(x, y)
                guard likeness > 0 else { continue }
                let fit = fit(x.role, y.role, isLoose)
                if fit * likeness > best {
                    best = fit * likeness
                    place = index
                }
            }
            guard place >= 0 else { continue }
            taken.insert(place)
            sum += best
            match.weight += best * weight(of: x)
            if x.role == .agent { match.agent = max(match.agent, best) }
            if x.role == .patient { match.patient = max(match.patient, best) }
        }
        let isMutual = ActLexicon.english.governs(a.act).contains(.mutual)
        match.isSwapped = !isMutual && !a.isNominal && !b.isNominal && areSwapped(a, b)
        match.clashes = clash(a, b, isLoose)
        let least = Float(min(a.arguments.count, b.arguments.count))
        let most = Float(max(a.arguments.count, b.arguments.count))
        match.arguments = min(1, sum / (0.75 * least + 0.25 * most))
    }

    /// Whether each one's agent is the other's patient, or stands behind the same preposition there.
    private func areSwapped(_ a: Proposition, _ b: Proposition) -> Bool {
        a.arguments(.agent).contains { agent in
            b.arguments(.agent).contains { other in
                guard likeness(agent, other) < 0.5 else { return false }
                return a.arguments.contains { x in
                    x.role != .agent && likeness(x, other) >= 0.7
                        && b.arguments.contains { $0.role == x.role && likeness($0, agent) >= 0.7 }
                }
            }
        }
    }

    /// Arguments less like each other than this are of two acts.
    private static let strange: Float = 0.45

    private func clash(_ a: Proposition, _ b: Proposition, _ isLoose: Bool) -> Bool {
        a.arguments.contains { x in
            let rivals = b.arguments.filter { $0.role == x.role }
            guard !rivals.isEmpty, !x.words.isEmpty || x.referent != 0 else { return false }
            return rivals.allSatisfy { ($0.referent != 0 || !$0.words.isEmpty) && likeness(x, $0) < Self.strange }
                && !(isLoose && b.arguments.contains { likeness(x, $0) >= Self.strange })
        }
    }

    private func isMonovalent(_ proposition: Proposition) -> Bool {
        proposition.arguments(.agent).isEmpty != proposition.arguments(.patient).isEmpty
    }

    private func fit(_ a: Argument.Role, _ b: Argument.Role, _ isLoose: Bool) -> Float {
        if a == b { return 1 }
        switch (a, b) {
        case (.oblique, .oblique): return 0.9
        case (.agent, .patient), (.patient, .agent): return isLoose ? 0.9 : 0.2
        default: return 0.7
        }
    }

    private func weight(of argument: Argument) -> Float {
        argument.referent != 0
            ? propositions.referents.weight(ofKey: argument.referent) : story.stems.weight(ofKey: argument.stem)
    }

    /// How nearly two arguments are the same: by whom they stand for, by their heads, by their words.
    func likeness(_ a: Argument, _ b: Argument) -> Float {
        if a.referent != 0, b.referent != 0 {
            if a.referent == b.referent { return 1 }
            return a.words == b.words && !a.words.isEmpty ? 0.95 : 0
        }
        let concepts = story.lists.first?.concepts ?? [:]
        func concept(_ stem: UInt64) -> UInt64 { concepts[stem] ?? stem }
        var shared: Float = 0
        var least: Float = 0
        var other: Float = 0
        let keys = Set(b.words.map(concept))
        for word in a.words {
            let weight = story.stems.weight(ofKey: word)
            least += weight
            if keys.contains(concept(word)) { shared += weight }
        }
        for word in b.words { other += story.stems.weight(ofKey: word) }
        let containment = shared / max(min(least, other), 1e-6)
        if concept(a.stem) == concept(b.stem), a.stem != 0 { return 0.7 + 0.3 * containment }
        if a.referent != 0 || b.referent != 0 { return 0.4 * containment }
        let kin = ActLexicon.english.likeness(a.stem, b.stem)
        if kin >= 0.8 { return 0.6 + 0.2 * containment }
        return 0.6 * containment
    }
}
