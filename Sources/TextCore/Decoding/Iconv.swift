#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Decodes bytes to UTF-8 with the system's iconv, in chunks; what is invalid becomes U+FFFD and is counted.
package enum Iconv {
    /// A decoded text.
    package struct Decoded {
        /// UTF-8, except where the system's tables are wrong: check before use.
        package var text: [UInt8]
        /// How many bytes were replaced.
        package var invalid: Int

        /// A text.
        package init(text: [UInt8], invalid: Int) {
            self.text = text
            self.invalid = invalid
        }
    }

    /// Decodes; nil when the system does not know the encoding. O(*n*).
    package static func decode(_ bytes: [UInt8], from encoding: String) -> Decoded? {
        guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var decoded = Decoded(text: [], invalid: 0)
        decoded.text.reserveCapacity(bytes.count + bytes.count / 4)
        var input = bytes
        var output = [UInt8](repeating: 0, count: 1 << 16)
        input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = input.count
                while left > 0 {
                    var free = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = output.count
                    let before = left
                    let result = iconv(converter, &next, &left, &free, &room)
                    let number = errno
                    decoded.text.append(contentsOf: output[..<(output.count - room)])
                    guard result == -1 else { continue }
                    if number == E2BIG, before != left || room < output.count { continue }
                    // An invalid byte, or a character cut off at the end.
                    decoded.text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    decoded.invalid += 1
                    guard left > 0 else { break }
                    next = next?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return decoded
    }
}
