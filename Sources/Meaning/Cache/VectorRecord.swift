internal import TextCore

/// By what a text is known in a ``VectorCache``: half of the SHA-256 of its bytes, so that no two texts share one by accident or
/// on purpose.
struct TextKey: Hashable, Sendable {
    static let byteCount = 16

    let high, low: UInt64

    init(_ text: UTF8Text) {
        let digest = SHA256.digest(text.span)
        func word(_ start: Int) -> UInt64 { digest[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        (high, low) = (word(0), word(8))
    }

    init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }
}

/// How files of vectors are written: a header, then records of one size, each with its own checksum. All numbers have
/// their low byte first.
///
/// The header is `STEMVEC1`, the dimension and the size of a record (32 bits each), the model's name, filled up with zeros to 48 bytes,
/// and the checksum of what stands before it (64 bits). A record is the text's key, the vector as 32-bit floats, and the
/// checksum of both, into which the model's name goes first.
struct VectorRecordFormat: Sendable {
    static let headerSize = 72
    private static let magic = Array("STEMVEC1".utf8)
    private static let nameSize = 48

    let dimension: Int
    let header: [UInt8]
    private let seed: Hash64

    /// Bytes of a record.
    var recordSize: Int { TextKey.byteCount + dimension * 4 + 8 }

    init(_ identity: EncoderIdentity) {
        dimension = identity.dimension
        var name = Array("\(identity)".utf8.prefix(Self.nameSize))
        name += Array(repeating: 0, count: Self.nameSize - name.count)
        var header = Self.magic
        header.append(littleEndian: UInt32(truncatingIfNeeded: identity.dimension))
        header.append(littleEndian: UInt32(truncatingIfNeeded: TextKey.byteCount + identity.dimension * 4 + 8))
        header += name
        var hash = Hash64()
        for byte in header { hash.combine(byte) }
        seed = hash
        header.append(littleEndian: hash.value)
        self.header = header
    }

    /// Adds a record to bytes that will be written.
    func append(_ key: TextKey, _ vector: ArraySlice<Float>, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(littleEndian: key.high)
        bytes.append(littleEndian: key.low)
        for number in vector { bytes.append(littleEndian: number.bitPattern) }
        bytes.append(littleEndian: checksum(bytes.span.extracting(start..<bytes.count)))
    }

    /// The key that a record claims to be of.
    func key(_ record: Span<UInt8>) -> TextKey { TextKey(high: record.littleEndian(at: 0), low: record.littleEndian(at: 8)) }

    /// The vector of a record; nil when it is not that of the key, or damaged.
    func vector(of key: TextKey, _ record: Span<UInt8>) -> [Float]? {
        let end = recordSize - 8
        guard record.count == recordSize, self.key(record) == key,
            record.littleEndian(at: end, as: UInt64.self) == checksum(record.extracting(0..<end))
        else { return nil }
        var vector: [Float] = []
        vector.reserveCapacity(dimension)
        for at in stride(from: TextKey.byteCount, to: end, by: 4) {
            vector.append(Float(bitPattern: record.littleEndian(at: at)))
        }
        return vector
    }

    private func checksum(_ bytes: Span<UInt8>) -> UInt64 {
        var hash = seed
        for index in bytes.indices { hash.combine(bytes[index]) }
        return hash.value
    }
}

extension [UInt8] {
    fileprivate mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}

extension Span<UInt8> {
    fileprivate func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int,
        as type: Number.Type = Number.self
    ) -> Number {
        precondition(offset >= 0 && offset + MemoryLayout<Number>.size <= count)
        return Number(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self))
    }
}
