internal import FoundationEssentials
internal import TextCore

/// Reads one JSON record as an article. Records are independent of each other: any number can be read at once.
///
/// The text of the article is headline, blank line, body; one that already starts with its headline is left as it is, and where it
/// was given as a body, the headline beside it is an ``Omission``.
/// Fields go by Stemma's own names or other common ones (title, date, lang, body, source, …); unknown ones are ignored.
public struct RecordReader: Sendable {
    private let options: ReadingOptions
    private let structurer = PlainTextReader()

    /// Makes a reader.
    public init(_ options: ReadingOptions = ReadingOptions()) {
        self.options = options
    }

    /// Reads one record, be it a line of a JSONL file or an element of an array, whose place the errors name.
    /// - Complexity: O(*n*).
    public func read(_ record: some Collection<UInt8>, origin: Origin, byteOffset: Int? = nil) throws(ReadingError) -> Article {
        func failure(_ kind: ReadingError.Kind, id: String? = nil) -> ReadingError {
            ReadingError(origin: origin, byteOffset: byteOffset, recordID: id, kind: kind)
        }
        var warnings: [ReadingWarning] = []
        var data = Data(record)
        if !Self.isUTF8(data) {
            let decoded = TextDecoder().decode(Array(data))
            warnings = decoded.warnings
            data = Data(decoded.text.bytes)
        }
        let fields: RecordFields
        do {
            fields = try JSONDecoder().decode(RecordFields.self, from: data)
        } catch let error as FieldError {
            // A decoder may take a fault inside a field for a wrong type.
            if let fault = JSONFault.describe(data) { throw failure(.invalidJSON(fault), id: JSONFault.id(in: data)) }
            throw failure(.wrongType(field: error.field, expected: error.expected), id: Self.id(in: data))
        } catch DecodingError.typeMismatch, DecodingError.valueNotFound {
            throw failure(.notAnObject)
        } catch DecodingError.dataCorrupted {
            let detail = JSONFault.describe(data) ?? "a number or an escape that no text can hold"
            throw failure(.invalidJSON(detail), id: JSONFault.id(in: data))
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
        var given = Structurer.Given()
        var omissions: [Omission] = []
        let text = fields.blocks == nil ? text(body, fields, &given, &warnings, &omissions) : UTF8Text(body)
        let published = published(fields, &warnings)
        given.isDated = published?.year != nil
        given.url = fields.url
        var article = structurer.read(text, given: given, origin: origin)
        if let blocks = fields.blocks {
            guard let found = Self.blocks(blocks, text) else {
                throw failure(.invalidValue(field: "blocks", expected: "in order, apart, inside the text and of known kinds"))
            }
            article.blocks = found
        }
        article.id = fields.id ?? (origin.record.map { "\(origin.path)#\($0)" } ?? "\(origin.path):\(origin.line ?? 1)")
        article.omissions = omissions
        article.language = fields.language ?? options.language
        if !fields.authors.isEmpty { article.authors = fields.authors }
        if let published, published.year != nil || article.published == nil { article.published = published }
        if let name = fields.outlet {
            article.outlet = OutletFinder().given(name)
        } else if let name = fields.url.flatMap(OutletFinder().name(ofURL:)) {
            article.outlet = Outlet(name: name, evidence: .url)
        } else if let name = options.outlet {
            article.outlet = Outlet(name: name, evidence: .given)
        }
        if fields.isWithdrawn { warnings.append(.withdrawn) }
        article.warnings = warnings + article.warnings
        return article
    }

    /// Headline, standfirst and body with blank lines between; what the body already starts with is not doubled.
    private func text(
        _ body: String,
        _ fields: RecordFields,
        _ given: inout Structurer.Given,
        _ warnings: inout [ReadingWarning],
        _ omissions: inout [Omission]
    ) -> UTF8Text {
        let whole = Array(body.utf8)
        let front = whole.prefix { $0 <= 0x20 }
        var bytes: [UInt8] = []
        var rest = whole[front.count...]
        /// Where the body's first byte goes.
        var bodyStart: Int?
        func add(_ field: String?) -> Range<Int>? {
            let line = Self.oneLine(field ?? "")
            guard !line.isEmpty else { return nil }
            let start = bytes.count
            if let end = Self.end(of: line, in: rest) {
                bodyStart = bodyStart ?? start
                bytes += rest[..<end]
                rest = rest[end...]
                return start..<start + line.count
            }
            bytes += line + [0x0A, 0x0A]
            return start..<start + line.count
        }
        if fields.text != nil { given.headline = add(fields.headline) }
        let isDoubled = bodyStart != nil
        given.standfirst = add(fields.standfirst)
        let start = bodyStart ?? bytes.count
        bytes += rest
        // Headline and standfirst hold no NUL: they have been made one line each.
        omissions = Omission.dropNULs(&bytes)
        let nuls = omissions.count
        if nuls > 0 { warnings.append(.droppedNULs(count: nuls)) }
        // White space alone, or NULs among it: it stood in front of them all.
        if !front.isEmpty { omissions.insert(Omission(byte: start, text: Array(front)), at: 0) }
        // As it was given, the headline stands in front of a body that repeats it.
        if isDoubled, fields.isBody, let headline = fields.headline {
            omissions.insert(Omission(byte: 0, text: headline.utf8 + [0x0A, 0x0A]), at: 0)
        }
        return UTF8Text(repairing: bytes)
    }

    /// The blocks of a record that Stemma wrote: code points as bytes. Nil when they are out of order, out of bounds or unknown.
    private static func blocks(_ fields: [RecordFields.BlockField], _ text: UTF8Text) -> [Block]? {
        let index = CodePointIndex(text)
        var end = 0
        var blocks: [Block] = []
        for field in fields {
            guard let kind = Block.Kind(rawValue: field.kind), field.start >= end, field.end > field.start,
                field.end <= index.codePointCount
            else { return nil }
            end = field.end
            blocks.append(Block(kind: kind, range: index.bytes(field.start..<field.end), reason: "the record's label"))
        }
        return blocks
    }

    /// A field as a single line without space at its ends.
    private static func oneLine(_ field: String) -> [UInt8] {
        let line = field.utf8.map { $0 < 0x20 ? 0x20 : $0 }
        guard let first = line.firstIndex(where: { $0 != 0x20 }), let last = line.lastIndex(where: { $0 != 0x20 }) else {
            return []
        }
        return Array(line[first...last])
    }

    /// Where `rest` goes on after its first line, if that line is `line`, a stop after it aside.
    private static func end(of line: [UInt8], in rest: ArraySlice<UInt8>) -> Int? {
        guard rest.starts(with: line) else { return nil }
        var at = rest.startIndex + line.count
        while at < rest.endIndex, rest[at] == 0x2E || rest[at] == 0x20 || rest[at] == 0x0D { at += 1 }
        guard at == rest.endIndex || rest[at] == 0x0A else { return nil }
        while at < rest.endIndex, rest[at] <= 0x20 { at += 1 }
        return at
    }

    private func published(_ fields: RecordFields, _ warnings: inout [ReadingWarning]) -> CivilTime? {
        switch fields.published {
        case .text(let text):
            let time = PublicationTime.parse(text)
            if time == nil { warnings.append(.unreadablePublicationTime(text)) }
            return time
        case .number(let seconds): return PublicationTime.epoch(seconds)
        case nil: return nil
        }
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
