/// The media type of an answer (RFC 9110, 8.3.1): what the site says that a body is.
public struct ContentType: Sendable, Hashable {
    /// The value of the field as it was sent, in UTF-8 as far as it is.
    public let text: String
    /// Type and subtype in lower case: `text/html`.
    public let essence: String
    /// The `charset` parameter as it was sent, without quotation marks.
    public let charset: String?

    /// Reads the value of a `Content-Type` field; nil when it holds no type.
    public init?(_ value: [UInt8]) {
        let parts = Self.parts(of: value)
        guard let first = parts.first.map({ ASCII.trimmed($0) }), first.contains(UInt8(ascii: "/")) else { return nil }
        text = String(decoding: value, as: UTF8.self)
        essence = ASCII.lowercased(first)
        // The first of several counts, as in the WHATWG's MIME Sniffing.
        charset =
            parts.dropFirst().lazy.compactMap { part -> String? in
                guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
                guard ASCII.lowercased(ASCII.trimmed(part[..<equals])) == "charset" else { return nil }
                let name = Self.unquoted(ASCII.trimmed(part[(equals + 1)...]))
                return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
            }.first
    }

    /// Whether articles may be in it. Unlabeled bytes (`application/octet-stream`) may where the address ends like a name of
    /// a WARC or JSON Lines file.
    func isReadable(at target: String) -> Bool {
        if Self.readable.contains(essence) || essence.hasSuffix("+xml") && essence != "image/svg+xml"
            || essence.hasSuffix("+json")
        {
            return true
        }
        guard ["application/octet-stream", "binary/octet-stream"].contains(essence) else { return false }
        let path = ASCII.lowercased(target.utf8.prefix { $0 != UInt8(ascii: "?") })
        return [".warc", ".warc.gz", ".jsonl", ".ndjson"].contains { path.hasSuffix($0) }
    }

    private static let readable: Set<String> = [
        "text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml",
        "application/feed+json", "application/json", "text/json", "application/ld+json", "application/x-ndjson",
        "application/ndjson", "application/jsonl", "application/x-jsonlines", "application/jsonlines", "text/plain",
        "text/markdown", "application/warc", "application/gzip", "application/x-gzip",
    ]

    /// What stands between semicolons outside of quotation marks.
    private static func parts(of value: [UInt8]) -> [ArraySlice<UInt8>] {
        var isQuoted = false
        var isEscaped = false
        return value.split(omittingEmptySubsequences: true) { byte in
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), isQuoted {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            }
            return byte == UInt8(ascii: ";") && !isQuoted
        }
    }

    private static func unquoted(_ value: ArraySlice<UInt8>) -> [UInt8] {
        guard value.first == UInt8(ascii: "\"") else { return Array(value) }
        var result: [UInt8] = []
        var rest = value.dropFirst()
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            result.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
        }
        return result
    }
}
