public import Collation
internal import Reading
internal import TextCore

/// One article as it was read, as a JSON object: `{id, outlet, headline, published, language, …, path, line, text, blocks}`,
/// blocks as code point offsets into `text` with the rule that labelled them. What `stemma read` prints.
public struct ReadArticleJSON: Sendable {
    /// Whether members stand on lines of their own.
    public let isPretty: Bool

    /// Makes a presenter.
    public init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// The object as UTF-8 bytes, without a line end. O(size of the output).
    public func bytes(_ article: AnalyzedArticle) -> [UInt8] {
        let coder = ArticleCoder(article)
        var writer = JSONWriter(isPretty: isPretty, capacity: 2 * article.article.text.count + 512)
        writer.object { writer in
            coder.description(&writer)
            writer.member("path", article.article.origin.path)
            writer.member("line", article.article.origin.line)
            writer.member("text", coder.text, coder.text.range)
            coder.blocks(&writer)
        }
        return writer.bytes
    }
}
