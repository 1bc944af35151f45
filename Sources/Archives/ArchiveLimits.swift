/// What a reader of archives takes in at most. Whatever is over a limit is an error that names it, and reading goes on
/// behind it.
public struct ArchiveLimits: Sendable, Hashable {
    /// The longest block of a record that is held, in bytes; a longer one is passed over.
    public var block = 32 << 20
    /// The longest header of a record or message, in bytes.
    public var header = 64 << 10
    /// The most fields of a header.
    public var headerFields = 1000
    /// The longest body after decoding, in bytes.
    public var decodedBody = 64 << 20
    /// How many times as long as its coded bytes a body may become…
    public var expansion = 1000
    /// … once it is longer than this, in bytes: short bodies of much the same are common and harmless.
    public var expansionFloor = 1 << 20
    /// The most codings one on another that are undone.
    public var codings = 4
    /// The most parts of a MIME message that are looked at.
    public var parts = 10_000

    /// The limits above.
    public init() {}
}
