internal import Language
internal import TextCore

/// Makes quotations of the marked spans and attributions of a text, period by period.
struct QuotationBuilder {
    /// How many attributions a period may have: what has more is no sentence, and each would get the rest of it as content.
    static let mostAttributions = 24

    let reading: SpeechReading
    let finder: SourceFinder
    var drafts: [Draft] = []
    /// For each span, the draft that holds it.
    var draftOfSpan: [Int?]
    /// The latest attributed draft, for quoted sentences that go on without a cue of their own.
    var latest: Int?
    /// A frame that ended in a colon at the end of the period before.
    var pending: Attribution?
    /// The period before, when no quotation stands in it: its subject may speak next.
    var narrated: Range<Int>?
    /// The period before, when it ends in a colon.
    var opener: Range<Int>?
    /// The period before, when nobody says anything in it.
    var unspoken: Range<Int>?
    /// The attributions of that period.
    var unspokenAttributions: [Attribution] = []
    /// Where the last period with speech ends.
    var lastSpoken: Int?
    /// What the rules make of each span.
    var verdicts: [MarkVerdict]
    /// For each span, the draft whose content it is a part of.
    var holderOfSpan: [Int?]
    /// For each span, its period.
    var periodOfSpan: [Range<Int>]
    /// The attributions of each period that has spans, by the period's first token.
    var attributionsByPeriod: [Int: [Attribution]] = [:]

    init(_ reading: SpeechReading) {
        self.reading = reading
        finder = SourceFinder(reading: reading)
        draftOfSpan = Array(repeating: nil, count: reading.spans.count)
        verdicts = Array(repeating: .noSpeech, count: reading.spans.count)
        holderOfSpan = Array(repeating: nil, count: reading.spans.count)
        periodOfSpan = Array(repeating: 0..<0, count: reading.spans.count)
    }

    /// The quotations of the whole text.
    static func drafts(of reading: SpeechReading) -> [Draft] {
        var builder = ruled(reading)
        builder.judgeMarks()
        builder.addNested()
        return builder.drafts
    }

    /// What the rules alone make of a text.
    static func ruled(_ reading: SpeechReading) -> QuotationBuilder {
        var builder = QuotationBuilder(reading)
        var span = 0
        for period in reading.periods() {
            while span < reading.spans.count, reading.spans[span].tokens.lowerBound < period.lowerBound { span += 1 }
            var inside: [Int] = []
            var next = span
            while next < reading.spans.count, reading.spans[next].tokens.lowerBound < period.upperBound {
                if reading.spans[next].enclosing == nil { inside.append(next) }
                next += 1
            }
            builder.read(period, inside)
        }
        return builder
    }

    // MARK: One period

    private mutating func read(_ period: Range<Int>, _ spans: [Int]) {
        if takeTurns(period, spans) { return }
        let attributions = Array(CueReader(reading, period: period).attributions().prefix(Self.mostAttributions))
        let opaque = spans.filter { !reading.isTransparent[$0] }
        let first = drafts.count
        if !spans.isEmpty { attributionsByPeriod[period.lowerBound] = attributions }
        for span in spans { periodOfSpan[span] = period }
        for span in opaque where Aside.isMotto(reading.spans[span], in: reading) { setAside(span) }
        if let frame = pending {
            pending = nil
            takePending(frame, period, opaque)
        }
        takeAnaphor(period, attributions)
        for attribution in attributions {
            if takeSplit(attribution, opaque) { continue }
            let count = drafts.count
            if let left = attribution.left { take(left, attribution, spans: opaque, isLeft: true) }
            let middle = drafts.count
            if let right = attribution.right { take(right, attribution, spans: opaque, isLeft: false) }
            if count + 1 == middle, middle + 1 == drafts.count { joinRetold(around: attribution, opaque) }
            if attribution.isPending { pending = attribution }
        }
        takeRetold(period, attributions, opaque)
        for span in opaque where draftOfSpan[span] == nil { takeUnclaimed(span, period, attributions) }
        for span in spans where reading.isTransparent[span] {
            // A word at arm's length inside retold speech is the speaker's; a title or term is the speaker's too, but named.
            // Mark-up that was left in a text is nobody's.
            let isNamed = Aside.isNamed(reading.spans[span], in: reading)
            if let holder = holder(of: span, from: first), !Aside.isAttribute(reading.spans[span], in: reading),
                !isNamed || Self.judged.contains(reading.text.language)
            {
                if drafts[holder].kind == .indirect { drafts[holder].kind = .mixed }
                verdicts[span] = .held
                holderOfSpan[span] = holder
                if isNamed { addNamed(span, in: holder) }
                continue
            }
            verdicts[span] = .aside
            drafts.append(draft(span, isSpeech: false))
            draftOfSpan[span] = drafts.count - 1
        }
        let hasSpeech = drafts[first...].contains { $0.isSpeech }
        unspoken = hasSpeech ? nil : period
        unspokenAttributions = hasSpeech ? [] : attributions
        if hasSpeech { lastSpoken = period.upperBound }
        narrated = opaque.isEmpty ? period : nil
        let last = period.upperBound - 1
        opener = opaque.isEmpty && reading.isOutside(last) && reading.isColon(last) ? period : nil
    }

