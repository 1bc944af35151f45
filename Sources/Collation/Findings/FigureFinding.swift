public import Language

/// Figures that disagree or do not add up.
public enum FigureFinding: Sendable, Hashable {
    /// Articles give different values for one thing.
    case conflict(what: String, values: [FigureWitness])
    /// A running count that a later article gives higher: of the dead, of votes so far.
    case update(what: String, values: [FigureWitness])
    /// Articles give different days, months or years for one event.
    case times(what: String, values: [TimeWitness])
    /// One article's claim and its own parts do not agree.
    case arithmetic(ArithmeticFinding)
}

/// A value as one article gives it, for findings that set values beside each other.
public protocol PlacedValue: Sendable {
    /// The bytes of the value.
    var passage: Passage { get }
    /// The bytes of the statement around it.
    var context: Range<Int> { get }
}

/// A figure at its place.
public struct FigureWitness: PlacedValue, Hashable {
    /// The bytes of the figure.
    public let passage: Passage
    /// The bytes of the statement around it.
    public let context: Range<Int>
    /// The figure.
    public let figure: Figure

    /// Makes a witness.
    public init(passage: Passage, context: Range<Int>, figure: Figure) {
        self.passage = passage
        self.context = context
        self.figure = figure
    }
}

/// A day, month or year at its place.
public struct TimeWitness: PlacedValue, Hashable {
    /// The bytes of the time.
    public let passage: Passage
    /// The bytes of the statement around it.
    public let context: Range<Int>
    /// The time.
    public let time: TimeExpression

    /// Makes a witness.
    public init(passage: Passage, context: Range<Int>, time: TimeExpression) {
        self.passage = passage
        self.context = context
        self.time = time
    }
}

/// A claim that what the same article says beside it does not bear out.
public struct ArithmeticFinding: Sendable, Hashable {
    /// What was checked.
    public enum Check: String, Sendable, Hashable {
        /// A quantifier or share against the percentages given for it.
        case quantifier
        /// A total against its parts.
        case sum
        /// Shares of one whole against the whole, and a part against what it is a part of.
        case whole
        /// Votes against the seats of the body that votes.
        case votes
        /// An amount of change against where it starts and ends.
        case change
        /// An age against the day or year of birth.
        case age
        /// A day of the week against the date.
        case weekday
    }

    /// What was checked.
    public let check: Check
    /// The claim's words ("most").
    public let claim: Passage
    /// The parts ("7%", "35%"), or whatever else the claim was checked against.
    public let parts: [Passage]
    /// What the parts come to, in the claim's unit: their sum, the amount of change in percent, the age in years; of a day of the
    /// week, its number from Monday (1) to Sunday (7).
    public let total: Double
    /// The largest share given to anything else, when there is one.
    public let largestOther: Double?
    /// In words: "a plurality, not a majority".
    public let verdict: String

    /// Makes a finding.
    public init(
        check: Check = .sum,
        claim: Passage,
        parts: [Passage],
        total: Double,
        largestOther: Double?,
        verdict: String
    ) {
        self.check = check
        self.claim = claim
        self.parts = parts
        self.total = total
        self.largestOther = largestOther
        self.verdict = verdict
    }
}
