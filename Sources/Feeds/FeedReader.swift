internal import HTMLTree
internal import TextCore

/// Reads feeds, sitemaps and lists of feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, sitemaps with Google's
/// extensions or as plain text, sitemap indexes and OPML. What the bytes are, they say themselves.
///
/// ```swift
/// let document = try FeedReader().read(bytes, contentType: "application/rss+xml", url: "https://example.com/feed")
/// if case .feed(let feed) = document {
///     for entry in feed.entries { print(entry.title?.plainText ?? "", entry.link ?? "") }
/// }
/// ```
///
/// XML is first read strictly, by Foundation's parser without external entities; what is not well-formed is
/// read leniently, with a warning, and so is what has a document type declaration: entities that it declares are never expanded. Both ways lead
/// to the same result on well-formed documents.
///
/// - Complexity: linear time and memory in the length of the document, whatever it holds, within ``FeedLimits``.
public struct FeedReader: Sendable {
    /// Bounds on what a document may hold.
    public var limits: FeedLimits

    /// Which ways through XML to go.
    enum Pass: Sendable { case strictThenLenient, strict, lenient }

    /// Makes a reader.
    public init(limits: FeedLimits = FeedLimits()) { self.limits = limits }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: The document as it came, not compressed.
    ///   - contentType: The `Content-Type` of the response that it came with, for its `charset`.
    ///   - url: Where it came from: what relative references stand on (`Content-Location`, else the address after redirects).
    ///   - contentLanguage: The `Content-Language` of the response, for a feed that says no language.
    /// - Throws: ``FeedError`` when the bytes are no such document or exceed a limit.
    public func read(_ bytes: [UInt8], contentType: String? = nil, url: String? = nil, contentLanguage: String? = nil)
        throws(FeedError) -> FeedDocument
    {
        try read(bytes, contentType: contentType, url: url, contentLanguage: contentLanguage, pass: .strictThenLenient)
    }

    func read(_ bytes: [UInt8], contentType: String?, url: String?, contentLanguage: String?, pass: Pass)
        throws(FeedError) -> FeedDocument
    {
        guard bytes.count <= limits.documentSize else {
            throw FeedError(.tooLarge, expected: "at most \(limits.documentSize) bytes, not \(bytes.count)")
        }
        if let format = Self.compression(of: bytes) {
            throw FeedError(.compressed, expected: "the unpacked document, not \(format)")
        }
        let decoded = FeedEncoding(bytes, contentType: contentType)
        guard decoded.text.contains(where: { !$0.isXMLSpace }) else {
            throw FeedError(.empty, expected: "a feed, sitemap or OPML")
        }
        let language = contentLanguage.flatMap(Self.language(ofHeader:))
        if JSONFeedReader.recognizes(decoded.text) {
            var reader = JSONFeedReader(url: url, limits: limits)
            var feed = try reader.read(decoded.text)
            feed.warnings = decoded.warnings + feed.warnings
            if feed.language == nil { feed.language = language }
            return .feed(feed)
        }
        if TextSitemap.recognizes(decoded.text) {
            var sitemap = TextSitemap.read(decoded.text, limits: limits)
            sitemap.warnings = decoded.warnings + sitemap.warnings
            return .sitemap(sitemap)
        }
        return try readXML(decoded, url: url, language: language, pass: pass)
    }

    // MARK: XML

    private func readXML(_ decoded: FeedEncoding, url: String?, language: String?, pass: Pass) throws(FeedError) -> FeedDocument {
        var warnings = decoded.warnings
        var broken: FeedWarning?
        // The declaration is spaces, and may not stand behind them.
        let start = decoded.text.firstIndex { !$0.isXMLSpace } ?? 0
        if pass != .lenient, XMLPreflight(decoded.text, limits: limits).isFitForStrictParser {
            let builder = DocumentBuilder(url: url, language: language, limits: limits)
            let padding = XMLPlace(offset: start, in: decoded.text).line - 1
            switch try StrictXML.parse(Array(decoded.text[start...]), into: builder) {
            case .wellFormed(let builder): return try document(builder, warnings)
            case .broken(let line, let what): broken = .notWellFormed(line: line + padding, what: what)
            }
            if pass == .strict { throw FeedError(.unknownFormat(root: nil), expected: "well-formed XML") }
        }
        let builder = DocumentBuilder(url: url, language: language, limits: limits)
        let scan = try LenientXML.parse(decoded.text, limits: limits, into: builder)
        if scan.declaresEntities { warnings.append(.entitiesDeclared) }
        // The lenient pass says in words what is wrong, where it finds it.
        if let fault = scan.fault {
            broken = .notWellFormed(line: XMLPlace(offset: fault.offset, in: decoded.text).line, what: fault.what)
        }
        // That its last elements are not closed is what breaking off means.
        if scan.isCutOff, scan.fault?.offset == decoded.text.count { broken = nil }
        if let broken { warnings.append(broken) }
        if scan.isCutOff {
            warnings.append(.cutOff(line: XMLPlace(offset: decoded.text.count, in: decoded.text).line))
        }
        return try document(scan.handler, warnings)
    }

