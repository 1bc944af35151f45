internal import Language
internal import TextCore

/// Quotations that no cue of their period claims, and those inside others.
extension QuotationBuilder {
    // MARK: Quotations without a cue of their own

    mutating func takePending(_ frame: Attribution, _ period: Range<Int>, _ spans: [Int]) {
        guard let first = spans.first, draftOfSpan[first] == nil, reading.spans[first].tokens.lowerBound <= period.lowerBound + 1
        else { return }
        claim(first, frame)
    }

    /// Keeps marked words that are no speech whatever cue stands near: mottoes and definitions.
    mutating func setAside(_ span: Int) {
        drafts.append(draft(span, isSpeech: false))
        draftOfSpan[span] = drafts.count - 1
        verdicts[span] = .aside
    }

    /// `what is called a “burner”`: a word for a thing that nobody in particular calls so.
    func isTerm(_ region: Range<Int>, _ spans: [Int], _ attribution: Attribution) -> Bool {
        guard reading.text.language == "en", spans.count == 1, let span = spans.first.map({ reading.spans[$0] }),
            Self.terms.contains(reading.tokens[attribution.cue.lowerBound].hash),
            reading.wordCount(span.content, limit: 3) <= 2
        else { return false }
        return (region.lowerBound..<max(region.lowerBound, span.tokens.lowerBound)).allSatisfy { reading.has($0, .determiner) }
    }

    /// `was called “a theft” by the union and “overdue” by the chamber`: marked words, each with whoever said so behind it. Gives
    /// whether all of some are that.
    mutating func takeAgents(_ attribution: Attribution, _ spans: [Int]) -> Bool {
        guard reading.text.language == "en", attribution.isPassive || attribution.source.map({ isAgent($0) }) ?? false,
            !spans.isEmpty
        else { return false }
        let agents = spans.map { agent(behind: reading.spans[$0]) }
        guard agents.allSatisfy({ $0 != nil }) else { return false }
        for (span, agent) in zip(spans, agents) {
            var own = attribution
            own.source = agent
            claim(span, own)
        }
        return true
    }

    private func isAgent(_ source: Attribution.Source) -> Bool {
        source.head.lowerBound > 0 && reading.tokens[source.head.lowerBound - 1].hash == CueReader.by
    }

    /// Who says marked words that a passive and “by” stand around.
    func agent(behind span: MarkedSpan) -> Attribution.Source? {
        let by = span.tokens.upperBound
        guard by + 1 < reading.tokens.count, reading.isOutside(by), reading.tokens[by].hash == CueReader.by,
            let sentence = reading.text.sentence(ofToken: by)
        else { return nil }
        return finder.source(after: by + 1, before: max(by + 1, reading.text.sentences[sentence].tokens.upperBound))
            .map(withoutPredicate)
    }

    /// `called a “bomb cyclone” by forecasters hit the coast`: people in the plural end their phrase, the sentence's verb follows.
    private func withoutPredicate(_ source: Attribution.Source) -> Attribution.Source {
        guard
            let people = source.head.first(where: { reading.has($0, .collective) && !reading.tokens[$0].isCapitalized }),
            people + 1 < source.head.upperBound, reading.tokens[people + 1].kind == .word,
            !reading.tokens[people + 1].isCapitalized,
            !reading.has(people + 1, [.preposition, .coordinator, .relative, .collective, .role])
        else { return source }
        let head = source.head.lowerBound..<(people + 1)
        return Attribution.Source(mention: head, head: head, reference: source.reference)
    }

    private static let terms = Set(["called", "dubbed", "termed"].map { Hash64.folded($0) })

