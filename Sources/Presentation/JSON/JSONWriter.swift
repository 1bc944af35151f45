internal import TextCore

/// Writes JSON (RFC 8259) straight into bytes, keys in the order in which they are written.
///
/// Texts are escaped byte by byte from their ranges, so no string is made of them: an article's analysis costs one pass
/// over what is printed.
struct JSONWriter {
    /// What was written so far. Valid UTF-8 as long as every range lies on scalar boundaries.
    private(set) var bytes: [UInt8] = []
    /// Whether every member stands on a line of its own.
    let isPretty: Bool
    private var depth = 0
    private var needsComma = false
    private var followsKey = false

    init(isPretty: Bool = false, capacity: Int = 0) {
        self.isPretty = isPretty
        bytes.reserveCapacity(capacity)
    }

    /// The document as a string; bytes that are not UTF-8 come out as U+FFFD.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Structure

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func array(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "["))
        body(&self)
        close(UInt8(ascii: "]"))
    }

    mutating func array<S: Sequence>(_ elements: S, _ body: (inout JSONWriter, S.Element) -> Void) {
        array { writer in
            for element in elements { body(&writer, element) }
        }
    }

    /// Writes a key; exactly one value must follow.
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
        needsComma = false
        followsKey = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(bracket)
        needsComma = true
    }

    /// A comma where one is due, and in pretty documents a new line; nothing after a key.
    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if !followsKey, depth > 0 { breakLine() }
        followsKey = false
    }

    private mutating func breakLine() {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    // MARK: Values

    mutating func null() {
        raw("null")
    }

    mutating func value(_ text: String?) {
        guard var text else { return null() }
        separate()
        text.withUTF8 { appendQuoted($0) }
        needsComma = true
    }

    /// The exact characters of a byte range.
    mutating func value(_ text: UTF8Text, _ range: Range<Int>) {
        separate()
        let range = range.clamped(to: text.range)
        text.bytes.withUnsafeBufferPointer { appendQuoted(UnsafeBufferPointer(rebasing: $0[range])) }
        needsComma = true
    }

    mutating func value(_ number: Int) {
        raw(String(number))
    }

    /// Whole numbers without a fraction; infinities and NaN, which JSON lacks, as null.
    mutating func value(_ number: Double) {
        if !number.isFinite { return null() }
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53 { return value(whole) }
        raw(number.description)
    }

    mutating func value(_ flag: Bool) {
        raw(flag ? "true" : "false")
    }

    private mutating func raw(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    // MARK: Members

    mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }

    mutating func member(_ name: StaticString, _ text: UTF8Text, _ range: Range<Int>?) {
        key(name)
        if let range { value(text, range) } else { null() }
    }

    mutating func member(_ name: StaticString, _ number: Int?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    mutating func member(_ name: StaticString, _ number: Double?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    mutating func member(_ name: StaticString, _ texts: [String]) {
        key(name)
        array(texts) { writer, text in writer.value(text) }
    }

    mutating func member<S: Sequence>(
        _ name: StaticString,
        _ elements: S,
        _ body: (inout JSONWriter, S.Element) -> Void
    ) {
        key(name)
        array(elements, body)
    }

    mutating func member(_ name: StaticString, object body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }

    // MARK: Escaping

    /// Runs without special bytes are copied whole. Quotation mark, backslash and controls below U+0020 are escaped, as RFC
    /// 8259 asks; and U+2028 and U+2029, so that a document is one line for every reader of lines.
    private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        var at = 0
        while at < text.count {
            at = Self.plainEnd(text, from: at)
            guard at < text.count else { break }
            let byte = text[at]
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte != 0xE2, byte != 0x7F {
                at += 1
                continue
            }
            var length = 1
            if byte == 0xE2 {
                guard at + 2 < text.count, text[at + 1] == 0x80, text[at + 2] & 0xFE == 0xA8 else {
                    at += 1
                    continue
                }
                length = 3
            }
            bytes.append(contentsOf: text[start..<at])
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
            case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
            case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
            case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
            case 0xE2: bytes.append(contentsOf: (text[at + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8)
            default:
                bytes.append(contentsOf: #"\u00"#.utf8)
                bytes.append(Self.hexadecimal(byte >> 4))
                bytes.append(Self.hexadecimal(byte & 15))
            }
            at += length
            start = at
        }
        bytes.append(contentsOf: text[start...])
        bytes.append(UInt8(ascii: "\""))
    }

    private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }

    /// Where bytes from a place on may have to be escaped at the earliest: eight at a time are passed over that need not be.
    @inline(__always)
    private static func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(text)
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        /// High bits set where bytes are equal to one; not to be trusted above the lowest.
        func hits(_ word: UInt64, _ byte: UInt64) -> UInt64 {
            let difference = word ^ (ones &* byte)
            return (difference &- ones) & ~difference
        }
        var at = start
        while at &+ 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let controls = (word &- ones &* 0x20) & ~word
            let found = controls | hits(word, 0x22) | hits(word, 0x5C) | hits(word, 0xE2) | hits(word, 0x7F)
            guard found & highs == 0 else { return at &+ (found & highs).trailingZeroBitCount &>> 3 }
            at &+= 8
        }
        return at
    }
}
