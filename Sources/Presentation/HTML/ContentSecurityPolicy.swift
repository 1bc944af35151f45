internal import TextCore

extension SHA256 {
    /// A source expression of a content security policy (W3C CSP Level 3): `'sha256-…'`, base64.
    static func sourceExpression(_ text: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let bytes = digest(text)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var value: UInt32 = 0
            for byte in group { value = value << 8 | UInt32(byte) }
            value <<= UInt32(8 * (3 - group.count))
            for index in 0..<4 {
                let six = Int(value >> UInt32(18 - 6 * index) & 63)
                result.append(index <= group.count ? alphabet[six] : UInt8(ascii: "="))
            }
        }
        return "'sha256-\(String(decoding: result, as: UTF8.self))'"
    }
}
