/// Reads the small text headers of model files: the JSON of safetensors, the dictionary of npy. Each byte is read once.
struct HeaderScanner: ~Escapable {
    let bytes: Span<UInt8>
    /// What errors call the file, and where in it the header begins.
    let file: String
    let start: Int
    private(set) var at = 0

    /// Values that nobody asked for may nest this deep.
    private static let deepest = 32

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, file: String, start: Int) {
        self.bytes = bytes
        self.file = file
        self.start = start
    }

    /// The byte ahead, spaces passed over; nil at the end.
    var ahead: UInt8? {
        mutating get {
            while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
            return at < bytes.count ? bytes[at] : nil
        }
    }

    /// The error of something that does not stand ahead.
    func failure(_ expected: String) -> ModelFileError {
        let found = at < bytes.count ? String(excerpt: excerpt(from: at)) : "the end of the header"
        return ModelFileError(file: file, offset: start + at, expected: expected, found: found)
    }

    private func excerpt(from first: Int) -> [UInt8] {
        (first..<min(bytes.count, first + 16)).map { bytes[$0] }
    }

    /// Takes a byte if it stands ahead.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard ahead == byte else { return false }
        at += 1
        return true
    }

    /// Takes a byte, which must stand ahead.
    mutating func take(_ byte: UInt8) throws(ModelFileError) {
        guard skip(byte) else { throw failure("“\(Character(Unicode.Scalar(byte)))”") }
    }

    /// Takes a word of letters.
    mutating func word() -> String {
        _ = ahead
        let first = at
        while at < bytes.count, bytes[at] | 0x20 >= 0x61, bytes[at] | 0x20 <= 0x7A { at += 1 }
        return String(decoding: (first..<at).map { bytes[$0] }, as: UTF8.self)
    }

    /// Takes a whole number that is not negative.
    mutating func number() throws(ModelFileError) -> Int {
        _ = ahead
        let first = at
        var value = 0
        while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 {
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = tens.addingReportingOverflow(Int(bytes[at] - 0x30))
            guard !overflows, !overflowsToo else { throw failure("a number that fits into 64 bits") }
            value = sum
            at += 1
        }
        guard at > first else { throw failure("a whole number") }
        if at < bytes.count, [0x2E, 0x45, 0x65].contains(bytes[at]) { throw failure("a whole number") }
        return value
    }

    /// Takes a list of whole numbers between two brackets; a comma may stand behind the last where `allowsTrailing`.
    mutating func numbers(_ open: UInt8, _ close: UInt8, allowsTrailing: Bool) throws(ModelFileError) -> [Int] {
        try take(open)
        var list: [Int] = []
        if skip(close) { return list }
        while true {
            list.append(try number())
            if skip(close) { return list }
            try take(UInt8(ascii: ","))
            if allowsTrailing, skip(close) { return list }
        }
    }

    /// Takes a string between `quote`s, with the escapes of JSON.
    mutating func string(_ quote: UInt8 = UInt8(ascii: "\"")) throws(ModelFileError) -> String {
        try take(quote)
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote {
                let decoded = String(validating: text, as: UTF8.self)
                guard let decoded else { throw failure("UTF-8 in front of this quotation mark") }
                at += 1
                return decoded
            }
            guard byte >= 0x20 else { throw failure("a string without control characters") }
            at += 1
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        throw failure("a quotation mark that ends the string")
    }

    private mutating func escape(into text: inout [UInt8]) throws(ModelFileError) {
        guard at < bytes.count else { throw failure("an escaped character") }
        let byte = bytes[at]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            at += 1
            var value = try hexadecimal()
            if (0xD800..<0xDC00).contains(value), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                bytes[at + 1] == UInt8(ascii: "u")
            {
                at += 2
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw failure("the other half of a surrogate pair") }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(value) else { throw failure("the other half of a surrogate pair") }
            text.append(contentsOf: String(Character(scalar)).utf8)
            return
        default: throw failure("an escape of JSON")
        }
        at += 1
    }

    private mutating func hexadecimal() throws(ModelFileError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let digit = at < bytes.count ? Character(Unicode.Scalar(bytes[at])).hexDigitValue : nil
            guard let digit else { throw failure("four hexadecimal digits") }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }

    /// Passes over any JSON value. Depth is bounded, and so is the work: each byte is read once.
    mutating func skipValue(depth: Int = 0) throws(ModelFileError) {
        guard depth < Self.deepest else { throw failure("values nested less than \(Self.deepest) deep") }
        switch ahead {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "["):
            at += 1
            if skip(UInt8(ascii: "]")) { return }
            repeat { try skipValue(depth: depth + 1) } while skip(UInt8(ascii: ","))
            try take(UInt8(ascii: "]"))
        case UInt8(ascii: "{"):
            at += 1
            if skip(UInt8(ascii: "}")) { return }
            repeat {
                _ = try string()
                try take(UInt8(ascii: ":"))
                try skipValue(depth: depth + 1)
            } while skip(UInt8(ascii: ","))
            try take(UInt8(ascii: "}"))
        case .some(let byte) where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
            let numeric = Array("+-.eE0123456789".utf8)
            while at < bytes.count, numeric.contains(bytes[at]) { at += 1 }
        case .some:
            let before = at
            guard ["true", "false", "null"].contains(word()) else {
                at = before
                throw failure("a JSON value")
            }
        case .none: throw failure("a JSON value")
        }
    }
}
