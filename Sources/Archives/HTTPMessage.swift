/// An HTTP/1.x message as archives hold it (RFC 9112), read as browsers read what servers send.
public struct HTTPMessage: Sendable {
    /// The first line.
    public enum StartLine: Sendable, Hashable {
        /// The status is 0 where the line has none that is a number.
        case response(version: String, status: Int, reason: String)
        case request(method: String, target: String, version: String)
    }

    /// Why bytes are no message.
    public enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// The first line is neither `HTTP/1.1 200 OK` nor `GET /path HTTP/1.1`.
        case noStartLine
        /// The header is over a limit, in bytes or fields.
        case headerTooLong(limit: Int)

        /// What is wrong.
        public var description: String {
            switch self {
            case .noStartLine: "no HTTP message starts here; “HTTP/1.1 200 OK” or “GET /path HTTP/1.1” is expected"
            case .headerTooLong(let limit): "the header of the HTTP message is longer than \(limit)"
            }
        }
    }

    /// The first line.
    public let startLine: StartLine
    /// The header.
    public let header: HeaderFields
    /// The body as it was sent, its codings not undone.
    public let body: ArraySlice<UInt8>

    /// Reads a message: start line, header, an empty line, body. Line ends may be LF alone; a message without an empty line
    /// is all header. O(length of the header).
    public init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(Fault) {
        var at = 0
        // Servers may send an empty line ahead (RFC 9112, 2.2).
        while at < bytes.count, at < 4, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
        let lineEnd = bytes[...].firstIndex(of: 0x0A, from: at) ?? bytes.count
        guard let startLine = Self.startLine(bytes[at..<lineEnd]) else { throw .noStartLine }
        self.startLine = startLine
        let headerStart = min(lineEnd + 1, bytes.count)
        at = headerStart
        var headerEnd = bytes.count
        var bodyStart = bytes.count
        while at < bytes.count {
            guard at - headerStart <= limits.header else { throw .headerTooLong(limit: limits.header) }
            let end = bytes[...].firstIndex(of: 0x0A, from: at) ?? bytes.count
            if end == at || end == at + 1 && bytes[at] == 0x0D {
                headerEnd = at
                bodyStart = min(end + 1, bytes.count)
                break
            }
            at = end + 1
        }
        guard headerEnd - headerStart <= limits.header else { throw .headerTooLong(limit: limits.header) }
        do {
            header = try HeaderFields(lines: bytes[headerStart..<headerEnd], limit: limits.headerFields)
        } catch {
            throw .headerTooLong(limit: limits.headerFields)
        }
        body = bytes[bodyStart...]
    }

    /// The status of a response; nil for a request, and where the line has none.
    public var status: Int? {
        guard case .response(_, let status, _) = startLine, status > 0 else { return nil }
        return status
    }

    /// The content type; nil where none is given.
    public var contentType: MediaType? { header["Content-Type"].flatMap { MediaType($0) } }

    /// What was done to the body, in the order in which it was done: content codings, then transfer codings. Unknown ones are
    /// in it too, for a body under them cannot be read.
    public var codings: [ContentCoding] {
        ["Content-Encoding", "Transfer-Encoding"].flatMap { name in
            header.all(name).flatMap { $0.split(separator: ",") }.compactMap { ContentCoding(String($0)) }
        }
    }

    /// The body with all codings undone. O(length before and after), within the limits.
    public func decodedBody(limits: ArchiveLimits = ArchiveLimits()) throws(ContentError) -> DecodedContent {
        try ContentDecoder.decode(body, codings: codings, limits: limits)
    }

    /// The body with its chunks joined and content codings left on it.
    func withoutChunks(limits: ArchiveLimits) -> [UInt8]? {
        guard codings.last == .chunked else { return nil }
        return try? ContentDecoder.decode(body, codings: [.chunked], limits: limits).bytes
    }

    private static func startLine(_ line: ArraySlice<UInt8>) -> StartLine? {
        let parts = line.trimmed.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: true)
        guard let first = parts.first else { return nil }
        if first.hasPrefix(ignoringCase: "http/") {
            return .response(
                version: String(lenient: first.dropFirst(5)),
                status: parts.count > 1 && parts[1].count == 3 ? parts[1].decimal ?? 0 : 0,
                reason: parts.count > 2 ? String(lenient: parts[2].trimmed) : ""
            )
        }
        // The target may have spaces, against the standard; the version stands last.
        let words = line.trimmed.split(separator: 0x20)
        guard words.count >= 3, let version = words.last, version.hasPrefix(ignoringCase: "http/"),
            first.allSatisfy({ $0.asciiLowercased &- 0x61 < 26 || $0 == UInt8(ascii: "-") })
        else { return nil }
        return .request(
            method: String(lenient: first),
            target: String(lenient: line[words[1].startIndex..<words[words.count - 2].endIndex]),
            version: String(lenient: version.dropFirst(5))
        )
    }
}
