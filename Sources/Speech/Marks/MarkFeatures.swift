internal import Language
internal import TextCore

/// Measures ``MarkFeature``s of marked spans, once the rules have spoken.
struct MarkFeatures {
    let reading: SpeechReading
    /// What the rules made of each span.
    let verdicts: [MarkVerdict]
    /// For each span, the period that it stands in.
    let periods: [Range<Int>]
    /// For each period by its first token, the attributions that were read in it.
    let attributions: [Int: [Attribution]]
    private let words = MarkWords.english
    /// How often each span's words stand in marks, and how often the rules took them for speech.
    private let repetitions: [UInt64: (all: Int, spoken: Int)]

    /// How far content and context are read, in tokens: more says nothing about a span, and hostile texts have long ones.
    private static let reach = 40

    init(
        reading: SpeechReading,
        verdicts: [MarkVerdict],
        periods: [Range<Int>],
        attributions: [Int: [Attribution]]
    ) {
        self.reading = reading
        self.verdicts = verdicts
        self.periods = periods
        self.attributions = attributions
        var repetitions: [UInt64: (all: Int, spoken: Int)] = [:]
        for index in reading.spans.indices {
            let key = Self.key(of: reading.spans[index], reading)
            repetitions[key, default: (0, 0)].all += 1
            if verdicts[index].isSpeech { repetitions[key, default: (0, 0)].spoken += 1 }
        }
        self.repetitions = repetitions
    }

