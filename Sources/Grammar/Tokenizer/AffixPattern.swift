/// One way in which a rule of the tokenizer can match: a few characters in a row, with conditions on those around them.
struct AffixPattern: Sendable, Equatable {
    /// Sets for the characters before the match, the nearest last.
    var lookbehind: [ScalarSet] = []
    /// Sets for the characters of the match.
    var body: [ScalarSet] = []
    /// Whether the last set takes as many characters as it can.
    var repeatsLast = false
    /// A condition on the character behind the match.
    var lookahead: Lookahead?
    /// Whether the match must start at the start of the string.
    var isAtStart = false
    /// Whether the match must end at the end of the string.
    var isAtEnd = false

    enum Lookahead: Sendable, Equatable {
        case one(ScalarSet)
        /// Another character, or the end.
        case other(ScalarSet)
    }
}
