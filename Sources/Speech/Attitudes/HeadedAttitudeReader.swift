internal import Language
internal import TextCore

/// Finds attitudes, judgments and retold speech by dependency heads: what a predicate governs is its content, its subject is
/// the source.
///
/// - Complexity: O(*n*) in tokens: each predicate looks at its children and a bounded number of heads.
struct HeadedAttitudeReader {
    let reading: SpeechReading
    let syntax: Syntax
    let lexicon: AttitudeLexicon

    /// How many heads up the subject of a verb without one of its own is looked for.
    private static let reach = 5
    private static let that = Hash64.folded("that")

    var tokens: [Token] { reading.tokens }

    /// All attitudes of the text, in order of their predicates, whether they stand inside one another or not.
    func drafts() -> [AttitudeDraft] {
        var drafts: [AttitudeDraft] = []
        for token in tokens.indices where reading.isOutside(token) && tokens[token].isWord {
            let tag = syntax.tags[token]
            if tag.isVerb, let readings = lexicon.verbs[tokens[token].hash] {
                if let draft = attitude(ofVerb: token, readings) { drafts.append(draft) }
            } else if tag == .noun || tag == .plural, let governor = lexicon.nouns[tokens[token].hash] {
                if let draft = attitude(ofNoun: token, governor) { drafts.append(draft) }
            } else if tag == .adjective, let governor = lexicon.adjectives[tokens[token].hash] {
                if let draft = attitude(ofAdjective: token, governor) { drafts.append(draft) }
            } else if tag == .adverb, let type = lexicon.adverbs[tokens[token].hash] {
                if let draft = attitude(ofAdverb: token, type) { drafts.append(draft) }
            }
        }
        return drafts
    }

    // MARK: Sources

    /// Who does what a verb says: its subject, or that of the verb that it is joined to or completes.
    func subject(of verb: Int) -> Attribution.Source? {
        var at = verb
        for _ in 0..<Self.reach {
            if let subject = syntax.child(of: at, .subject, .clausalSubject) {
                // `a program that allows`: the noun that the clause is of.
                if tokens[subject].hash == Self.that, syntax.relations[at] == .relativeClause, let noun = syntax.head(of: at),
                    noun < subject
                {
                    return source(noun, before: at)
                }
                return source(subject, before: verb)
            }
            if let subject = syntax.child(of: at, .passiveSubject) { return at == verb ? nil : source(subject, before: verb) }
            guard let head = syntax.head(of: at) else { return nil }
            switch syntax.relations[at] {
            case .conjunct, .openComplement, .adverbialClause, .prepositionalComplement, .preposition, .clausalComplement:
                at = head
            case .adnominalClause, .relativeClause: return source(head, before: at)
            default: return nil
            }
        }
        return nil
    }

    /// The noun phrase that a token heads, as a source.
    /// - Parameter limit: the token that the phrase ends before, when it starts before it.
    func source(_ noun: Int, before limit: Int? = nil) -> Attribution.Source {
        var mention = syntax.subtree(of: noun)
        // `voters who support him`: the relative clause holds the verb itself.
        if let limit, mention.contains(limit), noun < limit {
            let clause = syntax.children(of: noun).first { syntax.subtree(of: $0).contains(limit) }
            mention = mention.lowerBound..<max(noun + 1, clause.map { syntax.subtree(of: $0).lowerBound } ?? limit)
        }
        var end = noun + 1
        for child in syntax.children(of: noun) where child > noun {
            guard isInnerPart(child) else { break }
            end = max(end, syntax.subtree(of: child).upperBound)
        }
        while mention.upperBound > noun + 1, !tokens[mention.upperBound - 1].isWord {
            mention = mention.lowerBound..<(mention.upperBound - 1)
        }
        let head = mention.lowerBound..<min(end, mention.upperBound)
        let isPronoun = head.count == 1 && reading.has(noun, .subject)
        let reference: Attribution.Reference =
            isPronoun ? (reading.has(noun, .relative) ? .relative : .pronoun) : .noun
        return Attribution.Source(mention: mention, head: head, reference: reference)
    }

