internal import TextCore

/// Two times that are one stretch: "from 12 March to 4 April", "between 2014 and 2016", "с понедельника по пятницу", "from 9 a.m.
/// to noon".
extension TimeScanner {
    /// The stretch from one time to the one behind it, where the words between and in front of them say so: days, months or
    /// years in order. What is moved "from Monday to Thursday" has no stretch. O(1): a few words in front are looked at.
    func range(from first: TimeExpression, to last: TimeExpression, in sentence: Range<Int>) -> TimeExpression? {
        if let clocks = clockRange(from: first, to: last, in: sentence) { return clocks }
        guard first.tokens.lowerBound >= sentence.lowerBound, first.end == nil, last.end == nil,
            first.granularity == last.granularity, [.day, .month, .year].contains(first.granularity),
            isLinked(first.tokens, last.tokens, sentence)
        else { return nil }
        var (start, end) = (first.value, last.value)
        // "from 12 March to 4 April 2019": the year that is said holds for both.
        if first.isRelative, !last.isRelative, namesMonth(first), let year = end.year {
            start.year = Self.isEarlier(start.ofYear(0), end.ofYear(0)) ? year : year &- 1
        } else if !first.isRelative, last.isRelative, namesMonth(last), let year = start.year {
            end.year = Self.isEarlier(start.ofYear(0), end.ofYear(0)) ? year : year &+ 1
        } else if namesMonth(first), namesMonth(last), first.isRelative, last.isRelative,
            Self.isEarlier(start.ofYear(0), end.ofYear(0))
        {
            // "vom 12. März bis zum 4. April": what looks ahead for the end alone ("bis") does not make the stretch a year longer.
            end.year = start.year
        }
        guard start.year != nil && end.year != nil || start.year == nil && end.year == nil && start.month != nil,
            Self.isEarlier(start, end)
        else { return nil }
        let tokens = first.tokens.lowerBound..<last.tokens.upperBound
        return TimeExpression(
            range: context.byteRange(tokens),
            tokens: tokens,
            value: start,
            end: end,
            isRelative: first.isRelative && last.isRelative,
            granularity: first.granularity
        )
    }

    /// The stretch between two times of the day; it may go past midnight. A day that is named once holds for both.
    private func clockRange(from first: TimeExpression, to last: TimeExpression, in sentence: Range<Int>) -> TimeExpression? {
        func isClock(_ time: TimeExpression) -> Bool {
            (time.granularity == .hour || time.granularity == .minute) && time.end == nil
        }
        guard first.tokens.lowerBound >= sentence.lowerBound, isClock(first), isClock(last),
            isLinked(first.tokens, last.tokens, sentence)
        else { return nil }
        let (start, end) = (first.value.onDay(of: last.value), last.value.onDay(of: first.value))
        guard !Self.isEarlier(end, start) else { return nil }
        let tokens = first.tokens.lowerBound..<last.tokens.upperBound
        return TimeExpression(
            range: context.byteRange(tokens),
            tokens: tokens,
            value: start,
            end: end,
            isRelative: first.isRelative || last.isRelative,
            granularity: first.granularity == .minute ? .minute : last.granularity
        )
    }

    /// Whether a named hour opens or closes a stretch of the day: "between noon and midnight", "de midi à minuit".
    func isEndOfClockRange(_ index: Int, in sentence: Range<Int>) -> Bool {
        func isLink(_ at: Int) -> Bool {
            sentence.contains(at)
                && (lexicon.rangeLinks.contains(tokens[at].hash) || context.vocabulary.figures.ands.contains(tokens[at].hash))
        }
        func isFront(_ at: Int) -> Bool {
            lexicon.rangeFronts.contains(tokens[at].hash) || context.vocabulary.figures.between.contains(tokens[at].hash)
        }
        guard index > sentence.lowerBound else { return false }
        if isFront(index - 1) { return isLink(index + 1) && clock(at: index + 2, end: sentence.upperBound) != nil }
        return isLink(index - 1)
            && (max(sentence.lowerBound + 1, index - Self.clockReach)..<(index - 1)).contains { at in
                isFront(at - 1) && clock(at: at, end: sentence.upperBound)?.end == index - 1
            }
    }

    /// A clock time and the word behind it have at most this many tokens.
    private static let clockReach = 8

    private func namesMonth(_ time: TimeExpression) -> Bool {
        time.tokens.contains { lexicon.months[tokens[$0].hash] != nil }
    }

    private static func isEarlier(_ a: CivilTime, _ b: CivilTime) -> Bool {
        (a.year ?? 0, a.month ?? 0, a.day ?? 0) < (b.year ?? 0, b.month ?? 0, b.day ?? 0)
    }

    private func isLinked(_ first: Range<Int>, _ last: Range<Int>, _ sentence: Range<Int>) -> Bool {
        guard first.upperBound < last.lowerBound, last.lowerBound - first.upperBound <= 3 else { return false }
        let link = tokens[first.upperBound].hash
        for index in (first.upperBound + 1)..<last.lowerBound where !Self.rangeArticles.contains(tokens[index].hash) {
            return false
        }
        var front = first.lowerBound - 1
        if front > sentence.lowerBound, Self.rangeArticles.contains(tokens[front].hash),
            !lexicon.rangeFronts.contains(tokens[front].hash)
        {
            front -= 1
        }
        let before = front >= sentence.lowerBound ? tokens[front].hash : nil
        if let before, context.vocabulary.figures.between.contains(before) {
            return context.vocabulary.figures.ands.contains(link)
        }
        guard lexicon.rangeLinks.contains(link), !isMoved(first.lowerBound, sentence) else { return false }
        if let before, lexicon.rangeFronts.contains(before) { return true }
        // "Open Monday to Friday", "2012 to 2015": not "on Monday to", and not where the word links much else.
        guard lexicon.language == "en" || lexicon.language == "de" else { return false }
        return before.map { !lexicon.prepositions.contains($0) && !Self.on.contains($0) } ?? true
    }

    private static let on = WordSet(["on", "at", "am", "an"])
    private static let rangeArticles = WordSet(
        ["the", "le", "la", "l'", "el", "los", "dem", "den", "der", "zum", "zu", "au", "à", "al"]
    )

    /// Whether something is moved from one time to another.
    private func isMoved(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - Self.moveReach)..<index).contains { Self.moves.contains(tokens[$0].hash) }
    }

    private static let moveReach = 8
    private static let moves = WordSet(
        [
            "move", "moved", "moves", "moving", "postponed", "postpones", "postpone", "delayed", "delay", "rescheduled", "pushed",
            "shifted", "brought", "changed", "verschoben", "verschob", "verschiebt", "verlegt", "verlegte", "reporté", "reportée",
            "reportés", "repoussé", "repoussée", "décalé", "aplazado", "aplazada", "aplazó", "pospuesto", "pospuso", "trasladado",
            "перенес", "перенёс", "перенесли", "перенесен", "перенесена", "перенесены", "перенесено",
        ]
    )
}

extension CivilTime {
    /// The same time on another's day, where it names none itself.
    fileprivate func onDay(of other: CivilTime) -> CivilTime {
        guard year == nil, month == nil, day == nil else { return self }
        var time = self
        (time.year, time.month, time.day) = (other.year, other.month, other.day)
        return time
    }

    /// The same time in another year.
    fileprivate func ofYear(_ year: Int) -> CivilTime {
        var time = self
        time.year = year
        return time
    }
}
