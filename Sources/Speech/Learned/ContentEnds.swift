internal import Language
internal import TextCore

/// The places in a sentence where retold content may end, with what is measured of each.
///
/// - Complexity: O(*n*) in the tokens of a sentence, of which no more than ``ContentEnds/reach`` are read.
struct ContentEnds {
    /// How far behind its start content is followed, in tokens.
    static let reach = 90
    /// How many places are weighed: hostile sentences have more.
    static let mostPlaces = 24

    let reading: SpeechReading
    private var tokens: [Token] { reading.tokens }

    init(reading: SpeechReading) { self.reading = reading }

    /// The places where one draft's content may end (exclusive token indices), and which of them the rules chose.
    struct Choice {
        let content: Range<Int>
        let ends: [Int]
        let features: [[Bool]]
        let ruled: Int
    }

    /// The choice that a draft leaves; nil where there is none: direct speech, content before its cue or over several sentences.
    /// - Parameter isTaken: for each token, whether other speech has it, so that content does not grow over it.
    func choice(of draft: Draft, isTaken: [Bool]) -> Choice? {
        guard draft.isSpeech, draft.kind != .direct, !draft.isJudged, !draft.isEnded, draft.contents.count == 1,
            let content = draft.contents.first, !content.isEmpty, let cue = draft.cue, cue.upperBound <= content.lowerBound,
            let sentence = reading.text.sentence(ofToken: content.lowerBound)
        else { return nil }
        let tokens = reading.text.sentences[sentence].tokens
        guard tokens.contains(content.upperBound - 1) || tokens.upperBound == content.upperBound else { return nil }
        let last = trimmed(content.lowerBound..<min(tokens.upperBound, content.lowerBound + Self.reach))
        guard last >= content.upperBound else { return nil }
        var ends: [Int] = []
        for index in (content.lowerBound + 1)..<max(last, content.lowerBound + 1) where ends.count < Self.mostPlaces {
            if isPlace(index, after: content.lowerBound), mayEnd(index, content, isTaken) { ends.append(index) }
        }
        if mayEnd(last, content, isTaken), ends.last != last { ends.append(last) }
        guard let ruled = ends.firstIndex(of: content.upperBound) ?? inserted(content.upperBound, into: &ends), ends.count > 1
        else { return nil }
        let measured = ends.indices.map { features(of: $0, in: ends, content, draft, cue, last) }
        return Choice(content: content, ends: ends, features: measured, ruled: ruled)
    }

    private func inserted(_ end: Int, into ends: inout [Int]) -> Int? {
        let place = ends.firstIndex { $0 > end } ?? ends.count
        ends.insert(end, at: place)
        return place
    }

    /// The end of a range without marks and conjunctions behind its last word or quotation.
    private func trimmed(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, reading.isOutside(end - 1),
            isMark(end - 1) && !reading.isMark(end - 1, ")") && !reading.isMark(end - 1, "%") && tokens[end - 1].kind != .symbol
                || reading.has(end - 1, .coordinator)
        {
            end -= 1
        }
        return end
    }

    private func isMark(_ index: Int) -> Bool { !tokens[index].isWord && tokens[index].kind != .number }

    /// Whether something else may start at a token: a mark between clauses, or a conjunction without one.
    private func isPlace(_ index: Int, after start: Int) -> Bool {
        guard reading.isOutside(index), !reading.isInAside[index] else { return false }
        // A relative clause is as often the speaker's as the writer's: it stays where the rules have it.
        if index + 1 < tokens.count, isBreakingMark(index), reading.isOutside(index + 1), reading.has(index + 1, .relative) {
            return false
        }
        if isBreakingMark(index) { return true }
        guard tokens[index].isWord, !isBreakingMark(index - 1) || index - 1 <= start else { return false }
        return reading.has(index, [.coordinator, .subordinator, .source]) && !reading.has(index, .relative)
    }

    private func isBreakingMark(_ index: Int) -> Bool {
        reading.isOutside(index)
            && (reading.isComma(index) || reading.isBreak(index) || reading.isMark(index, ";") || reading.isColon(index)
                || reading.isMark(index, "("))
    }

    /// Whether content may end there: what is cut off holds no quoted words, and what is added is nobody's.
    private func mayEnd(_ end: Int, _ content: Range<Int>, _ isTaken: [Bool]) -> Bool {
        if end < content.upperBound { return (end..<content.upperBound).allSatisfy(reading.isOutside) }
        return (content.upperBound..<end).allSatisfy { reading.isOutside($0) && !isTaken[$0] && !mayEndSentence($0) }
    }

