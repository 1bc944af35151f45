internal import Language
internal import TextCore

/// Reads the cues of one period: for each, its source, its frame and where its content lies.
struct CueReader {
    let reading: SpeechReading
    let finder: SourceFinder
    let period: Range<Int>
    let isTitleCase: Bool

    private var tokens: [Token] { reading.tokens }

    init(_ reading: SpeechReading, period: Range<Int>) {
        self.reading = reading
        self.period = period
        finder = SourceFinder(reading: reading)
        let section = reading.text.sentence(ofToken: period.lowerBound).map { reading.text.sentences[$0].section } ?? 0
        isTitleCase = section < reading.isTitleCase.count && reading.isTitleCase[section]
    }

    /// The attributions of the period, in order.
    func attributions() -> [Attribution] {
        var found: [Attribution] = []
        if let headline = headlineSource() { found.append(headline) }
        var index = period.lowerBound
        while index < period.upperBound {
            defer { index += 1 }
            guard reading.outer[index] < 0, reading.has(index, .cue), isCue(index) else { continue }
            if let attribution = attribution(at: index, after: found.last) {
                found.append(attribution)
                index = max(index, attribution.cue.upperBound - 1)
            }
        }
        cutRightContent(&found)
        return found
    }

    // MARK: Is it a cue here?

    private func isCue(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind != .quote else { return false }
        let word = reading.words[index]
        if !word.isDisjoint(with: [.source, .sourceAfter]) { return true }
        if token.isCapitalized, index > period.lowerBound, !isTitleCase, tokens[index - 1].kind != .quote { return false }
        guard index > period.lowerBound else { return true }
        let before = index - 1
        guard reading.isOutside(before) else { return true }
        if word.contains(.gerund) { return !reading.has(before, [.determiner, .possessive]) }
        if reading.has(before, [.subordinator]), !reading.has(before, [.adverb, .auxiliary, .subject, .relative]),
            word.contains(.speech)
        {
            return false
        }
        if word.contains(.present), !isTitleCase, !takesPresent(before, index) { return false }
        if reading.has(before, [.determiner, .possessive]), !reading.has(before, [.subject, .adverb]),
            !reading.has(before, .collective)
        {
            return false
        }
        if reading.has(before, .preposition), !reading.has(before, .adverb) { return isInfinitive(index) }
        return true
    }

    /// Whether a present or base form can be a verb behind token `before`, not a noun: `polls show`, `he claims`.
    private func takesPresent(_ before: Int, _ index: Int) -> Bool {
        let token = tokens[before]
        if reading.has(before, [.subject, .relative, .role, .collective, .document, .auxiliary]) || token.hash == Self.to {
            return true
        }
        switch token.kind {
        case .number: return true
        case .clitic: return token.hash != Self.possessive
        case .punctuation: return reading.isMark(before, ")") || isThirdPerson(index) || isBesideSpan(before)
        case .quote, .dash, .terminator: return true
        case .word:
            if token.isCapitalized || reading.has(before, [.adverb, .coordinator]) { return true }
            let ends = reading.text.text.bytes[Int(token.end) - 1]
            return ends == UInt8(ascii: "s") && !isThirdPerson(index)
        default: return false
        }
    }

    private func isBesideSpan(_ index: Int) -> Bool { index > period.lowerBound && !reading.isOutside(index - 1) }

    private func isThirdPerson(_ index: Int) -> Bool {
        reading.text.text.bytes[Int(tokens[index].end) - 1] == UInt8(ascii: "s")
    }

    private static let to = Hash64.folded("to")
    private static let possessive = Hash64.folded("'s")
    private static let with = Hash64.folded("with")
    private static let by = Hash64.folded("by")

    private func isInfinitive(_ index: Int) -> Bool { index > period.lowerBound && tokens[index - 1].hash == Self.to }

    // MARK: Headlines

