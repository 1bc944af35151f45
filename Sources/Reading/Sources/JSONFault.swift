internal import FoundationEssentials

/// Where and why a record is no JSON (RFC 8259), in words for the person who has to mend it.
///
/// It only runs on records that a decoder refused.
enum JSONFault {
    /// Where a record stands in its file: places are counted from there.
    struct Start {
        /// The line, from 1, when faults are to name theirs: a record of one line has it in front of the message already.
        var line: Int?
        /// How many bytes of that line come before the record.
        var column = 0
    }

    /// "column 71: the line ends inside a string", with "line 12, " in front where the record has lines; nil when no fault is
    /// found. Columns count bytes from 1. O(*n*).
    static func describe(_ bytes: some Sequence<UInt8>, start: Start = Start()) -> String? {
        let bytes = Array(bytes)
        var scanner = JSONScanner()
        switch scanner.pass(bytes.span, from: 0) {
        case .fault(let at, let words): return place(at, bytes, start) + words
        case .needsMore: return scanner.faultAtEnd("the line").map { place(bytes.count, bytes, start) + $0 }
        case .complete(let end):
            let rest = bytes[end...].firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
            return rest.map { place($0, bytes, start) + "there is more after the end of the record" }
        }
    }

    /// The place of a byte, in words.
    static func place(_ at: Int, _ bytes: [UInt8], _ start: Start) -> String {
        let before = bytes[..<min(at, bytes.count)]
        guard let line = start.line else { return "column \(start.column + at + 1): " }
        guard let end = before.lastIndex(of: 0x0A) else { return "line \(line), column \(start.column + at + 1): " }
        return "line \(line + before.count { $0 == 0x0A }), column \(at - end): "
    }

    /// The id of a broken record, when it is the record's first field and whole.
    static func id(in bytes: some Collection<UInt8>) -> String? {
        let head = Array(bytes.prefix(512))
        func skip(_ at: inout Int, _ byte: UInt8) -> Bool {
            while at < head.count, head[at] <= 0x20 { at += 1 }
            guard at < head.count, head[at] == byte else { return false }
            at += 1
            return true
        }
        func string(_ at: inout Int) -> String? {
            while at < head.count, head[at] <= 0x20 { at += 1 }
            var scanner = JSONScanner()
            guard at < head.count, head[at] == 0x22, case .complete(let end) = scanner.pass(head.span, from: at) else {
                return nil
            }
            defer { at = end }
            return try? JSONDecoder().decode(String.self, from: Data(head[at..<end]))
        }
        var at = 0
        guard skip(&at, UInt8(ascii: "{")), let name = string(&at), RecordFields.Names.id.contains(name),
            skip(&at, UInt8(ascii: ":"))
        else { return nil }
        return string(&at)
    }
}
