internal import Language
internal import TextCore

/// Finds what somebody wants, fears or knows in German, French, Spanish, Russian and Ukrainian: `veut fermer le pont`, `хочет,
/// чтобы мост закрыли`, `weiß, dass die Brücke alt ist`.
///
/// Verbs that may be cues of quotations, too, give their content to those.
///
/// - Complexity: O(*n*) in tokens: a verb looks at the rest of its sentence at most.
struct TypedCueReader {
    let reading: SpeechReading
    let types: CueTypes
    private let finder: SourceFinder

    private var tokens: [Token] { reading.tokens }

    init(reading: SpeechReading, types: CueTypes) {
        self.reading = reading
        self.types = types
        finder = SourceFinder(reading: reading)
    }

    /// All attitudes of the text, in order of their verbs.
    func drafts() -> [AttitudeDraft] {
        reading.periods().flatMap { period in
            period.compactMap { verb in
                guard reading.isOutside(verb), tokens[verb].kind == .word,
                    !tokens[verb].isCapitalized || verb == period.lowerBound,
                    let type = types.type(ofCue: tokens[verb].hash)
                else { return nil }
                return attitude(type, of: verb, in: period)
            }
        }
    }

    private func attitude(_ type: AttributionType, of verb: Int, in period: Range<Int>) -> AttitudeDraft? {
        guard var start = contentStart(behind: verb, in: period) else { return nil }
        // `Diesen Druck will er vermeiden`, `Am Montag will der Rat abstimmen`
        if start == verb + 1, isPronoun(start), isPlainSubject(start) {
            start += 1
        } else if let subject = subjectBehind(verb, in: period), subject.mention.lowerBound == start {
            start = subject.mention.upperBound
        }
        let end = contentEnd(from: start, in: period)
        guard reading.wordCount(start..<end, limit: 2) >= 2, let source = source(of: verb, in: period) else { return nil }
        return AttitudeDraft(type: type, cue: verb..<(verb + 1), content: start..<end, source: source)
    }

    /// Where what a verb governs starts: an infinitive, or a clause behind its conjunction.
    private func contentStart(behind verb: Int, in period: Range<Int>) -> Int? {
        var next = verb + 1
        while next < period.upperBound, reading.isOutside(next), reading.has(next, [.adverb, .negation]),
            !reading.has(next, .preposition), next < verb + 3
        {
            next += 1
        }
        guard next + 1 < period.upperBound, reading.isOutside(next), reading.isOutside(next + 1) else { return nil }
        if reading.isComma(next) { return reading.has(next + 1, .complementizer) || isPurpose(next + 1) ? next + 1 : nil }
        if reading.has(next, .complementizer) { return next }
        if reading.text.language == "de" { return isModal(verb) && endsInInfinitive(from: next, in: period) ? next : nil }
        return reading.isInfinitive(next) || tokens[next].kind == .clitic && reading.isInfinitive(next + 1) ? next : nil
    }

    /// `хочет, чтобы`
    private func isPurpose(_ index: Int) -> Bool { Self.purpose.contains(tokens[index].hash) }

    private static let purpose = Set(["чтобы", "чтоб", "щоб"].map { Hash64.folded($0) })

    /// German modals of wishing, whose infinitive ends the clause: `will die Brücke schließen`.
    private func isModal(_ verb: Int) -> Bool { Self.modals.contains(tokens[verb].hash) }

    private static let modals = Set(["will", "wollen", "wollte", "wollten", "möchte", "möchten"].map { Hash64.folded($0) })

    private func endsInInfinitive(from start: Int, in period: Range<Int>) -> Bool {
        let last = contentEnd(from: start, in: period) - 1
        guard last > start, tokens[last].kind == .word, !tokens[last].isCapitalized else { return false }
        return reading.text.text.bytes[tokens[last].range].last == UInt8(ascii: "n")
    }

    /// A comma that no clause inside the content opens, or the end of the sentence.
    private func contentEnd(from start: Int, in period: Range<Int>) -> Int {
        var index = start
        while index < period.upperBound, reading.isOutside(index), index - start < PlainAttitudeReader.longest {
            if tokens[index].kind == .terminator, reading.endsSentence[index] { break }
            if reading.isColon(index) || reading.isMark(index, ";") { break }
            if index > start, reading.isComma(index), index + 1 < period.upperBound,
                !reading.has(index + 1, [.relative, .complementizer, .subordinator])
            {
                break
            }
            index += 1
        }
        return index
    }

    private func source(of verb: Int, in period: Range<Int>) -> Attribution.Source? {
        let cues = CueReader(reading, period: period)
        let start = cues.verbGroup(before: verb).start
        if reading.text.language == "de", verb + 1 < period.upperBound, isPronoun(verb + 1), isPlainSubject(verb + 1) {
            let pronoun = (verb + 1)..<(verb + 2)
            return Attribution.Source(mention: pronoun, head: pronoun, reference: .pronoun)
        }
        if let subject = subjectBehind(verb, in: period) { return subject }
        guard start > period.lowerBound,
            let source = finder.source(before: start, from: period.lowerBound)
                ?? finder.subject(from: period.lowerBound, before: start)
        else { return nil }
        guard reading.text.language == "de", source.reference == .noun else { return source }
        // What stands before a German verb may be its object, or a time.
        let isSubject =
            cues.mayBeSubject(source) && cues.isGermanSource(source)
            && !reading.has(source.head.lowerBound, [.preposition, .time, .adverb, .subordinator])
            && (source.head.lowerBound == period.lowerBound || !reading.has(source.head.lowerBound - 1, .preposition))
        return isSubject ? source : nil
    }

    /// `Das Geld will die Stadt ausgeben`: the office or group behind a German modal, where what stands first is none.
    private func subjectBehind(_ verb: Int, in period: Range<Int>) -> Attribution.Source? {
        guard reading.text.language == "de", isModal(verb), verb + 2 < period.upperBound, reading.isOutside(verb + 1),
            GermanWords.nominative.contains(tokens[verb + 1].hash),
            let found = finder.source(after: verb + 1, before: period.upperBound), found.reference == .noun,
            found.head.contains(where: { reading.has($0, [.role, .collective]) }),
            !(period.lowerBound..<verb).contains(where: { reading.has($0, [.role, .collective, .subject]) }),
            !reading.namesPerson(period.lowerBound..<verb)
        else { return nil }
        // `die Regierung für Schulen ausgeben`: the phrase behind it is wanted.
        let end = found.head.first { $0 > found.head.lowerBound && reading.has($0, .preposition) } ?? found.head.upperBound
        let head = found.head.lowerBound..<end
        return Attribution.Source(mention: head, head: head, reference: .noun)
    }

    private func isPronoun(_ index: Int) -> Bool { reading.isOutside(index) && reading.has(index, .subject) }

    /// Whether a pronoun is a German subject behind its verb, not an article or object.
    private func isPlainSubject(_ index: Int) -> Bool {
        reading.text.language == "de" && !reading.has(index, [.determiner, .relative])
    }
}
