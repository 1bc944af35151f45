internal import Language
internal import TextCore

/// Nouns that say, in other languages than English and German: `la afirmación del alcalde de que …`, `утверждение мэра о том,
/// что …`, `sa promesse que …`.
extension CueReader {
    /// How far behind the noun its clause may open.
    private static let reachOfClaim = 14

    func claim(at noun: Int) -> Attribution? {
        guard reading.has(noun, .claim), !tokens[noun].isCapitalized || noun == period.lowerBound,
            let opening = claimOpening(behind: noun)
        else { return nil }
        let source: Attribution.Source
        if noun > period.lowerBound, reading.isOutside(noun - 1), reading.has(noun - 1, .possessive) {
            source = Attribution.Source(mention: (noun - 1)..<noun, head: (noun - 1)..<noun, reference: .pronoun)
        } else if let owner = claimOwner(behind: noun, before: opening.lowerBound) {
            source = owner
        } else {
            return nil
        }
        let start = opening.upperBound
        guard start < period.upperBound else { return nil }
        var end = period.upperBound
        if let comma = closingComma(from: start) { end = comma }
        if !setsCommas, opensSentence(noun) { end = mainVerb(behindClause: start, before: end) }
        return Attribution(
            cue: noun..<(noun + 1),
            word: .speech,
            source: source,
            frame: min(noun, source.mention.lowerBound)..<start,
            right: start..<end,
            isMarked: true,
            isEnded: end < period.upperBound
        )
    }

    /// The words that open the clause of a noun: `de que`, `que`, `о том, что`, `, що`.
    private func claimOpening(behind noun: Int) -> Range<Int>? {
        let limit = min(period.upperBound - 1, noun + Self.reachOfClaim)
        for index in (noun + 1)..<max(noun + 1, limit) {
            guard reading.isOutside(index), !reading.has(index, [.auxiliary, .verbCue]) || index == noun + 1 else { return nil }
            if reading.isComma(index) {
                guard setsCommas, reading.has(index + 1, .complementizer), !reading.has(index + 1, .subordinator) else {
                    return nil
                }
                // `о том, что`, `про те, що`
                let isLed = index - 2 > noun && Self.led.contains(tokens[index - 1].hash)
                return (isLed ? index - 2 : index)..<(index + 2)
            }
            guard reading.has(index, .complementizer), !reading.has(index, .subordinator) else { continue }
            if reading.text.language == "fr" { return index > noun ? index..<(index + 1) : nil }
            return tokens[index - 1].hash == Self.of && index - 1 > noun ? (index - 1)..<(index + 1) : nil
        }
        return nil
    }

    private static let of = Hash64.folded("de")
    private static let led = Set(["том", "те"].map { Hash64.folded($0) })

    /// Whoever makes a claim, behind its noun: `del alcalde`, `мэра`.
    private func claimOwner(behind noun: Int, before end: Int) -> Attribution.Source? {
        let start = noun + 1
        guard start < end else { return nil }
        let isPreposition = reading.has(start, .preposition)
        guard setsCommas != isPreposition, let source = finder.source(after: isPreposition ? start + 1 : start, before: end),
            source.reference == .noun, source.head.upperBound <= end
        else { return nil }
        return source
    }

    /// The comma that closes a clause: behind it the sentence goes on, not another clause inside of it.
    private func closingComma(from start: Int) -> Int? {
        (start..<period.upperBound).first { index in
            reading.isOutside(index) && reading.isComma(index) && index + 1 < period.upperBound
                && !(reading.isOutside(index + 1) && reading.has(index + 1, [.relative, .complementizer, .subordinator]))
        }
    }
}
