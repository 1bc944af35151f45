internal import Archives
internal import Feeds
internal import TextCore

/// Articles, read one by one; a source or record that cannot be read is a failure among them and ends nothing.
///
/// Memory is bounded by one article and one chunk of the file, not by the size of the sources.
public struct Articles: Sequence {
    /// What is read: failures of the arguments, what was skipped in folders, and what was named twice.
    public let inputs: Inputs
    let options: ReadingOptions

    /// Starts reading.
    public func makeIterator() -> ArticleIterator { ArticleIterator(inputs.sources, options) }
}

/// Reads sources one after the other.
public struct ArticleIterator: IteratorProtocol {
    /// A source of records that is being read.
    private enum Open {
        case lines(LineReader)
        case document(RecordCutter)
        case archive(ArchiveSource)
        case feed(Feed, next: Int)
        case longFeed(FeedSource)
    }

    private let sources: [Result<String, ReadingError>]
    private let options: ReadingOptions
    private let records: RecordReader
    private var position = 0
    private var open: Open?
    private var path = ""
    /// Whether the open source has had a record.
    private var hasRecords = false
    /// What is wrong with the open source as a whole, until it is told.
    private var faults: [String] = []
    private var ids: Set<String> = []
    /// For each id that came again, the number to try next.
    private var nextNumber: [String: Int] = [:]

    init(_ sources: [Result<String, ReadingError>], _ options: ReadingOptions) {
        self.sources = sources
        self.options = options
        records = RecordReader(options)
    }

    /// The next article or failure; nil when all sources are read.
    public mutating func next() -> Result<Article, ReadingError>? { nextUnread()?.read() }

    /// The next article, found but not read; nil when all sources are read.
    public mutating func nextUnread() -> UnreadArticle? {
        while true {
            if !faults.isEmpty {
                let error = ReadingError(path: path, kind: .noticed(faults.removeFirst()))
                return unread(.done(.failure(error)), error.origin)
            }
            if open != nil {
                if let found = nextInSource() { return named(found) }
                continue
            }
            guard position < sources.count else { return nil }
            position += 1
            do throws(ReadingError) {
                if let found = try start(try sources[position - 1].get()) { return named(found) }
            } catch {
                return unread(.done(.failure(error)), error.origin)
            }
        }
    }

    private func unread(_ work: UnreadArticle.Work, _ origin: Origin) -> UnreadArticle {
        UnreadArticle(work: work, origin: origin, options: options)
    }

    // MARK: Opening a source

    /// Opens a source: a text or a page is found at once, records, entries and archived pages are left to be found.
    private mutating func start(_ path: String) throws(ReadingError) -> UnreadArticle? {
        if WebDocument.isAddress(path) {
            guard let fetch = options.fetch else { throw ReadingError(path: path, kind: .webAddress) }
            let document = try fetch(path).get()
            return try found(
                document.bytes,
                path: path,
                PageReader.Given(url: document.url, contentType: document.contentType),
                warnings: document.isCutOff ? [.cutOff(byteOffset: nil)] : []
            )
        }
        let source = try ByteSource(path: path)
        var buffer: [UInt8] = []
        var isWhole = try source.read(into: &buffer) == 0
        if buffer.isEmpty { throw ReadingError(path: path, kind: .emptyFile) }
        let mark = TextDecoder.mark(buffer)
        // A pipe may bring too little to tell, and most of the time brings enough.
        while buffer.count < 16, !isWhole { isWhole = try source.read(into: &buffer) == 0 }
        switch SourceKind(path: path, head: Array(buffer.prefix(SourceKind.prefixLength)), format: options.format) {
        case .archive:
            self.path = path
            open = .archive(ArchiveSource(path: path, source: source, head: buffer))
            return nil
        case .records:
            if let mark, mark.encoding == "UTF-8" { buffer.removeFirst(mark.length) }
            if let mark, mark.encoding != "UTF-8" {
                buffer = try decoded(buffer, source, path)
                isWhole = true
            }
            try open(path, source, buffer, isWhole)
            return nil
        case .compressed where try isCompressedArchive(&buffer, source):
            self.path = path
            open = .archive(ArchiveSource(path: path, source: source, head: buffer))
            return nil
        case let kind:
            var isCut = kind != .feed
            while buffer.count <= options.maximumArticleSize {
                if try source.read(into: &buffer) == 0 { return try found(buffer, path: path) }
                guard !isCut, buffer.count >= FeedCutter.pieceSize else { continue }
                isCut = true
                if let feed = FeedSource(path: path, source: source, start: buffer, limit: options.maximumArticleSize) {
                    self.path = path
                    open = .longFeed(feed)
                    return nil
                }
            }
            throw tooLarge(path)
        }
    }

