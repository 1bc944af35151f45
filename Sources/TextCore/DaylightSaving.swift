/// When clocks of a region are an hour ahead of their standard time. What happens in the night of the change is not told apart.
public enum DaylightSaving: String, Sendable {
    /// United States and Canada since 2007: second Sunday of March to first Sunday of November.
    case america = "US"
    /// European Union and United Kingdom since 1996: last Sunday of March to last Sunday of October.
    case europe = "EU"

    /// Whether clocks are ahead on a day; nil where the day is not known, and before the rule held. O(1).
    public func isAhead(on date: CivilTime) -> Bool? {
        guard let day = date.dayNumber, let year = date.year, year >= (self == .america ? 2007 : 1996) else { return nil }
        let ends: (Int, Int)? =
            switch self {
            case .america: both(Self.sunday(onOrAfter: 8, 3, year), Self.sunday(onOrAfter: 1, 11, year))
            case .europe: both(Self.sunday(onOrAfter: 25, 3, year), Self.sunday(onOrAfter: 25, 10, year))
            }
        return ends.map { $0.0 <= day && day < $0.1 }
    }

    private func both(_ start: Int?, _ end: Int?) -> (Int, Int)? {
        guard let start, let end else { return nil }
        return (start, end)
    }

    private static func sunday(onOrAfter day: Int, _ month: Int, _ year: Int) -> Int? {
        let date = CivilTime(year: year, month: month, day: day)
        guard let number = date.dayNumber, let weekday = date.weekday else { return nil }
        return number + (7 - weekday)
    }
}
