/// A text as valid UTF-8 bytes, with constant-time access to any byte range.
///
/// Everything in Stemma points into a `UTF8Text` by ranges of byte offsets (`Range<Int>`) that lie on scalar
/// boundaries. Borders (JSON, HTML, …) translate them with ``CodePointIndex``.
public struct UTF8Text: Sendable, Hashable {
    /// The UTF-8 code units. Always valid UTF-8.
    public let bytes: [UInt8]

    /// Makes a text of a string. O(*n*).
    public init(_ string: some StringProtocol) {
        self.bytes = Array(string.utf8)
    }

    /// Makes a text of bytes, each invalid sequence replaced by U+FFFD. O(*n*).
    public init(repairing bytes: some Collection<UInt8>) {
        self.bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// The same of an array, which is kept as it is where nothing is to be replaced.
    public init(repairing bytes: [UInt8]) {
        self.bytes = UTF8Sequences.areWellFormed(bytes.span) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// The number of bytes.
    public var count: Int { bytes.count }

    /// Whether the text has no bytes.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The whole text's range.
    public var range: Range<Int> { 0..<bytes.count }

    /// The bytes, to scan.
    public var span: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span }
    }

    /// The characters of a byte range, clamped to the text. O(length of the range).
    public subscript(range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: self.range)], as: UTF8.self)
    }

    /// The whole text as a string. O(*n*).
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// `range` without the white space at its two ends.
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        bytes.span.trimmed(range.clamped(to: self.range))
    }
}
