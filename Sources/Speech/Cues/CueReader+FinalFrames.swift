internal import Language
internal import TextCore

/// Frames at the end of their sentence: `The agency called for new rules after the crash, officials said.`
extension CueReader {
    /// Gives a frame behind the last comma of its sentence all that stands before it. What the sentence itself tells of wishes,
    /// calls and findings is a part of what is retold.
    func widenFinalFrame(_ found: inout [Attribution]) {
        guard reading.text.language == "en", found.count > 1, let final = found.last, let left = final.left, isFinal(final),
            let source = final.source, source.reference != .relative, !hasSpan(left),
            !reading.has(source.mention.upperBound - 1, [.preposition, .subordinator])
        else { return }
        var start = period.lowerBound
        var first = 0
        for (index, earlier) in found.enumerated().dropLast() where earlier.left != nil || earlier.isSplit {
            (start, first) = (earlier.frame.upperBound, index + 1)
        }
        // `Moss said the pier was safe, but it would close, Lund added`: a clause of its own.
        if let other = found[first...].dropLast().last?.frame.upperBound, other <= left.upperBound,
            (other..<left.upperBound).contains(where: opensOtherClause)
        {
            return
        }
        while start < left.upperBound, !tokens[start].isWord, tokens[start].kind != .number { start += 1 }
        guard start < left.lowerBound, !hasSpan(start..<left.lowerBound), isContent(start..<left.upperBound) else { return }
        found[found.count - 1].left = start..<left.upperBound
        found.removeAll { inner in
            inner.frame.upperBound <= left.upperBound && inner.frame.lowerBound >= start && !inner.isMarked
        }
    }

    /// Whether nothing but a time, a place or an addressee stands between a frame and the end of its sentence, and a comma
    /// before it.
    private func isFinal(_ attribution: Attribution) -> Bool {
        let frame = attribution.frame
        guard attribution.right == nil, !attribution.isSplit, !attribution.isPending, frame.lowerBound > period.lowerBound,
            !attribution.word.isDisjoint(with: [.speech, .tell]), !attribution.word.contains(.gerund),
            attribution.left?.upperBound == frame.lowerBound - 1, reading.isComma(frame.lowerBound - 1)
        else { return false }
        guard attribution.word.contains(.tell) || endsFrame(frame.upperBound) else { return false }
        return (frame.upperBound..<period.upperBound).allSatisfy {
            reading.isOutside($0) && !reading.isComma($0) && reading.words[$0].isDisjoint(with: [.complementizer, .relative])
        }
    }

    private func opensOtherClause(_ index: Int) -> Bool {
        reading.isOutside(index) && reading.isComma(index) && index + 1 < period.upperBound
            && reading.has(index + 1, .coordinator) && tokens[index + 1].hash != Self.or
    }

    private static let or = Hash64.folded("or")
}
