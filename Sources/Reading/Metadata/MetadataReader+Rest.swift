internal import HTMLTree
internal import TextCore

/// Language, section, keywords, body.
extension MetadataReader {
    mutating func readRest() {
        readLanguage()
        readSection()
        var seen: Set<WordKey> = []
        var lists = metas(.keywords).map(text)
        for object in linked.objects.prefix(2) where object.score >= 50 {
            if let value = linked.member("keywords", of: object.reference) { lists += linked.strings(value).map(PageText.clean) }
        }
        for list in lists {
            for keyword in list.utf8.split(separator: UInt8(ascii: ",")).prefix(64) {
                let word = PageText.folded(keyword)
                if !word.isEmpty, result.keywords.count < 64, seen.insert(WordKey(word)).inserted { result.keywords.append(word) }
            }
        }
        for object in linked.objects.prefix(2) where object.score >= 50 && result.articleBody == nil {
            guard let body = linked.rawText("articleBody", of: object.reference), body.utf8.count > 1 else { continue }
            result.articleBody = body
        }
    }

    private mutating func readLanguage() {
        var candidates: [PageMetadata.Candidate<String>] = []
        if let language = scan.htmlLanguage.map(document.string).flatMap(Self.language) {
            candidates.append(
                PageMetadata.Candidate(
                    value: language,
                    source: .meta,
                    label: "html[lang]",
                    place: scan.htmlLanguage.flatMap(document.sourceRange),
                    node: nil
                )
            )
        }
        for object in linked.objects.prefix(2) where object.score >= 50 {
            if let language = linked.text("inLanguage", of: object.reference).flatMap(Self.language) {
                candidates.append(candidate(object, "inLanguage", language))
            }
        }
        for meta in metas(.language) {
            if let language = Self.language(text(meta)) { candidates.append(candidate(meta, language)) }
        }
        result.language = finding(
            candidates.first,
            "the first of html, JSON-LD, meta elements",
            among: candidates,
            by: { $0.prefix(2) }
        )
    }

    /// A BCP 47 tag of what pages write: `en_GB` is `en-GB`.
    static func language(_ text: String) -> String? {
        let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: " ") }
        var tag = text.utf8.split(whereSeparator: isEnd).first.map { String(Substring($0)) } ?? ""
        if tag.utf8.contains(UInt8(ascii: "_")) { tag = String(tag.map { $0 == "_" ? "-" : $0 }) }
        let parts = tag.utf8.split(separator: UInt8(ascii: "-")).map { Substring($0) }
        guard let first = parts.first, (2...3).contains(first.utf8.count),
            parts.allSatisfy({ $0.utf8.count <= 8 && $0.utf8.allSatisfy { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 } })
        else { return nil }
        return ([first.lowercased()] + parts.dropFirst().map(String.init)).joined(separator: "-")
    }

    private mutating func readSection() {
        var candidates: [PageMetadata.Candidate<String>] = []
        for object in linked.objects.prefix(2) where object.score >= 50 {
            if let section = linked.text("articleSection", of: object.reference) {
                candidates.append(candidate(object, "articleSection", section))
            }
        }
        for meta in metas(.section) {
            let section = text(meta)
            if !section.isEmpty, section.utf8.count <= 100, !section.contains("://") {
                candidates.append(candidate(meta, section))
            }
        }
        if let crumb = sectionOfBreadcrumbs() { candidates.append(crumb) }
        for found in scan.sectionLinks where !found.context.contains(.comments) {
            let section = PageText.text(of: found.node, in: document, longest: 100)
            if !section.isEmpty { candidates.append(candidate(found.node, section)) }
        }
        result.section = finding(
            candidates.first,
            "the first of JSON-LD, Open Graph, meta elements, the trail to the page, links to a category",
            among: candidates,
            by: { WordKey($0) }
        )
    }

    /// The last of the pages that lead to this one, neither the site's first page nor the article itself.
    private func sectionOfBreadcrumbs() -> PageMetadata.Candidate<String>? {
        guard let trail = linked.breadcrumbs, let list = linked.member("itemListElement", of: trail) else { return nil }
        var names: [String] = []
        for (position, element) in linked.elements(list, limit: 12).enumerated() {
            let entry = linked.resolved(element)
            let item = linked.member("item", of: entry).map(linked.resolved)
            guard let name = linked.text("name", of: entry) ?? item.flatMap({ linked.text("name", of: $0) }) else { continue }
            let address = item.flatMap { linked.strings($0, keys: ["@id", "url"], limit: 1).first } ?? ""
            if position == 0, isSite(name) || address.isEmpty || Self.path(of: address).isEmpty { continue }
            if titles.contains(WordKey(name)) || WordKey(name).words.count > Self.longestSection { continue }
            names.append(name)
        }
        return names.last.map {
            let place = linked.place(list)
            return PageMetadata.Candidate(value: $0, source: .jsonLD, label: "json-ld BreadcrumbList", place: place, node: nil)
        }
    }

    /// Words of the longest name of a section.
    private static let longestSection = 6

    /// News agencies in the place of authors, and the names of the byline.
    mutating func readAgencies() {
        var seen: Set<String> = []
        let chosen = result.organizations.chosen
        let candidates = [chosen].compactMap { $0 } + result.organizations.agreeing + result.organizations.conflicts
        for name in candidates.flatMap(\.value) {
            for agency in Self.agencies(in: name).names where seen.insert(agency).inserted { result.agencies.append(agency) }
        }
        result.bylineNames = result.authors.value ?? chosen?.value ?? []
        if let authors = result.authors.chosen, let chosen, authors.label == chosen.label {
            result.bylineNames += chosen.value.filter { Self.agencies(in: $0).isWhole }
        }
    }

    /// The news agencies that a name holds, and whether it is the name of one and nothing else.
    private static func agencies(in name: String) -> (names: [String], isWhole: Bool) {
        let text = UTF8Text(name)
        let tokens = LineToken.scan(text.span, text.range, limit: 32)
        var names: [String] = []
        var isWhole = false
        for start in tokens.indices {
            guard let agency = Agencies.standard.newsAgency(tokens, at: start) else { continue }
            names.append(agency.name)
            if start == 0, agency.end == tokens.count { isWhole = true }
        }
        return (names, isWhole)
    }
}
