/// A source, or one record of it, that could not be read. Others of the same run still can.
public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Kind: Sendable, Hashable {
        /// Nothing lies at the path.
        case notFound
        /// A symbolic link whose end does not exist.
        case brokenLink
        /// A pattern that no path matches.
        case nothingMatches
        /// The file system forbids reading it.
        case permissionDenied
        /// A folder in which no file can be read as articles.
        case emptyFolder
        /// A path that is neither a file nor a folder (a socket, a device).
        case notAFile
        /// No bytes, or nothing but white space.
        case emptyFile
        /// Not text: too many NUL and control bytes for any encoding.
        case binaryFile
        /// An address of the web, which nothing here can fetch.
        case webAddress
        /// An address of the web that could not be fetched, and why.
        case notFetched(String)
        /// An archive, a saved page or compressed data that is damaged, and how.
        case archive(String)
        /// A feed that is none or is damaged, and how.
        case feed(String)
        /// Nothing that ends anything: what was noticed of a source as a whole. What it holds is read.
        case noticed(String)
        /// A sitemap or a list of feeds: addresses, but no articles.
        case listOfAddresses
        /// A plain file or one record above the limit, in bytes.
        case tooLarge(limit: Int)
        /// A JSON array without elements.
        case noRecords
        /// A record that is no JSON; with what the parser expected.
        case invalidJSON(String)
        /// A record that is JSON, but no object.
        case notAnObject
        /// A record without any text.
        case missingText
        /// A field of another type than it must have.
        case wrongType(field: String, expected: String)
        /// A field whose value makes no sense.
        case invalidValue(field: String, expected: String)
        /// Any other error of the operating system: its number.
        case system(Int32)
    }

    /// The file, and where the record stands in it.
    public let origin: Origin
    /// Where the record starts in the file, in bytes.
    public let byteOffset: Int?
    /// The record's id, when that much could be read.
    public let recordID: String?
    /// What went wrong.
    public let kind: Kind

    /// Makes an error.
    public init(origin: Origin, byteOffset: Int? = nil, recordID: String? = nil, kind: Kind) {
        self.origin = origin
        self.byteOffset = byteOffset
        self.recordID = recordID
        self.kind = kind
    }

    /// Makes the error of a whole file.
    public init(path: String, kind: Kind) {
        self.init(origin: Origin(path: path), kind: kind)
    }

    /// Path, or `-` for standard input.
    public var path: String { origin.path }
    /// Line on which the record starts, from 1.
    public var line: Int? { origin.line }

    /// What went wrong, and what to do about it, without the place.
    public var message: String {
        switch kind {
        case .notFound: "no such file or folder"
        case .brokenLink: "a link to a file that does not exist"
        case .nothingMatches: "no file matches this pattern"
        case .permissionDenied: "no permission to read it"
        case .emptyFolder:
            "the folder holds no file that its name calls articles (.txt, .jsonl, .html, .mhtml, .warc and their like)"
        case .notAFile: "neither a file nor a folder"
        case .emptyFile: "the file is empty"
        case .noRecords: "the list of records is empty"
        case .binaryFile: "not a text file"
        case .webAddress: "an address of the web; it is not fetched here"
        case .notFetched(let detail), .archive(let detail), .feed(let detail), .noticed(let detail): detail
        case .listOfAddresses: "a list of addresses, which holds no articles itself; stemma links shows them"
        case .tooLarge(let limit): "larger than the limit of \(Self.size(limit)) for one article"
        case .invalidJSON(let detail): "not valid JSON: \(detail)"
        case .notAnObject: "a record must be a JSON object"
        case .missingText: "the record has no text (text, body, content or article)"
        case .wrongType(let field, let expected): "field \"\(field)\" must be \(expected)"
        case .invalidValue(let field, let expected): "field \"\(field)\" must be \(expected)"
        case .system(let number): "the system reports error \(number)"
        }
    }

    /// The place as `path`, `path:line` or `path:line: record 3`.
    public var place: String { origin.place }

    /// Place and message, as a user should read them.
    public var description: String { "\(place): \(message)" }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
    }
}
