internal import Language
internal import TextCore

/// Nouns of texts in sources and frames: `A report obtained by The Guardian says`, `said in a Truth Social post that`.
extension CueReader {
    /// A source without those who have or ordered what somebody else wrote: `a memo leaked to the Herald`, `a study commissioned by
    /// the port`.
    func withoutHolder(_ source: Attribution.Source?) -> Attribution.Source? {
        guard var source, source.reference == .noun, let lexicon = ProvenanceLexicon.of(reading.text.language),
            let participle = source.head.dropFirst().first(where: { index in
                lexicon.holding.contains(tokens[index]) && index + 1 < tokens.count && lexicon.holder.contains(tokens[index + 1])
                    && isNoun(index - 1)
            })
        else { return source }
        source.head = source.head.lowerBound..<participle
        return source
    }

    private func isNoun(_ index: Int) -> Bool {
        tokens[index].kind == .word
            && reading.words[index].isDisjoint(with: [
                .auxiliary, .adverb, .determiner, .possessive, .preposition, .subject, .coordinator, .relative,
            ])
    }

    /// `in a Truth Social post`, `in his latest report`, `A Facebook post by the port`: a noun for a text that is a verb elsewhere,
    /// behind its article.
    func isNounInPhrase(_ index: Int) -> Bool {
        guard reading.text.language == "en", reading.has(index, .present), !tokens[index].isCapitalized, !isThirdPerson(index),
            reading.has(index, .document) || SpeakerResolver.utterances.contains(tokens[index].hash), endsPhrase(index)
        else { return false }
        var opening = index - 1
        while opening > period.lowerBound, index - opening <= Self.longestModifier, reading.isOutside(opening),
            tokens[opening].kind == .word, tokens[opening].isCapitalized || reading.words[opening].isSubset(of: Self.modifiers)
        {
            opening -= 1
        }
        guard opening >= period.lowerBound, reading.isOutside(opening) else { return false }
        // The singular has no verb in its base form.
        if AsideWords.all.article.contains(tokens[opening].hash) { return true }
        return opensInnerPhrase(opening) && (reading.has(opening, .possessive) || opening == index - 1)
    }

    /// Whether a noun ends its phrase: what stands behind it is no object of a verb, nor a participle.
    private func endsPhrase(_ noun: Int) -> Bool {
        let next = noun + 1
        guard next < period.upperBound, reading.isOutside(next), tokens[next].isWord else { return true }
        return reading.has(next, [.preposition, .complementizer, .auxiliary, .relative, .subject])
            || reading.has(next, .verbCue) && !reading.has(next, .gerund)
    }

    /// Whether an article or possessive stands at a token, behind a preposition that opens no clause.
    func opensInnerPhrase(_ index: Int) -> Bool {
        index > period.lowerBound && reading.isOutside(index) && reading.has(index, [.determiner, .possessive])
            && reading.isOutside(index - 1) && reading.has(index - 1, .preposition) && !reading.has(index - 1, .subordinator)
    }

    /// Adjectives, and verbs in the form of one: `in a written answer`.
    private static let modifiers: WordClass = [.speech, .tell, .attitude, .manner, .present]
    /// How many words may stand between an article and its noun.
    private static let longestModifier = 3

    /// `said in a statement the company would pay`: where a clause without `that` starts behind the phrase of a text or a place.
    func clause(behindPhrase start: Int, _ limit: Int) -> Int? {
        guard reading.text.language == "en", reading.has(start, .preposition) else { return nil }
        var index = start + 2
        while index + 2 < limit, reading.isOutside(index), !reading.isComma(index), !reading.isColon(index) {
            if reading.has(index, [.determiner, .possessive]),
                !reading.has(index - 1, [.preposition, .determiner, .coordinator]),
                reading.words[index - 1].isDisjoint(with: [.auxiliary, .possessive]),
                !SourceFinder.timeNouns.contains(tokens[index + 1].hash), !reading.has(index + 1, .time)
            {
                let verb = ((index + 1)..<min(limit, index + 8)).first { token in
                    !reading.isOutside(token) || reading.isComma(token)
                        || reading.has(token, [.auxiliary, .narrative, .verbCue, .complementizer, .relative])
                }
                if let verb, reading.isOutside(verb), reading.has(verb, [.auxiliary, .narrative]) { return index }
                return nil
            }
            if reading.has(index, [.auxiliary, .complementizer, .subject]) { return nil }
            index += 1
        }
        return nil
    }
}
