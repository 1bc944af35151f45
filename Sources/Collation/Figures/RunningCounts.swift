internal import Language
internal import Reading
internal import TextCore

/// Tells counts that grow while a story runs (the dead, votes counted so far) from counts that are made once.
///
/// Two values of a running count are no contradiction where the later one stands in the later report by the times beside the
/// figures, or else by when the articles were published; or where it is told that the count rose to it.
struct RunningCounts {
    let story: Story

    /// Whether all values are counts that run, and each greater one is later. Missing people may become fewer.
    func isUpdate(_ sites: [FigureSite]) -> Bool {
        guard sites.count >= 2, sites.allSatisfy(isRunning) else { return false }
        var isGrowing = false
        for (index, one) in sites.enumerated() {
            for other in sites[(index + 1)...] where areOther(one.figure, other.figure) {
                let (less, more) = one.figure.value <= other.figure.value ? (one, other) : (other, one)
                let isEarlier = self.isEarlier(less, than: more)
                guard isEarlier || one.figure.casualty == .missing && self.isEarlier(more, than: less) else { return false }
                isGrowing = true
            }
        }
        return isGrowing
    }

    /// Whether two figures are two values: "at least nine" leaves room for eleven, but who has counted eleven has counted more.
    private func areOther(_ a: Figure, _ b: Figure) -> Bool {
        if FigureAgreement.conflict(a, b) { return true }
        let (less, more) = a.value <= b.value ? (a, b) : (b, a)
        return a.unit == b.unit && !a.isQuantifier && !b.isQuantifier && less.value < more.value
            && (less.bound == .atLeast || less.bound == .moreThan) && more.bound != .atMost && more.bound != .lessThan
    }

    private func isRunning(_ site: FigureSite) -> Bool {
        switch site.figure.unit {
        case .count: break
        // What a fire has burned or a slick covers grows like a toll.
        case .measure(let name) where Self.areas.contains(name): break
        default: return false
        }
        if site.figure.casualty != nil { return true }
        let unit = story.units[site.unit]
        let words = story.lists[unit.article].running
        let tokens = story.articles[unit.article].annotated.tokens
        return site.tokens.clamped(to: tokens.indices).contains { words.contains(tokens[$0].hash) }
    }

    private static let areas: Set<String> = ["acre", "ha", "km2", "square mile"]

    private func isEarlier(_ one: FigureSite, than other: FigureSite) -> Bool {
        if let (a, b) = pair(story.days(beside: one).first, story.days(beside: other).first), !a.overlaps(b) {
            return a.upperBound < b.lowerBound
        }
        let hasRisen = one.figure.value < other.figure.value && other.figure.role == .to && one.figure.role != .to
        guard let (a, b) = pair(published(one), published(other)), let (x, y) = pair(a.dayNumber, b.dayNumber) else {
            return hasRisen
        }
        if x != y { return x < y }
        guard let (m, n) = pair(minutes(a), minutes(b)) else { return hasRisen }
        return m < n
    }

    private func pair<Value>(_ a: Value?, _ b: Value?) -> (Value, Value)? {
        guard let a, let b else { return nil }
        return (a, b)
    }

    private func published(_ site: FigureSite) -> CivilTime? {
        story.articles[story.units[site.unit].article].article.published
    }

    /// Minutes of the day in UTC; as given where no offset is known.
    private func minutes(_ time: CivilTime) -> Int? {
        time.hour.map { $0 * 60 + (time.minute ?? 0) - (time.offset ?? 0) }
    }
}
