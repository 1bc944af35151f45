internal import Collation
public import Reading
internal import TextCore

/// An article's headline, standfirst and body as plain text, a blank line between blocks.
///
/// Made harmless like all output for people: a text cannot drive the terminal on which it is shown.
public struct ArticlePlainText: Sendable {
    /// Makes a presenter.
    public init() {}

    /// The text, with a line end after every block. O(size of the article).
    public func render(_ article: Article) -> String {
        article.blocks
            .filter { $0.isBody || $0.kind == .headline || $0.kind == .standfirst }
            .map { SafeText.lines(article.text[$0.range]) + "\n" }
            .joined(separator: "\n")
    }
}
