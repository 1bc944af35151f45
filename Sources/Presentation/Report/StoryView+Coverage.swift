internal import Collation
internal import TextCore

/// Coverage and links in words. With two articles both have all that is shared, so that there is nothing to say of coverage.
extension StoryView {
    /// Whether coverage is worth a section.
    var showsCoverage: Bool { articles.count > 2 && !collation.shared.isEmpty }

    /// What an article has and has not: "tells s2, s1; 3 only here; not in this article: s4".
    func coverageWords(_ own: Coverage.Article) -> String {
        var parts: [String] = []
        parts.append(
            own.shared.isEmpty
                ? "shares none of these statements"
                : "tells \(list(own.shared))" + (own.shared.count > 1 ? ", in this order" : "")
        )
        if !own.onlyHere.isEmpty { parts.append("\(own.onlyHere.count) only here") }
        if !own.notHere.isEmpty { parts.append("not in this article: \(list(own.notHere))") }
        return parts.joined(separator: "; ")
    }

    /// What the articles of one outlet have together; nil when there is nothing that their own lines do not say.
    func coverageWords(_ outlet: Coverage.Outlet) -> String? {
        var parts: [String] = []
        if !outlet.onlyHere.isEmpty { parts.append("only in these articles: \(list(outlet.onlyHere))") }
        if !outlet.notHere.isEmpty { parts.append("not in these articles: \(list(outlet.notHere))") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// "3 of 24": the number of a statement among those found in its article.
    func words(_ standing: Coverage.Standing) -> String { "\(standing.rank) of \(standing.count)" }

    /// The statements that one article has near its top and another near its end, the widest apart first.
    func farApart(_ coverage: Coverage, most: Int) -> [String] {
        let rows = coverage.rows.compactMap { row -> (row: Coverage.Row, top: Coverage.Cell, end: Coverage.Cell)? in
            guard let top = row.cells.min(by: { $0.standing.depth < $1.standing.depth }),
                let end = row.cells.max(by: { $0.standing.depth < $1.standing.depth }),
                top.standing.depth <= Self.top, end.standing.depth >= Self.end
            else { return nil }
            return (row, top, end)
        }
        func distance(_ found: (row: Coverage.Row, top: Coverage.Cell, end: Coverage.Cell)) -> Double {
            found.end.standing.depth - found.top.standing.depth
        }
        let ordered = rows.sorted { a, b in
            distance(a) != distance(b) ? distance(a) > distance(b) : a.row.statement < b.row.statement
        }
        return ordered.prefix(most).map { row, top, end in
            "\(ids[row.statement]) stands near the top of \(labels[top.article]) (\(words(top.standing))) and near the end of "
                + "\(labels[end.article]) (\(words(end.standing)))"
        }
    }

    /// In front of this share of an article is near its top; behind the other one, near its end.
    private static let top = 0.25
    private static let end = 0.75

    private func list(_ statements: [Int]) -> String {
        let most = 12
        let shown = statements.prefix(most).map { ids[$0] }.joined(separator: ", ")
        return statements.count > most ? "\(shown) and \(statements.count - most) more" : shown
    }

    // MARK: Links

    /// How sure a statement is, or that a person says so.
    func strength(_ shared: SharedStatement) -> String {
        shared.basis == .person ? "confirmed by a person" : shared.strength.words
    }

    /// Rejected links that the comparison would not have made by itself.
    var keptApart: [LinkFinding] {
        collation.links.filter { $0.link.verdict == .rejected && $0.outcome == .obeyed && $0.isFound }
    }

    /// How many links of a person were obeyed.
    var linkNotes: [String] {
        let obeyed = collation.links.filter { $0.outcome == .obeyed }
        guard !obeyed.isEmpty else { return [] }
        let confirmed = obeyed.count { $0.link.verdict == .confirmed }
        let parts = [(confirmed, "confirmed"), (obeyed.count - confirmed, "rejected")].filter { $0.0 > 0 }
        let words = parts.map { "\($0.0) \($0.1)" }.joined(separator: " and ")
        return ["links of a person: \(words); what rests on them is marked"]
    }
}
