internal import Feeds

/// The entries of a feed that is too long to be held whole, one after the other.
final class FeedSource {
    private let source: ByteSource
    private let path: String
    private let limit: Int
    private var cutter: FeedCutter
    private var feed: Feed?
    private var next = 0
    private var record = 0
    /// What is wrong with the feed, as far as it has been told.
    private var told: Set<String> = []
    private var waiting: [ReadingError] = []

    /// Makes a source of a feed of which as much as a piece has been read; nil when it is none that can be cut.
    init?(path: String, source: ByteSource, start: [UInt8], limit: Int) {
        guard let cutter = FeedCutter(start, limit: limit) else { return nil }
        self.path = path
        self.source = source
        self.limit = limit
        self.cutter = cutter
    }

    /// The next entry with its origin; nil at the end. What is wrong with a piece of the feed is an error, behind which it goes on.
    func nextEntry() throws(ReadingError) -> (origin: Origin, work: UnreadArticle.Work)? {
        while true {
            if let error = waiting.popLast() { throw error }
            if let feed, next < feed.entries.count {
                next += 1
                record += 1
                return (Origin(path: path, record: record), .entry(feed.entries[next - 1], of: feed))
            }
            feed = nil
            guard let piece = try cutter.next({ (buffer) throws(ReadingError) in try source.read(into: &buffer) > 0 }) else {
                return nil
            }
            try open(piece)
        }
    }

    private func open(_ piece: FeedCutter.Piece) throws(ReadingError) {
        switch piece {
        case .entryTooLong(let line, let offset):
            throw ReadingError(origin: Origin(path: path, line: line), byteOffset: offset, kind: .tooLarge(limit: limit))
        case .feed(let bytes, let lines, let offset):
            do {
                guard case .feed(let feed) = try FeedReader().read(bytes) else { return }
                self.feed = feed
                next = 0
                for warning in feed.warnings.map({ $0.moved(by: lines) }) where warning.isFault {
                    guard told.insert(warning.description).inserted else { continue }
                    let kind: ReadingError.Kind = warning.isLoss ? .archive(warning.description) : .noticed(warning.description)
                    waiting.append(ReadingError(path: path, kind: kind))
                }
            } catch {
                throw ReadingError(
                    origin: Origin(path: path, line: error.line + lines),
                    byteOffset: error.offset + offset,
                    kind: .feed(error.message)
                )
            }
        }
    }
}

extension FeedWarning {
    /// The warning with its line so much further down.
    fileprivate func moved(by lines: Int) -> FeedWarning {
        switch self {
        case .notWellFormed(let line, let what): .notWellFormed(line: line + lines, what: what)
        case .cutOff(let line): .cutOff(line: line + lines)
        default: self
        }
    }
}