    /// The draft made since `first` whose retold content holds a span.
    private func holder(of span: Int, from first: Int) -> Int? {
        let tokens = reading.spans[span].tokens
        return (first..<drafts.count).first { index in
            drafts[index].kind != .direct
                && drafts[index].contents.contains {
                    $0.lowerBound <= tokens.lowerBound && $0.upperBound >= tokens.upperBound
                }
        }
    }

    mutating func append(_ draft: Draft) {
        drafts.append(draft)
        if draft.isSpeech, draft.source != nil { latest = drafts.count - 1 }
    }

    func draft(_ span: Int, isSpeech: Bool) -> Draft {
        Draft(
            kind: .direct,
            contents: reading.spans[span].contents,
            isSpeech: isSpeech,
            span: span,
            section: reading.spans[span].section
        )
    }

    // MARK: Content of an attribution

    /// Makes drafts of the words on one side of a frame.
    mutating func take(_ region: Range<Int>, _ attribution: Attribution, spans: [Int], isLeft: Bool) {
        let inside = spans.filter { reading.spans[$0].tokens.overlaps(region) && draftOfSpan[$0] == nil }
        var region = trimmed(region)
        guard !region.isEmpty else { return }
        if isLeft, let last = inside.last, isOpenedByColon(reading.spans[last], before: attribution) { return }
        var attribution = attribution
        if !isLeft, MarkWords.english.naming.contains(reading.tokens[attribution.cue.lowerBound].hash), let last = inside.last {
            let end = region.upperBound
            region = named(region, upTo: reading.spans[last])
            attribution.isEnded = attribution.isEnded || region.upperBound < end
        }
        if inside.isEmpty {
            // Content of a cue that stands in content already taken.
            if spans.contains(where: { draftOfSpan[$0] != nil && reading.spans[$0].tokens.overlaps(region) }) { return }
            if isIndirect(region, attribution, isLeft: isLeft) { add(region, attribution, kind: .indirect, span: nil) }
            return
        }
        // `Man versprach einen „grünen Korridor“`: a word at arm's length that nobody in particular says.
        if attribution.isImpersonal, inside.count == 1, reading.wordCount(reading.spans[inside[0]].content, limit: 3) <= 2 {
            return
        }
        let isTaken = isLeft ? takeLeft(region, attribution, inside) : takeRight(region, attribution, inside)
        if !isTaken { takeMixed(widened(region, inside), attribution, inside, isLeft: isLeft) }
    }

