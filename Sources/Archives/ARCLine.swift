internal import TextCore

/// The line before each record of an ARC file (URL-record-v1 and -v2):
/// `URL IP-address Archive-date Content-type [Result-code Checksum Location Offset Filename] Archive-length`.
///
/// Addresses with spaces are read: the parts are told by the IP address and the date.
struct ARCLine {
    /// The longest line that is taken for one, in bytes.
    static let longest = 16 << 10

    let header: HeaderFields
    let uri: String
    let date: CivilTime?
    let contentType: String
    let version: Int
    /// The length as it is written.
    let lengthText: String
    /// The length; nil when what is written is none.
    let length: Int?

    var isFiledesc: Bool { uri.hasPrefix("filedesc:") }

    /// Reads a line without its line end; nil when it is none of a record.
    init?(_ line: ArraySlice<UInt8>) {
        let line = line.trimmed
        guard line.count <= Self.longest, let first = line.first, first.asciiLowercased &- 0x61 < 26 else { return nil }
        let parts = line.split(separator: 0x20)
        guard parts.count >= 5, let scheme = parts[0].firstIndex(of: UInt8(ascii: ":")), scheme > parts[0].startIndex else {
            return nil
        }
        // From the right, for an address may have anything in it.
        var dateAt = parts.count - 3
        while dateAt >= 2, !(Self.isDate(parts[dateAt]) && Self.isAddress(parts[dateAt - 1])) { dateAt -= 1 }
        guard dateAt >= 2, let last = parts.last else { return nil }
        let behind = parts.count - dateAt - 1
        version = behind == 7 ? 2 : 1
        uri = String(lenient: line[line.startIndex..<parts[dateAt - 2].endIndex])
        date = WARCHeader.date(digits: parts[dateAt])
        let typeEnd = version == 2 ? dateAt + 2 : parts.count - 1
        contentType = String(lenient: Array(parts[(dateAt + 1)..<typeEnd].joined(separator: [0x20])))
        lengthText = String(lenient: last)
        length = last.decimal
        var fields = [
            HeaderFields.Field(name: "URL", value: uri),
            HeaderFields.Field(name: "IP-address", value: String(lenient: parts[dateAt - 1])),
            HeaderFields.Field(name: "Archive-date", value: String(lenient: parts[dateAt])),
            HeaderFields.Field(name: "Content-type", value: contentType),
        ]
        if version == 2 {
            for (name, part) in zip(["Result-code", "Checksum", "Location", "Offset", "Filename"], parts[typeEnd...]) {
                fields.append(HeaderFields.Field(name: name, value: String(lenient: part)))
            }
        }
        fields.append(HeaderFields.Field(name: "Archive-length", value: lengthText))
        header = HeaderFields(fields)
    }

    private static func isDate(_ part: ArraySlice<UInt8>) -> Bool {
        (12...20).contains(part.count) && part.allSatisfy(\.isASCIIDigit)
    }

    private static func isAddress(_ part: ArraySlice<UInt8>) -> Bool {
        part.elementsEqual([UInt8(ascii: "-")])
            || part.count <= 45 && part.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
                && part.allSatisfy { $0.hexadecimalValue != nil || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    }
}
