internal import HTMLTree
internal import TextCore

/// Turns the bytes of a web page into UTF-8, by what declares their encoding: a byte order mark, the `Content-Type` header,
/// a `meta` element, an XML declaration (WHATWG HTML Standard, section 13.2.3.2); then by the bytes themselves.
///
/// It differs from browsers in three ways, all for pages whose declaration is plainly wrong. Bytes that are UTF-8 from
/// start to end, with characters beyond ASCII among them, are read as UTF-8 whatever a header or `meta` says: text in
/// another encoding is never so by chance. And bytes that are far from the UTF-8 that they are declared to be are read in
/// the encoding that makes the likeliest letters. And UTF-8 that was encoded as such twice is decoded twice.
public enum PageDecoder {
    /// How the encoding of a page is known.
    public enum Evidence: String, Sendable, Hashable {
        case byteOrderMark, contentType, meta, xmlDeclaration
        /// The bytes are well-formed UTF-8 (or UTF-16 by its pattern of NULs).
        case wellFormed
        /// The likeliest letters.
        case statistics
    }

    /// A decoded page.
    public struct Page: Sendable {
        /// Well-formed UTF-8, without byte order mark.
        public let bytes: [UInt8]
        /// The encoding's name in the WHATWG Encoding Standard, or in iconv where statistics found it.
        public let encoding: String
        /// How the encoding is known.
        public let evidence: Evidence
        /// The encoding that was declared, when the bytes are not in it.
        public let contradicted: String?
        /// The encoding when it is not UTF-8, what was replaced and dropped.
        public let warnings: [ReadingWarning]
    }

    /// How far into the page a `meta` element is looked for when there is none where the standard wants it. Browsers read
    /// on too, and start again when they meet one.
    static let lateMetaLength = 1 << 16

    /// Decodes a page.
    /// - Parameter contentType: the value of the HTTP header `Content-Type`.
    /// - Complexity: O(*n*); bytes that are UTF-8 already are not copied.
    public static func decode(_ bytes: [UInt8], contentType: String? = nil) -> Page {
        let declared = EncodingSniffer.encoding(of: bytes, contentType: contentType) ?? lateMeta(bytes)
        if let declared, declared.source == .byteOrderMark {
            return page(Array(bytes.dropFirst(declared.markLength)), declared.name, .byteOrderMark)
        }
        if TextDecoder.isUTF8(bytes) {
            func isASCII() -> Bool { !bytes.contains { $0 >= 0x80 } }
            if let declared, needsDecoding(declared.name), isASCII() {
                return page(bytes, declared.name, evidence(declared.source))
            }
            if let once = DoubleEncoding.undone(bytes) {
                return Page(
                    bytes: once,
                    encoding: "UTF-8",
                    evidence: .wellFormed,
                    contradicted: nil,
                    warnings: [.decoded(from: "UTF-8 that was encoded twice")]
                )
            }
            let says = declared.map(\.name)
            return Page(
                bytes: bytes,
                encoding: "UTF-8",
                evidence: says == "UTF-8" ? declared.map { evidence($0.source) } ?? .wellFormed : .wellFormed,
                contradicted: says == nil || says == "UTF-8" || isASCII() ? nil : says,
                warnings: []
            )
        }
        if let declared, let name = iconvName(declared.name) {
            if declared.name != "UTF-8" || TextDecoder.isNearlyUTF8(bytes) {
                return page(bytes, name, named: declared.name, evidence(declared.source))
            }
        }
        return guessed(bytes, contradicted: declared?.name)
    }

    /// The first encoding that a `meta` element declares after the place where the standard stops looking.
    private static func lateMeta(_ bytes: [UInt8]) -> EncodingSniffer.Finding? {
        let end = min(bytes.count, lateMetaLength)
        let tag = Array("<meta".utf8)
        var at = 0
        while at + tag.count <= end {
            guard let start = bytes[at..<end].firstIndex(of: tag[0]) else { return nil }
            at = start + 1
            guard start + tag.count <= end, zip(bytes[start...], tag).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
            // One element, so that the same bytes are not read again and again.
            let close = bytes[start..<min(end, start + 512)].firstIndex(of: UInt8(ascii: ">")) ?? min(end, start + 512)
            let element = Array(bytes[start..<min(end, close + 1)])
            if let found = EncodingSniffer.encoding(of: element), found.source == .meta { return found }
            at = max(at, close)
        }
        return nil
    }

    /// Encodings in which ASCII bytes stand for something else than ASCII.
    private static func needsDecoding(_ name: String) -> Bool { name == "ISO-2022-JP" }

    private static func evidence(_ source: EncodingSniffer.Source) -> Evidence {
        switch source {
        case .byteOrderMark: .byteOrderMark
        case .contentType: .contentType
        case .meta: .meta
        case .xmlDeclaration: .xmlDeclaration
        }
    }

    private static func page(_ bytes: [UInt8], _ name: String, named: String? = nil, _ evidence: Evidence) -> Page {
        let decoded =
            name == "UTF-8" ? TextDecoder().utf8(bytes[...]) : TextDecoder().converted(bytes, iconvName(name) ?? name)
        return Page(
            bytes: decoded.text.bytes,
            encoding: named ?? name,
            evidence: evidence,
            contradicted: nil,
            warnings: decoded.warnings
        )
    }

    private static func guessed(_ bytes: [UInt8], contradicted: String?) -> Page {
        let decoded = TextDecoder().decode(bytes)
        let name = decoded.warnings.lazy.compactMap { warning -> String? in
            if case .decoded(let from) = warning { return from }
            return nil
        }.first
        return Page(
            bytes: decoded.text.bytes,
            encoding: name ?? "UTF-8",
            evidence: .statistics,
            contradicted: contradicted == name ?? "UTF-8" ? nil : contradicted,
            warnings: decoded.warnings
        )
    }

    /// What iconv calls an encoding of the Encoding Standard: mostly the superset that browsers decode by. Nil for
    /// `replacement` and `x-user-defined`, which decode to nothing of use.
    private static func iconvName(_ name: String) -> String? {
        switch name {
        case "replacement", "x-user-defined": nil
        case "Shift_JIS": "CP932"
        case "EUC-KR": "CP949"
        case "GBK", "gb18030": "GB18030"
        case "Big5": "BIG5-HKSCS"
        case "ISO-8859-8-I": "ISO-8859-8"
        case "windows-874": "CP874"
        case "macintosh": "MACINTOSH"
        case "x-mac-cyrillic": "MAC-CYRILLIC"
        default: name
        }
    }
}
