internal import FoundationEssentials
internal import HTMLTree

/// The fields of a news object in ninjs, IPTC's JSON for news, versions 1.0 to 3.x
/// (https://iptc.org/standards/ninjs/), that records elsewhere do not have: texts and names in lists of objects with a role.
///
/// Version 1 writes `body_text`, `body_xhtml`, `versioncreated`; version 2 has lists (`bodies`, `headlines`) and version 3
/// camel case (`versionCreated`, `contentType`).
struct NewsObject {
    var headline: String?
    var standfirst: String?
    var text: String?
    var byline: String?
    var published: String?
    var provider: String?
    /// What it says of itself where it has no body: the caption of a picture.
    var description: String?
    /// The texts of the objects that it is put together of, each with its headline.
    var parts: String?
    /// Whether its publisher has withdrawn it (`pubstatus`).
    var isWithdrawn = false

    typealias Fields = KeyedDecodingContainer<RecordFields.Key>

    /// Reads the fields; those that other records may use for something else are left out where they are of another type.
    init(_ fields: Fields) throws {
        headline = try Self.texts(["headlines"], fields).preferred(["main", "headline", "name"])
        standfirst = (try? Self.texts(["descriptions"], fields))?.preferred(["summary", "standfirst", "abstract", "caption"])
        byline = (try? Self.texts(["by"], fields))?.preferred([])
        published = try Self.times(fields)
        provider = (try? Self.texts(["provider", "infosources", "infoSources"], fields))?.preferred([
            "provider", "publisher", "origin",
        ])
        text = try Self.body(fields)
        description = (try? Self.texts(["description_text", "descriptionText", "descriptions"], fields))?
            .preferred(["caption", "summary"])
        parts = Self.parts(fields)
        let status = ["pubstatus", "pubStatus"].lazy.compactMap { name in
            try? fields.decodeIfPresent(String.self, forKey: RecordFields.Key(stringValue: name))
        }.first
        isWithdrawn = status.map { ["canceled", "cancelled", "withheld"].contains($0.lowercased()) } ?? false
    }

    /// The associations that are texts: an object by names, in version 3 a list.
    private static func parts(_ fields: Fields) -> String? {
        let key = RecordFields.Key(stringValue: "associations")
        guard fields.contains(key) else { return nil }
        let named = (try? fields.decode([String: Lossy].self, forKey: key))?.sorted { $0.key < $1.key }.map(\.value)
        let listed = named ?? (try? fields.decode([Lossy].self, forKey: key)) ?? []
        let texts = listed.compactMap(\.fields).filter { $0.text != nil }.map { part in
            [part.headline, part.text].compactMap { $0 }.joined(separator: "\n\n")
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    /// An associated object, which may be anything.
    private struct Lossy: Decodable {
        let fields: RecordFields?

        init(from decoder: any Decoder) throws { fields = try? RecordFields(from: decoder) }
    }

    /// A text with what it is for.
    struct RoledText: Decodable {
        let role: String?
        let type: String?
        let value: String

        private enum Keys: String, CodingKey {
            case role, value, name, contenttype, contentType, text, body_text, body_xhtml
        }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                (role, type, value) = (nil, nil, text)
                return
            }
            let fields = try decoder.container(keyedBy: Keys.self)
            func string(_ keys: Keys...) -> String? {
                keys.lazy.compactMap { try? fields.decodeIfPresent(String.self, forKey: $0) }.first
            }
            role = string(.role)
            type = string(.contenttype, .contentType)
            value = string(.value, .name, .text, .body_text, .body_xhtml) ?? ""
        }
    }

    /// The texts of the first field that there is: a text, an object, or a list of either.
    private static func texts(_ names: [String], _ fields: Fields) throws -> [RoledText] {
        for name in names {
            let key = RecordFields.Key(stringValue: name)
            guard fields.contains(key) else { continue }
            if let list = try? fields.decode([RoledText].self, forKey: key) { return list.filter(\.hasText) }
            if let one = try? fields.decode(RoledText.self, forKey: key), one.hasText { return [one] }
            if (try? fields.decodeNil(forKey: key)) == true { continue }
            throw FieldError(field: name, expected: "a string, an object with a value, or a list of them")
        }
        return []
    }

