internal import Language
internal import TextCore

/// Tells phrases that name somebody from what was taken for a source by mistake: less is said, then, instead of nonsense.
extension SpeakerResolver {
    /// Whether a phrase, in English, names nobody: a clause, a lone noun without an article, the end of something else.
    func isJunk(_ head: Range<Int>) -> Bool {
        guard reading.text.language == "en", let first = head.first, let last = head.last else { return false }
        if reading.has(first, .auxiliary) || Self.verbs.contains(reading.tokens[first].hash) { return true }
        if reading.has(last, [.preposition, .subordinator, .complementizer, .auxiliary]), !reading.tokens[last].isCapitalized {
            return true
        }
        if isClause(head) { return true }
        let isKnown = head.contains { reading.has($0, [.role, .collective, .document]) } || !names(in: head).isEmpty
        if isKnown { return false }
        // `camera`, `colorful`: one small word that is no plural.
        if head.count == 1, !reading.tokens[first].isCapitalized, reading.tokens[first].kind == .word,
            !Self.anybody.contains(reading.tokens[first].hash)
        {
            let bytes = reading.text.text.bytes[reading.tokens[first].range]
            let isBehindArticle = first > 0 && reading.has(first - 1, [.determiner, .possessive])
            return bytes.last != UInt8(ascii: "s") && !isBehindArticle
        }
        // `placed on motivating voters`: a participle that goes on before a noun phrase of its own.
        return !reading.tokens[first].isCapitalized && isParticiple(first) && head.count > 1
            && reading.has(first + 1, [.preposition, .adverb])
    }

    /// `One Republican threatened to make Kadzik`, `several staffers received partial immunity`: a verb with its object.
    private func isClause(_ head: Range<Int>) -> Bool {
        guard head.count >= 4 else { return false }
        for index in (head.lowerBound + 1)..<(head.upperBound - 1) {
            guard isParticiple(index), !reading.tokens[index].isCapitalized, !Self.calling.contains(reading.tokens[index].hash),
                !reading.has(index - 1, [.determiner, .possessive, .adverb, .preposition]), reading.tokens[index - 1].isWord
            else { continue }
            let next = index + 1
            if reading.has(next, [.determiner, .possessive]) || reading.tokens[next].hash == CueReader.to
                || reading.tokens[next].kind == .number
            {
                return true
            }
        }
        return false
    }

    private func isParticiple(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        guard token.kind == .word, token.range.count > 4 else { return false }
        return reading.text.text.bytes[token.range].suffix(2).elementsEqual("ed".utf8)
    }

    private static let verbs = Set(["let", "please", "make", "see", "say", "keep", "get"].map { Hash64.folded($0) })
    private static let calling = Set(["named", "called", "identified"].map { Hash64.folded($0) })
    private static let anybody = Set(
        [
            "someone", "everyone", "anyone", "somebody", "everybody", "anybody", "nobody", "whoever", "management", "counsel",
            "staff", "leadership", "people", "many", "some", "others", "most", "few", "one", "defense", "prosecution",
        ].map { Hash64.folded($0) }
    )
}
