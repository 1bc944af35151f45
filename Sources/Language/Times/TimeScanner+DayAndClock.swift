internal import TextCore

/// A time of the day with its day: "9 p.m. EDT Tuesday", "Tuesday at 9 p.m.", "Oct. 18, 2022, 6:15 a.m. ET".
extension TimeScanner {
    /// A clock time behind a date or day.
    func withClock(_ draft: Draft, _ end: Int) -> Draft {
        var at = draft.tokens.upperBound
        if byte(at, ","), at < end { at += 1 }
        if at < end, Self.atWords.contains(tokens[at].hash) {
            at += 1
            // "a las 14:30"
            if at < end, lexicon.language == "es", lexicon.hourFronts.contains(tokens[at].hash) { at += 1 }
        }
        guard at < end, draft.value.day != nil, var clock = clock(at: at, end: end) else { return draft }
        // "On Friday evening at 10:15"
        let isLate = draft.value.part == .afternoon || draft.value.part == .evening
        if isLate, !clock.hasMeridiem, (1..<12).contains(clock.hour) { clock.hour += 12 }
        var draft = draft
        draft.set(clock)
        draft.tokens = draft.tokens.lowerBound..<clock.end
        return draft
    }

    private static let atWords = WordSet(["at", "à", "vers", "um", "gegen", "a", "в", "около"])

    /// A clock time with the day that follows it: "9 p.m. EDT Tuesday", "0100 GMT on Wednesday", "um 9 Uhr am Freitag".
    func withDay(_ clock: Draft, in sentence: Range<Int>) -> Draft {
        var at = clock.tokens.upperBound
        at = behindSecondClock(at, sentence)
        if byte(at, ","), sentence.contains(at) { at += 1 }
        if sentence.contains(at), Self.onWords.contains(tokens[at].hash) { at += 1 }
        guard sentence.contains(at),
            let day = dated(at: at, in: sentence) ?? day(at: at, in: sentence) ?? weekday(at: at, in: sentence),
            day.value.day != nil, day.end == nil, day.value.hour == nil
        else { return clock }
        var joined = day
        joined.value.hour = clock.value.hour
        joined.value.minute = clock.value.minute
        joined.value.offset = clock.value.offset
        joined.value.part = nil
        joined.granularity = nil
        joined.daylight = clock.daylight
        joined.tokens = clock.tokens.lowerBound..<day.tokens.upperBound
        return joined
    }

    /// "6 a.m. local time (0400 GMT) on Sunday": behind the same hour in another zone.
    private func behindSecondClock(_ index: Int, _ sentence: Range<Int>) -> Int {
        guard sentence.contains(index + 1), byte(index, "("), let clock = clock(at: index + 1, end: sentence.upperBound),
            sentence.contains(clock.end), byte(clock.end, ")")
        else { return index }
        return clock.end + 1
    }

    private static let onWords = WordSet(["on", "am", "le", "el", "du", "del", "в", "во"])

    /// The clock time alone.
    func draft(_ clock: Clock, from start: Int) -> Draft {
        var draft = Draft(tokens: start..<clock.end, value: CivilTime())
        draft.set(clock)
        return draft
    }

    /// The offset of a zone that follows daylight saving, by the day that the time has or the day of publication.
    func settleOffset(_ draft: inout Draft) {
        guard let daylight = draft.daylight, let offset = draft.value.offset else { return }
        let date = draft.value.dayNumber != nil ? draft.value : published
        let isAhead = date.flatMap { daylight.isAhead(on: $0) }
        draft.value.offset = isAhead.map { $0 ? offset + 60 : offset }
    }
}

extension TimeScanner.Draft {
    fileprivate mutating func set(_ clock: TimeScanner.Clock) {
        value.hour = clock.hour
        value.minute = clock.minute
        value.offset = clock.offset
        value.part = nil
        daylight = clock.daylight
        granularity = nil
    }
}
