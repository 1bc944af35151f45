public import TextCore

/// What a revisit record of WARC 1.0 or 1.1 says: the content is as at an earlier capture, and is not stored again.
public struct Revisit: Sendable, Hashable {
    /// How that was found out (`WARC-Profile`, without its version).
    public enum Profile: Sendable, Hashable {
        /// The payload has the digest of an earlier one, at the same address or another.
        case identicalPayloadDigest
        /// The server said that nothing has changed.
        case serverNotModified
        case other(String)
    }

    /// How the sameness was found out.
    public var profile: Profile
    /// The id of the earlier record, without angle brackets.
    public var recordID: String?
    /// The address of the earlier record.
    public var targetURI: String?
    /// When the earlier record was captured.
    public var date: CivilTime?
    /// The digest of the payload, which the earlier record has too.
    public var payloadDigest: String?

    init(_ header: HeaderFields) {
        let uri = header["WARC-Profile"] ?? ""
        if uri.hasSuffix("/identical-payload-digest") || uri.hasSuffix("/uri-agnostic-identical-payload-digest") {
            profile = .identicalPayloadDigest
        } else if uri.hasSuffix("/server-not-modified") {
            profile = .serverNotModified
        } else {
            profile = .other(uri)
        }
        recordID = header["WARC-Refers-To"].map(WARCHeader.withoutBrackets)
        targetURI = header["WARC-Refers-To-Target-URI"].map(WARCHeader.withoutBrackets)
        date = header["WARC-Refers-To-Date"].flatMap(WARCHeader.date)
        payloadDigest = header["WARC-Payload-Digest"]
    }
}

/// Where the payloads of one run were first stored, to find what revisit records repeat. It keeps digests, ids and places
/// and no content, and the newest of them when it is full.
public struct PayloadIndex: Sendable {
    /// A record with a payload.
    public struct Original: Sendable, Hashable {
        /// Where it starts in its file.
        public var place: ArchivePlace
        /// Its id.
        public var recordID: String?
        /// The address that it is of.
        public var targetURI: String?
        /// When it was captured.
        public var date: CivilTime?
    }

    private let capacity: Int
    private var originals: [String: Original] = [:]
    /// Keys as they came, from `oldest` round.
    private var order: [String] = []
    private var oldest = 0

    /// Makes an index of so many payloads; about 300 bytes each.
    public init(capacity: Int = 100_000) {
        self.capacity = max(1, capacity)
    }

    /// Takes note of a record with a payload; others are passed over, and so are payloads that are known. O(1).
    public mutating func add(_ record: ArchiveRecord) {
        guard record.kind == .response || record.kind == .resource, record.payloadDigest != .differs,
            let digest = record.header["WARC-Payload-Digest"], originals[digest] == nil
        else { return }
        if order.count < capacity {
            order.append(digest)
        } else {
            originals[order[oldest]] = nil
            order[oldest] = digest
            oldest = (oldest + 1) % capacity
        }
        originals[digest] = Original(
            place: record.place,
            recordID: record.id,
            targetURI: record.targetURI,
            date: record.date
        )
    }

    /// The record whose payload a revisit repeats; nil when it has not been seen, or too long ago. O(1).
    public func original(of revisit: Revisit) -> Original? {
        revisit.payloadDigest.flatMap { originals[$0] }
    }
}
