public import TextCore

/// What says which version of a page one has, for asking whether there is a newer one (RFC 9110, 13).
public struct Validators: Sendable, Hashable {
    /// The address that gave them; they say nothing about another.
    public let address: String
    /// The `ETag` field, byte for byte.
    public let entityTag: [UInt8]?
    /// The `Last-Modified` field, byte for byte.
    public let lastModified: [UInt8]?

    /// Makes validators; nil when there are none.
    public init?(address: String, entityTag: [UInt8]?, lastModified: [UInt8]?) {
        guard entityTag != nil || lastModified != nil else { return nil }
        self.address = address
        self.entityTag = entityTag
        self.lastModified = lastModified
    }
}

/// A page or file as a site gave it.
public struct Fetched: Sendable, Hashable {
    /// The address that it came from in the end.
    public let address: String
    /// The addresses that redirected, in their order, the one that was asked for first; empty without redirects.
    public let redirects: [String]
    /// The status of the answer: 200 to 299.
    public let status: Int
    /// The bytes, decompressed, in whatever charset.
    public let body: [UInt8]
    /// What the site says that the bytes are; nil when it says nothing.
    public let contentType: ContentType?
    /// For asking later whether there is a newer version.
    public let validators: Validators?
    /// When the answer came, in UTC.
    public let retrieved: CivilTime
    /// Whether the connection ended before the body was complete.
    public let isTruncated: Bool
}

/// The end of a fetch that did not fail.
public enum FetchResult: Sendable, Hashable {
    /// The site gave a body.
    case fetched(Fetched)
    /// The version that the validators name is still the newest (status 304).
    case notModified(address: String)
}
