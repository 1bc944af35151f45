/// Where something lies in an archive.
public struct ArchivePlace: Sendable, Hashable, CustomStringConvertible {
    /// Bytes from the start of the file; of the gzip member that holds it, where it lies in one.
    public var offset: Int
    /// Bytes from the start of what the gzip member decodes to; nil outside of one.
    public var offsetInMember: Int?

    /// Makes a place.
    public init(offset: Int, offsetInMember: Int? = nil) {
        self.offset = offset
        self.offsetInMember = offsetInMember
    }

    /// “byte 784” or “byte 784, 12 in its gzip member”.
    public var description: String {
        guard let offsetInMember, offsetInMember > 0 else { return "byte \(offset)" }
        return "byte \(offset), \(offsetInMember) in its gzip member"
    }
}

/// What is wrong at one place of an archive. What comes behind it is still read.
public struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// Neither a record of WARC or ARC nor a gzip member starts here.
        case notARecord
        /// A version of WARC other than 0.17, 0.18, 1.0 and 1.1.
        case unsupportedVersion(String)
        /// A header over a limit, in bytes or fields.
        case headerTooLong(limit: Int)
        /// A header lacks a field that it must have.
        case missingField(String)
        /// A length that is none.
        case invalidLength(String)
        /// A block over the limit, in bytes. It has been passed over.
        case tooLarge(length: Int, limit: Int)
        /// The file ends, or the next record starts, before the record is whole. `declared` is nil inside a header.
        case truncated(declared: Int?, found: Int)
        /// The record is followed by something else than the line ends that close it: `count` bytes of no record. The
        /// record before has been given; its length is likely wrong.
        case strayBytes(count: Int)
        /// Compressed data that cannot be decoded, in the words of the decoder.
        case damagedCompression(String)
        /// A gzip member that grows beyond the limit of ``ArchiveLimits/expansion``.
        case expandsTooMuch(limit: Int)
    }

    /// What is wrong.
    public var kind: Kind
    /// Where the record starts, or where the bytes lie that are none.
    public var place: ArchivePlace
    /// The record's id, where it could be read.
    public var recordID: String?
    /// The address that the record is of, where it could be read.
    public var targetURI: String?

    /// Makes an error.
    public init(_ kind: Kind, at place: ArchivePlace, recordID: String? = nil, targetURI: String? = nil) {
        self.kind = kind
        self.place = place
        self.recordID = recordID
        self.targetURI = targetURI
    }

    /// What is wrong, without the place.
    public var message: String {
        switch kind {
        case .notARecord: "no record starts here; “WARC/1.0”, “WARC/1.1”, a line of an ARC file or a gzip member is expected"
        case .unsupportedVersion(let version):
            "“\(version)” is no version of WARC that is read: 0.17, 0.18, 1.0 or 1.1 is expected"
        case .headerTooLong(let limit): "the record's header is longer than \(limit)"
        case .missingField(let name): "the record's header has no \(name)"
        case .invalidLength(let text): "“\(text)” is no length of a record"
        case .tooLarge(let length, let limit): "the record's \(length) bytes are over the limit of \(limit)"
        case .truncated(let declared?, let found): "the record is cut short: \(found) of \(declared) bytes are there"
        case .truncated(nil, let found): "the record is cut short in its header, after \(found) bytes"
        case .strayBytes(let count): "\(count) bytes of no record follow a record; is the record's length wrong?"
        case .damagedCompression(let detail): "the compressed data is damaged: \(detail)"
        case .expandsTooMuch(let limit): "the compressed data grows to more than \(limit) times its size"
        }
    }

    /// Place, id and what is wrong.
    public var description: String {
        "\(place): \(recordID.map { "record \($0): " } ?? "")\(message)"
    }
}