    /// `Kremlin: Russia seeks partners`, `Russia seeks partners – Kremlin`.
    private func headlineSource() -> Attribution? {
        guard let sentence = reading.text.sentence(ofToken: period.lowerBound) else { return nil }
        let role = reading.text.sections[reading.text.sentences[sentence].section].role
        guard role == .headline || role == .standfirst, period.count >= 4 else { return nil }
        let limit = min(period.upperBound - 2, period.lowerBound + 6)
        var index = period.lowerBound
        while index < limit, reading.isOutside(index), isNamePart(index) { index += 1 }
        if index > period.lowerBound, index < limit, reading.isOutside(index), reading.isColon(index) {
            let source = period.lowerBound..<index
            return Attribution(
                cue: index..<(index + 1),
                word: .speech,
                source: .init(mention: source, head: source, reference: .noun),
                frame: period.lowerBound..<(index + 1),
                right: (index + 1)..<period.upperBound,
                isMarked: true
            )
        }
        var start = period.upperBound
        while start > period.upperBound - 6, start > period.lowerBound + 3, reading.isOutside(start - 1), isNamePart(start - 1) {
            start -= 1
        }
        let dash = start - 1
        guard start < period.upperBound, dash > period.lowerBound + 2, reading.isOutside(dash), reading.isBreak(dash),
            tokens[dash].followsSpace, tokens[start].followsSpace
        else { return nil }
        let source = start..<period.upperBound
        return Attribution(
            cue: dash..<(dash + 1),
            word: .speech,
            source: .init(mention: source, head: source, reference: .noun),
            frame: dash..<period.upperBound,
            left: period.lowerBound..<dash,
            isMarked: true
        )
    }

    private func isNamePart(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word,
            reading.words[index].isDisjoint(with: [.verbCue, .auxiliary]) || token.isCapitalized && !isTitleCase
        else { return token.kind == .terminator && !reading.endsSentence[index] }
        return token.isCapitalized || reading.has(index, [.role, .collective]) && !isTitleCase
    }

    // MARK: One attribution

    private func attribution(at index: Int, after previous: Attribution?) -> Attribution? {
        let cueEnd = min(period.upperBound, index + Int(reading.lengths[index]))
        let word = reading.words[index]
        if word.contains(.source), word.isDisjoint(with: .verbCue) {
            return accordingTo(index..<cueEnd, word)
        }
        if word.contains(.sourceAfter) { return nil }
        let group = verbGroup(before: index)
        let isPassive = group.isPassive && !word.contains(.gerund) && !word.isDisjoint(with: [.tell, .attitude])
        let isAfterRelative = previous?.source?.reference == .relative
        // A cue without content, inside an apposition or relative clause, is no border for the source of the next.
        let isAfterContent = previous.map { $0.isMarked || $0.left != nil } ?? false
        let reachesBack = isAfterRelative || !isAfterContent && before(group.start, isComma: true)
        let low = reachesBack ? period.lowerBound : max(period.lowerBound, previous?.frame.upperBound ?? 0)
        let mayInvert = !word.isDisjoint(with: [.speech, .manner, .tell])
        var source: Attribution.Source?
        var frame = group.start..<cueEnd
        var isInverted = false
        let before = group.start - 1

        if isPassive {
            source = passiveAgent(after: cueEnd)
        } else if word.contains(.gerund) || group.isInfinitive {
            let inherited = isAfterRelative ? nil : previous?.source
            source =
                (word.contains(.gerund) && before >= low ? gerundSubject(before, low) : nil)
                ?? inherited ?? finder.subject(from: period.lowerBound, before: group.start) ?? previous?.source
        } else if before < period.lowerBound {
            guard reading.text.language != "en" || isTitleCase, let found = inverted(cueEnd) else { return nil }
            source = found
            isInverted = true
        } else if !reading.isOutside(before) || reading.isBreak(before) || tokens[before].kind == .terminator {
            source = mayInvert ? inverted(cueEnd) : nil
            isInverted = source != nil
            if source == nil { source = previous?.source ?? finder.subject(from: period.lowerBound, before: group.start) }
        } else if reading.isComma(before) {
            let content = before > period.lowerBound ? before - 1 : before
            let touchesSpan = !reading.isOutside(content)
            if mayInvert, touchesSpan || !hasComma(before: before, from: low), let found = inverted(cueEnd) {
                source = found
                isInverted = true
            } else {
                source =
                    finder.source(before: group.start, from: low) ?? previous?.source
                    ?? finder.subject(from: period.lowerBound, before: group.start)
            }
        } else if reading.has(before, .coordinator) {
            source = previous?.source ?? finder.subject(from: period.lowerBound, before: before)
        } else {
            source = finder.source(before: group.start, from: low)
            if source == nil { source = previous?.source ?? finder.subject(from: period.lowerBound, before: group.start) }
        }
        guard source != nil || isPassive || word.contains(.speech) else { return nil }
        // `a-t-elle précisé`: the inverted auxiliary belongs to the frame.
        if let pronoun = source, pronoun.reference == .pronoun, pronoun.mention.upperBound == group.start {
            var start = pronoun.mention.lowerBound
            while start - 1 >= low, reading.isOutside(start - 1), start > 0,
                tokens[start - 1].kind == .dash && !tokens[start - 1].followsSpace
                    || start < pronoun.mention.lowerBound && reading.has(start - 1, [.auxiliary, .adverb])
            {
                start -= 1
            }
            frame = min(frame.lowerBound, start)..<frame.upperBound
        }
        if let source {
            if isInverted || isPassive {
                frame = frame.lowerBound..<max(frame.upperBound, source.mention.upperBound)
            } else if source.mention.lowerBound >= low, source.mention.upperBound <= group.start,
                source.mention.upperBound >= group.start - 1
            {
                frame = min(frame.lowerBound, source.mention.lowerBound)..<frame.upperBound
            }
        }
        var attribution = Attribution(cue: index..<cueEnd, word: word, source: source, frame: frame)
        attribution.isPassive = isPassive
        place(&attribution, isInverted: isInverted, isPassive: isPassive, low: low)
        return attribution
    }