    private func document(_ builder: DocumentBuilder, _ warnings: [FeedWarning]) throws(FeedError) -> FeedDocument {
        let root = builder.root
        let warnings = warnings + builder.undeclaredPrefixes.map { .undeclaredPrefix($0) }
        guard let document = builder.finish() else {
            throw FeedError(.unknownFormat(root: root), expected: "RSS, Atom, JSON Feed, a sitemap or OPML")
        }
        return document.adding(warnings)
    }

    /// The language of a `Content-Language` header; a list of several says nothing of the feed as a whole.
    private static func language(ofHeader header: String) -> String? {
        let tag = header.trimmingXMLSpace
        return tag.isEmpty || tag.utf8.contains(UInt8(ascii: ",")) ? nil : tag.languageTag
    }

    // MARK: Recognition

    /// How many bytes are enough for ``looksLikeFeed(_:)``.
    public static let prefixLength = 4096

    /// Whether the first bytes of a file begin as something that ``read(_:contentType:url:contentLanguage:)`` reads. It does
    /// not decode but passes NULs over, so that UTF-16 is recognized. O(length), of which ``prefixLength`` bytes are enough.
    public static func looksLikeFeed(_ prefix: some Collection<UInt8>) -> Bool {
        var bytes = prefix.prefix(1 << 16).filter { $0 != 0 }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { bytes.removeFirst(2) }
        if JSONFeedReader.recognizes(bytes) { return true }
        guard let root = rootName(bytes) else { return false }
        let local = root.split(separator: ":").last.map(String.init) ?? root
        switch local.asciiLowercased {
        case "rss", "feed", "urlset", "sitemapindex", "opml": return true
        // RDF is much else; RSS says so in its namespaces.
        case "rdf":
            return bytes.span.index(of: "purl.org/rss/", from: 0) != nil
                || bytes.span.index(of: "netscape.com/rdf/", from: 0) != nil
        default: return false
        }
    }

    /// The name of the first element.
    private static func rootName(_ bytes: [UInt8]) -> String? {
        let span = bytes.span
        var at = 0
        while let tag = span.index(of: UInt8(ascii: "<"), from: at), tag + 1 < bytes.count {
            // Text before the root element is that of another format.
            guard bytes[at..<tag].allSatisfy({ $0.isXMLSpace }) else { return nil }
            if span.has("<!--", at: tag) {
                guard let end = span.index(of: "-->", from: tag + 4) else { return nil }
                at = end + 3
            } else if bytes[tag + 1] == UInt8(ascii: "!") {
                guard let end = endOfDeclaration(span, from: tag) else { return declaredName(bytes, from: tag) }
                at = end
            } else if bytes[tag + 1] == UInt8(ascii: "?") {
                guard let end = span.index(of: UInt8(ascii: ">"), from: tag) else { return nil }
                at = end + 1
            } else {
                let end = bytes[(tag + 1)...].firstIndex { $0.isXMLSpace || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
                return String(decoding: bytes[(tag + 1)..<(end ?? bytes.count)], as: UTF8.self)
            }
        }
        return nil
    }

    /// Where a declaration ends, over quoted text, comments and the part in brackets that declares entities; nil when it does not
    /// end in these bytes.
    private static func endOfDeclaration(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var quote: UInt8 = 0
        var isInBrackets = false
        var at = start + 2
        while at < bytes.count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if bytes.has("<!--", at: at) {
                guard let end = bytes.index(of: "-->", from: at + 4) else { return nil }
                at = end + 2
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: "["): isInBrackets = true
                case UInt8(ascii: "]"): isInBrackets = false
                case UInt8(ascii: ">") where !isInBrackets: return at + 1
                default: break
                }
            }
            at += 1
        }
        return nil
    }

    /// The root's name as a document type declaration has it, where the declaration is longer than what was read.
    private static func declaredName(_ bytes: [UInt8], from start: Int) -> String? {
        guard bytes.span.has("<!DOCTYPE", at: start) else { return nil }
        let name = bytes[(start + 9)...].drop { $0.isXMLSpace }.prefix { !$0.isXMLSpace && $0 != UInt8(ascii: "[") }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static func compression(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
        if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return "zstd" }
        if bytes.starts(with: Array("BZh".utf8)) { return "bzip2" }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "ZIP" }
        return nil
    }
}

extension FeedDocument {
    /// The document with warnings before its own.
    func adding(_ warnings: [FeedWarning]) -> FeedDocument {
        guard !warnings.isEmpty else { return self }
        switch self {
        case .feed(var feed):
            feed.warnings = warnings + feed.warnings
            return .feed(feed)
        case .sitemap(var sitemap):
            sitemap.warnings = warnings + sitemap.warnings
            return .sitemap(sitemap)
        case .sitemapIndex(var index):
            index.warnings = warnings + index.warnings
            return .sitemapIndex(index)
        case .outlines(var outlines):
            outlines.warnings = warnings + outlines.warnings
            return .outlines(outlines)
        }
    }
}
