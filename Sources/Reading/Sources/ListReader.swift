public import Feeds

/// Reads lists of addresses: feeds, sitemaps, indexes of sitemaps, lists of feeds (OPML), plain or compressed.
public struct ListReader: Sendable {
    private let options: ReadingOptions
    private let limits = FeedLimits()

    /// Makes a reader.
    public init(_ options: ReadingOptions = ReadingOptions()) {
        self.options = options
    }

    /// The list in a file, on standard input (`-`) or at an address of the web.
    public func list(at path: String) throws(ReadingError) -> FeedDocument {
        var document = try source(path)
        if Compression.isGzip(document.bytes) {
            document.bytes = try Compression.unpacked(document.bytes, path: path, limit: limits.documentSize)
        }
        do {
            let url = WebDocument.isAddress(document.url) ? document.url : nil
            return try FeedReader(limits: limits).read(document.bytes, contentType: document.contentType, url: url)
        } catch {
            throw ReadingError(
                origin: Origin(path: path, line: error.line),
                byteOffset: error.offset,
                kind: .feed(error.message)
            )
        }
    }

    private func source(_ path: String) throws(ReadingError) -> WebDocument {
        if WebDocument.isAddress(path) {
            guard let fetch = options.fetch else { throw ReadingError(path: path, kind: .webAddress) }
            return try fetch(path).get()
        }
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while try source.read(into: &bytes) > 0 {
            if bytes.count > limits.documentSize { throw ReadingError(path: path, kind: .tooLarge(limit: limits.documentSize)) }
        }
        if bytes.isEmpty { throw ReadingError(path: path, kind: .emptyFile) }
        return WebDocument(bytes: bytes, url: path)
    }
}

extension FeedWarning {
    /// Whether something of the document is lost.
    var isLoss: Bool {
        switch self {
        case .cutOff, .truncated: true
        default: false
        }
    }

    /// Whether the document is not what it should be.
    var isFault: Bool {
        switch self {
        case .notWellFormed, .replacedInvalidBytes, .cutOff, .truncated: true
        case .decoded, .entitiesDeclared, .undeclaredPrefix, .unreadableValue, .unreadableLine: false
        }
    }
}
