/// The members of a zip archive (PKWARE's APPNOTE 6.3), as Python's wheels and NumPy's npz files are: stored or deflated, with a
/// central directory. Not read: zip64, encryption, several disks, other compression.
///
/// The central directory counts; of the local headers only where a member's data begins. Names that lead out of a folder, occur twice or
/// overlap in the file are errors of the whole archive.
public struct ZipArchive: Sendable {
    /// One member.
    public struct Member: Sendable, Hashable {
        /// Its name, a relative path with `/`; folders end in one.
        public let name: String
        /// Whether it is compressed.
        public let isDeflated: Bool
        /// The CRC-32 of its content.
        public let crc: UInt32
        /// Where in the archive its bytes lie.
        public let data: Range<Int>
        /// The bytes of its content.
        public let size: Int
    }

    /// The members, in the order of the central directory.
    public let members: [Member]
    private let byName: [String: Int]
    let file: MappedFile

    /// Reads the central directory. O(*n* log *n*) for *n* members.
    public init(_ file: MappedFile) throws(ModelFileError) {
        let bytes = file.bytes
        var directory = try Self.directory(bytes, file.name)
        var members: [Member] = []
        var byName: [String: Int] = [:]
        for _ in 0..<directory.count {
            let place = directory.at
            let member = try Self.member(bytes, &directory, file.name)
            guard byName.updateValue(members.count, forKey: member.name) == nil else {
                throw ModelFileError(file: file.name, offset: place, expected: "each name once", found: "\(member.name) again")
            }
            members.append(member)
        }
        guard directory.at == directory.end else {
            throw ModelFileError(
                file: file.name,
                offset: directory.at,
                expected: "the end of the directory",
                found: "\(directory.end - directory.at) bytes more"
            )
        }
        var end = 0
        for member in members.sorted(by: { $0.data.lowerBound < $1.data.lowerBound }) where !member.data.isEmpty {
            guard member.data.lowerBound >= end else {
                throw ModelFileError(
                    file: file.name,
                    offset: member.data.lowerBound,
                    expected: "members that do not overlap",
                    found: "\(member.name) inside of another"
                )
            }
            end = member.data.upperBound
        }
        (self.file, self.members, self.byName) = (file, members, byName)
    }

    /// The member of a name.
    public subscript(name: String) -> Member? { byName[name].map { members[$0] } }

    // MARK: Directory

    private struct Directory {
        var count: Int
        var at: Int
        var end: Int
    }

    /// Finds the record that ends the archive, and with it the central directory.
    private static func directory(_ bytes: Span<UInt8>, _ file: String) throws(ModelFileError) -> Directory {
        let size = 22
        var at = bytes.count - size
        // A comment of up to 65,535 bytes may follow, and must then reach to the end of the file exactly.
        let lowest = max(0, at - 0xFFFF)
        while at >= lowest {
            if bytes.littleEndian(at: at, as: UInt32.self) == 0x0605_4B50,
                Int(bytes.littleEndian(at: at + 20, as: UInt16.self)) == bytes.count - at - size
            {
                break
            }
            at -= 1
        }
        guard at >= lowest, at >= 0 else {
            throw ModelFileError(
                file: file,
                offset: max(0, bytes.count - size),
                expected: "the record that ends a zip archive",
                found: "none; the file is no archive or cut short"
            )
        }
        func failure(_ expected: String, _ found: String) -> ModelFileError {
            ModelFileError(file: file, offset: at, expected: expected, found: found)
        }
        let (disk, start) = (bytes.littleEndian(at: at + 4, as: UInt16.self), bytes.littleEndian(at: at + 6, as: UInt16.self))
        let (here, count) = (bytes.littleEndian(at: at + 8, as: UInt16.self), bytes.littleEndian(at: at + 10, as: UInt16.self))
        let length = bytes.littleEndian(at: at + 12, as: UInt32.self)
        let offset = bytes.littleEndian(at: at + 16, as: UInt32.self)
        let isZip64 = count == 0xFFFF || length == .max || offset == .max
        guard !isZip64 else { throw failure("a plain zip archive", "zip64") }
        guard disk == 0, start == 0, here == count else { throw failure("an archive in one file", "a part of several") }
        let end = Int(offset) + Int(length)
        guard end == at else { throw failure("the directory to end here", "one that ends at byte \(end)") }
        return Directory(count: Int(count), at: Int(offset), end: end)
    }

    private static func member(_ bytes: Span<UInt8>, _ directory: inout Directory, _ file: String) throws(ModelFileError)
        -> Member
    {
        let at = directory.at
        func failure(_ expected: String, _ found: String, at offset: Int? = nil) -> ModelFileError {
            ModelFileError(file: file, offset: offset ?? at, expected: expected, found: found)
        }
        guard at + 46 <= directory.end, bytes.littleEndian(at: at, as: UInt32.self) == 0x0201_4B50 else {
            throw failure("an entry of the directory", "something else")
        }
        func word(_ offset: Int) -> Int { Int(bytes.littleEndian(at: at + offset, as: UInt16.self)) }
        func long(_ offset: Int) -> Int { Int(bytes.littleEndian(at: at + offset, as: UInt32.self)) }
        let nameRange = at + 46..<at + 46 + word(28)
        directory.at = nameRange.upperBound + word(30) + word(32)
        guard directory.at <= directory.end else { throw failure("an entry inside of the directory", "one that goes beyond") }
        let rawName = nameRange.map { bytes[$0] }
        guard let name = String(validating: rawName, as: UTF8.self), isSafe(name) else {
            throw failure("a relative path that stays in its folder", String(excerpt: rawName))
        }
        guard word(8) & 0x2041 == 0 else { throw failure("\(name) in the clear", "an encrypted member") }
        let isDeflated = word(10) == 8
        guard isDeflated || word(10) == 0 else { throw failure("\(name) stored or deflated", "compression \(word(10))") }
        let (packed, size, header) = (long(20), long(24), long(42))
        guard packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, header != 0xFFFF_FFFF else {
            throw failure("a plain zip archive", "zip64")
        }
        guard word(34) == 0 else { throw failure("an archive in one file", "a part of several") }
        guard isDeflated ? size <= packed * Deflate.greatestExpansion : size == packed else {
            throw failure("\(name) to have a size that \(packed) bytes can stand for", "\(size)")
        }
        guard header + 30 <= directory.end, bytes.littleEndian(at: header, as: UInt32.self) == 0x0403_4B50 else {
            throw failure("the header of \(name)", "something else", at: min(header, bytes.count))
        }
        let localName = header + 30..<header + 30 + Int(bytes.littleEndian(at: header + 26, as: UInt16.self))
        let start = localName.upperBound + Int(bytes.littleEndian(at: header + 28, as: UInt16.self))
        guard start + packed <= bytes.count else {
            throw failure("\(packed) bytes: \(name)", "\(max(0, bytes.count - start))", at: min(start, bytes.count))
        }
        guard localName.count == rawName.count, zip(localName, rawName).allSatisfy({ bytes[$0] == $1 }) else {
            throw failure("the header to name \(name), too", "another name", at: localName.lowerBound)
        }
        let crc = bytes.littleEndian(at: at + 16, as: UInt32.self)
        return Member(name: name, isDeflated: isDeflated, crc: crc, data: start..<start + packed, size: size)
    }

    /// Whether a name stays in the folder that it is unpacked to.
    private static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, !name.hasPrefix("/") else { return false }
        guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":") }) else {
            return false
        }
        let path = name.hasSuffix("/") ? name.dropLast() : name[...]
        return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}
