internal import Language
internal import Reading
internal import TextCore

/// Ages against births, days of the week against dates.
extension Arithmetic {
    // MARK: Ages

    /// "Born in 1961, the 52-year-old …" against the day of publication. Checked are ages of the one whose birth the sentence
    /// tells, in that sentence or the next; ages of another time ("was 30 when …") are not.
    func checkAges() -> [ArithmeticFinding] {
        guard let today = article.article.published, let thisYear = today.year else { return [] }
        var findings: [ArithmeticFinding] = []
        for time in text.times {
            guard let year = time.value.year, !time.isRelative || time.value.day != nil, isBirth(time),
                let home = text.sentence(ofToken: time.tokens.lowerBound), (1880...thisYear).contains(year)
            else { continue }
            // "Tom Harcourt, 52, survived. He was born in 1979."
            let isBehind = opensWithPronoun(home) && people(in: home).isEmpty
            let person = isBehind ? onlyPerson(in: home - 1) : self.person(before: time.tokens.lowerBound, in: home)
            let reached = age(of: time.value, today)
            for figure in text.figures where figure.role == .age && figure.bound == .exact && figure.second == nil {
                guard let place = sentence(of: figure), place == home || place == home + (isBehind ? -1 : 1),
                    isOfToday(figure, in: place), (1...110).contains(figure.value)
                else { continue }
                // Another's age: a name between.
                let whose = self.person(before: figure.tokens.lowerBound, in: place) ?? (place == home ? person : nil)
                let isSame = person != nil && whose == person && !names(others: person, between: time, figure)
                guard isSame || tellsBirth(behind: figure) else { continue }
                let age = thisYear - year
                let possible = reached.map { $0...$0 } ?? (age - 1)...age
                guard !possible.contains(Int(figure.value)), abs(Double(age) - figure.value) < 60 else { continue }
                findings.append(
                    ArithmeticFinding(
                        check: .age,
                        claim: passage(figure.range),
                        parts: [passage(time.range)],
                        total: Double(possible.upperBound),
                        largestOther: nil,
                        verdict: "the age does not follow from the birth"
                    )
                )
            }
        }
        return findings
    }

    /// The age on a day, where the day of birth is known.
    private func age(of birth: CivilTime, _ today: CivilTime) -> Int? {
        guard let year = birth.year, let month = birth.month, let day = birth.day, let thisYear = today.year,
            let thisMonth = today.month, let thisDay = today.day
        else { return nil }
        let hasPassed = (thisMonth, thisDay) >= (month, day)
        // The birthday itself, and the day on either side of it, by the time zone.
        if thisMonth == month, abs(thisDay - day) <= 1 { return nil }
        return thisYear - year - (hasPassed ? 0 : 1)
    }

    private func isBirth(_ time: TimeExpression) -> Bool {
        let start = time.tokens.lowerBound
        guard let home = text.sentence(ofToken: start) else { return false }
        let front = max(text.sentences[home].tokens.lowerBound, start - 6)..<start
        guard let born = front.last(where: { lists.birth.contains(text.tokens[$0].hash) }) else { return false }
        // "born in Kessen to a family that fled in 1961": no verb of another clause between.
        return !((born + 1)..<start).contains {
            lists.clause.contains(text.tokens[$0].hash) || lists.relative.contains(text.tokens[$0].hash)
        }
    }

    /// Whether nothing in the sentence says that an age is that of an earlier day.
    private func isOfToday(_ figure: Figure, in home: Int) -> Bool {
        let tokens = text.sentences[home].tokens
        let near = max(tokens.lowerBound, figure.tokens.lowerBound - 6)..<min(tokens.upperBound, figure.tokens.upperBound + 4)
        // "54, who was born in 1972" is of today.
        func isOfBirth(_ index: Int) -> Bool {
            text.tokens.indices.contains(index + 1) && lists.birth.contains(text.tokens[index + 1].hash)
        }
        // "Harcourt, 52, was jailed": so old is who stands there, where no year says when it was.
        let isApposed =
            isApposition(figure)
            && !text.times.contains { tokens.contains($0.tokens.lowerBound) && $0.value.year != article.article.published?.year }
        func isAuxiliary(_ index: Int) -> Bool { GrammarWords.english.auxiliaries.contains(text.tokens[index].hash) }
        return !near.contains {
            lists.then.contains(text.tokens[$0].hash) && !isOfBirth($0) && !(isApposed && isAuxiliary($0))
        }
            && !text.times.contains { near.contains($0.tokens.lowerBound) && $0.value.day != nil && $0.isRelative }
    }

