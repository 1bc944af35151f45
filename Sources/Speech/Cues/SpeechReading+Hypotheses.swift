internal import Language
internal import TextCore

/// Whether words were said at all.
extension SpeechReading {
    /// `Moss may say that …`, `if she says that …`: retold words that are only supposed to be said.
    func isHypothetical(_ draft: Draft) -> Bool {
        guard draft.kind != .direct, let cue = draft.cue?.lowerBound, let number = text.sentence(ofToken: cue) else {
            return false
        }
        return CueReader(self, period: text.sentences[number].tokens).isHypothetical(cue)
    }

    /// An attitude with the source that it has: none where nobody is said to say something, and where somebody was asked.
    func owned(_ attitude: AttitudeDraft) -> AttitudeDraft? {
        if attitude.source == nil, isTerm(attitude.content) || isNaming(attitude.cue) { return nil }
        var attitude = attitude
        if attitude.type == .assertion, isTopic(attitude) { attitude.type = .topic }
        guard let source = attitude.source, let number = text.sentence(ofToken: attitude.cue.lowerBound) else { return attitude }
        let cues = CueReader(self, period: text.sentences[number].tokens)
        if cues.isNobody(source) {
            if attitude.type == .assertion { return nil }
            attitude.source = nil
        }
        // `She did not say that …`: no assertion of hers.
        let cue = attitude.cue.lowerBound
        if attitude.type == .assertion, cues.isWithheld(cue, cues.verbGroup(before: cue).start) || cues.isHypothetical(cue) {
            attitude.type = .eventuality
        }
        // `Asked whether the port would close, Moss said no`: she did not ask.
        if attitude.cue.lowerBound == cues.period.lowerBound, source.mention.lowerBound > attitude.cue.lowerBound,
            tokens[attitude.cue.lowerBound].hash == Self.asked
        {
            attitude.source = nil
        }
        return attitude
    }

    /// `discussed the plan`, `thanked him`, `wrote a book`: whether what was spoken of or written stands behind a verb, and nothing
    /// that was said.
    private func isTopic(_ attitude: AttitudeDraft) -> Bool {
        let (cue, content) = (tokens[attitude.cue.lowerBound].hash, attitude.content)
        if content.count == 1, AttitudeLexicon.objects.contains(tokens[content.lowerBound].hash) { return true }
        if content.contains(where: { has($0, [.auxiliary, .complementizer, .narrative]) || text.syntax?.tags[$0].isVerb == true })
        {
            return false
        }
        return AttitudeLexicon.topics.contains(cue)
            || AttitudeLexicon.writing.contains(cue) && content.contains { AttitudeLexicon.works.contains(tokens[$0].hash) }
    }

    private static let asked = Hash64.folded("asked")

    /// `The phone is called a “burner”`: whether a cue names something by a term behind it.
    private func isNaming(_ cue: Range<Int>) -> Bool {
        AsideWords.all.calling.contains(tokens[cue.lowerBound].hash)
            && (cue.upperBound..<min(tokens.count, cue.upperBound + 3)).contains { isInAside[$0] }
    }

    /// `A “green corridor” was promised`: whether content is no more than a word at arm's length. Without a source, nobody
    /// thinks anything of it.
    private func isTerm(_ content: Range<Int>) -> Bool {
        content.contains { isInAside[$0] } && content.allSatisfy { isInAside[$0] || has($0, .determiner) }
    }
}
