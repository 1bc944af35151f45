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
        let others = linkedHeadlines() + propertyHeadlines()
        var candidates = others + declared
        let keys = others.map { WordKey($0.value) } + names
        titles += keys
        let headings = visibleHeadlines(keys)
        let (chosen, reason) = choice(headings, candidates, keys)
        candidates = headings.map(\.candidate) + candidates
        result.headline = finding(chosen, reason, among: candidates, by: { WordKey($0) })
        result.nodes.headline = chosen.flatMap { $0.source == .visible ? $0.node : nil }
        if result.nodes.headline == nil, let chosen { result.nodes.headline = element(saying: chosen.value) }
        result.nodes.kicker = kicker()
        result.types = linked.objects.first?.types ?? metas(.type).prefix(1).map(text)
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
        scan.properties.prefix(32).compactMap { found in
            guard !found.context.isElsewhere, let name = document.attribute(.itemprop, of: found.node),
                document.hasToken("headline", in: name)
            else { return nil }
            let value = withoutSite(propertyText(found.node))
            return value.isEmpty ? nil : candidate(found.node, value, source: .microdata, label: "itemprop=headline")
        }
    }

    /// A heading that may be the headline.
    struct VisibleHeadline {
        let candidate: Headline
        let found: PageScan.Found
        let key: WordKey
    }

    /// The headings of the first rank, then those elements called headlines that say exactly what one of the titles says.
    private func visibleHeadlines(_ declared: [WordKey]) -> [VisibleHeadline] {
        let keys = Set(declared)
        var found = scan.headings.compactMap { visible($0, keys) }
        // Most pages have a heading of the first rank that one of their titles says.
        if found.contains(where: { keys.contains($0.key) && isPlain($0.found) }) { return found }
        for other in scan.subheadings + scan.headlines where !other.context.isElsewhere && other.words.isDisjoint(with: .kicker) {
            guard maySay(other.node, keys) else { continue }
            // A wrapper of a whole article may be called after its headline.
            guard PageText.pieces(of: other.node, in: document, longest: 400) != nil else { continue }
            guard let heading = visible(other, keys), keys.contains(heading.key), heading.key.words.count >= 2 else { continue }
            found.append(heading)
        }
        return found
    }

    /// Whether an element's text holds the first and the last word of a title. Most do not, and need not be looked at closer.
    private func maySay(_ node: NodeID, _ titles: Set<WordKey>) -> Bool {
        let words = WordKey(PageText.text(of: node, in: document, longest: 1200)).words
        return titles.contains { title in
            guard title.words.count <= words.count, let first = title.words.first, let last = title.words.last else {
                return false
            }
            return words.contains(first) && words.contains(last)
        }
    }

    /// Whether a heading stands neither beside the article nor in a trail of breadcrumbs.
    private func isPlain(_ found: PageScan.Found) -> Bool {
        !found.context.isElsewhere && found.words.isDisjoint(with: [.navigation, .aside, .comments])
    }

    private func visible(_ found: PageScan.Found, _ declared: Set<WordKey>) -> VisibleHeadline? {
        var text = withoutSite(PageText.text(of: found.node, in: document))
        guard !text.isEmpty, !isSite(text) else { return nil }
        var key = WordKey(text)
        if !declared.contains(key), let (shorter, shorterKey) = withoutKicker(found.node, declared) {
            (text, key) = (shorter, shorterKey)
        }
        return VisibleHeadline(candidate: candidate(found.node, text), found: found, key: key)
    }

    /// The text of a heading without a first or last child, when one of the titles says just that: headings often hold the
    /// line above the headline, or a label beside it.
    private func withoutKicker(_ node: NodeID, _ declared: Set<WordKey>) -> (String, WordKey)? {
        var scope = node
        // The children may be wrapped.
        for _ in 0..<3 {
            var elements = document.children(of: scope).filter { document.kind(of: $0) == .element }
            if elements.count == 1, let only = elements.popLast(), !hasText(beside: only, in: scope) {
                scope = only
            } else {
                break
            }
        }
        let children = document.children(of: scope).prefix(8)
        for child in children where document.kind(of: child) == .element {
            let text = PageText.text(of: node, in: document) { $0 == child }
            let key = WordKey(text)
            if key.words.count >= 2, declared.contains(key) {
                return (text.trimmingSigns(), key)
            }
        }
        return nil
    }

    private func hasText(beside child: NodeID, in scope: NodeID) -> Bool {
        document.children(of: scope).contains { other in
            guard other != child, document.kind(of: other) == .text else { return false }
            let bytes = document.bytes(document.text(of: other))
            for index in 0..<bytes.count where bytes[index] > 0x20 { return true }
            return false
        }
    }

    /// The text of an element with `itemprop`: its attribute where it has one for it, else its text.
    func propertyText(_ node: NodeID) -> String {
        if let content = document.attribute(.content, of: node) { return PageText.clean(document.bytes(content)) }
        return PageText.text(of: node, in: document)
    }

    // MARK: Choice

    private func choice(_ headings: [VisibleHeadline], _ declared: [Headline], _ keys: [WordKey]) -> (Headline?, String) {
        var best: (heading: VisibleHeadline, support: Double, score: Double)?
        var plausible = 0
        for heading in headings {
            let support = keys.map { Self.support(heading.key, $0) }.max() ?? 0
            var score = support
            // Several kinds of places that say the same are more than one that does.
            let kinds = Set(declared.indices.filter { keys[$0] == heading.key }.map { declared[$0].source })
            score += 0.1 * Double(min(kinds.count, 4))
            if heading.found.words.contains(.headline) { score += 0.2 }
            if heading.found.context.contains(.article) { score += 0.1 }
            // Trails of breadcrumbs end with a heading for search engines.
            if heading.found.context.contains(.navigation) || heading.found.words.contains(.navigation) {
                score -= 0.6
            } else if heading.found.context.isElsewhere || !heading.found.words.isDisjoint(with: [.aside, .comments]) {
                score -= 0.3
            } else {
                plausible += 1
            }
            if leadsHome(heading.found) { score -= 0.7 }
            if score > best?.score ?? -1 { best = (heading, support, score) }
        }
        if let best, best.support >= 0.5, best.score >= 0.3 {
            return (best.heading.candidate, "the heading that the page's titles bear out best")
        }
        if let best, best.score > 0, plausible == 1 || best.support >= 0.3 || best.heading.found.words.contains(.headline) {
            return (best.heading.candidate, "the only heading that can be the headline")
        }
        // Titles that two kinds of places agree on come before those of one.
        for (index, candidate) in declared.enumerated() {
            if declared.indices.contains(where: { declared[$0].source != candidate.source && keys[$0] == keys[index] }) {
                return (candidate, "what most of the page's titles say")
            }
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
        if title.starts(with: heading) { return heading.words.count >= 2 ? 0.9 : 0.6 }
        if heading.words.count >= 3, title.contains(heading) { return 0.75 }
        if title.words.count >= 3, heading.contains(title) { return 0.9 }
        return min(0.85, heading.overlap(title))
    }

    /// Whether a heading is a link to the site's front page, as logos are.
    private func leadsHome(_ found: PageScan.Found) -> Bool {
        for below in document.descendants(of: found.node).prefix(12) where document.isHTML(below, .a) {
            guard let target = document.attribute(.href, of: below) else { return false }
            let address = PageText.folded(document.bytes(target))
            return address == "/" || address.isEmpty || address.contains("://") && Self.path(of: address).isEmpty
        }
        return false
    }

    /// The line above the headline, or beside it: an element of few words that is called so.
    private func kicker() -> NodeID? {
        guard let headline = scan.order(of: result.nodes.headline) else { return nil }
        return scan.kickers.first { found in
            guard abs(found.order - headline) <= 24, !found.context.isElsewhere, found.node != result.nodes.headline else {
                return false
            }
            let key = WordKey(PageText.text(of: found.node, in: document))
            return (1...8).contains(key.words.count) && key != result.headline.value.map { WordKey($0) }
        }?.node
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
