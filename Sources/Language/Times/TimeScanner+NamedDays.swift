internal import TextCore

/// Days of the calendar that have a name: "Christmas Eve", "Thanksgiving", „an Silvester“.
extension TimeScanner {
    /// Where a named day lies.
    enum NamedDay: Sendable {
        case date(month: Int, day: Int)
        /// The fourth Thursday of November: the place is -1 for the last.
        case counted(month: Int, place: Int, weekday: Int)
        /// Good Friday: days behind Easter Sunday, and how many days it lasts.
        case easter(days: Int, length: Int, isOrthodox: Bool)

        /// "12-24"; "11 4 4": month, place and weekday; "easter -2" or "pascha -7 7": days behind Easter, and how many.
        init?(_ text: String) {
            let words = text.split(separator: " ")
            if let church = words.first, church == "easter" || church == "pascha", words.count > 1, let days = Int(words[1]) {
                let length = words.count > 2 ? Int(words[2]) ?? 1 : 1
                self = .easter(days: days, length: length, isOrthodox: church == "pascha")
                return
            }
            let isDate = text.contains("-") && !text.contains(" ")
            let parts = text.split(separator: isDate ? "-" : " ").compactMap { Int($0) }
            switch parts.count {
            case 2: self = .date(month: parts[0], day: parts[1])
            case 3: self = .counted(month: parts[0], place: parts[1], weekday: parts[2])
            default: return nil
            }
        }
    }

    func namedDay(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard let phrase = lexicon.namedDays.longestMatch(in: tokens, at: index, limit: sentence.upperBound),
            lexicon.language != "en" || tokens[index].isCapitalized
        else { return nil }
        let stop = phrase.endIndex
        switch phrase.value {
        case .date(let month, let day): return date(index, day: day, month: month, at: stop, in: sentence)
        case .counted(let month, let place, let weekday):
            var named = bareMonth(index..<stop, month, sentence)
            if let year = year(stop, sentence.upperBound) {
                named = Draft(tokens: index..<(stop + 1), value: CivilTime(year: year, month: month))
            }
            return counted(place, .weekday(weekday), month: named, from: index)
        case .easter(let days, let length, let isOrthodox):
            return feast(index..<stop, days: days, length: length, isOrthodox: isOrthodox, in: sentence)
        }
    }

    /// A day that goes by Easter, in the year behind it or else in the one that publication tells; nil without either.
    private func feast(_ tokens: Range<Int>, days: Int, length: Int, isOrthodox: Bool, in sentence: Range<Int>) -> Draft? {
        func start(_ year: Int) -> CivilTime? {
            (isOrthodox ? Easter.orthodox(year) : Easter.western(year))?.adding(days: days)
        }
        func draft(_ first: CivilTime, _ stop: Int, isRelative: Bool) -> Draft {
            var draft = Draft(tokens: tokens.lowerBound..<stop, value: first, isRelative: isRelative)
            if length > 1 {
                draft.end = first.adding(days: length - 1)
                draft.granularity = .week
            }
            return draft
        }
        let end = sentence.upperBound
        var stop = tokens.upperBound
        // "Good Friday of 2019", "on Good Friday in 1998", "Good Friday, 1998"
        if stop < end, isLinking(stop, end) || lexicon.prepositions.contains(context.tokens[stop].hash) || byte(stop, ","),
            year(stop + 1, end) != nil
        {
            stop += 1
        }
        if let year = year(stop, end) { return start(year).map { draft($0, stop + 1, isRelative: false) } }
        guard let published, let thisYear = published.year, let this = start(thisYear) else { return nil }
        var chosen = this
        if let day = this.dayNumber, let today = published.dayNumber {
            if looksAhead(tokens.lowerBound, sentence) {
                if day < today { chosen = start(thisYear + 1) ?? this }
            } else if day > today + Self.nearFeast {
                chosen = start(thisYear - 1) ?? this
            }
        }
        return draft(chosen, tokens.upperBound, isRelative: true)
    }

    /// How many days ahead a feast may be that nothing says is to come, before last year's is meant.
    private static let nearFeast = 31
}
