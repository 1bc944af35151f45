internal import TextCore

/// A document as a server gave it: a page, a feed, a text.
public struct WebDocument: Sendable, Hashable {
    /// Its bytes, unpacked.
    public var bytes: [UInt8]
    /// Its address, after redirects.
    public var url: String
    /// The value of the header `Content-Type`.
    public var contentType: String?
    /// Whether the answer was shorter than it said.
    public var isCutOff: Bool

    /// Makes a document.
    public init(bytes: [UInt8], url: String, contentType: String? = nil, isCutOff: Bool = false) {
        self.bytes = bytes
        self.url = url
        self.contentType = contentType
        self.isCutOff = isCutOff
    }

    /// Whether an argument is an address of the web and no path.
    public static func isAddress(_ argument: String) -> Bool {
        let head = CaseFolding.fold(String(argument.prefix(8)))
        return head.hasPrefix("http://") || head.hasPrefix("https://")
    }
}
