public import TextCore

/// One record of a WARC or ARC file.
public struct ArchiveRecord: Sendable {
    /// What file it is of.
    public enum Format: Sendable, Hashable {
        /// WARC (ISO 28500) of a version: 0.17, 0.18, 1.0 or 1.1.
        case warc(version: String)
        /// ARC (Internet Archive, 1996), URL-record-v1 or -v2.
        case arc(version: Int)
    }

    /// What it holds.
    public enum Kind: Sendable, Hashable {
        case warcinfo, response, resource, request, metadata, revisit, conversion, continuation
        /// The first record of an ARC file, which describes it (`filedesc:`).
        case filedesc
        /// A type that the standard does not know.
        case other(String)

        /// The kind of a `WARC-Type`, in whatever case.
        init(warcType: String) {
            switch String(decoding: warcType.utf8.map(\.asciiLowercased), as: UTF8.self) {
            case "warcinfo": self = .warcinfo
            case "response": self = .response
            case "resource": self = .resource
            case "request": self = .request
            case "metadata": self = .metadata
            case "revisit": self = .revisit
            case "conversion": self = .conversion
            case "continuation": self = .continuation
            default: self = .other(warcType)
            }
        }
    }

    /// What file it is of.
    public var format: Format
    /// What it holds. A record of an ARC file is a response when an HTTP message is in it, else a resource.
    public var kind: Kind
    /// Where it starts.
    public var place: ArchivePlace
    /// Its header. For ARC, the line's parts under the names that the format gives them (`URL`, `IP-address`, …).
    public var header: HeaderFields
    /// Its id, without angle brackets; nil where it has none, as in ARC.
    public var id: String?
    /// The address that it is of, without the angle brackets that wget once wrote.
    public var targetURI: String?
    /// When it was captured, UTC.
    public var date: CivilTime?
    /// The type of its block, such as `application/http; msgtype=response`.
    public var contentType: MediaType?
    /// Its content: a whole HTTP message in most responses. Its length is the one that the header declares.
    public var block: [UInt8]
    /// Why the crawler cut the content short (`WARC-Truncated`): `length`, `time`, `disconnect`, …
    public var truncation: String?
    /// Whether the block is what its digest is of.
    public var blockDigest = DigestVerdict.notChecked
    /// Whether the payload is what its digest is of. The payload of an HTTP message is its body.
    public var payloadDigest = DigestVerdict.notChecked

    /// Whether the crawler cut the content short.
    public var isTruncated: Bool { truncation != nil }

    /// Whether the block is an HTTP message.
    public var isHTTP: Bool {
        if contentType?.essence == "application/http" { return true }
        guard kind == .response || kind == .revisit else { return false }
        return block[...].hasPrefix("HTTP/")
    }

    /// The HTTP message that the block is; nil when it is none. O(length of the message's header).
    public func httpMessage(limits: ArchiveLimits = ArchiveLimits()) throws(HTTPMessage.Fault) -> HTTPMessage? {
        isHTTP ? try HTTPMessage(block, limits: limits) : nil
    }

    /// What a revisit record says about the record that it repeats; nil for other records.
    public var revisit: Revisit? { kind == .revisit ? Revisit(header) : nil }
}