    /// Takes marked words in front of a frame, if they are one quotation or not the source's.
    private mutating func takeLeft(_ region: Range<Int>, _ attribution: Attribution, _ inside: [Int]) -> Bool {
        // `In his book, “The Long Pier,” Ned Tolley suggested`: a title in an adverbial.
        if reading.text.language == "en", reading.has(region.lowerBound, .preposition),
            inside.allSatisfy({ Aside.isTitle(reading.spans[$0].content, reading) })
        {
            return true
        }
        if let question = inside.first, takeQuestion(question, from: region) { return true }
        // Content that is one quotation: `“…,” he said`.
        if let last = inside.last, reading.spans[last].tokens.upperBound >= region.upperBound {
            let lead = region.lowerBound..<max(region.lowerBound, reading.spans[last].tokens.lowerBound)
            // `Ein „grüner Korridor“ wurde versprochen`: its article is no source.
            if let mention = attribution.source?.mention, mention.count == 1, lead.contains(mention.lowerBound),
                reading.has(mention.lowerBound, .determiner)
            {
                return true
            }
            if isOnlyLead(lead) || isGermanLead(lead) || isTopic(lead) || isJapaneseAdverbial(lead) {
                claim(last, attribution)
                return true
            }
        }
        return !ownsLeft(region, attribution)
    }

    /// Takes marked words behind a frame, if they are one quotation or not the source's.
    private mutating func takeRight(_ region: Range<Int>, _ attribution: Attribution, _ inside: [Int]) -> Bool {
        // `said that Hill had told her: “…”`: the marked words are the other's, the whole is retold.
        if attribution.holdsQuoted {
            add(region, attribution, kind: .mixed, span: nil)
            return true
        }
        if takeAgents(attribution, inside) { return true }
        // «Мы готовы», — цитирует Пескова «Утро»: the paper that quotes him.
        if attribution.left != nil, attribution.isQuoting(in: reading) { return true }
        // Content that is one quotation: `he said: “…”`.
        if let first = inside.first, reading.spans[first].tokens.lowerBound <= region.lowerBound,
            endsContent(reading.spans[first], region)
        {
            claim(first, attribution)
            for other in inside.dropFirst()
            where draftOfSpan[other] == nil && reading.spans[other].tokens.lowerBound < region.upperBound
                && isSeparate(other, attribution)
            {
                claim(other, attribution)
            }
            return true
        }
        if reading.text.language == "de" || !attribution.word.isDisjoint(with: [.speech, .tell, .naming, .manner]),
            takeBehindColon(region, attribution, inside)
        {
            return true
        }
        guard reading.text.language != "en", !attribution.isMarked || attribution.word.contains(.naming) else { return false }
        // `nannte den Bericht eine „Zeitungsente“`: of what is named so, only the marked words are his.
        for span in inside where draftOfSpan[span] == nil && isObject(span, of: attribution) { claim(span, attribution) }
        return true
    }

    /// Takes words of which a part stands in marks; all of them as quotations of their own where hardly a word stands outside.
    private mutating func takeMixed(_ region: Range<Int>, _ attribution: Attribution, _ inside: [Int], isLeft: Bool) {
        if isNearlyMarked(region, inside) {
            for span in inside where draftOfSpan[span] == nil { claim(span, attribution) }
            return
        }
        guard attribution.isMarked || !attribution.word.isDisjoint(with: [.speech, .tell, .attitude, .source]) else { return }
        // `A “green corridor” was promised`: by nobody, so the words are at arm's length.
        if attribution.isPassive, attribution.source == nil, !attribution.isMarked, isLeft || isTerm(region, inside, attribution)
        {
            return
        }
        add(region, attribution, kind: .mixed, span: inside.count == 1 ? inside.first : nil)
        let holder = drafts.count - 1
        for span in inside {
            draftOfSpan[span] = holder
            holderOfSpan[span] = holder
            verdicts[span] = .mixed
        }
        addFragments(inside, of: holder)
        for span in inside where Aside.followsTerm(reading.spans[span].tokens.lowerBound - 1, reading) {
            addNamed(span, in: holder)
        }
    }

