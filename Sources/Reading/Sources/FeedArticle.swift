internal import Feeds
internal import HTMLTree
internal import TextCore

/// Makes an article of an entry of a feed: its title is the headline, its content the body. An entry with no more than a
/// summary is an article of that.
struct FeedArticle {
    private let entry: FeedEntry
    private let feed: Feed
    private let origin: Origin

    init(_ entry: FeedEntry, of feed: Feed, origin: Origin) {
        self.entry = entry
        self.feed = feed
        self.origin = origin
    }

    func article() throws(ReadingError) -> Article {
        var bytes: [UInt8] = []
        var blocks: [Block] = []
        func add(_ kind: Block.Kind, _ text: String?, _ reason: String) {
            let text = UTF8Text(text ?? "")
            let range = text.trimmed(text.range)
            guard !range.isEmpty else { return }
            blocks.append(Block(kind: kind, range: bytes.count..<bytes.count + range.count, reason: reason))
            bytes += text.bytes[range] + [0x0A, 0x0A]
        }
        add(.headline, entry.title?.plainText, "the title of the feed's entry")
        let content = entry.content.max { $0.value.utf8.count < $1.value.utf8.count }
        if content != nil { add(.standfirst, summary(beside: content), "the summary of the feed's entry") }
        if let body = content ?? entry.summary { addBody(body, &bytes, &blocks) }
        guard !blocks.isEmpty else { throw ReadingError(origin: origin, kind: .missingText) }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        let outlet = entry.source?.title ?? feed.title
        var article = Article(
            id: entry.link ?? entry.id ?? ArticleReader.name(of: origin.path),
            outlet: (entry.link ?? feed.link).flatMap(OutletFinder().name(ofURL:)).map { Outlet(name: $0, evidence: .url) },
            text: UTF8Text(repairing: bytes),
            blocks: blocks,
            published: entry.time,
            language: (entry.language ?? feed.language).map { String(CaseFolding.fold($0).prefix { $0 != "-" && $0 != "_" }) },
            url: entry.link,
            authors: (entry.authors.isEmpty ? feed.authors : entry.authors).compactMap(\.name),
            origin: origin
        )
        if article.outlet == nil, let name = outlet?.plainText, !name.isEmpty {
            article.outlet = Outlet(name: name, evidence: .metadata)
        }
        if entry.time == nil { article.warnings.append(.noPublicationTime) }
        if article.headline == nil { article.warnings.append(.noHeadline) }
        if !blocks.contains(where: \.isBody) { article.warnings.append(.noBody) }
        return article
    }

    /// The summary, unless the content starts with the same words.
    private func summary(beside content: FeedText?) -> String? {
        guard let summary = entry.summary?.plainText, let content = content?.plainText else { return nil }
        return content.utf8.starts(with: summary.utf8.prefix(60)) ? nil : summary
    }

    private func addBody(_ body: FeedText, _ bytes: inout [UInt8], _ blocks: inout [Block]) {
        var source = Array(body.value.utf8)
        if body.kind == .plain {
            let text = UTF8Text(body.value)
            for line in Line.split(text) {
                blocks.append(
                    Block(
                        kind: .paragraph,
                        range: bytes.count..<bytes.count + line.range.count,
                        reason: "text of the feed's entry"
                    )
                )
                bytes += text.bytes[line.range] + [0x0A, 0x0A]
            }
            return
        }
        source = Array("<body>".utf8) + source
        let page = PageSegmenter.segment(HTMLParser.parse(source))
        let start = bytes.count
        bytes += page.text
        for block in page.blocks {
            let label = BlockWords.label(page.text.span, block.range)
            let kind: Block.Kind =
                switch page.containers[block.container].tag {
                case _ where label != nil: label?.kind ?? .other
                case _ where block.traits.contains(.caption): .caption
                case .h1, .h2, .h3, .h4, .h5, .h6: .heading
                case .li, .dd, .dt: .listItem
                default: .paragraph
                }
            blocks.append(
                Block(
                    kind: kind,
                    range: start + block.range.lowerBound..<start + block.range.upperBound,
                    reason: label?.reason ?? "text of the feed's entry"
                )
            )
        }
    }
}
