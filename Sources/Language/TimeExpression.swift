public import TextCore

/// A date or time as said at one place, with the value it resolves to.
public struct TimeExpression: Sendable, Hashable {
    /// The bytes of the expression ("Sunday evening").
    public let range: Range<Int>
    /// Its tokens.
    public let tokens: Range<Int>
    /// What it means, as precise as was said.
    public let value: CivilTime
    /// Whether the value rests on the time of publication.
    public let isRelative: Bool

    /// Makes a time expression.
    public init(range: Range<Int>, tokens: Range<Int>, value: CivilTime, isRelative: Bool) {
        self.range = range
        self.tokens = tokens
        self.value = value
        self.isRelative = isRelative
    }
}
