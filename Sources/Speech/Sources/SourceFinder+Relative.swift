internal import Language
internal import TextCore

/// Sources with a relative clause that no comma parts from them: `A man who saw the crash said`.
extension SourceFinder {
    /// The phrase that such a clause right before token `end` belongs to, the clause in its mention; nil without one.
    func antecedent(before end: Int, from low: Int) -> Source? {
        if let found = unnamed(before: end, from: max(low, end - Self.reach))
            ?? held(before: end, from: max(low, end - Self.reach))
        {
            return found
        }
        guard let opener = restrictiveRelative(before: end, from: max(low, end - Self.reach)),
            isAntecedent(opener - 1), let verb = verb(behind: opener, before: end), !opensClause(verb, before: end),
            !reading.has(end - 1, .subject), !holdsOtherFrame((verb + 1)..<end),
            let source = plain(before: opener, from: low), source.reference == .noun,
            reading.words[end - 1].isDisjoint(with: [.determiner, .possessive, .preposition])
        else { return nil }
        // `the program that was cut under pressure from civil liberties groups say`: those who can speak are nearer.
        if !maySpeak(source.head), let nearest = plain(before: end, from: opener + 1), maySpeak(nearest.head) { return nil }
        return extended(source, to: end)
    }

    private func maySpeak(_ head: Range<Int>) -> Bool {
        reading.namesPerson(head)
            || head.contains { reading.has($0, [.role, .collective, .document]) || clauses.antecedent.contains(tokens[$0].hash) }
    }

    /// Whether a source's mention holds such a clause.
    func hasRestrictiveRelative(_ source: Source) -> Bool {
        let opener = source.head.upperBound
        return source.mention.contains(opener) && isRestrictive(opener)
    }

    /// The nearest `who` with nothing between it and the cue that ends a clause.
    private func restrictiveRelative(before end: Int, from low: Int) -> Int? {
        guard !clauses.restrictive.isEmpty else { return nil }
        var index = end - 2
        var others: [Int] = []
        while index > low {
            guard reading.isOutside(index), !reading.isComma(index), !reading.isColon(index), !reading.isBreak(index),
                tokens[index].kind != .terminator, !reading.isMark(index, ";")
            else { return nil }
            if isRestrictive(index) { return others.contains { opensOtherClause($0, behind: index, before: end) } ? nil : index }
            if reading.has(index, [.complementizer, .subordinator]) {
                guard reading.has(index, .preposition) else { return nil }
                others.append(index)
            }
            index -= 1
        }
        return nil
    }

    /// `A man who killed two was jailed after a judge told him`, `A mother who lost two sons wept as a coroner said`: whether a word
    /// that is a preposition, too, opens a clause of its own, whose subject stands before the cue. `A woman who worked as a nurse
    /// said` has one verb before it, and says what she was.
    private func opensOtherClause(_ opener: Int, behind relative: Int, before end: Int) -> Bool {
        guard let subject = plain(before: end, from: opener + 1), subject.mention.lowerBound == opener + 1 else { return false }
        if subject.reference == .pronoun || verbs(in: (relative + 1)..<opener) > 1 { return true }
        let isNamed = tokens[subject.head.lowerBound].isCapitalized && reading.namesPerson(subject.head)
        return tokens[opener].hash == Self.as ? isNamed : isNamed || maySpeak(subject.head)
    }

    /// `Residents who live there said they heard it`: whether the sentence's own verb of speech stands before a cue already.
    private func holdsOtherFrame(_ range: Range<Int>) -> Bool {
        range.contains { index in
            reading.has(index, [.speech, .tell]) && !reading.has(index, [.gerund, .present]) && !tokens[index].isCapitalized
                && !reading.has(index, [.role, .document])
                && !reading.has(index - 1, [.coordinator, .determiner, .possessive, .auxiliary, .preposition])
        }
    }

    /// How many finite verbs stand in a relative clause and behind it, those left out that a conjunction joins or opens another
    /// clause for.
    private func verbs(in range: Range<Int>) -> Int {
        var count = 0
        var isInGroup = false
        for index in range {
            let isFinite = isVerb(index) || clauses.past.contains(tokens[index].hash)
            if isFinite, !isInGroup, !reading.has(index - 1, [.determiner, .possessive, .coordinator]) { count += 1 }
            if !isFinite, reading.has(index, [.relative, .complementizer]) { count -= 1 }
            isInGroup = isFinite && reading.has(index, .auxiliary) || isInGroup && reading.has(index, [.adverb, .negation])
        }
        return count
    }

