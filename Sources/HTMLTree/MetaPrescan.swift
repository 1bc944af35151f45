/// “Prescan a byte stream to determine its encoding”.
struct MetaPrescan {
    private let bytes: [UInt8]
    private var at = 0

    static func encoding(of bytes: [UInt8]) -> String? {
        var prescan = MetaPrescan(bytes: bytes)
        return prescan.run()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() -> String? {
        let bytes = self.bytes
        let span = bytes.span
        while at < bytes.count {
            if span.hasASCII("<!--", at: at) {
                skipComment()
            } else if span.hasASCII("<meta", at: at), at + 5 < bytes.count,
                bytes[at + 5].isHTMLSpace || bytes[at + 5] == UInt8(ascii: "/")
            {
                at += 5
                if let name = encodingOfMeta() { return name }
            } else if bytes[at] == UInt8(ascii: "<"), isTag {
                while at < bytes.count, !bytes[at].isHTMLSpace, bytes[at] != UInt8(ascii: ">") { at += 1 }
                while attribute() != nil {}
            } else if span.hasASCII("<!", at: at) || span.hasASCII("</", at: at) || span.hasASCII("<?", at: at) {
                at = span.firstIndex(of: UInt8(ascii: ">"), from: at)
            }
            at += 1
        }
        return nil
    }

    private mutating func skipComment() {
        // The hyphens of its start may be those of its end.
        at += 4
        while at < bytes.count,
            !(bytes[at] == UInt8(ascii: ">") && bytes[at - 1] == UInt8(ascii: "-") && bytes[at - 2] == UInt8(ascii: "-"))
        {
            at += 1
        }
    }

    private var isTag: Bool {
        let next = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/") ? at + 2 : at + 1
        return next < bytes.count && bytes[next].isASCIILetter
    }

    private mutating func encodingOfMeta() -> String? {
        var seen: Set<[UInt8]> = []
        var isPragma = false
        var needsPragma: Bool?
        var charset: String?
        while let (name, value) = attribute() {
            guard seen.insert(name).inserted else { continue }
            switch String(decoding: name, as: UTF8.self) {
            case "http-equiv": if value == Array("content-type".utf8) { isPragma = true }
            case "content":
                if charset == nil, let found = Self.charset(ofContent: value) {
                    charset = found
                    needsPragma = true
                }
            case "charset":
                charset = EncodingLabels.name(ofLabel: value)
                needsPragma = false
            default: break
            }
        }
        guard let needsPragma, !needsPragma || isPragma, let charset else { return nil }
        switch charset {
        case "UTF-16BE", "UTF-16LE": return "UTF-8"
        case "x-user-defined": return "windows-1252"
        default: return charset
        }
    }

    /// “Get an attribute”: name and value in lower case; nil at the end of the tag or of the bytes.
    private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
        while at < bytes.count, bytes[at].isHTMLSpace || bytes[at] == UInt8(ascii: "/") { at += 1 }
        guard at < bytes.count, bytes[at] != UInt8(ascii: ">") else { return nil }
        var name: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "="), !name.isEmpty { break }
            if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
            name.append(byte.asciiLowercased)
            at += 1
        }
        while at < bytes.count, bytes[at].isHTMLSpace { at += 1 }
        guard at < bytes.count else { return nil }
        guard bytes[at] == UInt8(ascii: "=") else { return (name, []) }
        at += 1
        while at < bytes.count, bytes[at].isHTMLSpace { at += 1 }
        guard at < bytes.count else { return nil }
        var value: [UInt8] = []
        let quote = bytes[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            at += 1
            while at < bytes.count, bytes[at] != quote {
                value.append(bytes[at].asciiLowercased)
                at += 1
            }
            guard at < bytes.count else { return nil }
            at += 1
        } else {
            while at < bytes.count, !bytes[at].isHTMLSpace, bytes[at] != UInt8(ascii: ">") {
                value.append(bytes[at].asciiLowercased)
                at += 1
            }
        }
        return (name, value)
    }

    /// “Extract a character encoding from a meta element”, from its `content` in lower case.
    static func charset(ofContent content: [UInt8]) -> String? {
        let span = content.span
        var at = 0
        while at < content.count {
            guard span.hasASCII("charset", at: at) else {
                at += 1
                continue
            }
            at = span.skipSpace(from: at + 7, to: content.count)
            guard at < content.count, content[at] == UInt8(ascii: "=") else { continue }
            at = span.skipSpace(from: at + 1, to: content.count)
            guard at < content.count else { return nil }
            let quote = content[at]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                guard let end = content[(at + 1)...].firstIndex(of: quote) else { return nil }
                return EncodingLabels.name(ofLabel: content[(at + 1)..<end])
            }
            let end = content[at...].firstIndex { $0.isHTMLSpace || $0 == UInt8(ascii: ";") } ?? content.count
            return EncodingLabels.name(ofLabel: content[at..<end])
        }
        return nil
    }
}
