public import HTMLTree
public import TextCore

/// What a page says about the article on it: every field with what says it, where, and what else was said.
///
/// ```swift
/// let metadata = PageMetadata.read(HTMLParser.parse(bytes), url: address)
/// metadata.headline.value     // "Council closes bridge"
/// metadata.headline.chosen    // visible, h1, node 214
/// metadata.headline.conflicts // og:title said "Council closes bridge | The Herald"
/// ```
public struct PageMetadata: Sendable {
    /// What one place of a page says about a field.
    public struct Candidate<Value: Sendable & Hashable>: Sendable, Hashable {
        /// What it says, cleaned.
        public var value: Value
        /// The kind of place.
        public var source: MetadataSource
        /// The place for people: `meta[property=og:title]`, `json-ld NewsArticle.headline`, `h1`.
        public var label: String
        /// Its bytes in ``HTMLDocument/source``; nil where the parser had to change them, and for the address.
        public var place: Range<Int>?
        /// The element, where it is one.
        public var node: NodeID?
    }

    /// A field: the candidate that was chosen, the rule that chose it, and those that say otherwise.
    public struct Finding<Value: Sendable & Hashable>: Sendable, Hashable {
        /// The candidate that was chosen; nil when there is none.
        public var chosen: Candidate<Value>?
        /// Why it was chosen, in words.
        public var reason: String
        /// The others that say the same.
        public var agreeing: [Candidate<Value>]
        /// Those that say something else.
        public var conflicts: [Candidate<Value>]

        /// The value that was chosen.
        public var value: Value? { chosen?.value }

        /// A field about which the page says nothing.
        public static var none: Finding { Finding(chosen: nil, reason: "", agreeing: [], conflicts: []) }
    }

    /// A picture of the article.
    public struct Image: Sendable, Hashable {
        /// Its address as the page writes it.
        public var url: String
        /// What stands below it.
        public var caption: String?
        /// Who made it or owns it.
        public var credit: String?
        /// What says so.
        public var source: MetadataSource
        /// The `figure` or `img`, where it is on the page.
        public var node: NodeID?
    }

    /// Whether the page gives the article away, and how that is known.
    public struct Access: Sendable, Hashable {
        /// Who may read it.
        public enum Kind: String, Sendable, Hashable {
            /// Nothing stands in the way, as far as the page says.
            case free
            /// The page says that the article is for subscribers; its text may be cut off.
            case paywalled
            /// No article: a page that asks for consent to cookies.
            case consentPage
            /// No article: an error page, or one that asks for proof of being human.
            case errorPage

            /// Whether the page stands in the place of an article.
            var isInPlaceOfArticle: Bool { self == .consentPage || self == .errorPage }
        }

        /// Who may read it.
        public var kind: Kind
        /// What says so; empty when the page says nothing.
        public var evidence: [String]
    }

    /// The elements in which the reader sees the metadata, for those who label the page's blocks.
    public struct VisibleNodes: Sendable, Hashable {
        /// The headline.
        public var headline: NodeID?
        /// The line above the headline.
        public var kicker: NodeID?
        /// The standfirst, where its element is called one.
        public var standfirst: NodeID?
        /// The standfirst, where only its place and words tell.
        public var otherStandfirst: NodeID?
        /// Bylines.
        public var bylines: [NodeID] = []
        /// Times of publication and of changes.
        public var times: [NodeID] = []
    }

    /// The headline as the reader sees it, without the site's name.
    public var headline = Finding<String>.none
    /// The standfirst that the reader sees between the headline and the text.
    public var standfirst = Finding<String>.none
    /// The page's description of the article for those who have not opened it; often the standfirst.
    public var description = Finding<String>.none
    /// The people who wrote it.
    public var authors = Finding<[String]>.none
    /// Organizations named in the place of authors: agencies, the outlet, its staff.
    public var organizations = Finding<[String]>.none
    /// The names of the byline: the authors and the agencies that are named in the same place, or else the organizations.
    public var bylineNames: [String] = []
    /// When it was first published.
    public var published = Finding<CivilTime>.none
    /// When it was last changed.
    public var modified = Finding<CivilTime>.none
    /// The name of the outlet.
    public var outlet = Finding<String>.none
    /// The page's own address for itself.
    public var canonicalURL = Finding<String>.none
    /// The language, as a BCP 47 tag.
    public var language = Finding<String>.none
    /// The section of the outlet.
    public var section = Finding<String>.none
    /// Keywords and topics, as they stand.
    public var keywords: [String] = []
    /// Pictures.
    public var images: [Image] = []
    /// News agencies that it names as its source.
    public var agencies: [String] = []
    /// Who may read it.
    public var access = Access(kind: .free, evidence: [])
    /// The types of the object in JSON-LD that describes the article (`NewsArticle`), or else the type in Open Graph.
    public var types: [String] = []
    /// The body as JSON-LD has it, in plain text.
    public var articleBody: String?
    /// Whether JSON-LD was found that is no valid JSON, and was read all the same.
    public var hasRepairedJSON = false
    /// Where the reader sees these.
    public var nodes = VisibleNodes()
}

extension PageMetadata {
    /// Reads a page's metadata.
    /// - Parameters:
    ///   - document: the parsed page.
    ///   - url: the address that it was fetched from.
    /// - Complexity: O(nodes + bytes of JSON-LD); what is compared is bounded.
    public static func read(_ document: HTMLDocument, url: String? = nil) -> PageMetadata {
        var reader = MetadataReader(document, url: url)
        reader.run()
        return reader.result
    }
}

/// The kinds of places where pages say something about themselves.
public enum MetadataSource: String, Sendable, Hashable, CaseIterable {
    /// schema.org in a `script` of type `application/ld+json`.
    case jsonLD
    /// schema.org in `itemprop` attributes.
    case microdata
    /// `meta` elements of the Open Graph protocol.
    case openGraph
    /// `meta` elements for cards of Twitter.
    case twitter
    /// `meta` elements of Dublin Core, and of citation managers.
    case dublinCore
    /// Other `meta` elements.
    case meta
    /// `link` elements.
    case link
    /// The `title` element.
    case title
    /// What the reader sees.
    case visible
    /// The page's address.
    case url
    /// The feed that has the article as an entry.
    case feed
}
