internal import Language
internal import TextCore

extension CueReader {
    // MARK: Where the content lies

    func place(_ attribution: inout Attribution, isInverted: Bool, isPassive: Bool, low: Int) {
        let frame = attribution.frame
        let leftEnd = frame.lowerBound
        let touchesSpan = leftEnd > period.lowerBound && !reading.isOutside(leftEnd - 1)
        let touchesComma =
            leftEnd > low && reading.isOutside(leftEnd - 1)
            && (reading.isComma(leftEnd - 1) || reading.isBreak(leftEnd - 1))
        let touchesSpanOverComma = touchesComma && isBesideQuotation(over: leftEnd - 1)
        // `The plan is old — Moss has vowed to stop it`: a clause of its own behind a dash.
        let isParted = touchesComma && reading.isBreak(leftEnd - 1) && !endsFrame(frame.upperBound)
        var right = contentStart(after: frame.upperBound, attribution.word, isPassive: isPassive, isInverted: isInverted)
        if !isInverted, let start = infinitiveContent(ofAct: attribution.cue.lowerBound, behind: frame.upperBound) {
            right = ContentStart(start: start, isMarked: true)
        }
        // `“…” she said that`: nothing comes.
        if let start = right.start, start >= period.upperBound { right.start = nil }
        attribution.isPending = right.isPending
        if attribution.source?.reference == .relative, right.afterComma || right.start == nil { return }
        let isGerund = attribution.word.contains(.gerund)
        let ownsLeft = !attribution.word.isDisjoint(with: [.speech, .manner, .tell])
        if (touchesSpan || touchesSpanOverComma) && !isGerund && ownsLeft {
            attribution.left = low..<leftEnd
            if let source = attribution.source?.mention, source.lowerBound >= low, source.upperBound < leftEnd, !isInverted {
                // `大臣は「…」と述べた`: the source stands before its words, the cue behind them.
                attribution.left = behindParticle(source.upperBound)..<leftEnd
            }
            if reading.text.language == "ja", let source = attribution.source?.mention, source.upperBound < leftEnd {
                attribution.left = (source.upperBound + 1)..<leftEnd
            }
            if let start = right.start, !reading.isOutside(start) {
                attribution.right = start..<period.upperBound
                attribution.isMarked = true
            }
            return
        }
        if reading.text.language == "ja", let source = attribution.source?.mention, source.upperBound + 1 < leftEnd {
            attribution.left = (source.upperBound + 1)..<leftEnd
            attribution.isMarked = true
            return
        }
        let isTold = attribution.word.contains(.tell) && attribution.word.isDisjoint(with: .speech)
        let hasAddressee =
            frame.upperBound < period.upperBound && tokens[frame.upperBound].isWord
            && !reading.has(frame.upperBound, .preposition)
        if touchesComma, !isParted, !isGerund, !attribution.word.isDisjoint(with: [.speech, .attitude, .tell]),
            !isTold || hasAddressee,
            !right.isMarked, right.start == nil || right.afterComma, isContent(low..<(leftEnd - 1))
        {
            attribution.left = low..<(leftEnd - 1)
            if right.afterComma, let start = right.start, !continuesFrame(start) {
                attribution.right = start..<period.upperBound
                attribution.isMarked = true
            }
            return
        }
        guard let start = right.start, start < period.upperBound else { return }
        // `sagte, die Lage sei ernst`: German retells behind a comma, in the subjunctive.
        let isRetold =
            right.afterComma
            && (reading.text.language == "zh"
                || reading.text.language == "de" && reading.isSubjunctive(start..<period.upperBound))
        guard !right.afterComma || !reading.isOutside(start) || isRetold else { return }
        attribution.right = start..<period.upperBound
        attribution.isMarked = right.isMarked || !reading.isOutside(start) || isRetold
    }

    /// Whether a sentence ends at a token, or nothing but a time or a phrase of place goes on with the frame there.
    func endsFrame(_ index: Int) -> Bool {
        guard index < period.upperBound, reading.isOutside(index), tokens[index].kind == .word else { return true }
        return reading.text.language != "en" || reading.has(index, [.time, .preposition]) && tokens[index].hash != Self.to
            || reading.has(index, .adverb)
    }

    /// Whether a comma or a dash stands right behind a quotation, or behind its comma: `«Нет», — сказал он`.
    private func isBesideQuotation(over mark: Int) -> Bool {
        var index = mark - 1
        if index > period.lowerBound, reading.isBreak(mark), reading.isOutside(index), reading.isComma(index) { index -= 1 }
        return index >= period.lowerBound && !reading.isOutside(index)
    }