    private func before(_ index: Int, isComma: Bool) -> Bool {
        index > period.lowerBound && reading.isOutside(index - 1) && reading.isComma(index - 1) == isComma
    }

    private func hasComma(before index: Int, from low: Int) -> Bool {
        guard low < index else { return false }
        return (max(low, index - SourceFinder.reach)..<index).contains { reading.isOutside($0) && reading.isComma($0) }
    }

    /// `with Sergey Lavrov saying`: a subject of its own.
    private func gerundSubject(_ before: Int, _ low: Int) -> Attribution.Source? {
        guard reading.isOutside(before), !reading.isComma(before), !reading.has(before, [.preposition, .coordinator, .auxiliary])
        else { return nil }
        let start = max(low, before - 14)
        guard let with = (start..<before).last(where: { reading.isOutside($0) && tokens[$0].hash == Self.with }) else {
            return nil
        }
        return finder.source(before: before + 1, from: with + 1)
    }

    private func inverted(_ start: Int) -> Attribution.Source? {
        guard let source = finder.source(after: start, before: period.upperBound) else { return nil }
        // `…, said the decision was final`: a clause follows, not a source.
        let next = source.head.upperBound
        if next < period.upperBound, reading.isOutside(next), reading.has(next, .auxiliary), !reading.has(next, .adverb) {
            return nil
        }
        return source
    }

    private func passiveAgent(after start: Int) -> Attribution.Source? {
        let limit = min(period.upperBound, start + 6)
        guard start < limit, let by = (start..<limit).first(where: { tokens[$0].hash == Self.by && reading.isOutside($0) }) else {
            return nil
        }
        return finder.source(after: by + 1, before: period.upperBound)
    }

