internal import Language
internal import TextCore

/// Whether two figures can mean one value, given what their words bound.
enum FigureAgreement {
    /// How far two values called "about" may lie apart, relative to the greater.
    static let about = 0.1

    /// Whether both figures give one value in one unit.
    static func agree(_ a: Figure, _ b: Figure) -> Bool {
        guard unit(a.unit) == unit(b.unit), !isOrdinal(a), !isOrdinal(b) else { return false }
        if case .ratio = a.unit { return sameRatio(a, b) }
        return meet(a, b)
    }

    /// Whether both figures give one value as nearly as they say: "at least nine" is not eleven, though eleven are at least nine.
    static func isOneValue(_ a: Figure, _ b: Figure) -> Bool {
        guard agree(a, b) else { return false }
        if case .ratio = a.unit { return true }
        return overlap(nearby(a), nearby(b))
    }

    /// Whether both figures measure one unit and cannot both be right.
    static func conflict(_ a: Figure, _ b: Figure) -> Bool {
        guard unit(a.unit) == unit(b.unit), !isOrdinal(a), !isOrdinal(b) else { return false }
        // "Most" and "none" claim shares of what is seldom the same; "several times" is a count like another.
        guard a.unit == .count || !(a.isQuantifier || b.isQuantifier), !(a.isQuantifier && b.isQuantifier) else { return false }
        if case .ratio = a.unit { return !sameRatio(a, b) }
        // A birthday may lie between two reports.
        if a.role == .age, b.role == .age, a.bound == .exact, b.bound == .exact { return abs(a.value - b.value) > 1.5 }
        return !meet(a, b)
    }

    /// Whether one value is among those that the words of both allow. Of two exact ones the rounder has to stand for the other as it
    /// is written: 600 for 617, not for 650.
    private static func meet(_ a: Figure, _ b: Figure) -> Bool {
        let (x, y) = (interval(a), interval(b))
        guard a.bound == .exact, b.bound == .exact else { return overlap(x, y) }
        let isFirstRounder = x.upperBound - x.lowerBound >= y.upperBound - y.lowerBound
        return isFirstRounder ? x.contains(b.value * scale(b.unit)) : y.contains(a.value * scale(a.unit))
    }

    /// A hash of value and unit: equal for "two people" and "2 people", different for 2 and 2%.
    static func key(_ figure: Figure) -> UInt64 {
        var hash = Hash64()
        for byte in unit(figure.unit).utf8 { hash.combine(byte) }
        let scale = scale(figure.unit)
        hash.combine((figure.value * scale).bitPattern)
        hash.combine(((figure.second ?? 0) * (figure.unit == .share ? 1 : scale)).bitPattern)
        return hash.value
    }

    /// What values are multiplied by to be compared: shares become percent, and exact multiples their base unit (2 km are
    /// 2000 m).
    private static func scale(_ unit: Figure.Unit) -> Double { unit == .share ? 100 : unit.base.factor }

    /// Whether two figures can be the same piece of a sentence: an amount of change is no end point of one, what comes on
    /// top is no value by itself, and a part is no whole.
    static func haveOneRole(_ a: Figure, _ b: Figure) -> Bool {
        // The wind that fell to 40 km/h had been stronger.
        if case .measure = a.unit, (a.role == .to) != (b.role == .to) { return false }
        return (level(a.role) == level(b.role) || isActedOn(a, b) || isActedOn(b, a)) && (a.role == .part) == (b.role == .part)
    }

    /// "Will cut 200 jobs" and "200 jobs will go" give one count, though the first is by how many something shrinks.
    private static func isActedOn(_ a: Figure, _ b: Figure) -> Bool {
        a.unit == .count && (a.role == .increase || a.role == .decrease) && b.role == .value && a.countedStem != nil
            && a.countedStem == b.countedStem
    }

    /// Whether one is not an amount of change where the other is a value.
    static func areOfOneStage(_ a: Figure, _ b: Figure) -> Bool {
        func isAmount(_ role: Figure.Role) -> Bool { [.increase, .decrease, .difference].contains(role) }
        return isAmount(a.role) == isAmount(b.role) || isActedOn(a, b) || isActedOn(b, a)
    }

    private static func level(_ role: Figure.Role) -> Figure.Role {
        switch role {
        case .from, .increase, .decrease, .difference, .further: role
        case .value, .age, .to, .part, .total, .vote, .score, .restated: .value
        }
    }

    /// A key that is equal for comparable units.
    static func unit(_ unit: Figure.Unit) -> String {
        switch unit.base.unit {
        case .count: "count"
        case .percent, .share: "share"
        case .money(let code): "money " + code
        case .ratio: "ratio"
        case .ordinal: "ordinal"
        case .measure(let name): "measure " + name
        }
    }

    private static func isOrdinal(_ figure: Figure) -> Bool { figure.unit == .ordinal }

    private static func sameRatio(_ a: Figure, _ b: Figure) -> Bool {
        (a.value == b.value && a.second == b.second) || (a.value == b.second && a.second == b.value)
    }

    /// The values that a figure's words allow; shares as percent.
    static func interval(_ figure: Figure) -> ClosedRange<Double> {
        let scale = scale(figure.unit)
        let value = figure.value * scale
        guard value.isFinite else { return -Double.infinity...Double.infinity }
        // How a value is rounded shows in the unit that it is written in.
        let slack = figure.unit == .share ? max(rounding(of: value), Self.fraction) : rounding(of: figure.value) * scale
        switch figure.bound {
        case .exact: return (value - slack)...(value + slack)
        case .about: return (value - abs(value) * about)...(value + abs(value) * about)
        case .atLeast, .moreThan: return value...Double.infinity
        case .atMost, .lessThan: return -Double.infinity...value
        case .range:
            let upper = (figure.second ?? figure.value) * scale
            return min(value, upper)...max(value, upper)
        }
    }

    /// How far a share in words may lie from a percentage that it stands for: two-thirds is 65%, too.
    static let fraction = 2.5

    /// The values that an article that has a figure can be said to have: a bound on one side reaches a tenth beyond it.
    static func nearby(_ figure: Figure) -> ClosedRange<Double> {
        let whole = interval(figure)
        let value = figure.value * scale(figure.unit)
        guard value.isFinite, figure.bound != .range else { return whole }
        return whole.clamped(to: (value - abs(value) * about - 0.5)...(value + abs(value) * about + 0.5))
    }

    /// Half of the last digit that counts: round hundreds and more stand for what rounds to them, though 200 never for 250, and a
    /// whole number for fractions near it.
    private static func rounding(of value: Double) -> Double {
        let size = abs(value)
        guard size >= 100, size < 1e15 else { return size.truncatingRemainder(dividingBy: 1) == 0 ? 0.499 : 0 }
        var step = 1.0
        while size.truncatingRemainder(dividingBy: step * 10) == 0 { step *= 10 }
        return step > 1 ? min(step * 0.499, size * about) : 0.499
    }

    private static func overlap(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> Bool {
        a.lowerBound <= b.upperBound && b.lowerBound <= a.upperBound
    }
}
