internal import HTMLTree
internal import TextCore

/// Puts the article of a page together.
struct PageArticle {
    let page: SegmentedPage
    let labels: [BlockLabeller.Labelled]
    let tables: PageTables
    let metadata: PageMetadata
    let origin: Origin
    var warnings: [ReadingWarning] = []
    /// The body as linked data has it, where the page does not show it.
    var linked: SegmentedPage?

    init(
        _ page: SegmentedPage,
        _ labels: [BlockLabeller.Labelled],
        _ tables: PageTables,
        _ metadata: PageMetadata,
        _ origin: Origin
    ) {
        self.page = page
        self.labels = labels
        self.tables = tables
        self.metadata = metadata
        self.origin = origin
    }

    func article(_ given: PageReader.Given) -> Article {
        let whole = WholeText(missingHeadline, page, linked)
        var list = BlockList(text: UTF8Text(repairing: whole.bytes))
        if let headline = whole.headline {
            let reason = "said by \(metadata.headline.chosen?.label ?? "the metadata") only"
            list.blocks.append(Block(kind: .headline, range: headline, reason: reason))
        }
        for (index, (block, label)) in zip(page.blocks, labels).enumerated() {
            list.add(block, whole.shown, linked != nil && label.isBody ? Self.part : label, tables.cells[index])
        }
        for block in linked?.blocks ?? [] { list.add(block, whole.linked, Self.whole) }
        var article = Article(
            id: ArticleReader.name(of: origin.path),
            text: list.text,
            blocks: list.blocks,
            published: metadata.published.value ?? list.dateline?.date,
            language: metadata.language.value.map { String(CaseFolding.fold($0).prefix { $0 != "-" && $0 != "_" }) },
            url: given.url ?? metadata.canonicalURL.value,
            authors: metadata.authors.value ?? [],
            dateline: list.dateline,
            agencies: metadata.agencies,
            origin: origin,
            warnings: warnings
        )
        addAgencies(to: &article)
        article.page = metadata
        if let name = metadata.outlet.value {
            article.outlet = Outlet(name: name, evidence: .metadata)
        } else if let name = article.url.flatMap(OutletFinder().name(ofURL:)) {
            article.outlet = Outlet(name: name, evidence: .url)
        }
        addWarnings(to: &article)
        return article
    }

    /// The headline that the page says and does not show.
    private var missingHeadline: String? {
        guard !labels.contains(where: { $0.kind == .headline }), let headline = metadata.headline.value, !headline.isEmpty else {
            return nil
        }
        return headline
    }

    /// The texts of a page, parted by blank lines: a headline that it does not show, what it shows, what its linked data has whole.
    private struct WholeText {
        private(set) var bytes: [UInt8] = []
        /// Where the headline stands.
        private(set) var headline: Range<Int>?
        /// Where the text that is shown starts, and that of the linked data.
        private(set) var shown = 0
        private(set) var linked = 0

        init(_ headline: String?, _ page: SegmentedPage, _ linked: SegmentedPage?) {
            if let headline {
                _ = append(headline.utf8)
                self.headline = 0..<bytes.count
            }
            shown = append(page.text)
            if let linked { self.linked = append(linked.text) }
        }

        /// Returns where it starts.
        private mutating func append(_ text: some Sequence<UInt8>) -> Int {
            if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
            defer { while let last = bytes.last, last <= 0x20 { bytes.removeLast() } }
            let start = bytes.count
            bytes += text
            return start
        }
    }

    /// The blocks of an article, with the dateline that opens its first paragraph.
    private struct BlockList {
        let text: UTF8Text
        var blocks: [Block] = []
        private(set) var dateline: Dateline?
        private var hasParagraph = false

        init(text: UTF8Text) { self.text = text }

        /// Adds a block that stands so many bytes behind where its page has it. Non-breaking spaces and their like at the ends are
        /// no words; some blocks have nothing else.
        mutating func add(_ block: PageBlock, _ shift: Int, _ label: BlockLabeller.Labelled, _ cell: Block.Cell? = nil) {
            var range = text.trimmed((block.range.lowerBound + shift)..<(block.range.upperBound + shift))
            if range.isEmpty { return }
            if !hasParagraph, label.kind == .paragraph {
                hasParagraph = true
                range = withoutDateline(range)
            }
            blocks.append(Block(kind: label.kind, range: range, reason: label.reason, isBody: label.isBody, cell: cell))
        }

        private mutating func withoutDateline(_ paragraph: Range<Int>) -> Range<Int> {
            dateline = DatelineParser.standard.parse(text, paragraph, alone: true)
            guard let dateline, dateline.range.upperBound < paragraph.upperBound else { return paragraph }
            let reason = "place, date or agency before the first sentence"
            blocks.append(Block(kind: .dateline, range: dateline.range, reason: reason, isBody: true))
            return text.trimmed(dateline.range.upperBound..<paragraph.upperBound)
        }
    }

    /// How many of the last paragraphs may end with the mark of an agency.
    private static let lastParagraphs = 3

    /// The news agencies that dateline, credits and the marks below the text name: whose text it is, or is based on.
    private func addAgencies(to article: inout Article) {
        let rules = CreditRules.standard
        let text = article.text
        var found: [String] = []
        func add(_ tokens: [LineToken]) {
            for name in rules.agencies(in: tokens) where !found.contains(name) { found.append(name) }
        }
        if let range = article.dateline?.range { add(LineToken.scan(text.span, range, limit: 40)) }
        let paragraphs = article.blocks.filter { $0.kind == .paragraph && $0.isBody }
        for block in paragraphs.suffix(Self.lastParagraphs) {
            if let tail = rules.tag(atEndOf: block.range, text) { add(tail) }
        }
        for block in article.blocks where block.kind == .agencyTag || block.kind == .credit {
            let tokens = LineToken.scan(text.span, block.range, limit: 80)
            let line = Line.measured(text.span, block.range, true)
            if block.kind == .agencyTag || rules.isReportingCredit(line, tokens) { add(tokens) }
        }
        for name in found where !article.agencies.contains(name) { article.agencies.append(name) }
    }

    private static let part = BlockLabeller.Labelled(
        kind: .other,
        isBody: false,
        reason: "a part of the text that the page's JSON-LD has whole"
    )
    private static let whole = BlockLabeller.Labelled(
        kind: .paragraph,
        isBody: true,
        reason: "said by json-ld articleBody; the page shows less"
    )

    private func addWarnings(to article: inout Article) {
        switch metadata.access.kind {
        case .free: break
        case .paywalled: article.warnings.append(.paywalled)
        case .consentPage: article.warnings.append(.noArticle("it asks for consent to cookies"))
        case .errorPage: article.warnings.append(.noArticle("it is an error page, or asks for proof of being human"))
        }
        if linked != nil { article.warnings.append(.bodyFromLinkedData) }
        if article.headline == nil { article.warnings.append(.noHeadline) }
        if article.published == nil { article.warnings.append(.noPublicationTime) }
        let hasBody = article.blocks.contains(where: \.isBody)
        if !hasBody, !metadata.access.kind.isInPlaceOfArticle { article.warnings.append(.noBody) }
    }
}
