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
        var isRelative = false
        var granularity: TimeExpression.Granularity?
    }

    init(_ context: AnnotationContext, published: CivilTime?) {
        self.context = context
        // Years that no calendar has would overflow its arithmetic.
        self.published = published?.year.map { (0...9999).contains($0) } == false ? nil : published
    }

    /// The times of a text, in order.
    func times() -> [TimeExpression] {
        var times: [TimeExpression] = []
        for sentence in context.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard isCandidate(index), let draft = expression(at: index, in: sentence.tokens) else {
                    index += 1
                    continue
                }
                times.append(
                    TimeExpression(
                        range: context.byteRange(draft.tokens),
                        tokens: draft.tokens,
                        value: draft.value,
                        isRelative: draft.isRelative,
                        granularity: draft.granularity
                    )
                )
                index = max(draft.tokens.upperBound, index + 1)
            }
        }
        return times
    }

    private func isCandidate(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .number: true
        case .word, .clitic: !context.flags[index].intersection([.timeStart, .number]).isEmpty
        default: false
        }
    }

    private func expression(at index: Int, in sentence: Range<Int>) -> Draft? {
        if tokens[index].kind == .number {
            return numeric(at: index, in: sentence) ?? span(at: index, in: sentence)
        }
        return day(at: index, in: sentence) ?? weekday(at: index, in: sentence) ?? month(at: index, in: sentence)
            ?? relative(at: index, in: sentence) ?? span(at: index, in: sentence) ?? prepositional(at: index, in: sentence)
    }

    // MARK: Reading parts

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

    private func year(_ index: Int, _ end: Int) -> Int? {
        guard index < end, let number = integer(index), number.digits == 4, number.value >= 1000, number.value < 2200 else {
            return nil
        }
        return number.value
    }

    func byte(_ index: Int, _ byte: Character) -> Bool {
        guard tokens.indices.contains(index), let ascii = byte.asciiValue else { return false }
        return context.isByte(index, ascii)
    }

    private func skipDot(_ index: Int, _ end: Int) -> Int {
        index < end && byte(index, ".") && !tokens[index].followsSpace ? index + 1 : index
    }

    /// A month's name at `index`, with its dot; lower-case "may" and "march" are verbs.
    private func monthName(_ index: Int, _ end: Int) -> (month: Int, end: Int)? {
        guard index < end, tokens[index].kind == .word, let month = lexicon.months[tokens[index].hash] else { return nil }
        let isNoun = context.vocabulary.language == "en" || context.vocabulary.language == "de"
        if isNoun, !tokens[index].isCapitalized { return nil }
        let isShort = tokens[index].end - tokens[index].start <= 4
        return (month, isShort ? skipDot(index + 1, end) : index + 1)
    }

    private func isLinking(_ index: Int, _ end: Int) -> Bool {
        index < end && Self.links.contains(tokens[index].hash)
    }

    private static let links = Set(["of", "de", "del", "the"].map { Hash64.folded($0) })
    private static let yearWords = Set(["г", "года", "году", "год"].map { Hash64.folded($0) })

    // MARK: Dates with a month's name

    /// "18 October 2021", "18 Oct, 2021 14:05", "18. Oktober", "1er mars", "18 de octubre de 2021".
    private func numeric(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        if let date = digitDate(at: index, end: end) { return withClock(date, end) }
        if let number = integer(index, ordinal: true), number.value >= 1, number.value <= 31, number.digits <= 2 {
            var at = index + 1
            // German "18."; the month behind decides that it is a date.
            at = skipDot(at, end)
            if isLinking(at, end) { at += 1 }
            if let month = monthName(at, end) {
                return withClock(date(index, day: number.value, month: month.month, at: month.end, in: sentence), end)
            }
        }
        if let clock = clock(at: index, end: end) {
            var value = CivilTime(hour: clock.hour, minute: clock.minute)
            value.offset = clock.offset
            return Draft(tokens: index..<clock.end, value: value)
        }
        if let decade = decade(at: index, end: end) { return decade }
        return nil
    }

    /// The rest of a date whose day and month are read: a year, or one inferred.
    private func date(_ start: Int, day: Int, month: Int, at index: Int, in sentence: Range<Int>) -> Draft {
        let end = sentence.upperBound
        var at = index
        if byte(at, ","), at < end, year(at + 1, end) != nil { at += 1 }
        if isLinking(at, end), year(at + 1, end) != nil { at += 1 }
        if let year = year(at, end) {
            at += 1
            if at < end, Self.yearWords.contains(tokens[at].hash) {
                at = tokens[at].range.count <= 2 ? skipDot(at + 1, end) : at + 1
            }
            return Draft(tokens: start..<at, value: CivilTime(year: year, month: month, day: day))
        }
        var value = CivilTime(month: month, day: day)
        guard let published, let pubYear = published.year else { return Draft(tokens: start..<index, value: value) }
        value.year = pubYear
        if let pubMonth = published.month {
            let isAfter = month > pubMonth || (month == pubMonth && day > (published.day ?? 31))
            if looksAhead(start, sentence) {
                if !isAfter, (month, day) != (pubMonth, published.day ?? day), month < pubMonth { value.year = pubYear + 1 }
            } else if isAfter, monthsBetween(pubMonth, month) > 1 {
                value.year = pubYear - 1
            }
        }
        return Draft(tokens: start..<index, value: value, isRelative: true)
    }

    private func monthsBetween(_ a: Int, _ b: Int) -> Int { b - a }

    private func month(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard let month = monthName(index, end) else { return nil }
        var at = month.end
        // "October 18", "Oct. 18, 2021"
        if let day = integer(at, ordinal: true), at < end, day.digits <= 2, day.value >= 1, day.value <= 31,
            context.vocabulary.language == "en"
        {
            return withClock(date(index, day: day.value, month: month.month, at: at + 1, in: sentence), end)
        }
        if byte(at, ","), year(at + 1, end) != nil { at += 1 }
        if isLinking(at, end), year(at + 1, end) != nil { at += 1 }
        if let year = year(at, end) {
            at += 1
            if at < end, Self.yearWords.contains(tokens[at].hash) {
                at = tokens[at].range.count <= 2 ? skipDot(at + 1, end) : at + 1
            }
            return Draft(tokens: index..<at, value: CivilTime(year: year, month: month.month))
        }
        // A month alone needs a preposition, for "May", "March" and "April" are words and names too.
        guard
            context.vocabulary.language != "en" || month.end - index > 1 || tokens[index].end - tokens[index].start > 5
                || (index > sentence.lowerBound && context.flags[index - 1].contains(.timeStart))
        else { return nil }
        return bareMonth(index..<month.end, month.month, sentence)
    }

    private func bareMonth(_ range: Range<Int>, _ month: Int, _ sentence: Range<Int>) -> Draft {
        var value = CivilTime(month: month)
        guard let published, let year = published.year else { return Draft(tokens: range, value: value) }
        value.year = year
        if let pubMonth = published.month {
            if looksAhead(range.lowerBound, sentence) {
                if month < pubMonth { value.year = year + 1 }
            } else if month > pubMonth {
                value.year = year - 1
            }
        } else {
            value.year = nil
            return Draft(tokens: range, value: value)
        }
        return Draft(tokens: range, value: value, isRelative: true)
    }

    /// A date with a month's name at `index`, in whatever order.
    func dated(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard index < sentence.upperBound else { return nil }
        return tokens[index].kind == .number ? numeric(at: index, in: sentence) : month(at: index, in: sentence)
    }

    // MARK: Dates in digits

    /// "2021-10-18", "18.10.2021", "18/10/2021", "10/18/2021".
    private func digitDate(at index: Int, end: Int) -> Draft? {
        if let year = year(index, end), index + 4 < end, tokens[index + 1].kind == .dash, !tokens[index + 1].followsSpace,
            let month = integer(index + 2), month.digits == 2, (1...12).contains(month.value), tokens[index + 3].kind == .dash,
            let day = isoDay(index + 4)
        {
            return Draft(tokens: index..<(index + 5), value: CivilTime(year: year, month: month.value, day: day))
        }
        if let dotted = dotted(index) { return Draft(tokens: index..<(index + 1), value: dotted) }
        guard index + 4 < end, let first = integer(index), first.digits <= 2, byte(index + 1, "/"),
            !tokens[index + 1].followsSpace,
            let second = integer(index + 2), second.digits <= 2, byte(index + 3, "/"), let year = year(index + 4, end),
            first.value >= 1, second.value >= 1
        else { return nil }
        let isMonthFirst = context.vocabulary.language == "en" ? second.value > 12 : false
        let isDayFirst = first.value > 12 || context.vocabulary.language != "en"
        var value = CivilTime(year: year)
        if isMonthFirst, first.value <= 12, second.value <= 31 {
            value.month = first.value
            value.day = second.value
        } else if isDayFirst, second.value <= 12, first.value <= 31 {
            value.month = second.value
            value.day = first.value
        }
        // "5/6/2021" in English is June or May: only the year is sure.
        return Draft(tokens: index..<(index + 5), value: value)
    }

    private func isoDay(_ index: Int) -> Int? {
        guard tokens.indices.contains(index) else { return nil }
        let bytes = context.text.bytes
        let range = tokens[index].range
        guard range.count >= 2, bytes[range.lowerBound] &- 0x30 < 10, bytes[range.lowerBound + 1] &- 0x30 < 10,
            range.count == 2 || bytes[range.lowerBound + 2] | 0x20 == UInt8(ascii: "t")
        else { return nil }
        let day = Int(bytes[range.lowerBound] &- 0x30) * 10 + Int(bytes[range.lowerBound + 1] &- 0x30)
        return (1...31).contains(day) ? day : nil
    }

    /// One token "18.10.2021".
    private func dotted(_ index: Int) -> CivilTime? {
        var parts = [0, 0, 0]
        var digits = [0, 0, 0]
        var part = 0
        for at in tokens[index].range {
            let byte = context.text.bytes[at]
            if byte == UInt8(ascii: ".") {
                part += 1
                guard part < 3 else { return nil }
            } else if byte &- 0x30 < 10, digits[part] < 4 {
                parts[part] = parts[part] * 10 + Int(byte &- 0x30)
                digits[part] += 1
            } else {
                return nil
            }
        }
        guard part == 2, digits[0] <= 2, digits[1] <= 2, digits[2] == 4 || digits[2] == 2, (1...31).contains(parts[0]),
            (1...12).contains(parts[1])
        else { return nil }
        let year = digits[2] == 4 ? parts[2] : 2000 + parts[2]
        guard year >= 1000, year < 2200 else { return nil }
        return CivilTime(year: year, month: parts[1], day: parts[0])
    }

    // MARK: Clock times

    struct Clock {
        var hour: Int
        var minute: Int?
        var offset: Int?
        var end: Int
    }

    /// "14:05", "2 p.m.", "2:30 p.m. ET", "9h12", "9 h 12", "14.05 Uhr", "15 часов".
    func clock(at index: Int, end: Int) -> Clock? {
        guard index < end else { return nil }
        var clock: Clock
        if let hour = integer(index), hour.digits <= 2, hour.value < 25 {
            clock = Clock(hour: hour.value, minute: nil, offset: nil, end: index + 1)
            var isClock = false
            if byte(index + 1, ":"), index + 2 < end, !tokens[index + 1].followsSpace, !tokens[index + 2].followsSpace,
                let minute = integer(index + 2), minute.digits == 2, minute.value < 60
            {
                clock.minute = minute.value
                clock.end = index + 3
                isClock = true
            } else if context.vocabulary.language == "fr", index + 1 < end, tokens[index + 1].hash == Self.h {
                clock.end = index + 2
                isClock = true
                if let minute = integer(index + 2), index + 2 < end, minute.digits == 2, minute.value < 60 {
                    clock.minute = minute.value
                    clock.end = index + 3
                }
            }
            if let half = meridiem(clock.end, end) {
                guard hour.value <= 12, hour.value > 0 else { return nil }
                clock.hour = hour.value % 12 + (half.isAfternoon ? 12 : 0)
                clock.end = half.end
                isClock = true
            } else if clock.end < end, Self.hourWords.contains(tokens[clock.end].hash) {
                clock.end += 1
                isClock = true
            }
            guard isClock, clock.hour < 24 else { return nil }
        } else if let glued = gluedClock(index) {
            clock = glued
            if let half = meridiem(clock.end, end) {
                clock.hour = clock.hour % 12 + (half.isAfternoon ? 12 : 0)
                clock.end = half.end
            } else if clock.end < end, Self.hourWords.contains(tokens[clock.end].hash) {
                clock.end += 1
            } else if context.text.bytes[Int(tokens[index].start)..<Int(tokens[index].end)].contains(UInt8(ascii: ".")) {
                return nil
            }
        } else {
            return nil
        }
        zone(&clock, end)
        return clock
    }

    private static let h = Hash64.folded("h")
    private static let hourWords = Set(["uhr"].map { Hash64.folded($0) })

    private func meridiem(_ index: Int, _ end: Int) -> (isAfternoon: Bool, end: Int)? {
        guard index < end, tokens[index].kind == .word else { return nil }
        let bytes = context.text.bytes[tokens[index].range].map { $0 | 0x20 }
        switch bytes {
        case Array("pm".utf8), Array("am".utf8): return (bytes[0] == UInt8(ascii: "p"), index + 1)
        case Array("p.m".utf8), Array("a.m".utf8), Array("p.m.".utf8), Array("a.m.".utf8):
            return (bytes[0] == UInt8(ascii: "p"), skipDot(index + 1, end))
        case Array("p".utf8), Array("a".utf8):
            guard byte(index + 1, "."), index + 2 < end, tokens[index + 2].range.count == 1,
                context.text.bytes[Int(tokens[index + 2].start)] | 0x20 == UInt8(ascii: "m"), !tokens[index + 2].followsSpace
            else { return nil }
            return (bytes[0] == UInt8(ascii: "p"), skipDot(index + 3, end))
        default: return nil
        }
    }

    /// One token: "9h12", "2pm", "14.05" (in front of "Uhr").
    private func gluedClock(_ index: Int) -> Clock? {
        guard tokens[index].kind == .number, tokens[index].range.count <= 6 else { return nil }
        var hour = 0
        var minute: Int?
        var digits = 0
        var rest: [UInt8] = []
        for at in tokens[index].range {
            let byte = context.text.bytes[at]
            if byte &- 0x30 < 10 {
                digits += 1
                if let known = minute { minute = known * 10 + Int(byte &- 0x30) } else { hour = hour * 10 + Int(byte &- 0x30) }
            } else if byte | 0x20 == UInt8(ascii: "h") || byte == UInt8(ascii: "."), minute == nil, rest.isEmpty {
                minute = 0
                rest.append(byte | 0x20)
            } else {
                rest.append(byte | 0x20)
            }
        }
        guard digits <= 4, hour < 25, (minute ?? 0) < 60 else { return nil }
        switch rest {
        case Array("pm".utf8), Array("am".utf8):
            guard hour > 0, hour <= 12 else { return nil }
            return Clock(hour: hour % 12 + (rest[0] == UInt8(ascii: "p") ? 12 : 0), minute: nil, offset: nil, end: index + 1)
        case Array("h".utf8):
            guard context.vocabulary.language == "fr", hour < 24 else { return nil }
            return Clock(hour: hour, minute: minute, offset: nil, end: index + 1)
        case [UInt8(ascii: ".") | 0x20]:
            guard digits >= 3, hour < 24 else { return nil }
            return Clock(hour: hour, minute: minute, offset: nil, end: index + 1)
        default: return nil
        }
    }

    private func zone(_ clock: inout Clock, _ end: Int) {
        guard clock.end < end, tokens[clock.end].kind == .word, tokens[clock.end].shape.contains(.allCaps),
            let offset = lexicon.zones[tokens[clock.end].hash]
        else { return }
        clock.offset = offset
        clock.end += 1
    }

    /// A clock time behind a date: "18 Oct, 2021 14:05", "Oct. 18, 2022, 6:15 a.m. ET".
    private func withClock(_ draft: Draft, _ end: Int) -> Draft {
        var at = draft.tokens.upperBound
        if byte(at, ","), at < end { at += 1 }
        if at < end, Self.atWords.contains(tokens[at].hash) { at += 1 }
        guard at < end, let clock = clock(at: at, end: end) else { return draft }
        var draft = draft
        draft.value.hour = clock.hour
        draft.value.minute = clock.minute
        draft.value.offset = clock.offset
        draft.tokens = draft.tokens.lowerBound..<clock.end
        return draft
    }

    private static let atWords = Set(["at", "à", "um", "a", "в"].map { Hash64.folded($0) })

    // MARK: Looking ahead

    /// Whether the words in front speak of what is to come: "is due to meet on Thursday", "until Friday", "dès samedi".
    func looksAhead(_ index: Int, _ sentence: Range<Int>) -> Bool {
        var at = index - 1
        let limit = max(sentence.lowerBound, index - 14)
        while at >= limit {
            let flags = context.flags[at]
            if flags.contains(.future) { return true }
            if flags.contains(.saying) || tokens[at].kind == .quote || tokens[at].kind == .terminator { return false }
            // A past tense nearer than any word of the future: "tried on Tuesday".
            if flags.contains(.past) || isEnglishPast(at) { return false }
            at -= 1
        }
        return false
    }

    private func isEnglishPast(_ index: Int) -> Bool {
        let token = tokens[index]
        guard lexicon.language == "en", token.kind == .word, !token.isCapitalized, token.end - token.start > 3 else {
            return false
        }
        return context.text.bytes[Int(token.end) - 2] == UInt8(ascii: "e")
            && context.text.bytes[Int(token.end) - 1] == UInt8(ascii: "d")
    }
}
