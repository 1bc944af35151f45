public import TextCore

/// A date or time as said at one place, with the value it resolves to.
public struct TimeExpression: Sendable, Hashable {
    /// How long a stretch the words mean.
    public enum Granularity: String, Sendable, Hashable {
        case century, decade, year, halfYear, quarter, season, month, week, weekend, day, dayPart, hour, minute
        /// Nothing of the value is known.
        case unknown
    }

    /// Which third of a stretch the words mean: "early June", "Mitte März", « fin 2020 ». The codes are those of TIMEX3's `mod`.
    public enum Portion: String, Sendable, Hashable {
        case start = "START"
        case middle = "MID"
        case end = "END"
    }

    /// The bytes of the expression ("Sunday evening").
    public let range: Range<Int>
    /// Its tokens.
    public let tokens: Range<Int>
    /// What it means, as precise as was said. Empty where words need a day of publication and there is none, and where they
    /// count from a day that is not known ("two weeks earlier"); the first year of a decade or century, the first month of a
    /// quarter, the first day of a range ("May 3-7") or weekend.
    public let value: CivilTime
    /// The last day, month or year of a range, the last day of a weekend, the last month of a quarter, half-year or the winter
    /// of two years, the second year of "2014-15"; nil where the value says all.
    public let end: CivilTime?
    /// Which third of the value is meant, where the words say so.
    public let portion: Portion?
    /// Whether the value rests on the time of publication.
    public let isRelative: Bool
    /// How long a stretch the words mean.
    public let granularity: Granularity
    /// Of an hour without a day ("at 9 p.m."), the number of the day that it is likely on: the one named nearest, or else that of
    /// publication. Nil where the words name the day, and where neither is known. ``value`` has no day then: what is assumed is
    /// compared with nothing.
    public let assumedDay: Int?
    /// Whether it is a stretch that ends at a month or with publication, and its length a figure besides: "the past two years", "the
    /// three months to January".
    public let isCounted: Bool

    /// Makes a time expression.
    /// - Parameter granularity: taken from the value's parts when nil.
    public init(
        range: Range<Int>,
        tokens: Range<Int>,
        value: CivilTime,
        end: CivilTime? = nil,
        portion: Portion? = nil,
        isRelative: Bool,
        granularity: Granularity? = nil,
        assumedDay: Int? = nil,
        isCounted: Bool = false
    ) {
        self.range = range
        self.tokens = tokens
        self.value = value
        self.end = end
        self.portion = portion
        self.isRelative = isRelative
        self.granularity = granularity ?? Self.granularity(of: value)
        self.assumedDay = assumedDay
        self.isCounted = isCounted
    }

    private static func granularity(of value: CivilTime) -> Granularity {
        if value.hour != nil { return value.minute == nil ? .hour : .minute }
        if value.part != nil { return .dayPart }
        if value.day != nil { return .day }
        if value.week != nil { return .week }
        if value.month != nil { return .month }
        if value.season != nil { return .season }
        return value.year == nil ? .unknown : .year
    }
}