    /// Whether a sentence may end with a token that the sentence goes on over: content does not grow over it.
    private func mayEndSentence(_ index: Int) -> Bool {
        tokens[index].kind == .terminator && index + 1 < tokens.count && tokens[index + 1].followsSpace
            && tokens[index + 1].isCapitalized
    }

    // MARK: What is measured

    private typealias Setter = (ContentEndFeature, Bool) -> Void

    private func features(
        of place: Int,
        in ends: [Int],
        _ content: Range<Int>,
        _ draft: Draft,
        _ cue: Range<Int>,
        _ last: Int
    ) -> [Bool] {
        var values = Array(repeating: false, count: ContentEndFeature.allCases.count)
        func set(_ feature: ContentEndFeature, _ value: Bool) { if value { values[feature.rawValue] = true } }
        let end = ends[place]
        set(.isRuled, end == content.upperBound)
        let words = reading.wordCount(content.lowerBound..<end, limit: 13)
        set(.shortSoFar, words < 3)
        set(.longSoFar, words > 12)
        set(.verblessSoFar, !(content.lowerBound..<end).contains(where: isVerb))
        guard end < last else {
            set(.isSentenceEnd, true)
            whole(content, cue, last, set)
            return values
        }
        set(.isFirst, place == 0)
        set(.isLast, ends[(place + 1)...].allSatisfy { $0 >= last })
        if place == 0 { first(content, cue, last, set) }
        set(.atComma, reading.isComma(end))
        set(.atDash, reading.isBreak(end))
        set(.atSemicolon, reading.isMark(end, ";"))
        set(.atColon, reading.isColon(end))
        set(.atBracket, reading.isMark(end, "("))
        set(.atNoMark, !isMark(end))
        behind(end, last, draft, set)
        return values
    }

    /// How the content opens: with “that”, “to”, or a phrase without a verb near.
    private enum Opening { case that, infinitive, phrase, clause }

    private func opening(_ content: Range<Int>, _ last: Int) -> Opening {
        let first = content.lowerBound
        if reading.has(first, .complementizer) || first > 0 && reading.has(first - 1, .complementizer) { return .that }
        if tokens[first].hash == CueReader.to || first > 0 && tokens[first - 1].hash == CueReader.to { return .infinitive }
        if reading.has(first, .subject) { return .clause }
        let near = first..<min(last, first + 7)
        return near.contains { reading.has($0, .auxiliary) } ? .clause : .phrase
    }

    private func whole(_ content: Range<Int>, _ cue: Range<Int>, _ last: Int, _ set: Setter) {
        let word = reading.words[cue.lowerBound]
        set(.allOfSource, word.contains(.source))
        set(.allOfTold, word.contains(.tell))
        set(.allOfSpeech, word.contains(.speech))
        set(.allOfAttitude, word.contains(.attitude) && word.isDisjoint(with: [.speech, .tell]))
        let form = self.opening(content, last)
        set(.allOfThat, form == .that)
        set(.allOfInfinitive, form == .infinitive)
        set(.allOfPhrase, form == .phrase)
    }

    private func first(_ content: Range<Int>, _ cue: Range<Int>, _ last: Int, _ set: Setter) {
        let word = reading.words[cue.lowerBound]
        set(.firstOfAttitude, word.contains(.attitude) && word.isDisjoint(with: [.speech, .tell]))
        let form = self.opening(content, last)
        set(.firstOfThat, form == .that)
        set(.firstOfInfinitive, form == .infinitive)
        set(.firstOfPhrase, form == .phrase)
        // `that if the pumps failed, Tolley would …`
        set(
            .firstOfCondition,
            reading.has(content.lowerBound, .subordinator) || form == .that && reading.has(content.lowerBound, .preposition)
        )
    }

