/// Reads the records of a WARC file (0.17, 0.18, 1.0, 1.1) or an ARC file (1, 2), plain or in gzip members, one by one.
///
/// ```swift
/// var reader = ArchiveReader(MemoryInput(bytes))
/// while let result = reader.next() {
///     switch result {
///     case .success(let record): print(record.kind, record.targetURI ?? "")
///     case .failure(let error): print(error)
///     }
/// }
/// ```
///
/// A record that is cut short, damaged or over a limit is an error with its place, and the next one is read: after damaged
/// gzip data, from the next member that starts with a record; after other damage, from the next line that starts one. The
/// format is told by what stands where a record starts, whatever the file is called.
///
/// - Complexity: linear time in the length of the file and of what its gzip members decode to, where these are damaged up
///   to twice. Memory is bounded by the limits, about twice ``ArchiveLimits/block`` and 4 MiB.
public struct ArchiveReader<Input: ByteInput>: ~Copyable {
    /// One record, or what is wrong at a place.
    public typealias Item = Result<ArchiveRecord, ArchiveError>

    /// What stands between records has to be told once it has been passed.
    enum Lost {
        case no
        /// Told already, with the record that it was of.
        case told
        /// No record at the start of the file or after damage.
        case noRecord(ArchivePlace)
        /// Bytes behind a record.
        case stray(ArchivePlace, position: Int)
    }

    let limits: ArchiveLimits
    let checksDigests: Bool
    var stream: MemberStream<Input>
    var lost = Lost.no
    /// Whether a record has been met.
    var hasBegun = false
    /// Whether the file is ARC, as far as is known.
    var isARC = false
    /// Looks into gzip members that may be none of the archive's.
    var probe = Inflater(.gzip)

    /// Makes a reader. Checking digests takes about as long as undoing gzip.
    public init(_ input: consuming Input, limits: ArchiveLimits = ArchiveLimits(), checksDigests: Bool = true) {
        self.limits = limits
        self.checksDigests = checksDigests
        stream = MemberStream(input, limits: limits)
    }

    /// What the reader's buffers hold at most so far, in bytes.
    var heldCapacity: Int { stream.heldCapacity }

    /// The next record or error; nil at the end. It throws when the input does; then reading is over.
    public mutating func next() throws(Input.Failure) -> Item? {
        while true {
            stream.compact()
            switch try find() {
            case .end:
                if let error = toldLost() { return .failure(error) }
                return nil
            case .damage(let damage):
                if let error = toldLost() { return .failure(error) }
                let place = ArchivePlace(offset: damage.offset, offsetInMember: 0)
                try stream.recover()
                if case .told = lost { continue }
                lost = .told
                return .failure(ArchiveError(damage.kind, at: place))
            case .record:
                if let error = toldLost() { return .failure(error) }
                lost = .no
                let isFirst = !hasBegun
                hasBegun = true
                if let item = try record(isFirst: isFirst) { return item }
            case .nothing:
                if case .no = lost {
                    let place = stream.place(of: stream.at)
                    lost = hasBegun ? .stray(place, position: stream.base + stream.at) : .noRecord(place)
                }
                try resynchronize()
            }
        }
    }

    /// What lies where a record should start.
    private enum Found {
        case record, nothing, end
        case damage(MemberStream<Input>.Damage)
    }

    private mutating func find() throws(Input.Failure) -> Found {
        while true {
            // Line ends close records; more of them than there should be are no harm.
            while stream.at < stream.bytes.count, stream.bytes[stream.at] == 0x0D || stream.bytes[stream.at] == 0x0A {
                stream.at += 1
            }
            if stream.at == stream.bytes.count { stream.compact() }
            switch try ahead(WARCHeader.startLength) {
            case .damage(let damage) where stream.available == 0 || damage.position < stream.base + stream.at:
                return .damage(damage)
            case .end where stream.available == 0: return .end
            default: break
            }
            let first = stream.bytes[stream.at]
            if first == 0x0D || first == 0x0A { continue }
            if first == 0x1F, MemberStream<Input>.startsMember(stream.bytes, stream.at), stream.isPlain(at: stream.at) {
                _ = try ahead(Self.probeLength)
                guard memberOpensRecord(stream.at) else { return .nothing }
                stream.restart()
                continue
            }
            if stream.bytes[stream.at...].hasPrefix("WARC/") {
                if case .no = lost { return .record }
                return WARCHeader.startsRecord(stream.bytes, stream.at, to: stream.bytes.count) ? .record : .nothing
            }
            return try arcLine() == nil ? .nothing : .record
        }
    }

    private mutating func record(isFirst: Bool) throws(Input.Failure) -> Item? {
        if stream.bytes[stream.at...].hasPrefix("WARC/") {
            if isFirst { isARC = false }
            return try warcRecord()
        }
        guard let (line, end) = try arcLine() else { return nil }
        isARC = true
        return try arcRecord(line, end: end)
    }

    // MARK: Looking ahead

    /// Has so many bytes ready, or as many as there are.
    mutating func ahead(_ count: Int) throws(Input.Failure) -> MemberStream<Input>.Supply {
        while stream.available < count {
            let supply = try stream.more()
            if supply != .bytes { return supply }
        }
        return .bytes
    }

    /// The line of an ARC record at the current place, and where it ends; nil when there is none.
    mutating func arcLine() throws(Input.Failure) -> (ARCLine, end: Int)? {
        guard stream.bytes[stream.at].asciiLowercased &- 0x61 < 26 else { return nil }
        var from = stream.at
        while true {
            if let end = stream.bytes[...].firstIndex(of: 0x0A, from: from) {
                return ARCLine(stream.bytes[stream.at..<end]).map { ($0, end) }
            }
            from = stream.bytes.count
            guard from - stream.at <= ARCLine.longest else { return nil }
            if try stream.more() != .bytes {
                return ARCLine(stream.bytes[stream.at...]).map { ($0, stream.bytes.count) }
            }
        }
    }

    // MARK: Errors

    /// The error about bytes that were no record, once the next record is found.
    private mutating func toldLost() -> ArchiveError? {
        let error: ArchiveError
        switch lost {
        case .no, .told: return nil
        case .noRecord(let place): error = ArchiveError(.notARecord, at: place)
        case .stray(let place, let position):
            error = ArchiveError(.strayBytes(count: stream.base + stream.at - position), at: place)
        }
        lost = .told
        return error
    }
}