    /// A hash of a span's first words.
    private static func key(of span: MarkedSpan, _ reading: SpeechReading) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in span.content.prefix(reach) where reading.tokens[index].isWord || reading.tokens[index].kind == .number {
            key = (key ^ reading.tokens[index].hash) &* 0x100_0000_01B3
        }
        return key
    }

    /// Which features a span has, by ``MarkFeature/rawValue``. O(1): bounded by `reach`.
    func values(_ index: Int) -> [Bool] {
        var values = Array(repeating: false, count: MarkFeature.allCases.count)
        func set(_ feature: MarkFeature, _ value: Bool = true) { if value { values[feature.rawValue] = true } }
        let span = reading.spans[index]
        verdict(index, set)
        length(span, set)
        content(span, set)
        before(span, set)
        behind(span, set)
        around(index, set)
        return values
    }

    /// Whether a span that was set aside stays so whatever stands around it: a title, but in a headline of capitals, where
    /// everything looks like one; a term that nobody near is said to use; the value of an attribute, a file, what something
    /// is called.
    func isCertain(_ index: Int) -> Bool {
        let span = reading.spans[index]
        if Aside.isAttribute(span, in: reading) || Aside.isMotto(span, in: reading) || Aside.isThing(span, in: reading) {
            return true
        }
        if Aside.followsTerm(span.tokens.lowerBound - 1, reading), (attributions[periods[index].lowerBound] ?? []).isEmpty {
            return true
        }
        return !reading.isInTitleCase(span) && Aside.isTitle(span.content, reading)
    }

    private typealias Setter = (MarkFeature, Bool) -> Void

    private func verdict(_ index: Int, _ set: Setter) {
        switch verdicts[index] {
        case .aside: set(isCertain(index) ? .ruledCertain : .ruledAside, true)
        case .held: set(.ruledHeld, true)
        case .claimed: set(.ruledClaimed, true)
        case .mixed: set(.ruledMixed, true)
        case .speech: set(.ruledSpeech, true)
        case .noSpeech: set(.ruledNoSpeech, true)
        }
    }

    private func length(_ span: MarkedSpan, _ set: Setter) {
        switch reading.wordCount(span.content, limit: 13) {
        case ...1: set(.oneWord, true)
        case 2: set(.twoWords, true)
        case 3: set(.threeWords, true)
        case ...6: set(.upToSixWords, true)
        case ...12: set(.upToTwelveWords, true)
        default: set(.manyWords, true)
        }
    }

    private func content(_ span: MarkedSpan, _ set: Setter) {
        let content = span.content
        let tokens = reading.tokens
        var capitals = 0
        var small = 0
        var words = 0
        for index in content.prefix(Self.reach) {
            let token = tokens[index]
            set(.holdsDigit, token.kind == .number || token.shape.contains(.hasDigit))
            set(.holdsSign, token.kind == .symbol || reading.isMark(index, "#") || reading.isMark(index, "@"))
            set(.holdsComma, reading.isComma(index) && index + 1 < content.upperBound)
            guard token.isWord || token.kind == .clitic else { continue }
            set(.holdsContraction, token.kind == .clitic && reading.has(index, .auxiliary))
            set(.holdsAuxiliary, reading.has(index, .auxiliary))
            set(.holdsSubject, reading.has(index, .subject))
            set(.holdsFirstPerson, reading.has(index, .firstPerson))
            set(.holdsNegation, reading.has(index, .negation))
            set(.holdsAdverb, reading.has(index, .adverb) || reading.isLyAdverb(index))
            set(.holdsPreposition, reading.has(index, .preposition))
            set(.holdsDeterminer, reading.has(index, .determiner))
            set(.holdsRole, reading.has(index, [.role, .collective]))
            words += 1
            if token.isCapitalized { capitals += 1 } else { small += 1 }
        }
        guard let first = content.first(where: { tokens[$0].isWord }), let last = reading.lastContentToken(span) else { return }
        // In a headline of capitals every word has one.
        let isTitle = !reading.isInTitleCase(span) && Aside.isTitle(content, reading)
        set(.isTitle, isTitle)
        set(.isOneCapital, words == 1 && capitals == 1 && !reading.isInTitleCase(span))
        set(.isAllCaps, tokens[first].shape.contains(.allCaps))
        set(.startsSmall, !tokens[first].isCapitalized)
        set(.startsLikeSentence, tokens[first].isCapitalized && small > 0 && !isTitle)
        set(.opensWithDeterminer, reading.has(first, .determiner))
        set(.opensWithPreposition, reading.has(first, .preposition))
        set(.opensWithAuxiliary, reading.has(first, .auxiliary))
        set(.opensWithParticiple, ends(first, in: "ed"))
        set(.opensWithGerund, ends(first, in: "ing"))
        set(.endsInTerminator, tokens[last].kind == .terminator)
        set(.endsInQuestion, reading.isMark(last, "!") || reading.isMark(last, "?"))
        set(.endsInComma, reading.isComma(last))
        set(.endsOpen, tokens[last].kind != .terminator && !reading.isComma(last))
    }

    private func ends(_ index: Int, in suffix: String) -> Bool {
        let range = reading.tokens[index].range
        return range.count > suffix.utf8.count + 2
            && reading.text.text.bytes[range].suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    private func before(_ span: MarkedSpan, _ set: Setter) {
        let tokens = reading.tokens
        let before = span.tokens.lowerBound - 1
        guard before >= 0, !reading.startsLine(before + 1) else {
            set(.opensParagraph, true)
            return
        }
        set(.afterTerm, Aside.followsTerm(before, reading))
        switch tokens[before].kind {
        case .terminator: set(.opensSentence, true)
        case .quote: set(.afterQuotation, true)
        case .dash: set(.afterDash, true)
        case .clitic: set(.afterPossessive, !reading.has(before, .auxiliary) || reading.isMark(before, "'"))
        default: break
        }
        set(.afterComma, reading.isComma(before))
        set(.afterColon, reading.isColon(before))
        set(.afterBracket, reading.isMark(before, "(") || reading.isMark(before, "["))
        set(.afterEqualsSign, reading.isMark(before, "="))
        guard tokens[before].isWord else { return }
        let hash = tokens[before].hash
        set(.afterArticle, Self.articles.contains(hash))
        set(.afterThe, hash == Self.the)
        let isArticle = hash == Self.the || Self.articles.contains(hash)
        set(.afterDemonstrative, reading.has(before, .determiner) && !isArticle)
        set(.afterPossessive, reading.has(before, .possessive))
        set(.afterAs, hash == Self.as)
        set(.afterTo, hash == Self.to)
        set(.afterPreposition, reading.has(before, .preposition) && hash != Self.as && hash != Self.to)
        set(.afterComplementizer, reading.has(before, .complementizer))
        set(.afterAuxiliary, reading.has(before, .auxiliary))
        set(.afterCoordinator, reading.has(before, .coordinator))
        set(.afterSpeechCue, reading.has(before, [.speech, .tell, .manner]))
        set(.afterAttitude, reading.has(before, .attitude))
        set(.afterRole, reading.has(before, [.role, .document, .collective]))
        set(.afterNegation, reading.has(before, .negation))
        set(.afterObject, Self.objects.contains(hash))
        for (word, feature) in Self.prepositions where word == hash { set(feature, true) }
        set(.afterMaking, words.making.contains(hash))
        set(.afterWork, words.work.contains(hash))
        let isPlain = reading.words[before].isEmpty
        set(.afterCapital, isPlain && tokens[before].isCapitalized)
        set(.afterPlainWord, isPlain && !tokens[before].isCapitalized)
    }

    private func behind(_ span: MarkedSpan, _ set: Setter) {
        let tokens = reading.tokens
        let after = span.tokens.upperBound
        guard after < tokens.count, !reading.startsLine(after) else {
            set(.endsParagraph, true)
            return
        }
        set(.beforeComma, reading.isComma(after))
        set(.beforeTerminator, tokens[after].kind == .terminator)
        set(.beforeDash, tokens[after].kind == .dash && tokens[after].followsSpace)
        set(.beforeHyphen, tokens[after].kind == .dash && !tokens[after].followsSpace)
        set(.beforeBracket, reading.isMark(after, "(") || reading.isMark(after, "["))
        guard tokens[after].isWord else { return }
        set(.beforePreposition, reading.has(after, .preposition))
        set(.beforeAuxiliary, reading.has(after, .auxiliary))
        set(.beforeCoordinator, reading.has(after, .coordinator))
        set(.beforeCue, reading.has(after, .verbCue))
        set(.beforeRelative, reading.has(after, [.relative, .complementizer]))
        set(.beforeSubject, reading.has(after, .subject))
        set(.beforeBy, tokens[after].hash == Self.by)
        for next in after..<min(after + 2, tokens.count) where tokens[next].isWord {
            let hash = tokens[next].hash
            set(.beforeMaker, words.maker.contains(hash))
            set(.beforeWork, words.work.contains(hash))
            set(.beforeCarrier, words.carrying.contains(hash))
            set(.beforeGroup, words.grouping.contains(hash))
        }
        let isPlain = reading.has(after, [.role, .collective, .document]) || reading.words[after].isEmpty
        set(.beforeCapital, isPlain && tokens[after].isCapitalized)
        set(.beforePlainWord, isPlain && !tokens[after].isCapitalized)
    }

    private func around(_ index: Int, _ set: Setter) {
        let span = reading.spans[index]
        let period = periods[index]
        let low = max(period.lowerBound, span.tokens.lowerBound - Self.reach)
        let high = min(period.upperBound, span.tokens.upperBound + Self.reach)
        var isCueSeen = false
        for token in low..<max(low, span.tokens.lowerBound) where reading.isOutside(token) && !reading.isInAside[token] {
            let distance = span.tokens.lowerBound - token
            if reading.has(token, [.speech, .tell, .source, .naming]) {
                isCueSeen = true
                set(.cueBefore, true)
                set(.cueWithinThreeBefore, distance <= 3)
                set(.cueWithinTenBefore, distance <= 10)
            }
            let hash = reading.tokens[token].hash
            set(.workNearBefore, distance <= 4 && words.work.contains(hash))
            set(.makingNearBefore, distance <= 5 && words.making.contains(hash))
            set(.carrierNearBefore, distance <= 5 && words.carrying.contains(hash))
            set(.groupNearBefore, distance <= 3 && words.grouping.contains(hash))
            set(.sayingNearBefore, distance <= 4 && words.saying.contains(hash))
            set(.namingNearBefore, distance <= 6 && words.naming.contains(hash))
            set(.judgingBefore, words.judging.contains(hash))
            set(.attitudeWithinTenBefore, distance <= 10 && reading.has(token, .attitude))
            set(.documentBefore, reading.has(token, .document))
            set(.roleBefore, reading.has(token, [.role, .collective]))
        }
        for token in min(span.tokens.upperBound, high)..<high where reading.isOutside(token) && !reading.isInAside[token] {
            guard reading.has(token, [.speech, .tell, .source]) else { continue }
            isCueSeen = true
            set(.cueWithinThreeBehind, token - span.tokens.upperBound < 3)
            set(.cueWithinTenBehind, token - span.tokens.upperBound < 10)
        }
        set(.hasNoCue, !isCueSeen)
        for attribution in (attributions[period.lowerBound] ?? []).prefix(Self.reach) {
            set(.hasSource, attribution.source != nil)
            set(.inContent, attribution.right.map { $0.overlaps(span.tokens) } ?? false)
            set(.inContent, attribution.left.map { $0.overlaps(span.tokens) } ?? false)
        }
        for other in max(0, index - 4)..<min(verdicts.count, index + 5)
        where other != index && periods[other] == period && reading.spans[other].enclosing == nil {
            set(.besideSpeech, verdicts[other].isSpeech)
            set(.besideNoSpeech, !verdicts[other].isSpeech)
        }
        set(.inFirstSection, span.section == 0)
        set(.inHeading, reading.isInTitleCase(span))
        if let previous = (max(0, index - 4)..<index).last(where: { reading.spans[$0].enclosing == nil }) {
            set(.goesOnFromSpeech, verdicts[previous].isSpeech && reading.spans[previous].section >= span.section - 1)
        }
        if let seen = repetitions[Self.key(of: span, reading)] {
            set(.isRepeated, seen.all > 1)
            set(.isSaidElsewhere, seen.spoken > (verdicts[index].isSpeech ? 1 : 0))
        }
    }

    private static let by = Hash64.folded("by")
    private static let prepositions: [(UInt64, MarkFeature)] = [
        (Hash64.folded("of"), .afterOf), (Hash64.folded("on"), .afterOn), (Hash64.folded("in"), .afterIn),
        (Hash64.folded("with"), .afterWith), (Hash64.folded("like"), .afterLike),
    ]
    private static let the = Hash64.folded("the")
    private static let `as` = Hash64.folded("as")
    private static let to = Hash64.folded("to")
    private static let articles = Set(["a", "an"].map { Hash64.folded($0) })
    private static let objects = Set(["him", "her", "it", "them", "me", "us", "himself", "herself"].map { Hash64.folded($0) })
}
