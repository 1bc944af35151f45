internal import TextCore

/// Times that rest on the day of publication: days, weekdays, last and next.
extension TimeScanner {
    var publishedDay: Int? { published?.dayNumber }

    /// "yesterday", "tonight", "hier soir", "gestern Abend".
    func day(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard let phrase = lexicon.days.longestMatch(in: tokens, at: index, limit: end) else { return nil }
        // "morgen" and "mañana" are mornings too.
        if phrase.endIndex == index + 1, lexicon.parts[tokens[index].hash] != nil, isPartNotDay(index, sentence) { return nil }
        let day = phrase.value
        var value = publishedDay.map { CivilTime(dayNumber: $0 &+ day.offset) } ?? CivilTime()
        value.part = day.part
        var stop = phrase.endIndex
        if day.part == nil, let part = part(at: stop, end) {
            value.part = part.part
            stop = part.end
        }
        let draft = Draft(
            tokens: index..<stop,
            value: value,
            isRelative: publishedDay != nil,
            granularity: value.part == nil ? .day : .dayPart
        )
        return withClock(draft, end)
    }

    private func isPartNotDay(_ index: Int, _ sentence: Range<Int>) -> Bool {
        if context.vocabulary.capitalizesNouns { return tokens[index].isCapitalized && index > sentence.lowerBound }
        guard index > sentence.lowerBound else { return false }
        return Self.inFrontOfParts.contains(tokens[index - 1].hash)
    }

    private static let inFrontOfParts = WordSet("la una por de esta cada le ce du un der am jeden".split(separator: " "))

    /// A part of the day behind a day: "Sunday evening", "hier au soir", "el domingo por la noche".
    func part(at index: Int, _ end: Int) -> (part: CivilTime.DayPart, end: Int)? {
        var at = index
        var steps = 0
        while at < end, steps < 2, context.flags[at].contains(.function), tokens[at].kind == .word,
            lexicon.parts[tokens[at].hash] == nil,
            lexicon.language != "en"
        {
            at += 1
            steps += 1
        }
        guard at < end, tokens[at].kind == .word, let part = lexicon.parts[tokens[at].hash] else { return nil }
        return (part, at + 1)
    }

    /// "Sunday evening", "next Tuesday", "Monday, Oct. 18", "lundi dernier", "Sonntagabend".
    func weekday(at index: Int, in sentence: Range<Int>, offset: Int? = nil, from start: Int? = nil) -> Draft? {
        let end = sentence.upperBound
        let token = tokens[index]
        guard token.kind == .word else { return nil }
        if let both = lexicon.weekdayParts[token.hash] {
            let range = (start ?? index)..<(index + 1)
            return withClock(resolved(weekday: both.weekday, part: both.part, tokens: range, offset, sentence), end)
        }
        guard let number = lexicon.weekdays[token.hash] else { return nil }
        if lexicon.language == "en" || lexicon.language == "de", !token.isCapitalized { return nil }
        if isNameOfDay(index, sentence) { return nil }
        // Short forms are words and names besides ("Sun", "Mon", "Sat"): only in front of a date.
        let isShort = lexicon.language == "en" && token.end - token.start <= 5
        var at = index + 1
        if isShort, byte(at, ".") { at += 1 }
        if byte(at, ","), at < end { at += 1 }
        if at < end, lexicon.language == "es" || lexicon.language == "de", context.flags[at].contains(.function) { at += 1 }
        if at < end, var date = plainDate(at: at, in: sentence) {
            date.tokens = (start ?? index)..<date.tokens.upperBound
            return date
        }
        if isShort { return nil }
        var stop = index + 1
        var part: CivilTime.DayPart?
        if let found = self.part(at: stop, end) {
            part = found.part
            stop = found.end
        }
        var shift = offset
        if shift == nil, stop < end, let after = lexicon.relativeAfter[tokens[stop].hash] {
            shift = after
            stop += 1
        }
        if shift == nil, let week = week(behind: stop, end), let today = publishedDay, let weekday = published?.weekday {
            var value = CivilTime(dayNumber: today &- weekday &+ number &+ 7 &* week.offset)
            value.part = part
            return Draft(
                tokens: (start ?? index)..<week.end,
                value: value,
                isRelative: true,
                granularity: part == nil ? .day : .dayPart
            )
        }
        return withClock(resolved(weekday: number, part: part, tokens: (start ?? index)..<stop, shift, sentence), end)
    }

    /// "Monday last week", "Dienstag vergangener Woche", "lundi de la semaine dernière": in which week a weekday is.
    private func week(behind index: Int, _ end: Int) -> (offset: Int, end: Int)? {
        var at = index
        while at < end, at < index + 2, isLinking(at, end) || Self.articles.contains(tokens[at].hash) { at += 1 }
        guard at + 1 < end else { return nil }
        if let offset = lexicon.relative[tokens[at].hash], lexicon.units[tokens[at + 1].hash] == .week, !isPlural(at + 1) {
            return (offset, at + 2)
        }
        guard lexicon.units[tokens[at].hash] == .week, let offset = lexicon.relativeAfter[tokens[at + 1].hash],
            tokens[at + 1].hash != Self.que
        else { return nil }
        return (offset, at + 2)
    }

