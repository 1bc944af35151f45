/// A figure: a number or quantifier in the text, with its value, bounds and unit.
public struct Figure: Sendable, Hashable {
    /// What is measured.
    public enum Unit: Sendable, Hashable {
        /// A bare count; what it counts is in ``Figure/counted``.
        case count
        /// Percent of something; values are 0–100.
        case percent
        /// Money, by ISO 4217 code (`USD`) or sign where several share it.
        case money(String)
        /// A ratio, vote or score of two numbers ("97-1", "3 to 1"); `value` is the first, `second` the other.
        case ratio
        /// A share of a whole without a percent sign ("two-thirds", "most"); values are 0–1.
        case share
        /// First, second, 21st.
        case ordinal
        /// Physical and time units, by symbol or English singular: `km`, `hour`, `year`.
        case measure(String)
    }

    /// How the words bound the value.
    public enum Bound: String, Sendable, Hashable {
        case exact, about, atLeast, moreThan, atMost, lessThan, range
    }

    /// The bytes of the whole expression ("nearly two-thirds", "$3.5 million").
    public let range: Range<Int>
    /// Its tokens.
    public let tokens: Range<Int>
    /// The value; the lower end of a range.
    public let value: Double
    /// The upper end of a range, or the second number of a ratio.
    public let second: Double?
    /// How exact it is.
    public let bound: Bound
    /// In what unit.
    public let unit: Unit
    /// The bytes of the noun that it counts ("people"), when one follows.
    public let counted: Range<Int>?
    /// The stem hash of that noun's head.
    public let countedStem: UInt64?
    /// Whether words or digits name the value, or only a quantifier does ("most", "a majority", "none").
    public let isQuantifier: Bool

    /// Makes a figure.
    public init(
        range: Range<Int>,
        tokens: Range<Int>,
        value: Double,
        second: Double? = nil,
        bound: Bound = .exact,
        unit: Unit = .count,
        counted: Range<Int>? = nil,
        countedStem: UInt64? = nil,
        isQuantifier: Bool = false
    ) {
        self.range = range
        self.tokens = tokens
        self.value = value
        self.second = second
        self.bound = bound
        self.unit = unit
        self.counted = counted
        self.countedStem = countedStem
        self.isQuantifier = isQuantifier
    }
}
