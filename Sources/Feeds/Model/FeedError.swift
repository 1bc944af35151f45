/// Why bytes could not be read as a feed, sitemap or list.
public struct FeedError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// There is nothing but white space.
        case empty
        /// The bytes are compressed (gzip, bzip2, zstd, ZIP): unpack them first, with a limit.
        case compressed
        /// The document is something else; its root element, where it has one.
        case unknownFormat(root: String?)
        /// More bytes than ``FeedLimits/documentSize``.
        case tooLarge
        /// Elements stand in each other deeper than ``FeedLimits/depth``.
        case tooDeep
        /// An element has more attributes than ``FeedLimits/attributes``.
        case tooManyAttributes
        /// A text is longer than ``FeedLimits/textSize``.
        case textTooLong
        /// The JSON cannot be decoded.
        case invalidJSON
    }

    /// What is wrong.
    public var kind: Kind
    /// Where, in bytes of the document as UTF-8.
    public var offset: Int
    /// The line of the offset, from 1 on.
    public var line: Int
    /// What would have been right: a noun phrase.
    public var expected: String

    /// An error at a place.
    public init(_ kind: Kind, offset: Int = 0, line: Int = 1, expected: String) {
        self.kind = kind
        self.offset = offset
        self.line = line
        self.expected = expected
    }
}

extension FeedError: CustomStringConvertible {
    /// What is wrong, in words, without its place.
    public var message: String {
        let what =
            switch kind {
            case .empty: "the document is empty"
            case .compressed: "the document is compressed"
            case .unknownFormat(let root): root.map { "the document is a \"\($0)\"" } ?? "the document is of no known format"
            case .tooLarge: "the document is too large"
            case .tooDeep: "elements stand too deep in each other"
            case .tooManyAttributes: "an element has too many attributes"
            case .textTooLong: "a text is too long"
            case .invalidJSON: "the JSON cannot be read"
            }
        return "\(what); expected \(expected)"
    }

    /// One line for people: `line 3, byte 120: elements stand too deep in each other; expected at most 256 levels`.
    public var description: String { "line \(line), byte \(offset): \(message)" }
}

/// Bounds on what a document may hold, so that a hostile one costs bounded time and memory.
///
/// They hold for the bytes that are given: what unpacks a compressed document has to bound that itself.
public struct FeedLimits: Sendable, Hashable {
    /// Bytes of a document: 64 MiB. Google's limit for a sitemap is 50 MB.
    public var documentSize = 64 << 20
    /// Elements that stand in each other: 256.
    public var depth = 256
    /// Attributes of one element: 1024.
    public var attributes = 1024
    /// Entries of a feed, addresses of a sitemap, outlines of a list: 100,000. What goes beyond is left out with a warning.
    public var entries = 100_000
    /// Bytes of the text of one element: 16 MiB.
    public var textSize = 16 << 20

    /// The usual limits.
    public init() {}
}
