internal import Language
internal import TextCore

/// Finds attitudes, judgments and what they are about without a grammar: by the forms of verbs, function words and
/// punctuation.
///
/// - Complexity: O(*n*) in tokens: each predicate looks at a bounded number of them.
struct PlainAttitudeReader {
    let reading: SpeechReading
    let lexicon: AttitudeLexicon
    let finder: SourceFinder

    /// How many tokens content without a mark at its end may have.
    static let longest = 60

    var tokens: [Token] { reading.tokens }

    init(reading: SpeechReading, lexicon: AttitudeLexicon) {
        self.reading = reading
        self.lexicon = lexicon
        finder = SourceFinder(reading: reading)
    }

    /// All attitudes of the text, in order of their predicates.
    func drafts() -> [AttitudeDraft] {
        var drafts: [AttitudeDraft] = []
        for period in reading.periods() {
            let cues = CueReader(reading, period: period)
            var previous: AttitudeDraft?
            for token in period where reading.isOutside(token) && tokens[token].isWord {
                guard let draft = attitude(at: token, cues, after: previous) else { continue }
                drafts.append(draft)
                previous = draft
            }
        }
        return drafts
    }

    private func attitude(at token: Int, _ cues: CueReader, after previous: AttitudeDraft?) -> AttitudeDraft? {
        let hash = tokens[token].hash
        let isName = tokens[token].isCapitalized && token > cues.period.lowerBound && !cues.isTitleCase
        guard !isName else { return nil }
        if let readings = lexicon.verbs[hash], let draft = attitude(ofVerb: token, readings, cues, after: previous) {
            return draft
        }
        if let governor = lexicon.nouns[hash], let draft = attitude(ofNoun: token, governor, cues) { return draft }
        if let governor = lexicon.adjectives[hash], let draft = attitude(ofAdjective: token, governor, cues) { return draft }
        if let type = lexicon.adverbs[hash] { return attitude(ofAdverb: token, type, cues) }
        return nil
    }

    // MARK: Other predicates than verbs

    /// `his claim that X`, `Tolley’s support for X`.
    private func attitude(ofNoun noun: Int, _ governor: AttitudeLexicon.Governor, _ cues: CueReader) -> AttitudeDraft? {
        let next = noun + 1
        guard next + 1 < cues.period.upperBound, reading.isOutside(next), governor.openings.contains(tokens[next].hash) else {
            return nil
        }
        let owner = owner(of: noun, from: cues.period.lowerBound)
        let opensClause = tokens[next].hash == CueReader.to || reading.has(next, .complementizer)
        if tokens[next].hash == CueReader.to, owner == nil { return nil }
        let start = opensClause ? next : next + 1
        var end = end(of: opensClause ? .clause : .object, from: start, in: cues.period)
        // `Her promise to rebuild the pier came too late`
        if opensClause, cues.opensSentence(owner?.mention.lowerBound ?? noun) {
            end = cues.mainVerb(behindClause: start, before: end)
        }
        return AttitudeDraft(type: governor.type, cue: noun..<next, content: start..<end, source: owner)
    }

    /// `his`, `Tolley’s`, with an adjective or two behind it.
    private func owner(of noun: Int, from low: Int) -> Attribution.Source? {
        var at = noun - 1
        let limit = max(low, noun - 3)
        while at > limit, reading.isOutside(at), tokens[at].kind == .word, !reading.has(at, [.possessive, .determiner]) {
            at -= 1
        }
        guard at >= low, reading.isOutside(at) else { return nil }
        if reading.has(at, .possessive) {
            return Attribution.Source(mention: at..<(at + 1), head: at..<(at + 1), reference: .pronoun)
        }
        guard tokens[at].kind == .clitic, tokens[at].hash == CueReader.possessive, at > low else { return nil }
        let near = max(low, at - 8)..<at
        let preposition = near.last { !reading.isOutside($0) || reading.has($0, .preposition) }
        return finder.source(before: at, from: preposition.map { $0 + 1 } ?? near.lowerBound)
    }

