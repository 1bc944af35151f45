internal import Archives
internal import Feeds
internal import TextCore

/// What the bytes of a source are, by its name and its beginning.
enum SourceKind: Equatable {
    case plainText, records, page, savedPage, feed, archive, compressed

    /// How many bytes of the beginning are looked at.
    static let prefixLength = FeedReader.prefixLength

    init(path: String, contentType: String? = nil, head: [UInt8], format: ReadingOptions.Format) {
        switch format {
        case .plainText: self = .plainText
        case .records: self = .records
        case .automatic: self = Self.recognized(path, contentType, head)
        }
    }

    private static func recognized(_ path: String, _ contentType: String?, _ head: [UInt8]) -> SourceKind {
        let name = CaseFolding.fold(path)
        func ends(_ endings: String...) -> Bool { endings.contains { name.hasSuffix($0) } }
        if isArchive(head) || Compression.isGzip(head) && ends(".warc.gz", ".arc.gz", ".warc", ".arc") { return .archive }
        if Compression.isGzip(head) { return .compressed }
        if ends(".jsonl", ".ndjson") { return .records }
        if ends(".html", ".htm", ".xhtml", ".shtml") { return .page }
        if FeedReader.looksLikeFeed(head.prefix(FeedReader.prefixLength)) { return .feed }
        if ends(".json") { return .records }
        if MIMEArchive.isMessage(head[...]), ends(".mhtml", ".mht", ".eml") || holds(head, "multipart/related") {
            return .savedPage
        }
        if PageReader.looksLikePage(head) { return .page }
        if opensRecords(head) { return .records }
        if let contentType = contentType.map(CaseFolding.fold),
            contentType.hasPrefix("text/html") || contentType.contains("xhtml")
        {
            return .page
        }
        return .plainText
    }

    private static func isArchive(_ head: [UInt8]) -> Bool {
        head.starts(with: Array("WARC/".utf8)) || head.starts(with: Array("filedesc://".utf8))
    }

    private static func holds(_ head: [UInt8], _ words: String) -> Bool {
        CaseFolding.fold(String(decoding: head, as: UTF8.self)).contains(words)
    }

    /// An object opens with a name or closes at once, an array of records with an object; no article does. Marks and NULs
    /// of wide encodings are passed over.
    private static func opensRecords(_ head: [UInt8]) -> Bool {
        let signs = Array(head.lazy.filter { $0 > 0x20 && $0 < 0x80 }.prefix(2))
        switch signs.first {
        case UInt8(ascii: "{"): return signs.count == 1 || signs[1] == UInt8(ascii: "\"") || signs[1] == UInt8(ascii: "}")
        case UInt8(ascii: "["): return signs.count == 2 && signs[1] == UInt8(ascii: "{")
        default: return false
        }
    }
}
