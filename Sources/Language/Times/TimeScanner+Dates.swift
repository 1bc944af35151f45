internal import TextCore

/// Dates with a month's name, and dates in digits.
extension TimeScanner {
    /// "18 October 2021", "18 Oct, 2021 14:05", "18. Oktober", "1er mars", "18 de octubre de 2021".
    func numeric(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        if let date = digitDate(at: index, end: end) { return withClock(date, end) }
        if let number = integer(index, ordinal: true), number.value >= 1, number.value <= 31, number.digits <= 2 {
            var at = index + 1
            // German "18."; the month behind decides that it is a date.
            at = skipDot(at, end)
            let last = lastDay(at, after: number.value, end) ?? lastDayBetween(at, after: number.value, from: index, in: sentence)
            if let last { at = skipDot(last.end, end) }
            if isLinking(at, end) { at += 1 }
            // "le 13-Novembre": an event named for its day.
            let isName = at + 1 < end && context.isHyphen(at) && !tokens[at + 1].followsSpace && tokens[at + 1].isCapitalized
            if isName { at += 1 }
            if let month = monthName(at, end), !isMonthFirst(month.end, end) {
                if isName {
                    let value = CivilTime(month: month.month, day: number.value)
                    return Draft(tokens: index..<month.end, value: value)
                }
                var draft = date(index, day: number.value, month: month.month, at: month.end, in: sentence)
                if let last {
                    draft.setLastDay(last.day)
                    return draft
                }
                return withClock(draft, end)
            }
        }
        if let clock = clock(at: index, end: end) {
            return withDay(draft(clock, from: index), in: sentence)
        }
        if let decade = decade(at: index, end: end) { return decade }
        return nil
    }

    /// A date with a month's name at `index`, in whatever order.
    func dated(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard index < sentence.upperBound else { return nil }
        return tokens[index].kind == .number ? numeric(at: index, in: sentence) : month(at: index, in: sentence)
    }

    /// The rest of a date whose day and month are read: a year, or one inferred.
    func date(_ start: Int, day: Int, month: Int, at index: Int, in sentence: Range<Int>) -> Draft {
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
        guard let published, let pubYear = published.year, !isNameOfEvent(start, index, sentence) else {
            return Draft(tokens: start..<index, value: value)
        }
        value.year = pubYear
        if let pubMonth = published.month {
            let isAfter = month > pubMonth || (month == pubMonth && day > (published.day ?? 31))
            if looksAhead(start, sentence) {
                if !isAfter, (month, day) != (pubMonth, published.day ?? day), month < pubMonth { value.year = pubYear + 1 }
            } else if isAfter, month - pubMonth > 1 {
                value.year = pubYear - 1
            }
        }
        return Draft(tokens: start..<index, value: value, isRelative: true)
    }

    /// "the Sept. 11 hijackers", "the July 4 parade": a day that tells one thing from others of its kind, in which year is
    /// not said.
    private func isNameOfEvent(_ start: Int, _ next: Int, _ sentence: Range<Int>) -> Bool {
        guard lexicon.language == "en", start > sentence.lowerBound, next < sentence.upperBound, tokens[next].kind == .word,
            context.flags[next].isDisjoint(with: [.function, .saying, .past, .future, .timeStart]), !isEnglishPast(next)
        else { return false }
        let before = tokens[start - 1]
        return before.kind == .number || Self.determiners.contains(before.hash)
    }

    private static let determiners = WordSet(["the", "a", "an", "this", "that", "its", "his", "her", "their", "'s"])

    /// Whether a plain day follows a month, so that a number in front of the month is another one's: "19 Sept. 11 hijackers".
    private func isMonthFirst(_ index: Int, _ end: Int) -> Bool {
        guard lexicon.language == "en", index < end, let day = integer(index), day.digits <= 2, (1...31).contains(day.value)
        else {
            return false
        }
        return clock(at: index, end: end) == nil
    }

