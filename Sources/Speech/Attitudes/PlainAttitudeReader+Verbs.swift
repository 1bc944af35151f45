internal import Language
internal import TextCore

/// What verbs take as content, by the words behind them.
extension PlainAttitudeReader {
    private typealias Verb = AttitudeLexicon.Verb

    /// A verb with the words that belong to it and the words around it that matter.
    private struct Place {
        var verb: Int
        /// Auxiliaries and adverbs before the verb.
        var group: (start: Int, isPassive: Bool, isInfinitive: Bool)
        var forms: EnglishInflection.Forms
    }

    /// The attitude that a verb expresses, when it has content of a kind that the verb takes.
    func attitude(
        ofVerb verb: Int,
        _ readings: [AttitudeLexicon.Verb],
        _ cues: CueReader,
        after previous: AttitudeDraft?
    ) -> AttitudeDraft? {
        let group = cues.verbGroup(before: verb)
        let forms = readings.reduce(into: EnglishInflection.Forms()) { $0.formUnion($1.forms) }
        let place = Place(verb: verb, group: group, forms: forms)
        guard isVerb(place, cues) else { return nil }
        let isPassive = group.isPassive && forms.contains(.participle)
        for reading in readings {
            let found = isPassive ? passive(place, reading, cues) : active(place, reading, cues)
            guard let (type, cueEnd, content) = found, !content.isEmpty else { continue }
            let source =
                isPassive
                ? cues.passiveAgent(after: cueEnd) : Self.isCopula(tokens[verb].hash) ? nil : source(place, cues, previous)
            return AttitudeDraft(type: type, cue: verb..<cueEnd, content: content, source: source)
        }
        return nil
    }

    // MARK: Is it a verb here?

    /// Whether a form that may be a noun or an adjective as well stands as a verb.
    private func isVerb(_ place: Place, _ cues: CueReader) -> Bool {
        let verb = place.verb
        let low = cues.period.lowerBound
        let hasAuxiliary = (place.group.start..<verb).contains { reading.has($0, .auxiliary) && !reading.has($0, .subject) }
        if place.group.isInfinitive { return place.forms.contains(.base) }
        if hasAuxiliary { return true }
        if verb == low { return place.forms.contains(.gerund) }
        let before = place.group.start - 1
        guard before >= low else { return false }
        guard reading.isOutside(before) else { return !place.forms.contains(.base) || place.forms.contains(.past) }
        if reading.has(before, [.determiner, .possessive]), !reading.has(before, [.subject, .collective]) { return false }
        if place.forms.contains(.gerund) { return tokens[before].kind != .clitic }
        if reading.has(before, .preposition), !reading.has(before, .adverb) { return false }
        if place.forms.contains(.past) {
            // `a plan proposed by`, `the praised novel`
            let next = verb + 1
            if next < cues.period.upperBound, tokens[next].hash == CueReader.by { return false }
            return tokens[before].isWord || tokens[before].kind == .number || tokens[before].kind == .punctuation
        }
        return cues.takesPresent(before, verb) && !isNounPhrase(before, verb)
    }

    /// `the council plans`, `union demands`: a lower-case noun in the singular before a base form, or before a form in -s.
    private func isNounPhrase(_ before: Int, _ verb: Int) -> Bool {
        guard tokens[before].kind == .word, !tokens[before].isCapitalized else { return false }
        return reading.words[before].isDisjoint(with: [
            .role, .collective, .subject, .relative, .auxiliary, .adverb, .coordinator,
        ])
    }

    // MARK: Frames

    private func active(
        _ place: Place,
        _ reading: AttitudeLexicon.Verb,
        _ cues: CueReader
    ) -> (AttributionType, cueEnd: Int, Range<Int>)? {
        let period = cues.period
        var next = place.verb + 1
        for particle in reading.particles {
            guard next < period.upperBound, self.reading.isOutside(next), tokens[next].hash == particle else { return nil }
            next += 1
        }
        let cueEnd = next
        next = behindAdverbs(next, period)
        guard next < period.upperBound, self.reading.isOutside(next) else { return nil }
        if !reading.particles.isEmpty {
            guard let type = reading.type(.object) ?? reading.type(.causee) ?? reading.type(.clause), opensContent(next) else {
                return nil
            }
            let extent: Extent = self.reading.has(next, .complementizer) ? .clause : .object
            return (type, cueEnd, next..<end(of: extent, from: next, in: period))
        }
        if tokens[next].hash == CueReader.to {
            let frame = reading.type(.infinitive) ?? (Self.isCopula(tokens[place.verb].hash) ? reading.type(.raising) : nil)
            return frame.map { ($0, cueEnd, next..<end(of: .object, from: next, in: period)) }
        }
        if self.reading.has(next, .complementizer) || isClause(next, period) {
            return reading.type(.clause).map { ($0, cueEnd, next..<end(of: .clause, from: next, in: period)) }
        }
        if Self.isCopula(tokens[place.verb].hash) {
            guard let type = reading.type(.raising), tokens[next].isWord, !self.reading.has(next, [.preposition, .coordinator])
            else {
                return nil
            }
            return (type, cueEnd, next..<end(of: .object, from: next, in: period))
        }
        guard opensContent(next) else { return nil }
        let content = next..<end(of: .object, from: next, in: period)
        let hasInfinitive = content.dropFirst().contains { tokens[$0].hash == CueReader.to }
        let type = (hasInfinitive ? reading.type(.causee) : nil) ?? reading.type(.object) ?? reading.type(.predicate)
        return type.map { ($0, cueEnd, content) }
    }

