internal import CCurl
internal import Glibc

/// An `http` or `https` address, taken apart and put together again by the parser that also connects, so that what is checked
/// and what is asked for are the same.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address in its normal form, without a fragment.
    public let text: String
    /// `http` or `https`.
    public let scheme: String
    /// The host in lower case and ASCII (IDNA 2008: `xn--…`); numeric spellings of IPv4 addresses as four decimal numbers, IPv6 addresses in brackets.
    public let host: String
    /// The port, given or implied by the scheme.
    public let port: Int
    /// Path and query as they are sent; starts with `/`.
    public let target: String

    /// The longest address that is taken, in bytes.
    public static let longest = 8192

    /// Scheme, host and port: what one robots.txt speaks for.
    public var origin: String { "\(scheme)://\(host):\(port)" }
    /// The same as ``text``.
    public var description: String { text }

    /// Whether a text names a web address rather than a file: it starts with `http://` or `https://`, in any case.
    public static func isWebAddress(_ text: String) -> Bool {
        let start = ASCII.lowercased(text.utf8.prefix(8))
        return start.hasPrefix("http://") || start == "https://"
    }

    /// Reads an address. Letters outside ASCII and spaces in path and query are percent-encoded.
    /// - Throws: `invalidAddress`, `unsupportedScheme` or `credentialsInAddress`.
    public init(_ text: String) throws(FetchError.Kind) {
        try self.init(Array(text.utf8), relativeTo: nil)
    }

    /// Reads what a `Location` field holds: an address, or a reference relative to this one (RFC 3986, 5).
    public func resolving(_ reference: [UInt8]) throws(FetchError.Kind) -> WebAddress {
        try WebAddress(reference, relativeTo: text)
    }

    private init(_ bytes: [UInt8], relativeTo base: String?) throws(FetchError.Kind) {
        // A zero byte would end the C string, and the parser would see less than we did.
        guard !bytes.isEmpty, bytes.count <= Self.longest, !bytes.contains(where: ASCII.isControl) else { throw .invalidAddress }
        guard CurlLibrary.isLoaded else { throw .noLibrary }
        guard let handle = stemma_curl_url() else { throw .system }
        defer { stemma_curl_url_cleanup(handle) }
        if let base {
            guard stemma_curl_url_set(handle, CURLUPART_URL, base, 0) == CURLUE_OK else { throw .invalidAddress }
        }
        let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_DISALLOW_USER)
        let code = (bytes + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { stemma_curl_url_set(handle, CURLUPART_URL, $0.baseAddress, flags) }
        }
        guard code == CURLUE_OK else { throw code == CURLUE_USER_NOT_ALLOWED ? .credentialsInAddress : .invalidAddress }

        func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
            var text: UnsafeMutablePointer<CChar>?
            guard stemma_curl_url_get(handle, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
            defer { stemma_curl_free(text) }
            return String(cString: text)
        }
        scheme = part(CURLUPART_SCHEME).map { ASCII.lowercased($0.utf8) } ?? ""
        guard scheme == "http" || scheme == "https" else {
            throw scheme.isEmpty ? .invalidAddress : .unsupportedScheme(scheme)
        }
        stemma_curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
        guard let host = Self.inUTF8Locale({ part(CURLUPART_HOST, CURLU_PUNYCODE) }), !host.isEmpty,
            stemma_curl_url_set(handle, CURLUPART_HOST, host, 0) == CURLUE_OK,
            let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap({ Int($0) }), (1...65535).contains(port),
            let text = part(CURLUPART_URL), text.utf8.count <= Self.longest
        else { throw .invalidAddress }
        self.host = ASCII.lowercased(host.utf8)
        self.port = port
        self.text = text
        let path = part(CURLUPART_PATH) ?? "/"
        // A question mark with nothing behind is not sent.
        let query = part(CURLUPART_QUERY) ?? ""
        target = query.isEmpty ? path : path + "?" + query
    }

    /// Runs a closure with the text of this thread's C library in UTF-8: libidn2 takes names in the encoding of the locale, which
    /// is ASCII in a program that sets none.
    private static func inUTF8Locale<Value>(_ body: () -> Value) -> Value {
        guard let utf8Locale else { return body() }
        let before = uselocale(utf8Locale)
        defer { uselocale(before) }
        return body()
    }

    // Made once and never changed or freed.
    nonisolated(unsafe) private static let utf8Locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
}
