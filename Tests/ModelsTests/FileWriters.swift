import CZlib

@testable import Models

/// Small model files, well-formed unless a test damages them.
enum FileWriter {
    static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

    /// A safetensors file: its header padded with spaces to a multiple of eight.
    static func safetensors(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
        var bytes = Array(header.utf8)
        while bytes.count % 8 != 0 { bytes.append(0x20) }
        return littleEndian(UInt64(bytes.count)) + bytes + data
    }

    static func npy(_ dictionary: String, _ data: [UInt8], version: UInt8 = 1) -> [UInt8] {
        let text = Array(dictionary.utf8)
        let length = version == 1 ? littleEndian(UInt16(text.count)) : littleEndian(UInt32(text.count))
        return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + text + data
    }

    static func floats(_ numbers: [Float]) -> [UInt8] { numbers.flatMap { littleEndian($0.bitPattern) } }

    /// Raw deflate data.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else { return [] }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(output.count - Int(stream.avail_out)))
    }

    /// A member of a zip archive, and what a test wants to be wrong with it.
    struct Member {
        var name: String
        var content: [UInt8]
        var isDeflated = false
        var localName: String?
        var flags: UInt16 = 0
        var method: UInt16?
        var size: UInt32?
        var crc: UInt32?
        /// Where its header is said to be, instead of where it is.
        var offset: UInt32?
    }

    static func zip(_ members: [Member], comment: [UInt8] = []) -> [UInt8] {
        var (file, directory): ([UInt8], [UInt8]) = ([], [])
        for member in members {
            let packed = member.isDeflated ? deflated(member.content) : member.content
            let crc = member.crc ?? member.content.withUnsafeBytes { Deflate.crc32($0) }
            let method = member.method ?? (member.isDeflated ? 8 : 0)
            let fields =
                littleEndian(member.flags) + littleEndian(method) + [0, 0, 0, 0] + littleEndian(crc)
                + littleEndian(UInt32(packed.count)) + littleEndian(member.size ?? UInt32(member.content.count))
            let (name, local) = (Array(member.name.utf8), Array((member.localName ?? member.name).utf8))
            directory += littleEndian(0x0201_4B50 as UInt32) + [20, 0, 20, 0] + fields + littleEndian(UInt16(name.count))
            directory += [UInt8](repeating: 0, count: 12) + littleEndian(member.offset ?? UInt32(file.count)) + name
            file +=
                littleEndian(0x0403_4B50 as UInt32) + [20, 0] + fields + littleEndian(UInt16(local.count)) + [0, 0] + local
                + packed
        }
        let count = littleEndian(UInt16(members.count))
        let end =
            littleEndian(0x0605_4B50 as UInt32) + [0, 0, 0, 0] + count + count + littleEndian(UInt32(directory.count))
            + littleEndian(UInt32(file.count)) + littleEndian(UInt16(comment.count)) + comment
        return file + directory + end
    }

    static func npz(_ arrays: [(String, [UInt8])], isDeflated: Bool) -> [UInt8] {
        zip(arrays.map { Member(name: $0.0 + ".npy", content: $0.1, isDeflated: isDeflated) })
    }

    // MARK: Protocol Buffers

    static func varint(_ value: Int) -> [UInt8] {
        var (rest, bytes): (UInt64, [UInt8]) = (UInt64(bitPattern: Int64(value)), [])
        repeat {
            bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
            rest >>= 7
        } while rest > 0
        return bytes
    }

    static func field(_ number: Int, _ bytes: [UInt8]) -> [UInt8] { varint(number << 3 | 2) + varint(bytes.count) + bytes }
    static func field(_ number: Int, _ value: Int) -> [UInt8] { varint(number << 3) + varint(value) }
    static func field(_ number: Int, _ value: Float) -> [UInt8] { varint(number << 3 | 5) + littleEndian(value.bitPattern) }

    static func piece(_ text: String, _ score: Float, _ type: SentencePieceModel.PieceType = .normal) -> [UInt8] {
        field(1, field(1, Array(text.utf8)) + field(2, score) + (type == .normal ? [] : field(3, type.rawValue)))
    }

    /// The rules of a SentencePiece model, each for one ASCII character: a double array whose nodes and leaves cannot meet.
    static func characterMap(_ rules: [(UInt8, String)]) -> [UInt8] {
        var units = [UInt32](repeating: 0, count: 512)
        var replacements: [UInt8] = []
        units[0] = 0x100 << 10
        for (key, replacement) in rules {
            let node = 0x100 ^ Int(key)
            units[node] = UInt32(key) | 0x100 | 0x80 << 10
            units[node ^ 0x80] = 0x8000_0000 | UInt32(replacements.count)
            replacements += Array(replacement.utf8) + [0]
        }
        return littleEndian(UInt32(units.count * 4)) + units.flatMap { littleEndian($0) } + replacements
    }

    /// A model of a few pieces: capital letters become small ones, and `~` a space.
    static func sentencePieceModel(characterMap: [UInt8]? = nil, trainer: [UInt8] = [], more: [UInt8] = []) -> [UInt8] {
        let letters = (0..<26).map { UInt8(ascii: "a") + $0 }
        let rules = letters.map { ($0 - 32, String(Unicode.Scalar($0))) } + [(UInt8(ascii: "~"), " ")]
        let pieces =
            piece("<unk>", 0, .unknown) + piece("<s>", 0, .control) + piece("</s>", 0, .control)
            + piece("<mark>", 0, .userDefined)
            + piece("▁", -3) + piece("▁lock", -4) + piece("▁gate", -4.5) + piece("s", -5) + piece("l", -7) + piece("o", -7)
            + piece("c", -7) + piece("k", -7) + piece("keeper", -8) + piece("▁locks", -6.5) + more
        return pieces + field(2, field(3, 1) + trainer)
            + field(3, field(1, Array("test".utf8)) + field(2, characterMap ?? Self.characterMap(rules)))
    }
}

/// Reads every damaged form of a small file: cut at each byte, and with each byte changed in several ways.
func forEachDamage(of bytes: [UInt8], _ read: (MappedFile) throws(ModelFileError) -> Void) -> (read: Int, refused: Int) {
    var (good, refused) = (0, 0)
    func attempt(_ damaged: [UInt8]) {
        do throws(ModelFileError) {
            try read(MappedFile(damaged, name: "damaged"))
            good += 1
        } catch {
            refused += error.file.hasPrefix("damaged") && error.offset >= 0 && !error.found.isEmpty ? 1 : 0
        }
    }
    for count in bytes.indices { attempt(Array(bytes.prefix(count))) }
    for index in bytes.indices {
        for value in [bytes[index] ^ 1, bytes[index] ^ 0x80, 0, 0xFF] {
            var damaged = bytes
            damaged[index] = value
            attempt(damaged)
        }
    }
    return (good, refused)
}