    /// Walks left over auxiliaries, adverbs and times of day between a subject and its cue.
    private func verbGroup(before index: Int) -> (start: Int, isPassive: Bool, isInfinitive: Bool) {
        var start = index
        var isPassive = false
        var isInfinitive = false
        var at = index - 1
        while at >= period.lowerBound, index - at < 12, reading.isOutside(at) {
            let token = tokens[at]
            if token.hash == Self.to, at == index - 1 {
                if reading.has(index, .gerund) { break }
                isInfinitive = true
            } else if reading.has(at, .auxiliary), !reading.has(at, .subject) {
                if Self.be.contains(token.hash), !isInfinitive { isPassive = true }
            } else if token.kind == .dash, !reading.isBreak(at) {
                at -= 1
                continue
            } else if reading.has(at, .time) || (reading.has(at, .preposition) && at + 1 < index && reading.has(at + 1, .time)) {
                if tokens[at].isCapitalized, at == period.lowerBound { break }
            } else if !(reading.has(at, .adverb) && reading.words[at].isDisjoint(with: [.subject, .collective, .determiner])) {
                break
            }
            start = at
            at -= 1
        }
        return (start, isPassive, isInfinitive)
    }

    private static let be: Set<UInt64> = Set(["is", "are", "was", "were", "be", "been", "being"].map { Hash64.folded($0) })

    /// `According to X, content` and `content, according to X`.
    private func accordingTo(_ cue: Range<Int>, _ word: WordClass) -> Attribution? {
        guard let source = finder.source(after: cue.upperBound, before: period.upperBound) else { return nil }
        let frame = cue.lowerBound..<source.mention.upperBound
        var attribution = Attribution(cue: cue, word: word, source: source, frame: frame)
        let opens = (period.lowerBound..<cue.lowerBound).allSatisfy {
            reading.isOutside($0) && (reading.has($0, [.adverb, .coordinator]) || !tokens[$0].isWord)
        }
        if opens {
            attribution.frame = cue.lowerBound..<source.head.upperBound
            var start = source.head.upperBound
            if start < period.upperBound, reading.isComma(start) {
                start = source.mention.upperBound
                if start >= period.upperBound - 1 { start = source.head.upperBound }
            }
            while start < period.upperBound, reading.isOutside(start), reading.isComma(start) { start += 1 }
            attribution.right = start..<period.upperBound
            attribution.isMarked = true
        } else {
            attribution.left = period.lowerBound..<cue.lowerBound
            attribution.isMarked = true
        }
        return attribution
    }

    // MARK: Where the content lies

    private func place(_ attribution: inout Attribution, isInverted: Bool, isPassive: Bool, low: Int) {
        let frame = attribution.frame
        let leftEnd = frame.lowerBound
        let touchesSpan = leftEnd > period.lowerBound && !reading.isOutside(leftEnd - 1)
        let touchesComma =
            leftEnd > low && reading.isOutside(leftEnd - 1)
            && (reading.isComma(leftEnd - 1) || reading.isBreak(leftEnd - 1))
        let touchesSpanOverComma = touchesComma && leftEnd - 2 >= period.lowerBound && !reading.isOutside(leftEnd - 2)
        let right = contentStart(after: frame.upperBound, attribution.word, isPassive: isPassive, isInverted: isInverted)
        attribution.isPending = right.isPending
        if attribution.source?.reference == .relative, right.afterComma || right.start == nil { return }
        let isGerund = attribution.word.contains(.gerund)
        let ownsLeft = !attribution.word.isDisjoint(with: [.speech, .manner, .tell])
        if (touchesSpan || touchesSpanOverComma) && !isGerund && ownsLeft {
            attribution.left = low..<leftEnd
            if let source = attribution.source?.mention, source.lowerBound >= low, source.upperBound < leftEnd, !isInverted {
                // `大臣は「…」と述べた`: the source stands before its words, the cue behind them.
                attribution.left = source.upperBound..<leftEnd
            }
            if let start = right.start, !reading.isOutside(start) {
                attribution.right = start..<period.upperBound
                attribution.isMarked = true
            }
            return
        }
        let isTold = attribution.word.contains(.tell) && attribution.word.isDisjoint(with: .speech)
        let hasAddressee =
            frame.upperBound < period.upperBound && tokens[frame.upperBound].isWord
            && !reading.has(frame.upperBound, .preposition)
        if touchesComma, !isGerund, !attribution.word.isDisjoint(with: [.speech, .attitude, .tell]), !isTold || hasAddressee,
            !right.isMarked, right.start == nil || right.afterComma, isContent(low..<(leftEnd - 1))
        {
            attribution.left = low..<(leftEnd - 1)
            if right.afterComma, let start = right.start, !continuesFrame(start) {
                attribution.right = start..<period.upperBound
                attribution.isMarked = true
            }
            return
        }
        guard let start = right.start, start < period.upperBound, !right.afterComma || !reading.isOutside(start) else { return }
        attribution.right = start..<period.upperBound
        attribution.isMarked = right.isMarked || !reading.isOutside(start)
    }

