/// Cuts a MIME message into its parts (RFC 2046, 5.1), those of inner multiparts among them, in one pass over its lines.
struct MIMESplitter {
    /// How many multiparts may lie one in another; deeper ones are parts as they are.
    private static let deepest = 8

    private let message: [UInt8]
    private let limits: ArchiveLimits
    private var at = 0
    /// The boundaries of the open multiparts, with their two hyphens.
    private var boundaries: [[UInt8]] = []
    private(set) var problems: [MIMEArchive.Problem] = []
    /// The id of the part that is the page, where the message says so.
    private(set) var start: String?
    var parts: [MIMEArchive.Part] = []

    init(_ message: [UInt8], limits: ArchiveLimits) {
        self.message = message
        self.limits = limits
    }

    /// The message's own header, with a byte order mark, empty lines and an mbox line before it passed over.
    mutating func header() throws(MIMEArchive.Fault) -> HeaderFields {
        if message[...].hasPrefix("\u{FEFF}") { at = 3 }
        while at < message.count, message[at].isSpace { at += 1 }
        if message[at...].hasPrefix("From ") { at = lineEnd(at) }
        switch partHeader() {
        case .success(let header):
            guard header["Content-Type"] != nil || header["MIME-Version"] != nil else { throw .noHeader }
            return header
        case .failure: throw .headerTooLong(limit: limits.header)
        }
    }

    /// Cuts the body that follows the header.
    mutating func split(_ header: HeaderFields) throws(MIMEArchive.Fault) {
        guard let type = header["Content-Type"].flatMap({ MediaType($0) }), type.essence.hasPrefix("multipart/") else {
            parts = [MIMEArchive.Part(header: header, content: at..<message.count)]
            return
        }
        start = type["start"].map(WARCHeader.withoutBrackets)
        guard let boundary = boundary(of: type) ?? guessedBoundary() else { throw .noBoundary }
        boundaries = [boundary]
        var open: HeaderFields?
        var contentStart = at
        var hasPart = false
        while at < message.count {
            let lineStart = at
            let next = lineEnd(at)
            guard message[at...].hasPrefix("--"), let (depth, isLast) = delimiter(lineStart, next) else {
                at = next
                continue
            }
            hasPart = true
            if let header = open { close(header, contentStart, lineStart) }
            open = nil
            boundaries.removeLast(boundaries.count - depth - (isLast ? 0 : 1))
            at = next
            if boundaries.isEmpty { return }
            if isLast { continue }
            guard parts.count < limits.parts else {
                problems.append(.tooManyParts(limit: limits.parts))
                return
            }
            switch partHeader() {
            case .failure: problems.append(.headerTooLong(offset: next))
            case .success(let header):
                let type = header["Content-Type"].flatMap { MediaType($0) }
                if let type, type.essence.hasPrefix("multipart/"), boundaries.count < Self.deepest,
                    let inner = self.boundary(of: type)
                {
                    boundaries.append(inner)
                } else {
                    open = header
                    contentStart = at
                }
            }
        }
        guard hasPart else { throw .noBoundary }
        if let header = open { close(header, contentStart, message.count) }
        problems.append(.unclosed)
    }

    private mutating func close(_ header: HeaderFields, _ start: Int, _ boundary: Int) {
        var end = boundary
        // The line end before a boundary is the boundary's, not the part's.
        if end < message.count || end > start && message[end - 1] == 0x0A {
            if end > start, message[end - 1] == 0x0A { end -= 1 }
            if end > start, message[end - 1] == 0x0D { end -= 1 }
        }
        parts.append(MIMEArchive.Part(header: header, content: start..<max(start, end)))
    }

    private struct HeaderTooLong: Error {}

    /// Reads a header up to its empty line.
    private mutating func partHeader() -> Result<HeaderFields, HeaderTooLong> {
        let start = at
        while at < message.count {
            let next = lineEnd(at)
            let line = message[at..<next].trimmed
            if line.isEmpty {
                let header = try? HeaderFields(lines: message[start..<at], limit: limits.headerFields)
                at = next
                return header.map { .success($0) } ?? .failure(HeaderTooLong())
            }
            // A part without an empty line behind its header ends where the next one starts.
            if line.hasPrefix("--"), delimiter(at, next) != nil { break }
            at = next
            if at - start > limits.header { return .failure(HeaderTooLong()) }
        }
        let header = try? HeaderFields(lines: message[start..<at], limit: limits.headerFields)
        return header.map { .success($0) } ?? .failure(HeaderTooLong())
    }

    /// The open multipart that a line is a boundary of, by its depth, and whether it is the last one of it.
    private func delimiter(_ start: Int, _ end: Int) -> (depth: Int, isLast: Bool)? {
        var line = message[start..<end]
        while let last = line.last, last.isSpace { line.removeLast() }
        for depth in boundaries.indices.reversed() {
            let boundary = boundaries[depth]
            guard line.starts(with: boundary) else { continue }
            if line.count == boundary.count { return (depth, false) }
            if line.count == boundary.count + 2, line.suffix(2).elementsEqual("--".utf8) { return (depth, true) }
        }
        return nil
    }

    private func boundary(of type: MediaType) -> [UInt8]? {
        guard let boundary = type["boundary"], !boundary.isEmpty, boundary.utf8.count <= 256 else { return nil }
        return Array("--".utf8) + Array(boundary.utf8)
    }

    /// The first line that looks like a boundary, for a header that has lost it.
    private func guessedBoundary() -> [UInt8]? {
        var line = at
        while line < message.count {
            let next = lineEnd(line)
            let text = message[line..<next].trimmed
            if text.hasPrefix("--"), text.count > 4, text.count <= 258 { return Array(text) }
            line = next
        }
        return nil
    }

    private func lineEnd(_ start: Int) -> Int {
        (message[...].firstIndex(of: 0x0A, from: start)).map { $0 + 1 } ?? message.count
    }
}
