internal import Language
internal import TextCore

/// Shares of one question against 100, a part against its whole, votes against seats, changes against their ends.
extension Arithmetic {
    // MARK: Both sides of one question

    /// "62% approve and 48% disapprove": nobody does both.
    func checkSides(_ first: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard first.unit == .percent, first.bound == .exact, first.role == .value, let home = sentence(of: first),
            let next = figures[(at + 1)...].first, next.unit == .percent, next.bound == .exact, next.role == .value,
            sentence(of: next) == home, next.tokens.lowerBound - first.tokens.upperBound <= 12
        else { return nil }
        let end = min(text.sentences[home].tokens.upperBound, next.tokens.upperBound + 5)
        let after = next.tokens.upperBound..<max(next.tokens.upperBound, end)
        let between = first.tokens.upperBound..<next.tokens.lowerBound
        func has(_ tokens: Range<Int>, _ words: Set<UInt64>) -> Bool {
            tokens.prefix(5).contains { words.contains(text.tokens[$0].hash) }
        }
        let (yes, no) = lists.sides
        let isOneQuestion =
            has(between, yes) && !has(between, no) && has(after, no) && !has(after, yes)
            || has(between, no) && !has(between, yes) && has(after, yes) && !has(after, no)
        // Of two groups, or at two times, both can be.
        let hasGroups = between.contains { lists.relative.contains(text.tokens[$0].hash) || text.tokens[$0].isCapitalized }
        let hasTimes = text.times.contains { between.contains($0.tokens.lowerBound) || after.contains($0.tokens.lowerBound) }
        guard isOneQuestion, !hasGroups, !hasTimes, first.value + next.value > 101.5 else { return nil }
        return ArithmeticFinding(
            check: .whole,
            claim: passage(first.range.lowerBound..<next.range.upperBound),
            parts: [passage(first.range), passage(next.range)],
            total: first.value + next.value,
            largestOther: nil,
            verdict: "more than the whole"
        )
    }

    /// "48% backed the plan, 37% opposed it and 19% were undecided": the three answers to one question come to no more than 100.
    func checkAnswers(_ first: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard let home = sentence(of: first) else { return nil }
        let parts = figures[at...].prefix {
            sentence(of: $0) == home && $0.unit == .percent && $0.bound == .exact && $0.role == .value
        }
        guard parts.count == 3, let last = parts.last else { return nil }
        let end = text.sentences[home].tokens.upperBound
        let ends = parts.dropFirst().map(\.tokens.lowerBound) + [end]
        let answers = zip(parts, ends).map { part, end -> Int? in
            let words = (part.tokens.upperBound..<max(part.tokens.upperBound, end)).prefix(Self.answerReach).map {
                text.tokens[$0].hash
            }
            let kinds = [lists.sides.yes, lists.sides.no, lists.undecided].indices.filter { kind in
                words.contains(where: [lists.sides.yes, lists.sides.no, lists.undecided][kind].contains)
            }
            // "Had no opinion": no answer, whatever words tell it.
            return kinds.count == 1 || kinds.last == 2 ? kinds.last : nil
        }
        let row = first.tokens.lowerBound..<end
        guard Set(answers.compactMap { $0 }).count == 3,
            !row.contains(where: { GrammarWords.english.distributives.contains(text.tokens[$0].hash) })
        else { return nil }
        let sum = parts.reduce(0) { $0 + $1.value }
        return sum > 102 ? notTheWhole(Array(parts), from: first, to: last, sum: sum) : nil
    }

    private static let answerReach = 5

    // MARK: Parts

    /// "12 people, including 15 children".
    func checkPart(_ part: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard part.role == .part, at > 0, !part.isQuantifier,
            part.bound == .exact || part.bound == .atLeast || part.bound == .moreThan
        else { return nil }
        let whole = figures[at - 1]
        guard whole.unit == .count, part.unit == .count, whole.role == .value || whole.role == .total, !whole.isQuantifier,
            whole.bound == .exact || whole.bound == .atMost || whole.bound == .lessThan, whole.counted != nil,
            part.counted != nil,
            sentence(of: whole) == sentence(of: part), whole.value >= 2, part.value > whole.value, part.value <= 3 * whole.value,
            part.tokens.lowerBound - whole.tokens.upperBound <= 8,
            // What happened to the ones did not happen to the others.
            whole.casualty == part.casualty || part.casualty == nil
        else { return nil }
        return ArithmeticFinding(
            check: .whole,
            claim: passage(whole.range),
            parts: [passage(part.range)],
            total: part.value,
            largestOther: nil,
            verdict: "a part is greater than the whole"
        )
    }

    // MARK: Votes