    /// Whether what follows a comma goes on with the frame, not the content: `he said, adding`, `he said, and left`.
    private func continuesFrame(_ start: Int) -> Bool {
        if !reading.isOutside(start) { return false }
        return reading.has(start, [.gerund, .relative, .source]) || reading.has(start, .coordinator)
            || tokens[start].range.count > 6
                && reading.text.text.bytes[Int(tokens[start].end) - 1] == UInt8(ascii: "g")
    }

    /// Whether a range before a frame's comma is a clause rather than an adverbial.
    private func isContent(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        var start = range.lowerBound
        while start < range.upperBound, !tokens[start].isWord && tokens[start].kind != .number && reading.isOutside(start) {
            start += 1
        }
        guard start < range.upperBound else { return false }
        return reading.wordCount(range, limit: 3) >= 2
    }

    private struct ContentStart {
        /// The first token of the content; nil when the frame has none behind it.
        var start: Int?
        var isMarked = false
        var afterComma = false
        var isPending = false
    }

    private func contentStart(after frameEnd: Int, _ word: WordClass, isPassive: Bool, isInverted: Bool) -> ContentStart {
        var index = frameEnd
        let end = period.upperBound
        var seen = 0
        let limit = min(end, frameEnd + 24)
        while index < limit {
            if !reading.isOutside(index) { return ContentStart(start: index, isMarked: true) }
            if reading.isInAside[index] {
                index += 1
                continue
            }
            let token = tokens[index]
            if reading.isColon(index) {
                let next = index + 1
                return next < end ? ContentStart(start: next, isMarked: true) : ContentStart(start: nil, isPending: true)
            }
            if reading.isComma(index) || reading.isBreak(index) {
                let next = index + 1
                guard next < end else { return ContentStart() }
                if !reading.isOutside(next) { return ContentStart(start: next, isMarked: true, afterComma: true) }
                if reading.has(next, .complementizer), !reading.has(next, .subordinator), !isInverted {
                    return ContentStart(start: next + 1, isMarked: true)
                }
                if word.contains(.tell), let that = complementizer(behindApposition: next, limit) {
                    return ContentStart(start: that + 1, isMarked: true)
                }
                return ContentStart(start: next, afterComma: true)
            }
            if token.kind == .terminator, reading.endsSentence[index] || index + 1 >= end { return ContentStart() }
            if isInverted {
                // Behind an inverted source only a mark, a comma or a colon matter.
                if reading.has(index, .relative) || reading.has(index, .coordinator) { return ContentStart() }
                index += 1
                continue
            }
            if reading.has(index, .complementizer) {
                let isThat = !reading.has(index, .subordinator)
                return ContentStart(start: isThat ? index + 1 : index, isMarked: true)
            }
            if reading.has(index, .adverb),
                reading.words[index].isDisjoint(with: [.subject, .determiner]) || seen == 0 && reading.has(index, .time)
            {
                index += 1
                continue
            }
            let takesAddressee = word.contains(.tell) && !isPassive
            if takesAddressee, seen < 12 {
                if seen > 0, reading.has(index, .subject), !reading.has(index, .determiner) {
                    return ContentStart(start: index, isMarked: reading.isMark(index, "t"))
                }
                if seen > 0, reading.has(index, .determiner), !reading.has(index - 1, [.preposition, .determiner]),
                    !reading.has(index - 1, .tell)
                {
                    return ContentStart(start: index)
                }
                seen += 1
                index += 1
                continue
            }
            if reading.has(index, .time) || reading.has(index, .preposition),
                !word.contains(.attitude) || reading.has(index, .time)
            {
                if let after = adverbialEnd(index, limit) {
                    index = after
                    continue
                }
            }
            if reading.has(index, .preposition), word.contains(.attitude), index == frameEnd, index + 1 < end {
                return ContentStart(start: index + 1)
            }
            return ContentStart(start: index)
        }
        return ContentStart(start: index < end ? index : nil)
    }

