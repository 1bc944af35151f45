/// What an article says of the language in which quoted words were spoken: "in Russian", "through an interpreter",
/// "translated from the German".
public struct Translation: Sendable, Hashable {
    /// The bytes of the words that say so.
    public let evidence: Range<Int>
    /// ISO 639 code of the language of the original, when the article names it.
    public let language: String?

    /// Makes a translation.
    public init(evidence: Range<Int>, language: String? = nil) {
        self.evidence = evidence
        self.language = language
    }
}
