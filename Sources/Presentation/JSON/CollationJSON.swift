public import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// The collation as JSON, schema `stemma.collation/1`.
///
/// Offsets are Unicode code points into each article's `text`, and every place carries its exact text besides. Keys beyond the
/// schema may be added; none is renamed or dropped within version 1.
public struct CollationJSON: Sendable {
    /// Whether members stand on lines of their own.
    public let isPretty: Bool

    /// Makes a presenter: for people and files pretty, for streams (NDJSON) on a single line.
    public init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// One JSON document without a line end behind it. O(size of the output).
    public func render(_ collation: Collation) -> String {
        String(decoding: bytes(collation), as: UTF8.self)
    }

    /// The document as UTF-8 bytes.
    public func bytes(_ collation: Collation) -> [UInt8] {
        let coders = collation.articles.map { ArticleCoder($0) }
        let size = collation.articles.reduce(0) { $0 + $1.article.text.count }
        var writer = JSONWriter(isPretty: isPretty, capacity: 4 * size + 1024)
        writer.object { writer in
            writer.member("schema", "stemma.collation/1")
            writer.member("mode") { writer in
                writer.member("language", collation.mode.language)
                writer.member("meaning", collation.mode.meaning)
            }
            writer.member("articles", coders) { writer, coder in
                writer.object { writer in
                    coder.description(&writer)
                    writer.member("text", coder.text, coder.text.range)
                    coder.blocks(&writer)
                }
            }
            writer.key("quotations")
            writer.array { writer in
                for coder in coders { coder.quotations(named: true, &writer) }
            }
            if !collation.speakerSources.isEmpty { speakerSources(of: collation, coders, &writer) }
            findings(of: collation, coders, &writer)
            if !collation.limits.isEmpty { limits(of: collation, coders, &writer) }
            if collation.articles.count > 1 { coverage(of: collation, coders, &writer) }
            if !collation.links.isEmpty { links(of: collation, coders, &writer) }
            writer.key("descent")
            writer.array { _ in }
        }
        return writer.bytes
    }

    /// From which place of the story speakers are known whom their own article does not name, or not in full: `group` is that of
    /// the article's quotation, `by` what the place tells.
    private func speakerSources(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        let told = collation.speakerSources.filter {
            coders.indices.contains($0.article) && coders.indices.contains($0.passage.article)
        }
        writer.member("speaker_sources", told) { writer, source in
            writer.object { writer in
                writer.member("article", coders[source.article].article.id)
                writer.member("group", source.quotation)
                writer.member("by", source.means.rawValue)
                writer.member("source") { writer in
                    writer.member("article", coders[source.passage.article].article.id)
                    coders[source.passage.article].place(source.passage.range, &writer)
                }
            }
        }
    }

    /// What the comparison could not tell about articles in other languages.
    private func limits(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        writer.member("limits", collation.limits.filter { coders.indices.contains($0.article) }) { writer, limit in
            writer.object { writer in
                writer.member("article", coders[limit.article].article.id)
                writer.member("language", limit.language)
                writer.member("extent", limit.extent.rawValue)
                writer.member("undecided", limit.undecided)
            }
        }
    }
}