    /// Whether words with marks in them before a frame are its content: a comma or a dash parts them from it, or the marks end
    /// right there. `Глава компании «Волна» Алексей Минин заявил, что …`: not what stands before a cue with its clause behind it.
    func ownsLeft(_ region: Range<Int>, _ attribution: Attribution) -> Bool {
        guard reading.text.language != "de" else { return true }
        if let right = attribution.right, right.lowerBound > 0, attribution.isMarked,
            reading.isOutside(right.lowerBound - 1), reading.has(right.lowerBound - 1, .complementizer),
            attribution.source.map({ $0.mention.upperBound <= attribution.cue.lowerBound }) ?? true
        {
            return false
        }
        let end = region.upperBound
        guard reading.text.language != "en", end < reading.tokens.count, reading.isOutside(end) else { return true }
        return reading.isComma(end) || reading.isBreak(end)
            || region.last.map { !reading.isOutside($0) } == true
                && isOnlyLead(
                    region.lowerBound..<(reading.spans[Int(reading.outer[region.upperBound - 1])].tokens.lowerBound)
                )
    }

    mutating func takeUnclaimed(_ index: Int, _ period: Range<Int>, _ attributions: [Attribution]) {
        let span = reading.spans[index]
        if takeTranscript(index, span) { return }
        var draft = draft(index, isSpeech: true)
        let outcry = Aside.outcry(before: span, in: reading)
        if let outcry {
            draft.cue = outcry..<(outcry + 1)
        } else if let frame = UnlistedFrame(behind: span, in: reading) {
            draft.source = frame.source
            draft.cue = frame.cue
        } else if let frame = HowFrame(behind: span, in: reading) {
            draft.source = frame.source
            draft.cue = frame.cue
        } else if let source = nameBeforeColon(span, period) ?? nameAfterDash(span, period) ?? signature(below: span) {
            draft.source = source
        } else if span.family == .dash, span.tokens.lowerBound == reading.text.sectionTokens[span.section].lowerBound {
            // The next line of a dialogue: by another speaker, whom the text does not name.
            draft.isSpeech = true
        } else if isAlone(span, period), isHeading(span, period) {
            draft.isSpeech = false
        } else if isAlone(span, period) {
            inherit(&draft, before: span)
            draft.isSpeech =
                draft.source != nil && reading.wordCount(span.content, limit: 3) >= 1
                || Aside.readsAsSpeech(span, in: reading)
        } else {
            draft.isSpeech = Aside.readsAsSpeech(span, in: reading)
            if draft.isSpeech, Aside.isRetold(span, in: reading), attributions.allSatisfy({ $0.source == nil }), let latest,
                drafts[latest].section >= span.section - 1
            {
                // `Die Lage sei „sehr ernst“.`: goes on with what the speaker before said.
                inherit(&draft, before: span)
            } else if draft.isSpeech {
                if let last = attributions.last(where: { $0.source != nil }) {
                    draft.source = last.source
                    draft.cue = last.cue
                } else if let source = finder.subject(from: period.lowerBound, before: span.tokens.lowerBound) {
                    draft.source = source
                } else {
                    inherit(&draft, before: span)
                }
            }
        }
        // `The “right to be forgotten” was established`: an article alone is nobody.
        if let source = draft.source, isOnlyArticle(source.head) {
            draft.source = nil
            draft.isSpeech =
                draft.isSpeech && reading.lastContentToken(span).map { reading.tokens[$0].kind == .terminator } ?? false
        }
        // `‘He came in.`: a single mark that nothing closes is a slip rather than nobody's words.
        if span.family.isSingle, span.damage == .unclosed, draft.source == nil { draft.isSpeech = false }
        let before = latest
        append(draft)
        // `Aydin widersprach: „…“ Voss kündigte an, …`: who speaks behind the marks goes on.
        if let before, let start = drafts[before].contents.first?.lowerBound, start >= span.tokens.upperBound { latest = before }
        draftOfSpan[index] = drafts.count - 1
        verdicts[index] = outcry != nil ? .claimed : draft.isSpeech ? .speech : .noSpeech
    }

    /// Whether a phrase is an article whose noun stands elsewhere.
    func isOnlyArticle(_ head: Range<Int>) -> Bool {
        head.allSatisfy { reading.has($0, .determiner) && !reading.has($0, .subject) }
    }

