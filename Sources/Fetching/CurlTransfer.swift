internal import CCurl
internal import Glibc

/// The state of one request while libcurl works on it. All callbacks come on the thread that drives the request, which is why
/// nothing here is locked.
final class CurlTransfer {
    private let allowsPrivateAddresses: Bool
    private let demand: (HTTPHead) -> BodyDemand

    private var status: Int?
    private var fields: [HTTPField] = []
    private var headBytes = 0
    private var head: HTTPHead?
    private var wanted = BodyDemand.none
    private var body: [UInt8] = []
    /// How many bytes of the body were handed on instead of kept.
    private var handedOn = 0
    /// How many bytes of heads and bodies have come.
    private(set) var received = 0
    /// Whether all that was wanted has come and the transfer was ended for that.
    private var isSatisfied = false
    private var failure: FetchError.Kind?

    /// The longest head, in bytes.
    static let longestHead = 256 << 10

    init(allowsPrivateAddresses: Bool, demand: @escaping (HTTPHead) -> BodyDemand) {
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.demand = demand
    }

    /// Whether the head of the final answer has come.
    var hasHead: Bool { head != nil }

    /// Connects a handle with the transfer at `context`.
    static func setCallbacks(_ handle: UnsafeMutableRawPointer, _ context: UnsafeMutableRawPointer) -> Bool {
        let onHeader: stemma_curl_data_callback = { bytes, size, count, context in
            CurlTransfer.receive(bytes, size, count, context) { $0.receiveHeader($1) }
        }
        let onBody: stemma_curl_data_callback = { bytes, size, count, context in
            CurlTransfer.receive(bytes, size, count, context) { $0.receiveBody($1) }
        }
        let onSocket: stemma_curl_socket_callback = { context, _, address in
            guard let context, let address else { return CURL_SOCKET_BAD }
            return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue().openSocket(&address.pointee)
        }
        let codes = [
            stemma_curl_set_data_callback(handle, CURLOPT_HEADERFUNCTION, onHeader),
            stemma_curl_set_context(handle, CURLOPT_HEADERDATA, context),
            stemma_curl_set_data_callback(handle, CURLOPT_WRITEFUNCTION, onBody),
            stemma_curl_set_context(handle, CURLOPT_WRITEDATA, context),
            stemma_curl_set_socket_callback(handle, CURLOPT_OPENSOCKETFUNCTION, onSocket),
            stemma_curl_set_context(handle, CURLOPT_OPENSOCKETDATA, context),
        ]
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    /// The answer, once libcurl has come to an end.
    func response(_ end: CURLcode) throws(FetchError.Kind) -> HTTPResponse {
        if let failure { throw failure }
        guard let head else { throw end == CURLE_OK ? .malformedAnswer : Self.kind(of: end) }
        if end == CURLE_OK || isSatisfied { return HTTPResponse(head: head, body: body) }
        switch end {
        // The connection ended early, or the lengths of its chunks make no sense.
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_SSL_CONNECT_ERROR:
            return HTTPResponse(head: head, body: body, isTruncated: true)
        // Our own callbacks have taken everything, so what could not be written is what could not be decompressed.
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR: throw .undecodableBody
        default: throw Self.kind(of: end)
        }
    }

    private static func kind(of code: CURLcode) -> FetchError.Kind {
        switch code {
        case CURLE_URL_MALFORMAT: .invalidAddress
        case CURLE_COULDNT_RESOLVE_HOST: .hostNotFound
        case CURLE_COULDNT_CONNECT: .cannotConnect
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            .notSecure
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_FUNCTION_ARGUMENT: .malformedAnswer
        case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: .system
        default: .connectionLost
        }
    }

    // MARK: Callbacks

    private static func receive(
        _ bytes: UnsafeMutablePointer<CChar>?,
        _ size: Int,
        _ count: Int,
        _ context: UnsafeMutableRawPointer?,
        _ body: (CurlTransfer, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Int {
        let (length, overflows) = size.multipliedReportingOverflow(by: count)
        guard let bytes, let context, !overflows else { return 0 }
        let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        transfer.received &+= length
        let goesOn = UnsafeRawBufferPointer(start: bytes, count: length).withMemoryRebound(to: UInt8.self) { body(transfer, $0) }
        // Another number than came ends the transfer.
        return goesOn ? length : length == 0 ? 1 : 0
    }

    /// Refuses what is not public at the last moment before a connection, so that no second look-up comes between.
    private func openSocket(_ address: inout curl_sockaddr) -> curl_socket_t {
        guard failure == nil else { return CURL_SOCKET_BAD }
        let (family, type, transport) = (address.family, address.socktype, address.`protocol`)
        if !allowsPrivateAddresses {
            let length = Int(address.addrlen)
            let remote = withUnsafePointer(to: &address.addr) { NetworkAddress($0, length: length) }
            guard let remote, remote.isPublic else {
                failure = .privateAddress(remote?.description ?? "a local socket")
                return CURL_SOCKET_BAD
            }
        }
        return socket(family, type | Int32(SOCK_CLOEXEC.rawValue), transport)
    }

    /// One line of a head, with its end.
    private func receiveHeader(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        // Trailers after the body say nothing that is used.
        guard head == nil else { return true }
        headBytes += line.count
        guard headBytes <= Self.longestHead else { return fail(.malformedAnswer) }
        var text = line[...]
        while let last = text.last, last == 0x0A || last == 0x0D { text.removeLast() }
        if status == nil {
            status = Self.status(of: text)
            return status != nil || fail(.malformedAnswer)
        }
        if text.isEmpty { return endHead() }
        // A line without a colon, or a continuation of the line before (obsolete): passed over.
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let first = text.first, !ASCII.isBlank(first) else {
            return true
        }
        let name = ASCII.lowercased(ASCII.trimmed(Array(text[..<colon])[...]))
        fields.append(HTTPField(name: name, value: Array(ASCII.trimmed(Array(text[(colon + 1)...])[...]))))
        return true
    }

    private func endHead() -> Bool {
        guard let status else { return fail(.malformedAnswer) }
        guard status >= 200 else {
            // An interim answer (RFC 9110, 15.2): the real one follows.
            self.status = nil
            fields = []
            return true
        }
        let head = HTTPHead(status: status, fields: fields)
        self.head = head
        wanted = demand(head)
        switch wanted {
        case .none: return satisfy()
        case .whole(let limit), .pieces(let limit, _):
            guard let length = head["content-length"].flatMap({ ASCII.number($0) }), length > limit else { return true }
            return fail(.tooLarge(limit: limit))
        case .prefix: return true
        }
    }

    /// Bytes of the body, decompressed.
    private func receiveBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch wanted {
        case .none: return satisfy()
        case .whole(let limit):
            guard bytes.count <= limit - body.count else {
                body = []
                return fail(.tooLarge(limit: limit))
            }
            body.append(contentsOf: bytes)
            return true
        case .prefix(let limit):
            body.append(contentsOf: bytes.prefix(max(0, limit - body.count)))
            return body.count < limit || satisfy()
        case .pieces(let limit, let take):
            guard bytes.count <= limit - handedOn else { return fail(.tooLarge(limit: limit)) }
            handedOn += bytes.count
            return take(UnsafeRawBufferPointer(bytes)) || fail(.cancelled)
        }
    }

    private func satisfy() -> Bool {
        isSatisfied = true
        return false
    }

    private func fail(_ kind: FetchError.Kind) -> Bool {
        failure = kind
        return false
    }

    /// The code in `HTTP/1.1 200 OK`.
    private static func status(of line: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard line.starts(with: Array("HTTP/".utf8)), let space = line.firstIndex(of: 0x20) else { return nil }
        let digits = line[(space + 1)...].drop { $0 == 0x20 }.prefix { $0 != 0x20 }
        guard digits.count == 3, let status = ASCII.number(digits), status >= 100 else { return nil }
        return status
    }
}
