/// A person's word on some passages: that they make one statement, or that they do not.
///
/// The comparison obeys it: what is confirmed stands together in a shared statement, what is rejected never does. Findings that
/// rest on it are marked (``Witness/basis``), so that nobody takes a person's word for something that was found.
public struct StatementLink: Sendable, Hashable {
    /// What the person says.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The passages make one statement.
        case confirmed
        /// No two of the passages make one statement.
        case rejected
    }

    /// Its number where it comes from, from 1. Of two links that cannot both be obeyed the one with the greater number counts.
    public let entry: Int
    /// What the person says.
    public let verdict: Verdict
    /// At least two places.
    public let passages: [Passage]
    /// Who says it, where that is known.
    public let author: String?
    /// What was noted with it.
    public let note: String?

    /// Makes a link.
    public init(entry: Int, verdict: Verdict, passages: [Passage], author: String? = nil, note: String? = nil) {
        self.entry = entry
        self.verdict = verdict
        self.passages = passages
        self.author = author
        self.note = note
    }
}

/// What became of a person's link in one comparison.
public struct LinkFinding: Sendable, Hashable {
    /// Whether a link was obeyed, and why not.
    public enum Outcome: String, Sendable, Hashable {
        /// The statements are as it says.
        case obeyed
        /// A later link says otherwise.
        case overruled
        /// A passage stands where nothing is compared: in a caption, a byline, a sentence without content.
        case notCompared
        /// The passages cannot be told apart, or cannot be joined: they stand in one clause, or, to be confirmed, in one article.
        case tooClose
    }

    /// The link, its passages in the articles of the collation.
    public let link: StatementLink
    /// What became of it.
    public let outcome: Outcome
    /// Whether the comparison would have joined the passages (two of them, where they are rejected) had nobody said anything.
    public let isFound: Bool
    /// The statements that hold all of its passages, by id; none for a rejected link that is obeyed.
    public let statements: [String]

    /// Makes a finding.
    public init(link: StatementLink, outcome: Outcome, isFound: Bool, statements: [String] = []) {
        self.link = link
        self.outcome = outcome
        self.isFound = isFound
        self.statements = statements
    }
}

/// On whose word something is in a statement.
public enum Basis: String, Sendable, Hashable {
    /// The comparison found it.
    case found
    /// A person's link put it there.
    case person
}

extension SharedStatement {
    /// On whose word the statement rests as a whole: a person's when none of its witnesses was found.
    public var basis: Basis { witnesses.allSatisfy { $0.basis == .person } ? .person : .found }
}

extension Passage {
    /// Whether two places have at least half of the shorter in common.
    func isMostly(_ other: Passage) -> Bool {
        guard article == other.article else { return false }
        let common = range.clamped(to: other.range).count
        return common > 0 && 2 * common >= min(range.count, other.range.count)
    }
}

extension LinkFinding {
    /// The finding with its passages in other articles' numbers, and the statements of these that hold them all.
    func placed(_ passage: (Passage) -> Passage, in statements: [SharedStatement]) -> LinkFinding {
        let link = StatementLink(
            entry: link.entry,
            verdict: link.verdict,
            passages: link.passages.map(passage),
            author: link.author,
            note: link.note
        )
        let holding = statements.filter { statement in
            link.passages.allSatisfy { place in statement.witnesses.contains { $0.passage.isMostly(place) } }
        }
        return LinkFinding(link: link, outcome: outcome, isFound: isFound, statements: holding.map(\.id))
    }
}