    /// Goes on with the speaker before: in the same paragraph, or in the one before when that ended in speech.
    func inherit(_ draft: inout Draft, before span: MarkedSpan) {
        if let narrated, !Aside.isRetold(span, in: reading), section(narrated.lowerBound) == span.section,
            latest.map({ drafts[$0].section < span.section }) ?? true
        {
            draft.source = finder.subject(from: narrated.lowerBound, before: narrated.upperBound)
            if draft.source != nil { return }
        }
        // `Her brother, Tom Reed, disagrees. “I will go.”`
        if let narrated, section(narrated.lowerBound) == span.section, reacts(narrated),
            let source = finder.subject(from: narrated.lowerBound, before: narrated.upperBound)
        {
            draft.source = source
            return
        }
        // `The committee issued a short text:` at the end of the paragraph before.
        if let opener, opener.upperBound == span.tokens.lowerBound,
            let source = finder.subject(from: opener.lowerBound, before: opener.upperBound)
        {
            draft.source = source
            return
        }
        guard let latest, drafts[latest].section >= span.section - 1 else { return }
        draft.source = drafts[latest].source.map { Attribution.Source(mention: $0.mention, head: $0.head, reference: .inherited) }
        draft.cue = drafts[latest].cue
    }

    /// Whether a sentence ends with a verb of answering without words.
    private func reacts(_ period: Range<Int>) -> Bool {
        guard let last = period.last(where: { reading.tokens[$0].isWord }) else { return false }
        return reading.has(last, .reaction)
    }

    /// `Asked, “Is that your boat?” Ned Tolley replied`: a question that was put to whoever answers; by whom, the text does not
    /// say. Gives whether a span is one.
    mutating func takeQuestion(_ index: Int, from region: Range<Int>) -> Bool {
        let span = reading.spans[index]
        guard reading.text.language == "en", let last = reading.lastContentToken(span), reading.isMark(last, "?"),
            region.lowerBound < span.tokens.lowerBound,
            let asked = (region.lowerBound..<span.tokens.lowerBound).prefix(2).first(where: {
                reading.isOutside($0) && reading.tokens[$0].hash == Self.asked
            }),
            asked == region.lowerBound || reading.has(region.lowerBound, .subordinator)
        else { return false }
        var draft = draft(index, isSpeech: true)
        draft.cue = asked..<(asked + 1)
        append(draft)
        draftOfSpan[index] = drafts.count - 1
        verdicts[index] = .claimed
        return true
    }

    private static let asked = Hash64.folded("asked")

    func isAlone(_ span: MarkedSpan, _ period: Range<Int>) -> Bool {
        period.allSatisfy { span.tokens.contains($0) || !reading.tokens[$0].isWord || !reading.isOutside($0) }
    }

    /// `“All Bets Are Off”`: a few capitalized words in marks that are a whole paragraph head the next ones.
    func isHeading(_ span: MarkedSpan, _ period: Range<Int>) -> Bool {
        guard span.damage == nil, reading.text.sectionTokens.indices.contains(span.section),
            reading.text.sectionTokens[span.section].count <= period.count, reading.wordCount(span.content, limit: 10) <= 9,
            let last = reading.lastContentToken(span), !reading.isMark(last, "!"), !reading.isMark(last, "?"),
            !reading.isComma(last)
        else { return false }
        return Aside.isTitle(span.content, reading)
    }

