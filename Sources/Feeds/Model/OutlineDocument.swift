/// A list of feeds in groups: OPML 1.0 and 2.0.
public struct OutlineDocument: Sendable, Hashable {
    /// A feed, or a group of feeds.
    public struct Outline: Sendable, Hashable {
        /// Its name.
        public var text: String
        /// The feed's own name, where it is another.
        public var title: String?
        /// `rss`, `link`, `include` …
        public var type: String?
        /// The feed.
        public var feedURL: String?
        /// The page that the feed belongs to.
        public var pageURL: String?
        /// What the feed is about.
        public var summary: String?
        /// The feed's language.
        public var language: String?
        /// Subjects, as slash-delimited paths.
        public var categories: [String] = []
        /// The outlines in this one.
        public var children: [Outline] = []

        /// A feed or a group.
        public init(text: String, feedURL: String? = nil, pageURL: String? = nil, children: [Outline] = []) {
            self.text = text
            self.feedURL = feedURL
            self.pageURL = pageURL
            self.children = children
            if feedURL != nil { type = "rss" }
        }
    }

    /// The name of the list.
    public var title: String?
    /// When it was made.
    public var created: FeedTime?
    /// When it last changed.
    public var modified: FeedTime?
    /// Whose list it is.
    public var owner: FeedPerson?
    /// The outlines.
    public var outlines: [Outline] = []
    /// What was noticed.
    public var warnings: [FeedWarning] = []

    /// An empty list.
    public init() {}

    /// The feeds of all groups in the order of the document, each with the names of the groups around it. O(outlines),
    /// without recursion.
    public var feeds: [(outline: Outline, groups: [String])] {
        var found: [(outline: Outline, groups: [String])] = []
        var open: [(rest: ArraySlice<Outline>, groups: [String])] = [(outlines[...], [])]
        while var (rest, groups) = open.popLast() {
            guard let outline = rest.popFirst() else { continue }
            open.append((rest, groups))
            if outline.feedURL != nil { found.append((outline, groups)) }
            if !outline.children.isEmpty {
                groups.append(outline.text)
                open.append((outline.children[...], groups))
            }
        }
        return found
    }
}
