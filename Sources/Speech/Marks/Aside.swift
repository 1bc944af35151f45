internal import Language
internal import TextCore

/// Tells titles, nicknames, terms and words at arm's length ("scare quotes") from speech.
enum Aside {
    /// Whether a span is plainly no speech, before any cue is looked for: the words around it say so.
    static func isAside(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        if span.family.isUnmarked || UnlistedFrame(behind: span, in: reading) != nil { return false }
        let tokens = reading.tokens
        let count = reading.wordCount(span.content, limit: 21)
        if isAttribute(span, in: reading) || isStageDirection(span.content, reading) { return true }
        guard count > 0, count <= 20 else { return count == 0 }
        let before = span.tokens.lowerBound - 1
        let after = span.tokens.upperBound
        let hasBefore = before >= 0 && !reading.startsLine(before + 1)
        let hasAfter = after < tokens.count && !reading.startsLine(after)
        if isThing(span, in: reading) { return true }
        if outcry(before: span, in: reading) != nil || isCalledSo(span, in: reading) { return false }
        // `“Host”: Why now?`: who speaks in an interview.
        if !hasBefore, hasAfter, count <= 3, reading.isColon(after) { return true }
        let followsCue = hasBefore && isCue(before, reading)
        // In a headline of capitals everything looks like a title.
        let isInTitleCase = reading.isInTitleCase(span)
        let hasTitleForm = count >= 2 && !isInTitleCase && isTitle(span.content, reading)
        let last = reading.lastContentToken(span) ?? span.content.lowerBound
        let endsOpen = tokens[last].kind != .terminator && !reading.isComma(last)
        if hasBefore, followsTerm(before, reading), !isNamedSo(span, in: reading) { return true }
        if reading.text.language == "de", let verdict = germanVerdict(span, words: count, hasBefore: hasBefore, in: reading) {
            return verdict
        }
        if isName(span, words: count, hasBefore: hasBefore, in: reading) { return true }
        // `Her song, “Say It Again,” tells of love.`
        if hasBefore, hasTitleForm, reading.isComma(before), tokens[last].kind != .terminator, followsTerm(before - 1, reading) {
            return true
        }
        // `He wrote “The Long Pier” in 1990.`
        if hasBefore, endsOpen, hasTitleForm, works.contains(tokens[before].hash) { return true }
        // `on Channel 6's “The Long Pier.”`
        if hasBefore, belongsToName(before, reading), hasTitleForm, !(hasAfter && cueFollows(after, reading)) { return true }
        let startsSentence =
            !hasBefore || tokens[before].kind == .terminator
            || tokens[before].kind == .quote && before > 0 && tokens[before - 1].kind == .terminator
        if !followsCue, !startsSentence, hasTitleForm {
            if reading.isComma(before) || reading.isColon(before) { return false }
            if reading.has(before, [.determiner, .preposition]), !reading.has(before, [.complementizer, .possessive]) {
                return true
            }
            // “Meet the Press,” with a comma may still be words said: a cue behind it decides.
            return !(hasAfter && cueFollows(after, reading))
        }
        // Marcia “Cia” Price.
        if count <= 2, !isInTitleCase, hasBefore, hasAfter, endsOpen, tokens[before].isCapitalized, tokens[after].isCapitalized,
            !reading.has(before, .cue), tokens[before].kind == .word
        {
            return true
        }
        guard count <= 3, endsOpen, hasBefore, hasAfter, !followsCue, !isRetold(span, in: reading) else { return false }
        if count <= 2, isHeldOff(span, reading) { return true }
        // The “storm-proof” bridge: a determiner or preposition before, a noun behind.
        let noun = tokens[after]
        guard noun.kind == .word, noun.followsSpace || noun.isWord else { return false }
        let modifies = !reading.has(after, [.auxiliary, .preposition, .coordinator, .subordinator, .verbCue, .complementizer])
        // `calificó de «robo» el cierre`: another phrase.
        if reading.text.language != "en", reading.has(after, .determiner) { return false }
        return modifies && reading.has(before, [.determiner, .possessive, .preposition])
            && !predicative.contains(tokens[before].hash)
            && !reading.has(before, .cue)
    }

