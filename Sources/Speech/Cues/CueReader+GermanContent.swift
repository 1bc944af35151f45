internal import Language
internal import TextCore

/// Where German cues have their content: behind a comma that opens a clause, behind a colon, before a frame with its verb
/// first; of a main clause only the marked words.
extension CueReader {
    /// How far behind a frame its content may start.
    private static let contentReach = 60

    func placeGerman(_ attribution: inout Attribution, isInverted: Bool, low: Int) {
        let frame = attribution.frame
        let leftEnd = frame.lowerBound
        let ownsLeft = !attribution.word.isDisjoint(with: [.speech, .manner, .tell])
        let touchesSpan = leftEnd > period.lowerBound && !reading.isOutside(leftEnd - 1) && isClosed(leftEnd - 1, attribution)
        let touchesComma =
            leftEnd > low && reading.isOutside(leftEnd - 1) && (reading.isComma(leftEnd - 1) || reading.isBreak(leftEnd - 1))
        let touchesSpanOverComma = touchesComma && leftEnd - 2 >= period.lowerBound && !reading.isOutside(leftEnd - 2)
        let right = germanContentStart(after: frame.upperBound)
        attribution.isPending = right.isPending
        if touchesSpan || touchesSpanOverComma, ownsLeft {
            attribution.left = low..<leftEnd
            // `Mit einem „offenen Dialog“ beschrieben sie …`: only what is marked, without a comma behind it.
            if touchesSpan, !touchesSpanOverComma {
                let span = reading.spans[Int(reading.outer[leftEnd - 1])]
                if let last = reading.lastContentToken(span), tokens[last].kind != .terminator, !reading.isComma(last) {
                    attribution.left = max(low, span.tokens.lowerBound)..<leftEnd
                }
            }
            if let start = right.start, right.isMarked {
                attribution.right = start..<period.upperBound
                attribution.isMarked = true
            }
            return
        }
        if touchesComma, isInverted, !right.isMarked, isContent(low..<(leftEnd - 1)),
            !attribution.word.isDisjoint(with: [.speech, .tell, .attitude])
        {
            attribution.left = low..<(leftEnd - 1)
            return
        }
        if right.start == nil, let clause = plainClause(of: attribution, isInverted: isInverted) {
            attribution.right = clause..<period.upperBound
            attribution.isMarked = true
            return
        }
        if right.start == nil, let marked = markedObject(of: attribution) {
            attribution.right = marked
            return
        }
        guard let start = right.start, start < period.upperBound else { return }
        attribution.right = start..<period.upperBound
        attribution.isMarked = right.isMarked
    }

    /// Whether the quotation that ends at a token ends like one before a frame: `„Nein!“ rief sie`; a fragment that the clause
    /// goes on behind is its object.
    private func isClosed(_ index: Int, _ attribution: Attribution) -> Bool {
        let span = reading.spans[Int(reading.outer[index])]
        guard let last = reading.lastContentToken(span) else { return false }
        return tokens[last].kind == .terminator || reading.isComma(last)
            || reading.wordCount(span.content, limit: 5) >= 4 && !attribution.word.isDisjoint(with: [.speech])
    }

    /// `hat den Bericht als „Unsinn“ bezeichnet`: the marked words between a source and the cue that ends its clause.
    private func markedObject(of attribution: Attribution) -> Range<Int>? {
        guard let source = attribution.source?.mention, source.upperBound < attribution.cue.lowerBound else { return nil }
        let between = source.upperBound..<attribution.cue.lowerBound
        guard between.count <= 2 * SourceFinder.reach, hasSpan(between) else { return nil }
        return between
    }

    /// The first place behind a frame where content may start: marked words, a colon, or a comma before a clause that is said.
    func germanContentStart(after frameEnd: Int) -> ContentStart {
        var index = frameEnd
        let end = period.upperBound
        let limit = min(end, frameEnd + Self.contentReach)
        var seen = 0
        while index < limit {
            if !reading.isOutside(index) { return ContentStart(start: index, isMarked: index == frameEnd) }
            if reading.isInAside[index] {
                index += 1
                continue
            }
            if reading.isColon(index) {
                let next = index + 1
                return next < end ? ContentStart(start: next, isMarked: true) : ContentStart(start: nil, isPending: true)
            }
            if reading.isComma(index) || reading.isBreak(index) {
                guard index + 1 < end else { return ContentStart() }
                if !reading.isOutside(index + 1) { return ContentStart(start: index + 1, isMarked: true, afterComma: true) }
                if let start = germanContent(behindComma: index) { return ContentStart(start: start, isMarked: true) }
            }
            if tokens[index].kind == .terminator, reading.endsSentence[index] || index + 1 >= end { return ContentStart() }
            // `sagte sie und ging`: another verb.
            if reading.has(index, .coordinator), seen > 0, index + 1 < limit, reading.has(index + 1, .verbCue) {
                return ContentStart()
            }
            seen += 1
            index += 1
        }
        return ContentStart()
    }

