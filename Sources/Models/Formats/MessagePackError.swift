/// Why bytes are no MessagePack, or not the MessagePack that was asked for.
public struct MessagePackError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The byte at which reading failed, from the start of the file.
    public let offset: Int
    /// What should have stood there.
    public let expected: String

    /// Makes an error for a place.
    public init(offset: Int, expected: String) {
        self.offset = offset
        self.expected = expected
    }

    /// "byte 12: expected …"
    public var description: String { "byte \(offset): expected \(expected)" }
}
