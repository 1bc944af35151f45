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
        if let relay = draft.relay { return via(named: relay) }
        var index = sentence(around: cue.lowerBound).lowerBound
        let end = sentence(around: cue.lowerBound).upperBound
        let reason = reading.phrase(lexicon.anonymity, in: index..<end).flatMap { reasonTokens(behind: $0, in: index..<end) }
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
            // «Источник агентства Интерфакс сообщил»
            let isOfUnnamed =
                !isEnglish && outlet.lowerBound > source.head.lowerBound && outlet.overlaps(source.head)
                && source.head.prefix(outlet.lowerBound - source.head.lowerBound).contains {
                    lexicon.unnamed.contains(tokens[$0])
                }
            if isOfUnnamed || !outlet.overlaps(source.head) && isVia {
                return via(named: outlet)
            }
            index = chain.upperBound
        }
        return nil
    }

    /// An outlet by the words that name it, without its article.
    private func via(named tokens: Range<Int>) -> Via {
        var name = tokens
        while name.count > 1, reading.has(name.lowerBound, .determiner) { name = name.dropFirst() }
        let range = reading.bytes(name)
        return Via(name: reading.text.text[range], range: range)
    }

    /// A capitalized name with a word of outlets that starts at a token; in English also `state media`, `RIA news agency`.
    func outlet(at start: Int, before end: Int) -> Range<Int>? {
        if isEnglish, let medium = medium(at: start, before: end) { return medium }
        guard isNamePart(start), start == 0 || !isNamePart(start - 1) || !reading.isOutside(start - 1) else { return nil }
        var index = start
        while index < end, reading.isOutside(index), isNamePart(index) { index += 1 }
        let name = start..<index
        if isEnglish, index > start, let kind = kindOfOutlet(at: index, before: end) { return start..<kind }
        return name.contains { lexicon.outlet.contains(tokens[$0]) } || !isEnglish && followsGeneric(name) ? name : nil
    }

    /// `state media`, `local television`: a kind of outlet behind what it is of.
    private func medium(at start: Int, before end: Int) -> Range<Int>? {
        guard tokens[start].hash == Self.state, reading.isOutside(start) else { return nil }
        return kindOfOutlet(at: start + 1, before: end).map { start..<$0 }
    }

    /// The end of the words for a kind of outlet that start at a token: `news agency`, `television`.
    private func kindOfOutlet(at start: Int, before end: Int) -> Int? {
        var index = start
        while index < end, reading.isOutside(index), tokens[index].kind == .word,
            !tokens[index].isCapitalized || tokens[index].shape.contains(.allCaps),
            lexicon.medium.contains(tokens[index]) || lexicon.outlet.contains(tokens[index])
        {
            index += 1
        }
        return index > start && lexicon.medium.contains(tokens[index - 1]) ? index : nil
    }

    private static let state = Hash64.folded("state")

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
        if let unnamed = unnamed(source, in: sentence, cue: draft.cue) { return unnamed }
        // `The official spoke on condition of anonymity`, right behind.
        if sentence.upperBound < tokens.count, let noun = RoleWords.noun(of: source.head, reading) {
            let next = self.sentence(around: sentence.upperBound)
            let takesUp = next.prefix(4).contains {
                tokens[$0].hash == tokens[noun].hash || reading.has($0, .subject) && !reading.has($0, .relative)
            }
            if takesUp, let unnamed = unnamed(nil, in: next, cue: nil) { return unnamed }
        }
        // `a person familiar with the matter`, `officials briefed on the plan`
        let near = source.head.lowerBound..<min(sentence.upperBound, max(source.mention.upperBound, source.head.upperBound + 2))
        if let place = reading.phrase(lexicon.described, in: near),
            (source.head.lowerBound..<place.lowerBound).allSatisfy({ !tokens[$0].isCapitalized || $0 == sentence.lowerBound })
        {
            return Anonymity()
        }
        return source.head.contains { lexicon.unnamed.contains(tokens[$0]) } ? Anonymity() : nil
    }

    /// What a sentence says of the namelessness of a source; of whoever it is about where no source is given.
    private func unnamed(_ source: Attribution.Source?, in sentence: Range<Int>, cue: Range<Int>?) -> Anonymity? {
        let stated = reading.phrase(lexicon.anonymity, in: sentence).flatMap { isOf(source, $0, sentence) ? $0 : nil }
        let frame =
            source.map { min($0.mention.lowerBound, cue?.lowerBound ?? .max) }.flatMap { start in
                stated.map { $0.upperBound <= start } == true ? start : cue?.lowerBound
            } ?? cue?.lowerBound
        if let stated, let reason = reasonTokens(behind: stated, in: sentence, before: frame) {
            return Anonymity(reason: reading.bytes(reason))
        }
        // `an official not authorised to speak to the media`: that is the reason.
        if let place = reading.phrase(lexicon.unauthorized, in: sentence), isOf(source, place, sentence) {
            return Anonymity(reason: reading.bytes(clause(from: place.lowerBound, behind: place.upperBound, sentence, frame)))
        }
        return stated == nil ? nil : Anonymity()
    }

    /// Whether a phrase by which somebody stays unnamed is of a source: not where it tells of others, `The minister denied it to
    /// an aide, who asked not to be named`.
    private func isOf(_ source: Attribution.Source?, _ place: Range<Int>, _ sentence: Range<Int>) -> Bool {
        guard let source, isEnglish else { return true }
        var index = place.lowerBound - 1
        var hasVerb = false
        while index > sentence.lowerBound, reading.isOutside(index), tokens[index].isWord,
            reading.has(index, [.auxiliary, .negation, .adverb, .preposition, .determiner, .verbCue, .narrative, .gerund])
                || lexicon.speaking.contains(tokens[index])
        {
            hasVerb = hasVerb || !reading.has(index, [.adverb, .preposition, .determiner])
            index -= 1
        }
        if reading.has(index, .relative) {
            (index, hasVerb) = (index - 1, true)
        }
        if index > sentence.lowerBound, reading.isComma(index) {
            index -= 1
        } else if !hasVerb {
            return true
        }
        guard index >= sentence.lowerBound, reading.isOutside(index), reading.has(index, [.role, .collective]) else {
            return true
        }
        return source.mention.contains(index) || source.head.upperBound == index + 1
    }

    /// The tokens of the clause that gives the reason, without what ends the sentence.
    /// - Parameter frame: the token of the frame behind it, where it ends.
    func reasonTokens(behind place: Range<Int>, in sentence: Range<Int>, before frame: Int? = nil) -> Range<Int>? {
        guard let opening = reading.phrase(lexicon.reason, in: place.upperBound..<sentence.upperBound),
            // `on condition of anonymity, said he left because …`: another's reason.
            !isEnglish
                || (place.upperBound..<opening.lowerBound).allSatisfy({
                    reading.isOutside($0) && !reading.has($0, [.speech, .tell])
                })
        else { return nil }
        let tokens = clause(from: opening.lowerBound, behind: opening.upperBound, sentence, frame)
        return tokens.upperBound - opening.lowerBound > 2 ? tokens : nil
    }

    /// A clause up to the frame or the comma behind it, without the verb that a conjunction joins to it.
    private func clause(from start: Int, behind opening: Int, _ sentence: Range<Int>, _ frame: Int?) -> Range<Int> {
        var end = opening
        while end < sentence.upperBound, end != frame, reading.isOutside(end),
            tokens[end].kind != .terminator || !reading.endsSentence[end]
        {
            if reading.isComma(end), !isEnglish || end + 1 < sentence.upperBound && reading.has(end + 1, .verbCue) { break }
            // `not authorized to discuss it and spoke on condition of anonymity`
            if isEnglish, reading.has(end, .coordinator), end + 1 < sentence.upperBound,
                reading.has(end + 1, [.verbCue, .narrative])
            {
                break
            }
            end += 1
        }
        while end > opening, reading.isComma(end - 1) { end -= 1 }
        return start..<end
    }

    func sentence(around token: Int) -> Range<Int> {
        guard let index = reading.text.sentence(ofToken: token) else { return token..<(token + 1) }
        let sentence = reading.text.sentences[index].tokens
        return max(sentence.lowerBound, token - Self.reach)..<min(sentence.upperBound, token + Self.reach)
    }
}
