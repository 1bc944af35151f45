internal import Feeds
internal import TextCore

/// An article that has been found but not yet read: what takes the time is left to ``read()``, which any thread may call.
///
/// Records of JSON are read when they are found, since that is how they are found; web pages and entries of feeds are not.
public struct UnreadArticle: Sendable {
    enum Work: Sendable {
        case done(Result<Article, ReadingError>)
        case page([UInt8], PageReader.Given, warnings: [ReadingWarning])
        case entry(FeedEntry, of: Feed)
    }

    let work: Work
    let origin: Origin
    let options: ReadingOptions
    /// The id that the article is to have; nil for the one that it has.
    var id: String?

    /// Reads it.
    public func read(_ pageOptions: PageOptions = PageOptions()) -> Result<Article, ReadingError> {
        var article: Article
        do throws(ReadingError) {
            switch work {
            case .done(let result): article = try result.get()
            case .page(let bytes, let given, let warnings):
                article = try PageReader(pageOptions).article(from: bytes, origin: origin, given: given)
                article.warnings = warnings + article.warnings
                complete(&article)
            case .entry(let entry, let feed):
                article = try FeedArticle(entry, of: feed, origin: origin).article()
                complete(&article)
            }
        } catch {
            return .failure(error)
        }
        if let id { article.id = id }
        return .success(article)
    }

    private func complete(_ article: inout Article) {
        if article.language == nil { article.language = options.language }
        if article.outlet == nil, let name = options.outlet { article.outlet = Outlet(name: name, evidence: .given) }
    }
}
