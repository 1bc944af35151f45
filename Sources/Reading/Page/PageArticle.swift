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
        var bytes: [UInt8] = []
        var blocks: [Block] = []
        blocks.reserveCapacity(page.blocks.count + 2)
        if !labels.contains(where: { $0.kind == .headline }), let headline = metadata.headline.value, !headline.isEmpty {
            bytes = Array(headline.utf8)
            let reason = "said by \(metadata.headline.chosen?.label ?? "the metadata") only"
            blocks.append(Block(kind: .headline, range: 0..<bytes.count, reason: reason))
            bytes += [0x0A, 0x0A]
        }
        let shift = bytes.count
        var linkedShift = 0
        bytes += page.text
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        if let linked {
            if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
            linkedShift = bytes.count
            bytes += linked.text
            while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        }
        let text = UTF8Text(repairing: bytes)
        var dateline: Dateline?
        var isFirst = true
        func add(_ block: PageBlock, _ shift: Int, _ label: BlockLabeller.Labelled, _ cell: Block.Cell? = nil) {
            // Non-breaking spaces and their like at the ends are no words; some blocks have nothing else.
            var range = text.trimmed((block.range.lowerBound + shift)..<(block.range.upperBound + shift))
            if range.isEmpty { return }
            if isFirst, label.kind == .paragraph {
                isFirst = false
                dateline = DatelineParser.standard.parse(text, range, alone: true)
                if let dateline, dateline.range.upperBound < range.upperBound {
                    blocks.append(
                        Block(
                            kind: .dateline,
                            range: dateline.range,
                            reason: "place, date or agency before the first sentence",
                            isBody: true
                        )
                    )
                    range = text.trimmed(dateline.range.upperBound..<range.upperBound)
                }
            }
            blocks.append(Block(kind: label.kind, range: range, reason: label.reason, isBody: label.isBody, cell: cell))
        }
        for (index, (block, label)) in zip(page.blocks, labels).enumerated() {
            add(block, shift, linked != nil && label.isBody ? Self.part : label, tables.cells[index])
        }
        for block in linked?.blocks ?? [] { add(block, linkedShift, Self.whole) }
        var article = Article(
            id: ArticleReader.name(of: origin.path),
            text: text,
            blocks: blocks,
            published: metadata.published.value,
            language: metadata.language.value.map { String(CaseFolding.fold($0).prefix { $0 != "-" && $0 != "_" }) },
            url: given.url ?? metadata.canonicalURL.value,
            authors: metadata.authors.value ?? [],
            dateline: dateline,
            agencies: metadata.agencies,
            origin: origin,
            warnings: warnings
        )
        if article.published == nil { article.published = dateline?.date }
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
        if !article.blocks.contains(where: \.isBody) { article.warnings.append(.noBody) }
    }
}
