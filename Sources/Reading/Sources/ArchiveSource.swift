internal import Archives
internal import Feeds
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
    /// Articles of the last record that are still to be given: entries of a feed.
    private var waiting: [(origin: Origin, work: UnreadArticle.Work)] = []
    private var passedOver = PassedOver()
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
        if !waiting.isEmpty { return waiting.removeFirst() }
        while let item = try nextRecord() {
            record += 1
            switch item {
            case .failure(let error):
                throw ReadingError(
                    origin: Origin(path: path, record: record),
                    byteOffset: error.place.offset,
                    recordID: error.recordID,
                    kind: .archive(error.description)
                )
            case .success(let archived):
                let origin = Origin(path: path, record: record)
                if let work = try work(of: archived, origin) { return (origin, work) }
            }
        }
        guard !passedOver.hasBeenTold, let words = passedOver.words else { return nil }
        passedOver.hasBeenTold = true
        throw ReadingError(path: path, kind: .noticed(words))
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
            let named = record.id.map { "record \($0): " } ?? ""
            return ReadingError(
                origin: origin,
                byteOffset: record.place.offset,
                recordID: record.id,
                kind: .archive("\(record.place): \(named)\(detail)")
            )
        }
        var warnings: [ReadingWarning] = []
        if record.payloadDigest == .differs || record.blockDigest == .differs { warnings.append(.digestDiffers) }
        let cutOff = ReadingWarning.cutOff(byteOffset: record.place.offset)
        if record.isTruncated { warnings.append(cutOff) }
        switch record.kind {
        case .response, .resource, .conversion: break
        case .revisit:
            passedOver.revisits += 1
            return nil
        case .continuation:
            passedOver.continuations += 1
            return nil
        default: return nil
        }
        // The rest is in records of its own, which say that they go on.
        if record.header["WARC-Segment-Number"] != nil, !warnings.contains(cutOff) { warnings.append(cutOff) }
        let message: HTTPMessage?
        do {
            message = try record.httpMessage(limits: limits)
        } catch {
            throw failure("\(error)")
        }
        guard let message else {
            let given = PageReader.Given(url: record.targetURI, contentType: record.header["Content-Type"])
            if record.kind == .conversion, record.contentType?.essence == "text/plain" {
                return text(record.block, given, origin, warnings)
            }
            if isPage(record.contentType, record.block) { return .page(record.block, given, warnings: warnings) }
            return feed(record.block, given, origin)
        }
        guard (200..<300).contains(message.status ?? 200) else {
            passedOver.failures += 1
            return nil
        }
        guard mayBePage(message.contentType) || mayBeFeed(message.contentType) else {
            if !isPartOfPages(message.contentType) { passedOver.others += 1 }
            return nil
        }
        do {
            let body = try message.decodedBody(limits: limits)
            if !body.isComplete, !warnings.contains(cutOff) { warnings.append(cutOff) }
            let given = PageReader.Given(url: record.targetURI, contentType: message.header["Content-Type"])
            guard isPage(message.contentType, body.bytes) else { return feed(body.bytes, given, origin) }
            return .page(body.bytes, given, warnings: warnings)
        } catch {
            throw failure("\(error)")
        }
    }

    /// The first entry of a feed; the others wait.
    private func feed(_ bytes: [UInt8], _ given: PageReader.Given, _ origin: Origin) -> UnreadArticle.Work? {
        guard FeedReader.looksLikeFeed(bytes.prefix(FeedReader.prefixLength)),
            case .feed(let feed)? = try? FeedReader().read(bytes, contentType: given.contentType, url: given.url),
            let first = feed.entries.first
        else {
            passedOver.others += 1
            return nil
        }
        waiting = feed.entries.dropFirst().map { (origin, .entry($0, of: feed)) }
        return .entry(first, of: feed)
    }

    /// What an archive of texts (WET) has of a page.
    private func text(
        _ bytes: [UInt8],
        _ given: PageReader.Given,
        _ origin: Origin,
        _ warnings: [ReadingWarning]
    ) -> UnreadArticle.Work {
        .done(
            Result { () throws(ReadingError) in
                var article = try ArticleReader(ReadingOptions()).article(fromPlainText: bytes, path: origin.path)
                article.origin = origin
                if let url = given.url {
                    article.url = url
                    article.id = url
                }
                article.warnings = warnings + article.warnings
                return article
            }
        )
    }

    private func mayBeFeed(_ type: MediaType?) -> Bool {
        guard let essence = type?.essence else { return true }
        return essence.hasSuffix("xml") || essence.hasSuffix("json")
    }

    /// Pictures, styles and the like, of which archives have more than of pages.
    private func isPartOfPages(_ type: MediaType?) -> Bool {
        guard let essence = type?.essence else { return false }
        return ["image/", "audio/", "video/", "font/"].contains { essence.hasPrefix($0) } || essence == "text/css"
            || essence.hasSuffix("javascript")
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

/// Records of an archive that hold no article to be read, by why.
private struct PassedOver {
    var revisits = 0
    var continuations = 0
    var failures = 0
    var others = 0
    var hasBeenTold = false

    /// What they are, in words; nil when there are none.
    var words: String? {
        func count(_ number: Int, _ one: String, _ many: String) -> String? {
            number == 0 ? nil : number == 1 ? "1 \(one)" : "\(number) \(many)"
        }
        let parts = [
            count(revisits, "record that repeats an earlier capture", "records that repeat an earlier capture"),
            count(continuations, "part of a record that was cut in several", "parts of records that were cut in several"),
            count(failures, "answer that is an error or leads elsewhere", "answers that are errors or lead elsewhere"),
            count(
                others,
                "record of another kind than pages, texts and feeds",
                "records of other kinds than pages, texts and feeds"
            ),
        ].compactMap { $0 }
        return parts.isEmpty ? nil : "passed over: " + parts.joined(separator: ", ")
    }
}
