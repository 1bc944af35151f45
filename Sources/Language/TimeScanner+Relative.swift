internal import TextCore

/// Times that rest on the day of publication.
extension TimeScanner {
    private var publishedDay: Int? { published?.dayNumber }

    // MARK: Days

    /// "yesterday", "tonight", "hier soir", "gestern Abend".
    func day(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard let phrase = lexicon.days.longestMatch(at: index, below: end, word: { tokens[$0].hash }) else { return nil }
        // "morgen" and "mañana" are mornings too.
        if phrase.end == index + 1, lexicon.parts[tokens[index].hash] != nil, isPartNotDay(index, sentence) { return nil }
        let day = lexicon.dayValues[phrase.value]
        var value = publishedDay.map { CivilTime(dayNumber: $0 &+ day.offset) } ?? CivilTime()
        value.part = day.part
        var stop = phrase.end
        if day.part == nil, let part = part(at: stop, end) {
            value.part = part.part
            stop = part.end
        }
        return Draft(
            tokens: index..<stop,
            value: value,
            isRelative: publishedDay != nil,
            granularity: day.part == nil ? .day : nil
        )
    }

    private func isPartNotDay(_ index: Int, _ sentence: Range<Int>) -> Bool {
        if context.vocabulary.capitalizesNouns { return tokens[index].isCapitalized && index > sentence.lowerBound }
        guard index > sentence.lowerBound else { return false }
        return context.flags[index - 1].contains(.function)
    }

    /// A part of the day behind a day: "Sunday evening", "hier au soir", "el domingo por la noche".
    private func part(at index: Int, _ end: Int) -> (part: CivilTime.DayPart, end: Int)? {
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

    // MARK: Weekdays

    /// "Sunday evening", "next Tuesday", "Monday, Oct. 18", "lundi dernier", "Sonntagabend".
    func weekday(at index: Int, in sentence: Range<Int>, offset: Int? = nil, from start: Int? = nil) -> Draft? {
        let end = sentence.upperBound
        let token = tokens[index]
        guard token.kind == .word else { return nil }
        if let both = lexicon.weekdayParts[token.hash] {
            return resolved(weekday: both.weekday, part: both.part, tokens: (start ?? index)..<(index + 1), offset, sentence)
        }
        guard let number = lexicon.weekdays[token.hash] else { return nil }
        if lexicon.language == "en" || lexicon.language == "de", !token.isCapitalized { return nil }
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
        return resolved(weekday: number, part: part, tokens: (start ?? index)..<stop, shift, sentence)
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
        default: day = looksAhead(range.lowerBound, sentence) ? today &+ ahead : today &- back
        }
        draft.value = CivilTime(dayNumber: day)
        draft.value.part = part
        draft.isRelative = true
        return draft
    }

