extension ZipArchive {
    /// A member's content in memory: where it lies in the file when it is stored, decoded otherwise; its CRC is checked.
    ///
    /// - Parameter alignment: Stored content that does not lie at a multiple of it is copied.
    /// - Complexity: O(*n*).
    public func content(of member: Member, alignment: Int = 1) throws(ModelFileError) -> FileSlice {
        let name = "\(file.name)/\(member.name)"
        if !member.isDeflated {
            let stored = try file.slice(member.data, of: member.name)
            try check(stored, member)
            guard member.data.lowerBound % max(1, alignment) != 0 else { return stored }
            return MappedFile(stored.array, name: name).whole
        }
        let packed = try file.slice(member.data, of: member.name)
        var outcome = Deflate.Outcome.fails("no memory for \(member.size) bytes")
        let content = MappedFile(count: member.size, name: name) { output in
            outcome = packed.withBytes { Deflate.inflate($0, into: output) }
            return outcome == .complete
        }
        guard let content else { throw damage(outcome, member) }
        try check(content.whole, member)
        return content.whole
    }

    /// Hands a member's content on in pieces, without holding it; stops when `take` returns false. Its CRC is checked at the end.
    /// - Returns: Whether all has been taken.
    public func read(_ member: Member, take: (UnsafeRawBufferPointer) -> Bool) throws(ModelFileError) -> Bool {
        var crc: UInt32 = 0
        var isStopped = false
        func hand(_ piece: UnsafeRawBufferPointer) -> Bool {
            crc = Deflate.crc32(piece, from: crc)
            isStopped = !take(piece)
            return !isStopped
        }
        let packed = try file.slice(member.data, of: member.name)
        let outcome = packed.withBytes { bytes -> Deflate.Outcome in
            if member.isDeflated { return Deflate.inflate(bytes, size: member.size, take: hand) }
            var at = 0
            while at < bytes.count {
                let end = min(bytes.count, at + 1 << 18)
                guard bytes.extracting(at..<end).withUnsafeBytes({ hand($0) }) else { return .fails("stopped") }
                at = end
            }
            return .complete
        }
        if isStopped { return false }
        guard outcome == .complete else { throw damage(outcome, member) }
        guard crc == member.crc else { throw damage(.fails("another checksum than the archive says"), member) }
        return true
    }

    private func check(_ content: FileSlice, _ member: Member) throws(ModelFileError) {
        let crc = content.withBytes { bytes in bytes.withUnsafeBytes { Deflate.crc32($0) } }
        guard crc == member.crc else { throw damage(.fails("another checksum than the archive says"), member) }
    }

    private func damage(_ outcome: Deflate.Outcome, _ member: Member) -> ModelFileError {
        let found = if case .fails(let words) = outcome { words } else { "something else" }
        return ModelFileError(
            file: file.name,
            offset: member.data.lowerBound,
            expected: "\(member.size) bytes of \(member.name)",
            found: found
        )
    }
}
