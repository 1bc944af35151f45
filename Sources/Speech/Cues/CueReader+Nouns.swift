internal import Language
internal import TextCore

extension CueReader {
    // MARK: Nouns that say

    /// `Tarrant’s claim that the pier was safe`, `his warning that`: the possessor is the source of the clause.
    func nounClaim(at index: Int) -> Attribution? {
        guard reading.text.language == "en", Self.claims.contains(tokens[index].hash), !tokens[index].isCapitalized,
            index + 2 < period.upperBound, reading.isOutside(index + 1)
        else { return nil }
        if let maker = maker(behind: index) {
            return nounClaim(index, of: maker, frame: index..<(maker.mention.upperBound + 1))
        }
        guard index > period.lowerBound, tokens[index + 1].hash == Self.that else { return nil }
        // An adjective or two may stand between: `his false claim`.
        var owner = index - 1
        let low = max(period.lowerBound, index - 3)
        while owner > low, reading.isOutside(owner), tokens[owner].kind == .word, !reading.has(owner, [.possessive, .determiner])
        {
            owner -= 1
        }
        guard reading.isOutside(owner) else { return nil }
        let source: Attribution.Source
        if reading.has(owner, .possessive) {
            source = Attribution.Source(mention: owner..<(owner + 1), head: owner..<(owner + 1), reference: .pronoun)
        } else if tokens[owner].kind == .clitic, tokens[owner].hash == Self.possessive, owner > period.lowerBound {
            // `glad of Kern’s claim`: the owner's name starts behind a preposition.
            let near = max(period.lowerBound, owner - 8)..<owner
            let preposition = near.last { !reading.isOutside($0) || reading.has($0, .preposition) }
            guard let found = finder.source(before: owner, from: preposition.map { $0 + 1 } ?? near.lowerBound) else {
                return nil
            }
            source = found
        } else {
            return nil
        }
        return nounClaim(index, of: source, frame: owner..<(index + 2))
    }

    /// `repeated warnings from his attorney that`: who makes a claim, between the noun and its clause.
    private func maker(behind noun: Int) -> Attribution.Source? {
        guard Self.makers.contains(tokens[noun + 1].hash),
            let source = finder.source(after: noun + 2, before: period.upperBound), source.reference == .noun
        else { return nil }
        let that = source.head.upperBound
        guard source.mention == source.head, that + 1 < period.upperBound, reading.isOutside(that), tokens[that].hash == Self.that
        else { return nil }
        return source
    }

    /// Whether a token is a noun that says and is followed by whoever says it.
    static func isMade(_ noun: Int, _ reading: SpeechReading) -> Bool {
        claims.contains(reading.tokens[noun].hash) && noun + 1 < reading.tokens.count
            && makers.contains(reading.tokens[noun + 1].hash)
    }

    /// The claim of a noun: the clause behind its frame, up to the sentence's own verb or comma.
    private func nounClaim(_ index: Int, of source: Attribution.Source, frame: Range<Int>) -> Attribution {
        let start = frame.upperBound
        var end = period.upperBound
        // What stands behind the clause's comma is the sentence's again.
        if let comma = (start..<end).first(where: { reading.isOutside($0) && reading.isComma($0) }) { end = comma }
        var isKnown = false
        for token in start..<end where !reading.isOutside(token) {
            let span = reading.spans[Int(reading.outer[token])]
            // `His remark that it was “decaying” angered many`: what stands before the marks has its verb.
            let isClause =
                span.tokens.lowerBound == start
                || (start..<span.tokens.lowerBound).contains {
                    reading.isOutside($0) && reading.has($0, [.auxiliary, .narrative])
                }
            let isWhole = isClause && span.tokens.upperBound < end && isPredicate(span.tokens.upperBound)
            if isWhole || reading.lastContentToken(span).map({ reading.isComma($0) }) == true {
                isKnown = isWhole && span.tokens.upperBound < end
                end = min(end, span.tokens.upperBound)
                break
            }
        }
        let clauseEnd = opensSentence(min(index, source.mention.lowerBound)) ? mainVerb(behindClause: start, before: end) : end
        return Attribution(
            cue: index..<(index + 1),
            word: .speech,
            source: source,
            frame: frame,
            right: start..<clauseEnd,
            isMarked: true,
            isEnded: isKnown || clauseEnd < end
        )
    }

    /// `His claim that “the bridge is safe” was wrong`: whether the sentence's own verb stands behind a clause that is all in marks.
    private func isPredicate(_ index: Int) -> Bool {
        reading.isOutside(index) && tokens[index].kind == .word && !tokens[index].isCapitalized
            && (reading.has(index, [.auxiliary, .narrative])
                || reading.text.text.bytes[tokens[index].range].suffix(2).elementsEqual("ed".utf8))
    }

    private static let that = Hash64.folded("that")
    private static let makers = Set(["from", "by"].map { Hash64.folded($0) })
    private static let claims = Set(
        [
            "claim", "claims", "assertion", "assertions", "allegation", "allegations", "argument", "arguments", "contention",
            "suggestion", "suggestions", "warning", "warnings", "announcement", "insistence", "promise", "pledge", "vow",
            "belief",
            "statement", "statements", "prediction", "admission", "accusation", "accusations", "complaint", "complaints", "view",
            "declaration", "acknowledgment", "conclusion", "remark", "remarks", "comment", "comments", "denial",
        ].map { Hash64.folded($0) }
    )
}