    /// `Aydin widersprach: „Das war verdient.“ Voss kündigte an`: whole sentences that a colon opens are not of the sentence behind.
    private func isOpenedByColon(_ span: MarkedSpan, before attribution: Attribution) -> Bool {
        let colon = span.tokens.lowerBound - 1
        guard colon > 0, reading.isOutside(colon), reading.isColon(colon), let source = attribution.source,
            source.mention.lowerBound >= span.tokens.upperBound, source.mention.upperBound <= attribution.cue.lowerBound,
            let last = reading.lastContentToken(span)
        else { return false }
        return reading.tokens[last].kind == .terminator
    }

    /// `which critics have dubbed the “sinking clause”, passed by 302 votes`, `called it “a disgrace” on Monday`: what somebody calls a
    /// thing ends with the marks where a comma or an adverbial of the writer's stands behind them.
    private func named(_ region: Range<Int>, upTo span: MarkedSpan) -> Range<Int> {
        let end = span.tokens.upperBound
        guard reading.text.language == "en", region.lowerBound < end, end < region.upperBound, reading.isOutside(end) else {
            return region
        }
        let isParted =
            reading.endsNaming(end, before: region.upperBound)
            || reading.lastContentToken(span).map { reading.isComma($0) } == true
        return isParted ? region.lowerBound..<end : region
    }

    /// Adds a title or a term inside words that are retold: the whole is the speech, the marks are the name's.
    private mutating func addNamed(_ span: Int, in holder: Int) {
        var draft = draft(span, isSpeech: false)
        draft.enclosing = holder
        drafts.append(draft)
    }

    /// `said Ned Tolley in the end: “…”`: whole words that a colon opens are the quotation; a clause before the colon is
    /// retold. Gives whether there are such words.
    private mutating func takeBehindColon(_ region: Range<Int>, _ attribution: Attribution, _ spans: [Int]) -> Bool {
        guard let first = spans.first(where: { opensBehindColon(reading.spans[$0], region) }) else { return false }
        let colon = reading.spans[first].tokens.lowerBound - 1
        let lead = trimmed(region.lowerBound..<colon)
        let isClause = attribution.isMarked || reading.text.language == "en" && lead.contains { reading.has($0, .auxiliary) }
        if spans.contains(where: { reading.spans[$0].tokens.overlaps(lead) }) { return false }
        if isClause, attribution.word.isDisjoint(with: .naming),
            isIndirect(lead, attribution, isLeft: false)
        {
            add(lead, attribution, kind: .indirect, span: nil)
        }
        for span in spans where reading.spans[span].tokens.lowerBound > colon && draftOfSpan[span] == nil {
            if span == first || isWhole(reading.spans[span]) { claim(span, attribution) }
        }
        return true
    }

    private func opensBehindColon(_ span: MarkedSpan, _ region: Range<Int>) -> Bool {
        let colon = span.tokens.lowerBound - 1
        guard colon >= region.lowerBound, reading.isOutside(colon), reading.isColon(colon) else { return false }
        guard let first = span.content.first(where: { reading.tokens[$0].isWord }), reading.tokens[first].isCapitalized,
            let last = reading.lastContentToken(span)
        else { return false }
        let ends =
            reading.tokens[last].kind == .terminator || span.tokens.upperBound >= region.upperBound
            || reading.tokens[span.tokens.upperBound].kind == .terminator
        return ends && reading.wordCount(span.content, limit: 3) >= 3
    }

    func isSeparate(_ span: Int, _ attribution: Attribution) -> Bool { isWhole(reading.spans[span]) }

    /// Whether a span's content is a clause of its own: it ends like one.
    func isWhole(_ span: MarkedSpan) -> Bool {
        guard let last = reading.lastContentToken(span) else { return false }
        return (reading.tokens[last].kind == .terminator || reading.isComma(last))
            && reading.wordCount(span.content, limit: 5) >= 4
    }

    /// Whether words before a quotation are no content: a conjunction, an adverb, nothing.
    func isOnlyLead(_ range: Range<Int>) -> Bool {
        range.allSatisfy { !reading.tokens[$0].isWord || reading.has($0, [.coordinator, .adverb]) }
    }

