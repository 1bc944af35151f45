/// A section of shared statements: those that an editor has to look at first, and the others by the way in which articles agree.
enum StatementSection: Hashable, CaseIterable {
    /// The witnesses cannot all be right.
    case contradictions
    case agreement(Agreement)

    static var allCases: [StatementSection] { [.contradictions] + Agreement.allCases.map(StatementSection.agreement) }

    /// A sign that stands with the words, never alone.
    var symbol: String {
        switch self {
        case .contradictions: "⚠"
        case .agreement(let agreement): agreement.symbol
        }
    }

    /// The title of the section.
    var title: String {
        switch self {
        case .contradictions: "Contradicting each other"
        case .agreement(let agreement): agreement.title
        }
    }

    /// What the title means, in a sentence.
    var explanation: String {
        switch self {
        case .contradictions: "Articles tell one thing, and cannot all be right: “but” says in what they differ."
        case .agreement(let agreement): agreement.explanation
        }
    }
}
