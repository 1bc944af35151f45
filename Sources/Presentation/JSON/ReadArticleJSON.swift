public import Reading
internal import TextCore

/// One article as it was read, as a JSON object: `{id, file, line, record, url, canonical, outlet, headline, standfirst, authors,
/// published, modified, language, body, …, text, blocks, warnings}`. What `stemma read` prints.
///
/// `body` is the running text, a blank line between paragraphs. `text` is the whole of it, and `blocks` are places in it,
/// in code points, with their labels and the rules that gave them. With `includesMetadata`, what a web page said otherwise
/// about each field is listed, too.
public struct ReadArticleJSON: Sendable {
    /// Whether members stand on lines of their own.
    public let isPretty: Bool
    /// Whether the evidence for the metadata of a web page is listed.
    public let includesMetadata: Bool

    /// Makes a presenter.
    public init(isPretty: Bool = false, includesMetadata: Bool = false) {
        self.isPretty = isPretty
        self.includesMetadata = includesMetadata
    }

    /// The object as UTF-8 bytes, without a line end. O(size of the output).
    public func bytes(_ article: Article) -> [UInt8] {
        let codePoints = CodePointIndex(article.text)
        let page = article.page
        var writer = JSONWriter(isPretty: isPretty, capacity: 3 * article.text.count + 1024)
        writer.object { writer in
            writer.member("id", article.id)
            writer.member("file", article.origin.path)
            writer.member("line", article.origin.line)
            if let record = article.origin.record { writer.member("record", record) }
            writer.member("url", article.url)
            writer.member("canonical", page?.canonicalURL.value)
            writer.member("outlet", article.outlet?.name)
            writer.member("outlet_evidence", article.outlet?.evidence.rawValue)
            writer.member("headline", page?.headline.value ?? article.headline.map { article.text[$0.range] })
            writer.member("standfirst", standfirst(of: article))
            // As the byline names them; which of them are no people, `organizations` says.
            writer.member("authors", page?.bylineNames ?? article.authors)
            writer.member("published", article.published?.iso8601)
            writer.member("modified", page?.modified.value?.iso8601)
            writer.member("language", article.language)
            if !article.agencies.isEmpty { writer.member("agencies", article.agencies) }
            if let dateline = article.dateline { writer.member("dateline", article.text, dateline.range) }
            if let page { description(of: page, &writer) }
            writer.member("body", article.body)
            writer.member("text", article.text, article.text.range)
            writer.member("blocks", article.blocks) { writer, block in
                writer.object { writer in
                    let points = codePoints.codePoints(block.range)
                    writer.member("kind", block.kind.rawValue)
                    writer.member("start", points.lowerBound)
                    writer.member("end", points.upperBound)
                    if block.isBody { writer.member("body", true) }
                    writer.member("reason", block.reason)
                    if let cell = block.cell {
                        writer.member("cell") { writer in
                            writer.member("table", cell.table)
                            writer.member("row", cell.row)
                            writer.member("column", cell.column)
                            if cell.isHeader { writer.member("header", true) }
                        }
                    }
                }
            }
            writer.member("warnings", article.warnings.map(\.words))
            if includesMetadata, let page { MetadataJSON(page).write(&writer) }
        }
        return writer.bytes
    }

    private func standfirst(of article: Article) -> String? {
        article.blocks.first { $0.kind == .standfirst }.map { article.text[$0.range] } ?? article.page?.standfirst.value
    }

    private func description(of page: PageMetadata, _ writer: inout JSONWriter) {
        if let section = page.section.value { writer.member("section", section) }
        if !page.keywords.isEmpty { writer.member("keywords", page.keywords) }
        if let organizations = page.organizations.value { writer.member("organizations", organizations) }
        if page.access.kind != .free { writer.member("access", page.access.kind.rawValue) }
        guard !page.images.isEmpty else { return }
        writer.member("images", page.images) { writer, image in
            writer.object { writer in
                writer.member("url", image.url)
                writer.member("caption", image.caption)
                writer.member("credit", image.credit)
            }
        }
    }
}

/// What a page says of each field, where, and what was said otherwise.
private struct MetadataJSON {
    let page: PageMetadata

    init(_ page: PageMetadata) { self.page = page }

    func write(_ writer: inout JSONWriter) {
        writer.key("metadata")
        writer.object { writer in
            finding("headline", page.headline, &writer) { $0 }
            finding("standfirst", page.standfirst, &writer) { $0 }
            finding("authors", page.authors, &writer) { $0.joined(separator: "; ") }
            finding("organizations", page.organizations, &writer) { $0.joined(separator: "; ") }
            finding("published", page.published, &writer) { $0.iso8601 }
            finding("modified", page.modified, &writer) { $0.iso8601 }
            finding("outlet", page.outlet, &writer) { $0 }
            finding("canonical", page.canonicalURL, &writer) { $0 }
            finding("language", page.language, &writer) { $0 }
            finding("section", page.section, &writer) { $0 }
            writer.member("types", page.types)
            writer.member("keywords", page.keywords)
            writer.member("access_evidence", page.access.evidence)
            writer.member("repaired_json_ld", page.hasRepairedJSON)
        }
    }

    private func finding<Value>(
        _ name: StaticString,
        _ finding: PageMetadata.Finding<Value>,
        _ writer: inout JSONWriter,
        _ words: (Value) -> String
    ) {
        guard let chosen = finding.chosen else { return }
        func candidate(_ candidate: PageMetadata.Candidate<Value>, _ writer: inout JSONWriter) {
            writer.object { writer in
                writer.member("value", words(candidate.value))
                writer.member("source", candidate.source.rawValue)
                writer.member("place", candidate.label)
                if let place = candidate.place {
                    writer.member("byte_start", place.lowerBound)
                    writer.member("byte_end", place.upperBound)
                }
            }
        }
        writer.key(name)
        writer.object { writer in
            writer.key("chosen")
            candidate(chosen, &writer)
            writer.member("reason", finding.reason)
            writer.member("agreeing", finding.agreeing) { candidate($1, &$0) }
            writer.member("conflicts", finding.conflicts) { candidate($1, &$0) }
        }
    }
}
