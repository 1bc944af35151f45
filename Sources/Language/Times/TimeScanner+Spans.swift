internal import TextCore

/// Spans back from publication: "two days ago".
extension TimeScanner {
    /// "two days ago", "vor zwei Tagen", "il y a deux jours", "hace dos días", "два дня назад".
    func span(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        var at = index
        var needsAgo = true
        // "через два дня", "in zwei Tagen"
        let opening = lexicon.ahead.longestMatch(in: tokens, at: index, limit: end)
        if let opening { at = opening.endIndex; needsAgo = false }
        guard at < end else { return nil }
        // "год назад"
        if lexicon.language == "ru", at + 1 < end, let unit = lexicon.units[tokens[at].hash],
            opening != nil || lexicon.ago.contains(tokens[at + 1].hash) || lexicon.early.contains(tokens[at + 1].hash)
        {
            let stop = opening == nil ? at + 2 : at + 1
            // «месяцем ранее» counts from another day than publication.
            if opening == nil, lexicon.early.contains(tokens[at + 1].hash) {
                return elsewhere(count: lexicon.later.contains(tokens[at + 1].hash) ? 1 : -1, unit: unit, tokens: index..<stop)
            }
            return Draft(count: opening == nil ? 1 : -1, unit: unit, tokens: index..<stop, published)
        }
        switch lexicon.language {
        case "de": if tokens[at].hash == Self.vor { at += 1; needsAgo = false }
        case "es": if tokens[at].hash == Self.hace { at += 1; needsAgo = false }
        case "fr": if at + 3 < end, zip(at..., Self.ilYA).allSatisfy({ tokens[$0].hash == $1 }) { at += 3; needsAgo = false }
        default: break
        }
        guard at < end else { return nil }
        var count: Int
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
        if at < end, let minutes = lexicon.clockUnits[tokens[at].hash] {
            let isAgo = at + 1 < end && lexicon.ago.contains(tokens[at + 1].hash) && !lexicon.early.contains(tokens[at + 1].hash)
            // "in zwei Stunden" is as often how long something took.
            guard opening == nil, isAgo || !needsAgo else { return nil }
            return clock(minutes: -count * minutes, isHours: minutes > 1, tokens: index..<(needsAgo ? at + 2 : at + 1))
        }
        guard at < end else { return nil }
        let isFortnight = lexicon.fortnights.contains(tokens[at].hash)
        guard let unit = isFortnight ? .week : lexicon.units[tokens[at].hash] else { return nil }
        if isFortnight { count *= 2 }
        at += 1
        // "trois jours plus tard", "dos días más tarde": counted from another day than publication.
        if needsAgo, at + 1 < end, Self.more.contains(tokens[at].hash), let isLater = Self.laterOrEarlier(tokens[at + 1].hash) {
            return elsewhere(count: isLater ? count : -count, unit: unit, tokens: index..<(at + 2))
        }
        // "two weeks from now"
        if needsAgo, at + 1 < end, tokens[at].hash == Self.from, tokens[at + 1].hash == Self.now {
            return Draft(count: -count, unit: unit, tokens: index..<(at + 2), published)
        }
        if needsAgo {
            guard at < end, lexicon.ago.contains(tokens[at].hash) else { return nil }
            // "a day earlier" counts from another day than publication.
            let isEarlier = lexicon.early.contains(tokens[at].hash)
            let isLater = isEarlier && lexicon.later.contains(tokens[at].hash)
            at += 1
            if isEarlier { return elsewhere(count: isLater ? count : -count, unit: unit, tokens: index..<at) }
        }
        return Draft(count: opening == nil ? count : -count, unit: unit, tokens: index..<at, published)
    }

    /// "two hours ago", "vor 20 Minuten", "через два часа": nil where publication has no time of day, so that it stays a duration.
    private func clock(minutes: Int, isHours: Bool, tokens: Range<Int>) -> Draft? {
        guard let published, let day = published.dayNumber, let hour = published.hour else { return nil }
        let minute = hour * 60 + (published.minute ?? 0) + minutes
        let shift = Int((Double(minute) / 1440).rounded(.down))
        var value = CivilTime(dayNumber: day &+ shift)
        let inDay = minute - shift * 1440
        value.hour = inDay / 60
        value.minute = isHours ? nil : inDay % 60
        value.offset = published.offset
        return Draft(tokens: tokens, value: value, isRelative: true, granularity: isHours ? .hour : .minute)
    }

    private static let more = WordSet(["plus", "más"])
    private static let late = WordSet(["tard", "tarde"])
    private static let soon = WordSet(["tôt", "temprano"])

    private static func laterOrEarlier(_ word: UInt64) -> Bool? {
        late.contains(word) ? true : soon.contains(word) ? false : nil
    }

    private static let from = Hash64.folded("from")
    private static let now = Hash64.folded("now")
    private static let vor = Hash64.folded("vor")
    private static let hace = Hash64.folded("hace")
    private static let ilYA = ["il", "y", "a"].map { Hash64.folded($0) }
}

extension TimeScanner.Draft {
    /// Counts months or years from another time, as far as that says: "in February, from 4% a month earlier".
    mutating func count(_ shift: Int, from other: TimeExpression) {
        guard let year = other.value.year, other.granularity == .month || other.granularity == granularity else { return }
        if granularity == .month {
            guard let month = other.value.month else { return }
            let months = year * 12 + month - 1 + shift
            value = CivilTime(year: months / 12, month: months % 12 + 1)
        } else {
            value = CivilTime(year: year + shift, month: other.value.month)
            if value.month != nil { granularity = .month }
        }
        isRelative = other.isRelative
    }

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
        case .week:
            granularity = .week
            guard let day = published?.dayNumber else { break }
            let week = CivilTime.isoWeek(ofDay: day &+ 7 * offset)
            value = CivilTime(year: week.year, week: week.week)
        case .weekend:
            granularity = .weekend
            guard let day = published?.dayNumber, let weekday = published?.weekday else { break }
            let saturday = day &+ 7 * offset &+ (6 - weekday)
            value = CivilTime(dayNumber: saturday)
            end = CivilTime(dayNumber: saturday &+ 1)
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