    // MARK: Last, this, next

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
                guard unit != .day, !isPlural(at + 1, unit) else { return nil }
                return Draft(unit: unit, offset: offset, tokens: index..<(at + 2), published)
            }
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
                return Draft(unit: unit, offset: offset, tokens: index..<(after + 1), published)
            }
        }
        if let season = lexicon.seasons[tokens[index].hash], index + 1 < end,
            let offset = lexicon.relativeAfter[tokens[index + 1].hash]
        {
            return self.season(season, offset, index..<(index + 2))
        }
        return nil
    }

    private func isPlural(_ index: Int, _ unit: TimeLexicon.Unit) -> Bool {
        lexicon.language == "en" && context.text.bytes[Int(tokens[index].end) - 1] == UInt8(ascii: "s")
    }

    private func season(_ season: CivilTime.Season, _ offset: Int, _ tokens: Range<Int>) -> Draft {
        var value = CivilTime(season: season)
        guard let pubYear = published?.year else { return Draft(tokens: tokens, value: value) }
        guard let pubMonth = published?.month else {
            if offset == 0 { value.year = pubYear }
            return Draft(tokens: tokens, value: value, isRelative: value.year != nil)
        }
        let starts: [CivilTime.Season: Int] = [.winter: 0, .spring: 3, .summer: 6, .autumn: 9]
        let start = starts[season] ?? 0
        switch offset {
        case -1: value.year = start + 3 > pubMonth ? pubYear - 1 : pubYear
        case 1: value.year = start <= pubMonth ? pubYear + 1 : pubYear
        default: value.year = pubYear
        }
        return Draft(tokens: tokens, value: value, isRelative: true)
    }

    // MARK: Spans back

    /// "two days ago", "vor zwei Tagen", "il y a deux jours", "hace dos días", "два дня назад".
    func span(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        var at = index
        var needsAgo = true
        switch lexicon.language {
        case "de": if tokens[at].hash == Self.vor { at += 1; needsAgo = false }
        case "es": if tokens[at].hash == Self.hace { at += 1; needsAgo = false }
        case "fr": if at + 3 < end, zip(at..., Self.ilYA).allSatisfy({ tokens[$0].hash == $1 }) { at += 3; needsAgo = false }
        default: break
        }
        guard at < end else { return nil }
        let count: Int
        let parser = NumberParser(context: context)
        if let number = parser.number(at: at, end: end), number.value >= 1, number.value < 1000, !number.isOrdinal,
            !number.isShare
        {
            guard number.value == number.value.rounded(.down) else { return nil }
            count = Int(number.value)
            at = number.tokens.upperBound
        } else if context.vocabulary.figures.articles.contains(tokens[at].hash) {
            count = 1
            at += 1
        } else {
            return nil
        }
        guard at < end, let unit = lexicon.units[tokens[at].hash] else { return nil }
        at += 1
        if needsAgo {
            guard at < end, lexicon.ago.contains(tokens[at].hash) else { return nil }
            // "a day earlier" counts from another day than publication.
            let isEarlier = lexicon.early.contains(tokens[at].hash)
            at += 1
            if isEarlier { return Draft(tokens: index..<at, value: CivilTime()) }
        }
        return Draft(count: count, unit: unit, tokens: index..<at, published)
    }

    private static let vor = Hash64.folded("vor")
    private static let hace = Hash64.folded("hace")
    private static let ilYA = ["il", "y", "a"].map { Hash64.folded($0) }

    // MARK: Behind prepositions

    /// "in June", "since 2014", "im März", "en 2015", "в 2014 году", "il y a deux ans", "the 1990s".
    func prepositional(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard lexicon.prepositions.contains(tokens[index].hash), index + 1 < end else { return nil }
        var at = index + 1
        var steps = 0
        while at < end, steps < 2, lexicon.prepositions.contains(tokens[at].hash) || Self.articles.contains(tokens[at].hash) {
            at += 1
            steps += 1
        }
        // "in early-June", "mid-October"
        if at < end, tokens[at].kind == .dash { at += 1 }
        guard at < end else { return nil }
        if let year = bareYear(at, end) {
            var stop = at + 1
            if stop < end, Self.yearUnits.contains(tokens[stop].hash) { stop += 1 }
            return Draft(tokens: at..<stop, value: CivilTime(year: year))
        }
        if steps == 0 || lexicon.language == "en", var month = dated(at: at, in: sentence), month.value.month != nil,
            month.value.day == nil
        {
            if Self.inside.contains(tokens[index].hash) { month.tokens = index..<month.tokens.upperBound }
            return month
        }
        return nil
    }

    private static let articles = Set(["the", "l'", "le", "la", "el", "dem", "der"].map { Hash64.folded($0) })
    private static let inside = Set(["in", "en", "im", "в"].map { Hash64.folded($0) })
    private static let yearUnits = Set(["году", "года", "г"].map { Hash64.folded($0) })

    /// Four digits that can only be a year: between 1500 and 2100, without a unit or noun behind.
    private func bareYear(_ index: Int, _ end: Int) -> Int? {
        guard let number = integer(index), number.digits == 4, number.value >= 1500, number.value < 2100 else { return nil }
        if index + 1 < end {
            let next = tokens[index + 1]
            if next.kind == .symbol || context.flags[index + 1].contains(.unit) && !Self.yearUnits.contains(next.hash) {
                return nil
            }
            if byte(index + 1, "%") { return nil }
        }
        return number.value
    }

    /// "1990s", "the '90s".
    func decade(at index: Int, end: Int) -> Draft? {
        let range = tokens[index].range
        let bytes = context.text.bytes
        let text = bytes[range]
        var digits = 0
        var value = 0
        for byte in text {
            guard byte &- 0x30 < 10, digits < 4 else { break }
            value = value * 10 + Int(byte &- 0x30)
            digits += 1
        }
        guard digits == 4, value % 10 == 0, value >= 1500, value < 2100 else {
            return lone(index, value, digits, range.count, end)
        }
        let rest = text.dropFirst(4)
        var stop = index + 1
        if rest.elementsEqual("s".utf8) || rest.elementsEqual("er".utf8) {
        } else if rest.isEmpty, stop + 1 < end, context.isHyphen(stop), Self.decadeEndings.contains(tokens[stop + 1].hash) {
            stop += 2
        } else {
            return lone(index, value, digits, range.count, end)
        }
        return Draft(tokens: index..<stop, value: CivilTime(year: value), granularity: .decade)
    }

    private static let decadeEndings = Set(["е", "х", "м", "ми", "er"].map { Hash64.folded($0) })

    /// A year by itself: "the 2012 election", "(2014)". Numbers that count something are left to figures.
    private func lone(_ index: Int, _ value: Int, _ digits: Int, _ length: Int, _ end: Int) -> Draft? {
        guard digits == 4, length == 4, value >= 1900, value < 2050, bareYear(index, end) != nil else { return nil }
        if index > 0 {
            let previous = tokens[index - 1]
            if previous.kind == .symbol, !tokens[index].followsSpace { return nil }
            if previous.kind == .dash, !previous.followsSpace, !tokens[index].followsSpace, index > 1,
                tokens[index - 2].kind != .number
            {
                return nil
            }
            if context.flags[index - 1].contains(.bound), value % 50 == 0 { return nil }
            if previous.kind == .word, previous.shape.contains(.allCaps) { return nil }
            if context.flags[index - 1].contains(.labelNoun) { return nil }
        }
        if value % 50 == 0, index + 1 < end, tokens[index + 1].kind == .word, !context.flags[index + 1].contains(.function) {
            return nil
        }
        if index + 1 < end, context.vocabulary.figures.scales[tokens[index + 1].hash] != nil { return nil }
        return Draft(tokens: index..<(index + 1), value: CivilTime(year: value))
    }
}

