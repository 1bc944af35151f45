internal import Language
internal import TextCore

/// What is no quotation but tells where one came from: “citing Reuters”, “which Reuters cited”, “who asked not to be named”.
extension ProvenanceFinder {
    /// Drafts without those that give an outlet, or the way in which somebody stays unnamed, as what was said.
    func withoutChains(_ drafts: [Draft]) -> [Draft] {
        // Indexes into the list are kept by whoever is enclosed.
        guard drafts.allSatisfy({ $0.enclosing == nil }) || drafts.contains(where: isChain) else { return drafts.map(uncited) }
        var place = [Int?](repeating: nil, count: drafts.count)
        var kept: [Draft] = []
        for (index, draft) in drafts.enumerated() where !isChain(draft) {
            place[index] = kept.count
            kept.append(uncited(draft))
        }
        for index in kept.indices { kept[index].enclosing = kept[index].enclosing.flatMap { place[$0] } }
        return kept
    }

    /// Attitudes without those by which an outlet tells whom it has its news from.
    func withoutChains(_ attitudes: [AttitudeDraft]) -> [AttitudeDraft] {
        attitudes.filter { !isChain($0.draft(in: reading)) }
    }

    /// Whether words are a noun phrase, for all that rules can tell: who is quoted, no clause.
    private func isPhrase(_ content: Range<Int>) -> Bool {
        content.allSatisfy {
            reading.isOutside($0) && !reading.has($0, [.auxiliary, .complementizer])
                && (!reading.has($0, .subject) || reading.has($0, .determiner)
                    || $0 > content.lowerBound && reading.has($0 - 1, .preposition))
        }
    }

    /// `citing witnesses`, `citing the Defence Ministry`, `citing data from the operator`: whether words name people, an office or a
    /// text that something is known from; `citing bad weather` gives a reason.
    private func namesSource(_ phrase: Range<Int>) -> Bool {
        phrase.contains {
            reading.has($0, [.role, .collective, .document]) || lexicon.unnamed.contains(tokens[$0])
                || SpeakerResolver.findings.contains(tokens[$0].hash)
        }
            || reading.text.names.contains { $0.tokens.overlaps(phrase) && $0.kind != .place }
    }

    private func isOutlet(_ source: Attribution.Source?) -> Bool {
        source?.head.contains { lexicon.outlet.contains(tokens[$0]) } ?? false
    }

    /// `Reuters reported, quoting`: whether an outlet and what it does stand before the comma in front of a cue.
    private func followsOutlet(_ cue: Range<Int>) -> Bool {
        let verb = cue.lowerBound - 2
        return verb > 0 && reading.isOutside(verb + 1) && reading.isComma(verb + 1) && reading.isOutside(verb)
            && (reading.has(verb, .speech) && lexicon.outlet.contains(tokens[verb - 1])
                || lexicon.outlet.contains(tokens[verb]) && reading.has(verb - 1, [.speech, .source]))
    }

    /// Whether what is taken for words is an outlet that is cited, or how a source stays unnamed.
    private func isChain(_ draft: Draft) -> Bool {
        guard draft.kind == .indirect, let content = draft.contents.first, let cue = draft.cue, !content.isEmpty else {
            return false
        }
        if lexicon.publishing.contains(tokens[cue.lowerBound]) {
            if draft.contents.count == 1, content.count == 1, reading.has(content.lowerBound, .relative) { return true }
            if isEnglish, draft.contents.count == 1, cited(content) == content.upperBound { return true }
            if isEnglish, reading.has(cue.lowerBound, .gerund), isPhrase(content),
                isOutlet(draft.source) || followsOutlet(cue) || namesSource(content)
            {
                return true
            }
        }
        return isAboutAnonymity(content, cue)
    }

    /// The end of the outlet that a range opens with; nil where it opens with none.
    private func cited(_ range: Range<Int>) -> Int? {
        var start = range.lowerBound
        while start + 1 < range.upperBound, reading.has(start, .determiner) { start += 1 }
        return outlet(at: start, before: range.upperBound)?.upperBound
    }

    /// `said, citing Reuters, that the quay was old`, `reported on Monday, citing two officials, that …`: the words behind the second
    /// comma, and the verb before the first.
    private func uncited(_ draft: Draft) -> Draft {
        guard isEnglish, draft.kind != .direct, draft.contents.count == 1, let cue = draft.cue,
            let content = draft.contents.first,
            reading.has(cue.lowerBound, .gerund), lexicon.publishing.contains(tokens[cue.lowerBound]),
            let end = cited(content) ?? phraseBeforeThat(content), end + 2 < content.upperBound, reading.isComma(end),
            cue.lowerBound > 1, reading.isComma(cue.lowerBound - 1), let verb = verb(before: cue.lowerBound - 1)
        else { return draft }
        var cut = draft
        cut.cue = verb..<(verb + 1)
        let start = reading.has(end + 1, .complementizer) ? end + 2 : end + 1
        cut.contents = [start..<content.upperBound]
        return cut
    }

    /// The comma behind a noun phrase that content opens with, where `that` follows it.
    private func phraseBeforeThat(_ content: Range<Int>) -> Int? {
        guard
            let comma = content.first(where: {
                reading.isOutside($0) && reading.isComma($0) && $0 + 1 < content.upperBound
                    && reading.has($0 + 1, .complementizer)
            }), comma > content.lowerBound, isPhrase(content.lowerBound..<comma)
        else { return nil }
        return comma
    }

    /// The verb of speech right before a comma, or before the time and place in front of it.
    private func verb(before comma: Int) -> Int? {
        let low = max(0, comma - Self.longestAdverbial)
        guard let verb = (low..<comma).last(where: { reading.has($0, [.speech, .tell]) && !tokens[$0].isCapitalized }),
            ((verb + 1)..<comma).allSatisfy({
                reading.isOutside($0)
                    && (reading.has($0, [.time, .preposition, .adverb]) || tokens[$0].kind == .number
                        || tokens[$0].isCapitalized)
            })
        else { return nil }
        return verb
    }

    /// How many tokens a time or place between a verb and a comma may take.
    private static let longestAdverbial = 6

    /// Whether words stand in the phrase by which a source stays unnamed, or in its reason.
    private func isAboutAnonymity(_ content: Range<Int>, _ cue: Range<Int>) -> Bool {
        let sentence = sentence(around: content.lowerBound)
        let places = [lexicon.anonymity, lexicon.unauthorized].compactMap { reading.phrase($0, in: sentence) }
        if places.contains(where: { $0.contains(content.lowerBound) || $0.overlaps(cue) && isEnglish }) { return true }
        guard let place = places.first, content.lowerBound >= place.lowerBound,
            let reason = reasonTokens(behind: place, in: sentence, before: isEnglish ? nil : cue.lowerBound)
        else { return false }
        // `on condition of anonymity to discuss private talks`
        if isEnglish { return cue.lowerBound == reason.lowerBound + 1 && tokens[reason.lowerBound].hash == CueReader.to }
        return content.lowerBound >= reason.lowerBound && content.lowerBound <= reason.upperBound + 1
            && sentence.upperBound - content.upperBound <= 1
    }
}
