public import Collation
internal import FoundationEssentials
internal import Reading
internal import TextCore

/// The collation as JSON, schema `stemma.collation/1`. Offsets are Unicode code points into each article's `text`.
public struct CollationJSON: Sendable {
    /// Makes a presenter.
    public init() {}

    /// One JSON document. O(size of the output).
    public func render(_ collation: Collation) -> String {
        struct Document: Encodable {
            var schema = "stemma.collation/1"
            var articles: [String]
        }
        let data = try? JSONEncoder().encode(Document(articles: collation.articles.map(\.article.id)))
        return String(decoding: data ?? .init(), as: UTF8.self)
    }
}
