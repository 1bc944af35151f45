internal import Language
internal import TextCore

/// English clauses of manner: `As the mayor noted, …`, `…, as Ida Moss told the Herald`, `…, as reported by the Herald`.
extension CueReader {
    /// How many words may stand between a cue and the comma or the end behind it: `on Monday`, `in an open letter`.
    private static let longestAdverbial = 8

    func englishMannerClause(of cue: Int, _ cueEnd: Int) -> Attribution? {
        // `said`, `pointed out`
        guard reading.text.language == "en", cueEnd <= cue + 2, reading.has(cue, [.speech, .tell]), !reading.has(cue, .gerund),
            !tokens[cue].isCapitalized, let (opener, source) = sourceBehindAs(cue, cueEnd)
        else { return nil }
        var attribution = Attribution(
            cue: cue..<cueEnd,
            word: reading.words[cue],
            source: source,
            frame: opener..<max(cueEnd, source.mention.upperBound),
            isMarked: true
        )
        guard let end = adverbialEnd(behindManner: attribution.frame.upperBound, isTold: reading.has(cue, .tell)) else {
            return nil
        }
        let isOpening = (period.lowerBound..<opener).allSatisfy {
            reading.isOutside($0) && (!tokens[$0].isWord || reading.has($0, [.coordinator, .adverb]))
        }
        if isOpening {
            guard end + 1 < period.upperBound, reading.isComma(end), !isFramed((end + 1)..<period.upperBound) else { return nil }
            attribution.right = (end + 1)..<period.upperBound
            return attribution
        }
        // `He smiled as she said goodbye`: at the same time.
        guard opener > period.lowerBound,
            !reading.isOutside(opener - 1) || reading.isComma(opener - 1) || reading.isBreak(opener - 1) || isReported(cue)
        else { return nil }
        let isParted = reading.isOutside(opener - 1) && !tokens[opener - 1].isWord
        let left = period.lowerBound..<(isParted ? opener - 1 : opener)
        guard isContent(left) else { return nil }
        attribution.left = left
        if end + 2 < period.upperBound, reading.isComma(end) {
            attribution.right = (end + 1)..<period.upperBound
            attribution.isSplit = true
        }
        return attribution
    }

    /// `As the Herald reported, the rule would “keep the peace,” a spokesman said.`: whether quoted words have a frame of their own
    /// behind them.
    private func isFramed(_ content: Range<Int>) -> Bool {
        guard let last = content.last(where: { !reading.isOutside($0) }) else { return false }
        return (last + 1..<content.upperBound).contains { reading.has($0, [.speech, .tell]) }
    }

    /// `…, as reported by the Herald`: whether a participle stands between “as” and “by”. Without a comma, “the laws as written by
    /// the council” tells which.
    func isReported(_ cue: Int) -> Bool {
        guard reading.text.language == "en", cue > period.lowerBound, cue + 1 < period.upperBound, reading.isOutside(cue - 1),
            tokens[cue - 1].hash == Self.as, tokens[cue + 1].hash == Self.by
        else { return false }
        let before = cue - 2
        return before < period.lowerBound || !reading.isOutside(before) || reading.isComma(before) || reading.isBreak(before)
    }

    /// `As Moss said the last words, the lights went out.`: a sentence opens with what happened at the same time.
    func isClauseOfTime(_ cue: Int, _ cueEnd: Int) -> Bool {
        reading.text.language == "en" && reading.has(cue, [.speech, .tell]) && tokens[period.lowerBound].hash == Self.as
            && cueEnd < period.upperBound
            && reading.isOutside(cueEnd) && reading.has(cueEnd, [.determiner, .possessive])
            && sourceBehindAs(cue, cueEnd)?.opener == period.lowerBound
    }

    /// The “as” that opens the clause of a cue, and whoever says it.
    private func sourceBehindAs(_ cue: Int, _ cueEnd: Int) -> (opener: Int, source: Attribution.Source)? {
        // `as reported by the Herald`
        if cue > period.lowerBound, reading.isOutside(cue - 1), tokens[cue - 1].hash == Self.as {
            guard cueEnd < period.upperBound, tokens[cueEnd].hash == Self.by,
                let source = finder.source(after: cueEnd + 1, before: period.upperBound)
            else { return nil }
            return (cue - 1, source)
        }
        let group = verbGroup(before: cue)
        guard !group.isPassive, !group.isInfinitive,
            let opener = (max(period.lowerBound, group.start - SourceFinder.reach / 2)..<group.start).last(where: {
                reading.isOutside($0) && tokens[$0].hash == Self.as
            }), opener + 1 < group.start, let source = finder.source(before: group.start, from: opener + 1),
            source.reference != .relative,
            source.mention.lowerBound == opener + 1 || isHandle(source.mention.lowerBound, behind: opener)
        else { return nil }
        return (opener, source)
    }

    /// `As one reader @oldquay noted`: a user's name behind an @ and what the user is.
    private func isHandle(_ start: Int, behind opener: Int) -> Bool {
        start - 1 > opener && reading.isMark(start - 1, "@")
            && ((opener + 1)..<(start - 1)).allSatisfy {
                reading.isOutside($0) && reading.words[$0].isDisjoint(with: [.auxiliary, .verbCue, .subject, .complementizer])
            }
    }

    /// The comma, or the end of the sentence, behind a clause of manner and its adverbial; nil where the verb has an object.
    private func adverbialEnd(behindManner start: Int, isTold: Bool) -> Int? {
        var index = start
        var words = 0
        while index < period.upperBound, reading.isOutside(index), !reading.isComma(index), !reading.isBreak(index),
            tokens[index].kind != .terminator || !reading.endsSentence[index]
        {
            if reading.has(index, [.complementizer, .auxiliary, .subject]) || words >= Self.longestAdverbial { return nil }
            if tokens[index].isWord || tokens[index].kind == .number { words += 1 }
            index += 1
        }
        guard index == start || isTold || reading.has(start, [.time, .preposition]) || reading.has(start, .adverb) else {
            return nil
        }
        return index < period.upperBound && !reading.isOutside(index) ? nil : index
    }

    private static let `as` = Hash64.folded("as")
}
