internal import Collation
public import Reading
internal import TextCore

/// An article's headline, standfirst and body as plain text, a blank line between blocks; a table's rows are lines, with tabs
/// between their cells.
///
/// Made harmless like all output for people: a text cannot drive the terminal on which it is shown.
public struct ArticlePlainText: Sendable {
    /// Makes a presenter.
    public init() {}

    /// The text, with a line end after every block. O(size of the article).
    public func render(_ article: Article) -> String {
        let shown = article.blocks.filter { $0.isBody || $0.kind == .headline || $0.kind == .standfirst }
        let parts = ArticlePart.parts(of: shown).map { part in
            switch part {
            case .block(let block): SafeText.lines(article.text[block.range]) + "\n"
            case .table(let table):
                table.rows.indices.map { table.words(ofRow: $0, in: article).joined(separator: "\t") + "\n" }.joined()
            }
        }
        return parts.joined(separator: "\n")
    }
}
