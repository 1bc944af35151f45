internal import Language
internal import Reading
internal import TextCore

/// What became of people against how many they were.
extension Arithmetic {
    /// "Of 34 people on board, nine died, 21 were injured and six were unhurt": nobody is two of these.
    func checkOutcomes(of whole: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard whole.unit == .count, whole.bound == .exact, !whole.isQuantifier, whole.counted != nil, whole.casualty == nil,
            let home = sentence(of: whole), isOpenedByAmong(whole, home)
        else { return nil }
        let parts = Array(figures[(at + 1)...].prefix { sentence(of: $0) == home }.filter { $0.unit == .count })
        let ends = parts.dropFirst().map(\.tokens.lowerBound) + [text.sentences[home].tokens.upperBound]
        let outcomes = zip(parts, ends).map { outcome($0, before: $1) }
        guard parts.count >= 2, !outcomes.contains(nil), Set(outcomes).count == parts.count,
            parts.allSatisfy({ $0.bound == .exact && $0.role == .value && !$0.isQuantifier && $0.value <= whole.value })
        else { return nil }
        let sum = parts.reduce(0) { $0 + $1.value }
        guard sum > whole.value else { return nil }
        return ArithmeticFinding(
            check: .whole,
            claim: passage(whole.range),
            parts: parts.map { passage($0.range) },
            total: sum,
            largestOther: nil,
            verdict: "more than the whole"
        )
    }

    /// "Of 34 people", "Of the 34 people"
    private func isOpenedByAmong(_ figure: Figure, _ home: Int) -> Bool {
        let front = text.sentences[home].tokens.lowerBound..<figure.tokens.lowerBound
        return (1...2).contains(front.count) && front.first.map { lists.among.contains(text.tokens[$0].hash) } == true
            && front.allSatisfy { lists.function.contains(text.tokens[$0].hash) }
    }

    /// What became of a part of people, where that rules the others out: one who survived may be hurt, one who is unhurt is not.
    private func outcome(_ part: Figure, before end: Int) -> Figure.Casualty? {
        let behind = part.tokens.upperBound..<max(part.tokens.upperBound, end)
        if behind.contains(where: { lists.unhurt.contains(text.tokens[$0].hash) }) { return .survived }
        switch part.casualty {
        case .killed, .injured, .missing: return part.casualty
        default: return nil
        }
    }

    /// "All 12 passengers survived", and of these passengers "two died".
    func checkAllAlive(_ all: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard all.isAll, all.casualty == .survived, all.bound == .exact, all.value >= 2, let noun = all.countedStem,
            all.counted != nil, let home = sentence(of: all), !isOfAnotherYear(home)
        else { return nil }
        func isNear(_ figure: Figure) -> Bool { sentence(of: figure).map { abs($0 - home) <= Self.sentencesAhead } ?? false }
        let near = figures[..<at].reversed().prefix(while: isNear) + figures[(at + 1)...].prefix(while: isNear)
        let dead = near.first { figure in
            guard figure.casualty == .killed, figure.countedStem == noun, figure.counted != nil, figure.bound == .exact,
                figure.value > 0, figure.value <= all.value, let place = sentence(of: figure), place != home
            else { return false }
            return !isOfAnotherYear(place) && isOfThem(figure, place)
        }
        guard let dead else { return nil }
        return ArithmeticFinding(
            check: .whole,
            claim: passage(all.range),
            parts: [passage(dead.range)],
            total: dead.value,
            largestOther: nil,
            verdict: "not all of them survived"
        )
    }

    /// Whether a part is of those told of before: "two of the passengers", "two passengers", not "two other passengers".
    private func isOfThem(_ figure: Figure, _ home: Int) -> Bool {
        guard figure.role == .value || figure.role == .part else { return false }
        let tokens = text.sentences[home].tokens
        return !tokens.contains { index in
            let hash = text.tokens[index].hash
            return lists.rest.contains(hash) || lists.further.contains(hash) || lists.contrast.contains(hash)
                || lists.later.contains(hash)
        }
    }

    /// Whether a sentence tells of another year.
    private func isOfAnotherYear(_ home: Int) -> Bool {
        let tokens = text.sentences[home].tokens
        return text.times.contains {
            tokens.contains($0.tokens.lowerBound) && $0.value.year != nil && $0.value.year != article.article.published?.year
        }
    }
}
