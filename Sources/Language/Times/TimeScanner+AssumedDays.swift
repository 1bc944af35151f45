internal import TextCore

/// The days of hours that are told without one: "at 9 p.m.", „gegen 15 Uhr“, «в 15:30».
extension TimeScanner {
    /// The times with the days that their hours are likely on: the day named nearest in the sentence, or else the last one of the sentence
    /// in front in its paragraph, or else that of publication. Where the words around tell of another stretch, or of every day, the day
    /// stays unknown. O(*n*) in times and in the tokens of their sentences.
    func assumingDays(of times: [TimeExpression]) -> [TimeExpression] {
        var assumed = times
        var first = 0
        var former = 0..<0
        for (number, sentence) in context.sentences.enumerated() {
            var last = first
            while last < times.count, times[last].tokens.lowerBound < sentence.tokens.upperBound { last += 1 }
            let isParagraphs = number > 0 && context.sentences[number - 1].section == sentence.section
            let own = first..<last
            for index in own where times[index].isLoneClock {
                guard !isRepeated(sentence.tokens) else { break }
                let day = dayNamed(beside: index, own, times) ?? (isParagraphs ? dayNamed(in: former, times) : .unnamed)
                switch day {
                case .day(let day): assumed[index] = times[index].assuming(day)
                case .unnamed: assumed[index] = times[index].assuming(dayOfPublication(times[index], sentence.tokens))
                case .unknown: break
                }
            }
            former = own
            first = last
        }
        return assumed
    }

    /// What the times of a sentence say of the day of an hour.
    private enum NamedDayOfClock {
        case day(Int)
        case unnamed
        /// Something else than a day is named: "in 2019".
        case unknown
    }

    /// The day that is named nearest to an hour in its sentence, one in front of it first; nil where there are no times but hours.
    private func dayNamed(beside index: Int, _ own: Range<Int>, _ times: [TimeExpression]) -> NamedDayOfClock? {
        let others = own.filter { !times[$0].isLoneClock && !times[$0].isCounted }
        guard let nearest = others.last(where: { $0 < index }) ?? others.first else { return nil }
        return times[nearest].namedDay.map { .day($0) } ?? .unknown
    }

    /// The last day that a sentence names.
    private func dayNamed(in sentence: Range<Int>, _ times: [TimeExpression]) -> NamedDayOfClock {
        guard let last = sentence.last(where: { !times[$0].isLoneClock && !times[$0].isCounted }) else { return .unnamed }
        return times[last].namedDay.map { .day($0) } ?? .unknown
    }

    /// "every day", "täglich": an hour of many days.
    private func isRepeated(_ sentence: Range<Int>) -> Bool {
        sentence.contains { lexicon.repeating.contains(tokens[$0].hash) }
    }

    /// The day of publication; the day in front of it for an hour that was later in the day, and the one behind it for an hour to come
    /// that was earlier. Only hours whose zone is known can be told apart so.
    private func dayOfPublication(_ time: TimeExpression, _ sentence: Range<Int>) -> Int? {
        guard let published, let today = published.dayNumber else { return nil }
        let isAhead = looksAhead(time.tokens.lowerBound, sentence)
        // The midnight to come is the first of the next day.
        if isAhead, time.value.hour == 0, time.value.minute == nil { return today + 1 }
        guard let hour = time.value.hour, let offset = time.value.offset, let now = published.hour, let here = published.offset
        else { return today }
        let minutes = hour * 60 + (time.value.minute ?? 0) - offset
        let ofPublication = now * 60 + (published.minute ?? 0) - here
        if isAhead { return minutes < ofPublication ? today + 1 : today }
        return minutes > ofPublication && isBehindPast(time.tokens.lowerBound, sentence) ? today - 1 : today
    }

    private func isBehindPast(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - Self.pastReach)..<index).contains {
            context.flags[$0].contains(.past) || isEnglishPast($0)
        }
    }

    private static let pastReach = 12
}

extension TimeExpression {
    /// Whether it is an hour without a day.
    fileprivate var isLoneClock: Bool {
        value.hour != nil && value.year == nil && value.month == nil && value.day == nil && value.week == nil
    }

    /// The one day that it names.
    fileprivate var namedDay: Int? { end == nil || (granularity == .hour || granularity == .minute) ? value.dayNumber : nil }

    fileprivate func assuming(_ day: Int?) -> TimeExpression {
        TimeExpression(
            range: range,
            tokens: tokens,
            value: value,
            end: end,
            portion: portion,
            isRelative: isRelative,
            granularity: granularity,
            assumedDay: day,
            isCounted: isCounted
        )
    }
}
