public import TextCore

/// Turns the bytes of a file into text: a byte order mark decides, else UTF-8 when the bytes are it, else the encoding that
/// makes the likeliest letters.
///
/// Line ends stay as they are, so that offsets fit the file's characters. The byte order mark goes, NULs go and are
/// counted; where they stood is told.
public struct TextDecoder: Sendable {
    /// A decoded text and what was noticed.
    public struct Decoded: Sendable {
        /// The text.
        public let text: UTF8Text
        /// Its encoding when not UTF-8, what was replaced and dropped.
        public let warnings: [ReadingWarning]
        /// What of the file is not in the text, in order.
        public internal(set) var omissions: [Omission] = []
    }

    /// Makes a decoder.
    public init() {}

    /// Decodes bytes.
    /// - Complexity: O(*n*).
    public func decode(_ bytes: [UInt8]) -> Decoded {
        if let (encoding, length) = Self.mark(bytes) {
            guard encoding != "UTF-8" else {
                var decoded = utf8(bytes[length...])
                decoded.omissions.insert(Omission(byte: 0, text: Array(bytes[..<length])), at: 0)
                return decoded
            }
            return converted(Array(bytes[length...]), encoding)
        }
        if let encoding = Self.wideWithoutMark(bytes) { return converted(bytes, encoding) }
        if Self.isUTF8(bytes) || Self.isNearlyUTF8(bytes) { return utf8(bytes[...]) }
        guard let encoding = EncodingDetector.standard.detect(bytes.filter { $0 != 0 }) else { return utf8(bytes[...]) }
        return converted(bytes, encoding.name)
    }

    /// Whether bytes are no text in any encoding: NULs that are not those of UTF-16 or -32, or many control characters.
    /// - Complexity: O(1): the first 64 KiB decide.
    public static func isBinary(_ bytes: [UInt8]) -> Bool {
        if mark(bytes) != nil || wideWithoutMark(bytes) != nil { return false }
        let head = bytes.prefix(1 << 16)
        if head.starts(with: Array("%PDF-".utf8)) || head.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || head.starts(with: [0x1F, 0x8B])
        {
            return true
        }
        var (nuls, controls) = (0, 0)
        for byte in head {
            if byte == 0 { nuls += 1 }
            // ESC opens the shifts of ISO-2022 and colours of terminals.
            if byte < 0x09 || (0x0E..<0x20).contains(byte) && byte != 0x1B || byte == 0x7F { controls += 1 }
        }
        return nuls * 50 > head.count || controls * 20 > head.count
    }

    // MARK: Which encoding

    /// The encoding of a byte order mark, and its length.
    static func mark(_ bytes: [UInt8]) -> (encoding: String, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        return nil
    }

    /// UTF-16 without its mark: every second byte of Latin text is NUL, and hardly any other.
    static func wideWithoutMark(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096)
        guard head.count >= 8 else { return nil }
        var (even, odd) = (0, 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { even += 1 } else { odd += 1 }
        }
        let half = head.count / 2
        if odd * 10 > half * 4, even * 50 <= half { return "UTF-16LE" }
        if even * 10 > half * 4, odd * 50 <= half { return "UTF-16BE" }
        return nil
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool { UTF8Sequences.areWellFormed(bytes.span) }

    /// Whether bytes are UTF-8 with damages: at least as many well-formed sequences beyond ASCII as invalid bytes.
    static func isNearlyUTF8(_ bytes: [UInt8]) -> Bool {
        let sequences = UTF8Sequences(in: bytes.span)
        return sequences.wellFormed > 0 && sequences.wellFormed >= sequences.invalid
    }

    // MARK: Decoding

    func utf8(_ bytes: ArraySlice<UInt8>) -> Decoded {
        var warnings: [ReadingWarning] = []
        let old = Self.replacements(bytes)
        var repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let replaced = Self.replacements(repaired[...]) - old
        if replaced > 0 { warnings.append(.replacedInvalidBytes(count: replaced)) }
        let omissions = Self.dropNULs(&repaired, &warnings)
        return Decoded(text: UTF8Text(repairing: repaired), warnings: warnings, omissions: omissions)
    }

    func converted(_ bytes: [UInt8], _ encoding: String) -> Decoded {
        var decoded: Iconv.Decoded
        switch encoding {
        case "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE": decoded = WideDecoder.decode(bytes, encoding)
        default:
            // A system without the tables still has Latin-1, in which every byte is a character.
            decoded = Iconv.decode(bytes, from: encoding) ?? Iconv.Decoded(text: Self.latin1(bytes), invalid: 0)
        }
        var warnings: [ReadingWarning] = [.decoded(from: encoding)]
        if decoded.invalid > 0 { warnings.append(.replacedInvalidBytes(count: decoded.invalid)) }
        let omissions = Self.dropNULs(&decoded.text, &warnings)
        return Decoded(text: UTF8Text(repairing: decoded.text), warnings: warnings, omissions: omissions)
    }

    private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    }

    private static func dropNULs(_ bytes: inout [UInt8], _ warnings: inout [ReadingWarning]) -> [Omission] {
        let omissions = Omission.dropNULs(&bytes)
        if !omissions.isEmpty { warnings.append(.droppedNULs(count: omissions.count)) }
        return omissions
    }

    /// How many U+FFFD the bytes hold.
    private static func replacements(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { bytes in
            var count = 0
            var at = 0
            while at + 2 < bytes.count {
                if bytes[at] == 0xEF, bytes[at + 1] == 0xBF, bytes[at + 2] == 0xBD {
                    count += 1
                    at += 3
                } else {
                    at += 1
                }
            }
            return count
        }
    }
}
