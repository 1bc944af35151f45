/// What an element of a feed is, whichever format and vocabulary it comes from.
enum FeedElement: Sendable, Hashable {
    // Containers.
    case channel, entry, source, image, group
    case person(PersonRole)
    // Texts.
    case title, subtitle, info, summary, description, content, encodedContent, rights
    // Values.
    case link, id, guid, published, issued, updated, created, expires, category, tags, language, generator, comments
    case personName, personEmail, personURL, imageURL
    // Media.
    case enclosure, mediaContent, mediaThumbnail, mediaTitle, mediaDescription, mediaCredit, mediaCategory

    enum PersonRole: Sendable, Hashable { case author, contributor, publisher }

    /// What an element is by its name; nil for one that no reader of news needs. `isCore`: of the feed's own format.
    init?(_ name: XMLName, isCore: Bool) {
        let element: FeedElement? =
            switch name.vocabulary {
            case .dublinCore: Self.dublinCore[name.local]
            case .dcTerms: Self.dcTerms[name.local]
            case .content: Self.contentModule[name.local]
            case .media: Self.media[name.local]
            case .itunes: Self.itunes[name.local]
            case .xhtml: name.local == "body" ? .encodedContent : nil
            default: isCore ? Self.core[name.local] : nil
            }
        guard let element else { return nil }
        self = element
    }

    private static let core: [String: FeedElement] = [
        "channel": .channel, "feed": .channel, "item": .entry, "entry": .entry, "source": .source, "image": .image,
        "author": .person(.author), "managingeditor": .person(.author), "contributor": .person(.contributor),
        "webmaster": .person(.publisher),
        "title": .title, "subtitle": .subtitle, "tagline": .subtitle, "info": .info, "summary": .summary,
        "description": .description, "content": .content, "body": .encodedContent, "fullitem": .encodedContent,
        "rights": .rights, "copyright": .rights,
        "link": .link, "id": .id, "guid": .guid, "pubdate": .published, "published": .published, "issued": .issued,
        "updated": .updated, "modified": .updated, "lastbuilddate": .updated, "created": .created, "expirationdate": .expires,
        "category": .category, "tags": .tags, "language": .language, "generator": .generator, "comments": .comments,
        "name": .personName, "email": .personEmail, "uri": .personURL, "url": .personURL, "homepage": .personURL,
        "enclosure": .enclosure, "logo": .imageURL,
    ]

    private static let dublinCore: [String: FeedElement] = [
        "title": .title, "creator": .person(.author), "author": .person(.author), "contributor": .person(.contributor),
        "publisher": .person(.publisher), "date": .updated, "subject": .category, "language": .language, "rights": .rights,
        "description": .description,
    ]

    private static let dcTerms: [String: FeedElement] = [
        "issued": .published, "modified": .updated, "created": .created, "title": .title, "creator": .person(.author),
        "abstract": .summary, "subject": .category, "language": .language, "rights": .rights,
    ]

    private static let contentModule: [String: FeedElement] = ["encoded": .encodedContent]

    private static let media: [String: FeedElement] = [
        "group": .group, "content": .mediaContent, "thumbnail": .mediaThumbnail, "title": .mediaTitle,
        "description": .mediaDescription, "credit": .mediaCredit, "category": .mediaCategory, "keywords": .tags,
    ]

    private static let itunes: [String: FeedElement] = [
        "author": .person(.author), "summary": .mediaDescription, "subtitle": .mediaDescription, "image": .mediaThumbnail,
    ]

    /// Whether other elements of the feed may stand inside.
    var isContainer: Bool {
        switch self {
        case .channel, .entry, .source, .image, .group, .person, .mediaContent: true
        default: false
        }
    }

    /// Whether markup may stand inside.
    var isText: Bool {
        switch self {
        case .title, .subtitle, .info, .summary, .description, .content, .encodedContent, .rights, .mediaTitle, .mediaDescription:
            true
        default: false
        }
    }
}
