internal import CCurl

/// Requests over libcurl, the library that Foundation's URLSession drives on Linux, too.
///
/// Used without URLSession for three reasons. A server can end a process that uses URLSession with one `Location` field
/// (`//a%20b/`), since Swift's Foundation traps on it before any delegate is asked. URLSession buffers the body of a redirect
/// without a limit. And it shows no one the address that it connects to, so a name that leads somewhere else at the second
/// look-up (DNS rebinding) would get past the refusal of private addresses; libcurl asks before each connection.
///
/// The program must ignore the signal `SIGPIPE`, as `stemma` does: a secure connection that breaks may raise it.
///
/// Each request has a connection of its own. No proxy is used, since a proxy would look names up where nothing checks them.
public struct CurlTransport: HTTPTransport {
    /// Names with the addresses that they lead to, as `HOST:PORT:ADDRESS`; for tests, which have no name server.
    let fixedNames: [String]

    /// Makes a transport.
    public init() { self.init(fixedNames: []) }

    init(fixedNames: [String]) {
        self.fixedNames = fixedNames
    }

    /// Sends a request and waits for the answer. O(n) in the bytes that come, and never longer than ``HTTPRequest/total``.
    public func send(_ request: HTTPRequest, demand: @escaping @Sendable (HTTPHead) -> BodyDemand) throws(FetchError.Kind)
        -> HTTPResponse
    {
        guard CurlLibrary.isLoaded else { throw .noLibrary }
        guard let handle = stemma_curl_easy_init() else { throw .system }
        let transfer = CurlTransfer(allowsPrivateAddresses: request.allowsPrivateAddresses, demand: demand)
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        var lists: [UnsafeMutablePointer<curl_slist>] = []
        defer {
            stemma_curl_easy_cleanup(handle)
            lists.forEach { stemma_curl_slist_free_all($0) }
            // The handle only borrows it.
            withExtendedLifetime(transfer) {}
        }

        var isSet = Self.setConstants(handle)
        isSet = isSet && stemma_curl_set_string(handle, CURLOPT_URL, request.address.text) == CURLE_OK
        if let fields = Self.list(request.fields.compactMap(Self.line)) {
            lists.append(fields)
            isSet = isSet && stemma_curl_set_list(handle, CURLOPT_HTTPHEADER, fields) == CURLE_OK
        }
        if let names = Self.list(fixedNames.map { Array($0.utf8) }) {
            lists.append(names)
            isSet = isSet && stemma_curl_set_list(handle, CURLOPT_RESOLVE, names) == CURLE_OK
        }
        guard isSet, CurlTransfer.setCallbacks(handle, context) else { throw .system }
        return try transfer.response(Self.run(handle, request, transfer))
    }

    /// What every request has. Everything that is not named here and that libcurl leaves off stays off: redirects, cookies,
    /// credentials, `.netrc`, alternative services.
    private static func setConstants(_ handle: UnsafeMutableRawPointer) -> Bool {
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1),
            (CURLOPT_HTTP09_ALLOWED, 0),
            // Else the end of a request would wait for a name server that does not answer.
            (CURLOPT_QUICK_EXIT, 1),
        ]
        let texts: [(CURLoption, String)] = [
            (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_PROXY, ""),
            (CURLOPT_ACCEPT_ENCODING, "gzip, deflate"),
        ]
        return numbers.allSatisfy { stemma_curl_set_long(handle, $0, $1) == CURLE_OK }
            && texts.allSatisfy { stemma_curl_set_string(handle, $0, $1) == CURLE_OK }
    }

    /// Drives a request to its end or its deadline.
    private static func run(_ handle: UnsafeMutableRawPointer, _ request: HTTPRequest, _ transfer: CurlTransfer)
        throws(FetchError.Kind) -> CURLcode
    {
        guard let multi = stemma_curl_multi_init() else { throw .system }
        defer { stemma_curl_multi_cleanup(multi) }
        guard stemma_curl_multi_add_handle(multi, handle) == CURLM_OK else { throw .system }
        defer { stemma_curl_multi_remove_handle(multi, handle) }
        let clock = ContinuousClock()
        let start = clock.now
        var (received, lastByte) = (0, start)
        while true {
            var running: Int32 = 0
            guard stemma_curl_multi_perform(multi, &running) == CURLM_OK else { throw .system }
            if running == 0 { break }
            let isAnswered = transfer.hasHead
            let limit = isAnswered ? request.total : min(request.total, request.firstAnswer)
            let left = (limit - start.duration(to: clock.now)).milliseconds
            guard left > 0 else {
                throw isAnswered ? .tooSlow(milliseconds: limit.milliseconds) : .noAnswer(milliseconds: limit.milliseconds)
            }
            if transfer.received != received { (received, lastByte) = (transfer.received, clock.now) }
            guard !isAnswered || lastByte.duration(to: clock.now) < request.silence else {
                throw .fellSilent(milliseconds: request.silence.milliseconds)
            }
            // At most a second, so that a clock that is set does no harm.
            guard stemma_curl_multi_poll(multi, Int32(min(left, 1000))) == CURLM_OK else { throw .system }
        }
        var result = CURLE_OK
        guard stemma_curl_multi_result(multi, &result) else { throw .system }
        return result
    }

    /// A field as libcurl takes it; nil where the value would make another line.
    private static func line(_ field: HTTPField) -> [UInt8]? {
        guard !field.value.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) else { return nil }
        return field.value.isEmpty ? Array((field.name + ";").utf8) : Array((field.name + ": ").utf8) + field.value
    }

    private static func list(_ lines: [[UInt8]]) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            let longer = (line + [0]).withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { stemma_curl_slist_append(list, $0.baseAddress) }
            }
            // Without memory for one more line the list stays as it is.
            list = longer ?? list
        }
        return list
    }
}

/// The library itself.
enum CurlLibrary {
    /// Whether it is there; looks for it, once, when first asked.
    static let isLoaded = stemma_curl_load()
}

extension Duration {
    /// Whole milliseconds, rounded up, within what `Int32` holds.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        guard abs(seconds) < 1_000_000 else { return seconds < 0 ? -1_000_000_000 : 1_000_000_000 }
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
