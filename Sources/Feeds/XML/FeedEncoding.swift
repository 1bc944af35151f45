internal import HTMLTree
internal import TextCore

/// Turns the bytes of a feed into UTF-8 with line feeds.
///
/// What says how they are encoded, by its weight: a byte order mark, the `charset` of the HTTP response, the XML declaration
/// (RFC 7303, section 3, with XML 1.0, appendix F). What is said counts only where the bytes can be it: text that is UTF-8
/// and not ASCII alone is UTF-8 whatever a server says of it. Where nothing is said, UTF-8, or else the encoding that makes
/// the likeliest letters, or else Windows-1252.
struct FeedEncoding {
    /// Valid UTF-8, without byte order mark and declaration: their bytes are gone or spaces.
    private(set) var text: [UInt8]
    /// The encoding, by its name in the Encoding Standard or in iconv.
    private(set) var name: String
    /// What was converted and replaced.
    private(set) var warnings: [FeedWarning] = []

    /// Decodes. O(*n*).
    init(_ bytes: [UInt8], contentType: String?) {
        (text, name) = ([], "UTF-8")
        var invalid = 0
        if let wide = Self.wide(bytes) {
            let decoded = WideDecoder.decode(Array(bytes[wide.markLength...]), wide.name)
            (text, invalid, name) = (decoded.text, decoded.invalid, wide.name)
        } else if let mark = EncodingSniffer.byteOrderMark(of: bytes) {
            text = Array(bytes[mark.markLength...])
            invalid = Self.repair(&text)
        } else if (try? UTF8Span(validating: bytes.span)) != nil,
            Self.declared(bytes, contentType).map({ !Self.isSevenBit($0) }) ?? true
        {
            text = bytes
        } else {
            let declared = Self.declared(bytes, contentType)
            // UTF-8 with damages is still that; what only says that it is, and is not at all, has been labeled wrongly.
            let isNearlyUTF8 = Self.isNearlyUTF8(bytes)
            if let declared, declared != "UTF-8" {
                name = declared
            } else if !isNearlyUTF8 {
                name = EncodingDetector.standard.detect(bytes)?.name ?? "WINDOWS-1252"
            }
            if name != "UTF-8", let decoded = Iconv.decode(bytes, from: Self.iconvName(name)) {
                (text, invalid) = (decoded.text, decoded.invalid)
                _ = Self.repair(&text)
            } else {
                name = "UTF-8"
                text = bytes
                invalid = Self.repair(&text)
            }
        }
        if name != "UTF-8" { warnings.append(.decoded(from: name)) }
        if invalid > 0 { warnings.append(.replacedInvalidBytes(count: invalid)) }
        Self.normalizeLines(&text)
        blankDeclaration()
    }

    /// Whether there are at least as many sequences beyond ASCII that are well-formed as bytes that are not.
    private static func isNearlyUTF8(_ bytes: [UInt8]) -> Bool {
        let sequences = UTF8Sequences(in: bytes.span)
        return sequences.wellFormed >= sequences.invalid
    }

    /// Replaces invalid sequences, and says how many there were.
    private static func repair(_ bytes: inout [UInt8]) -> Int {
        if (try? UTF8Span(validating: bytes.span)) != nil { return 0 }
        let broken = bytes
        let span = broken.span
        var count = 0
        var at = 0
        while at < span.count {
            if span[at] < 0x80 {
                at += 1
                continue
            }
            let scalar = span.scalar(at: at)
            if scalar.length == 1 { count += 1 }
            at += scalar.length
        }
        bytes = Array(String(decoding: broken, as: UTF8.self).utf8)
        return count
    }

    /// UTF-16 or UTF-32 by mark, or UTF-16 by the NULs of `<?` or `<` and a letter.
    private static func wide(_ bytes: [UInt8]) -> (name: String, markLength: Int)? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        guard bytes.count >= 4 else { return nil }
        if bytes[0] == 0, bytes[2] == 0, bytes[1] != 0, bytes[3] != 0 { return ("UTF-16BE", 0) }
        if bytes[1] == 0, bytes[3] == 0, bytes[0] != 0, bytes[2] != 0 { return ("UTF-16LE", 0) }
        return nil
    }

    /// The encoding that the response or the declaration names.
    private static func declared(_ bytes: [UInt8], _ contentType: String?) -> String? {
        if let name = contentType.flatMap(EncodingSniffer.encoding(ofContentType:)), !name.hasPrefix("UTF-16") { return name }
        guard let declaration = declaration(in: bytes), let label = label(in: bytes[declaration]) else { return nil }
        let name = EncodingLabels.name(ofLabel: label)
        // Readable as ASCII, so it is not what it says.
        return name.map { $0.hasPrefix("UTF-16") ? "UTF-8" : $0 }
    }

    /// Encodings whose text is valid UTF-8 though it is none: they shift with bytes of ASCII.
    private static func isSevenBit(_ name: String) -> Bool { name == "ISO-2022-JP" || name == "replacement" }

    /// Names of the standard that iconv knows by others.
    private static func iconvName(_ name: String) -> String {
        switch name {
        case "ISO-8859-8-I": "ISO-8859-8"
        case "Shift_JIS": "CP932"
        case "EUC-KR": "CP949"
        case "GBK": "GB18030"
        case "x-mac-cyrillic": "MAC-CYRILLIC"
        case "windows-874": "CP874"
        default: name
        }
    }

    /// Where the XML declaration stands, white space before it passed over.
    private static func declaration(in bytes: [UInt8]) -> Range<Int>? {
        let start = bytes.prefix(1024).firstIndex { !$0.isXMLSpace } ?? 0
        guard bytes.span.has("<?xml", at: start), start + 5 < bytes.count, bytes[start + 5].isXMLSpace,
            let end = bytes.span.index(of: "?>", from: start), end < start + 1024
        else { return nil }
        return start..<end + 2
    }

    private static func label(in declaration: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let bytes = Array(declaration)
        guard let key = bytes.span.index(of: "encoding", from: 0),
            let open = bytes[key...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
            let close = bytes[(open + 1)...].firstIndex(of: bytes[open])
        else { return nil }
        return bytes[(open + 1)..<close]
    }

    /// XML 1.0, section 2.11: CRLF and CR are LF. NULs, which XML cannot hold, go.
    private static func normalizeLines(_ bytes: inout [UInt8]) {
        guard bytes.span.index(of: 0x0D, from: 0) != nil || bytes.span.index(of: 0, from: 0) != nil else { return }
        var kept = 0
        var previous: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte != 0, !(byte == 0x0A && previous == 0x0D) {
                bytes[kept] = byte == 0x0D ? 0x0A : byte
                kept += 1
            }
            previous = byte
        }
        bytes.removeLast(bytes.count - kept)
    }

    /// The declaration as spaces, so that a strict parser does not decode once more, and places stay what they are; its `>` is
    /// where it was, so to say.
    private mutating func blankDeclaration() {
        guard let range = Self.declaration(in: text) else { return }
        for index in range where text[index] != 0x0A { text[index] = 0x20 }
    }
}
