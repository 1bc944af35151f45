internal import Language
internal import TextCore

/// Marked words that stand for a thing: the name of a file, what something is called.
extension Aside {
    /// Whether a span is the name of a thing by its form or by the participle before it, whatever cue stands near.
    static func isThing(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        isFileName(span, in: reading) || isCalled(span, in: reading) || isGloss(span, in: reading)
    }

    /// `“Bonan tagon!” — Esperanto for “good day.”`: what words of another language mean.
    private static func isGloss(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        let preposition = span.tokens.lowerBound - 1
        return (max(0, preposition - 2)..<max(0, preposition)).contains { glosses($0, reading) }
    }

    /// Whether the name of a language stands at a token, with “for” and marks behind it.
    static func glosses(_ index: Int, _ reading: SpeechReading) -> Bool {
        guard reading.text.language == "en",
            let name = TranslationLexicon.of("en")?.names.longestMatch(
                in: reading.tokens,
                at: index,
                limit: reading.tokens.count
            ),
            name.endIndex + 1 < reading.tokens.count
        else { return false }
        return reading.tokens[name.endIndex].hash == forWord && reading.tokens[name.endIndex + 1].kind == .quote
    }

    private static let forWord = Hash64.folded("for")

    /// `назвал проект «безумием»`: what somebody calls something is his word, though its object is a noun that bears names.
    static func isNamedSo(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        guard reading.text.language == "ru" || reading.text.language == "uk",
            let first = span.content.first(where: { reading.tokens[$0].isWord }), !reading.tokens[first].isCapitalized
        else { return false }
        let before = span.tokens.lowerBound
        return (max(0, before - 4)..<before).contains {
            AsideWords.all.naming.contains(reading.tokens[$0].hash) && !reading.endsSentence[$0]
        }
    }

    /// `“notes.txt”`, `“report_final.pdf.”`: one word, with a short ending of small letters and digits behind a dot.
    private static func isFileName(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        guard let first = span.content.first, let last = reading.lastContentToken(span), last - first < 12 else { return false }
        let isOneWord = ((first + 1)..<(last + 1)).allSatisfy { !reading.tokens[$0].followsSpace }
        guard isOneWord, reading.tokens[first].kind == .word || reading.tokens[first].kind == .number else { return false }
        var name = Array(reading.text.text.bytes[reading.bytes(first..<(last + 1))])
        while let end = name.last, end == UInt8(ascii: ".") || end == UInt8(ascii: ",") { name.removeLast() }
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, (2...4).contains(name.count - dot - 1) else {
            return false
        }
        return name[(dot + 1)...].allSatisfy {
            ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        }
    }

    /// `in a file called “Plans”`, `The phone is called a “burner”`: what something is called by nobody in particular. An article
    /// that opens the phrase before the participle, or a form of “be”, shows that no subject of the verb stands there.
    private static func isCalled(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        guard reading.text.language == "en", span.tokens.lowerBound > 2, !reading.startsLine(span.tokens.lowerBound),
            reading.wordCount(span.content, limit: 4) <= 3
        else { return false }
        var verb = span.tokens.lowerBound - 1
        let isBare = !reading.has(verb, .determiner)
        if !isBare { verb -= 1 }
        guard verb > 1, AsideWords.all.calling.contains(reading.tokens[verb].hash), reading.isOutside(verb) else { return false }
        let after = span.tokens.upperBound
        if after < reading.tokens.count, reading.tokens[after].hash == CueReader.by { return false }
        var before = verb - 1
        while before > 0, reading.has(before, .adverb) || reading.isLyAdverb(before) { before -= 1 }
        if CueReader.be.contains(reading.tokens[before].hash) { return true }
        // `a file called`, with an adjective at most between.
        let low = max(0, verb - 4)
        guard isBare, let article = (low..<verb).last(where: { AsideWords.all.article.contains(reading.tokens[$0].hash) }),
            article + 1 < verb, ((article + 1)..<verb).allSatisfy({ reading.words[$0].isDisjoint(with: [.verbCue, .role]) }),
            article > 0
        else { return false }
        return !reading.startsLine(article)
            && (reading.has(article - 1, [.preposition, .verbCue, .auxiliary, .narrative]) || !reading.tokens[article - 1].isWord)
    }
}
