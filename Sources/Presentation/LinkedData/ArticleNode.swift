internal import Collation
internal import Reading
internal import Speech
internal import TextCore

/// An article as a schema.org NewsArticle.
struct ArticleNode {
    let text: UTF8Text
    let language: String?
    private let quotations: [Quotation]
    private let codePoints: CodePointIndex
    private let content: String
    let id: String
    private let url: String?
    private let headline: String?
    private let publisher: String?
    private let published: String?

    init(_ analyzed: AnalyzedArticle) {
        let article = analyzed.article
        text = article.text
        language = analyzed.displayLanguage.map(QuotationsJSONLD.bounded)
        quotations = analyzed.speech.quotations
        codePoints = CodePointIndex(article.text)
        content = LinkedNames.content(of: article.text)
        url = LinkedNames.address(of: article)
        id = url ?? content
        headline = article.headline.map { QuotationsJSONLD.bounded(article.text[$0.range]) }
        publisher = article.outlet.map { QuotationsJSONLD.bounded($0.name) }
        published = article.published.flatMap(LinkedNames.date)
    }

    /// The name of one of the article's quotations, made of its words' place in the text.
    func quotationID(_ number: Int) -> String {
        guard quotations.indices.contains(number) else { return id }
        let place = codePoints.codePoints(quotations[number].range)
        return LinkedNames.uuid(of: "\(content)#char=\(place.lowerBound),\(place.upperBound)")
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("@type", "NewsArticle")
        writer.member("@id", id)
        if let headline { writer.member("headline", headline) }
        if let publisher {
            writer.member("publisher") { writer in
                writer.member("@type", "Organization")
                writer.member("name", publisher)
            }
        }
        if let published { writer.member("datePublished", published) }
        if let url { writer.member("url", url) }
        if let language { writer.member("inLanguage", language) }
    }
}
