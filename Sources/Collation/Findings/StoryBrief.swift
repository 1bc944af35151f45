/// A statement of the story in brief, in the words of one of its witnesses.
public struct BriefStatement: Sendable, Hashable {
    /// Index of the statement in ``Collation/shared``.
    public let statement: Int
    /// Which of its witnesses gives the words: an index in ``SharedStatement/witnesses``.
    public let witness: Int
    /// How many articles have the statement.
    public let articles: Int
}

/// The story in brief: the statements that most articles carry, each in its best-evidenced wording. Nothing is written anew.
///
/// Statements count by their outlets first, then by their articles, then by strength, then by how near the top they stand.
/// Those of more than half of the articles are taken, ``most`` at most; where these are fewer than ``least``, the next ones,
/// too. They stand in the order in which articles tend to tell them. The wording is ``Coverage/Row/wording``.
///
/// - Complexity: O(*s* log *s*) in statements.
struct StoryBrief {
    /// At most so many statements.
    static let most = 7
    /// So many at least, where there are, though fewer articles have them.
    static let least = 3

    private let collation: Collation
    private let rows: [Coverage.Row]

    init(_ collation: Collation, rows: [Coverage.Row]) {
        self.collation = collation
        self.rows = rows
    }

    func statements() -> [BriefStatement] {
        let ranked = rows.filter { $0.cells.count > 1 }.sorted { a, b in
            let (x, y) = (collation.shared[a.statement], collation.shared[b.statement])
            if a.outlets != b.outlets { return a.outlets > b.outlets }
            if a.cells.count != b.cells.count { return a.cells.count > b.cells.count }
            if x.strength != y.strength { return x.strength > y.strength }
            return (a.depth, a.statement) < (b.depth, b.statement)
        }
        var taken: [(row: Coverage.Row, brief: BriefStatement)] = []
        for row in ranked where taken.count < (2 * row.cells.count > collation.articles.count ? Self.most : Self.least) {
            let passage = collation.shared[row.statement].witnesses[row.wording].passage
            // A sentence of two statements is not printed twice.
            let isTold = taken.contains { told in
                let other = collation.shared[told.row.statement].witnesses[told.brief.witness].passage
                return other.article == passage.article && other.range.overlaps(passage.range)
            }
            if isTold { continue }
            taken.append((row, BriefStatement(statement: row.statement, witness: row.wording, articles: row.cells.count)))
        }
        return taken.sorted { ($0.row.depth, $0.row.statement) < ($1.row.depth, $1.row.statement) }.map(\.brief)
    }
}

extension Collation {
    /// Which article has which statement. Computed anew each time.
    public var coverage: Coverage { Coverage(of: self) }
}