    /// Whether what follows a comma goes on with the frame, not the content: `he said, adding`, `he said, and left`.
    func continuesFrame(_ start: Int) -> Bool {
        if !reading.isOutside(start) { return false }
        return reading.has(start, [.gerund, .relative, .source])
            || reading.has(start, .coordinator) && !opensClause(start + 1)
            || tokens[start].range.count > 6
                && reading.text.text.bytes[Int(tokens[start].end) - 1] == UInt8(ascii: "g")
    }

    /// `His eyes widened, Moss said, and she took his hand`: whether a clause with a subject of its own starts at a token.
    private func opensClause(_ start: Int) -> Bool {
        guard reading.text.language == "en", start + 1 < period.upperBound, reading.isOutside(start) else { return false }
        if reading.has(start, .subject) { return !reading.has(start, .relative) }
        guard reading.has(start, [.determiner, .possessive]) || tokens[start].isCapitalized else { return false }
        return ((start + 1)..<min(period.upperBound, start + 6)).contains {
            reading.isOutside($0) && reading.has($0, [.auxiliary, .narrative])
        }
    }

    /// Whether a range before a frame's comma is a clause rather than an adverbial.
    func isContent(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        var start = range.lowerBound
        while start < range.upperBound, !tokens[start].isWord && tokens[start].kind != .number && reading.isOutside(start) {
            start += 1
        }
        guard start < range.upperBound else { return false }
        return reading.wordCount(range, limit: 3) >= 2
    }

    struct ContentStart {
        /// The first token of the content; nil when the frame has none behind it.
        var start: Int?
        var isMarked = false
        var afterComma = false
        var isPending = false
    }

