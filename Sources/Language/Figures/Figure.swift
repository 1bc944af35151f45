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

    /// What a figure is in its sentence: a value by itself, or a piece of a change, a sum, a vote.
    public enum Role: String, Sendable, Hashable {
        /// A value by itself.
        case value
        /// How old somebody is.
        case age
        /// Where a change starts ("from 4"), and where it ends ("to 6").
        case from, to
        /// By how much something grew or shrank ("rose 3%", "down 12"), or how far two things lie apart ("by 5 points").
        case increase, decrease, difference
        /// A part of another figure ("including 3 children", "7 of the 12").
        case part
        /// What comes on top of another figure ("a further 35%", "another 12").
        case further
        /// A sum ("a total of 12", "12 in all").
        case total
        /// Ayes and noes; goals or points of two sides.
        case vote, score
        /// The measurement in front, said again in another unit: "5 km (3.1 miles)". Both values stay as written.
        case restated
    }

    /// What happened to the people counted.
    public enum Casualty: String, Sendable, Hashable {
        case killed, injured, missing, detained, displaced, rescued
        /// Came to no harm.
        case survived
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
    /// The bytes of the noun that it counts ("people"); of money, percentages and votes, of what they are for or of: "fine" of "a
    /// $2.4 million fine", "port" of "$3m for the port", "inflation" of "inflation of 3%". Of money that no noun explains, the verb
    /// that does: "fined" of "was fined $2m". Nil where neither stands beside it.
    public let counted: Range<Int>?
    /// The stem hash of that noun's head; of casualties whose noun says no more than that they are people ("12 dead", "12
    /// others were killed"), the stem of "people"; of a verb, that of the noun for it, so that "was fined" counts a fine.
    public let countedStem: UInt64?
    /// The kind of the noun counted, where a lexicon knows it; see ``kind``.
    let countedKind: CountedKind?
    /// Whether ``counted`` is a verb.
    public let isAct: Bool
    /// The bytes of the noun that says of what a percentage, sum of money or measure is: the subject of the verb in front
    /// ("jobless rate" of "The jobless rate in the north was 5%"). Nil where no such verb stands in front.
    public let subject: Range<Int>?
    /// Whether words or digits name the value, or only a quantifier does ("most", "a majority", "none").
    public let isQuantifier: Bool
    /// What it is in its sentence.
    public let role: Role
    /// What happened to the people counted, where the words beside the figure say so.
    public let casualty: Casualty?
    /// Whether the words say that it is all of them: "all 12 survived", „alle zwölf“.
    public let isAll: Bool
    /// Which way the change goes that starts or ends at the figure, as its verb says; nil for other figures and where no verb tells.
    public let isRise: Bool?

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
        countedKind: CountedKind? = nil,
        isAct: Bool = false,
        subject: Range<Int>? = nil,
        isQuantifier: Bool = false,
        role: Role = .value,
        casualty: Casualty? = nil,
        isAll: Bool = false,
        isRise: Bool? = nil
    ) {
        self.range = range
        self.tokens = tokens
        self.value = value
        self.second = second
        self.bound = bound
        self.unit = unit
        self.counted = counted
        self.countedStem = countedStem
        self.countedKind = countedKind
        self.isAct = isAct
        self.subject = subject
        self.isQuantifier = isQuantifier
        self.role = role
        self.casualty = casualty
        self.isAll = isAll
        self.isRise = isRise
    }
}
