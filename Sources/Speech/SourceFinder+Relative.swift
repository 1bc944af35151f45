internal import Language
internal import TextCore

/// Sources with a relative clause that no comma parts from them: `A man who saw the crash said`.
extension SourceFinder {
    /// The phrase that such a clause right before token `end` belongs to, the clause in its mention; nil without one.
    func antecedent(before end: Int, from low: Int) -> Source? {
        guard let opener = restrictiveRelative(before: end, from: max(low, end - Self.reach)),
            isAntecedent(opener - 1), let verb = verb(behind: opener, before: end), !opensClause(verb, before: end),
            let source = plain(before: opener, from: low), source.reference == .noun,
            reading.words[end - 1].isDisjoint(with: [.determiner, .possessive, .preposition])
        else { return nil }
        // `the program that was cut under pressure from civil liberties groups say`: those who can speak are nearer.
        if !maySpeak(source.head), let nearest = plain(before: end, from: opener + 1), maySpeak(nearest.head) { return nil }
        return extended(source, to: end)
    }

    private func maySpeak(_ head: Range<Int>) -> Bool {
        reading.namesPerson(head)
            || head.contains { reading.has($0, [.role, .collective, .document]) || Self.those.contains(tokens[$0].hash) }
    }

    /// Whether a source's mention holds such a clause.
    func hasRestrictiveRelative(_ source: Source) -> Bool {
        let opener = source.head.upperBound
        return source.mention.contains(opener) && isRestrictive(opener)
    }

    /// The nearest `who` with nothing between it and the cue that ends a clause.
    private func restrictiveRelative(before end: Int, from low: Int) -> Int? {
        guard Self.restrictive[reading.text.language] != nil else { return nil }
        var index = end - 2
        while index > low {
            guard reading.isOutside(index), !reading.isComma(index), !reading.isColon(index), !reading.isBreak(index),
                tokens[index].kind != .terminator, !reading.isMark(index, ";")
            else { return nil }
            if isRestrictive(index) { return index }
            if reading.has(index, [.complementizer, .subordinator]), !reading.has(index, .preposition) { return nil }
            index -= 1
        }
        return nil
    }

    /// A noun, or `those`: no verb that a clause follows.
    private func isAntecedent(_ index: Int) -> Bool {
        guard reading.isOutside(index), tokens[index].isWord || tokens[index].kind == .number else { return false }
        if Self.those.contains(tokens[index].hash) || reading.has(index, [.role, .collective, .document]) { return true }
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
        ClauseCutter.isVerb(index, reading, ClauseLexicon.of(reading.text.language)) && !tokens[index].isCapitalized
    }

    /// `people who think the mayor said`: somebody named right behind a verb of thinking may be the subject of a clause.
    private func opensClause(_ verb: Int, before end: Int) -> Bool {
        guard reading.has(verb, .verbCue), let nearest = plain(before: end, from: verb + 1), nearest.head.lowerBound == verb + 1
        else { return false }
        return nearest.reference == .pronoun || reading.namesPerson(nearest.head)
            || nearest.head.contains { reading.has($0, [.role, .collective]) }
    }

    private func isRestrictive(_ index: Int) -> Bool {
        Self.restrictive[reading.text.language]?.contains(tokens[index].hash) == true
    }

    private static let that = Hash64.folded("that")
    private static let restrictive: [String: Set<UInt64>] = ["en": ["who", "whose", "that"], "fr": ["qui"], "es": ["que"]]
        .mapValues { Set($0.map { Hash64.folded($0) }) }
    private static let those = Set(["those", "anyone", "everyone", "someone", "somebody", "one"].map { Hash64.folded($0) })
}
