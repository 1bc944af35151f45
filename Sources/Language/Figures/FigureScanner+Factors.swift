internal import TextCore

/// Figures without a number: "doubled", "in her forties".
extension FigureScanner {
    /// "doubled", "halved", "tripled", and decades of a life: "in her forties".
    func withoutNumber(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard context.flags[index].contains(.factor) else { return nil }
        if let decade = roles.decadesOfLife[tokens[index].hash] { return decadeOfLife(decade, index, sentence) }
        let end = sentence.upperBound
        guard let factor = roles.factors.longestMatch(in: tokens, at: index, limit: end) else { return nil }
        // "doubled down"
        if factor.endIndex < end, tokens[factor.endIndex].hash == Self.down { return nil }
        var draft = Draft(tokens: index..<factor.endIndex, value: factor.value.value)
        draft.unit = .measure("fold")
        draft.hasUnit = true
        draft.role = factor.value.direction == .down ? .decrease : .increase
        return draft
    }

    private static let down = Hash64.folded("down")

    private func decadeOfLife(_ decade: Double, _ index: Int, _ sentence: Range<Int>) -> Draft? {
        let front = max(sentence.lowerBound, index - 3)..<index
        guard let owner = front.last(where: { roles.whose.contains(tokens[$0].hash) }),
            ((owner + 1)..<index).allSatisfy({ Self.earlyOrLate.contains(tokens[$0].hash) || tokens[$0].kind == .dash })
        else { return nil }
        var draft = Draft(tokens: index..<(index + 1), value: decade)
        draft.second = decade + 9
        draft.bound = .range
        draft.unit = .measure("year")
        draft.hasUnit = true
        draft.isAge = true
        return draft
    }

    private static let earlyOrLate = WordSet(["early", "mid", "late", "early-", "mid-"])
}
