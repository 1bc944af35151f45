/// Quoted-printable (RFC 2045, 6.7).
enum QuotedPrintable {
    /// Decodes a body. An equals sign that is followed by no two digits stays as it is. O(*n*).
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        // Space at the end of a line was added on the way (rule 3).
        var space = 0
        var at = text.startIndex
        func byte(_ index: Int) -> UInt8? { index < text.endIndex ? text[index] : nil }
        while let next = byte(at) {
            switch next {
            case UInt8(ascii: "="):
                space = 0
                if let high = byte(at + 1)?.hexadecimalValue, let low = byte(at + 2)?.hexadecimalValue {
                    result.append(high << 4 | low)
                    at += 3
                } else if let end = softBreak(text, at + 1) {
                    at = end
                } else {
                    result.append(next)
                    at += 1
                }
                continue
            case 0x0A, 0x0D:
                result.removeLast(space)
                space = 0
                result.append(next)
            case 0x20, 0x09:
                space += 1
                result.append(next)
            default:
                space = 0
                result.append(next)
            }
            at += 1
        }
        return result
    }

    /// Where the line behind a soft line break starts: an equals sign, perhaps space, and a line end, or the end of the text.
    private static func softBreak(_ text: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var at = start
        while at < text.endIndex, at - start < 80, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
        guard at < text.endIndex else { return at }
        if text[at] == 0x0A { return at + 1 }
        guard text[at] == 0x0D else { return nil }
        return at + 1 < text.endIndex && text[at + 1] == 0x0A ? at + 2 : at + 1
    }
}