    /// The content that a comma opens: `dass` and question words, a clause in the subjunctive, an infinitive with `zu`, a main
    /// clause with a pronoun first. Nil for appositions, relative and adverbial clauses.
    func germanContent(behindComma comma: Int) -> Int? {
        let next = comma + 1
        guard next < period.upperBound, reading.isOutside(next), tokens[next].kind == .word || tokens[next].kind == .number else {
            return nil
        }
        let hash = tokens[next].hash
        if isRelativeClause(next) { return nil }
        // `…, der im Hafen sprach, sagte, …`: the main clause goes on with its verb.
        if reading.has(next, .verbCue), !tokens[next].isCapitalized { return nil }
        if reading.has(next, .complementizer) { return next + 1 < period.upperBound ? next + 1 : nil }
        if GermanWords.opensContent.contains(hash), hash != GermanWords.wie || hasVerbAtEnd(next) { return next }
        if GermanWords.opensOther.contains(hash) {
            // `sagte, da der Hafen voll sei, müsse …`
            return reading.firstSubjunctive(next..<min(period.upperBound, next + 30), byForm: false) == nil ? nil : next
        }
        if reading.firstSubjunctive(next..<min(period.upperBound, next + 30), second: true) != nil { return next }
        if infinitiveEnd(next) { return next }
        if GermanWords.subject.contains(hash), next + 1 < period.upperBound, tokens[next + 1].kind == .word,
            !tokens[next + 1].isCapitalized, !GermanWords.relative.contains(hash) || reading.has(next + 1, .auxiliary),
            reading.words[next + 1].isDisjoint(with: [.preposition, .adverb, .determiner])
        {
            return next
        }
        return nil
    }

    /// `Merz sagte, die Koalition steht`, `teilte auf Anfrage mit, der Fahrer war betrunken`: a clause in the indicative behind a verb of
    /// speech in a main clause, with nothing but adverbials between the verb and the comma. Behind a subject the comma may as well open
    /// a relative clause, so that the verb must stand second: `sagte die Ministerin, die Mittel reichen nicht`.
    private func plainClause(of attribution: Attribution, isInverted: Bool) -> Int? {
        guard attribution.word.contains(.speech), attribution.left == nil, let source = attribution.source,
            source.reference != .relative, source.reference != .inherited,
            isInverted
                || source.mention.upperBound <= attribution.cue.lowerBound
                    && ((source.mention.upperBound)..<attribution.cue.lowerBound).allSatisfy({
                        reading.has($0, [.adverb, .auxiliary])
                    }),
            let comma =
                (attribution.frame.upperBound..<min(period.upperBound, attribution.frame.upperBound + Self.longestAdverbial))
                .first(where: { !reading.isOutside($0) || reading.isComma($0) }),
            reading.isOutside(comma), comma + 3 < period.upperBound,
            (attribution.frame.upperBound..<comma).allSatisfy({
                reading.isOutside($0) && !reading.endsSentence[$0] && !reading.has($0, .verbCue)
            })
        else { return nil }
        let start = comma + 1
        guard reading.isOutside(start), opensPlainClause(start), !hasSpan(start..<min(period.upperBound, start + 2)) else {
            return nil
        }
        if isInverted || !isAdverbial(attribution.frame.upperBound..<comma) { return hasVerbSecond(start) ? start : nil }
        return start
    }

    /// Whether words between a verb and a comma say nothing but when, where and how: `auf Anfrage`, `am Montag`, `mit`.
    private func isAdverbial(_ range: Range<Int>) -> Bool {
        range.allSatisfy {
            reading.has($0, [.adverb, .time, .preposition]) || Self.inquiries.contains(tokens[$0].hash)
                || tokens[$0].kind == .number
        }
    }

    /// Whether a noun phrase or a pronoun that can be a subject starts at a token.
    private func opensPlainClause(_ start: Int) -> Bool {
        if reading.has(start, [.masculine, .feminine]) { return true }
        if GermanWords.opensOther.contains(tokens[start].hash) || reading.has(start, [.subordinator, .coordinator, .verbCue]) {
            return false
        }
        if reading.has(start, [.determiner, .possessive]) {
            return GermanWords.nominative.contains(tokens[start].hash) && tokens[start + 1].kind == .word
        }
        return tokens[start].kind == .word && tokens[start].isCapitalized && !tokens[start + 1].isCapitalized
            && tokens[start + 1].kind == .word
            && reading.words[start + 1].isDisjoint(with: [.preposition, .determiner, .coordinator])
    }