    /// When the object was first made, or this version of it.
    private static func times(_ fields: Fields) throws -> String? {
        for name in ["firstcreated", "firstCreated", "contentcreated", "contentCreated", "versioncreated", "versionCreated"] {
            let key = RecordFields.Key(stringValue: name)
            guard fields.contains(key) else { continue }
            do {
                if let time = try fields.decodeIfPresent(String.self, forKey: key), !time.isEmpty { return time }
            } catch {
                throw FieldError(field: name, expected: "a string")
            }
        }
        return nil
    }

    /// The body: plain text before markup, the longest where there are several of a kind, for others are teasers.
    private static func body(_ fields: Fields) throws -> String? {
        let bodies = try texts(["bodies"], fields)
        let main = bodies.filter { ["main", "body", "full", "article"].contains($0.role?.lowercased() ?? "") }
        let candidates = main.isEmpty ? bodies : main
        func longest(_ isMarkup: Bool) -> String? {
            candidates.filter { $0.isMarkup == isMarkup }.max { $0.value.utf8.count < $1.value.utf8.count }?.value
        }
        if let text = longest(false) ?? longest(true).map(Markup.text) { return text }
        if try !texts(["body_text"], fields).isEmpty { return nil }
        for name in ["body_xhtml", "body_html", "bodyXhtml"] {
            if let markup = try texts([name], fields).first { return Markup.text(markup.value) }
        }
        return nil
    }
}

extension NewsObject.RoledText {
    var hasText: Bool { value.utf8.contains { $0 > 0x20 } }

    var isMarkup: Bool {
        guard let type = type?.lowercased() else { return value.utf8.first { $0 > 0x20 } == UInt8(ascii: "<") }
        return type.contains("html") || type.contains("xml")
    }
}

extension [NewsObject.RoledText] {
    /// The text of the first role that there is, else the first text.
    fileprivate func preferred(_ roles: [String]) -> String? {
        for role in roles {
            if let found = first(where: { $0.role?.lowercased() == role }) { return found.value }
        }
        return first?.value
    }
}

/// Markup as plain text, a block element to a paragraph.
private enum Markup {
    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "section", "article", "header",
        "footer", "figure", "figcaption", "table", "tr", "pre", "dd", "dt", "hr",
    ]
    private static let hidden: Set<String> = ["script", "style", "template", "noscript", "head", "iframe"]

    static func text(_ markup: String) -> String {
        let page = HTMLParser.parse(Array(markup.utf8))
        var paragraphs: [[UInt8]] = [[]]
        func breakParagraph() {
            if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
        }
        func add(_ bytes: Span<UInt8>) {
            for index in bytes.indices {
                let isSpace = bytes[index] <= 0x20
                if isSpace, paragraphs[paragraphs.count - 1].last ?? 0x20 == 0x20 { continue }
                paragraphs[paragraphs.count - 1].append(isSpace ? 0x20 : bytes[index])
            }
        }
        var node: NodeID? = page.root
        while let current = node {
            let name = page.kind(of: current) == .element ? page.name(of: current) : ""
            if hidden.contains(name) {
                node = leave(current)
                continue
            }
            if name == "br" || blocks.contains(name) { breakParagraph() }
            if page.kind(of: current) == .text { add(page.bytes(page.text(of: current))) }
            node = page.firstChild(of: current) ?? leave(current)
        }
        /// The node behind a node and what is in it; the ends of blocks on the way end paragraphs.
        func leave(_ start: NodeID) -> NodeID? {
            var current = start
            while true {
                if blocks.contains(page.name(of: current)) { breakParagraph() }
                if let next = page.nextSibling(of: current) { return next }
                guard let parent = page.parent(of: current) else { return nil }
                current = parent
            }
        }
        return paragraphs.map { String(decoding: $0.last == 0x20 ? $0.dropLast() : $0[...], as: UTF8.self) }
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