    /// Whether content that starts with a quotation ends with it: `said, “…,” and left`.
    private func endsContent(_ span: MarkedSpan, _ region: Range<Int>) -> Bool {
        let next = span.tokens.upperBound
        guard next < region.upperBound else { return true }
        guard reading.isOutside(next) else { return true }
        if let last = reading.lastContentToken(span), reading.tokens[last].kind == .terminator || reading.isComma(last) {
            return !isQuotedAgain(next, region)
        }
        let token = reading.tokens[next]
        switch token.kind {
        case .terminator, .dash, .punctuation: return true
        case .word:
            if isQuotedAgain(next, region) { return false }
            return reading.wordCount(span.content, limit: 8) >= 7 && hasVerb(span.content)
        default: return false
        }
    }

    /// `“We are Orlando” and “Disarm hate.”`
    private func isQuotedAgain(_ next: Int, _ region: Range<Int>) -> Bool {
        reading.has(next, .coordinator) && next + 1 < region.upperBound && !reading.isOutside(next + 1)
    }

    private func hasVerb(_ range: Range<Int>) -> Bool { range.contains { reading.has($0, [.auxiliary, .subject]) } }

    private func widened(_ region: Range<Int>, _ spans: [Int]) -> Range<Int> {
        var region = region
        for span in spans {
            let tokens = reading.spans[span].tokens
            region = min(region.lowerBound, tokens.lowerBound)..<max(region.upperBound, tokens.upperBound)
        }
        return region
    }

    func trimmed(_ region: Range<Int>) -> Range<Int> {
        var start = region.lowerBound
        var end = region.upperBound
        while start < end, reading.isOutside(start), isEdge(start) { start += 1 }
        while end > start, reading.isOutside(end - 1), isEdge(end - 1) { end -= 1 }
        return start..<end
    }

    private func isEdge(_ index: Int) -> Bool {
        switch reading.tokens[index].kind {
        case .terminator, .dash: true
        case .punctuation: !["(", ")", "["].contains { reading.isMark(index, $0) } && !reading.isUnitSign(index)
        default: false
        }
    }

    mutating func add(_ region: Range<Int>, _ attribution: Attribution, kind: Quotation.Kind, span: Int?) {
        append(
            Draft(
                kind: kind,
                contents: [region],
                isSpeech: true,
                isEnded: attribution.isEnded,
                cue: attribution.cue,
                source: attribution.source,
                span: span,
                section: section(region.lowerBound)
            )
        )
    }

    /// Languages whose verbs need no subject: `«Hemos ganado», afirmó.`
    private static let dropsPronouns: Set<String> = ["es", "it", "pt"]

    mutating func claim(_ span: Int, _ attribution: Attribution) {
        verdicts[span] = .claimed
        if let begun = drafts.indices.last, isInterrupted(drafts[begun], by: attribution, before: reading.spans[span]) {
            drafts[begun].contents += reading.spans[span].contents
            draftOfSpan[span] = begun
            return
        }
        var draft = draft(span, isSpeech: true)
        if attribution.source == nil, Self.dropsPronouns.contains(reading.text.language) {
            if !isAskedByMany(attribution) { inherit(&draft, before: reading.spans[span]) }
        } else {
            draft.source = attribution.source
        }
        draft.cue = attribution.cue
        append(draft)
        draftOfSpan[span] = drafts.count - 1
    }

    /// `«¿Dimitirá?», le preguntaron`: a plural without a subject, behind the one it is put to, is nobody's in particular.
    private func isAskedByMany(_ attribution: Attribution) -> Bool {
        let cue = attribution.cue.lowerBound
        guard reading.text.language == "es", cue > 0, Self.dative.contains(reading.tokens[cue - 1].hash) else { return false }
        return reading.text.text.bytes[reading.tokens[cue].range].last == UInt8(ascii: "n")
    }

    private static let dative = Set(["le", "les"].map { Hash64.folded($0) })

    func section(_ token: Int) -> Int {
        reading.text.sentence(ofToken: token).map { reading.text.sentences[$0].section } ?? 0
    }
}
