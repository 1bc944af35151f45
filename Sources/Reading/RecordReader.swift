internal import FoundationEssentials
internal import TextCore

/// Reads one JSON record as an article. Records are independent of each other: any number can be read at once.
///
/// The text of the article is headline, blank line, body; a body that already starts with its headline is left as it is.
/// Fields go by DESIGN's names or the common other ones (title, date, lang, body, source, …); unknown ones are ignored.
public struct RecordReader: Sendable {
    private let options: ReadingOptions
    private let structurer = PlainTextReader()

    /// Makes a reader.
    public init(_ options: ReadingOptions = ReadingOptions()) {
        self.options = options
    }

    /// Reads one line of a JSONL file, whose place the errors name.
    /// - Complexity: O(*n*).
    public func read(_ line: some Collection<UInt8>, origin: Origin, byteOffset: Int? = nil) throws(ReadingError) -> Article {
        func failure(_ kind: ReadingError.Kind, id: String? = nil) -> ReadingError {
            ReadingError(path: origin.path, line: origin.line, byteOffset: byteOffset, recordID: id, kind: kind)
        }
        var warnings: [ReadingWarning] = []
        var data = Data(line)
        if !Self.isUTF8(data) {
            let decoded = TextDecoder().decode(Array(data))
            warnings = decoded.warnings
            data = Data(decoded.text.bytes)
        }
        let fields: RecordFields
        do {
            fields = try JSONDecoder().decode(RecordFields.self, from: data)
        } catch let error as FieldError {
            throw failure(.wrongType(field: error.field, expected: error.expected), id: Self.id(in: data))
        } catch DecodingError.typeMismatch {
            throw failure(.notAnObject)
        } catch DecodingError.dataCorrupted(let context) {
            let detail = context.underlyingError.map { "\($0)" } ?? context.debugDescription
            throw failure(.invalidJSON(detail))
        } catch {
            throw failure(.invalidJSON("\(error)"))
        }
        return try article(of: fields, origin: origin, warnings: warnings) { failure($0, id: fields.id) }
    }

    private func article(
        of fields: RecordFields,
        origin: Origin,
        warnings: [ReadingWarning],
        failure: (ReadingError.Kind) -> ReadingError
    ) throws(ReadingError) -> Article {
        guard let body = fields.text ?? fields.headline, body.utf8.contains(where: { $0 > 0x20 }) else {
            throw failure(.missingText)
        }
        var warnings = warnings
        let headline = fields.text == nil ? nil : fields.headline
        let text = UTF8Text(headline.map { body.hasPrefix($0) ? body : $0 + "\n\n" + body } ?? body)
        var article = structurer.read(text, origin: origin)
        article.id = fields.id ?? "\(origin.path):\(origin.line ?? 1)"
        article.outlet = (fields.outlet ?? options.outlet).map { Outlet(name: $0, evidence: .given) } ?? article.outlet
        article.language = fields.language ?? options.language
        article.url = fields.url
        article.authors = fields.authors
        switch fields.published {
        case .text(let text):
            article.published = PublicationTime.parse(text)
            if article.published == nil { warnings.append(.unreadablePublicationTime(text)) }
        case .number(let seconds): article.published = PublicationTime.epoch(seconds)
        case nil: break
        }
        article.warnings = warnings + article.warnings
        return article
    }

    private struct Identity: Decodable {
        let id: String
    }

    /// The id of a record that could not be read as a whole.
    private static func id(in data: Data) -> String? {
        try? JSONDecoder().decode(Identity.self, from: data).id
    }

    private static func isUTF8(_ data: Data) -> Bool {
        data.withUnsafeBytes { bytes in
            (try? UTF8Span(validating: Span(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self)))) != nil
        }
    }
}
