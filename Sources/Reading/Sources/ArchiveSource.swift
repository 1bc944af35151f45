internal import Archives
internal import TextCore

/// The pages of a web archive (WARC, ARC), one after the other.
final class ArchiveSource {
    /// A file as the archive reader takes it: what has been read of it, then the rest.
    private struct FileInput: ByteInput {
        let source: ByteSource
        var head: [UInt8]

        mutating func read(into buffer: inout [UInt8]) throws(ReadingError) -> Int {
            guard head.isEmpty else {
                defer { head = [] }
                buffer += head
                return head.count
            }
            return try source.read(into: &buffer)
        }
    }

    private var reader: ArchiveReader<FileInput>
    private let limits: ArchiveLimits
    private let path: String
    private var record = 0
    /// Whether the file itself could not be read any further.
    private var isBroken = false

    init(path: String, source: ByteSource, head: [UInt8]) {
        self.path = path
        var limits = ArchiveLimits()
        limits.decodedBody = PageReader.longestPage
        reader = ArchiveReader(FileInput(source: source, head: head), limits: limits, checksDigests: true)
        self.limits = limits
    }

    /// The next page with its origin; nil at the end. Records that hold no page are passed over; those that are damaged are errors.
    func next() throws(ReadingError) -> (origin: Origin, work: UnreadArticle.Work)? {
        while let item = try nextRecord() {
            switch item {
            case .failure(let error):
                throw ReadingError(
                    origin: Origin(path: path, record: record + 1),
                    byteOffset: error.place.offset,
                    recordID: error.recordID,
                    kind: .archive(error.description)
                )
            case .success(let archived):
                record += 1
                let origin = Origin(path: path, record: record)
                if let work = try work(of: archived, origin) { return (origin, work) }
            }
        }
        return nil
    }

    /// The next record, whole or damaged. An error of the file is told once, and ends the archive.
    private func nextRecord() throws(ReadingError) -> ArchiveReader<FileInput>.Item? {
        if isBroken { return nil }
        do {
            return try reader.next()
        } catch {
            isBroken = true
            throw error
        }
    }

    /// What there is to read in a record; nil when it holds no page.
    private func work(of record: ArchiveRecord, _ origin: Origin) throws(ReadingError) -> UnreadArticle.Work? {
        func failure(_ detail: String) -> ReadingError {
            ReadingError(origin: origin, byteOffset: record.place.offset, recordID: record.id, kind: .archive(detail))
        }
        var warnings: [ReadingWarning] = []
        if record.payloadDigest == .differs || record.blockDigest == .differs { warnings.append(.digestDiffers) }
        if record.isTruncated { warnings.append(.cutOff) }
        switch record.kind {
        case .response, .resource, .conversion: break
        default: return nil
        }
        let message: HTTPMessage?
        do {
            message = try record.httpMessage(limits: limits)
        } catch {
            throw failure("\(error)")
        }
        guard let message else {
            guard isPage(record.contentType, record.block) else { return nil }
            let given = PageReader.Given(url: record.targetURI, contentType: record.header["Content-Type"])
            return .page(record.block, given, warnings: warnings)
        }
        guard (200..<300).contains(message.status ?? 200), mayBePage(message.contentType) else { return nil }
        do {
            let body = try message.decodedBody(limits: limits)
            guard isPage(message.contentType, body.bytes) else { return nil }
            if !body.isComplete { warnings.append(.cutOff) }
            let given = PageReader.Given(url: record.targetURI, contentType: message.header["Content-Type"])
            return .page(body.bytes, given, warnings: warnings)
        } catch {
            throw failure("\(error)")
        }
    }

    private func mayBePage(_ type: MediaType?) -> Bool {
        guard let essence = type?.essence else { return true }
        return essence == "text/html" || essence == "application/xhtml+xml" || essence == "text/plain"
    }

    private func isPage(_ type: MediaType?, _ bytes: [UInt8]) -> Bool {
        if let essence = type?.essence, essence == "text/html" || essence == "application/xhtml+xml" {
            return bytes.contains { $0 > 0x20 }
        }
        return type == nil && PageReader.looksLikePage(bytes)
    }
}
