/// A NumPy array file (`.npy`, versions 1 to 3: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
///
/// Refused, each with its reason: arrays of objects, which are pickled, that is, programs; Fortran order with more than one
/// dimension; big-endian numbers; strings, records and complex numbers.
public enum NumPyArray {
    /// Reads an array. O(length of the header); the numbers stay where they are if they are aligned there.
    public static func read(_ content: FileSlice, name: String) throws(ModelFileError) -> Tensor {
        let file = content.file
        let base = content.range.lowerBound
        let header: Header = try content.withBytes { (bytes: Span<UInt8>) throws(ModelFileError) -> Header in
            try Header(bytes, file: file.name, base: base)
        }
        let range = base + header.dataStart..<content.range.upperBound
        if header.isFortranOrder, header.shape.filter({ $0 != 1 }).count > 1 {
            throw ModelFileError(file: file.name, offset: base, expected: "an array in C order", found: "Fortran order")
        }
        var data = FileSlice(file: file, range: range)
        if range.lowerBound % header.type.byteCount != 0 {
            data = MappedFile(data.array, name: file.name).whole
        }
        return try Tensor(name: name, type: header.type, shape: header.shape, data: data)
    }

    private struct Header {
        var type: TensorType
        var shape: [Int]
        var isFortranOrder: Bool
        /// Where the numbers begin.
        var dataStart: Int

        init(_ bytes: Span<UInt8>, file: String, base: Int) throws(ModelFileError) {
            func failure(_ offset: Int, _ expected: String, _ found: String) -> ModelFileError {
                ModelFileError(file: file, offset: base + offset, expected: expected, found: found)
            }
            let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
            guard bytes.count >= 10, magic.indices.allSatisfy({ bytes[$0] == magic[$0] }) else {
                throw failure(0, "\\x93NUMPY and a version", "something else")
            }
            let isLong = bytes[6] > 1
            guard (1...3).contains(bytes[6]), bytes[7] == 0 else {
                throw failure(6, "version 1.0, 2.0 or 3.0", "\(bytes[6]).\(bytes[7])")
            }
            guard !isLong || bytes.count >= 12 else { throw failure(8, "4 bytes: the header's length", "\(bytes.count - 8)") }
            let length =
                isLong ? Int(bytes.littleEndian(at: 8, as: UInt32.self)) : Int(bytes.littleEndian(at: 8, as: UInt16.self))
            let start = isLong ? 12 : 10
            guard length <= bytes.count - start else {
                throw failure(8, "a header that fits into \(bytes.count) bytes", "a length of \(length)")
            }
            dataStart = start + length
            var scanner = HeaderScanner(bytes.extracting(start..<dataStart), file: file, start: base + start)
            (type, shape, isFortranOrder) = try Self.fields(&scanner)
        }

        /// The dictionary of the header: a literal of Python with three members.
        private static func fields(_ scanner: inout HeaderScanner) throws(ModelFileError) -> (TensorType, [Int], Bool) {
            let quote = UInt8(ascii: "'")
            var (type, shape, isFortranOrder): (TensorType?, [Int]?, Bool?)
            try scanner.take(UInt8(ascii: "{"))
            while !scanner.skip(UInt8(ascii: "}")) {
                let key = try scanner.string(quote)
                try scanner.take(UInt8(ascii: ":"))
                switch key {
                case "descr" where type == nil: type = try Self.type(&scanner)
                case "shape" where shape == nil:
                    shape = try scanner.numbers(UInt8(ascii: "("), UInt8(ascii: ")"), allowsTrailing: true)
                case "fortran_order" where isFortranOrder == nil:
                    switch scanner.word() {
                    case "True": isFortranOrder = true
                    case "False": isFortranOrder = false
                    default: throw scanner.failure("True or False in front of this")
                    }
                default: throw scanner.failure("descr, fortran_order and shape, each once, in front of this")
                }
                if !scanner.skip(UInt8(ascii: ",")) {
                    try scanner.take(UInt8(ascii: "}"))
                    break
                }
            }
            guard scanner.ahead == nil else { throw scanner.failure("the end of the header") }
            guard let type, let shape, let isFortranOrder else { throw scanner.failure("descr, fortran_order and shape") }
            return (type, shape, isFortranOrder)
        }

        private static func type(_ scanner: inout HeaderScanner) throws(ModelFileError) -> TensorType {
            guard scanner.ahead == UInt8(ascii: "'") else { throw scanner.failure("one type for all numbers") }
            let offset = scanner.start + scanner.at
            let code = try scanner.string(UInt8(ascii: "'"))
            if let type = types[code] { return type }
            let found =
                switch code.utf8.first {
                case UInt8(ascii: ">"): "big-endian numbers (\(String(excerpt: Array(code.utf8))))"
                case _ where code.contains("O"): "pickled objects, which are never read"
                default: String(excerpt: Array(code.utf8))
                }
            throw ModelFileError(
                file: scanner.file,
                offset: offset,
                expected: "one of the types \(types.keys.sorted().joined(separator: ", "))",
                found: found
            )
        }

        private static let types: [String: TensorType] = [
            "|b1": .bool, "|i1": .int8, "|u1": .uint8, "<i2": .int16, "<u2": .uint16, "<i4": .int32, "<u4": .uint32,
            "<i8": .int64,
            "<u8": .uint64, "<f2": .float16, "<f4": .float32, "<f8": .float64,
        ]
    }
}

/// NumPy's archive of arrays (`.npz`): a zip archive with an `.npy` file for each.
public struct NumPyArchive: Sendable {
    private let archive: ZipArchive

    /// Reads the directory.
    public init(_ file: MappedFile) throws(ModelFileError) {
        archive = try ZipArchive(file)
    }

    /// What the arrays are called, in the archive's order.
    public var names: [String] { archive.members.compactMap { Self.arrayName($0.name) } }

    /// Reads an array; a compressed one is decoded each time it is asked for. O(*n*), the checksum included.
    public func array(_ name: String) throws(ModelFileError) -> Tensor {
        guard let member = archive[name + ".npy"] else {
            throw ModelFileError(
                file: archive.file.name,
                offset: 0,
                expected: "an array \(name)",
                found: "\(archive.members.count) other members"
            )
        }
        return try NumPyArray.read(archive.content(of: member), name: name)
    }

    private static func arrayName(_ member: String) -> String? {
        member.hasSuffix(".npy") ? String(member.dropLast(4)) : nil
    }
}
