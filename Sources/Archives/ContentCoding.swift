/// What was done to a body before it was sent (RFC 9110, 8.4.1; RFC 9112, 7).
public enum ContentCoding: Sendable, Hashable {
    /// `gzip` or `x-gzip`.
    case gzip
    /// `deflate`: zlib's format, or raw deflate data, which some servers send.
    case deflate
    /// `br`, Brotli.
    case brotli
    /// `chunked`, of Transfer-Encoding.
    case chunked
    /// One that is not read, such as `compress`.
    case unknown(String)

    /// The coding of a name, in whatever case; nil for `identity` and the empty name.
    public init?(_ name: String) {
        let bytes = Array(name.utf8)[...].trimmed.map(\.asciiLowercased)
        switch String(decoding: bytes, as: UTF8.self) {
        case "", "identity", "none", "utf-8", "binary": return nil
        case "gzip", "x-gzip": self = .gzip
        case "deflate", "x-deflate": self = .deflate
        case "br": self = .brotli
        case "chunked": self = .chunked
        default: self = .unknown(String(lenient: bytes))
        }
    }

    /// Its name in headers.
    public var name: String {
        switch self {
        case .gzip: "gzip"
        case .deflate: "deflate"
        case .brotli: "br"
        case .chunked: "chunked"
        case .unknown(let name): name
        }
    }
}

/// Why a body cannot be decoded.
public enum ContentError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownCoding(String)
    /// More codings one on another than the limit.
    case tooManyCodings(limit: Int)
    /// Data that is none of the coding's, after so many coded bytes, in the decoder's words.
    case damaged(coding: String, offset: Int, detail: String)
    /// More bytes than the limit.
    case tooLarge(limit: Int)
    /// More times the coded length than the limit: a bomb.
    case expandsTooMuch(limit: Int)

    /// What is wrong.
    public var description: String {
        switch self {
        case .unknownCoding(let name): "the coding “\(name)” is unknown: gzip, deflate, br, chunked or identity is expected"
        case .tooManyCodings(let limit): "there are more than \(limit) codings one on another"
        case .damaged(let coding, let offset, let detail): "the \(coding) data is damaged after \(offset) bytes: \(detail)"
        case .tooLarge(let limit): "the body is longer than \(limit) bytes when decoded"
        case .expandsTooMuch(let limit): "the body grows to more than \(limit) times its size when decoded"
        }
    }
}

/// A decoded body.
public struct DecodedContent: Sendable, Hashable {
    /// The bytes.
    public var bytes: [UInt8]
    /// Whether the coded data had its end. Where it had not, `bytes` is what could be decoded.
    public var isComplete: Bool
    /// Whether the body, or a part of it, was not coded as its header says and was taken as it is: archives often keep bodies
    /// decoded and headers as sent.
    public var isMislabeled: Bool

    /// Makes a decoded body.
    public init(bytes: [UInt8], isComplete: Bool = true, isMislabeled: Bool = false) {
        self.bytes = bytes
        self.isComplete = isComplete
        self.isMislabeled = isMislabeled
    }
}
