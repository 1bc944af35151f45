/// UTF-16 and UTF-32, which some systems' iconv leaves out.
package enum WideDecoder {
    /// Decodes; `encoding` is `UTF-16LE`, `UTF-16BE`, `UTF-32LE` or `UTF-32BE`. O(*n*).
    package static func decode(_ bytes: [UInt8], _ encoding: String) -> Iconv.Decoded {
        let isLittle = encoding.hasSuffix("LE")
        let width = encoding.hasPrefix("UTF-16") ? 2 : 4
        var decoded = Iconv.Decoded(text: [], invalid: 0)
        decoded.text.reserveCapacity(bytes.count)
        func unit(_ at: Int) -> UInt32? {
            guard at + width <= bytes.count else { return nil }
            var value: UInt32 = 0
            for index in 0..<width {
                value = value << 8 | UInt32(bytes[at + (isLittle ? width - 1 - index : index)])
            }
            return value
        }
        var at = 0
        while at < bytes.count {
            var value = unit(at)
            at += width
            if width == 2, let high = value, (0xD800..<0xDC00).contains(high), let low = unit(at), (0xDC00..<0xE000).contains(low)
            {
                value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
                at += 2
            }
            if let scalar = value.flatMap(Unicode.Scalar.init) {
                decoded.text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else {
                decoded.invalid += 1
                decoded.text.append(contentsOf: [0xEF, 0xBF, 0xBD])
            }
        }
        return decoded
    }
}
