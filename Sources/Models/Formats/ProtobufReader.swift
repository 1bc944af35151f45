/// Reads the fields of a Protocol Buffers message one after another (https://protobuf.dev/programming-guides/encoding/).
/// Groups, which nobody writes any more, are refused.
struct ProtobufReader: ~Escapable {
    /// What a field holds.
    enum Value {
        case varint(UInt64)
        case fixed32(UInt32)
        case fixed64(UInt64)
        /// Where in the message a string, bytes or a message lie.
        case bytes(Range<Int>)

        /// A number of a field that is one, as the `int32`, `bool` or enumeration that it stands for.
        var int: Int? { if case .varint(let value) = self { Int(truncatingIfNeeded: Int64(bitPattern: value)) } else { nil } }
        var float: Float? { if case .fixed32(let bits) = self { Float(bitPattern: bits) } else { nil } }
        var range: Range<Int>? { if case .bytes(let range) = self { range } else { nil } }
    }

    let bytes: Span<UInt8>
    let file: String
    /// The part of the bytes that is the message; ranges and offsets count from the beginning of `bytes`.
    private var at: Int
    private let end: Int

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, file: String) {
        self.bytes = bytes
        self.file = file
        (at, end) = (range.lowerBound, range.upperBound)
    }

    /// The next field's number, value and place; nil at the end.
    mutating func next() throws(ModelFileError) -> (number: Int, value: Value, offset: Int)? {
        guard at < end else { return nil }
        let offset = at
        let tag = try varint()
        guard let number = Int(exactly: tag >> 3), number > 0 else {
            throw failure(offset, "the number of a field", "\(tag >> 3)")
        }
        switch tag & 7 {
        case 0: return (number, .varint(try varint()), offset)
        case 1:
            let start = try advance(8)
            return (number, .fixed64(bytes.littleEndian(at: start, as: UInt64.self)), offset)
        case 2:
            let before = at
            let length = try varint()
            guard let count = Int(exactly: length), count <= end - at else {
                throw failure(before, "a length of at most \(end - at)", "\(length)")
            }
            let start = try advance(count)
            return (number, .bytes(start..<start + count), offset)
        case 5:
            let start = try advance(4)
            return (number, .fixed32(bytes.littleEndian(at: start, as: UInt32.self)), offset)
        default: throw failure(offset, "a field of a known kind", "kind \(tag & 7)")
        }
    }

    private mutating func advance(_ count: Int) throws(ModelFileError) -> Int {
        guard count <= end - at else { throw failure(at, "\(count) bytes", "\(end - at)") }
        defer { at += count }
        return at
    }

    private mutating func varint() throws(ModelFileError) -> UInt64 {
        let start = at
        var value: UInt64 = 0
        for shift in stride(from: 0, through: 63, by: 7) {
            guard at < end else { throw failure(start, "a whole number", "the end of the message") }
            let byte = bytes[at]
            at += 1
            value |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return value }
        }
        throw failure(start, "a number of at most 64 bits", "a longer one")
    }

    private func failure(_ offset: Int, _ expected: String, _ found: String) -> ModelFileError {
        ModelFileError(file: file, offset: offset, expected: expected, found: found)
    }
}
