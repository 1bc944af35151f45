/// In what two witnesses differ, or the first such differences of several pairs of witnesses.
struct WitnessDifferences {
    /// What makes them contradict each other by the acts that they tell: at most one of each kind.
    var byActs: [Reason] = []
    /// What differs in the acts, but is not told well enough to call it a contradiction.
    var apparent: [Reason] = []
    /// What differs by words and figures alone: at most one of each kind.
    var byWords: [Reason] = []
    /// Whether those are told of one thing, so that both cannot be right.
    var wordsContradict = false
    /// Whether the same is told of two: sales in Europe, sales in Asia.
    var areOfOthers = false
    /// The figures and times in which they contradict each other.
    var disputed: [DisputedValues] = []

    /// Takes over what another pair differs in and none before it did.
    mutating func add(_ other: WitnessDifferences) {
        if byActs.isEmpty { byActs = other.byActs }
        if apparent.isEmpty { apparent = other.apparent }
        byWords = byWords.joined(other.byWords)
        if other.wordsContradict { wordsContradict = true }
        disputed += other.disputed
    }
}

extension [Reason] {
    /// These, and of the others what is of another kind.
    func joined(_ others: [Reason]) -> [Reason] {
        self + others.filter { one in !contains { $0.isKind(of: one) } }
    }
}

extension Reason {
    var isOfFigures: Bool {
        if case .figuresDiffer = self { return true }
        return false
    }

    var isOfActors: Bool {
        if case .actorsDiffer = self { return true }
        return false
    }

    /// Whether two reasons say the same of different words.
    fileprivate func isKind(of other: Reason) -> Bool {
        switch (self, other) {
        case (.negationDiffers, .negationDiffers), (.directionDiffers, .directionDiffers), (.figuresDiffer, .figuresDiffer),
            (.timesDiffer, .timesDiffer), (.rolesSwapped, .rolesSwapped), (.modalityDiffers, .modalityDiffers),
            (.actorsDiffer, .actorsDiffer), (.wordsDiffer, .wordsDiffer):
            true
        default: false
        }
    }
}
