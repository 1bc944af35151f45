internal import HTMLTree
internal import TextCore

/// The headline: what the reader sees above the article, if the page's own titles bear it out.
extension MetadataReader {
    typealias Headline = PageMetadata.Candidate<String>

    mutating func readHeadline() {
        let declared = declaredHeadlines()
        titles = declared.map { WordKey($0.value) }
        let names = titles
        let address = (result.canonicalURL.value ?? url).map(Self.addressKey)
        linked.rank(
            agrees: { headline in
                let key = WordKey(headline)
                return names.contains { $0 == key || $0.overlap(key) > 0.7 }
            },
            isAddress: { value in address != nil && Self.addressKey(value) == address }
        )
        var candidates = linkedHeadlines() + propertyHeadlines() + declared
        titles += candidates.map { WordKey($0.value) }
        let headings = visibleHeadlines(scan.headings)
        let (chosen, reason) = choice(headings, candidates)
        candidates = headings.map(\.candidate) + candidates
        result.headline = finding(chosen, reason, among: candidates) { WordKey($0) == WordKey($1) }
        result.nodes.headline = chosen.flatMap { $0.source == .visible ? $0.node : nil }
        if result.nodes.headline == nil, let chosen { result.nodes.headline = element(saying: chosen.value) }
        if let object = linked.objects.first { result.types = object.types }
    }

    // MARK: Candidates

    /// Titles in meta elements and in `title`, without the site's name.
    private func declaredHeadlines() -> [Headline] {
        var found: [Headline] = []
        for source in [MetadataSource.openGraph, .twitter, .dublinCore, .meta] {
            for meta in metas(.headline) where meta.name.source == source {
                let value = withoutSite(text(meta))
                if !value.isEmpty, !isSite(value) { found.append(candidate(meta, value)) }
            }
        }
        if let title = scan.title {
            let value = withoutSite(PageText.text(of: title, in: document), isTitle: true)
            if !value.isEmpty { found.append(candidate(title, value, source: .title, label: "title")) }
        }
        return found
    }

    private func linkedHeadlines() -> [Headline] {
        var found: [Headline] = []
        for object in linked.objects.prefix(4) where object.score >= 50 {
            for key in ["headline", "name", "alternativeHeadline"] as [StaticString] {
                guard let text = linked.text(key, of: object.reference) else { continue }
                let value = withoutSite(text)
                guard !value.isEmpty, !isSite(value) else { continue }
                found.append(candidate(object, key, value))
                if key.description == "headline" { break }
            }
        }
        return found
    }

    private func propertyHeadlines() -> [Headline] {
        scan.properties.prefix(64).compactMap { found in
            guard !found.context.isElsewhere, let name = document.attribute(.itemprop, of: found.node),
                document.hasToken("headline", in: name)
            else { return nil }
            let value = withoutSite(propertyText(found.node))
            return value.isEmpty ? nil : candidate(found.node, value, source: .microdata, label: "itemprop=headline")
        }
    }

    struct VisibleHeadline {
        let candidate: Headline
        let found: PageScan.Found
        let key: WordKey
    }

    private func visibleHeadlines(_ elements: [PageScan.Found]) -> [VisibleHeadline] {
        elements.compactMap { found in
            let text = headlineText(of: found.node)
            guard !text.isEmpty, !isSite(text) else { return nil }
            return VisibleHeadline(candidate: candidate(found.node, text), found: found, key: WordKey(text))
        }
    }

    /// The text of a heading without what is invisible in it.
    private func headlineText(of node: NodeID) -> String {
        PageText.text(of: node, in: document)
    }

    /// The text of an element with `itemprop`: its attribute where it has one for it, else its text.
    func propertyText(_ node: NodeID) -> String {
        if let content = document.attribute(.content, of: node) { return PageText.clean(document.string(content)) }
        return PageText.text(of: node, in: document)
    }

    // MARK: Choice

    private func choice(_ headings: [VisibleHeadline], _ declared: [Headline]) -> (Headline?, String) {
        let keys = declared.filter { $0.source != .title || true }.map { WordKey($0.value) }
        var best: (heading: VisibleHeadline, support: Double)?
        for heading in headings {
            var support = keys.map { Self.support(heading.key, $0) }.max() ?? 0
            if heading.found.context.isElsewhere { support -= 0.25 }
            if heading.found.context.contains(.article) { support += 0.05 }
            if support > best?.support ?? -1 { best = (heading, support) }
        }
        if let best, best.support >= 0.5 { return (best.heading.candidate, "the first heading that the page's titles bear out") }
        if let best, headings.count == 1, best.heading.key.words.count >= 4, !best.heading.found.context.isElsewhere {
            return (best.heading.candidate, "the only heading of the first rank")
        }
        // Titles that two kinds of places agree on come before those of one.
        for candidate in declared {
            let key = WordKey(candidate.value)
            let others = declared.filter { $0.source != candidate.source && WordKey($0.value) == key }
            if !others.isEmpty { return (candidate, "what most of the page's titles say") }
        }
        if let first = declared.first {
            return (first, "the first of JSON-LD, microdata, Open Graph, other meta elements, title")
        }
        if let best { return (best.heading.candidate, "a heading, as the page has no title") }
        return (nil, "")
    }

    /// How far a title bears a heading out, 0–1.
    private static func support(_ heading: WordKey, _ title: WordKey) -> Double {
        if heading == title { return 1 }
        if heading.words.count >= 3, title.contains(heading) { return 0.9 }
        if title.words.count >= 3, heading.contains(title) { return 0.9 }
        return heading.overlap(title)
    }

    /// An element that is no heading of the first rank but says a headline.
    private func element(saying headline: String) -> NodeID? {
        let key = WordKey(headline)
        for found in scan.subheadings + scan.headlines where !found.context.isElsewhere {
            if WordKey(PageText.text(of: found.node, in: document)) == key { return found.node }
        }
        return nil
    }
}
