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
        if isAchievement(attitude) || isCustom(attitude) || isOccasion(attitude) { return nil }
        if let number = text.sentence(ofToken: attitude.cue.lowerBound),
            isPutToSource(attitude, in: text.sentences[number].tokens)
        {
            attitude.source = nil
        }
        if attitude.type == .assertion, isTopic(attitude) { attitude.type = .topic }
        guard let source = attitude.source, let number = text.sentence(ofToken: attitude.cue.lowerBound) else { return attitude }
        let cues = CueReader(self, period: text.sentences[number].tokens)
        if cues.isNobody(source) {
            if attitude.type == .assertion { return nil }
            attitude.source = nil
        }
        // `She did not say that …`: no assertion of hers.
        let cue = attitude.cue.lowerBound
        let group = cues.verbGroup(before: cue)
        if attitude.type == .assertion,
            cues.isWithheld(cue, group.start) || cues.isRefusal(cue) || isUndenied(cue, group.start) || cues.isHypothetical(cue)
        {
            attitude.type = .eventuality
        }
        return attitude
    }

    /// `Asked whether the port would close, Moss said no`, `When asked about the port, she smiled`: a question that was put to
    /// whoever the sentence is about; by whom, it does not say.
    private func isPutToSource(_ attitude: AttitudeDraft, in period: Range<Int>) -> Bool {
        let cue = attitude.cue.lowerBound
        guard tokens[cue].hash == Self.asked, let source = attitude.source else { return false }
        if cue == period.lowerBound { return source.mention.lowerBound > cue }
        return isOutside(cue - 1) && has(cue - 1, .subordinator)
    }

    /// `did not deny the report`: what somebody does not deny he has not said either.
    private func isUndenied(_ cue: Int, _ groupStart: Int) -> Bool {
        AttitudeLexicon.denying.contains(tokens[cue].hash)
            && (groupStart..<cue).contains { isOutside($0) && has($0, .negation) }
    }

    /// `posted record revenue`, `posted a 3-1 win`: what somebody posts is what he writes only where it is a text or a picture.
    private func isAchievement(_ attitude: AttitudeDraft) -> Bool {
        guard AttitudeLexicon.posting.contains(tokens[attitude.cue.lowerBound].hash), !isClause(attitude.content) else {
            return false
        }
        return !attitude.content.contains {
            AttitudeLexicon.works.contains(tokens[$0].hash) || has($0, .document) || isInAside[$0]
                || SpeakerResolver.utterances.contains(tokens[$0].hash)
        }
    }

    /// `calls itself the “Fearless”`, `Residents call the valley “the Bowl”`: a name that marks set off.
    private func isCustom(_ attitude: AttitudeDraft) -> Bool {
        guard MarkWords.english.naming.contains(tokens[attitude.cue.lowerBound].hash) else { return false }
        return spans(in: attitude.content).contains { isInAside[$0.tokens.lowerBound] && Aside.isCalledByCustom($0, in: self) }
    }

    /// The spans that open in a range. O(log *n*) and those spans.
    private func spans(in range: Range<Int>) -> ArraySlice<MarkedSpan> {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return spans[low...].prefix { $0.tokens.lowerBound < range.upperBound }
    }

    /// `said in a statement on its website`: the noun for an occasion governs nothing that anybody said.
    private func isOccasion(_ attitude: AttitudeDraft) -> Bool {
        let noun = attitude.cue.lowerBound
        guard attitude.source == nil, SpeakerResolver.utterances.contains(tokens[noun].hash) else { return false }
        return (max(0, noun - 3)..<noun).contains { isOutside($0) && opensOccasion($0, before: noun + 1) }
    }

    /// Whether content has a verb that rules or the grammar know.
    private func isClause(_ content: Range<Int>) -> Bool {
        content.contains { has($0, [.auxiliary, .complementizer, .narrative]) || text.syntax?.tags[$0].isVerb == true }
    }

    /// `discussed the plan`, `thanked him`, `wrote a book`: whether what was spoken of or written stands behind a verb, and nothing
    /// that was said.
    private func isTopic(_ attitude: AttitudeDraft) -> Bool {
        let (cue, content) = (tokens[attitude.cue.lowerBound].hash, attitude.content)
        if content.count == 1, AttitudeLexicon.objects.contains(tokens[content.lowerBound].hash) { return true }
        // `Asked about the plan`: whatever was asked, nobody says so.
        if cue == Self.asked, attitude.source == nil { return true }
        if isClause(content) { return false }
        return AttitudeLexicon.topics.contains(cue) && !content.contains { tokens[$0].hash == Self.asWord }
            || AttitudeLexicon.writing.contains(cue) && content.contains { AttitudeLexicon.works.contains(tokens[$0].hash) }
    }

    private static let asked = Hash64.folded("asked")
    private static let asWord = Hash64.folded("as")

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
