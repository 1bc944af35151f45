internal import Language
internal import TextCore

/// Names that languages set in marks by custom: `компания «Волна»`, `le journal « Le Matin »`.
extension Aside {
    /// The most words that such a name has.
    private static let longestName = 5

    /// Whether a span is the name of a company, a paper, a ship, …: it starts with a capital and stands right behind a noun.
    static func isName(_ span: MarkedSpan, words count: Int, hasBefore: Bool, in reading: SpeechReading) -> Bool {
        guard customary.contains(reading.text.language) || reading.text.language == "en", count <= longestName,
            let first = span.content.first(where: { reading.tokens[$0].isWord || reading.tokens[$0].kind == .number }),
            reading.tokens[first].isCapitalized || reading.tokens[first].kind == .number
                || reading.tokens[first].shape.contains(.mixedCase),
            let last = reading.lastContentToken(span), reading.tokens[last].kind != .terminator
        else { return false }
        if reading.text.language == "en" {
            return hasBefore && count <= 3 && bears(span.tokens.lowerBound - 1, in: reading)
                && isCapitalized(span.content, reading)
        }
        guard !reading.isComma(last), !span.content.contains(where: { reading.has($0, [.firstPerson, .auxiliary]) && count > 1 })
        else { return false }
        // `сообщило «РИА «Новости»»`: a name with a name inside.
        if span.content.contains(last + 1), reading.tokens[last + 1].kind == .quote, span.content.lowerBound < first + 1,
            span.content.filter({ reading.tokens[$0].kind == .quote }).count == 2, isCapitalized(span.content, reading)
        {
            return true
        }
        guard hasBefore else { return count <= 3 && isSubject(span, reading) }
        let before = span.tokens.lowerBound - 1
        let token = reading.tokens[before]
        // `газеты «Утро» и «Вечер»`
        if reading.has(before, .coordinator) {
            return before > 0 && reading.tokens[before - 1].kind == .quote && reading.isInAside[before - 1]
        }
        if token.kind == .terminator { return count <= 3 && isSubject(span, reading) }
        guard token.kind == .word || token.kind == .clitic, !isWordForWords(before, reading) else { return false }
        if bears(before, in: reading) { return true }
        // `Как сообщает «Утро», …`
        if before > 0, reading.has(before, .verbCue), AsideWords.all.manner.contains(reading.tokens[before - 1].hash), count <= 3,
            span.tokens.upperBound < reading.tokens.count, reading.isComma(span.tokens.upperBound)
        {
            return true
        }
        if isTold(span, words: count, behind: before, in: reading) { return true }
        guard !reading.has(before, [.cue, .complementizer, .auxiliary, .subject]) else { return false }
        // `написал в «Твиттере»`, `le porte-parole de « Volane »`
        if reading.has(before, .preposition) { return count <= 3 && isCapitalized(span.content, reading) }
        if reading.has(before, [.determiner, .possessive, .adverb, .subordinator]) { return false }
        let opens = before == 0 || reading.startsLine(before) || reading.endsSentence[before - 1]
        return count <= 2 && (!token.isCapitalized || opens || token.shape.contains(.allCaps)) && !isSlavicVerb(before, reading)
    }

    /// Languages whose names of companies, papers and ships stand in marks.
    private static let customary: Set<String> = ["ru", "uk", "fr", "es", "it", "pt", "pl"]

    /// Whether all words but the short ones are capitalized.
    private static func isCapitalized(_ content: Range<Int>, _ reading: SpeechReading) -> Bool {
        content.allSatisfy {
            reading.tokens[$0].kind != .word || reading.tokens[$0].isCapitalized || reading.tokens[$0].range.count <= 3
        }
    }

    /// `«Волна» сообщила, что`, `« Volane » a annoncé que`: marked words right before a cue and its clause are who says it.
    private static func isSubject(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        var index = span.tokens.upperBound
        let limit = min(reading.tokens.count - 1, index + 4)
        // `«Эксперты» из города сообщили`
        let isPlace = index < limit && reading.has(index, .preposition) && !reading.has(index, .cue)
        while index < limit, isPlace || reading.has(index, [.auxiliary, .adverb]), !reading.has(index, .cue),
            !reading.isComma(index)
        { index += 1 }
        guard index < limit, reading.has(index, .verbCue), !reading.startsLine(index) else { return false }
        let near = (index + 1)..<min(reading.tokens.count, index + 4)
        return near.contains { reading.has($0, .complementizer) && !reading.has($0, .subordinator) }
    }

    /// `рассказал «Вестям», что порт закроют`, `«…», — сказал он «Вестям»`: the paper that is told what a clause or other marks
    /// hold.
    private static func isTold(_ span: MarkedSpan, words count: Int, behind before: Int, in reading: SpeechReading) -> Bool {
        guard reading.text.language == "ru" || reading.text.language == "uk", count <= 3, isCapitalized(span.content, reading)
        else { return false }
        let after = span.tokens.upperBound
        if reading.has(before, [.speech, .tell]), after + 1 < reading.tokens.count, reading.isComma(after) {
            return reading.has(after + 1, .complementizer)
        }
        var verb = before
        while verb > 0, before - verb < 3, !reading.has(verb, .verbCue),
            reading.tokens[verb].isCapitalized || reading.has(verb, .subject)
        {
            verb -= 1
        }
        guard verb > 1, reading.has(verb, [.speech, .tell]), reading.tokens[verb - 1].kind == .dash else { return false }
        return after >= reading.tokens.count || reading.tokens[after].kind == .terminator
    }

    /// Whether a noun announces words: `со словами «…»`, `à la question « … »`.
    private static func isWordForWords(_ index: Int, _ reading: SpeechReading) -> Bool {
        AsideWords.all.wording.contains(reading.tokens[index].hash)
    }

    /// `скандировали «Порт наш»`: a verb in the past, by its ending.
    private static func isSlavicVerb(_ index: Int, _ reading: SpeechReading) -> Bool {
        guard reading.text.language == "ru" || reading.text.language == "uk" else { return false }
        let bytes = reading.text.text.bytes[reading.tokens[index].range]
        return AsideWords.all.slavicVerbEndings.contains { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a noun bears a name: company, paper, channel, centre, ship, …
    private static func bears(_ index: Int, in reading: SpeechReading) -> Bool {
        AsideWords.all.bears(reading.text.language, hash: reading.tokens[index].hash) {
            String(decoding: reading.text.text.bytes[reading.tokens[index].range], as: UTF8.self).lowercased()
        }
    }
}