    /// "The 15-member council voted 12-6": more votes than members, told in the same sentence or the ones beside it.
    func checkVotes(_ vote: Figure, _ figures: [Figure]) -> ArithmeticFinding? {
        guard vote.unit == .ratio, vote.role == .vote, let second = vote.second, let home = sentence(of: vote) else { return nil }
        let cast = vote.value + second
        guard let seats = figures.first(where: { isSeats($0, near: home) && $0.value < cast && $0.value > 1 }),
            let place = sentence(of: seats), place == home || body(of: home) == body(of: place) && body(of: home) != nil
        else { return nil }
        return ArithmeticFinding(
            check: .votes,
            claim: passage(vote.range),
            parts: [passage(seats.range)],
            total: cast,
            largestOther: nil,
            verdict: "more votes than members"
        )
    }

    /// Whether a figure counts all members of a body: "the 15-member council", "the council's 15 members".
    private func isSeats(_ figure: Figure, near home: Int) -> Bool {
        guard figure.bound == .exact, !figure.isQuantifier, let place = sentence(of: figure), abs(place - home) <= 2,
            figure.role == .value || figure.role == .total
        else { return false }
        let end = text.sentences[place].tokens.upperBound
        let behind = figure.tokens.upperBound..<max(figure.tokens.upperBound, min(end, figure.tokens.upperBound + 2))
        // "15-member council": the body follows the hyphened word. Members counted otherwise may be some of them.
        guard let word = behind.first(where: { lists.seats.contains(text.tokens[$0].hash) }) else { return false }
        let isHyphened =
            figure.tokens.upperBound < word && text.tokens[figure.tokens.upperBound].kind == .dash
            || figure.tokens.last.map { text.tokens[$0].kind == .dash } == true
        let bodies = (word + 1)..<max(word + 1, min(end, word + 4))
        return isHyphened && bodies.contains { lists.bodies.contains(text.tokens[$0].hash) }
    }

    /// The one body that a sentence names; nil for none, and for two.
    private func body(of home: Int) -> UInt64? {
        let found = Set(text.sentences[home].tokens.map { text.tokens[$0].hash }.filter(lists.bodies.contains))
        return found.count == 1 ? found.first : nil
    }

    // MARK: Changes

    /// "Rose 3% to 5.2 from 4.0": the amount against both ends, and the direction against their order.
    func checkChange(_ amount: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard amount.role == .increase || amount.role == .decrease, amount.bound == .exact, !amount.isQuantifier,
            amount.second == nil,
            let home = sentence(of: amount)
        else { return nil }
        let near = figures[max(0, at - 2)..<min(figures.count, at + 3)].filter {
            sentence(of: $0) == home && $0.bound == .exact && $0.second == nil && !$0.isQuantifier
        }
        let starts = near.filter { $0.role == .from }
        let ends = near.filter { $0.role == .to }
        guard starts.count == 1, ends.count == 1, let start = starts.first, let end = ends.first,
            FigureAgreement.unit(start.unit) == FigureAgreement.unit(end.unit), start.value > 0, end.value > 0
        else { return nil }
        let (low, high) = spans(from: start, to: end)
        let sign: Double = amount.role == .increase ? 1 : -1
        let said = written(amount)
        let possible: ClosedRange<Double>
        if amount.unit == .measure("fold") {
            // "Doubled" is said of what nearly did.
            guard low.lowerBound > 0, high.lowerBound > 0, amount.value > 0 else { return nil }
            let ratio = amount.role == .increase ? end.value / start.value : start.value / end.value
            let slack = amount.value * FigureAgreement.about
            guard abs(ratio - amount.value) > slack + amount.value * roughness(low, high) else { return nil }
            possible = ratio...ratio
        } else if amount.unit == .percent, start.unit != .percent {
            guard low.lowerBound > 0 else { return nil }
            let ratios = [high.lowerBound / low.upperBound, high.upperBound / low.lowerBound].map { 100 * sign * ($0 - 1) }
            possible = min(ratios[0], ratios[1])...max(ratios[0], ratios[1])
        } else if FigureAgreement.unit(amount.unit) == FigureAgreement.unit(start.unit) {
            let steps = [high.lowerBound - low.upperBound, high.upperBound - low.lowerBound].map { sign * $0 }
            possible = min(steps[0], steps[1])...max(steps[0], steps[1])
            // "Rose 3% to 5% from 4%": percent or points, nobody knows.
            if amount.unit == .percent {
                let relative = 100 * sign * (end.value / start.value - 1)
                if abs(relative - amount.value) <= 1.5 { return nil }
            }
        } else {
            return nil
        }
        guard amount.unit == .measure("fold") || !possible.overlaps(said) else { return nil }
        return ArithmeticFinding(
            check: .change,
            claim: passage(amount.range),
            parts: [passage(start.range), passage(end.range)],
            total: ((possible.lowerBound + possible.upperBound) * 50).rounded() / 100,
            largestOther: nil,
            verdict: "the change does not follow from its ends"
        )
    }

