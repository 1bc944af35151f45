/// What a user may say about the sources that are read.
public struct ReadingOptions: Sendable {
    /// How a file's bytes are understood.
    public enum Format: Sendable {
        /// By file name, else by its first bytes: `{` and `[` with an object in it open records, anything else is plain text.
        case automatic
        /// One article.
        case plainText
        /// JSON objects: one a line, or a JSON document.
        case records
    }

    /// How the bytes are understood.
    public var format: Format
    /// The outlet of articles that do not say theirs.
    public var outlet: String?
    /// The language (ISO 639-1) of articles that do not say theirs.
    public var language: String?
    /// The most bytes that one article, be it a file or a record, may take: 16 MiB, unless changed. A novel takes one.
    public var maximumArticleSize: Int
    /// Whether ids are made unique over the whole run. It costs memory for each id: long streams switch it off.
    public var makesIDsUnique: Bool

    /// Gets a document of the web; without it, addresses are refused.
    public var fetch: (@Sendable (String) -> Result<WebDocument, ReadingError>)?

    /// Makes options.
    public init(
        format: Format = .automatic,
        outlet: String? = nil,
        language: String? = nil,
        maximumArticleSize: Int = 16 << 20,
        makesIDsUnique: Bool = true,
        fetch: (@Sendable (String) -> Result<WebDocument, ReadingError>)? = nil
    ) {
        self.fetch = fetch
        self.format = format
        self.outlet = outlet
        self.language = language
        self.maximumArticleSize = max(1, maximumArticleSize)
        self.makesIDsUnique = makesIDsUnique
    }
}
