/// Base64 (RFC 4648, RFC 2045) in both alphabets.
enum Base64 {
    /// The six bits of a digit; nil for what is none.
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x41...0x5A: digit - 0x41
        case 0x61...0x7A: digit - 0x61 + 26
        case 0x30...0x39: digit - 0x30 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// Decodes a MIME body: what is no digit is passed over (RFC 2045, 6.8), and padding ends a group. O(*n*).
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 4 * 3)
        var held: UInt32 = 0
        var count: UInt32 = 0
        for byte in text {
            if byte == UInt8(ascii: "=") {
                held = 0
                count = 0
                continue
            }
            guard let six = value(of: byte) else { continue }
            held = held << 6 | UInt32(six)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: held >> count))
                held &= 1 << count - 1
            }
        }
        return result
    }
}
