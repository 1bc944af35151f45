import HTMLTree
import Reading
import TextCore

/// The metadata of pages. The first byte chooses: a JSON-LD script alone, a page with what makes it look like an article, or
/// the page as it stands; the rest is the content.
func fuzzMetadata(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let content = Array(bytes.dropFirst())
    let head = Array("<html lang=en><title>A title - The Site</title><meta property=og:site_name content='The Site'>".utf8)
    let page: [UInt8] =
        switch first % 3 {
        case 0: head + Array("<script type=application/ld+json>".utf8) + content + Array("</script><h1>A title</h1>".utf8)
        case 1: head + Array("<article><h1>A title</h1>".utf8) + content + Array("</article>".utf8)
        default: content
        }
    let decoded = PageDecoder.decode(page)
    require(UTF8Text(repairing: decoded.bytes).bytes == decoded.bytes, "a decoded page is no UTF-8")
    let document = HTMLParser.parse(decoded.bytes)
    let metadata = PageMetadata.read(document, url: first & 0x80 == 0 ? nil : String(decoding: content.prefix(80), as: UTF8.self))
    requireFinding(metadata.headline, document)
    requireFinding(metadata.standfirst, document)
    requireFinding(metadata.description, document)
    requireFinding(metadata.authors, document)
    requireFinding(metadata.organizations, document)
    requireFinding(metadata.published, document)
    requireFinding(metadata.modified, document)
    requireFinding(metadata.outlet, document)
    requireFinding(metadata.canonicalURL, document)
    requireFinding(metadata.language, document)
    requireFinding(metadata.section, document)
    if let headline = metadata.headline.value { require(!headline.isEmpty, "an empty headline") }
    if let published = metadata.published.value { require(published.isPossibleDate, "an impossible date") }
    for name in metadata.authors.value ?? [] { require(!name.isEmpty && name.utf8.count <= 500, "no name") }
}

/// Requires that what a finding points at lies in the page, and that what was chosen is no conflict of itself.
private func requireFinding<Value>(_ finding: PageMetadata.Finding<Value>, _ document: HTMLDocument) {
    for candidate in [finding.chosen].compactMap({ $0 }) + finding.agreeing + finding.conflicts {
        require(!candidate.label.isEmpty, "a place without a label")
        if let place = candidate.place {
            require(place.lowerBound >= 0 && place.upperBound <= document.source.count, "a place outside the page")
        }
        if let node = candidate.node { require(document.kind(of: node) == .element, "a place that is no element") }
    }
    require(finding.chosen != nil || finding.agreeing.isEmpty, "agreement with nothing")
}