    /// `is confident that X`, `was critical of X`.
    private func attitude(ofAdjective word: Int, _ governor: AttitudeLexicon.Governor, _ cues: CueReader) -> AttitudeDraft? {
        let next = word + 1
        guard next + 1 < cues.period.upperBound, reading.isOutside(next), governor.openings.contains(tokens[next].hash) else {
            return nil
        }
        let group = cues.verbGroup(before: word)
        guard (group.start..<word).contains(where: { reading.has($0, .auxiliary) }) else { return nil }
        let opensClause = tokens[next].hash == CueReader.to || reading.has(next, .complementizer)
        let start = opensClause ? next : next + 1
        return AttitudeDraft(
            type: governor.type,
            cue: word..<next,
            content: start..<end(of: opensClause ? .clause : .object, from: start, in: cues.period),
            source: finder.source(before: group.start, from: cues.period.lowerBound)
        )
    }

    /// `reportedly left`.
    private func attitude(ofAdverb word: Int, _ type: AttributionType, _ cues: CueReader) -> AttitudeDraft? {
        guard word + 2 < cues.period.upperBound, reading.isOutside(word + 1), tokens[word + 1].isWord else { return nil }
        let content = (word + 1)..<end(of: .object, from: word + 1, in: cues.period)
        return AttitudeDraft(type: type, cue: word..<(word + 1), content: content, source: nil)
    }

    // MARK: Ends of content

    enum Extent {
        /// A noun phrase or infinitive: a comma ends it.
        case object
        /// A clause: it goes on over commas, but not into a relative clause, a contrast or another frame.
        case clause
    }

    /// Where content that starts at a token ends.
    func end(of extent: Extent, from start: Int, in period: Range<Int>) -> Int {
        var index = start
        let limit = min(period.upperBound, start + Self.longest)
        while index < limit {
            guard reading.isOutside(index) else { return index }
            switch tokens[index].kind {
            case .terminator where reading.endsSentence[index] || index + 1 >= period.upperBound: return index
            case .dash where reading.isBreak(index): return index
            case .punctuation:
                if reading.isColon(index) || reading.isMark(index, ";") { return index }
                if reading.isMark(index, "("), extent == .object { return index }
                if reading.isComma(index), endsAtComma(index, extent, period) { return index }
            case .word where index > start:
                if extent == .object, reading.has(index, .subordinator), !reading.has(index, [.complementizer, .adverb]),
                    !Self.inside.contains(tokens[index].hash)
                {
                    return index
                }
                if reading.has(index, .coordinator), opensVerbPhrase(index + 1, period) { return index }
            default: break
            }
            index += 1
        }
        return index
    }

    private func endsAtComma(_ comma: Int, _ extent: Extent, _ period: Range<Int>) -> Bool {
        let next = comma + 1
        guard next < period.upperBound, reading.isOutside(next) else { return true }
        if extent == .object {
            // `supports the dam, the lock and the pier`: a list goes on to its conjunction.
            let near = next..<min(period.upperBound, next + 6)
            guard let and = near.first(where: { reading.isOutside($0) && reading.has($0, .coordinator) }) else { return true }
            return and == next
                || near.prefix(and - next).contains { reading.has($0, [.auxiliary, .subject, .relative, .gerund]) }
        }
        if reading.has(next, [.relative, .gerund, .source]) || tokens[next].hash == Self.which { return true }
        return reading.has(next, .coordinator) && tokens[next].hash != Self.and
            || reading.has(next, .subordinator) && !reading.has(next, [.complementizer, .adverb])
    }

    /// `and said`, `and he left`: what a conjunction joins to the frame, not to the content.
    private func opensVerbPhrase(_ start: Int, _ period: Range<Int>) -> Bool {
        var index = start
        while index < period.upperBound, index < start + 2, reading.isOutside(index),
            reading.isLyAdverb(index)
                || reading.has(index, .adverb) && reading.words[index].isDisjoint(with: [.determiner, .collective])
        {
            index += 1
        }
        guard index < period.upperBound, reading.isOutside(index), tokens[index].kind == .word else { return false }
        if reading.has(index, [.auxiliary, .narrative]), !reading.has(index, .determiner) { return true }
        if reading.has(index, .subject), !reading.has(index, [.relative, .collective]) { return true }
        return lexicon.verbs[tokens[index].hash]?.contains { !$0.forms.isDisjoint(with: [.past, .thirdPerson]) } ?? false
    }

    /// Words that open no clause inside a noun phrase: `support for people as old as he`.
    private static let inside = Set(["than", "as", "so", "whose", "where"].map { Hash64.folded($0) })
    private static let which = Hash64.folded("which")
    private static let and = Hash64.folded("and")
}