    /// `The “experts” who had come`, `The “friends” of the port claimed`: small words behind the article that opens the sentence
    /// are a subject at arm's length, whatever cue comes later.
    private static func isHeldOff(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        let after = span.tokens.upperBound
        guard reading.text.language != "de", reading.has(before, .determiner), after < reading.tokens.count,
            before == 0 || reading.startsLine(before) || reading.tokens[before - 1].kind == .terminator,
            span.content.allSatisfy({ !reading.tokens[$0].isCapitalized }), reading.tokens[after].kind == .word
        else { return false }
        return reading.has(after, [.preposition, .relative, .auxiliary, .narrative])
            || reading.has(after, .verbCue) && !reading.tokens[after].isCapitalized
    }

    /// Whether a span is the value of an attribute, where mark-up was left in a text: `author="…"`.
    static func isAttribute(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        return before >= 0 && reading.isMark(before, "=") && !reading.tokens[before + 1].followsSpace
    }

    /// `“(Applause.)”`: what a transcript tells between brackets.
    static func isStageDirection(_ content: Range<Int>, _ reading: SpeechReading) -> Bool {
        let words = content.filter { reading.tokens[$0].kind != .quote && reading.tokens[$0].kind != .terminator }
        guard let first = words.first, let last = words.last, first < last, reading.isMark(first, "("), reading.isMark(last, ")")
        else { return false }
        return !words.dropFirst().dropLast().contains { reading.isMark($0, "(") || reading.isMark($0, ")") }
    }

    /// Whether a span is a title or follows a word that introduces one, so that it is no speech even in retold speech.
    static func isNamed(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        isAttribute(span, in: reading) || isTitle(span.content, reading)
            || followsTerm(span.tokens.lowerBound - 1, reading)
    }

    /// Whether a fragment that no cue claims reads as somebody's words.
    static func readsAsSpeech(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        let content = span.content
        let count = reading.wordCount(content, limit: 40)
        let before = span.tokens.lowerBound - 1
        if reading.text.language == "de", followsUtterance(before, reading) || namesSo(span, in: reading) { return true }
        if before >= 0, !reading.startsLine(before + 1), !followsTerm(before, reading) {
            // `it was “badly misguided,”`, `to “open up” the laws`, `dismissed it as “untrue”`: part of a predicate.
            let isBareAs = reading.text.language == "de" && count <= 3 && reading.tokens[before].hash == GermanWords.als
            if reading.has(before, [.auxiliary, .complementizer])
                || !isBareAs && predicative.contains(reading.tokens[before].hash)
            {
                return !isTitle(content, reading) || isCalledSo(span, in: reading)
            }
            if let last = reading.lastContentToken(span), reading.isColon(before) || reading.isComma(before),
                reading.tokens[content.lowerBound].isCapitalized,
                reading.tokens[last].kind == .terminator || reading.isComma(last)
            {
                return count >= 2
            }
        }
        if reading.text.language == "de", isGermanWording(content, words: count, reading) {
            let isBareAs = before >= 0 && reading.tokens[before].hash == GermanWords.als
            return count > (isBareAs ? 3 : 2) || isRetold(span, in: reading)
        }
        if isRetold(span, in: reading) { return !isTitle(content, reading) || count > 3 }
        let isGerman = reading.text.language == "de"
        if count <= (isGerman ? 2 : 3) { return false }
        if followsTerm(span.tokens.lowerBound - 1, reading) || isTitle(content, reading) { return count > 12 }
        var clause = 0
        for index in content.prefix(40) {
            if reading.has(index, .firstPerson) { clause += 2 }
            if reading.has(index, [.auxiliary, .subject]) { clause += 1 }
        }
        if isGerman, count <= 4 { return clause >= 3 || clause >= 1 && count == 4 && isSentence(content, reading) }
        return count >= 8 || clause >= 2 || (clause >= 1 && count >= 5)
    }

