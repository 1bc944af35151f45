public import TextCore

/// A feed of any format: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x, in one shape.
public struct Feed: Sendable, Hashable {
    /// The family that a feed's format belongs to.
    public enum Kind: String, Sendable, Hashable {
        /// RSS 0.91 to 2.0: an `rss` element.
        case rss
        /// RSS 0.90 and 1.0: RDF.
        case rdf
        /// Atom 0.3 or 1.0.
        case atom
        /// JSON Feed.
        case jsonFeed
    }

    /// The format.
    public var kind: Kind
    /// Its version as the feed gives it (`2.0`, `0.91`, `1.0`), or as its namespace does; nil where neither says.
    public var version: String?
    /// The name of the feed.
    public var title: FeedText?
    /// What it is about: RSS's description, Atom's subtitle.
    public var subtitle: FeedText?
    /// The page that the feed belongs to.
    public var link: String?
    /// All its links, the page's among them.
    public var links: [FeedLink] = []
    /// Its name that never changes.
    public var id: String?
    /// When it was first published, by itself.
    public var published: FeedTime?
    /// When it last changed.
    public var updated: FeedTime?
    /// When it was made.
    public var created: FeedTime?
    /// Who wrote it.
    public var authors: [FeedPerson] = []
    /// Who else worked on it.
    public var contributors: [FeedPerson] = []
    /// Who publishes it.
    public var publisher: FeedPerson?
    /// Its language, as BCP 47 has it.
    public var language: String?
    /// What may be done with it.
    public var rights: FeedText?
    /// A text for people who open the feed by mistake (Atom 0.3).
    public var info: FeedText?
    /// The program that made it.
    public var generator: String?
    /// Its picture.
    public var image: FeedImage?
    /// Its subjects.
    public var categories: [FeedCategory] = []
    /// Its entries, in the order of the document.
    public var entries: [FeedEntry] = []
    /// What was noticed.
    public var warnings: [FeedWarning] = []

    /// An empty feed.
    public init(kind: Kind) { self.kind = kind }
}

extension Feed {
    /// The page that an entry stands for. A relative address whose feed came from nowhere that is known stands on the feed's own
    /// page, else on what the feed calls itself. A link to a page elsewhere stands in for a missing one (JSON Feed's
    /// `external_url`).
    public func address(of entry: FeedEntry) -> String? {
        let link = entry.link ?? (kind == .jsonFeed ? entry.links.first { $0.relation == "related" }?.href : nil)
        guard let link, !Self.isAbsolute(link) else { return link }
        let bases = [self.link, links.first { $0.relation == "self" }?.href, id]
        guard let base = bases.lazy.compactMap({ $0 }).first(where: Self.isAbsolute) else { return link }
        return URLReference.resolve(link, against: base)
    }

    private static func isAbsolute(_ address: String) -> Bool {
        let scheme = address.prefix { $0 != ":" }
        return scheme.count < address.count && scheme.first?.isLetter == true
            && scheme.allSatisfy { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == "." }
    }
}

/// One item of a feed.
public struct FeedEntry: Sendable, Hashable {
    /// Its name that never changes: `guid`, `id`, `rdf:about`. Compared byte for byte, never normalized.
    public var id: String?
    /// Whether RSS's `guid` is an address too: `isPermaLink`, true where the attribute is absent. Nil where there is no `guid`.
    public var isPermaLink: Bool?
    /// Its headline.
    public var title: FeedText?
    /// The page that it stands for; a `guid` that is an address stands in for a missing one.
    public var link: String?
    /// All its links, the page's among them.
    public var links: [FeedLink] = []
    /// When it was first published.
    public var published: FeedTime?
    /// When it last changed. RSS 1.0's `dc:date`, which does not say what it dates, is taken for this.
    public var updated: FeedTime?
    /// When it was made.
    public var created: FeedTime?
    /// From when on it does not hold any more.
    public var expires: FeedTime?
    /// Who wrote it. Where there is none, those of the feed or ``source`` did (RFC 4287, section 4.2.1).
    public var authors: [FeedPerson] = []
    /// Who else worked on it.
    public var contributors: [FeedPerson] = []
    /// Who publishes it.
    public var publisher: FeedPerson?
    /// An abstract, excerpt or, in many RSS feeds, the whole text.
    public var summary: FeedText?
    /// The whole text, in one form or several.
    public var content: [FeedText] = []
    /// What may be done with it.
    public var rights: FeedText?
    /// Its subjects.
    public var categories: [FeedCategory] = []
    /// Files that belong to it: enclosures, Media RSS, attachments.
    public var media: [FeedMedia] = []
    /// Its language, as BCP 47 has it, where it says one.
    public var language: String?
    /// The page of its comments.
    public var comments: String?
    /// The feed that it was taken from.
    public var source: FeedSource?

    /// An empty entry.
    public init() {}

    /// The time to sort by: published, else created, else updated, the first that could be read.
    public var time: CivilTime? { published?.value ?? created?.value ?? updated?.value }
}

/// The feed that an entry was taken from (RFC 4287, section 4.2.11; RSS's `source`).
public struct FeedSource: Sendable, Hashable {
    /// Its name.
    public var title: FeedText?
    /// What it is about.
    public var subtitle: FeedText?
    /// Its id.
    public var id: String?
    /// Its page, or the feed itself in RSS.
    public var link: String?
    /// All its links.
    public var links: [FeedLink] = []
    /// When it last changed.
    public var updated: FeedTime?
    /// Who wrote it.
    public var authors: [FeedPerson] = []
    /// Who else worked on it.
    public var contributors: [FeedPerson] = []
    /// Its subjects.
    public var categories: [FeedCategory] = []
    /// What may be done with it.
    public var rights: FeedText?

    /// An empty source.
    public init() {}
}
