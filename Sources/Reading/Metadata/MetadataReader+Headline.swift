internal import HTMLTree
internal import TextCore

/// The headline: what the reader sees above the article, if the page's own titles bear it out.
extension MetadataReader {
    typealias Headline = PageMetadata.Candidate<String>

    mutating func readHeadline() {
        readSiteHeadings()
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
        var (chosen, reason) = choice(headings, candidates, keys)
        result.nodes.headline = chosen.flatMap { $0.source == .visible ? $0.node : nil }
        if let heading = chosen, heading.source == .visible, let whole = withKicker(heading, candidates) {
            (chosen, reason) = (whole, "the page's heading behind its kicker, as JSON-LD and Open Graph have it")
        }
        candidates = headings.map(\.candidate) + candidates
        result.headline = finding(chosen, reason, among: candidates, by: { WordKey($0) })
        if result.nodes.headline == nil, let chosen { result.nodes.headline = element(saying: chosen.value) }
        result.nodes.kicker = kicker()
        result.types = linked.objects.first?.types ?? metas(.type).prefix(1).map(text)
    }

    /// A heading that leads to the front page is the site's name, unless a meta element calls the page so.
    private mutating func readSiteHeadings() {
        for heading in scan.headings where leadsHome(heading) {
            let name = WordKey(PageText.text(of: heading.node, in: document, longest: 200))
            guard (1...6).contains(name.words.count), !metas(.headline).contains(where: { WordKey(text($0)) == name }) else {
                continue
            }
            siteNames.insert(name)
        }
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
        // The questions that an article answers have names too, of which none is its own.
        let hasQuestions = linked.objects.prefix(64).filter { $0.types.contains("Question") }.count > 1
        for object in linked.objects.prefix(4) where object.score >= 50 {
            if hasQuestions, object.types.contains("Question") { continue }
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

    /// The text of an element with `itemprop`: its attribute where it has one for it, else its text.
    func propertyText(_ node: NodeID) -> String {
        if let content = document.attribute(.content, of: node) { return PageText.clean(document.bytes(content)) }
        return PageText.text(of: node, in: document)
    }

    // MARK: Choice

    private func choice(_ headings: [VisibleHeadline], _ declared: [Headline], _ keys: [WordKey]) -> (Headline?, String) {
        var best: (heading: VisibleHeadline, support: Double, score: Double, isPlausible: Bool)?
        var plausible: [VisibleHeadline] = []
        for heading in headings {
            let support = keys.map { max(Self.support(heading.key, $0), Self.support(heading.whole, $0)) }.max() ?? 0
            var score = support
            // Several kinds of places that say the same are more than one that does.
            let kinds = Set(
                declared.indices.filter { keys[$0] == heading.key || keys[$0] == heading.whole }.map { declared[$0].source }
            )
            score += 0.1 * Double(min(kinds.count, 4))
            if heading.found.words.contains(.headline) { score += 0.2 }
            if heading.found.context.contains(.article) { score += 0.1 }
            var isPlausible = false
            // Trails of breadcrumbs end with a heading for search engines.
            if heading.found.context.contains(.navigation) || heading.found.words.contains(.navigation) {
                score -= 0.6
            } else if heading.found.context.isElsewhere || !heading.found.words.isDisjoint(with: [.aside, .comments]) {
                score -= 0.3
            } else {
                plausible.append(heading)
                isPlausible = true
            }
            if leadsHome(heading.found) { score -= 0.7 }
            if score > best?.score ?? -1 { best = (heading, support, score, isPlausible) }
        }
        if let best, best.support >= 0.5, best.score >= 0.3 {
            return (best.heading.candidate, "the heading that the page's titles bear out best")
        }
        if let best, best.score > 0 || best.score == 0 && best.isPlausible,
            plausible.count == 1 || best.support >= 0.3 || best.heading.found.words.contains(.headline)
        {
            return (best.heading.candidate, "the only heading that can be the headline")
        }
        // Titles for search engines and for readers can share hardly a word; headings below the text open what else there is.
        let first = scan.firstParagraph ?? 0
        let above = plausible.filter { $0.found.order < first && !leadsHome($0.found) && $0.key.words.count >= 3 }
        if let only = above.first, above.count == 1, plausible.count > 1 {
            return (only.candidate, "the only heading above the text")
        }
        // Titles that two kinds of places agree on come before those of one.
        for (index, candidate) in declared.enumerated() {
            if declared.indices.contains(where: { declared[$0].source != candidate.source && keys[$0] == keys[index] }) {
                if let bare = declared.first(where: { Self.isTail(behind: $0.value, of: candidate.value) }) {
                    return (bare, "what most of the page's titles say, without what follows behind a dash")
                }
                return (candidate, "what most of the page's titles say")
            }
        }
        if declared.allSatisfy({ isSite($0.value) }), let heading = headingOfText() {
            return (heading, "the first heading above the text, as the page's titles say no more than the site's name")
        }
        if let first = declared.first {
            return (first, "the first of JSON-LD, microdata, Open Graph, other meta elements, title")
        }
        if let best { return (best.heading.candidate, "a heading, as the page has no title") }
        return (nil, "")
    }

    /// The first heading of lower rank, or element that is called a headline, that stands above the text and is neither the site's
    /// name nor beside the article: sites whose heading of the first rank is their logo have the headline there.
    private func headingOfText() -> Headline? {
        let found = (scan.headlines + scan.subheadings).sorted { $0.order < $1.order }.first { found in
            guard !found.context.isElsewhere, found.words.isDisjoint(with: [.kicker, .aside, .comments, .navigation]),
                found.order < scan.firstParagraph ?? .max
            else { return false }
            let text = PageText.text(of: found.node, in: document)
            return Self.wordsOfHeadline.contains(WordKey(text).words.count) && !isSite(text) && !leadsHome(found)
        }
        return found.map { candidate($0.node, PageText.text(of: $0.node, in: document)) }
    }

    /// How many words a headline has that nothing but its place shows to be one.
    private static let wordsOfHeadline = 3...40

    /// Whether a title goes on behind another one with a dash or bar and at most three words: the section and the site.
    private static func isTail(behind bare: String, of title: String) -> Bool {
        guard title.count > bare.count, WordKey(bare).words.count > 3, title.hasPrefix(bare) else { return false }
        let tail = title.dropFirst(bare.count).drop { $0 == " " }
        return tail.first.map { "-–—|·".contains($0) } == true && WordKey(String(tail)).words.count <= 3
    }

    /// "Flood in the valley: Two ministers resign", where the page shows the words of the kicker in a line of their own, both JSON-LD
    /// and Open Graph count them to the headline, and no title of the page does without them. One word is a section's name more
    /// often than part of a headline.
    private func withKicker(_ heading: Headline, _ declared: [Headline]) -> Headline? {
        let bare = WordKey(heading.value)
        let keys = declared.map { WordKey($0.value) }
        guard !bare.words.isEmpty, !keys.contains(bare) else { return nil }
        let whole = declared.indices.first { index in
            let words = keys[index].words
            return declared[index].source == .jsonLD && Self.kickerLengths.contains(words.count - bare.words.count)
                && words.suffix(bare.words.count).elementsEqual(bare.words)
        }
        guard let whole else { return nil }
        return declared.indices.contains { declared[$0].source == .openGraph && keys[$0] == keys[whole] } ? declared[whole] : nil
    }

    /// How many words a kicker that belongs to a headline has.
    private static let kickerLengths = 2...8

    /// How far a title bears a heading out, 0–1.
    private static func support(_ heading: WordKey, _ title: WordKey) -> Double {
        // One word is often a section, as "News".
        if heading == title { return heading.words.count >= 2 ? 1 : 0.8 }
        if title.starts(with: heading) { return heading.words.count >= 2 ? 0.9 : 0.6 }
        if heading.words.count >= 3, title.contains(heading) { return 0.75 }
        if title.words.count >= 3, heading.contains(title) { return 0.9 }
        return min(0.85, heading.overlap(title))
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
