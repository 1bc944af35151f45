/// The fields of a header, in order: of WARC records, HTTP messages and MIME parts.
public struct HeaderFields: Sendable, Hashable {
    /// One field.
    public struct Field: Sendable, Hashable {
        /// The name as it is written.
        public var name: String
        /// The value without white space at its ends, and unfolded.
        public var value: String

        /// Makes a field.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All fields, in order.
    public var fields: [Field]

    /// Makes a header of fields.
    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// The value of the first field of a name, in whatever case. O(number of fields).
    public subscript(_ name: String) -> String? {
        fields.first { Self.isEqual($0.name, name) }?.value
    }

    /// The values of all fields of a name, in order. O(number of fields).
    public func all(_ name: String) -> [String] {
        fields.compactMap { Self.isEqual($0.name, name) ? $0.value : nil }
    }

    /// What is wrong with a header.
    enum Fault: Error {
        case tooManyFields
    }

    /// Reads the lines of a header: `name: value`, line ends of LF or CRLF, lines that start with white space going on with
    /// the line before (obs-fold of RFC 9112). A line without a colon is passed over, for one bad line says nothing about the
    /// others. Bytes that are no UTF-8 are read as Latin-1. O(*n*).
    init(lines bytes: ArraySlice<UInt8>, limit: Int) throws(Fault) {
        fields = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = bytes[at..<end]
            at = end + 1
            if let first = line.first, first == 0x20 || first == 0x09 {
                let more = line.trimmed
                if !more.isEmpty, let last = fields.indices.last { fields[last].value += " " + String(lenient: more) }
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = line[..<colon].trimmed
            guard !name.isEmpty else { continue }
            guard fields.count < limit else { throw .tooManyFields }
            fields.append(Field(name: String(lenient: name), value: String(lenient: line[(colon + 1)...].trimmed)))
        }
    }

    private static func isEqual(_ a: String, _ b: String) -> Bool {
        a.utf8.count == b.utf8.count && zip(a.utf8, b.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }
}

/// A content type (RFC 9110, 8.3.1; RFC 2045).
public struct MediaType: Sendable, Hashable {
    /// `type/subtype` in lower case.
    public var essence: String
    /// Parameters in order, names in lower case, quotes removed.
    public var parameters: [HeaderFields.Field]

    /// Reads a content type; nil when there is no type in it.
    public init?(_ text: String) {
        var pieces: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped {
                pieces[pieces.count - 1].append(byte)
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ";"), !isQuoted {
                pieces.append([])
            } else {
                pieces[pieces.count - 1].append(byte)
            }
        }
        essence = String(decoding: pieces[0][...].trimmed.map(\.asciiLowercased), as: UTF8.self)
        guard !essence.isEmpty else { return nil }
        parameters = pieces.dropFirst().compactMap { piece in
            guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = piece[..<equals].trimmed.map(\.asciiLowercased)
            return HeaderFields.Field(
                name: String(decoding: name, as: UTF8.self),
                value: String(decoding: piece[(equals + 1)...].trimmed, as: UTF8.self)
            )
        }
    }

    /// The value of a parameter, its name in lower case.
    public subscript(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// The `charset` parameter.
    public var charset: String? { self["charset"].flatMap { $0.isEmpty ? nil : $0 } }
}
