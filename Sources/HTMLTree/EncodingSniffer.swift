/// Finds out how the bytes of a page are encoded: “encoding sniffing”, WHATWG HTML Standard, section 13.2.3.2.
///
/// In the order of their weight: a byte order mark, the `Content-Type` of the HTTP response, a `meta` element among the
/// first 1024 bytes, an XML declaration. It decodes nothing, and guesses nothing from the text.
public enum EncodingSniffer {
    /// Where an encoding is declared.
    public enum Source: Sendable, Hashable {
        case byteOrderMark, contentType, meta, xmlDeclaration
    }

    /// An encoding that was found.
    public struct Finding: Sendable, Hashable {
        /// Its name in the Encoding Standard.
        public let name: String
        /// What declares it.
        public let source: Source
        /// How many bytes of a byte order mark are to be left out.
        public let markLength: Int
    }

    /// How many bytes are searched for a `meta` element.
    public static let prescanLength = 1024

    /// The encoding of a page; nil where nothing declares one. O(1), as only the first bytes are read.
    public static func encoding(of bytes: [UInt8], contentType: String? = nil) -> Finding? {
        if let mark = byteOrderMark(of: bytes) { return mark }
        if let contentType, let name = encoding(ofContentType: contentType) {
            return Finding(name: name, source: .contentType, markLength: 0)
        }
        let start = Array(bytes.prefix(prescanLength))
        if let name = MetaPrescan.encoding(of: start) { return Finding(name: name, source: .meta, markLength: 0) }
        if let name = xmlEncoding(of: start) { return Finding(name: name, source: .xmlDeclaration, markLength: 0) }
        return nil
    }

    /// The encoding that a byte order mark stands for.
    public static func byteOrderMark(of bytes: [UInt8]) -> Finding? {
        let marks: [(bytes: [UInt8], name: String)] = [
            ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFE, 0xFF], "UTF-16BE"), ([0xFF, 0xFE], "UTF-16LE"),
        ]
        return marks.first { bytes.starts(with: $0.bytes) }
            .map { Finding(name: $0.name, source: .byteOrderMark, markLength: $0.bytes.count) }
    }

    /// The encoding of the `charset` parameter of a `Content-Type` (WHATWG MIME Sniffing Standard, section 4.4): the first
    /// one counts. O(length).
    public static func encoding(ofContentType header: String) -> String? {
        let bytes = Array(header.utf8)
        guard var at = bytes.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        while at < bytes.count {
            at += 1
            let rest = bytes[min(at, bytes.count)...]
            let nameEnd = rest.firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ";") } ?? bytes.count
            let name = bytes[rest.startIndex..<nameEnd].drop { $0.isHTMLSpace }.map(\.asciiLowercased)
            at = nameEnd
            guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
            at += 1
            var value: [UInt8] = []
            if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
                at += 1
                while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
                    if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count { at += 1 }
                    value.append(bytes[at])
                    at += 1
                }
                at = bytes[min(at, bytes.count)...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
            } else {
                let end = bytes[at...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
                value = Array(bytes[at..<end])
                at = end
            }
            if name == Array("charset".utf8) { return EncodingLabels.name(ofLabel: value) }
        }
        return nil
    }

    /// The encoding of an XML declaration at the start (`<?xml … encoding="…"?>`).
    private static func xmlEncoding(of bytes: [UInt8]) -> String? {
        let span = bytes.span
        guard span.hasASCII("<?xml", at: 0) else { return nil }
        let end = span.firstIndex(of: UInt8(ascii: ">"), from: 0)
        guard end < bytes.count, let start = (5..<end).first(where: { span.hasASCII("encoding", at: $0) }) else { return nil }
        var at = start + 8
        while at < end, bytes[at] <= 0x20 { at += 1 }
        guard at < end, bytes[at] == UInt8(ascii: "=") else { return nil }
        at += 1
        while at < end, bytes[at] <= 0x20 { at += 1 }
        guard at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'"),
            let close = bytes[(at + 1)..<end].firstIndex(of: bytes[at])
        else { return nil }
        let name = EncodingLabels.name(ofLabel: bytes[(at + 1)..<close])
        return name == "UTF-16BE" || name == "UTF-16LE" ? "UTF-8" : name
    }
}
