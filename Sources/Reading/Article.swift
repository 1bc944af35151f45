public import TextCore

/// One outlet's published text in one version, every block of it labelled.
///
/// Offsets are UTF-8 byte offsets into ``text``. For a plain-text file `text` is the decoded file as it stands; for a
/// record it is headline, blank line, body.
public struct Article: Sendable {
    /// What the user calls it, or where it came from when nothing was given; unique in one run.
    public var id: String
    /// Who published it, when known.
    public var outlet: Outlet?
    /// The whole text.
    public var text: UTF8Text
    /// The labelled pieces, in order, not overlapping; nothing but white space lies between them.
    public var blocks: [Block]
    /// When it was published, as precisely as it says.
    public var published: CivilTime?
    /// ISO 639-1, when given.
    public var language: String?
    /// Where it was published.
    public var url: String?
    /// People named as its authors.
    public var authors: [String]
    /// Place, date and agency that open the body.
    public var dateline: Dateline?
    /// Agencies whose text it says it carries.
    public var agencies: [String]
    /// What the web page says of itself, when it was read from one.
    public var page: PageMetadata?
    /// Where it was read from.
    public var origin: Origin
    /// What was noticed while reading.
    public var warnings: [ReadingWarning]
    /// What of the given text is not in ``text``, in order.
    public var omissions: [Omission] = []

    /// Makes an article.
    public init(
        id: String,
        outlet: Outlet? = nil,
        text: UTF8Text,
        blocks: [Block],
        published: CivilTime? = nil,
        language: String? = nil,
        url: String? = nil,
        authors: [String] = [],
        dateline: Dateline? = nil,
        agencies: [String] = [],
        origin: Origin,
        warnings: [ReadingWarning] = []
    ) {
        self.id = id
        self.outlet = outlet
        self.text = text
        self.blocks = blocks
        self.published = published
        self.language = language
        self.url = url
        self.authors = authors
        self.dateline = dateline
        self.agencies = agencies
        self.origin = origin
        self.warnings = warnings
    }

    /// The headline's block, when there is one.
    public var headline: Block? { blocks.first { $0.kind == .headline } }

    /// The body as plain text: a blank line between blocks, a dateline on the line of what follows it, rows of tables on lines
    /// of their own, with tabs between cells. O(*n*).
    public var body: String {
        var bytes: [UInt8] = []
        var last: Block?
        for block in blocks where block.isBody || block.kind == .dateline {
            if let last { bytes += Self.separator(last, block) }
            bytes += text.bytes[block.range]
            last = block
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func separator(_ last: Block, _ next: Block) -> [UInt8] {
        if last.kind == .dateline { return [0x20] }
        guard let cell = next.cell else { return [0x0A, 0x0A] }
        func tabs(_ count: Int) -> [UInt8] { Array(repeating: 0x09, count: count) }
        guard let before = last.cell, before.table == cell.table else { return [0x0A, 0x0A] + tabs(cell.column) }
        if before.row != cell.row { return [0x0A] + tabs(cell.column) }
        return before.column == cell.column ? [0x20] : tabs(max(1, cell.column - before.column))
    }
}

/// Who published an article, and how that is known.
public struct Outlet: Sendable, Hashable {
    /// How an outlet was recognised.
    public enum Evidence: String, Sendable, Hashable {
        /// A field of the record or an option of the user.
        case given
        /// What a web page says in its metadata.
        case metadata
        case url, promo, credit, agencyTag, byline, fileName
    }

    /// Its name.
    public let name: String
    /// How it is known.
    public let evidence: Evidence

    /// Makes an outlet.
    public init(name: String, evidence: Evidence) {
        self.name = name
        self.evidence = evidence
    }
}

/// Place, date and agency at the start of a body ("PARIS, October 18. /TASS/.").
public struct Dateline: Sendable, Hashable {
    /// The bytes of the whole dateline.
    public let range: Range<Int>
    /// The place as it stands.
    public let place: String?
    /// The date, without a year when none is said.
    public let date: CivilTime?
    /// The agency as it stands.
    public let agency: String?

    /// Makes a dateline.
    public init(range: Range<Int>, place: String?, date: CivilTime?, agency: String?) {
        self.range = range
        self.place = place
        self.date = date
        self.agency = agency
    }
}

/// Where an article was read from.
public struct Origin: Sendable, Hashable {
    /// Path, or `-` for standard input.
    public let path: String
    /// Line on which a record starts, from 1.
    public let line: Int?
    /// Place of a record in the JSON array that it is an element of, from 1.
    public let record: Int?

    /// Makes an origin.
    public init(path: String, line: Int? = nil, record: Int? = nil) {
        self.path = path
        self.line = line
        self.record = record
    }

    /// The place in words: `path`, `path:line`, or `path:line: record 3`.
    public var place: String {
        let name = path == "-" ? "standard input" : path
        return name + (line.map { ":\($0)" } ?? "") + (record.map { ": record \($0)" } ?? "")
    }
}

/// Something about a source that its reader should know, though it could be read.
public enum ReadingWarning: Sendable, Hashable {
    /// The bytes were in another encoding than UTF-8, named as iconv names it.
    case decoded(from: String)
    /// Invalid bytes were replaced by U+FFFD.
    case replacedInvalidBytes(count: Int)
    /// NUL bytes were dropped.
    case droppedNULs(count: Int)
    /// No headline was found.
    case noHeadline
    /// No publication time was found.
    case noPublicationTime
    /// No paragraph of body text was found.
    case noBody
    /// The record's publication time is in no form that is known.
    case unreadablePublicationTime(String)
    /// The page says that the article is for subscribers; its text may be cut off.
    case paywalled
    /// The page shows none of the article's text, or less than half; the body is what its JSON-LD has.
    case bodyFromLinkedData
    /// The page holds no article, and what it is instead.
    case noArticle(String)
    /// Its publisher has withdrawn it.
    case withdrawn
    /// A server's answer or an archived record ends before its end; where the record starts in its file, in bytes.
    case cutOff(byteOffset: Int?)
    /// The page has more blocks than any article; those behind the first are not read.
    case readInPart(blocks: Int)
    /// An archived record is not what its checksum says.
    case digestDiffers
    /// The year of the publication time was not said with it, and where it comes from instead.
    case inferredYear(Int, from: YearSource)
}

/// Where a year was found that a publication time leaves out.
public enum YearSource: String, Sendable, Hashable, CaseIterable {
    /// The article's address.
    case address
    /// A copyright line.
    case copyright
    /// A whole date elsewhere in the article's text.
    case text
    /// The name of its file.
    case fileName
    /// The publication times of the other articles of the story.
    case story
    /// A publication time that a person gave beside the article.
    case given
}
