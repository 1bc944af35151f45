internal import TextCore

/// Makes the addresses in markup absolute and leaves every other byte as it is, so that a text stays the publisher's.
enum MarkupLinks {
    /// The attributes whose values are addresses.
    private static let names: Set<String> = [
        "href", "src", "action", "cite", "longdesc", "poster", "background", "data", "usemap", "codebase", "profile", "classid",
    ]

    /// The markup with relative references resolved against a base, until so many bytes are added. O(*n* + addresses · length of the base).
    static func resolve(_ markup: [UInt8], against base: String, budget: Int = .max) -> [UInt8] {
        let base = URLReference(base)
        guard base.isAbsolute else { return markup }
        let bytes = markup.span
        var result: [UInt8] = []
        var copied = 0
        var added = 0
        var at = 0
        while let tag = bytes.index(of: UInt8(ascii: "<"), from: at), tag + 1 < markup.count {
            at = tag + 1
            if bytes.has("!--", at: at) {
                at = bytes.index(of: "-->", from: at).map { $0 + 3 } ?? markup.count
                continue
            }
            guard (markup[at] | 0x20) &- 0x61 < 26 else { continue }
            while at < markup.count, !markup[at].isXMLSpace, markup[at] != UInt8(ascii: ">") { at += 1 }
            // Attributes, up to the tag's end.
            while at < markup.count, markup[at] != UInt8(ascii: ">") {
                if markup[at].isXMLSpace || markup[at] == UInt8(ascii: "/") {
                    at += 1
                    continue
                }
                let attribute = attribute(bytes, from: at)
                at = max(attribute.end, at + 1)
                guard !attribute.value.isEmpty, added < budget else { continue }
                // Most are absolute, and need no closer look.
                if bytes.has("http://", at: attribute.value.lowerBound) || bytes.has("https://", at: attribute.value.lowerBound) {
                    continue
                }
                let name = String(decoding: markup[attribute.name], as: UTF8.self).asciiLowercased
                guard names.contains(name) else { continue }
                let value = String(decoding: markup[attribute.value], as: UTF8.self)
                let reference = URLReference(value)
                // A place in the page itself stays one.
                guard !reference.isAbsolute, !(reference.path.isEmpty && reference.authority == nil && reference.query == nil)
                else {
                    continue
                }
                result += markup[copied..<attribute.value.lowerBound]
                let target = reference.resolved(against: base).string.utf8
                result += target
                added += target.count
                copied = attribute.value.upperBound
            }
        }
        guard copied > 0 else { return markup }
        return result + markup[copied...]
    }

    private static func attribute(_ bytes: Span<UInt8>, from start: Int) -> (name: Range<Int>, value: Range<Int>, end: Int) {
        func skipSpace(_ start: Int) -> Int {
            var at = start
            while at < bytes.count, bytes[at].isXMLSpace { at += 1 }
            return at
        }
        var at = start
        while at < bytes.count, !bytes[at].isXMLSpace, bytes[at] != UInt8(ascii: "="), bytes[at] != UInt8(ascii: ">") { at += 1 }
        let name = start..<at
        let equals = skipSpace(at)
        guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return (name, at..<at, at) }
        at = skipSpace(equals + 1)
        guard at < bytes.count else { return (name, at..<at, at) }
        let quote = bytes[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = bytes.index(of: quote, from: at + 1) ?? bytes.count
            return (name, at + 1..<max(end, at + 1), min(end + 1, bytes.count))
        }
        let value = at
        while at < bytes.count, !bytes[at].isXMLSpace, bytes[at] != UInt8(ascii: ">") { at += 1 }
        return (name, value..<at, at)
    }
}