    /// What whole bytes hold, by what they are.
    private mutating func found(
        _ bytes: [UInt8],
        path: String,
        _ given: PageReader.Given = PageReader.Given(),
        warnings: [ReadingWarning] = []
    ) throws(ReadingError) -> UnreadArticle? {
        let origin = Origin(path: path)
        let head = Array(bytes.prefix(SourceKind.prefixLength))
        if bytes.isEmpty { throw ReadingError(path: path, kind: .emptyFile) }
        switch SourceKind(path: path, contentType: given.contentType, head: head, format: options.format) {
        case .page: return unread(.page(bytes, given, warnings: warnings), origin)
        case .savedPage: return try savedPage(bytes, origin)
        case .feed: try openFeed(bytes, given, origin)
        case .compressed:
            return try found(
                Compression.unpacked(bytes, path: path, limit: options.maximumArticleSize),
                path: Compression.withoutEnding(path),
                given,
                warnings: warnings
            )
        case .archive:
            throw ReadingError(path: path, kind: .archive("an archive inside of another source is not read; save it as a file"))
        case .records: try openRecords(bytes, path)
        case .plainText:
            return unread(
                .done(
                    Result { () throws(ReadingError) in
                        var article = try ArticleReader(options).article(fromPlainText: bytes, path: path)
                        if let url = given.url { article.url = url }
                        return article
                    }
                ),
                origin
            )
        }
        return nil
    }

    private func savedPage(_ bytes: [UInt8], _ origin: Origin) throws(ReadingError) -> UnreadArticle {
        do {
            let saved = try MIMEArchive(bytes)
            let type = saved.root.header["Content-Type"]
            let warnings: [ReadingWarning] = saved.problems.isEmpty ? [] : [.cutOff(byteOffset: nil)]
            return unread(.page(saved.page, PageReader.Given(url: saved.location, contentType: type), warnings: warnings), origin)
        } catch {
            throw ReadingError(origin: origin, kind: .archive("\(error)"))
        }
    }

    private mutating func openFeed(_ bytes: [UInt8], _ given: PageReader.Given, _ origin: Origin) throws(ReadingError) {
        do {
            switch try FeedReader().read(bytes, contentType: given.contentType, url: given.url) {
            case .feed(let feed):
                path = origin.path
                hasRecords = false
                open = .feed(feed, next: 0)
                faults = feed.warnings.filter { $0.isFault && !$0.isLoss }.map(\.description)
            case .sitemap, .sitemapIndex, .outlines: throw ReadingError(origin: origin, kind: .listOfAddresses)
            }
        } catch let error as FeedError {
            throw ReadingError(
                origin: Origin(path: origin.path, line: error.line),
                byteOffset: error.offset,
                kind: .feed(error.message)
            )
        } catch let error as ReadingError {
            throw error
        } catch {
            throw ReadingError(origin: origin, kind: .feed("\(error)"))
        }
    }

    /// Opens records that are in memory already.
    private mutating func openRecords(_ bytes: [UInt8], _ path: String) throws(ReadingError) {
        try open(path, ByteSource(), bytes, true)
    }

    /// Whether the gzip member that a source starts with holds an archive.
    private func isCompressedArchive(_ buffer: inout [UInt8], _ source: ByteSource) throws(ReadingError) -> Bool {
        var head: [UInt8] = []
        do {
            var decoder = try ContentDecoder([.gzip])
            try decoder.decode(buffer.prefix(1 << 16), into: &head)
        } catch {
            return false
        }
        return head.starts(with: Array("WARC/".utf8)) || head.starts(with: Array("filedesc://".utf8))
    }

    private func tooLarge(_ path: String) -> ReadingError {
        ReadingError(path: path, kind: .tooLarge(limit: options.maximumArticleSize))
    }

    private mutating func open(_ path: String, _ source: ByteSource, _ head: [UInt8], _ isWhole: Bool) throws(ReadingError) {
        var (buffer, isWhole) = (head, isWhole)
        // What calls itself JSON is a document, which lines of records are, too.
        var layout = CaseFolding.fold(path).hasSuffix(".json") ? .document : RecordLayout(buffer, isWhole: isWhole)
        while layout == nil, buffer.count <= options.maximumArticleSize {
            isWhole = try source.read(into: &buffer) == 0
            layout = RecordLayout(buffer, isWhole: isWhole)
        }
        self.path = path
        hasRecords = false
        switch layout ?? .lines {
        case .lines: open = .lines(LineReader(source: source, buffer: buffer, limit: options.maximumArticleSize))
        case .document: open = .document(RecordCutter(source: source, buffer: buffer, limit: options.maximumArticleSize))
        }
    }

