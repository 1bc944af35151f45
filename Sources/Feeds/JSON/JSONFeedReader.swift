internal import FoundationEssentials
internal import TextCore

/// Turns JSON Feed into a ``Feed``.
struct JSONFeedReader {
    private let url: String?
    private let limits: FeedLimits
    private var resolver: ReferenceResolver

    init(url: String?, limits: FeedLimits) {
        self.url = url
        self.limits = limits
        resolver = ReferenceResolver(budget: limits.documentSize)
    }

    /// Whether bytes begin as a JSON Feed: an object with its `version` among the first of it.
    static func recognizes(_ bytes: [UInt8]) -> Bool {
        guard bytes.first(where: { !$0.isXMLSpace }) == UInt8(ascii: "{") else { return false }
        let head = bytes.prefix(1 << 16)
        return Array(head).span.index(of: "jsonfeed.org/version/", from: 0) != nil
            // The slashes may be escaped.
            || Array(head).span.index(of: "jsonfeed.org\\/version\\/", from: 0) != nil
    }

    /// Reads UTF-8. O(*n*).
    mutating func read(_ bytes: [UInt8]) throws(FeedError) -> Feed {
        let decoded: JSONFeed
        do {
            decoded = try JSONDecoder().decode(JSONFeed.self, from: Data(bytes))
        } catch {
            throw FeedError(.invalidJSON, expected: "a JSON Feed: an object with \"version\", \"title\" and \"items\"")
        }
        guard let items = decoded.items else { throw FeedError(.invalidJSON, expected: "a list \"items\"") }
        var feed = Feed(kind: .jsonFeed)
        feed.version = decoded.version.flatMap { $0.split(separator: "/").last.map(String.init) }
        feed.title = decoded.title.map { FeedText($0) }
        feed.subtitle = decoded.description.map { FeedText($0) }
        feed.link = decoded.pageURL.map { absolute($0) }
        if let link = feed.link { feed.links.append(FeedLink(href: link)) }
        if let address = decoded.feedURL {
            feed.id = absolute(address)
            feed.links.append(FeedLink(href: absolute(address), relation: "self", mediaType: "application/feed+json"))
        }
        if let icon = decoded.icon {
            var image = FeedImage()
            image.url = absolute(icon)
            feed.image = image
        }
        feed.authors = persons(decoded.authors)
        feed.language = decoded.language
        if items.count > limits.entries { feed.warnings.append(.truncated(limit: limits.entries)) }
        feed.entries = items.prefix(limits.entries).map { entry($0) }
        return feed
    }

    private mutating func entry(_ item: JSONFeed.Item) -> FeedEntry {
        var entry = FeedEntry()
        entry.id = item.id
        entry.title = item.title.map { FeedText($0, base: url, language: item.language) }
        entry.link = item.url.map { absolute($0) }
        if let link = entry.link { entry.links.append(FeedLink(href: link)) }
        if let external = item.externalURL { entry.links.append(FeedLink(href: absolute(external), relation: "related")) }
        entry.published = item.published.map { FeedTime($0) }
        entry.updated = item.modified.map { FeedTime($0) }
        entry.authors = persons(item.authors)
        entry.summary = item.summary.map { FeedText($0, base: url, language: item.language) }
        if let html = item.html {
            let context = context
            let markup = resolver.resolve(markup: Array(html.utf8), in: context)
            entry.content.append(
                FeedText(String(decoding: markup, as: UTF8.self), kind: .html, base: url, language: item.language)
            )
        }
        if let text = item.text { entry.content.append(FeedText(text, base: url, language: item.language)) }
        entry.categories = item.tags.map { FeedCategory(term: $0) }
        entry.language = item.language
        for image in [item.image, item.banner] {
            if let image { entry.media.append(FeedMedia(.thumbnail, url: absolute(image))) }
        }
        for attachment in item.attachments {
            guard let target = attachment.url else { continue }
            var file = FeedMedia(.enclosure, url: absolute(target))
            file.mediaType = attachment.mediaType
            file.title = attachment.title
            file.length = attachment.size.flatMap { Int(exactly: $0) }
            file.duration = attachment.duration
            entry.media.append(file)
        }
        return entry
    }

    private mutating func persons(_ authors: [JSONFeed.Author]) -> [FeedPerson] {
        authors.map { author in FeedPerson(name: author.name, url: author.url.map { absolute($0) }) }.filter { !$0.isEmpty }
    }

    private mutating func absolute(_ reference: String) -> String { resolver.resolve(reference, in: context) }

    /// The document itself, as what its references stand in.
    private var context: ElementContext {
        ElementContext(name: XMLName(qualified: "", vocabulary: .none, local: ""), attributes: [], base: url, language: nil)
    }
}
