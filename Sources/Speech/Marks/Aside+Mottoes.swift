internal import Language
internal import TextCore

/// Mottoes, refrains and definitions: marked words that nobody says where the article gives them.
extension Aside {
    /// How far before the marks the noun or verb may stand.
    private static let reach = 8

    /// Whether a span is a motto, a line of a song or a definition by the words beside it.
    static func isMotto(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        if span.family.isUnmarked { return false }
        if isSung(span, in: reading) { return true }
        guard before >= 0, !reading.startsLine(before + 1) else { return false }
        return followsMotto(before, reading) || followsCarrier(before, reading) || isDefinition(span, reading)
    }

    /// `banners reading “…”`, `a placard that said “…”`, `плакаты с надписью «…»`: written on a thing, said by nobody there.
    private static func followsCarrier(_ before: Int, _ reading: SpeechReading) -> Bool {
        guard carrying.contains(reading.text.language) else { return false }
        let links = AsideWords.all.carrying[reading.text.language]
        let carriers = AsideWords.all.carriers[reading.text.language]
        var index = before
        while index > max(0, before - 6), reading.isOutside(index), !carriers.contains(reading.tokens[index].hash),
            reading.isColon(index) || reading.isComma(index) || links.contains(reading.tokens[index].hash)
        {
            index -= 1
        }
        // `the sign, “Closed,” …` may be anything.
        let isLinked = (index + 1..<before + 1).contains { reading.tokens[$0].isWord }
        return isLinked && reading.isOutside(index) && carriers.contains(reading.tokens[index].hash)
    }

    private static let carrying: Set<String> = ["en", "fr", "es", "it", "pt", "ru", "uk"]

    /// `The club’s motto is “…”`, `Девиз клуба: «…»`, `under the slogan “…”`.
    private static func followsMotto(_ before: Int, _ reading: SpeechReading) -> Bool {
        let low = max(0, before - reach)
        var index = before
        while index >= low, before - index < 3, isLink(index, reading) { index -= 1 }
        let isLinked = index < before
        var noun = index
        while noun >= low, reading.isOutside(noun), reading.tokens[noun].isWord || reading.tokens[noun].kind == .clitic,
            !isMottoNoun(noun, reading), !reading.has(noun, [.auxiliary, .complementizer]),
            !reading.has(noun, .verbCue) || reading.tokens[noun].isCapitalized
        {
            noun -= 1
        }
        guard noun >= low, reading.isOutside(noun), isMottoNoun(noun, reading), isLinked || noun == before else { return false }
        // `She repeated the party’s motto: “…”`: somebody says it.
        var at = noun - 1
        while at >= max(0, noun - 10), !reading.endsSentence[at], reading.isOutside(at) {
            if reading.has(at, [.speech, .tell]), !reading.tokens[at].isCapitalized { return false }
            at -= 1
        }
        return true
    }

    private static func isMottoNoun(_ index: Int, _ reading: SpeechReading) -> Bool {
        let hash = reading.tokens[index].hash
        if AsideWords.all.motto.contains(hash) { return true }
        // `the first line of the song`, `the song’s last verse`
        guard AsideWords.all.line.contains(hash) else { return false }
        return (max(0, index - 4)..<min(reading.tokens.count, index + 5)).contains {
            AsideWords.all.song.contains(reading.tokens[$0].hash)
        }
    }

    private static func isLink(_ index: Int, _ reading: SpeechReading) -> Bool {
        reading.isOutside(index)
            && (reading.isColon(index) || reading.isComma(index) || reading.isBreak(index)
                || AsideWords.all.link.contains(reading.tokens[index].hash))
    }

    /// `The act defines a boat as “…”`, `Unter „Notstand“ versteht das Gesetz „…“`: a text says what a word means.
    private static func isDefinition(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        let low = max(0, before - 14)
        switch reading.text.language {
        case "en":
            guard reading.tokens[before].hash == asWord,
                let verb = (low..<before).last(where: { AsideWords.all.defining.contains(reading.tokens[$0].hash) }), verb > 0,
                !(verb..<before).contains(where: { reading.endsSentence[$0] })
            else { return false }
            let subject = verb - 1
            return reading.isOutside(subject) && !reading.tokens[subject].isCapitalized
                && !reading.has(subject, [.subject, .masculine, .feminine, .auxiliary, .collective])
                && (!reading.has(subject, .role) || reading.has(subject, .document))
        case "de":
            guard let verb = (low..<before).last(where: { AsideWords.all.understanding.contains(reading.tokens[$0].hash) }),
                !(verb..<before).contains(where: { reading.endsSentence[$0] })
            else { return false }
            return (max(0, verb - 8)..<verb).contains { reading.tokens[$0].hash == under }
        default: return false
        }
    }

    private static let asWord = Hash64.folded("as")
    private static let under = Hash64.folded("unter")
}
