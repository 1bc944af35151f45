internal import TextCore

/// One measurement in two units: "5 km (3.1 miles)".
extension FigureScanner {
    /// "5 km (3.1 miles)", "€40 million, or about $45 million".
    func restates(_ draft: Draft, _ previous: Draft) -> Bool {
        guard let one = previous.unit.dimension, let two = draft.unit.dimension, one.kind == two.kind, previous.unit != draft.unit
        else { return false }
        var at = behind(previous)
        if at < draft.tokens.lowerBound, tokens[at].kind == .punctuation { at += 1 }
        while at < draft.tokens.lowerBound, at < behind(previous) + 3, roles.or.contains(tokens[at].hash) { at += 1 }
        guard at == draft.tokens.lowerBound, at > behind(previous) else { return false }
        guard one.size > 0, two.size > 0 else { return true }
        let (a, b) = (previous.value * one.size, draft.value * two.size)
        return abs(a - b) <= 0.2 * max(abs(a), abs(b))
    }
}
