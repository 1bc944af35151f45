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
    }

    private let sources: [Result<String, ReadingError>]
    private let options: ReadingOptions
    private let records: RecordReader
    private var position = 0
    private var open: Open?
    private var path = ""
    /// Whether the open source has had a record.
    private var hasRecords = false
    private var ids: Set<String> = []
    /// For each id that came again, the number to try next.
    private var nextNumber: [String: Int] = [:]

    init(_ sources: [Result<String, ReadingError>], _ options: ReadingOptions) {
        self.sources = sources
        self.options = options
        records = RecordReader(options)
    }

    /// The next article or failure; nil when all sources are read.
    public mutating func next() -> Result<Article, ReadingError>? {
        while true {
            if open != nil {
                if let result = nextRecord() { return named(result) }
                continue
            }
            guard position < sources.count else { return nil }
            position += 1
            do throws(ReadingError) {
                if let article = try start(try sources[position - 1].get()) { return named(.success(article)) }
            } catch {
                return .failure(error)
            }
        }
    }

    // MARK: Opening a source

    /// Opens a source: a plain text is read at once, records are left to be read.
    private mutating func start(_ path: String) throws(ReadingError) -> Article? {
        let source = try ByteSource(path: path)
        var buffer: [UInt8] = []
        var isWhole = try source.read(into: &buffer) == 0
        if buffer.isEmpty { throw ReadingError(path: path, kind: .emptyFile) }
        let mark = TextDecoder.mark(buffer)
        // A pipe may bring too little to tell, and most of the time brings enough.
        while buffer.count < 16, !isWhole { isWhole = try source.read(into: &buffer) == 0 }
        if isRecords(path, buffer) {
            if let mark, mark.encoding == "UTF-8" { buffer.removeFirst(mark.length) }
            if let mark, mark.encoding != "UTF-8" {
                buffer = try decoded(buffer, source, path)
                isWhole = true
            }
            try open(path, source, buffer, isWhole)
            return nil
        }
        let reader = ArticleReader(options)
        while buffer.count <= options.maximumArticleSize {
            if try source.read(into: &buffer) == 0 { return try reader.article(fromPlainText: buffer, path: path) }
        }
        throw ReadingError(path: path, kind: .tooLarge(limit: options.maximumArticleSize))
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

    private func isRecords(_ path: String, _ buffer: [UInt8]) -> Bool {
        switch options.format {
        case .plainText: return false
        case .records: return true
        case .automatic: break
        }
        let name = CaseFolding.fold(path)
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || name.hasSuffix(".json") { return true }
        // An object opens with a name or closes at once, an array of records with an object; no article does. Marks and NULs
        // of wide encodings are passed over.
        let signs = Array(buffer.prefix(4096).lazy.filter { $0 > 0x20 && $0 < 0x80 }.prefix(2))
        switch signs.first {
        case UInt8(ascii: "{"): return signs.last == UInt8(ascii: "\"") || signs.last == UInt8(ascii: "}")
        case UInt8(ascii: "["): return signs.last == UInt8(ascii: "{")
        default: return false
        }
    }

    // MARK: Reading records

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
        case nil: return nil
        }
    }

    private func tooLarge(_ origin: Origin, _ offset: Int) -> ReadingError {
        ReadingError(origin: origin, byteOffset: offset, kind: .tooLarge(limit: options.maximumArticleSize))
    }

    /// The result with an id that no article before it has.
    private mutating func named(_ result: Result<Article, ReadingError>) -> Result<Article, ReadingError> {
        guard options.makesIDsUnique, case .success(var article) = result else { return result }
        guard !ids.insert(article.id).inserted else { return result }
        // The next number is kept for each id: counting from 2 again would cost a stream of one id the square of its length.
        var number = nextNumber[article.id] ?? 2
        while !ids.insert("\(article.id)-\(number)").inserted { number += 1 }
        nextNumber[article.id] = number + 1
        article.id += "-\(number)"
        return .success(article)
    }
}
