internal import Language
internal import TextCore

/// What somebody wants or does, told in another's words: `Germany supports “a two-state solution,” Wadephul said.`
extension CueReader {
    /// Gives a frame behind the last comma of its sentence all that stands before it, where the sentence itself tells what
    /// somebody supports, wants or rejects: the marked words are those of whoever the frame names.
    func giveStancesToFinalFrame(_ found: inout [Attribution]) {
        guard reading.text.language == "en", found.count > 1, let final = found.last, let left = final.left,
            closesSentence(final)
        else { return }
        let framed = found.dropLast().lastIndex { $0.left != nil || $0.isSplit }
        let first = framed.map { $0 + 1 } ?? 0
        let stances = found[first..<(found.count - 1)]
        guard !stances.isEmpty, stances.allSatisfy({ isStance($0, before: left.upperBound) }) else { return }
        var start = framed.map { found[$0].frame.upperBound } ?? period.lowerBound
        while start < left.upperBound, reading.isOutside(start), !tokens[start].isWord, tokens[start].kind != .number {
            start += 1
        }
        guard start < left.lowerBound, !hasSpan(start..<stances[first].frame.lowerBound) else { return }
        found[found.count - 1].left = start..<left.upperBound
        found.removeSubrange(first..<(found.count - 1))
    }

    /// Whether a frame of somebody other than an outlet, behind a comma or marked words, closes its sentence: nothing but a time, a
    /// place or an addressee stands behind it.
    private func closesSentence(_ attribution: Attribution) -> Bool {
        let frame = attribution.frame
        guard attribution.right == nil, !attribution.isSplit, !attribution.isPending, !attribution.isPassive,
            !attribution.word.isDisjoint(with: [.speech, .tell]), !attribution.word.contains(.gerund),
            let source = attribution.source, source.reference != .relative, !namesOutlet(source),
            let left = attribution.left, frame.lowerBound - left.upperBound <= 1,
            attribution.word.contains(.tell) || endsFrame(frame.upperBound)
        else { return false }
        return (frame.upperBound..<period.upperBound).allSatisfy {
            reading.isOutside($0) && !reading.isComma($0) && reading.words[$0].isDisjoint(with: [.complementizer, .relative])
        }
    }

    /// Whether a predicate tells what its subject wants or does, with marked words behind it that are no name for anything.
    private func isStance(_ attribution: Attribution, before end: Int) -> Bool {
        guard let right = attribution.right, attribution.left == nil, !attribution.isPassive,
            let source = attribution.source, source.reference != .relative,
            source.mention.upperBound <= attribution.cue.lowerBound, attribution.cue.upperBound <= end,
            attribution.word.isDisjoint(with: [.source, .sourceAfter, .naming]),
            !attribution.word.contains(.gerund) || reading.has(attribution.cue.lowerBound - 1, [.auxiliary, .adverb]),
            attribution.word.isDisjoint(with: [.speech, .tell]) || attribution.word.contains(.stance),
            !MarkWords.english.naming.contains(tokens[attribution.cue.lowerBound].hash),
            let span = right.first(where: { !reading.isOutside($0) })
        else { return false }
        // `Moss scolded him: “We know better,” she said`: a frame of its own.
        if reading.isColon(span - 1) { return false }
        // `dismissed it as “a joke,” he said`: what somebody calls it.
        return !(max(right.lowerBound, span - 2)..<span).contains { reading.isOutside($0) && tokens[$0].hash == Self.asWord }
    }

    /// Whether an outlet tells it: `Russia wants “a lasting peace,” TASS reported.`
    private func namesOutlet(_ source: Attribution.Source) -> Bool {
        ProvenanceLexicon.of(reading.text.language).map { lexicon in
            source.head.contains { lexicon.outlet.contains(tokens[$0]) }
        } ?? false
    }

    private static let asWord = Hash64.folded("as")
}
