internal import TextCore

/// Votes and scores: "218 to 212", "97 deputies voted for", "et 210 contre".
extension FigureScanner {
    func ratioRole(_ draft: Draft, _ sentence: Range<Int>) -> Figure.Role {
        let front = max(sentence.lowerBound, draft.tokens.lowerBound - 12)..<draft.tokens.lowerBound
        let back = draft.tokens.upperBound..<min(sentence.upperBound, draft.tokens.upperBound + 8)
        // "7 votes to 2": the word stands inside.
        if draft.tokens.contains(where: { roles.votes.contains(tokens[$0].hash) }) { return .vote }
        // "defeated by 312 to 298, with 20 abstentions"
        if back.contains(where: { roles.voteNouns.contains(tokens[$0].hash) }) { return .vote }
        for distance in 1...12 {
            for index in [draft.tokens.lowerBound - distance, draft.tokens.upperBound + distance - 1]
            where front.contains(index) || back.contains(index) {
                if roles.votes.contains(tokens[index].hash) { return .vote }
                if roles.scores.contains(tokens[index].hash) { return .score }
            }
        }
        return .value
    }

    /// "218 in favor and 212 against", "with 3 abstentions", "97 députés ont voté pour".
    func isSideOfVote(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        guard draft.unit == .count else { return false }
        if let head = draft.countedHead {
            return roles.voteNouns.contains(tokens[head].hash) || areVoters(draft, sentence)
        }
        let at = draft.tokens.upperBound
        if let side = roles.sides.longestMatch(in: tokens, at: at, limit: sentence.upperBound) {
            return !isRate(draft, before: side.endIndex, sentence)
        }
        return areVoters(draft, sentence) || isOtherSide(draft, sentence)
    }

    /// "at 92.5 against the dollar": what a currency is worth; votes are whole, and against no money.
    private func isRate(_ draft: Draft, before index: Int, _ sentence: Range<Int>) -> Bool {
        if draft.value != draft.value.rounded(.down) { return true }
        return (index..<min(sentence.upperBound, index + Self.currencyReach)).contains {
            lexicon.currencies[tokens[$0].hash] != nil
        }
    }

    /// "the US dollar"
    private static let currencyReach = 3

    /// Whether a verb of voters stands behind a figure and what it counts, with the way they vote; or, as in Russian, in front.
    private func areVoters(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let front = draft.tokens.lowerBound - 1
        if lexicon.language == "ru", front >= sentence.lowerBound, roles.voting.contains(tokens[front].hash) { return true }
        var at = behind(draft)
        let limit = min(sentence.upperBound, at + Self.verbReach)
        while at < limit, tokens[at].kind == .word || tokens[at].kind == .clitic {
            if roles.voting.contains(tokens[at].hash) {
                let next = (at + 1)..<min(sentence.upperBound, at + 1 + Self.standReach)
                return next.contains { roles.stands.contains(tokens[$0].hash) }
            }
            guard context.flags[at].contains(.function) else { return false }
            at += 1
        }
        return false
    }

    /// "…, et 210 contre", "…, против 12": a bare figure beside the way of the vote that its sentence told before.
    private func isOtherSide(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        var front = draft.tokens.lowerBound - 1
        // "против — 12"
        if front > sentence.lowerBound, tokens[front].kind == .dash { front -= 1 }
        let beside = [front, draft.tokens.upperBound]
        guard beside.contains(where: { sentence.contains($0) && roles.stands.contains(tokens[$0].hash) }) else { return false }
        let told = max(sentence.lowerBound, draft.tokens.lowerBound - Self.voteReach)..<draft.tokens.lowerBound
        return told.contains { roles.voting.contains(tokens[$0].hash) || roles.voteNouns.contains(tokens[$0].hash) }
    }

    /// How many words stand between voters and their verb, between the verb and which way they vote, and between two sides.
    private static let verbReach = 3
    private static let standReach = 3
    private static let voteReach = 14
}
