/// A run of bytes of an ``HTMLDocument``: of its source, or of the side buffer that holds what the parser had to change
/// (decoded character references, merged text). ``HTMLDocument/bytes(_:)`` gives the bytes.
public struct ByteRange: Sendable, Hashable {
    /// The first byte. From `source.count` on it counts into the side buffer.
    public internal(set) var start: UInt32
    /// How many bytes.
    public internal(set) var count: UInt32

    @usableFromInline
    init(start: UInt32, count: UInt32) {
        self.start = start
        self.count = count
    }

    init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.count = UInt32(truncatingIfNeeded: end &- start)
    }

    /// No bytes.
    @inlinable public static var empty: ByteRange { ByteRange(start: 0, count: 0) }

    /// Whether there are no bytes.
    @inlinable public var isEmpty: Bool { count == 0 }

    var end: UInt32 { start &+ count }
}
