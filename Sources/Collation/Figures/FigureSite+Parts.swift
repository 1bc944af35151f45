internal import Language
internal import TextCore

/// Counts that are parts of others, or that others make up.
extension Story {
    /// Whether a count is told to be a part ("two inland towns among the seven"), or to have more beside it ("five towns, as well
    /// as Varden").
    func isPartial(_ site: FigureSite) -> Bool {
        guard site.figure.unit == .count else { return false }
        let unit = units[site.unit]
        let text = articles[unit.article].annotated
        let lists = self.lists[unit.article]
        let behind = site.figure.tokens.upperBound..<max(site.figure.tokens.upperBound, unit.tokens.upperBound)
        if behind.contains(where: { lists.beside.longestMatch(in: text.tokens, at: $0, limit: behind.upperBound) != nil }) {
            return true
        }
        return figures(of: unit).contains { whole in
            guard whole.unit == .count, whole.value > site.figure.value, !whole.isQuantifier,
                behind.contains(whole.tokens.lowerBound)
            else { return false }
            let front = max(behind.lowerBound, whole.tokens.lowerBound - 2)..<whole.tokens.lowerBound
            return front.contains { lists.among.contains(text.tokens[$0].hash) }
        }
    }

    /// Whether what stands beside the lesser of two counts makes up the difference.
    func isMadeUp(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard a.figure.unit == .count, b.figure.unit == .count else { return false }
        let (less, more) = a.figure.value <= b.figure.value ? (a, b) : (b, a)
        let missing = more.figure.value - less.figure.value
        let unit = units[less.unit]
        let text = articles[unit.article].annotated
        let behind = less.figure.tokens.upperBound..<max(less.figure.tokens.upperBound, unit.tokens.upperBound)
        let ordinals = lists[unit.article].ordinals
        if missing == 1, behind.contains(where: { ordinals[text.tokens[$0].hash] == Int(exactly: more.figure.value) }) {
            return true
        }
        return figures(of: unit).contains { other in
            other.range != less.figure.range && other.unit == .count && !other.isQuantifier && other.value == missing
        }
    }
}
