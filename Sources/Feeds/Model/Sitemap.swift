/// A list of a site's pages: sitemaps.org protocol 0.9, with Google's extensions for news and pictures.
public struct Sitemap: Sendable, Hashable {
    /// One page.
    public struct Page: Sendable, Hashable {
        /// Its address.
        public var location: String
        /// When it last changed.
        public var lastModified: FeedTime?
        /// How often it changes, in the words of the protocol (`daily`).
        public var changeFrequency: String?
        /// Its weight among the pages of its site, 0 to 1.
        public var priority: Double?
        /// What a news sitemap says about it.
        public var news: News?
        /// Addresses of its pictures.
        public var images: [String] = []
        /// The same page in other languages.
        public var alternates: [FeedLink] = []

        /// A page.
        public init(location: String) { self.location = location }
    }

    /// An article in a news sitemap.
    public struct News: Sendable, Hashable {
        /// The name of the publication.
        public var publication: String?
        /// The language of the publication, ISO 639.
        public var language: String?
        /// When the article was published.
        public var published: FeedTime?
        /// Its headline.
        public var title: String?
        /// Its subjects.
        public var keywords: [String] = []
        /// What kind of article it is (`Opinion`, `UserGenerated`; no longer asked for).
        public var genres: [String] = []
        /// Stock tickers it is about.
        public var tickers: [String] = []

        /// An empty article.
        public init() {}
    }

    /// The pages, in the order of the document.
    public var pages: [Page] = []
    /// What was noticed.
    public var warnings: [FeedWarning] = []

    /// An empty sitemap.
    public init() {}
}

/// A list of sitemaps.
public struct SitemapIndex: Sendable, Hashable {
    /// One sitemap.
    public struct Reference: Sendable, Hashable {
        /// Its address.
        public var location: String
        /// When it last changed.
        public var lastModified: FeedTime?

        /// A sitemap.
        public init(location: String) { self.location = location }
    }

    /// The sitemaps, in the order of the document.
    public var sitemaps: [Reference] = []
    /// What was noticed.
    public var warnings: [FeedWarning] = []

    /// An empty index.
    public init() {}
}