    /// `“TOLLEY: We won’t leave.`, `“HOST: Why?”`: transcripts name who speaks inside the marks, in capitals, and each paragraph
    /// is somebody's. Gives whether a span is one.
    private mutating func takeTranscript(_ index: Int, _ span: MarkedSpan) -> Bool {
        guard span.contents.first.flatMap(transcriptLabel) != nil else { return false }
        var label: Range<Int>?
        for content in span.contents {
            let own = transcriptLabel(content)
            label = own ?? label
            var draft = draft(index, isSpeech: !Aside.isStageDirection(content, reading))
            draft.contents = [own.map { ($0.upperBound + 1)..<content.upperBound } ?? content]
            draft.cue = own.map { $0.upperBound..<($0.upperBound + 1) }
            draft.source = label.map { Attribution.Source(mention: $0, head: $0, reference: .noun) }
            draft.section = section(content.lowerBound)
            append(draft)
        }
        draftOfSpan[index] = drafts.count - 1
        verdicts[index] = .claimed
        return true
    }

    /// The name in capitals that opens content, when a colon follows it.
    private func transcriptLabel(_ content: Range<Int>) -> Range<Int>? {
        guard let first = content.first(where: { reading.tokens[$0].kind != .quote }),
            let colon = (first..<min(content.upperBound, first + 5)).first(where: { reading.isColon($0) }),
            colon + 1 < content.upperBound
        else { return nil }
        let label = first..<colon
        let isName = label.allSatisfy {
            reading.tokens[$0].shape.contains(.allCaps) || reading.tokens[$0].kind == .terminator
        }
        guard isName, let word = label.first(where: { reading.tokens[$0].isWord }) else { return nil }
        return word..<colon
    }

    /// `Jonas Fehr, harbour pilot: “…”`
    func nameBeforeColon(_ span: MarkedSpan, _ period: Range<Int>) -> Attribution.Source? {
        let colon = span.tokens.lowerBound - 1
        guard colon > period.lowerBound, reading.isOutside(colon), reading.isColon(colon), colon - period.lowerBound <= 24 else {
            return nil
        }
        let source = finder.source(after: period.lowerBound, before: colon).flatMap {
            namesNobody($0.head) ? nil : $0
        }
        return source.flatMap { behindAdverbial($0, before: colon) ?? behindParticiple($0, before: colon) }
            ?? source.map { actor(in: $0) ?? $0 }
    }

    /// `With a grin: “You lost.”`, `11.10: “The sums add up.”`: a preposition or a figure alone.
    private func namesNobody(_ head: Range<Int>) -> Bool {
        if head.allSatisfy({ reading.tokens[$0].kind != .word && reading.tokens[$0].kind != .ideograph }) { return true }
        return head.count == 1 && reading.has(head.lowerBound, .preposition) && !reading.namesPerson(head)
    }

    /// `Back in town, Ned Tolley returned to his old lines: “…”`: the subject behind an adverbial that names nobody.
    private func behindAdverbial(_ source: Attribution.Source, before colon: Int) -> Attribution.Source? {
        let head = source.head
        guard reading.text.language == "en", source.reference == .noun, !reading.namesPerson(head),
            !head.contains(where: { reading.has($0, [.role, .collective, .document, .determiner, .possessive]) }),
            let comma = (head.upperBound..<colon).first(where: { reading.isOutside($0) && reading.isComma($0) }),
            let subject = finder.subject(from: comma + 1, before: colon),
            subject.reference == .pronoun
                || reading.namesPerson(subject.head)
        else { return nil }
        return subject
    }

    /// « Interrogé sur le sujet, le ministre a souri : “…” »: the subject behind a participle that opens the sentence.
    private func behindParticiple(_ source: Attribution.Source, before colon: Int) -> Attribution.Source? {
        let head = source.head
        guard ["fr", "es", "it", "pt"].contains(reading.text.language), head.count == 1, !reading.namesPerson(head),
            reading.words[head.lowerBound].isDisjoint(with: [.role, .collective, .document]),
            head.upperBound < colon, reading.has(head.upperBound, .preposition),
            let comma = (head.upperBound..<colon).first(where: { reading.isOutside($0) && reading.isComma($0) }),
            comma + 1 < colon, reading.has(comma + 1, [.determiner, .possessive]) || reading.tokens[comma + 1].isCapitalized
        else { return nil }
        return finder.source(after: comma + 1, before: colon)
    }

