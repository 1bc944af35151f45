internal import Language
internal import TextCore

extension CueReader {
    // MARK: Speech that is withheld

    /// `declined to say how`, `did not say whether`, `without saying why`: nothing was said, so no words are anybody's.
    func isWithheld(_ cue: Int, _ groupStart: Int) -> Bool {
        guard reading.text.language == "en", cue + 1 >= period.upperBound || reading.isOutside(cue + 1) else { return false }
        var index = cue - 1
        let low = max(period.lowerBound, cue - 6)
        // `declined on Monday to say`, `was not willing to tell reporters`
        if isInfinitive(cue) {
            index -= 1
            while index >= low, reading.isOutside(index),
                reading.has(index, [.adverb, .time]) || reading.has(index, .preposition)
            {
                if Self.refusals.contains(tokens[index].hash) { return true }
                index -= 1
            }
            if index >= low, reading.isOutside(index), Self.refusals.contains(tokens[index].hash) { return true }
        }
        if index >= low, Self.without.contains(tokens[index].hash), reading.has(cue, .gerund) { return true }
        guard Self.disclosing.contains(tokens[cue].hash) else { return false }
        return (max(low, min(groupStart, cue))..<cue).contains {
            reading.isOutside($0) && Self.negations.contains(tokens[$0].hash)
        }
    }

    private static let refusals = words(
        "decline declined declines declining refuse refused refuses refusing fail failed fails failing neglected unable unwilling"
            + " reluctant hesitated hesitant stopped forgot"
    )
    private static let without = words("without of not")
    private static let negations = words(
        "not n't never cannot don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't"
    )
    /// Verbs that, negated, leave nothing said; “did not deny that” still says something.
    private static let disclosing = words(
        "say says said saying tell told specify disclose disclosed reveal revealed explain explained elaborate elaborated comment"
            + " commented respond responded answer answered mention mentioned indicate indicated confirm confirmed clarify"
            + " clarified announce announced detail name report reported state stated acknowledge acknowledged"
    )

    private static func words(_ text: String) -> Set<UInt64> {
        Set(text.split(separator: " ").map { Hash64.folded($0) })
    }

    /// Whether a cue refuses: its content was not said.
    func isRefusal(_ cue: Int) -> Bool { Self.refusals.contains(tokens[cue].hash) }
}