    /// All of a stream in UTF-16 or -32, which cannot be cut at line ends before it is decoded.
    private func decoded(_ start: [UInt8], _ source: ByteSource, _ path: String) throws(ReadingError) -> [UInt8] {
        var bytes = start
        while try source.read(into: &bytes) > 0 {
            if bytes.count > options.maximumArticleSize {
                throw ReadingError(path: path, kind: .tooLarge(limit: options.maximumArticleSize))
            }
        }
        return TextDecoder().decode(bytes).text.bytes
    }

    // MARK: Reading records

    /// The next article of the open source; nil at its end, which closes it.
    private mutating func nextInSource() -> UnreadArticle? {
        switch open {
        case .archive(let archive):
            do throws(ReadingError) {
                if let (origin, work) = try archive.next() { return unread(work, origin) }
            } catch {
                return unread(.done(.failure(error)), error.origin)
            }
            open = nil
            return nil
        case .longFeed(let feed):
            do throws(ReadingError) {
                if let (origin, work) = try feed.nextEntry() { return unread(work, origin) }
            } catch {
                return unread(.done(.failure(error)), error.origin)
            }
            open = nil
            return nil
        case .feed(let feed, let next):
            guard next < feed.entries.count else {
                open = nil
                if let fault = feed.warnings.first(where: \.isLoss) {
                    return unread(
                        .done(.failure(ReadingError(path: path, kind: .archive(fault.description)))),
                        Origin(path: path)
                    )
                }
                return feed.entries.isEmpty
                    ? unread(.done(.failure(ReadingError(path: path, kind: .noRecords))), Origin(path: path)) : nil
            }
            open = .feed(feed, next: next + 1)
            return unread(.entry(feed.entries[next], of: feed), Origin(path: path, record: next + 1))
        default:
            return nextRecord().map { unread(.done($0), Origin(path: path)) }
        }
    }

    private mutating func nextRecord() -> Result<Article, ReadingError>? {
        do throws(ReadingError) {
            let article = try readRecord()
            if article != nil { hasRecords = true }
            if let article { return .success(article) }
        } catch {
            hasRecords = true
            // An error of the whole file ends it.
            if error.line == nil { open = nil }
            return .failure(error)
        }
        let isDocument = if case .document = open { true } else { false }
        open = nil
        return hasRecords ? nil : .failure(ReadingError(path: path, kind: isDocument ? .noRecords : .emptyFile))
    }

    /// The next record of the open source, nil at its end.
    private mutating func readRecord() throws(ReadingError) -> Article? {
        switch open {
        case .lines(var lines):
            // Out of the variable while it changes, so that its buffer is not copied.
            open = nil
            defer { open = .lines(lines) }
            while let line = try lines.next() {
                let origin = Origin(path: path, line: lines.number)
                switch line {
                case .tooLong: throw tooLarge(origin, lines.offset)
                case .bytes(let bytes):
                    if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
                    return try records.read(bytes, origin: origin, byteOffset: lines.offset)
                }
            }
            return nil
        case .document(var cutter):
            open = nil
            defer { open = .document(cutter) }
            guard let record = try cutter.next() else { return nil }
            let origin = Origin(path: path, line: record.line, record: record.number)
            switch record.content {
            case .tooLong: throw tooLarge(origin, record.offset)
            case .broken(let detail, let bytes):
                throw ReadingError(
                    origin: origin,
                    byteOffset: record.offset,
                    recordID: JSONFault.id(in: bytes),
                    kind: .invalidJSON(detail)
                )
            case .bytes(let bytes): return try records.read(bytes, origin: origin, byteOffset: record.offset)
            }
        case .archive, .feed, .longFeed, nil: return nil
        }
    }

    private func tooLarge(_ origin: Origin, _ offset: Int) -> ReadingError {
        ReadingError(origin: origin, byteOffset: offset, kind: .tooLarge(limit: options.maximumArticleSize))
    }

    /// The article with an id that no article before it has.
    private mutating func named(_ found: UnreadArticle) -> UnreadArticle {
        var found = found
        let wanted: String
        switch found.work {
        case .done(.failure): return found
        case .done(.success(let article)): wanted = article.id
        case .page(_, let given, _):
            wanted =
                found.origin.record == nil
                ? ArticleReader.name(of: found.origin.path) : given.url ?? "\(found.origin.path)#\(found.origin.record ?? 1)"
        case .entry(let entry, _): wanted = entry.link ?? entry.id ?? "\(found.origin.path)#\(found.origin.record ?? 1)"
        }
        found.id = options.makesIDsUnique ? unique(wanted) : wanted
        return found
    }

    private mutating func unique(_ id: String) -> String {
        guard !ids.insert(id).inserted else { return id }
        // The next number is kept for each id: counting from 2 again would cost a stream of one id the square of its length.
        var number = nextNumber[id] ?? 2
        while !ids.insert("\(id)-\(number)").inserted { number += 1 }
        nextNumber[id] = number + 1
        return "\(id)-\(number)"
    }
}