    private func isInnerPart(_ child: Int) -> Bool {
        switch syntax.relations[child] {
        case .caseMarker, .compound, .pieceOfWord, .coordinator, .conjunct: true
        case .preposition: SourceFinder.inner.contains(tokens[child].hash)
        default: false
        }
    }

    /// `his`, `Tolley’s`: the owner of a noun.
    func owner(of noun: Int) -> Attribution.Source? {
        guard let owner = syntax.child(of: noun, .possessor) else { return nil }
        var source = source(owner)
        if let sign = syntax.child(of: owner, .caseMarker), sign > owner {
            source.mention = source.mention.lowerBound..<min(sign, source.mention.upperBound)
            source.head = source.head.clamped(to: source.mention)
        }
        if reading.has(owner, .possessive) { source.reference = .pronoun }
        return source
    }

    // MARK: Other predicates than verbs

    /// `his claim that X`, `support for X`.
    private func attitude(ofNoun noun: Int, _ governor: AttitudeLexicon.Governor) -> AttitudeDraft? {
        guard let content = content(behind: noun, governor, clauses: [.adnominalClause, .clausalComplement]) else { return nil }
        let source = owner(of: noun) ?? lightVerbSubject(noun)
        return AttitudeDraft(type: governor.type, cue: noun..<(noun + 1), content: content, source: source)
    }

    /// `Tolley has support for`, `she voiced concern about`: the subject of the verb whose object the noun is.
    private func lightVerbSubject(_ noun: Int) -> Attribution.Source? {
        guard let head = syntax.head(of: noun), syntax.relations[noun] == .directObject else { return nil }
        return subject(of: head)
    }

    /// `is confident that X`, `eager to X`.
    private func attitude(ofAdjective adjective: Int, _ governor: AttitudeLexicon.Governor) -> AttitudeDraft? {
        let clauses: [DependencyRelation] = [.clausalComplement, .openComplement]
        guard let content = content(behind: adjective, governor, clauses: clauses) else { return nil }
        let isPredicate = [.adjectivalComplement, .conjunct, .attribute].contains(syntax.relations[adjective])
        let source = isPredicate ? syntax.head(of: adjective).flatMap { subject(of: $0) } : nil
        return AttitudeDraft(type: governor.type, cue: adjective..<(adjective + 1), content: content, source: source)
    }

    private func content(
        behind word: Int,
        _ governor: AttitudeLexicon.Governor,
        clauses: [DependencyRelation]
    ) -> Range<Int>? {
        for child in syntax.children(of: word) where child > word {
            if clauses.contains(syntax.relations[child]) {
                let clause = syntax.subtree(of: child)
                if clause.lowerBound > word, governor.openings.contains(tokens[clause.lowerBound].hash) { return clause }
            } else if syntax.relations[child] == .preposition, governor.openings.contains(tokens[child].hash),
                let object = syntax.child(of: child, .prepositionalObject, .prepositionalComplement), object > child
            {
                let phrase = syntax.subtree(of: object)
                return max(phrase.lowerBound, child + 1)..<phrase.upperBound
            }
        }
        return nil
    }

    /// `reportedly left`: the clause that the adverb stands in, from there on.
    private func attitude(ofAdverb adverb: Int, _ type: AttributionType) -> AttitudeDraft? {
        guard let head = syntax.head(of: adverb), syntax.relations[adverb] == .adverbialModifier else { return nil }
        let clause = syntax.subtree(of: head)
        guard adverb + 1 < clause.upperBound else { return nil }
        return AttitudeDraft(type: type, cue: adverb..<(adverb + 1), content: (adverb + 1)..<clause.upperBound, source: nil)
    }
}
