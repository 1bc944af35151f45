internal import HTMLTree
internal import TextCore

/// The page's description of its article, and the standfirst that the reader sees.
extension MetadataReader {
    mutating func readDescription() {
        var candidates: [PageMetadata.Candidate<String>] = []
        for source in [MetadataSource.openGraph, .meta, .twitter, .dublinCore] {
            for meta in metas(.description) where meta.name.source == source {
                let value = text(meta)
                if !value.isEmpty { candidates.append(candidate(meta, value)) }
            }
        }
        for object in linked.objects.prefix(2) where object.score >= 50 {
            if let value = linked.text("description", of: object.reference) {
                candidates.append(candidate(object, "description", value))
            }
        }
        result.description = finding(
            candidates.first,
            "the first of Open Graph, meta elements, JSON-LD",
            among: candidates,
            by: { WordKey($0) }
        )
        let descriptions = candidates.map { WordKey($0.value) }
        let named = namedStandfirsts(descriptions)
        result.nodes.standfirst = named.first?.node
        let others = named.isEmpty ? otherStandfirsts(descriptions) : []
        result.nodes.otherStandfirst = others.first?.node
        result.standfirst = finding(
            named.first ?? others.first,
            "the first element below the headline that is called one, or says what the page's description does",
            among: named + others,
            by: { WordKey($0) }
        )
    }

    /// Bytes that hold more than the 120 words of the longest standfirst in most languages.
    private static let lengthOfStart = 1000
    private static let words = 4...120
    /// Where a standfirst stands at the latest, in nodes behind the headline.
    private static let reach = 160

    /// The elements between the headline and the article's text that are called standfirsts, and nothing else.
    private func namedStandfirsts(_ descriptions: [WordKey]) -> [PageMetadata.Candidate<String>] {
        standfirsts(descriptions) { $0.isDisjoint(with: [.author, .date, .caption, .credit, .headline, .aside, .navigation]) }
    }

    /// Those that are called something of the headline, too ("article-header__lead"); else the first text below the headline, apart
    /// from the others, that says what the page's description does.
    private func otherStandfirsts(_ descriptions: [WordKey]) -> [PageMetadata.Candidate<String>] {
        let found = standfirsts(descriptions) { $0.isDisjoint(with: [.author, .date, .caption, .credit, .aside, .navigation]) }
        guard found.isEmpty, let node = property() ?? describedElement(descriptions) else { return found }
        return [candidate(node, PageText.text(of: node, in: document))]
    }

    /// An element below the headline that is the article's description or second headline in microdata.
    private func property() -> NodeID? {
        guard let headline = scan.order(of: result.nodes.headline) else { return nil }
        return scan.properties.first { found in
            guard found.order > headline, found.order - headline < Self.reach, !found.context.isElsewhere,
                !document.isHTML(found.node, .meta), let name = document.attribute(.itemprop, of: found.node),
                document.equals(name, "description") || document.equals(name, "alternativeHeadline")
            else { return false }
            return Self.words.contains(
                WordKey(PageText.text(of: found.node, in: document, longest: Self.lengthOfStart)).words.count
            )
        }?.node
    }

    private func standfirsts(
        _ descriptions: [WordKey],
        isCalledOne: (ClassWords) -> Bool
    ) -> [PageMetadata.Candidate<String>] {
        guard let headline = scan.order(of: result.nodes.headline) else { return [] }
        let title = result.headline.value.map { WordKey($0) }
        var found: [PageMetadata.Candidate<String>] = []
        for element in scan.standfirsts
        where element.order > headline && element.order - headline < Self.reach && found.count < 4 {
            guard !element.context.isElsewhere, element.context.isDisjoint(with: [.figure, .biography]),
                isCalledOne(element.words), !holdsPicture(element.node)
            else { continue }
            // Wrappers of whole articles are called leads too: their start tells that they are too long.
            let start = PageText.text(of: element.node, in: document, longest: Self.lengthOfStart)
            // One byte less is left when it was cut off after a space.
            let isAll = start.utf8.count < Self.lengthOfStart - 1
            guard isAll || WordKey(start).words.count <= Self.words.upperBound + 1 else { continue }
            let text = isAll ? start : PageText.text(of: element.node, in: document)
            let key = WordKey(text)
            guard Self.words.contains(key.words.count), key != title else { continue }
            // Whole articles are called leads too: long ones need a description that says the same.
            if key.words.count <= 70 || descriptions.contains(where: { $0.overlap(key) > 0.6 || key.starts(with: $0) }) {
                found.append(candidate(element.node, text))
            }
        }
        return found
    }

    /// Whether an element holds a picture: "lead" is what leads an article, words or not.
    private func holdsPicture(_ node: NodeID) -> Bool {
        document.descendants(of: node).prefix(64).contains { below in
            document.isHTML(below, .img) || document.isHTML(below, .figure) || document.isHTML(below, .picture)
                || document.isHTML(below, .video)
        }
    }

    // MARK: By the description

    /// The first text below the headline, when it says what the page's description does. Many pages take the first paragraph for
    /// their description: what other paragraphs follow in the same element is the text itself.
    private func describedElement(_ descriptions: [WordKey]) -> NodeID? {
        guard let headline = result.nodes.headline, !descriptions.isEmpty else { return nil }
        let title = result.headline.value.map { WordKey($0) }
        var upcoming = next(behind: headline)
        for _ in 0..<Self.reach {
            guard let node = upcoming else { return nil }
            guard document.kind(of: node) == .element, isText(node) else {
                upcoming = document.firstChild(of: node) ?? next(behind: node)
                continue
            }
            upcoming = next(behind: node)
            let key = WordKey(PageText.text(of: node, in: document, longest: Self.lengthOfStart))
            guard Self.words.contains(key.words.count), key != title else { continue }
            return descriptions.contains(key) && !isFollowedByParagraph(node) ? node : nil
        }
        return nil
    }

    /// Whether an element is one of text: a paragraph or heading, or a division with words of its own.
    private func isText(_ node: NodeID) -> Bool {
        switch document.tag(of: node) {
        case .p, .h2, .h3, .h4: return true
        case .div, .span:
            return document.children(of: node).contains { child in
                document.kind(of: child) == .text && document.bytes(document.text(of: child)).count > 20
            }
        default: return false
        }
    }

    private func isFollowedByParagraph(_ node: NodeID) -> Bool {
        guard document.isHTML(node, .p) else { return false }
        var sibling = document.nextSibling(of: node)
        while let here = sibling {
            if document.kind(of: here) == .element { return document.isHTML(here, .p) }
            sibling = document.nextSibling(of: here)
        }
        return false
    }

    /// The next node in document order that is not inside this one.
    private func next(behind node: NodeID) -> NodeID? {
        var place: NodeID? = node
        while let here = place {
            if let sibling = document.nextSibling(of: here) { return sibling }
            place = document.parent(of: here)
        }
        return nil
    }
}
