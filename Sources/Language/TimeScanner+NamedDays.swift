internal import TextCore

/// Days of the calendar that have a name: "Christmas Eve", "Thanksgiving", „an Silvester“.
extension TimeScanner {
    /// Where a named day lies.
    enum NamedDay: Sendable {
        case date(month: Int, day: Int)
        /// The fourth Thursday of November: the place is -1 for the last.
        case counted(month: Int, place: Int, weekday: Int)

        /// "12-24", or "11 4 4": month, place and weekday.
        init?(_ text: String) {
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
        }
    }
}
