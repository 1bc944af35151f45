/// A saved page in one file (`.mhtml`, `.mht`, `.eml`): a MIME message whose parts are the page and what it shows (RFC 2557),
/// or one part alone.
public struct MIMEArchive: Sendable {
    /// One part, which lies in the message as it is encoded.
    public struct Part: Sendable, Hashable {
        /// Its header.
        public var header: HeaderFields
        /// Where its encoded content lies in the message, in bytes.
        public var content: Range<Int>

        /// Its type; plain text where none is given (RFC 2045, 5.2).
        public var contentType: MediaType? { MediaType(header["Content-Type"] ?? "text/plain") }
        /// The address that it stands for.
        public var location: String? { header["Content-Location"] }
        /// Its id, without angle brackets.
        public var contentID: String? { header["Content-ID"].map(WARCHeader.withoutBrackets) }
    }

    /// Why bytes are no saved page.
    public enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        case noHeader
        case headerTooLong(limit: Int)
        /// A multipart message without a boundary between its parts.
        case noBoundary
        /// No part is a page or text; the types that there are.
        case noPage([String])
        /// The page is longer than the limit, in bytes.
        case tooLarge(limit: Int)

        /// What is wrong.
        public var description: String {
            switch self {
            case .noHeader: "no MIME message starts here; a header with a Content-Type is expected"
            case .headerTooLong(let limit): "the header of the message is longer than \(limit)"
            case .noBoundary: "the message has no boundary between its parts"
            case .noPage(let types): "no part of the message is a page; its types are \(types.joined(separator: ", "))"
            case .tooLarge(let limit): "the page in the message is longer than \(limit) bytes"
            }
        }
    }

    /// What is wrong with a message that could be read all the same.
    public enum Problem: Sendable, Hashable, CustomStringConvertible {
        /// The message ends before its last boundary: the last part may be cut short.
        case unclosed
        /// A part's header is over a limit; it starts at a byte. The part is left out.
        case headerTooLong(offset: Int)
        /// There are more parts than the limit; the rest is left out.
        case tooManyParts(limit: Int)

        /// What is wrong.
        public var description: String {
            switch self {
            case .unclosed: "the message ends before its last boundary; its last part may be cut short"
            case .headerTooLong(let offset): "byte \(offset): the header of a part is too long; the part is left out"
            case .tooManyParts(let limit): "the message has more than \(limit) parts; the rest is left out"
            }
        }
    }

    /// The message's own header: Subject, Date, Snapshot-Content-Location, …
    public let header: HeaderFields
    /// The part that is the page.
    public let root: Part
    /// The page's bytes, decoded; in the charset that ``charset`` names or the page itself declares.
    public let page: [UInt8]
    /// The parts beside the page, in order.
    public let others: [Part]
    /// What is wrong with the message.
    public let problems: [Problem]

    private let message: [UInt8]

    /// The charset that the message gives for the page.
    public var charset: String? { root.contentType?.charset }
    /// The address of the page.
    public var location: String? { root.location ?? header["Snapshot-Content-Location"] ?? header["Content-Location"] }

    /// Reads a message. O(*n*).
    public init(_ message: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(Fault) {
        var splitter = MIMESplitter(message, limits: limits)
        header = try splitter.header()
        try splitter.split(header)
        problems = splitter.problems
        guard let index = Self.rootIndex(splitter.parts, start: splitter.start) else {
            throw .noPage(splitter.parts.prefix(8).compactMap { $0.contentType?.essence })
        }
        root = splitter.parts[index]
        guard root.content.count <= limits.decodedBody else { throw .tooLarge(limit: limits.decodedBody) }
        page = Self.decoded(root, in: message)
        splitter.parts.remove(at: index)
        others = splitter.parts
        self.message = message
    }

    /// The content of a part, decoded. O(length of the part).
    public func content(of part: Part) -> [UInt8] { Self.decoded(part, in: message) }

    /// Whether bytes look like the start of a MIME message: header fields that only messages have, before anything else.
    public static func isMessage(_ head: ArraySlice<UInt8>) -> Bool {
        let start = head.hasPrefix("\u{FEFF}") ? head.dropFirst(3) : head
        let lines = start.prefix(4096).split(separator: 0x0A, maxSplits: 40, omittingEmptySubsequences: false)
        for line in lines.drop(while: { $0.trimmed.isEmpty }) {
            if line.hasPrefix(ignoringCase: "mime-version:") || line.hasPrefix(ignoringCase: "content-type: multipart/") {
                return true
            }
            let isFolded = line.first == 0x20 || line.first == 0x09
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            let isField =
                name.count < line.count && !name.isEmpty
                && name.allSatisfy { $0.asciiLowercased &- 0x61 < 26 || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
            guard isFolded || isField || line.hasPrefix("From ") else { return false }
        }
        return false
    }

    /// The part that is the page: the one that the message names as its start, else the first page, else the first text.
    private static func rootIndex(_ parts: [Part], start: String?) -> Int? {
        let pages = ["text/html", "application/xhtml+xml"]
        func isPage(_ part: Part) -> Bool { pages.contains(part.contentType?.essence ?? "") }
        if let start, let named = parts.firstIndex(where: { $0.contentID == start && isPage($0) }) { return named }
        return parts.firstIndex(where: isPage) ?? parts.firstIndex { $0.contentType?.essence == "text/plain" }
    }

    private static func decoded(_ part: Part, in message: [UInt8]) -> [UInt8] {
        let content = message[part.content]
        let encoding = Array((part.header["Content-Transfer-Encoding"] ?? "").utf8)[...].trimmed
        if encoding.hasPrefix(ignoringCase: "base64") { return Base64.decode(content) }
        if encoding.hasPrefix(ignoringCase: "quoted-printable") { return QuotedPrintable.decode(content) }
        return Array(content)
    }
}