    /// "Good Friday", "lundi de Pâques", "Domingo de Ramos": a day of the year that moves, and not the weekday last past.
    private func isNameOfDay(_ index: Int, _ sentence: Range<Int>) -> Bool {
        if index > sentence.lowerBound, tokens[index - 1].isCapitalized, lexicon.dayNames.contains(tokens[index - 1].hash) {
            return true
        }
        var at = index + 1
        if at < sentence.upperBound, isLinking(at, sentence.upperBound) { at += 1 }
        return at < sentence.upperBound && lexicon.dayNamesBehind.contains(tokens[at].hash)
    }

    private func plainDate(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard tokens[index].kind == .number || lexicon.months[tokens[index].hash] != nil,
            let date = dated(at: index, in: sentence),
            date.value.day != nil
        else { return nil }
        return date
    }

    private func resolved(
        weekday: Int,
        part: CivilTime.DayPart?,
        tokens range: Range<Int>,
        _ offset: Int?,
        _ sentence: Range<Int>
    ) -> Draft {
        var draft = Draft(tokens: range, value: CivilTime(part: part), granularity: part == nil ? .day : nil)
        guard let today = publishedDay, let pubWeekday = published?.weekday else { return draft }
        let back = ((pubWeekday - weekday) % 7 + 7) % 7
        let ahead = ((weekday - pubWeekday) % 7 + 7) % 7
        let day: Int
        switch offset {
        case .some(1): day = today &+ (ahead == 0 ? 7 : ahead)
        case .some(-1): day = today &- (back == 0 ? 7 : back)
        default:
            day =
                looksAhead(range.lowerBound, sentence) || isFollowedByFuture(range, sentence)
                ? today &+ ahead : today &- back
        }
        draft.value = CivilTime(dayNumber: day)
        draft.value.part = part
        draft.isRelative = true
        return draft
    }

    /// "last week", "this summer", "next Tuesday", "earlier this year", "la semaine dernière", "в прошлом году".
    func relative(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        var at = index
        if lexicon.early.contains(tokens[at].hash), at + 1 < end { at += 1 }
        while at < end, at < index + 3, lexicon.prepositions.contains(tokens[at].hash),
            at > index || lexicon.early.contains(tokens[index].hash)
        { at += 1 }
        if at < end, let offset = lexicon.relative[tokens[at].hash], at + 1 < end {
            if let day = weekday(at: at + 1, in: sentence, offset: offset, from: index) { return day }
            if let unit = lexicon.units[tokens[at + 1].hash], unit != .decade {
                // "this day", "the last days": stretches that have no one value.
                guard unit != .day, !isPlural(at + 1) else { return nil }
                var draft = Draft(unit: unit, offset: offset, tokens: index..<(at + 2), published)
                // "in January from the previous month": counted from the month named, where one is.
                if lexicon.anchored.contains(tokens[at].hash), unit == .month || unit == .year { draft.shift = offset }
                return draft
            }
            if lexicon.quarters.contains(tokens[at + 1].hash) { return quarter(offset, index..<(at + 2), sentence) }
            if let season = lexicon.seasons[tokens[at + 1].hash] { return self.season(season, offset, index..<(at + 2)) }
            if let month = lexicon.months[tokens[at + 1].hash], let pubYear = published?.year, let pubMonth = published?.month {
                var year = pubYear
                switch offset {
                case -1: if month >= pubMonth { year -= 1 }
                case 1: if month <= pubMonth { year += 1 }
                default: break
                }
                return Draft(tokens: index..<(at + 2), value: CivilTime(year: year, month: month), isRelative: true)
            }
            return nil
        }
        // "la semaine dernière", "el año pasado".
        if let unit = lexicon.units[tokens[index].hash], index + 1 < end, unit != .day, unit != .decade {
            var after = index + 1
            if lexicon.language == "es", lexicon.prepositions.contains(tokens[after].hash) { after += 1 }
            if after < end, let offset = lexicon.relativeAfter[tokens[after].hash] {
                // "el mes que viene", not "el mes que pasó".
                let isClause = tokens[after].hash == Self.que
                guard isClause else {
                    var draft = Draft(unit: unit, offset: offset, tokens: index..<(after + 1), published)
                    if lexicon.anchored.contains(tokens[after].hash), unit == .month || unit == .year { draft.shift = offset }
                    return draft
                }
                if after + 1 < end, Self.comes.contains(tokens[after + 1].hash) {
                    return Draft(unit: unit, offset: offset, tokens: index..<(after + 2), published)
                }
            }
        }
        return nil
    }

    private static let que = Hash64.folded("que")
    private static let comes = WordSet(["viene", "entra"])

    private func isPlural(_ index: Int) -> Bool {
        lexicon.language == "en" && context.text.bytes[Int(tokens[index].end) - 1] == UInt8(ascii: "s")
    }
}
