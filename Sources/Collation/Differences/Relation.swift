/// How the witnesses of a shared statement stand to each other: the strongest description that is true of two articles, and before
/// all others, that they contradict each other.
public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// The same words.
    case verbatim
    /// Both quote, in words of their own: cut, edited or translated differently.
    case quotedInOtherWords
    /// One quotes what another retells.
    case quotedAndRetold
    /// The same in other words.
    case same
    /// What the one says is a part of what the other says.
    case partial
    /// One denies what the other says, or gives other figures, days or roles.
    case contradicts
}

extension Reason {
    /// Whether it says that two witnesses cannot both be right.
    public var isContradiction: Bool {
        switch self {
        case .negationDiffers, .directionDiffers, .figuresDiffer, .timesDiffer, .rolesSwapped, .actorsDiffer, .modalityDiffers:
            true
        default: false
        }
    }
}
