internal import Collation
internal import Reading
internal import TextCore

/// Names for things of the web of data: IRIs (RFC 3987) of articles, and of what is said about places in them.
enum LinkedNames {
    /// Longer addresses than this are taken for no addresses.
    static let longestAddress = 2048

    /// The address under which an article was published, when it has one that may stand as an IRI.
    static func address(of article: Article) -> String? {
        guard let url = article.url, url.utf8.count <= longestAddress, url.hasPrefix("https://") || url.hasPrefix("http://")
        else { return nil }
        // RFC 3987, 2.2: no white space, no controls, and none of these.
        let isIRI = url.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value) && !"<>\"{}|\\^`".unicodeScalars.contains(scalar)
        }
        return isIRI ? url : nil
    }

    /// The name of a text by its content (RFC 6920, "Naming Things with Hashes"): the same text has the same name everywhere.
    /// O(*n*).
    static func content(of text: UTF8Text) -> String {
        "ni:///sha-256;" + base64URL(SHA256.digest(text.bytes))
    }

    /// A UUID made of a name (version 5, RFC 9562, with its namespace for URLs) as a URN: the same name, the same UUID.
    static func uuid(of name: String) -> String {
        let namespace: [UInt8] = [
            0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
        ]
        var digest = Array(SHA1.digest(namespace + Array(name.utf8)).prefix(16))
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        let digits = digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        return "urn:uuid:" + groups.joined(separator: "-")
    }

    /// RFC 4648, section 5, without padding.
    private static func base64URL(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var bits = 0
        var count = 0
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 6 {
                count -= 6
                text.append(letters[bits >> count & 63])
            }
        }
        if count > 0 { text.append(letters[bits << (6 - count) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }
}
