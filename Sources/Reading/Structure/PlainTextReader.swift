public import TextCore

/// Reads an article from plain text, as copied from a page: finds headline, standfirst, byline, time, dateline and credits, and
/// labels what is not body.
///
/// - Complexity: O(*n*).
public struct PlainTextReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads decoded text.
    public func read(_ text: UTF8Text, origin: Origin) -> Article {
        article(Structurer(text), origin: origin)
    }

    /// Reads text of which a record gave parts.
    func read(_ text: UTF8Text, given: Structurer.Given, origin: Origin) -> Article {
        article(Structurer(text, given: given), origin: origin)
    }

    private func article(_ structurer: Structurer, origin: Origin) -> Article {
        var structurer = structurer
        structurer.run()
        let blocks = structurer.blocks()
        var article = Article(
            id: ArticleReader.name(of: origin.path),
            text: structurer.text,
            blocks: blocks,
            published: structurer.published,
            authors: structurer.authors,
            dateline: structurer.dateline,
            agencies: structurer.agencies,
            origin: origin
        )
        if article.published == nil, !structurer.given.isDated { article.published = structurer.dateline?.date }
        article.url = structurer.given.url ?? structurer.url
        article.completeYear()
        article.outlet = OutletFinder().outlet(of: article)
        if article.headline == nil { article.warnings.append(.noHeadline) }
        if article.published == nil, !structurer.given.isDated { article.warnings.append(.noPublicationTime) }
        if !blocks.contains(where: \.isBody) { article.warnings.append(.noBody) }
        return article
    }
}
