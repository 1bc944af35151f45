/// Builds a ``Sitemap`` or ``SitemapIndex``. Namespaces hardly matter: sitemaps in use get them wrong, and the names of the
/// extensions are their own.
struct SitemapBuilder {
    private let isIndex: Bool
    private let limits: FeedLimits
    private var sitemap = Sitemap()
    private var index = SitemapIndex()
    /// The names of the elements that are open.
    private var path: [String] = []
    private var text: [UInt8] = []

    private var page: Sitemap.Page?
    private var reference: SitemapIndex.Reference?

    init(isIndex: Bool, limits: FeedLimits) {
        self.isIndex = isIndex
        self.limits = limits
    }

    /// What was read.
    var document: FeedDocument { isIndex ? .sitemapIndex(index) : .sitemap(sitemap) }

    mutating func start(_ element: ElementContext) {
        path.append(element.name.local)
        text.removeAll(keepingCapacity: true)
        switch (path.count, element.name.local) {
        case (2, "url") where !isIndex: page = Sitemap.Page(location: "")
        case (2, "sitemap") where isIndex: reference = SitemapIndex.Reference(location: "")
        case (3, "news") where element.name.vocabulary != .sitemap: page?.news = Sitemap.News()
        case (3, "link"):
            guard let href = element.attribute("href"), page?.alternates.count ?? 1024 < 1024 else { return }
            let relation = element.attribute("rel") ?? "alternate"
            page?.alternates.append(FeedLink(href: href, relation: relation, language: element.attribute("hreflang")))
        default: break
        }
    }

    mutating func text(_ bytes: Span<UInt8>) throws(FeedError) {
        guard text.count + bytes.count <= limits.textSize else {
            throw FeedError(.textTooLong, expected: "at most \(limits.textSize) bytes")
        }
        bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    }

    mutating func end() {
        let name = path.popLast() ?? ""
        let value = String(decoding: TextForm.trimmed(text), as: UTF8.self)
        text.removeAll(keepingCapacity: true)
        switch (path.count, name) {
        case (1, "url"):
            if let page, !page.location.isEmpty, hasRoom(sitemap.pages.count) { sitemap.pages.append(page) }
            page = nil
        case (1, "sitemap"):
            if let reference, !reference.location.isEmpty, hasRoom(index.sitemaps.count) { index.sitemaps.append(reference) }
            reference = nil
        case (2, _): setPage(name, value)
        case (3, "loc") where path.last == "image":
            if !value.isEmpty, page?.images.count ?? 1000 < 1000 { page?.images.append(value) }
        case (3, _) where path.last == "news": setNews(name, value)
        case (4, "name") where path.last == "publication": page?.news?.publication = value
        case (4, "language") where path.last == "publication": page?.news?.language = value
        default: break
        }
    }

    private mutating func setPage(_ name: String, _ value: String) {
        guard !value.isEmpty else { return }
        switch name {
        case "loc":
            page?.location = value
            reference?.location = value
        case "lastmod":
            page?.lastModified = FeedTime(value)
            reference?.lastModified = FeedTime(value)
        case "changefreq": page?.changeFrequency = value
        case "priority": page?.priority = Double(value)
        default: break
        }
    }

    private mutating func setNews(_ name: String, _ value: String) {
        guard !value.isEmpty else { return }
        switch name {
        case "publication_date": page?.news?.published = FeedTime(value)
        case "title": page?.news?.title = value
        case "keywords": page?.news?.keywords = Self.list(value)
        case "genres": page?.news?.genres = Self.list(value)
        case "stock_tickers": page?.news?.tickers = Self.list(value)
        default: break
        }
    }

    private static func list(_ value: String) -> [String] {
        value.split(separator: ",").map { $0.trimmingXMLSpace }.filter { !$0.isEmpty }
    }

    private mutating func hasRoom(_ count: Int) -> Bool {
        guard count >= limits.entries else { return true }
        let warning = FeedWarning.truncated(limit: limits.entries)
        if isIndex {
            if index.warnings.last != warning { index.warnings.append(warning) }
        } else {
            if sitemap.warnings.last != warning { sitemap.warnings.append(warning) }
        }
        return false
    }
}