    func month(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard let month = monthName(index, end) else { return nil }
        var at = month.end
        // "October 18", "Oct. 18, 2021"
        if let day = integer(at, ordinal: true), at < end, day.digits <= 2, day.value >= 1, day.value <= 31,
            context.vocabulary.language == "en"
        {
            let last = lastDay(at + 1, after: day.value, end)
            var draft = date(index, day: day.value, month: month.month, at: last?.end ?? at + 1, in: sentence)
            if let last {
                draft.setLastDay(last.day)
                return draft
            }
            draft = withClock(draft, end)
            return draft
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
                || (index > sentence.lowerBound + 1 && context.isHyphen(index - 1)
                    && context.flags[index - 2].contains(.timeStart))
        else { return nil }
        return bareMonth(index..<month.end, month.month, sentence)
    }

    func bareMonth(_ said: Range<Int>, _ month: Int, _ sentence: Range<Int>) -> Draft {
        var value = CivilTime(month: month)
        var range = said
        // "juin dernier"
        if range.upperBound < sentence.upperBound, let offset = lexicon.relativeAfter[tokens[range.upperBound].hash],
            let year = published?.year, let pubMonth = published?.month
        {
            range = range.lowerBound..<(range.upperBound + 1)
            value.year = year + (offset < 0 && month >= pubMonth ? -1 : offset > 0 && month <= pubMonth ? 1 : 0)
            return Draft(tokens: range, value: value, isRelative: true)
        }
        if let (offset, stop) = relativeYear(range.upperBound, sentence.upperBound), let year = published?.year {
            value.year = year &+ offset
            return Draft(tokens: range.lowerBound..<stop, value: value, isRelative: true)
        }
        guard let published, let year = published.year else { return Draft(tokens: range, value: value) }
        value.year = year
        if let pubMonth = published.month {
            if looksAhead(range.lowerBound, sentence) || isFollowedByFuture(range, sentence) {
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

    /// "last year", "of this year", "vergangenen Jahres", "del año pasado", "прошлого года" behind a month.
    func relativeYear(_ index: Int, _ end: Int) -> (offset: Int, end: Int)? {
        var at = index
        var steps = 0
        while at < end, steps < 2, isLinking(at, end) || Self.articles.contains(tokens[at].hash) {
            at += 1
            steps += 1
        }
        guard at + 1 < end else { return nil }
        if let offset = lexicon.relative[tokens[at].hash], lexicon.units[tokens[at + 1].hash] == .year { return (offset, at + 2) }
        if lexicon.units[tokens[at].hash] == .year, let offset = lexicon.relativeAfter[tokens[at + 1].hash] {
            return (offset, at + 2)
        }
        // "of the year"
        if lexicon.language == "en", steps == 2, lexicon.units[tokens[at].hash] == .year { return (0, at + 1) }
        return nil
    }

    /// A month's name at `index`, with its dot; lower-case "may" and "march" are verbs.
    private func monthName(_ index: Int, _ end: Int) -> (month: Int, end: Int)? {
        guard index < end, tokens[index].kind == .word, let month = lexicon.months[tokens[index].hash] else { return nil }
        let isNoun = context.vocabulary.language == "en" || context.vocabulary.language == "de"
        if isNoun, !tokens[index].isCapitalized { return nil }
        // "sept" is seven in French.
        if tokens[index].hash == Self.sept, lexicon.language == "fr",
            !byte(index + 1, ".") || index == 0 || tokens[index - 1].kind != .number
        {
            return nil
        }
        return (month, lexicon.shortMonths.contains(tokens[index].hash) ? skipDot(index + 1, end) : index + 1)
    }

    /// The day that ends a range: "3-7 May", "May 3 to 7", "vom 3. bis 7. Mai".
    private func lastDay(_ index: Int, after first: Int, _ end: Int) -> (day: Int, end: Int)? {
        guard index + 1 < end else { return nil }
        let isDash = tokens[index].kind == .dash && tokens[index].followsSpace == tokens[index + 1].followsSpace
        guard isDash || lexicon.until.contains(tokens[index].hash), let last = integer(index + 1, ordinal: true),
            last.digits <= 2,
            last.value > first, last.value <= 31
        else { return nil }
        // "May 3 to 10 people": what is counted behind tells. A month or year in front of it belongs to the range.
        if lexicon.language == "en", !isDash, index + 2 < end, tokens[index + 2].kind == .word,
            lexicon.months[tokens[index + 2].hash] == nil, !context.flags[index + 2].contains(.function)
        {
            return nil
        }
        return (last.value, index + 2)
    }

    /// The day that ends "between 9 and 11 November", «entre el 9 y el 11 de noviembre».
    private func lastDayBetween(_ index: Int, after first: Int, from start: Int, in sentence: Range<Int>) -> (day: Int, end: Int)?
    {
        let figures = context.vocabulary.figures
        func isArticle(_ at: Int) -> Bool { Self.articles.contains(tokens[at].hash) }
        var front = start - 1
        if front > sentence.lowerBound, isArticle(front) { front -= 1 }
        guard front >= sentence.lowerBound, figures.between.contains(tokens[front].hash), sentence.contains(index),
            figures.ands.contains(tokens[index].hash)
        else { return nil }
        var at = index + 1
        if sentence.contains(at), isArticle(at) { at += 1 }
        guard sentence.contains(at), let last = integer(at, ordinal: true), last.digits <= 2, last.value > first, last.value <= 31
        else { return nil }
        return (last.value, at + 1)
    }

    private static let sept = Hash64.folded("sept")

    func isLinking(_ index: Int, _ end: Int) -> Bool {
        index < end && Self.links.contains(tokens[index].hash)
    }

    private static let links = WordSet(["of", "de", "del", "the", "des", "d'", "di", "dell'", "dell’"])
    static let yearWords = WordSet(["г", "года", "году", "год", "року", "році", "рік"])

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
}