    /// Whether the word behind the noun phrase that starts at a token can be a verb with something behind it.
    private func hasVerbSecond(_ start: Int) -> Bool {
        var noun = start
        while noun < period.upperBound, tokens[noun].kind == .word, !tokens[noun].isCapitalized, noun - start < 3 { noun += 1 }
        let verb = noun + 1
        guard verb + 1 < period.upperBound, noun == start || tokens[noun].isCapitalized, tokens[verb].kind == .word,
            !tokens[verb].isCapitalized, tokens[verb + 1].isWord,
            reading.words[verb].isDisjoint(with: [.preposition, .determiner, .possessive, .adverb, .coordinator, .time])
        else { return false }
        let bytes = reading.text.text.bytes[tokens[verb].range]
        return reading.has(verb, .auxiliary) || bytes.last == UInt8(ascii: "t") || bytes.suffix(2).elementsEqual("en".utf8)
            || bytes.suffix(2).elementsEqual("te".utf8)
    }

    /// How many tokens such adverbials may take.
    private static let longestAdverbial = 7
    private static let inquiries = Set(
        ["anfrage", "nachfrage", "rückfrage", "mit", "an", "hinzu", "journalisten", "reportern"].map { Hash64.folded($0) }
    )

    private func hasVerbAtEnd(_ start: Int) -> Bool {
        start + 1 < period.upperBound && reading.isOutside(start + 1)
            && (!reading.has(start + 1, [.verbCue, .adverb]) || reading.has(start + 1, .determiner))
    }

    /// `…, die im Netz steht, …`, `…, bei dem …`: a relative pronoun, and a verb before the comma that ends its clause.
    private func isRelativeClause(_ start: Int) -> Bool {
        var pronoun = start
        if reading.has(start, .preposition), start + 1 < period.upperBound { pronoun += 1 }
        guard GermanWords.relative.contains(tokens[pronoun].hash) else { return false }
        if pronoun > start, pronoun + 1 < period.upperBound, !tokens[pronoun + 1].isCapitalized { return true }
        let limit = min(period.upperBound, start + 30)
        // `…, die darin bestehen solle`: its verb stands at the end.
        if start + 4 < limit, !tokens[start + 1].isCapitalized, reading.isOutside(start + 1),
            let verb = reading.firstSubjunctive(start..<limit, second: true), verb > start + 2,
            verb + 1 >= period.upperBound
                || reading.isOutside(verb + 1) && !tokens[verb + 1].isWord && tokens[verb + 1].kind != .quote
        {
            return true
        }
        guard let comma = (start..<limit).first(where: { reading.isOutside($0) && reading.isComma($0) }), comma > start + 1 else {
            return false
        }
        return reading.isOutside(comma - 1) && !tokens[comma - 1].isCapitalized && tokens[comma - 1].kind == .word
            && reading.firstSubjunctive(start..<comma) == nil
    }

    /// Whether the clause from `start` holds an infinitive with `zu`: `zu wollen`, `aufzuheben`.
    private func infinitiveEnd(_ start: Int) -> Bool {
        for index in start..<min(period.upperBound, start + 40) {
            guard reading.isOutside(index) else { continue }
            let token = tokens[index]
            if reading.isComma(index) || reading.isColon(index) || token.kind == .terminator && reading.endsSentence[index] {
                return false
            }
            guard token.kind == .word, !token.isCapitalized else { continue }
            let bytes = reading.text.text.bytes[token.range]
            if token.hash == GermanWords.zu, index + 1 < period.upperBound, !tokens[index + 1].isCapitalized,
                reading.text.text.bytes[tokens[index + 1].range].last == UInt8(ascii: "n"), !reading.has(index + 1, .determiner)
            {
                return true
            }
            if bytes.last == UInt8(ascii: "n"),
                Self.separable.contains(where: { bytes.count > $0.count + 3 && bytes.starts(with: $0) })
            {
                return true
            }
        }
        return false
    }

    /// Separable prefixes with the `zu` of the infinitive: `einzustellen`.
    private static let separable = [
        "ab", "an", "auf", "aus", "bei", "ein", "fern", "fest", "fort", "frei", "her", "hin", "los", "mit", "nach", "statt",
        "teil",
        "um", "vor", "weg", "weiter", "wieder", "zurück", "zusammen", "durch", "heraus", "hinaus", "herbei", "offen", "bereit",
        "entgegen", "hervor", "voran", "dar",
    ].map { Array(($0 + "zu").utf8) }
}