    /// "Rose from 4.1% to 3.9%": where a change ends against which way it goes.
    func checkDirection(_ start: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard let isRise = start.isRise, start.role == .from || start.role == .to, start.bound == .exact, start.second == nil,
            start.unit != .ordinal, start.unit != .ratio, figures.indices.contains(at + 1)
        else { return nil }
        let next = figures[at + 1]
        guard next.isRise == isRise, next.role == (start.role == .from ? .to : .from), next.bound == .exact, next.second == nil,
            sentence(of: next) == sentence(of: start), next.tokens.lowerBound - start.tokens.upperBound <= Self.endsReach,
            FigureAgreement.unit(unit(next)) == FigureAgreement.unit(unit(start)), start.value > 0, next.value > 0,
            // Places of a table fall to higher numbers.
            unit(start) != .count || start.value >= Self.leastCount,
            !isRevised(front(of: min(start.tokens.lowerBound, next.tokens.lowerBound)))
        else { return nil }
        let (from, to) = start.role == .from ? (start, next) : (next, start)
        let (low, high) = spans(from: from, to: to)
        guard isRise ? high.upperBound < low.lowerBound : high.lowerBound > low.upperBound else { return nil }
        return ArithmeticFinding(
            check: .change,
            claim: passage(start.range.lowerBound..<next.range.upperBound),
            parts: [passage(from.range), passage(to.range)],
            total: (abs(to.value - from.value) * 100).rounded() / 100,
            largestOther: nil,
            verdict: isRise ? "a rise that ends below its start" : "a fall that ends above its start"
        )
    }

    /// Whether some words tell that a forecast is changed: what it is one of points the one way, and it the other ("cut its growth forecast").
    private func isRevised(_ tokens: Range<Int>) -> Bool {
        let isChanged = tokens.contains { lists.revising.contains(text.tokens[$0].hash) }
        guard isChanged, let axis = lists.directions.first else { return false }
        let nouns = tokens.filter { !lists.revising.contains(text.tokens[$0].hash) }
        return nouns.contains { axis.up.contains(text.tokens[$0].hash) || axis.down.contains(text.tokens[$0].hash) }
    }

    /// The words of the sentence in front of a token.
    private func front(of token: Int) -> Range<Int> {
        let sentence = text.sentences.first { $0.tokens.contains(token) }
        return (sentence?.tokens.lowerBound ?? token)..<token
    }

    private static let endsReach = 4
    private static let leastCount = 100.0

    /// What the ends of a change as they are written stand for. Beside one with decimals, a number without any has left out a nought:
    /// "to 5.50 crowns from 5".
    private func spans(from start: Figure, to end: Figure) -> (ClosedRange<Double>, ClosedRange<Double>) {
        let (low, high) = (written(start), written(end))
        func slack(_ range: ClosedRange<Double>, _ figure: Figure, beside other: Figure) -> ClosedRange<Double> {
            guard hasDecimals(other), !hasDecimals(figure), figure.value < 100, other.value < 100 else { return range }
            let slack = min(Self.leftOut, range.upperBound - figure.value)
            return (figure.value - slack)...(figure.value + slack)
        }
        return (slack(low, start, beside: end), slack(high, end, beside: start))
    }

    private static let leftOut = 0.1

    private func hasDecimals(_ figure: Figure) -> Bool {
        text.text.bytes[figure.range.clamped(to: text.text.range)].contains(UInt8(ascii: "."))
    }

    /// How far the ratio of two values as they are written may be off, as a share of it.
    private func roughness(_ low: ClosedRange<Double>, _ high: ClosedRange<Double>) -> Double {
        func share(_ range: ClosedRange<Double>) -> Double {
            (range.upperBound - range.lowerBound) / (range.upperBound + range.lowerBound)
        }
        return share(low) + share(high)
    }

    /// The values that a number as it is written stands for: half of its last digit to either side. Zeros at the end are digits left out
    /// but for the second: "100 million" is no 120.
    func written(_ figure: Figure) -> ClosedRange<Double> {
        var digits = 0.0
        var place = 0.0
        var zeros = 0
        var length = 0
        for byte in text.text.bytes[figure.range.clamped(to: text.text.range)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits = digits * 10 + Double(byte - UInt8(ascii: "0"))
                if place > 0 { place += 1 }
                zeros = byte == UInt8(ascii: "0") ? zeros + 1 : 0
                length += 1
            case UInt8(ascii: "."): if place == 0 { place = 1 }
            default: break
            }
        }
        // Written in words, or with marks that mean something else: a tenth.
        guard digits > 0, digits < 1e12 else {
            return (figure.value - 0.1 * figure.value.magnitude)...(figure.value + 0.1 * figure.value.magnitude)
        }
        let decimals = max(0, place - 1)
        var unit = 1.0
        for _ in 0..<Int(min(decimals, 9)) { unit /= 10 }
        let scale = figure.value / (digits * unit)
        if decimals == 0 { for _ in 0..<Int(max(0, min(zeros, length - 2))) { unit *= 10 } }
        let slack = max(0.5 * unit * scale.magnitude, figure.value.magnitude * 1e-9)
        return (figure.value - slack)...(figure.value + slack)
    }
}
