internal import HTMLTree
internal import TextCore

/// Reads a web page as an article: its text cut into blocks, each labelled; headline, authors, times and the rest of its
/// metadata, with their evidence.
///
/// ```swift
/// let article = try PageReader().article(from: bytes, origin: Origin(path: "page.html"))
/// print(article.headline, article.authors, article.body)
/// ```
///
/// All blocks of the page are in ``Article/text``, in their order; what is not body keeps its label. A headline that the page
/// only says in its metadata is put in front.
/// - Complexity: O(bytes of the page).
public struct PageReader: Sendable {
    /// The most bytes that a page may have. Parsed, a page takes up to 25 times its bytes when it is made to; real ones two
    /// or three times.
    public static let longestPage = 32 << 20

    /// What is known of a page from elsewhere.
    public struct Given: Sendable {
        /// The address that it was fetched from.
        public var url: String?
        /// The value of the HTTP header `Content-Type`.
        public var contentType: String?

        /// Makes it.
        public init(url: String? = nil, contentType: String? = nil) {
            self.url = url
            self.contentType = contentType
        }
    }

    private let options: PageOptions

    /// Makes a reader.
    public init(_ options: PageOptions = PageOptions()) {
        self.options = options
    }

    /// What pages open with, comments and declarations aside.
    private static let openings: [[UInt8]] = [
        "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>", "<h1", "<table", "<script",
    ].map { Array($0.utf8) }

    /// Whether bytes open as a web page does. O(1): the first 2 KiB decide.
    public static func looksLikePage(_ bytes: some Collection<UInt8>) -> Bool {
        // NULs of wide encodings are passed over, and marks, which are not ASCII.
        let head = bytes.prefix(2048).filter { $0 != 0 && $0 < 0x80 }
        var at = 0
        func starts(_ word: [UInt8]) -> Bool {
            at + word.count <= head.count
                && word.indices.allSatisfy { index in
                    let byte = head[at + index]
                    return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word[index]
                }
        }
        while true {
            while at < head.count, head[at] <= 0x20 { at += 1 }
            let isComment = starts(Array("<!--".utf8))
            guard isComment || starts(Array("<?xml".utf8)) else { return openings.contains(where: starts) }
            let end = isComment ? UInt8(ascii: "-") : UInt8(ascii: "?")
            at += 4
            while at + 1 < head.count, head[at] != end || head[at + 1] != (isComment ? end : UInt8(ascii: ">")) { at += 1 }
            at += isComment ? 3 : 2
            guard at < head.count else { return false }
        }
    }

    /// Reads a page.
    public func article(from bytes: [UInt8], origin: Origin, given: Given = Given()) throws(ReadingError) -> Article {
        guard bytes.count <= Self.longestPage else {
            throw ReadingError(origin: origin, kind: .tooLarge(limit: Self.longestPage))
        }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw ReadingError(origin: origin, kind: .emptyFile) }
        let decoded = PageDecoder.decode(bytes, contentType: given.contentType)
        let document = HTMLParser.parse(decoded.bytes)
        var metadata = PageMetadata.read(document, url: given.url)
        let page = PageSegmenter.segment(document)
        let clues = PageClues(metadata)
        let features = BlockFeatures(page, document, clues)
        let logits = BlockModel.standard?.logits(features, page) ?? features.shape.isRunning.map { $0 ? 1 : -1 }
        let certain = CertainLabels(page, document, clues, features, logits, authors: metadata.authors.value ?? [])
        let tables = PageTables(page, document)
        let labeller = BlockLabeller(
            page: page,
            tables: tables,
            document: document,
            clues: clues,
            features: features,
            logits: logits,
            certain: certain.known
        )
        var labels = labeller.labels()
        if options.explains, let model = BlockModel.standard { BlockExplainer(model, features, page).explain(&labels) }
        readAccess(&metadata, page, features, certain)
        if metadata.access.kind.isInPlaceOfArticle { for index in labels.indices { labels[index].withhold() } }
        var builder = PageArticle(page, labels, tables, metadata, origin)
        let body = labels.indices.filter { labels[$0].isBody }
        let isPaywalled = metadata.access.kind == .paywalled
        builder.linked = LinkedBody(metadata.articleBody, page, body, clues, isPaywalled: isPaywalled)?.page
        builder.warnings = decoded.warnings + (page.isCutOff ? [.readInPart(blocks: page.blocks.count)] : [])
        var article = builder.article(given)
        if let profiles = options.profiles { apply(profiles, to: &article) }
        return article
    }

    /// Adds what the page's words say of who may read it.
    private func readAccess(
        _ metadata: inout PageMetadata,
        _ page: SegmentedPage,
        _ features: BlockFeatures,
        _ certain: CertainLabels
    ) {
        guard metadata.access.kind == .free else { return }
        if let block = certain.subscription {
            let words = String(decoding: page.text[page.blocks[block].range].prefix(Self.excerpt), as: UTF8.self)
            metadata.access = PageMetadata.Access(kind: .paywalled, evidence: ["visible text: \(words)"])
        } else if metadata.published.value == nil, metadata.authors.value == nil {
            let notices = PageNotices.standard
            if let evidence = notices.consentAsked(page, features.profiles) {
                metadata.access = PageMetadata.Access(kind: .consentPage, evidence: [evidence])
            } else if let evidence = notices.accessRefused(page, features.profiles) {
                metadata.access = PageMetadata.Access(kind: .errorPage, evidence: [evidence])
            }
        }
    }

    /// How many bytes of a notice are kept to be shown.
    private static let excerpt = 120

    /// Takes what recurs at the outlet out of the body.
    private func apply(_ profiles: OutletProfiles, to article: inout Article) {
        for (index, reason) in profiles.furniture(of: article) {
            article.blocks[index] = Block(kind: .other, range: article.blocks[index].range, reason: reason)
        }
    }
}
