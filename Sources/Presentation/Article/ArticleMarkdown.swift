public import Reading
internal import TextCore

/// An article as a Markdown document: headline, facts, standfirst, and the body with its headings, lists
/// and tables (GitHub's Markdown).
public struct ArticleMarkdown: Sendable {
    /// Makes a presenter.
    public init() {}

    /// The document, with a line end after the last block. O(size of the article).
    public func render(_ article: Article) -> String {
        func escaped(_ text: String) -> String { MarkdownText.escaped(SafeText.line(text)) }
        var parts: [String] = []
        if let headline = article.headline { parts.append("# " + escaped(article.text[headline.range])) }
        let facts: [String?] = [article.outlet?.name, article.published?.iso8601, article.authors.joined(separator: ", ")]
        let line = facts.compactMap { $0 }.filter { !$0.isEmpty }.map(escaped).joined(separator: " · ")
        if !line.isEmpty { parts.append("_\(line)_") }
        var isInList = false
        let shown = article.blocks.filter { $0.isBody || $0.kind == .standfirst || $0.kind == .dateline }
        for part in ArticlePart.parts(of: shown) {
            guard case .block(let block) = part else {
                if case .table(let table) = part { parts.append(Self.table(table, article)) }
                isInList = false
                continue
            }
            let words = escaped(article.text[block.range])
            let isItem = block.kind == .listItem
            let text =
                switch block.kind {
                case .standfirst: "**\(words)**"
                case .heading: "## \(words)"
                case .listItem: "- \(words)"
                default: words
                }
            // The items of a list stay together.
            if isItem, isInList, let last = parts.popLast() {
                parts.append(last + "\n" + text)
            } else {
                parts.append(text)
            }
            isInList = isItem
        }
        return parts.joined(separator: "\n\n") + "\n"
    }
    /// A table. Markdown wants a header: where the first row is none, it is empty.
    private static func table(_ table: ArticleTable, _ article: Article) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let width = table.rows.first?.count ?? 0
        var rows = table.rows.indices.map { row in line(table.words(ofRow: row, in: article).map(MarkdownText.escaped)) }
        if !table.hasHeader { rows.insert(line(Array(repeating: "", count: width)), at: 0) }
        rows.insert(line(Array(repeating: "---", count: width)), at: 1)
        return rows.joined(separator: "\n")
    }
}
