internal import HTMLTree
internal import TextCore

/// Puts the article of a page together.
struct PageArticle {
    let page: SegmentedPage
    let labels: [BlockLabeller.Labelled]
    let metadata: PageMetadata
    let origin: Origin
    var warnings: [ReadingWarning] = []

    init(_ page: SegmentedPage, _ labels: [BlockLabeller.Labelled], _ metadata: PageMetadata, _ origin: Origin) {
        self.page = page
        self.labels = labels
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
        bytes += page.text
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        let text = UTF8Text(repairing: bytes)
        var dateline: Dateline?
        var isFirst = true
        for (block, label) in zip(page.blocks, labels) {
            // Non-breaking spaces and their like at the ends are no words; some blocks have nothing else.
            var range = text.trimmed((block.range.lowerBound + shift)..<(block.range.upperBound + shift))
            if range.isEmpty { continue }
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
            blocks.append(Block(kind: label.kind, range: range, reason: label.reason, isBody: label.isBody))
        }
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
        article.page = metadata
        if let name = metadata.outlet.value {
            article.outlet = Outlet(name: name, evidence: .metadata)
        } else if let name = article.url.flatMap(OutletFinder().name(ofURL:)) {
            article.outlet = Outlet(name: name, evidence: .url)
        }
        addWarnings(to: &article)
        return article
    }

    private func addWarnings(to article: inout Article) {
        switch metadata.access.kind {
        case .free: break
        case .paywalled: article.warnings.append(.paywalled)
        case .consentPage: article.warnings.append(.noArticle("it asks for consent to cookies"))
        case .errorPage: article.warnings.append(.noArticle("it is an error page, or asks for proof of being human"))
        }
        if article.headline == nil { article.warnings.append(.noHeadline) }
        if article.published == nil { article.warnings.append(.noPublicationTime) }
        if !article.blocks.contains(where: \.isBody) { article.warnings.append(.noBody) }
    }
}
