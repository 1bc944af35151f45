/// What a file of the kinds that ``FeedReader`` reads turned out to be.
public enum FeedDocument: Sendable, Hashable {
    /// RSS, Atom or JSON Feed.
    case feed(Feed)
    /// A list of a site's pages.
    case sitemap(Sitemap)
    /// A list of sitemaps.
    case sitemapIndex(SitemapIndex)
    /// A list of feeds.
    case outlines(OutlineDocument)

    /// What was noticed, in the order of the document.
    public var warnings: [FeedWarning] {
        switch self {
        case .feed(let feed): feed.warnings
        case .sitemap(let sitemap): sitemap.warnings
        case .sitemapIndex(let index): index.warnings
        case .outlines(let outlines): outlines.warnings
        }
    }
}

/// Something that a reader of the document should know: it was read all the same.
public enum FeedWarning: Sendable, Hashable {
    /// The XML is not well-formed, or declares entities, and was read leniently; what is wrong first, and its line from 1 on.
    case notWellFormed(line: Int, what: String)
    /// The bytes were decoded from this encoding, by its name in the WHATWG Encoding Standard or iconv's.
    case decoded(from: String)
    /// Bytes that are no text in the document's encoding became U+FFFD.
    case replacedInvalidBytes(count: Int)
    /// The document declares entities. They are not expanded: what refers to them stays as it is written.
    case entitiesDeclared
    /// A prefix stands for no namespace that the document declares; a well-known prefix was taken for what it usually means.
    case undeclaredPrefix(String)
    /// There are more entries than the limit; the rest is left out.
    case truncated(limit: Int)
    /// The document ends inside of what it lists; the line that it ends on, from 1 on.
    case cutOff(line: Int)
    /// A value that could not be understood, such as a date, with the name of its element.
    case unreadableValue(element: String, text: String)
    /// A line of a list in plain text is no address; its number from 1 on.
    case unreadableLine(line: Int, text: String)
}

extension FeedWarning: CustomStringConvertible {
    /// The warning in words.
    public var description: String {
        switch self {
        case .notWellFormed(let line, let what): "line \(line): not well-formed XML (\(what)); read all the same"
        case .decoded(let encoding): "decoded from \(encoding)"
        case .replacedInvalidBytes(let count): count == 1 ? "1 invalid byte replaced" : "\(count) invalid bytes replaced"
        case .entitiesDeclared: "it declares entities of its own, which are not expanded"
        case .undeclaredPrefix(let prefix): "nothing says what the prefix “\(prefix)” stands for"
        case .truncated(let limit): "only the first \(limit) entries are read"
        case .cutOff(let line):
            "line \(line): the document breaks off here; its last entry may lack its end, and others may be missing"
        case .unreadableValue(let element, let text): "<\(element)>: “\(text)” could not be read"
        case .unreadableLine(let line, let text): "line \(line): “\(text)” is no address"
        }
    }
}
