/// Which words are negated in a passage, and which stand without negation.
struct Polarity: Sendable {
    /// Keys, in ``Story/concepts``, of negated words.
    let negated: Set<Int32>
    let affirmed: Set<Int32>
    /// Those that a verb which negates governs ("denied that she resigned").
    let denied: Set<Int32>

    /// Whether one passage negates a word that the other has, and the other negates nothing. "Left no doubt" beside "not open
    /// to bargaining" is no conflict: they negate different things; nor is "does not divide us" beside "division is not in our
    /// interest": both negate.
    func conflicts(with other: Polarity) -> Bool {
        if negated.isEmpty == other.negated.isEmpty { return false }
        return !negated.isDisjoint(with: other.affirmed) || !other.negated.isDisjoint(with: affirmed)
    }

    /// Whether one passage negates or denies a word that the other has without negation, whatever else they negate.
    func denies(_ other: Polarity) -> Bool {
        !negated.union(denied).isDisjoint(with: other.affirmed.subtracting(other.denied))
            || !other.negated.union(other.denied).isDisjoint(with: affirmed.subtracting(denied))
    }
}

extension Story {
    /// The polarity of a unit's words inside a byte range, or of all. O(terms).
    func polarity(of unit: Unit, in range: Range<Int>? = nil) -> Polarity {
        let terms = range.map { self.terms(of: unit, in: $0) } ?? unit.terms[...]
        var negated: Set<Int32> = []
        var affirmed: Set<Int32> = []
        var denied: Set<Int32> = []
        for term in terms {
            guard let key = key(of: term, in: unit) else { continue }
            if term.isNegated { negated.insert(key) } else { affirmed.insert(key) }
            if term.isDenied { denied.insert(key) }
        }
        return Polarity(negated: negated, affirmed: affirmed.subtracting(negated), denied: denied)
    }
}
