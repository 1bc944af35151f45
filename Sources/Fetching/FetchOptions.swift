/// How much one fetch may take.
public struct FetchLimits: Sendable, Hashable {
    /// The largest body, in bytes after decompression.
    public var bodyBytes: Int = 32 << 20
    /// The longest time of one fetch over all its redirects, without the time that it waits for its turn.
    public var total: Duration = .seconds(30)
    /// The longest time until the head of one answer is complete, looking up the name and connecting included.
    public var firstAnswer: Duration = .seconds(15)
    /// The longest time in the middle of an answer without a byte of it.
    public var silence: Duration = .seconds(15)
    /// How many redirects are followed.
    public var redirects: Int = 10

    /// The limits for one user's own reading.
    public init() {}
}

/// How a ``Fetcher`` behaves.
public struct FetchOptions: Sendable, Hashable {
    /// How much one fetch may take.
    public var limits = FetchLimits()
    /// Whether loopback, link-local and private addresses may be asked.
    public var allowsPrivateAddresses = false
    /// Whether robots.txt is asked for and obeyed.
    public var respectsRobots = true
    /// Whether bodies of every type are taken: for a file that the user names, such as a wheel. Otherwise only types that may hold
    /// articles are.
    public var acceptsAnyType = false
    /// What the program calls itself. Its first word up to a slash is the product token that robots.txt speaks to.
    public var userAgent = "Stemma/0.1 (news comparison; local user agent)"
    /// The least time between two documents of one host. A `Crawl-delay` of robots.txt counts where it is longer, up to
    /// ``longestCrawlDelay``.
    public var delay: Duration = .seconds(1)
    /// The longest `Crawl-delay` that is obeyed.
    public var longestCrawlDelay: Duration = .seconds(10)
    /// An answer of status 429 or 503 is waited for, once, when the site asks to wait no longer than this.
    public var longestRetryWait: Duration = .seconds(5)

    /// The behavior for one user's own reading.
    public init() {}

    /// The product token of ``userAgent`` (RFC 9309, 2.2.1), in lower case.
    var productToken: String {
        let token = userAgent.utf8.prefix(while: ASCII.isProductToken)
        return String(decoding: token.map(ASCII.lowercased), as: UTF8.self)
    }
}
