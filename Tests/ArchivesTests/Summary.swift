import Archives

/// What a reader says of an archive, as one line for each record or error.
enum Summary {
    static func lines(
        _ bytes: [UInt8],
        chunkSize: Int = 1 << 16,
        limits: ArchiveLimits = ArchiveLimits()
    ) -> [String] {
        var reader = ArchiveReader(MemoryInput(bytes, chunkSize: chunkSize), limits: limits)
        var lines: [String] = []
        while let item = reader.next() { lines.append(line(item)) }
        return lines
    }

    static func line(_ item: Result<ArchiveRecord, ArchiveError>) -> String {
        switch item {
        case .success(let record):
            var line = "\(record.place.offset)"
            if let inner = record.place.offsetInMember, inner > 0 { line += "+\(inner)" }
            line += " \(record.kind) \(record.targetURI ?? "-") \(record.block.count)"
            if record.blockDigest != .notChecked { line += " block \(record.blockDigest)" }
            if record.payloadDigest != .notChecked { line += " payload \(record.payloadDigest)" }
            return line
        case .failure(let error): return "\(error)"
        }
    }
}
