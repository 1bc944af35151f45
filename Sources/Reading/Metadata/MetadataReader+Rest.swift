internal import HTMLTree
internal import TextCore

/// Standfirst, language, section, keywords, body.
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
        let visible = visibleStandfirsts(candidates.map { WordKey($0.value) })
        result.nodes.standfirst = visible.first?.node
        result.standfirst = finding(
            visible.first,
            "the first element below the headline that is called one",
            among: visible,
            by: { WordKey($0) }
        )
    }

    /// Bytes that hold more than the 120 words of the longest standfirst in most languages.
    private static let lengthOfStart = 1000

    /// The elements between the headline and the article's text that are called standfirsts.
    private func visibleStandfirsts(_ descriptions: [WordKey]) -> [PageMetadata.Candidate<String>] {
        guard let headline = scan.order(of: result.nodes.headline) else { return [] }
        let title = result.headline.value.map { WordKey($0) }
        var found: [PageMetadata.Candidate<String>] = []
        for element in scan.standfirsts where element.order > headline && element.order - headline < 160 && found.count < 4 {
            guard !element.context.isElsewhere, element.context.isDisjoint(with: [.figure, .biography]),
                element.words.isDisjoint(with: [.author, .date, .caption, .credit, .headline, .aside, .navigation])
            else { continue }
            // Wrappers of whole articles are called leads too: their start tells that they are too long.
            let start = PageText.text(of: element.node, in: document, longest: Self.lengthOfStart)
            // One byte less is left when it was cut off after a space.
            let isAll = start.utf8.count < Self.lengthOfStart - 1
            guard isAll || WordKey(start).words.count <= 121 else { continue }
            let text = isAll ? start : PageText.text(of: element.node, in: document)
            let key = WordKey(text)
            guard (4...120).contains(key.words.count), key != title else { continue }
            // Whole articles are called leads too: long ones need a description that says the same.
            if key.words.count <= 70 || descriptions.contains(where: { $0.overlap(key) > 0.6 || key.starts(with: $0) }) {
                found.append(candidate(element.node, text))
            }
        }
        return found
    }

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
        result.section = finding(
            candidates.first,
            "the first of JSON-LD, Open Graph, meta elements",
            among: candidates,
            by: { WordKey($0) }
        )
    }

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