    /// `A study published in Nature found`: a text before those who have it, printed it or paid for it.
    private func held(before end: Int, from low: Int) -> Source? {
        guard let lexicon = ProvenanceLexicon.of(reading.text.language), low + 1 < end - 2,
            let participle = ((low + 1)..<(end - 2)).last(where: { index in
                lexicon.holding.contains(tokens[index]) && lexicon.holder.contains(tokens[index + 1])
            }),
            ((participle + 2)..<end).allSatisfy({
                reading.isOutside($0) && !reading.isComma($0) && !reading.isBreak($0)
                    && !reading.has($0, [.auxiliary, .subject, .complementizer, .relative, .subordinator])
                    && (!reading.has($0, .verbCue) || tokens[$0].isCapitalized || reading.has($0, [.role, .document]))
            }),
            reading.has(participle - 1, [.document, .collective])
                || SpeakerResolver.utterances.contains(tokens[participle - 1].hash)
                || participle - 1 > low && clauses.indefinite.contains(tokens[participle - 2].hash),
            let source = plain(before: participle, from: low), source.reference == .noun
        else { return nil }
        return extended(source, to: end)
    }

    /// `An official not authorised to speak to the media said`, `An executive who declined to be named because the talks are
    /// private said`: whoever goes unnamed, before the words that say so.
    private func unnamed(before end: Int, from low: Int) -> Source? {
        guard let lexicon = ProvenanceLexicon.of(reading.text.language),
            let place = lexicon.unnaming(in: low..<end, of: reading), place.upperBound <= end, place.lowerBound > low
        else { return nil }
        let between = place.upperBound..<end
        let hasReason = lexicon.opensReason(at: place.upperBound, of: reading)
        guard
            between.allSatisfy({ index in
                reading.isOutside(index) && !reading.isComma(index) && !reading.isColon(index) && !reading.isBreak(index)
                    && (hasReason || reading.words[index].isDisjoint(with: [.auxiliary, .subject, .complementizer]))
            })
        else { return nil }
        // `An official who was not authorised`
        var start = place.lowerBound
        while start > low, reading.isOutside(start - 1), !reading.isComma(start - 1),
            reading.has(start - 1, [.auxiliary, .adverb, .negation]) || reading.has(start - 1, .verbCue)
        {
            start -= 1
        }
        if start > low, isRestrictive(start - 1) { start -= 1 }
        guard start > low, isAntecedent(start - 1), let source = plain(before: start, from: low), source.reference == .noun,
            source.mention.upperBound == start
        else { return nil }
        return extended(source, to: end)
    }

    /// A noun, or `those`: no verb that a clause follows.
    private func isAntecedent(_ index: Int) -> Bool {
        guard reading.isOutside(index), tokens[index].isWord || tokens[index].kind == .number else { return false }
        if clauses.antecedent.contains(tokens[index].hash) || reading.has(index, [.role, .collective, .document]) { return true }
        return reading.words[index].isDisjoint(with: [
            .preposition, .determiner, .possessive, .auxiliary, .adverb, .coordinator, .subject, .verbCue, .narrative, .phraseEnd,
        ])
    }

    /// The verb of the clause, which is not the cue itself.
    private func verb(behind opener: Int, before end: Int) -> Int? {
        var index = opener + 1
        if tokens[opener].hash == Self.whose {
            return (index..<(end - 1)).first { isVerb($0) && $0 > opener + 1 }
        }
        while index < end, reading.has(index, .adverb) || reading.isLyAdverb(index) { index += 1 }
        guard index < end - 1, tokens[index].kind == .word, !tokens[index].isCapitalized,
            reading.words[index].isDisjoint(with: [.determiner, .possessive, .subject, .preposition, .role, .collective])
        else { return nil }
        return tokens[opener].hash != Self.that || isVerb(index) ? index : nil
    }

    private func isVerb(_ index: Int) -> Bool {
        ClauseCutter.isVerb(index, reading, clauses) && !tokens[index].isCapitalized
    }

    /// `people who think the mayor said`: somebody named right behind a verb of thinking may be the subject of a clause.
    private func opensClause(_ verb: Int, before end: Int) -> Bool {
        guard reading.has(verb, .verbCue), let nearest = plain(before: end, from: verb + 1), nearest.head.lowerBound == verb + 1
        else { return false }
        return nearest.reference == .pronoun || reading.namesPerson(nearest.head)
            || nearest.head.contains { reading.has($0, [.role, .collective]) }
    }

    private func isRestrictive(_ index: Int) -> Bool { clauses.restrictive.contains(tokens[index].hash) }

    private var clauses: ClauseLexicon { ClauseLexicon.of(reading.text.language) }

    private static let that = Hash64.folded("that")
    private static let `as` = Hash64.folded("as")
}
