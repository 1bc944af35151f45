internal import Language
internal import TextCore

/// Subjects of German clauses: the verb stands second, so its subject stands before or behind it.
extension CueReader {
    /// The subject of the clause of a cue where word order tells: behind the verb when something else comes first; by the
    /// auxiliary when the cue is a participle. Nil where the phrase before the cue is it.
    func germanSubject(of cue: Int, _ cueEnd: Int, _ groupStart: Int, _ low: Int) -> (
        source: Attribution.Source, isInverted: Bool
    )? {
        let start = clauseStart(before: cue)
        if let auxiliary = (start..<cue).last(where: { reading.isOutside($0) && reading.has($0, .auxiliary) }),
            auxiliary < cue - 1,
            isParticiple(cue)
        {
            // `wird Musk wie folgt zitiert`, `In der Meldung hat die Firma bestätigt`
            if !isSubjectFirst(start, before: auxiliary), let found = finder.source(after: auxiliary + 1, before: cue),
                found.reference != .relative
            {
                return (found, false)
            }
            return finder.source(before: auxiliary, from: max(start, low)).map { ($0, false) }
        }
        guard cueEnd < period.upperBound, reading.isOutside(cueEnd), !isParticiple(cue) || tokens[cueEnd].isWord else {
            return nil
        }
        if reading.has(cueEnd, [.masculine, .feminine]) || tokens[cueEnd].hash == Self.one, !reading.has(cueEnd, .possessive) {
            let pronoun = cueEnd..<(cueEnd + 1)
            return (Attribution.Source(mention: pronoun, head: pronoun, reference: .pronoun), true)
        }
        guard start < groupStart, !isSubjectFirst(start, before: cue), let found = inverted(cueEnd) else { return nil }
        return (found, true)
    }

    /// Where the main clause of a cue starts: behind the last span, semicolon or coordinated clause.
    private func clauseStart(before cue: Int) -> Int {
        var start = max(period.lowerBound, cue - SourceFinder.reach)
        if let span = (start..<cue).last(where: { !reading.isOutside($0) || reading.isMark($0, ";") }) { start = span + 1 }
        while start < cue, !tokens[start].isWord || reading.has(start, .coordinator) { start += 1 }
        return start
    }

    /// Whether what stands before a verb can be its subject: no adverb, preposition, subordinate clause or oblique case.
    private func isSubjectFirst(_ start: Int, before verb: Int) -> Bool {
        guard start < verb else { return true }
        if Self.oblique.contains(tokens[start].hash) { return false }
        if reading.has(start, [.masculine, .feminine]) { return true }
        if reading.has(start, [.preposition, .subordinator, .time]) { return false }
        if reading.has(start, .adverb) {
            // `Auch die Kommission kritisierte`: an adverb with the subject behind it.
            guard start + 1 < verb, tokens[start + 1].isWord, Self.focus.contains(tokens[start].hash) else { return false }
            return isSubjectFirst(start + 1, before: verb)
        }
        return true
    }

    /// Whether a cue is a participle or ends a clause with the auxiliary before it.
    private func isParticiple(_ cue: Int) -> Bool {
        let bytes = reading.text.text.bytes[tokens[cue].range]
        guard bytes.last == UInt8(ascii: "t") || bytes.suffix(2).elementsEqual("en".utf8) else { return false }
        return !bytes.suffix(2).elementsEqual("te".utf8)
    }

    private static let oblique = Set(
        ["dem", "den", "des", "einem", "einen", "eines", "seinem", "seinen", "ihrem", "ihren", "wie", "mit", "als"].map {
            Hash64.folded($0)
        }
    )
    private static let focus = Set(["auch", "selbst", "ebenfalls"].map { Hash64.folded($0) })
    private static let one = Hash64.folded("man")
}
