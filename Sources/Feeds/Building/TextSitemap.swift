/// A sitemap as plain text: an address on each line and nothing else (sitemaps.org protocol 0.9, “Text file”).
enum TextSitemap {
    /// Whether a document begins with a line that is an address.
    static func recognizes(_ text: [UInt8]) -> Bool {
        let line = text.drop { $0.isXMLSpace }.prefix { $0 != UInt8(ascii: "\n") }
        return isAddress(TextForm.trimmed(Array(line)))
    }

    /// Reads the addresses. A line that is none is left out with a warning. O(length).
    static func read(_ text: [UInt8], limits: FeedLimits) -> Sitemap {
        var sitemap = Sitemap()
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let bytes = TextForm.trimmed(Array(line))
            if bytes.isEmpty { continue }
            let value = String(decoding: bytes, as: UTF8.self)
            guard isAddress(bytes) else {
                sitemap.warnings.append(.unreadableLine(line: index + 1, text: String(value.prefix(80))))
                // What holds mostly other things is no list of addresses; a few such lines say so well enough.
                if sitemap.warnings.count == mostWarnings { break }
                continue
            }
            guard sitemap.pages.count < limits.entries else {
                sitemap.warnings.append(.truncated(limit: limits.entries))
                break
            }
            sitemap.pages.append(Sitemap.Page(location: value))
        }
        return sitemap
    }

    /// So many lines that are no addresses end the reading.
    private static let mostWarnings = 20

    private static func isAddress(_ line: [UInt8]) -> Bool {
        guard !line.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\"") }) else { return false }
        let start = line.prefix(9).map { $0 | 0x20 }
        return ["http://", "https://"].contains { start.starts(with: $0.utf8) && line.count > $0.utf8.count }
    }
}
