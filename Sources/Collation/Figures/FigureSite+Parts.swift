internal import Language
internal import TextCore

/// Counts that are parts of others, or that others make up.
extension Story {
    /// Whether both counts are told whole, or as parts of one whole: 98 and 88 "of the 180 seats".
    func areWholeOrOfOneWhole(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard !hasMoreBeside(a), !hasMoreBeside(b) else { return false }
        switch (whole(of: a), whole(of: b)) {
        case (nil, nil): return true
        case (let one?, let other?): return FigureAgreement.agree(one, other)
        default: return false
        }
    }

    /// Whether both counts are told as parts of one whole.
    func arePartsOfOneWhole(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard let one = whole(of: a), let other = whole(of: b) else { return false }
        return FigureAgreement.agree(one, other)
    }

    /// Whether a count is told to have more beside it ("five towns, as well as Varden").
    private func hasMoreBeside(_ site: FigureSite) -> Bool {
        guard site.figure.unit == .count else { return false }
        let unit = units[site.unit]
        let text = articles[unit.article].annotated
        let beside = lists[unit.article].beside
        let behind = behind(site)
        return behind.contains { beside.longestMatch(in: text.tokens, at: $0, limit: behind.upperBound) != nil }
    }

    /// The count that one is told to be a part of ("two inland towns among the seven").
    private func whole(of site: FigureSite) -> Figure? {
        guard site.figure.unit == .count else { return nil }
        let unit = units[site.unit]
        let text = articles[unit.article].annotated
        let behind = behind(site)
        return figures(of: unit).first { whole in
            guard whole.unit == .count, whole.value > site.figure.value, !whole.isQuantifier,
                behind.contains(whole.tokens.lowerBound)
            else { return false }
            let front = max(behind.lowerBound, whole.tokens.lowerBound - 2)..<whole.tokens.lowerBound
            return front.contains { lists[unit.article].among.contains(text.tokens[$0].hash) }
        }
    }

    /// The tokens of its sentence behind a figure.
    private func behind(_ site: FigureSite) -> Range<Int> {
        site.figure.tokens.upperBound..<max(site.figure.tokens.upperBound, units[site.unit].tokens.upperBound)
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
        // The three who were killed are none of the 17 who were hurt.
        func isOfOthers(_ other: Figure) -> Bool {
            guard let casualty = less.figure.casualty, casualty == more.figure.casualty else { return false }
            return other.casualty != nil && other.casualty != casualty
        }
        return figures(of: unit).contains { other in
            other.range != less.figure.range && other.unit == .count && !other.isQuantifier && other.value == missing
                && !isOfOthers(other)
        }
    }
}
