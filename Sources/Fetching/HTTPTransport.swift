/// One request for one address: always GET, without a body.
public struct HTTPRequest: Sendable {
    /// The address.
    public var address: WebAddress
    /// Fields besides those that the transport itself must send.
    public var fields: [HTTPField]
    /// Whether the transport may connect to addresses that are not public. Only the transport knows which address a name leads
    /// to at the moment when it connects, so only it can refuse.
    public var allowsPrivateAddresses: Bool
    /// The longest time for all of it.
    public var total: Duration
    /// The longest time until the head of the answer is complete.
    public var firstAnswer: Duration
    /// The longest time in the middle of the answer without a byte of it.
    public var silence: Duration

    /// Makes a request.
    public init(
        address: WebAddress,
        fields: [HTTPField],
        allowsPrivateAddresses: Bool,
        total: Duration,
        firstAnswer: Duration,
        silence: Duration
    ) {
        self.address = address
        self.fields = fields
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.total = total
        self.firstAnswer = firstAnswer
        self.silence = silence
    }
}

/// A field of a request or an answer, the value byte for byte without the blanks around it.
public struct HTTPField: Sendable, Hashable {
    /// The name, in lower case.
    public let name: String
    /// The value; not always UTF-8.
    public let value: [UInt8]

    /// Makes a field.
    public init(name: String, value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// Makes a field of text.
    public init(_ name: String, _ value: String) { self.init(name: name, value: Array(value.utf8)) }
}

/// Status and fields of an answer.
public struct HTTPHead: Sendable, Hashable {
    /// The status code (RFC 9110, 15).
    public let status: Int
    /// All fields in their order.
    public let fields: [HTTPField]

    /// Makes a head.
    public init(status: Int, fields: [HTTPField]) {
        self.status = status
        self.fields = fields
    }

    /// The value of the first field of a name (in lower case).
    public subscript(name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }
}

/// How much of a body is wanted, as decided when its head is known.
public enum BodyDemand: Sendable {
    /// Nothing: the transfer ends with the head.
    case none
    /// All of it; more bytes than this are an error.
    case whole(limit: Int)
    /// The first bytes; those after are left out.
    case prefix(Int)
    /// All of it, handed on as it comes and kept nowhere; more bytes than the limit are an error. The transfer ends when `take`
    /// says that it cannot take a piece.
    case pieces(limit: Int, take: @Sendable (UnsafeRawBufferPointer) -> Bool)
}

/// An answer with as much of its body as was wanted, decompressed.
public struct HTTPResponse: Sendable {
    /// Status and fields.
    public let head: HTTPHead
    /// The body after `Content-Encoding` is undone.
    public let body: [UInt8]
    /// Whether the connection ended before the body was complete.
    public let isTruncated: Bool

    /// Makes an answer.
    public init(head: HTTPHead, body: [UInt8] = [], isTruncated: Bool = false) {
        self.head = head
        self.body = body
        self.isTruncated = isTruncated
    }
}

/// What carries one request over the network: the one thing between ``Fetcher`` and the outside.
///
/// A transport follows no redirect, keeps no cookie, no cache and no credentials, and refuses to connect to a private address
/// unless the request allows it. It blocks its thread, for ``HTTPRequest/total`` at the longest.
public protocol HTTPTransport: Sendable {
    /// Sends a request and waits for the answer.
    /// - Parameter demand: Called once with the head of the answer, before its body is read.
    /// - Throws: Any kind that concerns one request; an answer of any status is no error.
    func send(_ request: HTTPRequest, demand: @escaping @Sendable (HTTPHead) -> BodyDemand) throws(FetchError.Kind)
        -> HTTPResponse
}
