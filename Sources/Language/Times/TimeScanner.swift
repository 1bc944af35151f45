internal import TextCore

/// Finds dates and times and resolves them against the time of publication.
///
/// Weekdays and months without a year are the latest not after publication, unless the words in front look ahead ("due",
/// "will", "until"). What cannot be known stays unknown: a weekday without a day of publication has an empty value.
///
/// - Complexity: O(*n*) in tokens.
struct TimeScanner {
    let context: AnnotationContext
    let published: CivilTime?
    var lexicon: TimeLexicon { context.vocabulary.times }
    var tokens: [Token] { context.tokens }

    /// A time while its parts are being read.
    struct Draft {
        var tokens: Range<Int>
        var value: CivilTime
        var end: CivilTime?
        var portion: TimeExpression.Portion?
        var isRelative = false
        var granularity: TimeExpression.Granularity?
        /// Its length is a figure besides: ``TimeExpression/isCounted``.
        var isCounted = false
        /// Days, or weeks where the draft is a week, from the day named last, in the same sentence or the one before it in its
        /// paragraph: "the following day".
        var shift: Int?
        /// The zone's clocks are ahead in summer; the value's offset is that of its standard time.
        var daylight: DaylightSaving?
    }

    init(_ context: AnnotationContext, published: CivilTime?) {
        self.context = context
        // Years that no calendar has would overflow its arithmetic.
        self.published = published?.year.map { (0...9999).contains($0) } == false ? nil : published
    }

    /// The times of a text, in order.
    func times() -> [TimeExpression] {
        // A dateline says when it was written; publication may be days later.
        guard let written = dateline() else { return scanned() }
        return TimeScanner(context, published: written).scanned()
    }