    /// `Vidal visita el puerto: «…»`, `Волкова посетила порт: «…»`: the name that a clause opens with, where a verb of a language
    /// whose names say nothing of their end stands behind it.
    private func actor(in source: Attribution.Source) -> Attribution.Source? {
        guard reading.text.language != "en", reading.text.language != "de", source.reference == .noun else { return nil }
        let head = source.head
        guard let end = head.first(where: { $0 > head.lowerBound && !reading.tokens[$0].isCapitalized }),
            head.lowerBound < end, reading.tokens[head.lowerBound].isCapitalized, reading.tokens[end].kind == .word,
            !reading.has(end, [.role, .collective, .document, .preposition, .coordinator, .determiner]),
            end + 1 < head.upperBound,
            (head.lowerBound..<end).allSatisfy({ !reading.has($0, [.role, .collective, .document, .determiner]) })
                || reading.has(end + 1, .determiner)
        else { return nil }
        let lexicon = ClauseLexicon.of(reading.text.language)
        guard reading.has(end + 1, [.determiner, .possessive]) || ClauseCutter.isVerb(end, reading, lexicon) else { return nil }
        return Attribution.Source(mention: head.lowerBound..<end, head: head.lowerBound..<end, reference: .noun)
    }

    /// `“…” — Marit Oll, fish wholesaler`
    func nameAfterDash(_ span: MarkedSpan, _ period: Range<Int>) -> Attribution.Source? {
        let dash = span.tokens.upperBound
        guard dash + 1 < period.upperBound, reading.isOutside(dash), reading.tokens[dash].kind == .dash,
            reading.tokens[dash + 1].isCapitalized, !Aside.glosses(dash + 1, reading)
        else { return nil }
        return finder.source(after: dash + 1, before: period.upperBound)
    }

    /// `“…” ¶ — Marit Oll, fish wholesaler`: the name that a dash opens in the next paragraph, which holds nothing else.
    private func signature(below span: MarkedSpan) -> Attribution.Source? {
        let next = span.section + 1
        guard reading.text.sectionTokens.indices.contains(next), reading.text.sections[next].role == .body else { return nil }
        let line = reading.text.sectionTokens[next]
        guard span.tokens.upperBound == line.lowerBound, (3...Self.longestSignature).contains(line.count),
            reading.tokens[line.lowerBound].kind == .dash,
            let name = line.dropFirst().prefix(Self.longestTitle).lazy.compactMap({ finder.person(startingAt: $0) }).first,
            name.upperBound <= line.upperBound,
            line.allSatisfy({ reading.isOutside($0) && !reading.has($0, [.auxiliary, .verbCue, .subject]) })
        else { return nil }
        return Attribution.Source(mention: name, head: name, reference: .noun)
    }

    /// How many tokens the line below may have, and how many of them a title in front of the name.
    private static let (longestSignature, longestTitle) = (16, 4)

    // MARK: Nested quotations

    /// Spans inside spans: the words are the outer speaker's, unless he tells who said them.
    mutating func addNested() {
        for index in reading.spans.indices where reading.spans[index].enclosing != nil && draftOfSpan[index] == nil {
            var draft = draft(index, isSpeech: false)
            if let outer = reading.spans[index].enclosing.flatMap({ draftOfSpan[$0] }) {
                let start = reading.spans[index].content.lowerBound
                if let first = drafts[outer].contents.first, first.lowerBound <= start { draft.enclosing = outer }
                draft.cue = drafts[outer].cue
                draft.source = drafts[outer].source
                // `“Tom told me, ‘The pier is gone,’ and I ran,” Rusk said`: not Rusk's words.
                if let inner = NestedSource(reading).cue(of: index) {
                    draft.cue = inner.cue
                    if !inner.isOwn { draft.source = inner.source }
                    draft.isSpeech = drafts[outer].isSpeech && inner.isTold
                }
            }
            drafts.append(draft)
            draftOfSpan[index] = drafts.count - 1
        }
    }
}
