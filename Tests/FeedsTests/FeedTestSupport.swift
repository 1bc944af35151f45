import Testing

@testable import Feeds

/// Reads a text as a feed.
func feed(_ text: String, url: String? = nil, pass: FeedReader.Pass = .strictThenLenient) throws -> Feed {
    let document = try FeedReader().read(Array(text.utf8), contentType: nil, url: url, contentLanguage: nil, pass: pass)
    guard case .feed(let feed) = document else {
        Issue.record("not a feed: \(document)")
        return Feed(kind: .rss)
    }
    return feed
}

/// The only entry of a feed.
func entry(_ text: String, url: String? = nil) throws -> FeedEntry {
    try #require(try feed(text, url: url).entries.first)
}

/// An RSS feed with one item.
func rss(_ item: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel><title>The Harbor Post</title><link>https://post.example/</link><item>\(item)</item></channel></rss>
    """
}
