internal import Language
internal import TextCore

/// A share against the counts that are told beside it, and shares of people against all of them.
extension Arithmetic {
    /// How far a share in words may be from what its counts make, of the whole: exactly and about.
    private static let slack = (exact: 0.04, about: 0.1)

    /// "A third of the 40 workers, 20 people, were laid off", "the majority of the panel, 7 of its 15 members": a share, and right
    /// behind it between marks how many that is.
    func checkCounts(ofShare share: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard share.unit == .share, let claim = claim(share), let home = sentence(of: share),
            text.sections[text.sentences[home].section].role == .body,
            let counts = wholeAndPart(share, figures[(at + 1)...].prefix { sentence(of: $0) == home })
        else { return nil }
        let (whole, part) = counts
        guard isCount(whole), isCount(part), whole.value >= 2, part.value > 0, part.value <= whole.value else { return nil }
        let told = part.value / whole.value
        let verdict: String
        switch claim {
        case .majority:
            guard told <= 0.5 else { return nil }
            verdict = "not a majority"
        case .share(let percent):
            let isLeast = share.bound == .moreThan || share.bound == .atLeast
            let slack = share.bound == .about ? Self.slack.about : Self.slack.exact
            let off = told - percent / 100
            guard off < 0 && isLeast || abs(off) > slack && !isLeast else { return nil }
            // Half of fifteen is seven or eight.
            guard abs(off) * whole.value > 0.5 else { return nil }
            verdict = off < 0 ? "less than claimed" : "more than claimed"
        }
        return ArithmeticFinding(
            check: .quantifier,
            claim: passage(share.range),
            parts: [passage(part.range), passage(whole.range)],
            total: (told * 1000).rounded() / 10,
            largestOther: nil,
            verdict: verdict
        )
    }

    /// The counts behind a share: "of the 40 workers, 20", or ", 7 of its 15".
    private func wholeAndPart(_ share: Figure, _ counts: some Collection<Figure>) -> (whole: Figure, part: Figure)? {
        guard let first = counts.first, let second = counts.dropFirst().first else { return nil }
        let gap = share.tokens.upperBound..<max(share.tokens.upperBound, first.tokens.lowerBound)
        let isWhole = (1...2).contains(gap.count) && gap.allSatisfy { lists.function.contains(text.tokens[$0].hash) }
        let (whole, part) = isWhole ? (first, second) : (second, first)
        // The part stands between marks: a comma, dash or bracket in front of it, and one behind what it counts.
        let front = part.tokens.lowerBound - 1
        guard isMark(front), isWhole ? front == behind(whole) : front == behind(share),
            isMark(isWhole ? behind(part) : behind(whole)), isWhole || part.role == .part
        else { return nil }
        return (whole, part)
    }

    private func isMark(_ index: Int) -> Bool {
        guard text.tokens.indices.contains(index) else { return false }
        return text.tokens[index].kind == .dash || Array(",()".utf8).contains { text.isByte(index, $0) }
    }

    /// "Fewer than half, 53 percent, backed the plan": a share, and between marks the same in percent.
    func checkRestated(_ share: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard share.unit == .share, figures.indices.contains(at + 1), let home = sentence(of: share),
            text.sections[text.sentences[home].section].role == .body
        else { return nil }
        let percent = figures[at + 1]
        let front = percent.tokens.lowerBound - 1
        guard percent.unit == .percent, percent.bound == .exact, percent.role == .value, percent.second == nil,
            sentence(of: percent) == home, front == behind(share), isMark(front), isMark(percent.tokens.upperBound),
            let verdict = verdict(on: share, percent.value)
        else { return nil }
        return ArithmeticFinding(
            check: .quantifier,
            claim: passage(share.range),
            parts: [passage(percent.range)],
            total: percent.value,
            largestOther: nil,
            verdict: verdict
        )
    }

    /// What is wrong with a share of which that many percent are told; nil for nothing.
    private func verdict(on share: Figure, _ told: Double) -> String? {
        if case .majority? = claim(share) { return told < 50 ? "not a majority" : nil }
        guard share.value > 0, share.value < 1 else { return nil }
        let said = share.value * 100
        switch share.bound {
        case .lessThan, .atMost: return told > said ? "more than claimed" : nil
        case .moreThan, .atLeast: return told < said ? "less than claimed" : nil
        case .exact, .about:
            let slack = 100 * (share.bound == .about ? Self.slack.about : Self.slack.exact)
            guard abs(told - said) > slack else { return nil }
            return told < said ? "less than claimed" : "more than claimed"
        case .range: return nil
        }
    }

    private func isCount(_ figure: Figure) -> Bool { figure.unit == .count && figure.bound == .exact && !figure.isQuantifier }

    /// "120 percent of respondents agreed": no more than all of some people can.
    func checkPeople(_ share: Figure) -> ArithmeticFinding? {
        guard share.unit == .percent, share.value > 100, share.role == .value, share.bound == .exact, share.second == nil,
            let noun = share.counted.flatMap({ text.tokens(in: $0).last }), noun > share.tokens.upperBound,
            lists.asked.contains(text.tokens[noun].hash)
        else { return nil }
        return ArithmeticFinding(
            check: .whole,
            claim: passage(share.range),
            parts: [passage(share.range)],
            total: share.value,
            largestOther: nil,
            verdict: "more than the whole"
        )
    }
}