    private func scanned() -> [TimeExpression] {
        var times: [TimeExpression] = []
        for (number, sentence) in context.sentences.enumerated() {
            var index = sentence.tokens.lowerBound
            let isFirst = number == 0 || context.sentences[number - 1].section != sentence.section
            /// Where a day may have been named that others are counted from.
            let nearby = isFirst ? index : context.sentences[number - 1].tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard isCandidate(index), var draft = expression(at: index, in: sentence.tokens) else {
                    index += 1
                    continue
                }
                if let shift = draft.shift, draft.granularity == .month || draft.granularity == .year {
                    if let last = times.last, last.tokens.lowerBound >= sentence.tokens.lowerBound {
                        draft.count(shift, from: last)
                    }
                } else if let shift = draft.shift, let last = times.last, last.tokens.lowerBound >= nearby,
                    last.granularity == .day || last.granularity == .dayPart, let day = (last.end ?? last.value).dayNumber
                {
                    if draft.granularity == .week {
                        let week = CivilTime.isoWeek(ofDay: day &+ 7 &* shift)
                        draft.value = CivilTime(year: week.year, week: week.week)
                    } else {
                        draft.value = CivilTime(dayNumber: day &+ shift)
                    }
                    draft.isRelative = last.isRelative
                }
                if let last = times.last, let first = firstOfRange(last, &draft, in: sentence.tokens) {
                    times[times.count - 1] = first
                }
                setPortion(&draft, after: times.last?.tokens.upperBound ?? 0, in: sentence.tokens)
                settleOffset(&draft)
                let time = TimeExpression(
                    range: context.byteRange(draft.tokens),
                    tokens: draft.tokens,
                    value: draft.value,
                    end: draft.end,
                    portion: draft.portion,
                    isRelative: draft.isRelative,
                    granularity: draft.granularity,
                    isCounted: draft.isCounted
                )
                if let last = times.last, let range = range(from: last, to: time, in: sentence.tokens) {
                    times[times.count - 1] = range
                } else {
                    times.append(time)
                }
                index = max(draft.tokens.upperBound, index + 1)
            }
        }
        return assumingDays(of: times)
    }

    /// The first weekday of "between Monday and Thursday", where alone it would lie behind the second: a week earlier; or, where the
    /// second looks ahead and the first does not ("von Donnerstag bis Montag"), more than a week in front of it: a week later. Where
    /// the first looks ahead ("will run from Thursday to Monday"), it is the second that is moved: a week later.
    private func firstOfRange(_ last: TimeExpression, _ draft: inout Draft, in sentence: Range<Int>) -> TimeExpression? {
        guard last.isRelative, last.granularity == .day, draft.isRelative, draft.granularity == .day, last.tokens.count == 1,
            isNext(draft.tokens.lowerBound, last.tokens.upperBound), last.tokens.lowerBound > sentence.lowerBound,
            lexicon.weekdays[tokens[last.tokens.lowerBound].hash] != nil,
            lexicon.weekdays[tokens[draft.tokens.lowerBound].hash] != nil, let first = last.value.dayNumber,
            let second = draft.value.dayNumber, first > second && first - second < 7 || second - first > 7
        else { return nil }
        let link = tokens[last.tokens.upperBound].hash
        let figures = context.vocabulary.figures
        var front = last.tokens.lowerBound - 1
        if front > sentence.lowerBound, Self.articles.contains(tokens[front].hash) { front -= 1 }
        let isBetween = figures.between.contains(tokens[front].hash) && figures.ands.contains(link)
        guard isBetween || lexicon.until.contains(link) || figures.rangeWords.contains(link) else { return nil }
        if first > second, let today = publishedDay, first > today {
            draft.value = CivilTime(dayNumber: second + 7)
            return nil
        }
        return TimeExpression(
            range: last.range,
            tokens: last.tokens,
            value: CivilTime(dayNumber: first > second ? first - 7 : first + 7),
            isRelative: true,
            granularity: .day
        )
    }

    /// Whether one word, or a word and an article ("el lunes y el jueves"), stands between two days.
    private func isNext(_ start: Int, _ end: Int) -> Bool {
        start == end + 1 || start == end + 2 && Self.articles.contains(tokens[end + 1].hash)
    }

    private func isCandidate(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .number: true
        case .word, .clitic:
            !context.flags[index].intersection([.timeStart, .number]).isEmpty
                || index + 1 < tokens.count && context.flags[index + 1].contains(.century)
        default: false
        }
    }

    private func expression(at index: Int, in sentence: Range<Int>) -> Draft? {
        if let counted = countedDay(at: index, in: sentence) ?? portionOfCurrent(at: index, in: sentence)
            ?? countedStretch(at: index, in: sentence)
        {
            return counted
        }
        if tokens[index].kind == .number {
            return stretch(at: index, in: sentence) ?? numeric(at: index, in: sentence) ?? span(at: index, in: sentence)
        }
        return stretch(at: index, in: sentence) ?? namedDay(at: index, in: sentence) ?? day(at: index, in: sentence) ?? weekday(
            at: index,
            in: sentence
        ) ?? month(
            at: index,
            in: sentence
        )
            ?? clockWord(at: index, in: sentence) ?? relative(at: index, in: sentence) ?? season(at: index, in: sentence)
            ?? span(at: index, in: sentence) ?? prepositional(at: index, in: sentence)
    }

    /// The whole number that a token of digits alone is, or with an ordinal's letters when `ordinal`.
    func integer(_ index: Int, ordinal: Bool = false) -> (value: Int, digits: Int)? {
        guard tokens.indices.contains(index), tokens[index].kind == .number else { return nil }
        var value = 0
        var digits = 0
        let range = tokens[index].range
        for at in range {
            let byte = context.text.bytes[at]
            guard byte &- 0x30 < 10 else {
                guard ordinal, digits > 0, range.upperBound - at <= 3, byte >= 0x61 else { return nil }
                break
            }
            digits += 1
            guard digits <= 4 else { return nil }
            value = value * 10 + Int(byte &- 0x30)
        }
        return (value, digits)
    }

    func year(_ index: Int, _ end: Int) -> Int? {
        guard index < end, let number = integer(index), number.digits == 4, number.value >= 1000, number.value < 2200 else {
            return nil
        }
        return number.value
    }

    func byte(_ index: Int, _ byte: Character) -> Bool {
        guard tokens.indices.contains(index), let ascii = byte.asciiValue else { return false }
        return context.isByte(index, ascii)
    }

    func skipDot(_ index: Int, _ end: Int) -> Int {
        index < end && byte(index, ".") && !tokens[index].followsSpace ? index + 1 : index
    }

    /// Whether the words in front speak of what is to come: "is due to meet on Thursday", "until Friday", "dès samedi".
    func looksAhead(_ index: Int, _ sentence: Range<Int>) -> Bool {
        var at = index - 1
        let limit = max(sentence.lowerBound, index - 14)
        // "She expects it by the end of June": what nothing puts in the past.
        var isDeadline = false
        if isPresentVerb(inFrontOf: index, sentence) { return true }
        while at >= limit {
            let flags = context.flags[at]
            if index - at <= Self.limitReach, at > sentence.lowerBound, lexicon.deadlines.contains(tokens[at].hash) {
                isDeadline = true
            }
            // "Until Friday", "до июня": but "fell to 23% in May", «упал до 23% в мае».
            let isLimit = lexicon.limits.contains(tokens[at].hash)
            if flags.contains(.future) && (!isLimit || index - at <= Self.limitReach) || isFutureForm(at)
                || isFuturePhrase(at, sentence) || isModal(at, sentence)
            {
                return true
            }
            // "will be finished by June", "will be announced on Sunday" have a participle.
            if at > limit, Self.be == tokens[at - 1].hash {
                at -= 1
                continue
            }
            if flags.contains(.saying) || tokens[at].kind == .quote || tokens[at].kind == .terminator && !isDotOfClock(at) {
                return false
            }
            // A past tense nearer than any word of the future: "tried on Tuesday".
            if flags.contains(.past) || isEnglishPast(at) { return false }
            at -= 1
        }
        return isDeadline && limit == sentence.lowerBound
    }

    /// „Mercier reist am Freitag nach Berlin“: German tells with the present what is to come. A verb in -t behind its subject; not
    /// the past of „treten“ and its like, nor what an auxiliary makes a participle.
    private func isPresentVerb(inFrontOf index: Int, _ sentence: Range<Int>) -> Bool {
        guard lexicon.language == "de" else { return false }
        var at = index - 1
        while at > sentence.lowerBound, index - at <= 3,
            Self.atTimes.contains(tokens[at].hash) || lexicon.relative[tokens[at].hash] != nil
        {
            at -= 1
        }
        guard at > sentence.lowerBound, at < index - 1, tokens[at].kind == .word, !tokens[at].isCapitalized,
            tokens[at - 1].kind == .word, tokens[at - 1].isCapitalized || !context.flags[at - 1].isDisjoint(with: [.he, .she]),
            context.flags[at].isDisjoint(with: [.function, .saying, .past, .number])
        else { return false }
        let verb = context.text.bytes[tokens[at].range]
        guard verb.count > 3, verb.last == UInt8(ascii: "t"), !verb.starts(with: "ge".utf8),
            !Self.pastStems.contains(where: { verb.count >= $0.count && verb.suffix($0.count).elementsEqual($0) })
        else { return false }
        return (sentence.lowerBound..<at).allSatisfy { context.flags[$0].isDisjoint(with: [.past, .saying]) }
    }

    private static let atTimes = WordSet(["am", "im", "zum"])
    /// How the past of strong verbs ends in -t.
    private static let pastStems = ["trat", "bat", "hielt", "galt", "bot", "riet", "tat", "hat"].map { Array($0.utf8) }
    private static let limitReach = 4
    private static let be = Hash64.folded("be")

    /// "takes place", "va a", "findet … statt": verbs in the present that speak of what is to come.
    private func isFuturePhrase(_ index: Int, _ sentence: Range<Int>) -> Bool {
        if lexicon.futurePhrases.longestMatch(in: tokens, at: index, limit: sentence.upperBound) != nil { return true }
        // "The Olympics open in July", not "since the open in July"
        if lexicon.pluralPlans.contains(tokens[index].hash), index > sentence.lowerBound, tokens[index - 1].kind == .word,
            !context.flags[index - 1].contains(.function),
            context.text.bytes[Int(tokens[index - 1].end) - 1] == UInt8(ascii: "s")
        {
            return true
        }
        guard let particles = lexicon.futureParticles[tokens[index].hash] else { return false }
        return (index + 1..<max(index + 1, sentence.upperBound)).contains { particles.contains(tokens[$0].hash) }
    }

    /// Whether the verb behind a day that opens its sentence speaks of what is to come: "On Friday the fair will open", "Am Freitag
    /// wird gewählt", "Vendredi, la foire ouvrira".
    func isFollowedByFuture(_ day: Range<Int>, _ sentence: Range<Int>) -> Bool {
        func isAhead(_ at: Int) -> Bool {
            lexicon.wills.contains(tokens[at].hash) || isFutureForm(at) || isFuturePhrase(at, sentence)
                || isModal(at, sentence)
        }
        guard sentence.contains(day.upperBound) else { return false }
        // The German verb stands second; "on Tuesday will announce".
        if isAhead(day.upperBound) { return true }
        guard day.lowerBound - sentence.lowerBound <= 2, lexicon.language != "de" else { return false }
        let start = byte(day.upperBound, ",") ? day.upperBound + 1 : day.upperBound
        for at in start..<max(start, min(sentence.upperBound, start + Self.verbReach)) {
            if isAhead(at) { return true }
            let flags = context.flags[at]
            guard tokens[at].kind == .word || tokens[at].kind == .clitic, flags.isDisjoint(with: [.past, .saying, .time]),
                !isEnglishPast(at)
            else { return false }
        }
        return false
    }

    private static let verbReach = 8

    /// The dots of "p.m."
    private func isDotOfClock(_ index: Int) -> Bool {
        guard byte(index, "."), index > 0, !tokens[index].followsSpace, tokens[index - 1].range.count <= 3 else { return false }
        let letter = context.text.bytes[Int(tokens[index - 1].end) - 1] | 0x20
        return [UInt8(ascii: "a"), UInt8(ascii: "p"), UInt8(ascii: "m")].contains(letter)
    }

    /// "arrivera", "se tiendront", "llegará", "celebrarán": the simple future of French and Spanish.
    private func isFutureForm(_ index: Int) -> Bool {
        let token = tokens[index]
        guard !lexicon.futureEndings.isEmpty, token.kind == .word, !token.isCapitalized, token.end - token.start >= 6,
            !lexicon.notFuture.contains(token.hash)
        else { return false }
        let bytes = context.text.bytes[token.range]
        return lexicon.futureEndings.contains { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
    }

    /// "May resign in June", "pourrait démissionner": what is possible or due lies ahead, but not "may have resigned in June", nor what
    /// somebody "could not" do.
    private func isModal(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard lexicon.modals.contains(tokens[index].hash), !tokens[index].isCapitalized else { return false }
        let behind = (index + 1..<max(index + 1, min(sentence.upperBound, index + 1 + Self.modalReach)))
        return !behind.contains { lexicon.notAhead.contains(tokens[$0].hash) }
    }

    /// Between "may" and "have" stands a "well" or a subject.
    private static let modalReach = 3

    func isEnglishPast(_ index: Int) -> Bool {
        let token = tokens[index]
        guard lexicon.language == "en", token.kind == .word, !token.isCapitalized, token.end - token.start > 3 else {
            return false
        }
        return context.text.bytes[Int(token.end) - 2] == UInt8(ascii: "e")
            && context.text.bytes[Int(token.end) - 1] == UInt8(ascii: "d")
    }
}
