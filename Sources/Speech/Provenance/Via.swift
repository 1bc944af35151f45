/// The outlet or agency through which words came to be known, when it is not the one that the article is of: “told Fox News”,
/// “in an interview with the BBC”, “Reuters reported”.
public struct Via: Sendable, Hashable {
    /// The outlet as it is named there.
    public let name: String
    /// The bytes of the name.
    public let range: Range<Int>

    /// Makes a via.
    public init(name: String, range: Range<Int>) {
        self.name = name
        self.range = range
    }
}

/// That a source is described, not named, and why.
public struct Anonymity: Sendable, Hashable {
    /// The bytes of the reason that the article gives (“because he was not authorized to speak”), if any.
    public let reason: Range<Int>?

    /// Makes a mark of an anonymous source.
    public init(reason: Range<Int>? = nil) { self.reason = reason }
}
