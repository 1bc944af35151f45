internal import HTMLTree
internal import TextCore

/// The headings that may be the headline, each without the line above the headline that it may hold.
extension MetadataReader {
    /// A heading that may be the headline.
    struct VisibleHeadline {
        let candidate: Headline
        let found: PageScan.Found
        let key: WordKey
        /// With the line above the headline, where that is part of the heading.
        let whole: WordKey

        /// Whether one of some titles says it, with the line above it or without.
        func isSaid(by titles: Set<WordKey>) -> Bool { titles.contains(key) || titles.contains(whole) }
    }

    /// The headings of the first rank, then those elements called headlines that say exactly what one of the titles says.
    func visibleHeadlines(_ declared: [WordKey]) -> [VisibleHeadline] {
        let keys = Set(declared)
        var found = scan.headings.compactMap { visible($0, keys) }
        // Most pages have a heading of the first rank that one of their titles says.
        if found.contains(where: { $0.isSaid(by: keys) && isPlain($0.found) }) { return found }
        for other in scan.subheadings + scan.headlines where !other.context.isElsewhere && other.words.isDisjoint(with: .kicker) {
            guard maySay(other.node, keys) else { continue }
            // A wrapper of a whole article may be called after its headline.
            guard PageText.pieces(of: other.node, in: document, longest: 400) != nil else { continue }
            guard let heading = visible(other, keys), heading.isSaid(by: keys), heading.key.words.count >= 2 else { continue }
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
        let counter = counter(in: found.node)
        let text = withoutSite(PageText.text(of: found.node, in: document) { $0 == counter })
        guard !text.isEmpty, !isSite(text), !Self.isHost(text) else { return nil }
        let whole = WordKey(text)
        guard let parts = withoutKicker(found.node, whole, declared) else {
            return VisibleHeadline(candidate: candidate(found.node, text), found: found, key: whole, whole: whole)
        }
        return VisibleHeadline(
            candidate: candidate(found.node, parts.headline),
            found: found,
            key: WordKey(parts.headline),
            whole: WordKey(parts.kicker + " " + parts.headline)
        )
    }

    /// The parts of a heading that holds the line above the headline, or a label beside it, as headings often do: its first
    /// child where that is called so or is a time, and any child without which the heading says what one of the titles says.
    private func withoutKicker(
        _ node: NodeID,
        _ whole: WordKey,
        _ declared: Set<WordKey>
    ) -> (kicker: String, headline: String)? {
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
        var isStart = true
        for child in document.children(of: scope).prefix(8) {
            guard document.kind(of: child) == .element else {
                if isStart, document.kind(of: child) == .text { isStart = isBlank(child) }
                continue
            }
            // What a title says in full is cut at its start only: at its end it may go on in another style.
            guard isStart || !declared.contains(whole) else { break }
            let counter = counter(in: node)
            let text = PageText.text(of: node, in: document) { $0 == child || $0 == counter }
            let key = WordKey(text)
            if key.words.count >= 2, key != whole, declared.contains(key) || isStart && isKicker(child) {
                let kicker = PageText.text(of: child, in: document)
                // A colon makes one headline of the two, if no title says otherwise.
                guard declared.contains(key) || !kicker.hasSuffix(":") && !text.hasPrefix(":") else { break }
                return (kicker, text.trimmingSigns())
            }
            isStart = false
        }
        return nil
    }

    /// What stands in a heading behind the headline and is none of it: "12 comments", "Share".
    private func counter(in heading: NodeID) -> NodeID? {
        guard let last = document.children(of: heading).suffix(2).last(where: { document.kind(of: $0) == .element }),
            document.firstChild(of: heading) != last
        else { return nil }
        let text = UTF8Text(PageText.text(of: last, in: document, longest: 60))
        guard text.count < 48, !text.range.isEmpty, let label = BlockWords.label(text.span, text.range) else { return nil }
        return label.kind == .sharePrompt || label.reason == Furniture.commentsPrompt ? last : nil
    }

    /// Whether an element is a time, or is called what lines above a headline are.
    private func isKicker(_ node: NodeID) -> Bool {
        if document.isHTML(node, .time) { return true }
        guard let value = document.attribute(.class, of: node) else { return false }
        let bytes = document.bytes(value)
        // "article-title__overline" is the overline of the title.
        var start = bytes.count
        while start > 0, !(start >= 2 && bytes[start - 1] == UInt8(ascii: "_") && bytes[start - 2] == UInt8(ascii: "_")) {
            start -= 1
        }
        let words = MetadataLexicon.standard.words(in: bytes.extracting(start..<bytes.count))
        return words.contains(.kicker) && !words.contains(.headline)
    }

    /// Whether a text is but the name of a host, as sites print their own.
    private static func isHost(_ text: String) -> Bool {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2 else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
        } && last.allSatisfy { $0 &- 0x61 < 26 }
    }

    private func hasText(beside child: NodeID, in scope: NodeID) -> Bool {
        document.children(of: scope).contains { $0 != child && document.kind(of: $0) == .text && !isBlank($0) }
    }

    /// Whether a text is nothing but white space.
    private func isBlank(_ text: NodeID) -> Bool {
        let bytes = document.bytes(document.text(of: text))
        for index in 0..<bytes.count where bytes[index] > 0x20 { return false }
        return true
    }

    /// Whether a heading is a link to the site's front page, as logos are.
    func leadsHome(_ found: PageScan.Found) -> Bool {
        for below in document.descendants(of: found.node).prefix(12) where document.isHTML(below, .a) {
            guard let target = document.attribute(.href, of: below) else { return false }
            let address = PageText.folded(document.bytes(target))
            return address == "/" || address.contains("://") && Self.path(of: Self.original(address)).isEmpty
        }
        return false
    }

    /// The address of a page in an archive of the web, without the archive's own before it.
    private static func original(_ address: String) -> String {
        var parts = address.split(separator: "://", omittingEmptySubsequences: false).suffix(1)
        return parts.popLast().map(String.init) ?? address
    }
}
