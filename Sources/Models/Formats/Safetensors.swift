/// A safetensors file: eight bytes with the length of a JSON header, the header, the tensors without gaps
/// (https://huggingface.co/docs/safetensors). The tensors stay in the file.
public struct Safetensors: Sendable {
    /// The tensors, in the order in which they lie in the file.
    public let tensors: [Tensor]
    /// What the file says of itself.
    public let metadata: [String: String]
    private let byName: [String: Int]
    private let file: MappedFile

    /// The longest header that is read, as in the reference implementation.
    private static let longestHeader = 100_000_000

    /// Reads the header. O(length of the header).
    public init(_ file: MappedFile) throws(ModelFileError) {
        let bytes = file.bytes
        guard bytes.count >= 8 else {
            throw ModelFileError(file: file.name, offset: 0, expected: "8 bytes: the header's length", found: "\(bytes.count)")
        }
        let length = bytes.littleEndian(at: 0, as: UInt64.self)
        guard let length = Int(exactly: length), length <= Self.longestHeader, length <= bytes.count - 8 else {
            throw ModelFileError(
                file: file.name,
                offset: 0,
                expected: "a header that fits into the file's \(bytes.count) bytes, at most \(Self.longestHeader)",
                found: "a length of \(length)"
            )
        }
        let data = 8 + length..<bytes.count
        var header = Header(HeaderScanner(bytes.extracting(8..<8 + length), file: file.name, start: 8))
        try header.read()
        let entries = header.entries.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        var end = 0
        var tensors: [Tensor] = []
        for entry in entries {
            guard entry.range.lowerBound == end, entry.range.upperBound <= data.count else {
                throw ModelFileError(
                    file: file.name,
                    offset: entry.offset,
                    expected: "tensor \(entry.name) to begin where the one before ends, at \(end), and to end by \(data.count)",
                    found: "\(entry.range)"
                )
            }
            end = entry.range.upperBound
            let range = data.lowerBound + entry.range.lowerBound..<data.lowerBound + entry.range.upperBound
            guard range.lowerBound % entry.type.byteCount == 0 else {
                throw ModelFileError(
                    file: file.name,
                    offset: range.lowerBound,
                    expected: "tensor \(entry.name) at a multiple of \(entry.type.byteCount) bytes",
                    found: "a misaligned one"
                )
            }
            tensors.append(
                try Tensor(name: entry.name, type: entry.type, shape: entry.shape, data: FileSlice(file: file, range: range))
            )
        }
        guard end == data.count else {
            throw ModelFileError(
                file: file.name,
                offset: data.lowerBound + end,
                expected: "the end of the file",
                found: "\(data.count - end) bytes of no tensor"
            )
        }
        self.file = file
        self.tensors = tensors
        metadata = header.metadata
        byName = Dictionary(tensors.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The tensor of a name, which must be there.
    public func tensor(_ name: String) throws(ModelFileError) -> Tensor {
        guard let index = byName[name] else {
            throw ModelFileError(file: file.name, offset: 8, expected: "a tensor \(name)", found: "\(tensors.count) others")
        }
        return tensors[index]
    }
}

/// The JSON header: an object with a member for each tensor.
private struct Header: ~Escapable {
    struct Entry {
        let name: String
        let type: TensorType
        let shape: [Int]
        let range: Range<Int>
        /// Where in the file the header speaks of it.
        let offset: Int
    }

    private var scanner: HeaderScanner
    private(set) var entries: [Entry] = []
    private(set) var metadata: [String: String] = [:]
    private var names: Set<String> = []

    @_lifetime(copy scanner)
    init(_ scanner: consuming HeaderScanner) { self.scanner = scanner }

    mutating func read() throws(ModelFileError) {
        try scanner.take(UInt8(ascii: "{"))
        if !scanner.skip(UInt8(ascii: "}")) {
            repeat {
                let offset = scanner.start + scanner.at
                let name = try scanner.string()
                guard names.insert(name).inserted else {
                    throw ModelFileError(
                        file: scanner.file,
                        offset: offset,
                        expected: "each name once",
                        found: "\(String(excerpt: Array(name.utf8))) again"
                    )
                }
                try scanner.take(UInt8(ascii: ":"))
                if name == "__metadata__" { try readMetadata() } else { entries.append(try entry(name, offset)) }
            } while scanner.skip(UInt8(ascii: ","))
            try scanner.take(UInt8(ascii: "}"))
        }
        // Spaces fill the header up to the alignment of the tensors.
        guard scanner.ahead == nil else { throw scanner.failure("the end of the header") }
    }

    private mutating func readMetadata() throws(ModelFileError) {
        try scanner.take(UInt8(ascii: "{"))
        if scanner.skip(UInt8(ascii: "}")) { return }
        repeat {
            let key = try scanner.string()
            try scanner.take(UInt8(ascii: ":"))
            metadata[key] = try scanner.string()
        } while scanner.skip(UInt8(ascii: ","))
        try scanner.take(UInt8(ascii: "}"))
    }

    private mutating func entry(_ name: String, _ offset: Int) throws(ModelFileError) -> Entry {
        var type: TensorType?
        var shape: [Int]?
        var offsets: [Int]?
        try scanner.take(UInt8(ascii: "{"))
        repeat {
            let member = try scanner.string()
            try scanner.take(UInt8(ascii: ":"))
            switch member {
            case "dtype" where type == nil:
                let before = scanner.start + scanner.at
                let code = try scanner.string()
                guard let known = Self.types[code] else {
                    throw ModelFileError(
                        file: scanner.file,
                        offset: before,
                        expected: "one of the types \(Self.types.keys.sorted().joined(separator: ", "))",
                        found: String(excerpt: Array(code.utf8))
                    )
                }
                type = known
            case "shape" where shape == nil:
                shape = try scanner.numbers(UInt8(ascii: "["), UInt8(ascii: "]"), allowsTrailing: false)
            case "data_offsets" where offsets == nil:
                offsets = try scanner.numbers(UInt8(ascii: "["), UInt8(ascii: "]"), allowsTrailing: false)
            case "dtype", "shape", "data_offsets": throw scanner.failure("each member of a tensor once")
            default: try scanner.skipValue()
            }
        } while scanner.skip(UInt8(ascii: ","))
        try scanner.take(UInt8(ascii: "}"))
        guard let type, let shape, let offsets, offsets.count == 2, offsets[0] <= offsets[1] else {
            throw ModelFileError(
                file: scanner.file,
                offset: offset,
                expected: "dtype, shape and two rising data_offsets for tensor \(String(excerpt: Array(name.utf8)))",
                found: "less"
            )
        }
        return Entry(name: name, type: type, shape: shape, range: offsets[0]..<offsets[1], offset: offset)
    }

    private static let types: [String: TensorType] = [
        "BOOL": .bool, "I8": .int8, "U8": .uint8, "I16": .int16, "U16": .uint16, "I32": .int32, "U32": .uint32, "I64": .int64,
        "U64": .uint64, "F16": .float16, "BF16": .bfloat16, "F32": .float32, "F64": .float64,
    ]
}

extension Span<UInt8> {
    /// A number with its low byte first; `offset` must leave room for it.
    func littleEndian<Number: FixedWidthInteger & UnsignedInteger>(at offset: Int, as type: Number.Type) -> Number {
        var value: Number = 0
        for index in 0..<MemoryLayout<Number>.size { value |= Number(self[offset + index]) << Number(8 * index) }
        return value
    }
}
