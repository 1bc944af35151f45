import Feeds
import TextCore

private let address = "https://post.example/feeds/all.xml"

/// The feed reader, by an input's first byte: the rest is a document, or a date alone and in a feed, or a reference.
func fuzzFeed(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    switch first % 8 {
    case 0: fuzzDate(rest)
    case 1: fuzzReference(rest)
    case 2: fuzzDocument(rest, contentType: String(decoding: rest.prefix(64), as: UTF8.self), url: nil)
    case 7: fuzzDocument(rest, contentType: nil, url: nil)
    // UTF-8, as nearly all mutations of text are not: guessing what else they are takes most of the time.
    default:
        fuzzDocument(Array(String(decoding: rest, as: UTF8.self).utf8), contentType: nil, url: first % 2 == 0 ? nil : address)
    }
}

/// Reads a document, and requires of the result what the reader promises: as much as the limits allow, errors with their place.
private func fuzzDocument(_ bytes: [UInt8], contentType: String?, url: String?) {
    var limits = FeedLimits()
    limits.documentSize = 1 << 20
    limits.depth = 64
    limits.attributes = 64
    limits.entries = 100
    _ = FeedReader.looksLikeFeed(bytes.prefix(FeedReader.prefixLength))
    do throws(FeedError) {
        switch try FeedReader(limits: limits).read(bytes, contentType: contentType, url: url) {
        case .feed(let feed): requireFeed(feed, limits: limits, size: bytes.count)
        case .sitemap(let sitemap):
            require(sitemap.pages.count <= limits.entries, "\(sitemap.pages.count) pages")
            for page in sitemap.pages { require(!page.location.isEmpty, "a page without address") }
        case .sitemapIndex(let index): require(index.sitemaps.count <= limits.entries, "\(index.sitemaps.count) sitemaps")
        case .outlines(let list): requireOutlines(list)
        }
    } catch {
        require(error.line >= 1 && error.offset >= 0 && error.offset <= bytes.count * 4, "an error in no place: \(error)")
        require(!error.description.isEmpty && !error.expected.isEmpty, "an error without words")
    }
}

private func requireFeed(_ feed: Feed, limits: FeedLimits, size: Int) {
    require(feed.entries.count <= limits.entries, "\(feed.entries.count) entries")
    var length = 0
    for entry in feed.entries {
        for text in [entry.title, entry.summary].compactMap({ $0 }) + entry.content {
            length += text.value.utf8.count
            _ = text.plainText
        }
        for link in entry.links { length += link.href.utf8.count }
        require(entry.id != "", "an empty id")
        for time in [entry.published, entry.updated, entry.created].compactMap({ $0 }) {
            require(time.value == FeedDate.parse(time.text), "a time that is not that of its text: \(time.text)")
        }
    }
    // Escaping makes six bytes of one at most; what resolution adds has a budget.
    require(length <= 8 * size + 2 * limits.documentSize, "\(size) bytes became \(length)")
}

/// Requires that a list that was written is read as it was: once what XML cannot hold is gone.
private func requireOutlines(_ list: OutlineDocument) {
    var limits = FeedLimits()
    limits.depth = 1024
    var opml = list.opml
    for round in 0..<2 {
        do throws(FeedError) {
            guard case .outlines(let again) = try FeedReader(limits: limits).read(Array(opml.utf8)) else {
                return require(false, "OPML that is none")
            }
            require(again.warnings.isEmpty, "OPML that is not well-formed: \(again.warnings)")
            require(again.feeds.count == list.feeds.count, "feeds lost in OPML")
            if round == 1 { require(again.opml == opml, "OPML that changes when it is read again") }
            opml = again.opml
        } catch {
            require(false, "OPML that cannot be read: \(error)")
        }
    }
}

/// Requires that a date, as ISO 8601, is the same date; and that a feed has it as its text says.
private func fuzzDate(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let time = FeedDate.parse(text) {
        require(time.isPossibleDate, "a date that cannot be: \(text)")
        require(FeedDate.parse(time.iso8601)?.iso8601 == time.iso8601, "\(text) is \(time.iso8601), which is not itself")
    }
    let document = Array("<rss><channel><item><pubDate>".utf8) + bytes + Array("</pubDate></item></channel></rss>".utf8)
    fuzzDocument(document, contentType: nil, url: nil)
}

/// Requires that a resolved reference stays what it is.
private func fuzzReference(_ bytes: [UInt8]) {
    let reference = String(decoding: bytes, as: UTF8.self)
    let target = URLReference.resolve(reference, against: address)
    require(target.utf8.count <= reference.utf8.count + address.utf8.count, "\(reference) grew to \(target)")
    guard URLReference(reference).scheme == nil else { return }
    require(URLReference.resolve(target, against: address) == target, "\(reference) is \(target), which is not itself")
}
