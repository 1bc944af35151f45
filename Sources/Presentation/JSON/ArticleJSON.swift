public import Collation
internal import Language
internal import Reading
internal import TextCore

/// One article's analysis as a JSON object: `{id, outlet, headline, published, language, mode, blocks, quotations, entities, names,
/// figures, times, statements}`, places as code point offsets with their exact text. What `stemma analyze` prints, one a line.
public struct ArticleAnalysisJSON: Sendable {
    /// Whether members stand on lines of their own.
    public let isPretty: Bool
    /// Whether the object holds the article's whole text.
    public let includesText: Bool

    /// Makes a presenter.
    public init(isPretty: Bool = false, includesText: Bool = false) {
        self.isPretty = isPretty
        self.includesText = includesText
    }

    /// One JSON object without a line end. O(size of the output).
    public func render(_ article: AnalyzedArticle) -> String {
        String(decoding: bytes(article), as: UTF8.self)
    }

    /// The object as UTF-8 bytes.
    public func bytes(_ article: AnalyzedArticle) -> [UInt8] {
        let coder = ArticleCoder(article)
        var writer = JSONWriter(isPretty: isPretty, capacity: 8 * article.article.text.count + 512)
        writer.object { writer in
            coder.description(&writer)
            writer.member("mode", article.annotated.means.rawValue)
            if includesText { writer.member("text", coder.text, coder.text.range) }
            coder.blocks(&writer)
            writer.key("quotations")
            writer.array { writer in coder.quotations(named: false, &writer) }
            coder.names(&writer)
            coder.figures(&writer)
            coder.times(&writer)
            coder.statements(&writer)
        }
        return writer.bytes
    }
}

/// One article's quotations as a JSON object `{article, mode, quotes: […]}`: a line for the quotation scorers and for `stemma quotes`.
///
/// `start` and `end` bound the content, `speaker_start` and `speaker_end` the mention of the source. An interrupted quotation
/// has one entry for each piece, with one `group` number. Attitudes stand between the quotations, told apart by their `type`
/// (``AttributionType``): `speech` is false only for marks that hold nobody's words. Offsets are of the text as it was given,
/// byte order mark and NULs included.
public struct QuotationsJSON: Sendable {
    /// Whether members stand on lines of their own.
    public let isPretty: Bool

    /// Makes a presenter.
    public init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// One JSON object without a line end. O(size of the output).
    public func render(_ article: AnalyzedArticle) -> String {
        String(decoding: bytes(article), as: UTF8.self)
    }

    /// The object as UTF-8 bytes.
    public func bytes(_ article: AnalyzedArticle) -> [UInt8] {
        let coder = ArticleCoder(article, isGiven: true)
        var writer = JSONWriter(isPretty: isPretty, capacity: 2 * article.article.text.count + 256)
        writer.object { writer in
            writer.member("article", article.article.id)
            writer.member("mode", article.annotated.means.rawValue)
            writer.key("quotes")
            writer.array { writer in coder.quotations(named: false, attitudes: true, &writer) }
        }
        return writer.bytes
    }
}
