internal import HTMLTree
internal import TextCore

/// Times of publication in the data that pages hand to their scripts, for pages that say them nowhere else.
enum ScriptTimes {
    /// Keys of the time of publication, the surest first.
    private static let keys = [
        "datePublished", "publishedAt", "published_at", "publishedDate", "published_date", "publishDate", "publish_date",
        "publicationDate", "publication_date", "first_publication_date", "date_published", "pubDate",
    ].map { Array($0.utf8) }

    /// The first strings under a key of publication, in scripts of any kind, with what holds them. O(bytes · keys' first letters).
    static func candidates(in document: HTMLDocument, limit: Int = 4) -> [(text: String, node: NodeID)] {
        var found: [(text: String, node: NodeID)] = []
        for node in document.descendants(of: document.root) where document.isHTML(node, .script) {
            guard let child = document.firstChild(of: node), document.kind(of: child) == .text else { continue }
            let bytes = document.bytes(document.text(of: child))
            var at = 0
            while at < bytes.count {
                let first = bytes[at]
                guard first == UInt8(ascii: "d") || first == UInt8(ascii: "p") || first == UInt8(ascii: "f"),
                    at == 0 || !isWord(bytes[at - 1]), let key = keys.first(where: { has(bytes, $0, at) })
                else {
                    at += 1
                    continue
                }
                at += key.count
                if let text = string(bytes, after: at) {
                    found.append((text, node))
                    if found.count == limit { return found }
                }
            }
        }
        return found
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte == UInt8(ascii: "_") }

    private static func has(_ bytes: Span<UInt8>, _ key: [UInt8], _ start: Int) -> Bool {
        guard start + key.count < bytes.count else { return false }
        for offset in key.indices where bytes[start + offset] != key[offset] { return false }
        return !isWord(bytes[start + key.count])
    }

    /// The string after a key: what stands between quotation marks, which may be escaped once more or twice.
    private static func string(_ bytes: Span<UInt8>, after start: Int) -> String? {
        var at = start
        var colons = 0
        while at < bytes.count, at - start < 24, bytes[at] &- 0x30 >= 10 {
            switch bytes[at] {
            case UInt8(ascii: ":"), UInt8(ascii: "="): colons += 1
            case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x09...0x0D, 0x20: break
            default: return nil
            }
            at += 1
        }
        guard colons == 1 else { return nil }
        var text: [UInt8] = []
        while at < bytes.count, text.count < 32, bytes[at] > 0x20, bytes[at] != UInt8(ascii: "\""),
            bytes[at] != UInt8(ascii: "\\"),
            bytes[at] != UInt8(ascii: "'"), bytes[at] != UInt8(ascii: ",")
        {
            text.append(bytes[at])
            at += 1
        }
        return text.count >= 8 ? String(decoding: text, as: UTF8.self) : nil
    }
}