    /// Whether marked words start with a capital and hold a verb that rules know.
    private static func isSentence(_ content: Range<Int>, _ reading: SpeechReading) -> Bool {
        guard let first = content.first(where: { reading.tokens[$0].isWord }), reading.tokens[first].isCapitalized else {
            return false
        }
        return content.contains { reading.has($0, [.auxiliary, .subject]) && !reading.has($0, .determiner) }
    }

    /// Whether a span stands in a German sentence of retold speech, so that the marked words are the speaker's.
    static func isRetold(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        guard reading.text.language == "de", let number = reading.text.sentence(ofToken: span.tokens.lowerBound) else {
            return false
        }
        let before = span.tokens.lowerBound - 1
        if before >= 0, followsTerm(before, reading) { return false }
        // A bounded way to each side: a hostile sentence has thousands of marks.
        let near = max(0, span.tokens.lowerBound - 60)..<min(reading.tokens.count, span.tokens.upperBound + 60)
        return reading.isSubjunctive(reading.text.sentences[number].tokens.clamped(to: near))
    }

    /// Verbs whose object in marks and capitals is a work.
    private static let works: Set<UInt64> = Set(
        ["wrote", "writes", "write", "written", "sang", "sings", "sing", "sung", "directed", "composed"].map { Hash64.folded($0) }
    )

    private static let predicative: Set<UInt64> = Set(
        ["to", "as", "but", "just", "als", "comme", "como"].map { Hash64.folded($0) }
    )

    /// Whether a token is the possessive ending of a name, or a determiner or number right behind one: "KBN's", "News'".
    private static func belongsToName(_ index: Int, _ reading: SpeechReading) -> Bool {
        let end = reading.has(index, .determiner) ? index - 1 : index
        guard end > 0, reading.isOutside(end), !reading.tokens[end].followsSpace,
            reading.tokens[end].kind == .clitic || reading.tokens[end].kind == .quote
        else { return false }
        return reading.tokens[end - 1].isCapitalized
    }

    private static func isCue(_ index: Int, _ reading: SpeechReading) -> Bool {
        if reading.has(index, .verbCue) { return true }
        return index > 0 && reading.lengths[index - 1] > 1 && reading.has(index - 1, .cue)
    }

    private static func cueFollows(_ after: Int, _ reading: SpeechReading) -> Bool {
        var index = after
        let limit = min(reading.tokens.count, after + 6)
        while index < limit, reading.tokens[index].kind != .terminator, reading.tokens[index].kind != .quote {
            if reading.has(index, .speech), !reading.has(index, .present) || index > after { return true }
            index += 1
        }
        return false
    }

    /// Whether the words right before a span introduce a title or term: "the film", "so-called", "known as".
    static func followsTerm(_ before: Int, _ reading: SpeechReading) -> Bool {
        guard before >= 0 else { return false }
        for start in stride(from: before, through: max(0, before - 2), by: -1)
        where reading.has(start, .term) && start + Int(reading.lengths[start]) == before + 1 && !isReflexive(start, reading) {
            return true
        }
        return false
    }

    /// `s’est dite « inquiète »`: what somebody says of herself is no name of hers.
    private static func isReflexive(_ verb: Int, _ reading: SpeechReading) -> Bool {
        guard reading.text.language == "fr", reading.has(verb, .speech), verb > 1 else { return false }
        let pronoun = reading.has(verb - 1, .auxiliary) ? verb - 2 : verb - 1
        return reflexive.contains(reading.tokens[pronoun].hash)
    }

    private static let reflexive = Set(["se", "s'"].map { Hash64.folded($0) })

    /// Whether all words but the short ones are capitalized.
    static func isTitle(_ content: Range<Int>, _ reading: SpeechReading) -> Bool {
        var capitalized = 0
        var plain = 0
        for index in content where reading.tokens[index].kind == .word {
            if reading.tokens[index].isCapitalized {
                capitalized += 1
            } else if !reading.has(index, [.determiner, .preposition, .coordinator]) && reading.tokens[index].range.count > 3 {
                plain += 1
            }
        }
        return capitalized >= 2 && plain == 0
    }
}
