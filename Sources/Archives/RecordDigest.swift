internal import TextCore

/// What became of a digest that a record carries.
public enum DigestVerdict: Sendable, Hashable {
    case matches
    case differs
    /// There is none, its algorithm is unknown, or what it is of is not in the record.
    case notChecked
}

/// A digest as WARC writes it, `sha1:…`: in base32, as most do, or base16 or base64.
struct RecordDigest {
    private let algorithm: Algorithm
    private let value: [UInt8]

    private enum Algorithm: String {
        case sha1, sha256, md5

        var length: Int {
            switch self {
            case .sha1: 20
            case .sha256: 32
            case .md5: 16
            }
        }
    }

    /// Reads a digest; nil when the algorithm is unknown.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = bytes[..<colon].map(\.asciiLowercased).filter { $0 != UInt8(ascii: "-") }
        guard let algorithm = Algorithm(rawValue: String(decoding: name[...].trimmed, as: UTF8.self)) else { return nil }
        self.algorithm = algorithm
        var digits = bytes[(colon + 1)...].trimmed
        while digits.last == UInt8(ascii: "=") { digits.removeLast() }
        value = Self.decoded(digits, length: algorithm.length) ?? []
    }

    /// Whether bytes have this digest. O(*n*).
    func verdict(on bytes: Span<UInt8>) -> DigestVerdict {
        let digest =
            switch algorithm {
            case .sha1: SHA1.digest(bytes)
            case .sha256: SHA256.digest(bytes)
            case .md5: MD5.digest(bytes)
            }
        return digest == value ? .matches : .differs
    }

    /// The bytes behind digits, whose base their number tells; nil when they are no digest of this length.
    private static func decoded(_ digits: ArraySlice<UInt8>, length: Int) -> [UInt8]? {
        switch digits.count {
        case 2 * length: bits(of: digits, 4) { $0.hexadecimalValue }
        case (8 * length + 4) / 5: bits(of: digits, 5, base32)
        case (8 * length + 5) / 6: bits(of: digits, 6, base64)
        default: nil
        }
    }

    private static func bits(of digits: ArraySlice<UInt8>, _ width: UInt32, _ value: (UInt8) -> UInt8?) -> [UInt8]? {
        var result: [UInt8] = []
        var held: UInt32 = 0
        var count: UInt32 = 0
        for digit in digits {
            guard let next = value(digit) else { return nil }
            held = held << width | UInt32(next)
            count += width
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: held >> count))
                held &= 1 << count - 1
            }
        }
        return result
    }

    private static func base32(_ digit: UInt8) -> UInt8? {
        switch digit.asciiLowercased {
        case 0x61...0x7A: digit.asciiLowercased - 0x61
        case 0x32...0x37: digit - 0x32 + 26
        default: nil
        }
    }

    private static func base64(_ digit: UInt8) -> UInt8? { Base64.value(of: digit) }
}
