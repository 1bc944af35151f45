public import Reading
internal import TextCore

/// An article as a Markdown document: headline, facts, standfirst, and the body with its headings and lists.
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
        for block in article.blocks where block.isBody || block.kind == .standfirst || block.kind == .dateline {
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
}