    private func behind(_ end: Int, _ last: Int, _ draft: Draft, _ set: Setter) {
        var next = end
        while next < last, isMark(next), tokens[next].kind != .quote { next += 1 }
        guard next < last else { return }
        opener(next, set)
        var start = next
        if reading.has(next, .coordinator), next + 1 < last {
            start = next + 1
            let isBut = tokens[next].hash == Self.but
            let isAct = isVerb(start) || reading.has(start, .adverb) && start + 1 < last && isVerb(start + 1)
            if reading.has(start, .complementizer), !reading.has(start, .subordinator) {
                set(.andThat, true)
            } else if reading.has(start, .subject) {
                set(isBut ? .butSubject : .andSubject, true)
            } else if isAct {
                set(isBut ? .butVerb : .andVerb, true)
                set(.andCue, reading.has(start, .verbCue))
            } else {
                set(isBut ? .butNoun : .andNoun, true)
            }
        } else if reading.has(next, .subordinator), next + 1 < last {
            start = next + 1
            set(.andGerund, ends(start, in: "ing"))
        }
        if let head = draft.source?.head, let own = head.last, start < last {
            let isPronoun = reading.has(start, [.masculine, .feminine, .plural]) && reading.has(start, .subject)
            set(.pronounOfSource, isPronoun && (tokens[start].hash == tokens[own].hash || !reading.has(own, .subject)))
            set(.nameOfSource, (start..<min(last, start + 3)).contains { tokens[$0].hash == tokens[own].hash })
        }
        var stop = start
        while stop < last, stop == start || !isBreakingMark(stop) { stop += 1 }
        let hasVerb = (start..<stop).contains(where: isVerb)
        set(.verbBehind, hasVerb)
        set(.verblessBehind, !hasVerb)
        set(.isParenthesis, stop + 1 < last && reading.isComma(stop) && isVerb(stop + 1))
        set(.cueBehind, (start..<min(stop, start + 8)).contains { reading.isOutside($0) && reading.has($0, [.speech, .tell]) })
        let rest = reading.wordCount(next..<last, limit: 13)
        set(.shortBehind, rest < 4)
        set(.longBehind, rest > 12)
    }

    /// The kind of the word that follows.
    private func opener(_ next: Int, _ set: Setter) {
        let token = tokens[next]
        let word = reading.words[next]
        let feature: ContentEndFeature =
            if token.hash == Self.and {
                .beforeAnd
            } else if token.hash == Self.but {
                .beforeBut
            } else if word.contains(.coordinator) {
                .beforeOr
            } else if word.contains(.source) {
                .beforeSource
            } else if Self.contrast.contains(token.hash) {
                .beforeContrast
            } else if Self.timely.contains(token.hash) {
                .beforeTimeClause
            } else if Self.causes.contains(token.hash) {
                .beforeCause
            } else if word.contains(.complementizer), !word.contains(.subordinator) {
                .beforeThat
            } else if word.contains(.subordinator) {
                .beforeOtherClause
            } else if token.hash == CueReader.to {
                .beforeTo
            } else if word.contains(.subject) {
                .beforeSubject
            } else if word.contains(.auxiliary) {
                .beforeAuxiliary
            } else if word.contains(.preposition) {
                .beforePreposition
            } else if word.contains(.time) {
                .beforeTime
            } else if token.kind == .number {
                .beforeNumber
            } else if ends(next, in: "ing") {
                .beforeGerund
            } else if !word.isDisjoint(with: .verbCue), !token.isCapitalized {
                .beforeCue
            } else if ends(next, in: "ed") {
                .beforeParticiple
            } else if !word.isDisjoint(with: [.determiner, .possessive]) {
                .beforeDeterminer
            } else if word.contains(.adverb) || reading.isLyAdverb(next) {
                .beforeAdverb
            } else if token.isCapitalized {
                .beforeCapital
            } else {
                .beforePlainWord
            }
        set(feature, true)
    }

    /// Whether a token may be a clause's verb, as far as form and lexicon tell.
    private func isVerb(_ index: Int) -> Bool {
        guard reading.isOutside(index) else { return false }
        if reading.has(index, .auxiliary) { return true }
        guard tokens[index].kind == .word, !tokens[index].isCapitalized else { return false }
        return reading.has(index, [.verbCue, .narrative]) || ends(index, in: "ed")
    }

    private func ends(_ index: Int, in suffix: String) -> Bool {
        let range = tokens[index].range
        return tokens[index].kind == .word && !tokens[index].isCapitalized && range.count > suffix.utf8.count + 2
            && reading.text.text.bytes[range].suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    private static let and = Hash64.folded("and")
    private static let but = Hash64.folded("but")
    private static let contrast = Set(["while", "whereas", "although", "though"].map { Hash64.folded($0) })
    private static let timely = Set(["when", "after", "before", "since", "until", "as", "once"].map { Hash64.folded($0) })
    private static let causes = Set(["because", "if", "unless"].map { Hash64.folded($0) })
}
