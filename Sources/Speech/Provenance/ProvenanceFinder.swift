internal import Language
internal import TextCore

/// Finds through which outlet a quotation came, and whether its source is kept unnamed.
///
/// - Complexity: O(length of a sentence) for each quotation, of which it looks at no more than ``reach`` tokens.
struct ProvenanceFinder {
    let reading: SpeechReading
    let lexicon: ProvenanceLexicon

    /// How many tokens around a cue or source are looked at.
    static let reach = 80
    /// How many tokens may stand between an appearance or a verb of speaking and the outlet.
    private static let span = 5

    var tokens: [Token] { reading.tokens }

    init?(_ reading: SpeechReading) {
        guard let lexicon = ProvenanceLexicon.of(reading.text.language) else { return nil }
        self.reading = reading
        self.lexicon = lexicon
    }

    // MARK: Via

    /// The outlet through which a draft's words came; nil when its source is the outlet, or none is named in its sentence.
    func via(of draft: Draft) -> Via? {
        guard let cue = draft.cue, let source = draft.source else { return nil }
        var index = sentence(around: cue.lowerBound).lowerBound
        let end = sentence(around: cue.lowerBound).upperBound
        let reason = phrase(lexicon.anonymity, in: index..<end).flatMap { reasonTokens(behind: $0, in: index..<end) }
        while index < end {
            // `weil er nicht befugt ist, mit der Presse zu sprechen`: no outlet that the words came through.
            let isInReason = reason.map { index >= $0.lowerBound && (!isEnglish || index < $0.upperBound) } ?? false
            guard reading.isOutside(index), !isInReason,
                let chain = outlet(at: index, before: end)
            else {
                index += 1
                continue
            }
            let outlet = isEnglish ? chain : named(chain) ?? chain
            let isVia = isEnglish ? leads(to: outlet, cue: cue) : isDrawnOn(outlet, cue)
            if !outlet.overlaps(source.head), isVia {
                let range = reading.bytes(outlet)
                return Via(name: reading.text.text[range], range: range)
            }
            index = chain.upperBound
        }
        return nil
    }

    /// A capitalized name with a word of outlets that starts at a token.
    func outlet(at start: Int, before end: Int) -> Range<Int>? {
        guard isNamePart(start), start == 0 || !isNamePart(start - 1) || !reading.isOutside(start - 1) else { return nil }
        var index = start
        while index < end, reading.isOutside(index), isNamePart(index) { index += 1 }
        let name = start..<index
        return name.contains { lexicon.outlet.contains(tokens[$0]) } || !isEnglish && followsGeneric(name) ? name : nil
    }

    var isEnglish: Bool { reading.text.language == "en" }

    func isNamePart(_ index: Int) -> Bool {
        let others: WordClass =
            isEnglish ? [.determiner, .subject, .preposition] : [.determiner, .subject, .preposition, .subordinator]
        guard tokens[index].kind == .word, !reading.has(index, others) else { return false }
        return tokens[index].isCapitalized || ProvenanceLexicon.small.contains(tokens[index].hash)
    }

    /// Whether the words around an outlet say that something was said to it or printed by it.
    private func leads(to outlet: Range<Int>, cue: Range<Int>) -> Bool {
        var before = outlet.lowerBound - 1
        if before >= 0, reading.has(before, [.determiner, .possessive]) { before -= 1 }
        guard before >= 0 else { return isPublishing(outlet.upperBound, cue) }
        // `said Ned Tolley, citing Reuters`, `according to Reuters, quoting Interfax`
        if reading.has(before, .gerund), lexicon.publishing.contains(tokens[before]) { return true }
        // `told Fox News`
        if cue.contains(before), reading.has(before, .tell) { return true }
        // `according to Reuters`
        if before > 0, reading.has(before - 1, .source), Int(reading.lengths[before - 1]) == 2, !cue.contains(before) {
            return true
        }
        if reading.has(before, .preposition) {
            let near = max(0, before - Self.span)..<before
            if near.contains(where: {
                reading.isOutside($0) && (lexicon.appearance.contains(tokens[$0]) || lexicon.speaking.contains(tokens[$0]))
            }) {
                return true
            }
        }
        return isPublishing(outlet.upperBound, cue)
    }

