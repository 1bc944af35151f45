/// How records lie in a file: a line each, or as a JSON document.
enum RecordLayout {
    /// JSONL: a record that is broken ends with its line.
    case lines
    /// An array of objects, or objects over several lines.
    case document

    /// No document has more than this on its first line before a record ends.
    private static let longestFirstLine = 1 << 16

    /// What the beginning of a file tells; nil when more of the file is needed to tell.
    ///
    /// An array opens with an object or closes at once. An object that its first line leaves open between two fields, and
    /// that the next line goes on with, has several lines. O(*n*) in the first line.
    init?(_ head: [UInt8], isWhole: Bool) {
        var at = 0
        guard let first = Self.sign(in: head, from: &at) else {
            if !isWhole { return nil }
            self = .lines
            return
        }
        self = .lines
        if first == UInt8(ascii: "[") {
            at += 1
            let next = Self.sign(in: head, from: &at)
            if next == nil, !isWhole { return nil }
            if next == UInt8(ascii: "{") || next == UInt8(ascii: "]") { self = .document }
        } else if first == UInt8(ascii: "{") {
            let end = head[at...].prefix(Self.longestFirstLine).firstIndex(of: 0x0A)
            guard let end else {
                if head.count - at < Self.longestFirstLine, !isWhole { return nil }
                return
            }
            // The line end is a fault inside a string, and none between fields.
            var scanner = JSONScanner()
            guard scanner.pass(Array(head[...end]).span, from: at) == .needsMore else { return }
            at = end
            guard let next = Self.sign(in: head, from: &at) else {
                if !isWhole { return nil }
                return
            }
            if next == 0x22 || next == UInt8(ascii: "}") || next == UInt8(ascii: "]") { self = .document }
        }
    }

    /// The first byte from `at` on that is no space.
    private static func sign(in bytes: [UInt8], from at: inout Int) -> UInt8? {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        return at < bytes.count ? bytes[at] : nil
    }
}