    /// The entity named last in front of a token, in its sentence.
    private func person(before token: Int, in home: Int) -> Int? {
        let people = people(in: home)
        return people.last { $0.tokens.upperBound <= token }?.entity ?? people.first?.entity
    }

    private func people(in home: Int) -> [NameMention] {
        let tokens = text.sentences[home].tokens
        return text.names.filter { $0.kind == .person && tokens.contains($0.tokens.lowerBound) }
    }

    /// "Harcourt, 52, was born": whose age stands there is who was born.
    private func tellsBirth(behind figure: Figure) -> Bool {
        let start = figure.tokens.upperBound
        let behind = start..<max(start, min(text.tokens.count, start + 4))
        return isApposition(figure) && behind.contains { lists.birth.contains(text.tokens[$0].hash) }
    }

    /// The only person whom a sentence names; nil for none, and for two.
    private func onlyPerson(in home: Int) -> Int? {
        guard text.sentences.indices.contains(home) else { return nil }
        let people = Set(people(in: home).map(\.entity))
        return people.count == 1 ? people.first : nil
    }

    private func opensWithPronoun(_ home: Int) -> Bool {
        text.sentences[home].tokens.first.map { lists.pronoun.contains(text.tokens[$0].hash) } ?? false
    }

    /// Whether an age stands between commas: ", 52,".
    private func isApposition(_ figure: Figure) -> Bool {
        figure.role == .age && text.isByte(figure.tokens.lowerBound - 1, UInt8(ascii: ","))
            && text.isByte(figure.tokens.upperBound, UInt8(ascii: ","))
    }

    private func names(others person: Int?, between time: TimeExpression, _ figure: Figure) -> Bool {
        let low = min(time.tokens.upperBound, figure.tokens.upperBound)
        let high = max(time.tokens.lowerBound, figure.tokens.lowerBound)
        return text.names.contains {
            $0.kind == .person && $0.entity != person && $0.tokens.lowerBound >= low && $0.tokens.upperBound <= high
        }
    }

    // MARK: Days of the week

    /// "Tuesday, 3 May 2016" where that is another day of the week. Of a date without its year, the year of the nearest such
    /// day is taken, and only where that day is near.
    func checkWeekdays() -> [ArithmeticFinding] {
        text.times.compactMap { time in
            guard time.end == nil, let (token, said) = weekday(of: time), let year = time.value.year,
                let actual = time.value.date.weekday,
                actual != said
            else { return nil }
            guard hasYear(time, year) || isNear(time.value, said) else { return nil }
            return ArithmeticFinding(
                check: .weekday,
                claim: passage(Int(text.tokens[token].start)..<max(time.range.upperBound, Int(text.tokens[token].end))),
                parts: [passage(time.range)],
                total: Double(actual),
                largestOther: nil,
                verdict: "the date is another day of the week"
            )
        }
    }

    /// The day of the week that a date gives with its number: inside the expression, or right in front of it.
    private func weekday(of time: TimeExpression) -> (token: Int, number: Int)? {
        let tokens = time.tokens.clamped(to: text.tokens.indices)
        guard tokens.contains(where: { text.tokens[$0].kind == .number }) else { return nil }
        let start = max(
            text.sentence(ofToken: tokens.lowerBound).map { text.sentences[$0].tokens.lowerBound } ?? 0,
            tokens.lowerBound - 2
        )
        for index in start..<tokens.upperBound {
            guard let number = lists.weekdays[text.tokens[index].hash],
                text.tokens[index].isCapitalized || index >= tokens.lowerBound
            else { continue }
            // Only a comma or bracket may stand between.
            let between = index + 1..<max(index + 1, tokens.lowerBound)
            guard between.allSatisfy({ text.isByte($0, UInt8(ascii: ",")) || text.isByte($0, UInt8(ascii: "(")) }) else {
                continue
            }
            return (index, number)
        }
        return nil
    }

    private func hasYear(_ time: TimeExpression, _ year: Int) -> Bool {
        let digits = Hash64.folded(String(year))
        return time.tokens.clamped(to: text.tokens.indices).contains { text.tokens[$0].hash == digits }
    }

    /// Whether a date without a year lies so near the publication that no other year is meant, and no near year would have it
    /// on the day of the week said.
    private func isNear(_ date: CivilTime, _ weekday: Int) -> Bool {
        guard let today = article.article.published?.dayNumber, let year = date.year, let day = date.dayNumber,
            abs(day - today) <= 60
        else { return false }
        return [year - 1, year + 1].allSatisfy { other in
            CivilTime(year: other, month: date.month, day: date.day).weekday != weekday || abs(day - today) <= 21
        }
    }
}