    /// `Reuters reported`, `which CNN first reported`, with a cue of its own for the words.
    private func isPublishing(_ index: Int, _ cue: Range<Int>) -> Bool {
        var verb = index
        while verb < tokens.count, verb < index + 2, reading.isOutside(verb), reading.has(verb, [.adverb, .auxiliary]) {
            verb += 1
        }
        return verb < tokens.count && lexicon.publishing.contains(tokens[verb]) && !cue.contains(verb)
    }

    // MARK: Anonymity

    /// Whether a draft's source is said to be kept unnamed, in its sentence or the next.
    func anonymity(of draft: Draft, _ speaker: Speaker?) -> Anonymity? {
        guard let source = draft.source, speaker?.entity == nil, source.reference == .noun else { return nil }
        let sentence = sentence(around: source.mention.lowerBound)
        if let place = phrase(lexicon.anonymity, in: sentence) { return Anonymity(reason: reason(behind: place, in: sentence)) }
        // `The official spoke on condition of anonymity`, right behind.
        if sentence.upperBound < tokens.count, let noun = RoleWords.noun(of: source.head, reading) {
            let next = self.sentence(around: sentence.upperBound)
            let takesUp = next.prefix(4).contains {
                tokens[$0].hash == tokens[noun].hash || reading.has($0, .subject) && !reading.has($0, .relative)
            }
            if takesUp, let place = phrase(lexicon.anonymity, in: next) {
                return Anonymity(reason: reason(behind: place, in: next))
            }
        }
        // `a person familiar with the matter`, `officials briefed on the plan`
        let near = source.head.lowerBound..<min(sentence.upperBound, max(source.mention.upperBound, source.head.upperBound + 2))
        if let place = phrase(lexicon.described, in: near),
            (source.head.lowerBound..<place.lowerBound).allSatisfy({ !tokens[$0].isCapitalized || $0 == sentence.lowerBound })
        {
            return Anonymity()
        }
        return source.head.contains { lexicon.unnamed.contains(tokens[$0]) } ? Anonymity() : nil
    }

    /// The clause that gives the reason, without what ends the sentence.
    private func reason(behind place: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        reasonTokens(behind: place, in: sentence).map(reading.bytes)
    }

    /// The tokens of the reason.
    func reasonTokens(behind place: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        guard let opening = phrase(lexicon.reason, in: place.upperBound..<sentence.upperBound) else { return nil }
        var end = opening.upperBound
        while end < sentence.upperBound, reading.isOutside(end), tokens[end].kind != .terminator || !reading.endsSentence[end] {
            if reading.isComma(end), !isEnglish || end + 1 < sentence.upperBound && reading.has(end + 1, .verbCue) { break }
            end += 1
        }
        return end - opening.lowerBound > 2 ? opening.lowerBound..<end : nil
    }

    /// The first of some phrases in a range, outside of quotations.
    func phrase(_ phrases: [[UInt64]], in range: Range<Int>) -> Range<Int>? {
        for start in range where reading.isOutside(start) {
            for phrase in phrases where start + phrase.count <= range.upperBound {
                if phrase.indices.allSatisfy({ tokens[start + $0].hash == phrase[$0] }) { return start..<(start + phrase.count) }
            }
        }
        return nil
    }

    func sentence(around token: Int) -> Range<Int> {
        guard let index = reading.text.sentence(ofToken: token) else { return token..<(token + 1) }
        let sentence = reading.text.sentences[index].tokens
        return max(sentence.lowerBound, token - Self.reach)..<min(sentence.upperBound, token + Self.reach)
    }
}
