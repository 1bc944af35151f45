internal import TextCore

/// What figures are in their sentences: ages, pieces of changes, parts, sums, votes, scores, measurements said twice. Each has a file
/// of its own; here stands which of them is asked first.
extension FigureScanner {
    var roles: FigureRoleLexicon { lexicon.roles }

    /// Sets the role of a figure and what happened to the people it counts; `previous` is the figure in front of it in its
    /// sentence. O(1): no more than a dozen words on either side are looked at.
    func setRole(_ draft: inout Draft, after previous: Draft?, in sentence: Range<Int>) {
        guard draft.unit != .ordinal, draft.role == .value else { return }
        if draft.isAge {
            draft.role = .age
            return
        }
        guard !roles.isEmpty else { return }
        if draft.unit == .ratio {
            draft.role = ratioRole(draft, sentence)
            return
        }
        if isShareOfVotes(draft, previous, sentence) {
            draft.role = .vote
            return
        }
        dropBoundOfEnd(&draft, previous, sentence)
        if let previous, restates(draft, previous) {
            draft.role = .restated
        } else if isPart(draft, previous, sentence) {
            draft.role = .part
        } else if let comparison = comparison(behind: draft, sentence) {
            draft.role = role(comparison)
        } else if isFurther(draft, sentence) {
            draft.role = .further
        } else if isTotal(draft, previous, sentence) {
            draft.role = .total
        } else if !draft.isQuantifier || draft.hasScale, let change = change(draft, previous, sentence) {
            draft.role = change
            if change == .from || change == .to { draft.direction = directionOfChange(draft, previous, sentence) }
            if change == .from { takeUnitOfEnd(&draft, sentence) }
            // "by 20 million pounds to 1.3 billion"
            if change == .to, let previous, previous.isMoney, draft.unit == .count, draft.hasScale, draft.countedHead == nil,
                behind(previous) + 1 == draft.tokens.lowerBound
            {
                draft.unit = previous.unit
            }
        } else if previous.map({ $0.isOfWhole && $0.counted == draft.counted }) != true, isSideOfVote(draft, sentence) {
            draft.role = .vote
        }
        setCasualty(&draft, previous, sentence)
    }

    /// The index behind a figure and the noun that it counts.
    func behind(_ draft: Draft) -> Int {
        max(draft.tokens.upperBound, draft.counted?.upperBound ?? 0)
    }

    /// What a figure is that says how far something went in a direction.
    func role(_ direction: FigureRoleLexicon.Direction) -> Figure.Role {
        switch direction {
        case .up: .increase
        case .down: .decrease
        case .apart: .difference
        }
    }
}