    /// `told the makers of the film, shot last year, that`: the complementizer behind a comma.
    private func complementizer(behindApposition start: Int, _ limit: Int) -> Int? {
        var index = start
        while index + 1 < limit, reading.isOutside(index), !reading.has(index, .auxiliary) {
            if reading.isComma(index), reading.has(index + 1, .complementizer), !reading.has(index + 1, .subordinator) {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    /// The end of `in a statement`, `on Monday`, `to reporters in Iowa`, when something that opens content follows it.
    private func adverbialEnd(_ start: Int, _ limit: Int) -> Int? {
        var index = start + 1
        while index < limit {
            if !reading.isOutside(index) || reading.isColon(index) || reading.isComma(index) || reading.isBreak(index) {
                return index
            }
            if tokens[index].kind == .terminator, reading.endsSentence[index] || index + 1 >= period.upperBound { return index }
            if reading.has(index, .complementizer) && !reading.has(index, .subordinator) { return index }
            if reading.has(index, .subject), !reading.has(index, .relative) { return index }
            if reading.has(index, .auxiliary) || reading.has(index, .verbCue) { return nil }
            index += 1
        }
        return index >= period.upperBound ? index : nil
    }

    // MARK: Ends of content

    /// Ends each right content where the next attribution of the same rank begins.
    private func cutRightContent(_ found: inout [Attribution]) {
        for index in found.indices {
            guard var right = found[index].right else { continue }
            if index + 1 < found.count {
                let next = found[index + 1]
                let frameStart = next.frame.lowerBound
                let goesOn =
                    next.isPassive
                    || next.word.isDisjoint(with: [.speech, .tell, .source]) && found[index].isMarked
                        && next.source == found[index].source && !hasSpan(next.cue.upperBound..<right.upperBound)
                if !goesOn, frameStart > right.lowerBound, frameStart <= right.upperBound {
                    let before = frameStart - 1
                    let shares = next.word.contains(.gerund) && reading.isOutside(before) && reading.isComma(before)
                    let isMedial = next.left != nil
                    let coordinated = reading.isOutside(before) && reading.has(before, .coordinator)
                    let isFronted = reading.isOutside(before) && reading.isComma(before) && next.source?.reference != .inherited
                    if shares || coordinated || isMedial || isFronted { right = right.lowerBound..<max(right.lowerBound, before) }
                }
            }
            if found[index].word.contains(.attitude), found[index].word.isDisjoint(with: [.speech, .tell]),
                let end = right.first(where: { reading.isOutside($0) && reading.isBreak($0) })
            {
                right = right.lowerBound..<end
            }
            while right.upperBound > right.lowerBound, reading.isOutside(right.upperBound - 1),
                isTrailing(right.upperBound - 1)
            {
                right = right.lowerBound..<(right.upperBound - 1)
            }
            found[index].right = right.isEmpty ? nil : right
        }
    }

    private func hasSpan(_ range: Range<Int>) -> Bool { range.contains { !reading.isOutside($0) } }

    private func isTrailing(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .terminator, .dash: true
        case .punctuation: !reading.isMark(index, ")")
        default: reading.has(index, .coordinator)
        }
    }
}