extension TimeScanner.Draft {
    /// A unit of the calendar some units from publication.
    init(unit: TimeLexicon.Unit, offset: Int, tokens: Range<Int>, _ published: CivilTime?) {
        self.init(tokens: tokens, value: CivilTime())
        switch unit {
        case .year:
            value.year = published?.year.map { $0 &+ offset }
            granularity = .year
        case .month:
            granularity = .month
            guard let year = published?.year, let month = published?.month else { break }
            let count = year * 12 + month - 1 + offset
            value = CivilTime(year: count / 12, month: count % 12 + 1)
        case .week, .weekend:
            granularity = .week
            guard let day = published?.dayNumber else { break }
            let week = CivilTime.isoWeek(ofDay: day &+ 7 * offset)
            value = CivilTime(year: week.year, week: week.week)
        case .day, .decade: break
        }
        isRelative = value != CivilTime()
    }

    /// So many units before publication.
    init(count: Int, unit: TimeLexicon.Unit, tokens: Range<Int>, _ published: CivilTime?) {
        switch unit {
        case .day:
            self.init(
                tokens: tokens,
                value: published?.dayNumber.map { CivilTime(dayNumber: $0 - count) } ?? CivilTime(),
                granularity: .day
            )
            isRelative = value != CivilTime()
        case .decade: self.init(unit: .year, offset: -10 * count, tokens: tokens, published)
        default: self.init(unit: unit, offset: -count, tokens: tokens, published)
        }
    }
}

extension CivilTime {
    /// The ISO 8601 week that holds a day.
    static func isoWeek(ofDay day: Int) -> (year: Int, week: Int) {
        let weekday = ((day + 3) % 7 + 7) % 7
        let thursday = day - weekday + 3
        let year = CivilTime(dayNumber: thursday).year ?? 1970
        let first = CivilTime(year: year, month: 1, day: 1).dayNumber ?? thursday
        return (year, (thursday - first) / 7 + 1)
    }
}
