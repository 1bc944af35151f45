internal import Language
internal import TextCore

/// Marked words that stand for a thing: the name of a file, what something is called.
extension Aside {
    /// Whether a span is the name of a thing by its form or by the participle before it, whatever cue stands near.
    static func isThing(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        isFileName(span, in: reading) || isCalled(span, in: reading) || isCalledByCustom(span, in: reading)
            || isGloss(span, in: reading) || isInscription(span, in: reading)
    }

    /// `The rifle was engraved with “…”`: what is written on a thing.
    private static func isInscription(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        let preposition = span.tokens.lowerBound - 1
        guard reading.text.language == "en", preposition > 0, reading.isOutside(preposition),
            !reading.startsLine(preposition + 1),
            reading.tokens[preposition].hash == withWord
        else { return false }
        return MarkWords.english.inscribing.contains(reading.tokens[preposition - 1].hash)
    }

    private static let withWord = Hash64.folded("with")

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

    /// `mocked the senator on Twitter as “Third Place Bill”`: what somebody is called, by whoever calls him so.
    static func isCalledSo(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        guard reading.text.language == "en", span.tokens.lowerBound > 1, !reading.startsLine(span.tokens.lowerBound) else {
            return false
        }
        var conjunction = span.tokens.lowerBound - 1
        if reading.has(conjunction, .determiner) { conjunction -= 1 }
        guard conjunction > 0, reading.tokens[conjunction].hash == asWord,
            let number = reading.text.sentence(ofToken: conjunction)
        else { return false }
        let low = max(reading.text.sentences[number].tokens.lowerBound, conjunction - reachOfCalling)
        return (low..<max(low, conjunction)).contains { MarkWords.english.calledAs.contains(reading.tokens[$0].hash) }
    }

    /// How many tokens stand between a verb and its “as”.
    private static let reachOfCalling = 10
    private static let asWord = Hash64.folded("as")

    /// `chants of “Four More Years!”`: the noun for what a crowd calls out, right before its words.
    static func outcry(before span: MarkedSpan, in reading: SpeechReading) -> Int? {
        let of = span.tokens.lowerBound - 1
        guard reading.text.language == "en", of > 0, reading.tokens[of].hash == Self.of, !reading.startsLine(of),
            MarkWords.english.outcry.contains(reading.tokens[of - 1].hash)
        else { return nil }
        return of - 1
    }

    private static let of = Hash64.folded("of")

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

    /// How many words the name of a group or a plan may have.
    private static let longestCalled = 6

    /// `The chat was called “Harbor planning small group.”`: whether marked words are a name by their capital and have no verb.
    private static func isLongName(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        guard let first = span.content.first(where: { reading.tokens[$0].isWord }), reading.tokens[first].isCapitalized else {
            return false
        }
        return !span.content.contains { reading.has($0, [.auxiliary, .subject, .firstPerson, .determiner]) }
    }

    /// `The group calls itself “Fearless”`, `Residents call the valley “the Bowl”`: what somebody or something is called by itself or by
    /// all who live with it.
    static func isCalledByCustom(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        guard reading.text.language == "en", span.tokens.lowerBound > 1, !reading.startsLine(span.tokens.lowerBound),
            reading.wordCount(span.content, limit: longestCalled + 1) <= longestCalled,
            let number = reading.text.sentence(ofToken: span.tokens.lowerBound)
        else { return false }
        let before = span.tokens.lowerBound - 1
        let own = reading.has(before, .determiner) ? before - 1 : before
        if own > 0, reflexive.contains(reading.tokens[own].hash), MarkWords.english.naming.contains(reading.tokens[own - 1].hash)
        {
            return isProper(span.content, reading)
        }
        let low = max(reading.text.sentences[number].tokens.lowerBound + 1, span.tokens.lowerBound - reachOfCustom)
        guard low < span.tokens.lowerBound,
            let verb = (low..<span.tokens.lowerBound).last(where: { reading.isOutside($0) && reading.has($0, .verbCue) }),
            reading.tokens[verb].hash == call
        else { return false }
        let isByMany = reading.has(verb - 1, [.collective, .plural]) || locals.contains(reading.tokens[verb - 1].hash)
        return isByMany && isProper(span.content, reading)
    }

    /// Whether all words but articles are capitalized.
    private static func isProper(_ content: Range<Int>, _ reading: SpeechReading) -> Bool {
        let words = content.filter { reading.tokens[$0].kind == .word && !reading.has($0, [.determiner, .preposition]) }
        return !words.isEmpty && words.allSatisfy { reading.tokens[$0].isCapitalized }
    }

    private static let reachOfCustom = 8
    private static let call = Hash64.folded("call")
    private static let locals = Set(["locals", "fans", "islanders", "villagers", "insiders"].map { Hash64.folded($0) })
    private static let reflexive = Set(["itself", "himself", "herself", "themselves"].map { Hash64.folded($0) })

    /// `in a file called “Plans”`, `The phone is called a “burner”`: what something is called by nobody in particular. An article
    /// that opens the phrase before the participle, or a form of “be”, shows that no subject of the verb stands there.
    private static func isCalled(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        guard reading.text.language == "en", span.tokens.lowerBound > 2, !reading.startsLine(span.tokens.lowerBound),
            reading.wordCount(span.content, limit: longestCalled + 1) <= longestCalled
        else { return false }
        let isShort = reading.wordCount(span.content, limit: 4) <= 3
        var verb = span.tokens.lowerBound - 1
        let isBare = !reading.has(verb, .determiner)
        if !isBare { verb -= 1 }
        guard verb > 1, AsideWords.all.calling.contains(reading.tokens[verb].hash), reading.isOutside(verb) else { return false }
        let after = span.tokens.upperBound
        if after < reading.tokens.count, reading.tokens[after].hash == CueReader.by { return false }
        var before = verb - 1
        while before > 0, reading.has(before, .adverb) || reading.isLyAdverb(before) { before -= 1 }
        if CueReader.be.contains(reading.tokens[before].hash) { return isShort || isLongName(span, reading) }
        guard isShort else { return false }
        // `The shop, called “Salt & Co.,” reopened`: a name between commas, of what opens the sentence.
        if isBare, verb == before + 1, reading.isComma(before), reading.isOutside(before),
            let article = (max(0, before - 4)..<before).first(where: { reading.has($0, .determiner) }),
            article == 0 || reading.startsLine(article) || reading.endsSentence[article - 1],
            let first = span.content.first(where: { reading.tokens[$0].isWord }), reading.tokens[first].isCapitalized,
            let last = reading.lastContentToken(span), reading.isComma(last)
        {
            return true
        }
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
