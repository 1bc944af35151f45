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
        let link = feed.address(of: entry)
        let source = entry.source?.title?.plainText ?? ""
        var bytes: [UInt8] = []
        var blocks: [Block] = []
        func add(_ kind: Block.Kind, _ text: String?, _ reason: String) {
            let text = UTF8Text(text ?? "")
            let range = text.trimmed(text.range)
            guard !range.isEmpty else { return }
            blocks.append(Block(kind: kind, range: bytes.count..<bytes.count + range.count, reason: reason))
            bytes += text.bytes[range] + [0x0A, 0x0A]
        }
        add(.headline, headline(without: source), "the title of the feed's entry")
        let content = entry.content.max { $0.value.utf8.count < $1.value.utf8.count }
        if content != nil { add(.standfirst, summary(beside: content), "the summary of the feed's entry") }
        if let body = content ?? entry.summary { addBody(body, &bytes, &blocks) }
        guard !blocks.isEmpty else { throw ReadingError(origin: origin, kind: .missingText) }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        labelRepetition(of: source, bytes, &blocks)
        var article = Article(
            id: link ?? entry.id ?? ArticleReader.name(of: origin.path),
            outlet: outlet(source, link),
            text: UTF8Text(repairing: bytes),
            blocks: blocks,
            published: entry.time,
            language: (entry.language ?? feed.language).map { String(CaseFolding.fold($0).prefix { $0 != "-" && $0 != "_" }) },
            url: link,
            authors: authors,
            origin: origin
        )
        article.page = metadata
        if entry.time == nil { article.warnings.append(.noPublicationTime) }
        if article.headline == nil { article.warnings.append(.noHeadline) }
        if !blocks.contains(where: \.isBody) { article.warnings.append(.noBody) }
        return article
    }

    /// The title, without the name of the source that a feed of many sources puts behind it.
    private func headline(without source: String) -> String? {
        guard let title = entry.title?.plainText else { return nil }
        let ending = " - " + source
        return !source.isEmpty && title.hasSuffix(ending) && title != ending ? String(title.dropLast(ending.count)) : title
    }

    /// What an entry was taken from published it; else the page's host or the feed says who did. A host that nobody knows is
    /// called what the feed calls itself, as far as that is the host's name: so do its pages.
    private func outlet(_ source: String, _ link: String?) -> Outlet? {
        if !source.isEmpty { return Outlet(name: source, evidence: .metadata) }
        let title = feed.title?.plainText ?? ""
        if let address = link ?? feed.link, let host = OutletTable.host(of: address),
            let name = OutletFinder().name(ofURL: address)
        {
            let label = MetadataReader.squashed(MetadataReader.label(ofHost: host))
            if OutletTable.standard.known(host: host) == nil, let called = SiteName.name(in: title, hostLabel: label) {
                return Outlet(name: called, evidence: .metadata)
            }
            return Outlet(name: name, evidence: .url)
        }
        return title.isEmpty ? nil : Outlet(name: title, evidence: .metadata)
    }

    /// The names of those who wrote it, one by one: feeds often have them in one string.
    private var authors: [String] {
        let site = feed.title?.plainText ?? ""
        var names = AuthorNames()
        let people = (entry.authors.isEmpty ? feed.authors : entry.authors).compactMap(\.name)
        for person in people { names.merge(AuthorNames(person, isSite: { !site.isEmpty && $0 == site })) }
        return names.people.isEmpty ? (names.organizations.isEmpty ? people : names.organizations) : names.people
    }

    /// What a feed says of an entry and an article has no place for: the time of its last change, subjects and pictures.
    private var metadata: PageMetadata {
        var metadata = PageMetadata()
        if let time = entry.updated?.value, entry.published?.value != nil || entry.created?.value != nil, time != entry.time {
            let said = PageMetadata.Candidate(value: time, source: .feed, label: "the feed's entry", place: nil, node: nil)
            metadata.modified = PageMetadata.Finding(chosen: said, reason: "what the feed says", agreeing: [], conflicts: [])
        }
        metadata.bylineNames = authors
        metadata.keywords = entry.categories.map { $0.label ?? $0.term }
        if metadata.keywords.count == 1, let section = metadata.keywords.first {
            let said = PageMetadata.Candidate(value: section, source: .feed, label: "the feed's entry", place: nil, node: nil)
            metadata.section = PageMetadata.Finding(chosen: said, reason: "its only category", agreeing: [], conflicts: [])
        }
        for file in entry.media
        where file.role == .thumbnail || file.medium == "image" || file.mediaType?.hasPrefix("image/") == true {
            let image = PageMetadata.Image(url: file.url, caption: file.caption ?? file.title, credit: file.credit, source: .feed)
            if !file.url.isEmpty { metadata.images.append(image) }
        }
        return metadata
    }

    /// A summary that says no more than headline and source do, as feeds of many sources have it, is no body.
    private func labelRepetition(of source: String, _ bytes: [UInt8], _ blocks: inout [Block]) {
        guard !source.isEmpty, let headline = headline(without: source) else { return }
        let said = WordKey(headline + " " + source)
        for (index, block) in blocks.enumerated() where block.isBody {
            guard WordKey(String(decoding: bytes[block.range], as: UTF8.self)) == said else { continue }
            blocks[index] = Block(kind: .other, range: block.range, reason: "repeats headline and source")
        }
    }

    /// The summary without furniture, unless the content starts with the same words.
    private func summary(beside content: FeedText?) -> String? {
        guard let summary = entry.summary, let content = content?.plainText else { return nil }
        let words = withoutFurniture(summary)
        return content.utf8.starts(with: words.utf8.prefix(60)) ? nil : words
    }

    /// A text as plain text, without blocks that are none of the entry's words: where it appeared first, buttons.
    private func withoutFurniture(_ text: FeedText) -> String {
        guard text.kind != .plain else { return text.plainText }
        let page = Self.segmented(text)
        let kept = page.blocks.filter { BlockWords.label(page.text.span, $0.range) == nil }
        return kept.count == page.blocks.count
            ? text.plainText : kept.map { String(decoding: page.text[$0.range], as: UTF8.self) }.joined(separator: " ")
    }

    private static func segmented(_ text: FeedText) -> SegmentedPage {
        PageSegmenter.segment(HTMLParser.parse(Array("<body>".utf8) + Array(text.value.utf8)))
    }

    private func addBody(_ body: FeedText, _ bytes: inout [UInt8], _ blocks: inout [Block]) {
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
        let page = Self.segmented(body)
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
