import Feeds
import TestSupport
import Testing
import TextCore

@Suite struct SitemapAndOutlineTests {
    private func read(_ text: String) throws -> FeedDocument { try FeedReader().read(Array(text.utf8)) }

    @Test func newsSitemap() throws {
        let document = try read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            <url><loc> https://post.example/1?a=1&amp;b=2 </loc><lastmod>2021-10-18</lastmod><changefreq>daily</changefreq><priority>0.8</priority>
              <news:news><news:publication><news:name>The Harbor Post</news:name><news:language>en</news:language></news:publication>
              <news:publication_date>2021-10-18T08:00:00+02:00</news:publication_date><news:title>Ferry &amp; lock</news:title>
              <news:keywords>ferry, lock</news:keywords></news:news>
              <image:image><image:loc>https://post.example/1.jpg</image:loc></image:image>
              <xhtml:link rel="alternate" hreflang="de" href="https://post.example/de/1"/></url>
            <url><lastmod>2021</lastmod></url>
            <url><loc>https://post.example/2</loc></url>
            </urlset>
            """
        )
        guard case .sitemap(let sitemap) = document else { throw FeedError(.empty, expected: "a sitemap") }
        #expect(sitemap.pages.map(\.location) == ["https://post.example/1?a=1&b=2", "https://post.example/2"])
        let page = sitemap.pages[0]
        #expect(page.lastModified?.value?.iso8601 == "2021-10-18" && page.priority == 0.8 && page.changeFrequency == "daily")
        #expect(page.news?.publication == "The Harbor Post" && page.news?.language == "en" && page.news?.title == "Ferry & lock")
        #expect(page.news?.published?.value?.offset == 120 && page.news?.keywords == ["ferry", "lock"])
        #expect(page.images == ["https://post.example/1.jpg"] && page.alternates.first?.language == "de")
    }

    @Test func sitemapInPlainText() throws {
        let document = try read(
            "\u{FEFF}https://post.example/1\r\n\r\n  HTTP://post.example/2?a=1&b=2 \nabout us\nhttps://post.example/3"
        )
        guard case .sitemap(let sitemap) = document else { throw FeedError(.empty, expected: "a sitemap") }
        #expect(
            sitemap.pages.map(\.location) == [
                "https://post.example/1", "HTTP://post.example/2?a=1&b=2", "https://post.example/3",
            ]
        )
        #expect(sitemap.warnings == [.unreadableLine(line: 4, text: "about us")])
    }

    @Test func proseThatBeginsWithAnAddressIsNoSitemap() {
        #expect(throws: FeedError.self) { try read("https://post.example/1 says that the ferry sank.\nIt did not.") }
        #expect(throws: FeedError.self) { try read("ferry\nhttps://post.example/1") }
        #expect(throws: FeedError.self) { try read("https://") }
    }

    @Test func sitemapInPlainTextIsCutAtTheLimit() throws {
        var limits = FeedLimits()
        limits.entries = 2
        let text = (1...5).map { "https://post.example/\($0)" }.joined(separator: "\n")
        guard case .sitemap(let sitemap) = try FeedReader(limits: limits).read(Array(text.utf8)) else {
            throw FeedError(.empty, expected: "a sitemap")
        }
        #expect(sitemap.pages.count == 2 && sitemap.warnings == [.truncated(limit: 2)])
    }

    @Test func sitemapIndex() throws {
        let document = try read(
            """
            <sitemapindex><sitemap><loc>https://post.example/s1.xml.gz</loc><lastmod>2021-10-18T08:00Z</lastmod></sitemap>
            <sitemap><loc>https://post.example/s2.xml</loc></sitemap></sitemapindex>
            """
        )
        guard case .sitemapIndex(let index) = document else { throw FeedError(.empty, expected: "an index") }
        #expect(index.sitemaps.map(\.location) == ["https://post.example/s1.xml.gz", "https://post.example/s2.xml"])
        #expect(index.sitemaps[0].lastModified?.value?.hour == 8)
    }

    @Test func outlines() throws {
        let document = try read(
            """
            <opml version="2.0"><head><title>My feeds</title><dateCreated>Mon, 18 Oct 2021 08:00:00 GMT</dateCreated><ownerName>Ada</ownerName></head>
            <body><outline text="News"><outline text="Post" title="The Post" type="rss" xmlUrl="https://post.example/rss" htmlUrl="https://post.example/"/>
            <outline text="Far"><outline type="rss" title="Wire" xmlUrl="https://wire.example/rss"/></outline></outline>
            <outline text="Alone" type="rss" xmlUrl="https://alone.example/rss" category="/a/b,/c"/></body></opml>
            """
        )
        guard case .outlines(let list) = document else { throw FeedError(.empty, expected: "outlines") }
        #expect(list.title == "My feeds" && list.owner?.name == "Ada" && list.created?.value?.year == 2021)
        #expect(list.feeds.map(\.outline.text) == ["Post", "Wire", "Alone"])
        #expect(list.feeds.map(\.groups) == [["News"], ["News", "Far"], []])
        #expect(list.outlines.last?.categories == ["/a/b", "/c"])
        #expect(try read(list.opml) == document)
    }

    /// What is written is read again as it was.
    @Test func writtenOutlinesAreReadAgain() throws {
        var random = SeededRandom(seed: 7)
        let texts = ["a", "Ferry & <lock>", "\"quoted\"", "ünï — код", "tab\tand\nline", "]]>", "&amp;"]
        func outline(_ depth: Int) -> OutlineDocument.Outline {
            var outline = OutlineDocument.Outline(text: texts.randomElement(using: &random) ?? "")
            if Bool.random(using: &random) {
                outline.feedURL = "https://post.example/?a=1&b=\(depth)"
                outline.type = "rss"
                outline.pageURL = "https://post.example/"
                outline.categories = ["/a", "/b/c"]
            }
            if depth < 4 { outline.children = (0..<Int.random(in: 0...3, using: &random)).map { _ in outline_(depth + 1) } }
            return outline
        }
        func outline_(_ depth: Int) -> OutlineDocument.Outline { outline(depth) }
        for _ in 0..<50 {
            var list = OutlineDocument()
            list.title = texts[1]
            list.created = FeedTime("2021-10-18T08:00:00Z")
            list.outlines = (0..<3).map { _ in outline(0) }
            #expect(try read(list.opml) == .outlines(list))
        }
    }
}
