public import TextCore

/// A time as a feed gives it.
public struct FeedTime: Sendable, Hashable {
    /// The feed's own words.
    public var text: String
    /// What they mean; nil when they are in no form that ``FeedDate`` knows.
    public var value: CivilTime?

    /// Reads a time.
    public init(_ text: String) {
        self.text = text
        self.value = FeedDate.parse(text)
    }
}

/// Somebody who had a part in a feed or entry.
public struct FeedPerson: Sendable, Hashable {
    /// The name; RSS may have an address of electronic mail alone.
    public var name: String?
    /// The address of electronic mail.
    public var email: String?
    /// A page.
    public var url: String?

    /// A person.
    public init(name: String? = nil, email: String? = nil, url: String? = nil) {
        self.name = name
        self.email = email
        self.url = url
    }

    /// Whether nothing is known.
    public var isEmpty: Bool { name == nil && email == nil && url == nil }
}

/// A link of a feed or entry (RFC 4287, section 4.2.7).
public struct FeedLink: Sendable, Hashable {
    /// The target, absolute where the base is known.
    public var href: String
    /// What the target is to the document: `alternate`, `self`, `enclosure`, … or an address.
    public var relation: String
    /// The target's media type.
    public var mediaType: String?
    /// The target's name.
    public var title: String?
    /// The target's language.
    public var language: String?
    /// The target's size in bytes, as it is written.
    public var length: String?

    /// A link.
    public init(
        href: String,
        relation: String = "alternate",
        mediaType: String? = nil,
        title: String? = nil,
        language: String? = nil,
        length: String? = nil
    ) {
        self.href = href
        self.relation = relation
        self.mediaType = mediaType
        self.title = title
        self.language = language
        self.length = length
    }
}

/// A subject.
public struct FeedCategory: Sendable, Hashable {
    /// The subject's name or code.
    public var term: String
    /// The vocabulary that the term is of: Atom's `scheme`, RSS's `domain`.
    public var scheme: String?
    /// The name to show.
    public var label: String?

    /// A category.
    public init(term: String, scheme: String? = nil, label: String? = nil) {
        self.term = term
        self.scheme = scheme
        self.label = label
    }
}

/// A file that belongs to an entry.
public struct FeedMedia: Sendable, Hashable {
    /// What the feed calls it.
    public enum Role: String, Sendable, Hashable {
        /// RSS's `enclosure`, Atom's link of that relation, JSON Feed's attachment.
        case enclosure
        /// `media:content`.
        case content
        /// `media:thumbnail`, and JSON Feed's `image`.
        case thumbnail
    }

    /// What the feed calls it.
    public var role: Role
    /// Its address, absolute where the base is known.
    public var url: String
    /// Its media type.
    public var mediaType: String?
    /// `image`, `audio`, `video`, `document` or `executable`, where it says so.
    public var medium: String?
    /// Its size in bytes.
    public var length: Int?
    /// Its width in pixels.
    public var width: Int?
    /// Its height in pixels.
    public var height: Int?
    /// Its length in seconds.
    public var duration: Double?
    /// Its name.
    public var title: String?
    /// Its caption.
    public var caption: String?
    /// Who is credited for it.
    public var credit: String?

    /// A file.
    public init(_ role: Role, url: String) {
        self.role = role
        self.url = url
    }
}

/// The picture of a feed.
public struct FeedImage: Sendable, Hashable {
    /// Its address.
    public var url: String?
    /// Its name.
    public var title: String?
    /// The page that it links to.
    public var link: String?

    /// An empty picture.
    public init() {}
}
