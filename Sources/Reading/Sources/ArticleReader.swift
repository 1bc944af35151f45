internal import TextCore

/// Reads the articles that a command line names: plain-text files, JSONL files, standard input, folders, patterns.
///
/// ```swift
/// for result in ArticleReader().articles(from: ["stories/*.txt", "archive.jsonl"]) {
///     switch result {
///     case .success(let article): …
///     case .failure(let error): print(error)  // "archive.jsonl:7: not valid JSON: …"; the rest goes on
///     }
/// }
/// ```
public struct ArticleReader: Sendable {
    private let options: ReadingOptions

    /// Makes a reader.
    public init(_ options: ReadingOptions = ReadingOptions()) {
        self.options = options
    }

    /// The articles that arguments name, read one by one as they are asked for.
    public func articles(from arguments: [String]) -> Articles {
        articles(from: InputCollector().collect(arguments))
    }

    /// The articles of collected inputs, read one by one as they are asked for.
    public func articles(from inputs: Inputs) -> Articles {
        Articles(inputs: inputs, options: options)
    }

    /// The one article that the bytes of a plain-text file hold.
    public func article(fromPlainText bytes: [UInt8], path: String) throws(ReadingError) -> Article {
        guard bytes.count <= options.maximumArticleSize else {
            throw ReadingError(path: path, kind: .tooLarge(limit: options.maximumArticleSize))
        }
        guard !bytes.isEmpty else { throw ReadingError(path: path, kind: .emptyFile) }
        guard !TextDecoder.isBinary(bytes) else { throw ReadingError(path: path, kind: .binaryFile) }
        let decoded = TextDecoder().decode(bytes)
        guard !decoded.text.trimmed(decoded.text.range).isEmpty else { throw ReadingError(path: path, kind: .emptyFile) }
        guard !Self.isWebPage(decoded.text.bytes) else { throw ReadingError(path: path, kind: .webPage) }
        var article = PlainTextReader().read(decoded.text, origin: Origin(path: path))
        article.id = Self.name(of: path)
        article.warnings = decoded.warnings + article.warnings
        if article.language == nil { article.language = options.language }
        if let outlet = options.outlet { article.outlet = Outlet(name: outlet, evidence: .given) }
        return article
    }

    /// Whether a text opens as an HTML page does.
    static func isWebPage(_ bytes: [UInt8]) -> Bool {
        let head = CaseFolding.fold(String(decoding: bytes.drop { $0 <= 0x20 }.prefix(16), as: UTF8.self))
        return head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<head>")
    }

    /// A file's name without folders and ending; `stdin` for standard input.
    static func name(of path: String) -> String {
        if path == "-" { return "stdin" }
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? path
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}

/// Articles, read one by one; a source or record that cannot be read is a failure among them and ends nothing.
///
/// Memory is bounded by one article and, for JSONL, one chunk of the file, not by the size of the sources.
public struct Articles: Sequence {
    /// What is read: failures of the arguments, and what was skipped in folders.
    public let inputs: Inputs
    let options: ReadingOptions

    /// Starts reading.
    public func makeIterator() -> ArticleIterator { ArticleIterator(inputs.sources, options) }
}

/// Reads sources one after the other.
public struct ArticleIterator: IteratorProtocol {
    private let sources: [Result<String, ReadingError>]
    private let options: ReadingOptions
    private let records: RecordReader
    private var position = 0
    private var open: (path: String, lines: LineReader, found: Bool)?
    private var ids: Set<String> = []

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

    /// Opens a source: a plain text is read at once, records are left to be read.
    private mutating func start(_ path: String) throws(ReadingError) -> Article? {
        let source = try ByteSource(path: path)
        var buffer: [UInt8] = []
        _ = try source.read(into: &buffer)
        if buffer.isEmpty { throw ReadingError(path: path, kind: .emptyFile) }
        let mark = TextDecoder.mark(buffer)
        if isRecords(path, buffer) {
            if let mark, mark.encoding == "UTF-8" { buffer.removeFirst(mark.length) }
            if let mark, mark.encoding != "UTF-8" { buffer = try decoded(buffer, source, path) }
            open = (path, LineReader(source: source, buffer: buffer, limit: options.maximumArticleSize), false)
            return nil
        }
        let reader = ArticleReader(options)
        while buffer.count <= options.maximumArticleSize {
            if try source.read(into: &buffer) == 0 { return try reader.article(fromPlainText: buffer, path: path) }
        }
        throw ReadingError(path: path, kind: .tooLarge(limit: options.maximumArticleSize))
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
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return true }
        // An object opens with a name or closes at once; no article does. Marks and NULs of wide encodings are passed over.
        let signs = buffer.prefix(4096).lazy.filter { $0 > 0x20 && $0 < 0x80 }.prefix(2)
        return signs.first == UInt8(ascii: "{")
            && (signs.dropFirst().first == UInt8(ascii: "\"") || signs.dropFirst().first == UInt8(ascii: "}"))
    }

    private mutating func nextRecord() -> Result<Article, ReadingError>? {
        guard let path = open?.path else { return nil }
        do throws(ReadingError) {
            while let line = try open?.lines.next() {
                let origin = Origin(path: path, line: open?.lines.number)
                switch line {
                case .tooLong:
                    throw ReadingError(
                        path: path,
                        line: origin.line,
                        byteOffset: open?.lines.offset,
                        kind: .tooLarge(limit: options.maximumArticleSize)
                    )
                case .bytes(let bytes):
                    if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
                    open?.found = true
                    return .success(try records.read(bytes, origin: origin, byteOffset: open?.lines.offset))
                }
            }
        } catch {
            open?.found = true
            if error.line == nil { open = nil }
            return .failure(error)
        }
        let found = open?.found ?? true
        open = nil
        return found ? nil : .failure(ReadingError(path: path, kind: .emptyFile))
    }

    /// The result with an id that no article before it has.
    private mutating func named(_ result: Result<Article, ReadingError>) -> Result<Article, ReadingError> {
        guard options.makesIDsUnique, case .success(var article) = result else { return result }
        guard !ids.insert(article.id).inserted else { return result }
        var number = 2
        while !ids.insert("\(article.id)-\(number)").inserted { number += 1 }
        article.id += "-\(number)"
        return .success(article)
    }
}
