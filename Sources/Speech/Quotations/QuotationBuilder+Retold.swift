internal import Language
internal import TextCore

/// Words without marks: whether they are retold speech, and those that a frame parts.
extension QuotationBuilder {
    /// Whether content without marks is retold speech for certain enough.
    func isIndirect(_ region: Range<Int>, _ attribution: Attribution, isLeft: Bool) -> Bool {
        let words = reading.wordCount(region, limit: 4)
        // `Asked whether the port would close, Moss said no.`
        if words == 1, !isLeft, attribution.source != nil, attribution.word.contains(.speech),
            region.contains(where: { Self.answers.contains(reading.tokens[$0].hash) })
        {
            return true
        }
        // `отрицал, что лгал`: a verb alone is a clause.
        let isClause = !isLeft && attribution.isMarked && ["ru", "uk"].contains(reading.text.language)
        guard words >= (isClause ? 1 : 2), attribution.source != nil || attribution.isMarked else { return false }
        if attribution.word.contains(.source) { return words >= (reading.text.language == "en" ? 3 : 2) }
        if isLeft {
            return !attribution.word.isDisjoint(with: [.speech, .tell])
                && (words >= CueReader.fewestBefore(reading.text.language) || attribution.right != nil)
        }
        // `The talk began: the board …`: manner is speech only before words.
        if attribution.word.isDisjoint(with: [.speech, .tell, .attitude, .source]), region.lowerBound > 0,
            reading.isColon(region.lowerBound - 1)
        {
            return false
        }
        // `cried when the teacher told her`: when somebody did it, not what he said.
        if reading.text.language == "en", reading.has(region.lowerBound, .subordinator),
            !reading.has(region.lowerBound, .complementizer),
            !Self.saying.contains(reading.tokens[attribution.cue.lowerBound].hash)
        {
            return false
        }
        if attribution.isMarked { return true }
        if Self.acts.contains(reading.tokens[attribution.cue.lowerBound].hash), attribution.source != nil,
            Self.calls.contains(reading.tokens[attribution.cue.lowerBound].hash)
                ? attribution.cue.count > 1
                : region.contains(where: { Self.links.contains(reading.tokens[$0].hash) })
        {
            return words >= 3
        }
        if isToldClause(region, attribution) { return true }
        guard attribution.word.contains(.speech) else { return false }
        if Self.transitive.contains(reading.tokens[attribution.cue.lowerBound].hash),
            !region.prefix(6).contains(where: { reading.has($0, [.auxiliary, .subject]) })
        {
            return false
        }
        if Self.saying.contains(reading.tokens[attribution.cue.lowerBound].hash), words >= 4,
            !reading.has(region.lowerBound, [.preposition, .time])
        {
            return true
        }
        return region.prefix(15).contains { reading.has($0, [.auxiliary, .subject]) }
    }

    /// `told the council he would quit`: whether a clause stands behind the one who is told.
    private func isToldClause(_ region: Range<Int>, _ attribution: Attribution) -> Bool {
        let start = region.lowerBound
        guard reading.text.language == "en", attribution.word.contains(.tell), attribution.source != nil,
            start > attribution.cue.upperBound, reading.has(start, [.subject, .determiner]), !reading.has(start, .relative),
            // `told the crowd about the “love” he feels`: what it was about is no clause.
            (attribution.cue.upperBound..<start).allSatisfy({ ![CueReader.to, Self.about].contains(reading.tokens[$0].hash) })
        else { return false }
        let verb = region.dropFirst().prefix(12).first {
            reading.has($0, [.auxiliary, .narrative, .relative, .subordinator, .complementizer])
        }
        return verb.map { reading.has($0, [.auxiliary, .narrative]) && !reading.has($0, .relative) } ?? false
    }

    /// `accused the board of delay`, `called on the port to close`: what is said stands in a phrase.
    private static let calls = Set(["call", "calls", "called"].map { Hash64.folded($0) })
    private static let acts = calls.union(
        ["accuse", "accuses", "accused", "blame", "blames", "blamed", "blasted", "criticized", "criticised"].map {
            Hash64.folded($0)
        }
    )
    private static let about = Hash64.folded("about")
    private static let links = Set(["of", "for", "on"].map { Hash64.folded($0) })

    /// Verbs that take things as well as words: without a sign of content, a noun phrase behind them is a thing.
    static let transitive = Set(
        [
            "add", "adds", "added", "adding", "answer", "answers", "answered", "answering", "post", "posts", "posted", "posting",
            "repeat", "repeats", "repeated", "repeating", "text", "texted", "email", "emailed", "type", "typed", "read", "reads",
            "reading",
        ].map { Hash64.folded($0) }
    )

    private static let answers = Set(
        ["yes", "no", "oui", "non", "ja", "nein", "sí", "да", "нет", "так", "ні"].map { Hash64.folded($0) }
    )

    /// "say" needs no other sign that a clause follows.
    private static let saying = Set(["say", "says", "said", "dit", "sagt", "sagte", "dijo"].map { Hash64.folded($0) })

    /// `The pier, she said, was older`: retold words on both sides of a frame are one quotation. The last two drafts are the two.
    mutating func joinRetold(around attribution: Attribution, _ spans: [Int]) {
        let (first, second) = (drafts.count - 2, drafts.count - 1)
        guard first >= 0, drafts[first].kind != .direct, drafts[second].kind != .direct,
            drafts[first].cue == attribution.cue, drafts[second].cue == attribution.cue,
            let end = drafts[first].contents.last, let start = drafts[second].contents.first,
            end.upperBound <= attribution.frame.lowerBound, attribution.frame.upperBound <= start.lowerBound,
            drafts[first].section == drafts[second].section, !reading.isColon(start.lowerBound - 1)
        else { return }
        let joined = drafts.removeLast()
        drafts[first].contents += joined.contents
        if joined.kind == .mixed { drafts[first].kind = .mixed }
        drafts[first].span = drafts[first].span ?? joined.span
        for span in spans where draftOfSpan[span] == second { draftOfSpan[span] = first }
        for span in spans where holderOfSpan[span] == second { holderOfSpan[span] = first }
        latest = first
    }
}
