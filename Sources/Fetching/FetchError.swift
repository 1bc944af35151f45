internal import Glibc

/// An address that could not be fetched. Others of the same run still can.
public struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Kind: Error, Sendable, Hashable {
        /// Not an address that can be asked for.
        case invalidAddress
        /// Another scheme than `http` or `https`: its name.
        case unsupportedScheme(String)
        /// A user name or password in the address.
        case credentialsInAddress
        /// The host is at an address of this machine or of a private network: that address.
        case privateAddress(String)
        /// No address is known for the host.
        case hostNotFound
        /// The host does not take the connection.
        case cannotConnect
        /// No secure connection: the certificate or the protocol.
        case notSecure
        /// No answer began in time, in milliseconds.
        case noAnswer(milliseconds: Int)
        /// The answer did not end in time, in milliseconds.
        case tooSlow(milliseconds: Int)
        /// Nothing more came in the middle of the answer, for so many milliseconds.
        case fellSilent(milliseconds: Int)
        /// The connection ended before an answer came.
        case connectionLost
        /// What came is no HTTP.
        case malformedAnswer
        /// A body that cannot be decompressed.
        case undecodableBody
        /// A body above the limit, in bytes after decompression.
        case tooLarge(limit: Int)
        /// A type of content that holds no articles: its name.
        case unsupportedType(String)
        /// A redirect to an address that was asked for before.
        case redirectLoop
        /// More redirects than the limit.
        case tooManyRedirects(limit: Int)
        /// A redirect to something that is no address.
        case invalidRedirect
        /// The site's robots.txt forbids the address to programs like this one.
        case disallowedByRobots
        /// The site's robots.txt cannot be had, which counts as a prohibition (RFC 9309, 2.3.1.4): the status, if one came.
        case robotsUnavailable(status: Int?)
        /// An answer of another status than success, and how many seconds the site asks to wait.
        case status(Int, retryAfter: Int?)
        /// The connection ended before the download was complete; what came is kept.
        case cutOff
        /// What is downloaded cannot be written: the path, and the `errno`.
        case cannotWrite(String, Int32)
        /// The run was ended before this address had its turn.
        case cancelled
        /// libcurl, which carries the requests, is not installed.
        case noLibrary
        /// Memory or another resource of the system is used up.
        case system
    }

    /// The address as it was given.
    public let address: String
    /// The address that failed, where a redirect led elsewhere.
    public let redirectedTo: String?
    /// What went wrong.
    public let kind: Kind

    /// Makes an error.
    public init(address: String, redirectedTo: String? = nil, kind: Kind) {
        self.address = address
        self.redirectedTo = redirectedTo == address ? nil : redirectedTo
        self.kind = kind
    }

    /// What went wrong, and what to do about it, without the address.
    public var message: String {
        switch kind {
        case .invalidAddress: "not a web address; it should look like https://example.org/page"
        case .unsupportedScheme(let scheme): "addresses of \(scheme): are not fetched, only http: and https:"
        case .credentialsInAddress: "user name or password in the address; leave them out"
        case .privateAddress(let address):
            "leads to \(address), an address of this machine or a private network; --allow-private fetches it all the same"
        case .hostNotFound: "no such host; check the spelling and the connection to the network"
        case .cannotConnect: "the host takes no connection; try later"
        case .notSecure: "no secure connection: the certificate is not valid for this host, or the protocol is outdated"
        case .noAnswer(let limit): "no answer within \(Self.seconds(limit)); try later"
        case .tooSlow(let limit): "the answer did not end within \(Self.seconds(limit))"
        case .fellSilent(let limit): "nothing more came for \(Self.seconds(limit)) in the middle of the answer; try later"
        case .connectionLost: "the host closed the connection without an answer; try later"
        case .malformedAnswer: "the answer is not HTTP"
        case .undecodableBody: "the answer cannot be decompressed"
        case .tooLarge(let limit): "larger than the limit of \(Self.size(limit))"
        case .unsupportedType(let type): "holds \(type), which is not read; pages, feeds, plain text, JSON and WARC are"
        case .redirectLoop:
            "redirects in a circle, as sites do that insist on cookies; save the page from a browser and read the file"
        case .tooManyRedirects(let limit): "more than \(limit) redirects"
        case .invalidRedirect: "redirects to something that is no web address"
        case .disallowedByRobots:
            "the site's robots.txt forbids it to programs; save the page from a browser and read the file, or give --ignore-robots"
        case .robotsUnavailable(let status?):
            "the site's robots.txt answers with status \(status), which counts as a prohibition; try later"
        case .robotsUnavailable(nil): "the site's robots.txt does not come, which counts as a prohibition; try later"
        case .status(let status, let wait): Self.message(status: status, retryAfter: wait)
        case .cutOff: "the connection ended early; what came is kept, and the next try goes on from there"
        case .cannotWrite(let path, let code):
            "cannot write \(path): \(String(cString: strerror(code))); check its permissions and free space"
        case .cancelled: "not fetched, because the run ended before"
        case .noLibrary: "pages are fetched with libcurl, which is not installed (Debian: libcurl4)"
        case .system: "the system has no memory or no connections left"
        }
    }

    /// Address and message, as a user should read them.
    public var description: String {
        redirectedTo.map { "\(address): redirected to \($0): \(message)" } ?? "\(address): \(message)"
    }

    private static func message(status: Int, retryAfter: Int?) -> String {
        let wait = retryAfter.map { "; the site asks to wait \($0) seconds" } ?? "; try later"
        return switch status {
        case 401, 402, 403, 407: "the site refuses access (status \(status)); save the page from a browser and read the file"
        case 404, 410: "no such page (status \(status))"
        case 429: "too many requests (status 429)\(wait)"
        case 451: "withheld for legal reasons (status 451)"
        case 500...599: "the site is out of order (status \(status))\(wait)"
        default: "the site answers with status \(status)"
        }
    }

    private static func seconds(_ milliseconds: Int) -> String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000) seconds" : "\(milliseconds) milliseconds"
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
    }
}
