public import TextCore

/// Bytes as text.
public struct TextDecoder: Sendable {
    /// A decoded text and what was noticed.
    public struct Decoded: Sendable {
        /// The text.
        public let text: UTF8Text
        /// Its encoding when not UTF-8, what was replaced and dropped.
        public let warnings: [ReadingWarning]
    }

    /// Makes a decoder.
    public init() {}

    /// Decodes bytes. O(*n*).
    public func decode(_ bytes: [UInt8]) -> Decoded {
        Decoded(text: UTF8Text(repairing: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]), warnings: [])
    }
}
