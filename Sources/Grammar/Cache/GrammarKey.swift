internal import TextCore

/// By what the grammar of texts is known in a ``GrammarCache``: half of the SHA-256 of the texts, where each ends, and of what
/// is wanted, so that no two share one by accident or on purpose.
struct GrammarKey: Hashable {
    /// 32 hexadecimal digits.
    let name: String

    init(_ texts: [UTF8Text], _ layers: GrammarLayers) {
        var bytes: [UInt8] = [layers.rawValue]
        bytes.reserveCapacity(texts.reduce(1) { $0 + $1.count + 8 })
        for text in texts {
            withUnsafeBytes(of: UInt64(text.count).littleEndian) { bytes += $0 }
            bytes += text.bytes
        }
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.digest(bytes).prefix(16)
        name = String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
