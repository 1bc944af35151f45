internal import TextCore

/// Reads the articles that a command line names: plain-text files, files of JSON records, standard input,
/// folders, patterns.
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
        var article = PlainTextReader().read(decoded.text, origin: Origin(path: path))
        article.omissions = decoded.omissions
        article.id = Self.name(of: path)
        article.warnings = decoded.warnings + article.warnings
        if article.language == nil { article.language = options.language }
        if let outlet = options.outlet { article.outlet = Outlet(name: outlet, evidence: .given) }
        return article
    }

    /// A file's name without folders and ending; `stdin` for standard input.
    static func name(of path: String) -> String {
        if path == "-" { return "stdin" }
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? path
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
