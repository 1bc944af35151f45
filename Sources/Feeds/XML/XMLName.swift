internal import TextCore

/// The namespaces that the builders know, each by one name however documents spell it.
enum Vocabulary: String, Sendable, Hashable {
    case none, atom, atom03, rss10, rss, rdf, content, dublinCore, dcTerms, media, itunes, xhtml, svg, mathML, xlink, xml
    case sitemap, news, image
    /// A namespace that is none of these.
    case other

    /// Namespace addresses in lower case, as feeds differ in it.
    static let byAddress: [String: Vocabulary] = table { $0[2].asciiLowercased }
    /// What a prefix usually means, for documents that forget to declare it.
    static let byUsualPrefix: [String: Vocabulary] = {
        var prefixes: [String: Vocabulary] = [:]
        for row in rows { for prefix in row[1].split(separator: ",") { prefixes[String(prefix)] = Vocabulary(rawValue: row[0]) } }
        return prefixes
    }()

    private static let rows = LexiconFile(PackageResources.namespaces_txt)["namespaces"].filter { $0.count == 3 }

    private static func table(_ key: ([String]) -> String) -> [String: Vocabulary] {
        Dictionary(rows.compactMap { row in Vocabulary(rawValue: row[0]).map { (key(row), $0) } }) { first, _ in first }
    }

    /// Whether elements of the vocabulary are those of a feed format itself.
    var isCore: Bool {
        switch self {
        case .none, .atom, .atom03, .rss10, .rss: true
        default: false
        }
    }
}

/// The name of an element or attribute with its prefix resolved.
struct XMLName: Sendable, Hashable {
    /// As written: `dc:date`.
    var qualified: String
    /// What its namespace is.
    var vocabulary: Vocabulary
    /// The part behind the prefix, in lower case: feeds mix `pubDate`, `pubdate` and `PubDate`.
    var local: String
}

/// An attribute of a start tag.
struct XMLAttribute: Sendable, Hashable {
    var name: XMLName
    var value: String
}

/// The namespaces in scope while a document is read: Namespaces in XML 1.0.
struct NamespaceScope {
    /// What each prefix stands for, the innermost declaration last.
    private var bindings: [String: [Vocabulary]] = [:]
    /// Which prefix was declared at which depth.
    private var declared: [(prefix: String, depth: Int)] = []
    /// Names that were seen, cut at their colon.
    private var parts: [String: (prefix: String, local: String)] = [:]
    private var depth = 0
    /// Prefixes that were used without declaration, a few of them.
    private(set) var undeclared: [String] = []

    /// Enters an element; its name and attributes with prefixes resolved. Declarations stay among the attributes.
    /// O(attributes).
    mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) -> (XMLName, [XMLAttribute]) {
        depth += 1
        for attribute in attributes where attribute.name.utf8.starts(with: "xmlns".utf8) {
            let (first, second) = cut(attribute.name)
            guard first == "xmlns" || first.isEmpty && second == "xmlns" else { continue }
            let prefix = first.isEmpty ? "" : second
            let address = attribute.value.trimmingXMLSpace
            let vocabulary = address.isEmpty ? .none : Vocabulary.byAddress[address.asciiLowercased] ?? .other
            bindings[prefix, default: []].append(vocabulary)
            declared.append((prefix, depth))
        }
        let resolved = attributes.map { XMLAttribute(name: resolve($0.name, isElement: false), value: $0.value) }
        return (resolve(name, isElement: true), resolved)
    }

    /// Leaves the innermost element.
    mutating func close() {
        while let last = declared.last, last.depth >= depth {
            bindings[last.prefix]?.removeLast()
            declared.removeLast()
        }
        depth -= 1
    }

    /// The prefix, and the local part as it is written for declarations, in lower case for others.
    private mutating func cut(_ name: String) -> (prefix: String, local: String) {
        if let known = parts[name] { return known }
        var cut = (prefix: "", local: name)
        if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
            cut = (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
        }
        if cut.prefix != "xmlns" { cut.local = cut.local.asciiLowercased }
        // A document of endlessly many names must not grow the table.
        if parts.count < 512 { parts[name] = cut }
        return cut
    }

    private mutating func resolve(_ name: String, isElement: Bool) -> XMLName {
        let (prefix, local) = cut(name)
        let vocabulary: Vocabulary
        switch prefix {
        case "": vocabulary = isElement ? bindings[""]?.last ?? .none : .none
        case "xml": vocabulary = .xml
        case "xmlns": vocabulary = .other
        default:
            if let declared = bindings[prefix]?.last {
                vocabulary = declared
            } else {
                if undeclared.count < 16, !undeclared.contains(prefix) { undeclared.append(prefix) }
                vocabulary = Vocabulary.byUsualPrefix[prefix.asciiLowercased] ?? .other
            }
        }
        return XMLName(qualified: name, vocabulary: vocabulary, local: local)
    }
}

extension String {
    /// ASCII capitals as small letters. O(*n*), and no copy where there are none.
    var asciiLowercased: String {
        guard utf8.contains(where: { $0 &- 0x41 < 26 }) else { return self }
        return String(decoding: utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

extension StringProtocol {
    /// Without the white space of XML at both ends. O(*n*).
    var trimmingXMLSpace: String {
        let bytes = utf8
        guard let first = bytes.first else { return "" }
        if !first.isXMLSpace, bytes.count == 1 { return String(self) }
        return String(decoding: TextForm.trimmed(Array(bytes)), as: UTF8.self)
    }
}

extension UInt8 {
    /// Tab, line feed, carriage return or space.
    @inline(__always)
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
