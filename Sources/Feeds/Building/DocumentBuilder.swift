/// Takes the events of any of the XML documents, and gives them to the builder for what its root element says it is.
struct DocumentBuilder: XMLEventHandler {
    private var scope = NamespaceScope()
    private var inherited: InheritedContext
    private let limits: FeedLimits
    private var feed: FeedBuilder?
    private var sitemap: SitemapBuilder?
    private var outlines: OutlineBuilder?
    private(set) var root: String?

    init(url: String?, language: String?, limits: FeedLimits) {
        self.limits = limits
        inherited = InheritedContext(url: url, language: language)
    }

    /// The prefixes that the document forgot to declare.
    var undeclaredPrefixes: [String] { scope.undeclared }

    /// The document; nil when its root element is none that is known.
    consuming func finish() -> FeedDocument? {
        if var feed { return feed.finish().map { .feed($0) } }
        if let sitemap { return sitemap.document }
        if let outlines { return .outlines(outlines.finish()) }
        return nil
    }

    mutating func startElement(_ name: String, _ attributes: [(name: String, value: String)]) throws(FeedError) {
        let (name, attributes) = scope.open(name, attributes)
        let element = inherited.open(name, attributes)
        if root == nil {
            root = name.qualified
            decide(element)
        }
        try feed?.start(element)
        sitemap?.start(element)
        outlines?.start(element)
    }

    mutating func text(_ bytes: Span<UInt8>) throws(FeedError) {
        try feed?.text(bytes)
        try sitemap?.text(bytes)
        try outlines?.text(bytes)
    }

    mutating func endElement() throws(FeedError) {
        feed?.end()
        sitemap?.end()
        outlines?.end()
        inherited.close()
        scope.close()
    }

    private mutating func decide(_ root: ElementContext) {
        switch root.name.local {
        case "rss", "rdf", "feed": feed = FeedBuilder(root: root, limits: limits)
        case "urlset": sitemap = SitemapBuilder(isIndex: false, limits: limits)
        case "sitemapindex": sitemap = SitemapBuilder(isIndex: true, limits: limits)
        case "opml": outlines = OutlineBuilder(limits: limits)
        default: break
        }
    }
}