    /// Where the content of a frame starts that ends at a token: behind its adverbials and whoever is told. O(1): no more than 24 tokens
    /// are looked at.
    func contentStart(after frameEnd: Int, _ word: WordClass, isPassive: Bool, isInverted: Bool) -> ContentStart {
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
                return contentStart(behindComma: index, word, isInverted: isInverted, limit)
            }
            if token.kind == .terminator, reading.endsSentence[index] || index + 1 >= end { return ContentStart() }
            if isInverted {
                // Behind an inverted source only a mark, a comma or a colon matter.
                // `Afirmó Ana Vidal que …`
                if reading.text.language != "en", isThat(index) { return ContentStart(start: index + 1, isMarked: true) }
                if reading.has(index, .relative) || reading.has(index, .coordinator) { return ContentStart() }
                index += 1
                continue
            }
            if word.contains(.stance), takesObject(infinitiveAt: index) { return ContentStart() }
            if let start = infinitiveContent(at: index) ?? infinitiveContent(behindTime: index) {
                return ContentStart(start: start, isMarked: true)
            }
            if reading.has(index, .complementizer) {
                return ContentStart(start: isThat(index) ? index + 1 : index, isMarked: true)
            }
            if reading.has(index, .adverb),
                reading.words[index].isDisjoint(with: [.subject, .determiner]) || seen == 0 && reading.has(index, .time)
            {
                index += 1
                continue
            }
            let takesAddressee = word.contains(.tell) && !isPassive
            if takesAddressee, seen < 12 {
                if seen > 0, let content = contentStart(behindAddresseeAt: index) { return content }
                seen += 1
                index += 1
                continue
            }
            if reading.has(index, .time) || reading.has(index, .preposition) || opensTime(index),
                !word.contains(.attitude) || reading.has(index, .time), let after = adverbialEnd(index, limit)
            {
                index = after
                continue
            }
            if reading.has(index, .preposition), word.contains(.attitude), index == frameEnd, index + 1 < end {
                return ContentStart(start: index + 1)
            }
            if let content = contentBehindAddressee(index) { return ContentStart(start: content, isMarked: true) }
            return ContentStart(start: index)
        }
        return ContentStart(start: index < end ? index : nil)
    }

    /// Where content starts behind the comma or dash that ends a frame.
    private func contentStart(behindComma comma: Int, _ word: WordClass, isInverted: Bool, _ limit: Int) -> ContentStart {
        let (next, end) = (comma + 1, period.upperBound)
        guard next < end else { return ContentStart() }
        if !reading.isOutside(next) { return ContentStart(start: next, isMarked: true, afterComma: true) }
        // `, — сказал он, — …`
        if reading.text.language != "en", reading.isBreak(next), next + 1 < end, !reading.isOutside(next + 1) {
            return ContentStart(start: next + 1, isMarked: true, afterComma: true)
        }
        if word.contains(.speech), opensQuestion(next) { return ContentStart(start: next, isMarked: true) }
        if isThat(next), !isInverted || setsCommas { return ContentStart(start: next + 1, isMarked: true) }
        if word.contains(.tell), let that = complementizer(behindApposition: next, limit) {
            return ContentStart(start: that + 1, isMarked: true)
        }
        return ContentStart(start: next, afterComma: true)
    }

    /// `told the paper it would hold`: where a pronoun or article behind whoever is told opens the content.
    private func contentStart(behindAddresseeAt index: Int) -> ContentStart? {
        if reading.has(index, .subject), !reading.has(index, .determiner) {
            return ContentStart(start: index, isMarked: reading.isMark(index, "t"))
        }
        guard reading.has(index, .determiner), !reading.has(index - 1, [.preposition, .determiner]),
            !reading.has(index - 1, .tell)
        else { return nil }
        return ContentStart(start: index)
    }

    /// Whether a word opens a clause of what is said, and nothing else: “that”, „dass“, not “if”.
    private func isThat(_ index: Int) -> Bool { reading.has(index, .complementizer) && !reading.has(index, .subordinator) }

    /// `vowed to challenge it`: an infinitive with its object, nobody who is told something.
    private func takesObject(infinitiveAt index: Int) -> Bool {
        tokens[index].hash == Self.to && index + 2 < period.upperBound && reading.isOutside(index + 2)
            && reading.has(index + 2, .subject) && !reading.has(index + 2, .determiner)
    }

    /// `told the makers of the film, shot last year, that`: the complementizer behind a comma.
    func complementizer(behindApposition start: Int, _ limit: Int) -> Int? {
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
    func adverbialEnd(_ start: Int, _ limit: Int) -> Int? {
        var index = start + 1
        while index < limit {
            if !reading.isOutside(index) || reading.isColon(index) || reading.isComma(index) || reading.isBreak(index) {
                return index
            }
            if tokens[index].kind == .terminator, reading.endsSentence[index] || index + 1 >= period.upperBound { return index }
            if reading.has(index, .complementizer) && !reading.has(index, .subordinator) { return index }
            if reading.has(index, .subject), !reading.has(index, .relative) { return index }
            // `in May`: a month, not a verb.
            let isMonth = tokens[index].isCapitalized && !isTitleCase
            // `said in a blog post that`, `in a written answer`; but `laughed at her claim that`, which says what she claimed.
            let isNominal =
                tokens[start].hash == Self.within && reading.has(index, .verbCue)
                && (isNounInPhrase(index) || opensInnerPhrase(index - 1))
            if !isMonth, !isNominal, reading.has(index, [.auxiliary, .verbCue]) { return clause(behindPhrase: start, limit) }
            index += 1
        }
        return index >= period.upperBound ? index : nil
    }

    private static let within = Hash64.folded("in")

    // MARK: Ends of content

    /// `A man who saw the crash said`: what a relative clause tells ends with it, where a cue behind it has the man for its source.
    func endInsideSources(_ found: inout [Attribution]) {
        for index in found.indices.dropFirst() {
            guard let mention = found[index].source?.mention, mention.upperBound <= found[index].cue.lowerBound,
                found[index].source.map(finder.hasRestrictiveRelative) == true
            else { continue }
            for earlier in found.indices.prefix(index) where mention.contains(found[earlier].cue.lowerBound) {
                guard let right = found[earlier].right, right.upperBound > mention.upperBound else { continue }
                found[earlier].right = right.lowerBound < mention.upperBound ? right.lowerBound..<mention.upperBound : nil
            }
        }
    }

    /// « Le maire, qui avait promis une enquête, a affirmé que … »: what a relative clause says ends with it, where its main clause goes on
    /// behind a comma.
    func endInsideRelatives(_ found: inout [Attribution]) {
        guard ["es", "fr", "it", "pt"].contains(reading.text.language) else { return }
        for index in found.indices {
            guard let right = found[index].right, let comma = clauseOfRelative(found[index].cue.lowerBound),
                let closing = (right.lowerBound..<right.upperBound).first(where: { goesOnBehind($0) }), comma < right.lowerBound
            else { continue }
            found[index].right = right.lowerBound < closing ? right.lowerBound..<closing : nil
            if found[index].right.map({ hasSpan($0) || found[index].isMarked }) != true { found[index].right = nil }
        }
    }

    /// The comma behind which a relative pronoun opens the clause of a cue; nil where none does.
    private func clauseOfRelative(_ cue: Int) -> Int? {
        let low = max(period.lowerBound, cue - SourceFinder.reach / 4)
        guard low < cue, let comma = (low..<cue).last(where: { !reading.isOutside($0) || reading.isComma($0) }),
            reading.isOutside(comma), comma + 1 < cue, reading.has(comma + 1, .relative), comma > period.lowerBound
        else { return nil }
        return comma
    }

    /// Whether a comma stands at a token, and behind it the verb of the main clause.
    private func goesOnBehind(_ comma: Int) -> Bool {
        guard reading.isOutside(comma), reading.isComma(comma), comma + 1 < period.upperBound, reading.isOutside(comma + 1) else {
            return false
        }
        var verb = comma + 1
        while verb + 1 < period.upperBound, tokens[verb].kind == .clitic || reading.has(verb, .adverb) { verb += 1 }
        return reading.isOutside(verb) && reading.has(verb, [.auxiliary, .verbCue]) && !reading.has(verb, .subject)
    }

    /// Ends each right content where the next attribution of the same rank begins.
    func cutRightContent(_ found: inout [Attribution]) {
        for index in found.indices {
            guard var right = found[index].right else { continue }
            if index + 1 < found.count {
                let next = found[index + 1]
                let frameStart = next.frame.lowerBound
                let goesOn =
                    next.isPassive
                    || next.word.isDisjoint(with: [.speech, .tell, .source]) && found[index].isMarked
                        && next.source == found[index].source && !hasSpan(next.cue.upperBound..<right.upperBound)
                if let border = otherClause(before: next, in: right, of: found[index]) {
                    right = right.lowerBound..<border
                } else if let source = next.source, source.mention.lowerBound > right.lowerBound,
                    source.mention.lowerBound < right.upperBound,
                    let semicolon = semicolon(in: right.lowerBound..<source.mention.lowerBound)
                {
                    // `said it fell; Marit Oll disagreed, saying …`: a clause of somebody else's.
                    right = right.lowerBound..<semicolon
                } else if !goesOn, frameStart > right.lowerBound, frameStart <= right.upperBound {
                    let before = frameStart - 1
                    let shares = next.word.contains(.gerund) && reading.isOutside(before) && reading.isComma(before)
                    let isMedial = next.left != nil
                    let coordinated = reading.isOutside(before) && reading.has(before, .coordinator)
                    let isFronted =
                        reading.isOutside(before) && (reading.isComma(before) || endsAsideWithComma(before))
                        && next.source?.reference != .inherited
                    if shares || coordinated || isMedial || isFronted {
                        // `… had “made up his mind,” Reuters reported`: the marks end it for certain.
                        if !reading.isOutside(before), endsMarksWithComma(before) { found[index].isEnded = true }
                        right = right.lowerBound..<max(right.lowerBound, before)
                    } else if !reading.isOutside(before), next.isMarked, next.right != nil {
                        right = right.lowerBound..<frameStart
                    }
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

    /// `called it “mad,” while Marit Oll warned that …`, `showed no emotion as the judge said that …`: where a clause of somebody else's
    /// begins behind content.
    private func otherClause(before next: Attribution, in right: Range<Int>, of attribution: Attribution) -> Int? {
        guard reading.text.language == "en", let source = next.source, source.reference != .relative,
            next.word.isDisjoint(with: .gerund), next.right != nil || next.isPending,
            source.mention.upperBound <= next.cue.lowerBound
        else { return nil }
        let joint = min(source.mention.lowerBound, next.frame.lowerBound) - 1
        guard joint > right.lowerBound, joint < right.upperBound, reading.isOutside(joint) else { return nil }
        let before = joint - 1
        let isParted = reading.isOutside(before) ? reading.isComma(before) : endsMarksWithComma(before)
        if isParted, ClauseLexicon.of("en").contrast.contains(tokens[joint].hash), !reading.has(joint, .coordinator) {
            return reading.isOutside(before) ? before : joint
        }
        // Who judges something says nothing of the time.
        let isJudged = attribution.word.isDisjoint(with: [.speech, .tell, .source]) && hasSpan(right.lowerBound..<joint)
        return isJudged && reading.has(joint, .subordinator) && reading.has(joint, .preposition) ? joint : nil
    }

    private func endsMarksWithComma(_ index: Int) -> Bool {
        tokens[index].kind == .quote && index > period.lowerBound && reading.isComma(index - 1)
    }

    /// `what she calls the “Harbor Doctrine,” the mayor said`: the comma of the sentence stands inside the marks of a title.
    private func endsAsideWithComma(_ index: Int) -> Bool {
        endsMarksWithComma(index) && reading.isInAside[index]
    }

    /// `Wie Reuters berichtet, sagte Jan Voll: „…“`: quoted words are the speaker's, not those of the outlet that is drawn on.
    func leaveQuotedWords(_ found: inout [Attribution]) {
        for index in found.indices.dropLast() {
            guard let right = found[index].right, hasSpan(right), found[index + 1].source != nil,
                tokens[found[index].frame.lowerBound].hash == GermanWords.wie, found[index + 1].word.contains(.speech),
                found[index + 1].cue.lowerBound == right.lowerBound, found[index + 1].right != nil
            else { continue }
            found[index].right = nil
        }
    }

    func hasSpan(_ range: Range<Int>) -> Bool { range.contains { !reading.isOutside($0) } }

    func isTrailing(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .terminator, .dash: true
        case .punctuation: !reading.isMark(index, ")") && !reading.isUnitSign(index)
        default: reading.has(index, .coordinator)
        }
    }
}
