internal import TextCore

/// An element that has just begun: its name and attributes, and what it inherits.
struct ElementContext {
    var name: XMLName
    var attributes: [XMLAttribute]
    /// What relative references stand on here: `xml:base`, or the document's address.
    var base: String?
    /// `xml:lang` here, as BCP 47 has it.
    var language: String?

    /// The value of an attribute without prefix, trimmed.
    func attribute(_ local: String) -> String? {
        attributes.first { $0.name.vocabulary == .none && $0.name.local == local }?.value.trimmingXMLSpace
    }

    /// The value of an attribute of a vocabulary, trimmed.
    func attribute(_ vocabulary: Vocabulary, _ local: String) -> String? {
        attributes.first { $0.name.vocabulary == vocabulary && $0.name.local == local }?.value.trimmingXMLSpace
    }
}

/// Makes references absolute, within a budget: many short references on one long base would make a small document large.
struct ReferenceResolver {
    /// Bytes that may still be added.
    private var budget: Int

    init(budget: Int) { self.budget = budget }

    /// The target of a reference that stands in an element; the reference itself once the budget is spent.
    mutating func resolve(_ reference: String, in element: ElementContext) -> String {
        guard let base = element.base, budget > 0 else { return reference }
        let target = URLReference.resolve(reference, against: base)
        budget -= max(0, target.utf8.count - reference.utf8.count)
        return target
    }

    /// Markup with its references resolved.
    mutating func resolve(markup: [UInt8], in element: ElementContext) -> [UInt8] {
        guard let base = element.base, budget > 0 else { return markup }
        let resolved = MarkupLinks.resolve(markup, against: base, budget: budget)
        budget -= max(0, resolved.count - markup.count)
        return resolved
    }
}

/// Elements that are open, with what their content inherits: XML Base and `xml:lang`.
struct InheritedContext {
    private var levels: [(base: String?, language: String?)]

    /// The context of a document at an address, in a language.
    init(url: String?, language: String?) {
        levels = [(url, language)]
    }

    /// How many elements are open.
    var depth: Int { levels.count - 1 }

    /// Enters an element.
    mutating func open(_ name: XMLName, _ attributes: [XMLAttribute]) -> ElementContext {
        var (base, language) = levels.last ?? (nil, nil)
        for attribute in attributes where attribute.name.vocabulary == .xml {
            switch attribute.name.local {
            case "base": base = Self.base(attribute.value, on: base)
            case "lang":
                let tag = attribute.value.trimmingXMLSpace
                language = tag.isEmpty ? nil : tag.languageTag
            default: break
            }
        }
        levels.append((base, language))
        return ElementContext(name: name, attributes: attributes, base: base, language: language)
    }

    /// Leaves an element.
    mutating func close() {
        if levels.count > 1 { levels.removeLast() }
    }

    /// A base on another. Schemes that name no place (`javascript:`) make no base, and `http:///host/` means what browsers
    /// take it for. Longer ones than addresses are make none either: nested elements could let them grow.
    private static func base(_ reference: String, on base: String?) -> String? {
        guard reference.utf8.count <= 4096 else { return base }
        var target = URLReference(reference)
        if target.authority == "", target.path.utf8.first == UInt8(ascii: "/"),
            target.scheme?.asciiLowercased.hasPrefix("http") == true
        {
            target = URLReference((target.scheme ?? "http") + "://" + target.path.drop { $0 == "/" })
        }
        if let base { target = target.resolved(against: URLReference(base)) }
        if let scheme = target.scheme?.asciiLowercased, !["http", "https", "ftp", "file", "tag", "urn"].contains(scheme) {
            return base
        }
        let resolved = target.string
        return resolved.utf8.count <= 4096 ? resolved : base
    }
}

extension String {
    /// A language tag with the hyphens of BCP 47: `en_US` → `en-US`.
    var languageTag: String { String(decoding: utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self) }
}