    private func passive(
        _ place: Place,
        _ reading: AttitudeLexicon.Verb,
        _ cues: CueReader
    ) -> (AttributionType, cueEnd: Int, Range<Int>)? {
        guard reading.particles.isEmpty else { return nil }
        let next = behindAdverbs(place.verb + 1, cues.period)
        let cueEnd = place.verb + 1
        if next < cues.period.upperBound, self.reading.isOutside(next), tokens[next].hash == CueReader.to {
            let type = reading.type(.raising) ?? reading.type(.causee)
            return type.map { ($0, cueEnd, next..<end(of: .object, from: next, in: cues.period)) }
        }
        guard let type = reading.type(.object),
            let subject = finder.source(before: place.group.start, from: cues.period.lowerBound), subject.reference == .noun
        else { return nil }
        return (type, cueEnd, subject.mention)
    }

    /// Whether a clause with a subject of its own starts at a token: a pronoun, or a noun phrase before an auxiliary.
    private func isClause(_ start: Int, _ period: Range<Int>) -> Bool {
        if reading.has(start, .subject), !reading.has(start, [.relative, .determiner, .collective]) {
            return start + 1 < period.upperBound && reading.isOutside(start + 1) && tokens[start + 1].kind != .terminator
        }
        for index in start..<min(period.upperBound, start + 8) {
            guard reading.isOutside(index), !reading.isComma(index), !reading.isColon(index), tokens[index].kind != .terminator,
                tokens[index].hash != CueReader.to,
                index == start || !reading.has(index, [.relative, .coordinator, .subordinator])
            else { return false }
            if index > start, reading.has(index, .auxiliary) { return true }
        }
        return false
    }

    /// Whether a noun phrase can start at a token.
    private func opensContent(_ index: Int) -> Bool {
        if reading.has(index, [.masculine, .feminine, .plural, .possessive, .determiner, .complementizer]) { return true }
        let token = tokens[index]
        if token.kind == .number || token.kind == .symbol { return true }
        return token.kind == .word
            && reading.words[index].isDisjoint(with: [.preposition, .coordinator, .subordinator, .auxiliary, .adverb, .time])
    }

    private func behindAdverbs(_ start: Int, _ period: Range<Int>) -> Int {
        var index = start
        while index < period.upperBound, index < start + 3, reading.isOutside(index),
            reading.isLyAdverb(index)
                || reading.has(index, .adverb)
                    && reading.words[index].isDisjoint(with: [.determiner, .collective, .subject, .feminine, .masculine, .plural])
        {
            index += 1
        }
        return index
    }

    private static let copulas = Set(
        ["seem", "appear", "look", "sound"].flatMap { [$0, $0 + "s", $0 + "ed", $0 + "ing"] }.map { Hash64.folded($0) }
    )

    static func isCopula(_ hash: UInt64) -> Bool { copulas.contains(hash) }

    // MARK: Sources

    private func source(_ place: Place, _ cues: CueReader, _ previous: AttitudeDraft?) -> Attribution.Source? {
        let low = cues.period.lowerBound
        let start = place.group.start
        let before = start - 1
        let isJoined =
            before >= low && reading.isOutside(before) && reading.has(before, .coordinator)
            || place.forms.contains(.gerund)
                && !place.group.isPassive
            || place.group.isInfinitive
        if isJoined {
            return previous.flatMap { $0.content.upperBound >= before - 1 ? $0.source : nil }
                ?? finder.subject(from: low, before: start)
        }
        return finder.source(before: start, from: low) ?? finder.subject(from: low, before: start)
    }
}
