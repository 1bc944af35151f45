/// A source, or one record of it, that could not be read. Others of the same run still can.
public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Kind: Sendable, Hashable {
        /// Nothing lies at the path.
        case notFound
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
        /// An HTML page, whose markup is no text.
        case webPage
        /// An address of the web, which is not fetched.
        case webAddress
        /// A plain file or one record above the limit, in bytes.
        case tooLarge(limit: Int)
        /// A line that is no JSON; with what the parser expected.
        case invalidJSON(String)
        /// A line that is JSON, but no object.
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

    /// Path, or `-` for standard input.
    public let path: String
    /// Line of the record, from 1.
    public let line: Int?
    /// Where the record starts in the file, in bytes.
    public let byteOffset: Int?
    /// The record's id, when that much could be read.
    public let recordID: String?
    /// What went wrong.
    public let kind: Kind

    /// Makes an error.
    public init(path: String, line: Int? = nil, byteOffset: Int? = nil, recordID: String? = nil, kind: Kind) {
        self.path = path
        self.line = line
        self.byteOffset = byteOffset
        self.recordID = recordID
        self.kind = kind
    }

    /// What went wrong, and what to do about it, without the place.
    public var message: String {
        switch kind {
        case .notFound: "no such file or folder"
        case .nothingMatches: "no file matches this pattern"
        case .permissionDenied: "no permission to read it"
        case .emptyFolder: "the folder holds no .txt, .text, .jsonl or .ndjson file"
        case .notAFile: "neither a file nor a folder"
        case .emptyFile: "the file is empty"
        case .binaryFile: "not a text file"
        case .webPage: "looks like an HTML page; this version reads plain text and JSONL"
        case .webAddress: "this version fetches nothing"
        case .tooLarge(let limit): "larger than the limit of \(Self.size(limit)) for one article"
        case .invalidJSON(let detail): "not valid JSON: \(detail)"
        case .notAnObject: "a record must be a JSON object"
        case .missingText: "the record has no text (text, body, content or article)"
        case .wrongType(let field, let expected): "field \"\(field)\" must be \(expected)"
        case .invalidValue(let field, let expected): "field \"\(field)\" must be \(expected)"
        case .system(let number): "the system reports error \(number)"
        }
    }

    /// The place as `path` or `path:line`.
    public var place: String {
        let name = path == "-" ? "standard input" : path
        return line.map { "\(name):\($0)" } ?? name
    }

    /// Place and message, as a user should read them.
    public var description: String { "\(place): \(message)" }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
    }
}
