import Foundation
import Testing
import TextCore

@testable import Reading

/// Pages, feeds, archives and addresses as sources.
@Suite struct WebSourcesTests {
    private let page = Array(InventedPage.html().utf8)

    @Test func aFolderOfPagesIsRead() throws {
        let folder = try TemporaryFolder(["site/a.html": page, "site/b.htm": page, "site/c.css": Array("p {}".utf8)])
        let results = folder.read("site")
        #expect(results.map { $0.article?.body.hasPrefix("The harbour council") } == [true])
    }

    @Test func aPageSaysWhatItIsWhateverItsName() throws {
        let folder = try TemporaryFolder(["page": page])
        #expect(folder.read("page").first?.article?.outlet?.name == "The Tide Herald")
    }

    @Test func entriesOfAFeedAreArticles() throws {
        let feed = """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>The Tide Herald</title><link>https://tideherald.example/</link><language>en-GB</language>
            <item><title>Bridge closed</title><link>https://tideherald.example/1</link><pubDate>Mon, 05 Feb 2024 18:30:00 +0100</pubDate>
            <description>In short.</description><content:encoded><![CDATA[<p>First paragraph.</p><h2>Costs</h2><ul><li>One.</li></ul>]]></content:encoded></item>
            <item><title>No more than a summary</title><description>Only this &amp;amp; that.</description></item>
            <item></item></channel></rss>
            """
        let folder = try TemporaryFolder(["feed.xml": Array(feed.utf8)])
        let results = folder.read("feed.xml")
        #expect(results.count == 3)
        let first = try #require(results[0].article)
        #expect(first.body == "First paragraph.\n\nCosts\n\nOne.")
        #expect(first.headline.map { first.text[$0.range] } == "Bridge closed")
        #expect(first.published?.iso8601 == "2024-02-05T18:30:00+01:00")
        #expect(first.language == "en" && first.url == "https://tideherald.example/1")
        #expect(results[1].article?.body == "Only this & that.")
        #expect(results[2].error?.kind == .missingText)
        #expect(results[2].error?.place.hasSuffix("feed.xml: record 3") == true)
    }

    /// What WordPress writes below each entry, and a feed that calls itself by the name of a host that no table has.
    @Test(arguments: [
        (
            "The post <a href=\"https://rivergazette.example/1\">Bridge closed</a> appeared first on <a href=\"/\">River Gazette</a>.",
            "en"
        ),
        ("Der Beitrag <a href=\"/1\">Brücke gesperrt</a> erschien zuerst auf <a href=\"/\">River Gazette</a>.", "de"),
        ("L’article <a href=\"/1\">Pont fermé</a> est apparu en premier sur <a href=\"/\">River Gazette</a>.", "fr"),
        ("La entrada <a href=\"/1\">Puente cerrado</a> se publicó primero en <a href=\"/\">River Gazette</a>.", "es"),
    ])
    func whereAnEntryAppearedFirstIsNotItsText(_ line: String, _ language: String) throws {
        let feed = """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Politics – River Gazette</title><link>https://rivergazette.example/</link><language>\(language)</language>
            <item><title>Bridge closed</title><link>https://rivergazette.example/1</link><category>Politics</category>
            <description><![CDATA[<p>The council has closed it. […]</p><p>\(line)</p>]]></description>
            <content:encoded><![CDATA[<p>First paragraph.</p><p>\(line)</p>]]></content:encoded></item></channel></rss>
            """
        let folder = try TemporaryFolder(["feed.xml": Array(feed.utf8)])
        let article = try #require(folder.read("feed.xml").first?.article)
        #expect(article.body == "First paragraph.")
        #expect(
            article.blocks.first { $0.kind == .standfirst }.map { article.text[$0.range] } == "The council has closed it. […]"
        )
        #expect(article.outlet?.name == "River Gazette")
        #expect(article.page?.section.value == "Politics" && article.page?.keywords == ["Politics"])
    }

    @Test func aSitemapHoldsNoArticles() throws {
        let map =
            #"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>"#
        let folder = try TemporaryFolder(["map.xml": Array(map.utf8)])
        #expect(folder.read("map.xml").map { $0.error?.kind } == [.listOfAddresses])
    }

    @Test func pagesOfAnArchiveAreReadAndDamageIsToldWithItsPlace() throws {
        func record(_ body: [UInt8], _ url: String, type: String = "text/html") -> [UInt8] {
            let http = Array("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body
            let head = """
                WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2024-02-05T18:30:00Z\r
                WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-\(url.utf8.count)>\r\nContent-Type: application/http; msgtype=response\r
                Content-Length: \(http.count)\r\n\r\n
                """
            return Array(head.utf8) + http + Array("\r\n\r\n".utf8)
        }
        let damaged = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\n\r\n\r\n".utf8)
        let archive =
            record(page, "https://tideherald.example/a") + record([1, 2], "https://tideherald.example/i.png", type: "image/png")
            + damaged
            + record(page, "https://tideherald.example/bb")
        let folder = try TemporaryFolder(["crawl.warc": archive])
        let results = folder.read("crawl.warc")
        #expect(results.compactMap { $0.article?.url } == ["https://tideherald.example/a", "https://tideherald.example/bb"])
        let errors = results.compactMap(\.error)
        #expect(errors.count == 1)
        guard case .archive? = errors.first?.kind else { return #expect(Bool(false), "\(errors)") }
        #expect(
            errors.first?.byteOffset == record(page, "https://tideherald.example/a").count
                + record([1, 2], "https://tideherald.example/i.png", type: "image/png").count
        )
    }

    @Test func whatBreaksOffInAnArchiveIsToldWithFileAndByte() throws {
        func record(_ number: Int, _ fields: String, _ body: [UInt8]) -> [UInt8] {
            let http = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(fields)\r\n".utf8) + body
            let head = """
                WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tideherald.example/\(number)\r
                WARC-Record-ID: <urn:uuid:\(number)>\r\nContent-Type: application/http; msgtype=response\r
                Content-Length: \(http.count)\r\n\r\n
                """
            return Array(head.utf8) + http + Array("\r\n\r\n".utf8)
        }
        // A gzip member whose only block is stored: the page lies in it as it is.
        let length = UInt16(page.count)
        func pair(_ number: UInt16) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8)] }
        let member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + pair(length) + pair(~length) + page
        var damaged = member
        damaged[13] ^= 255
        let gzip = "Content-Encoding: gzip\r\n"
        let records = [
            record(1, "", page),
            record(2, gzip, member.dropLast(page.count / 4)),
            record(3, gzip, damaged),
            record(4, "X-Long: " + String(repeating: "x", count: 5_000_000) + "\r\n", page),
            record(5, "", page),
        ]
        func start(_ number: Int) -> Int { records[..<(number - 1)].reduce(0) { $0 + $1.count } }
        let folder = try TemporaryFolder(["crawl.warc": records.flatMap { $0 }])
        let results = folder.read("crawl.warc")
        #expect(results.compactMap { $0.article?.url?.last } == ["1", "2", "5"])
        #expect(results.compactMap(\.article)[1].warnings.contains(.cutOff(byteOffset: start(2))))
        let errors = results.compactMap(\.error)
        #expect(errors.map(\.byteOffset) == [start(3), start(4)])
        #expect(errors.map(\.recordID) == ["urn:uuid:3", "urn:uuid:4"])
        for (error, words) in zip(errors, ["gzip", "longer than 65536"]) {
            #expect(error.description.contains("byte \(error.byteOffset ?? 0): record urn"))
            #expect(error.description.contains("crawl.warc") && error.description.contains(words))
        }
    }

    @Test func aLongFeedIsReadInPieces() throws {
        let words = String(repeating: "The ferry sails again. ", count: 100)
        let items = (1...2500).map { "<item><title>\($0)</title><link>/\($0)</link><description>\(words)</description></item>\n" }
        let start = "<rss version=\"2.0\"><channel><title>The Tide Herald</title><link>https://tideherald.example/</link>\n"
        let whole = start + items.joined()
        #expect(whole.utf8.count > 5 << 20)
        let folder = try TemporaryFolder(["export.xml": Array((whole + "</channel></rss>").utf8), "half.xml": Array(whole.utf8)])
        let options = ReadingOptions(maximumArticleSize: 5 << 20)
        let results = folder.read("export.xml", options: options)
        #expect(results.compactMap(\.error) == [])
        #expect(results.compactMap { $0.article?.url } == (1...2500).map { "https://tideherald.example/\($0)" })
        #expect(results.compactMap { $0.article?.origin.record } == Array(1...2500))
        let half = folder.read("half.xml", options: options)
        #expect(half.compactMap(\.article).count == 2500)
        #expect(half.compactMap(\.error).map(\.description).count { $0.contains("line 2502: the document breaks off") } == 1)
    }

    @Test func feedsWithEntitiesOfTheirOwnAreFeeds() throws {
        let item =
            "<channel><title>F</title><item><title>Bridge closed</title><description>The bridge is shut.</description></item>"
        let doctypes = [
            "<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\">]>",
            "<!DOCTYPE rss [<!ENTITY % lat PUBLIC \"-//W3C//ENTITIES Latin 1//EN\" \"http://x.example/lat1.ent\">]>",
            "<!DOCTYPE rss [" + (0..<400).map { "<!ENTITY e\($0) \"&#\(200 + $0);\">" }.joined() + "]>",
        ]
        for doctype in doctypes {
            let feed = "<?xml version=\"1.0\"?>\n\(doctype)<rss version=\"2.0\">\(item)</channel></rss>"
            let folder = try TemporaryFolder(["feed.xml": Array(feed.utf8)])
            #expect(folder.read("feed.xml").compactMap { $0.article?.body } == ["The bridge is shut."])
        }
    }

    @Test func aFeedThatBreaksOffIsToldWithItsLine() throws {
        let whole = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>F</title><link>https://tideherald.example/</link>
            <item><title>One</title><link>/1</link><author>x@y.example (Ida Holm and Jon Berg)</author><description>First & last.</description>
            </item><item><title>Two</title><description>The second is cut he
            """
        let folder = try TemporaryFolder(["feed.xml": Array(whole.utf8)])
        let results = folder.read("feed.xml")
        let articles = results.compactMap(\.article)
        #expect(articles.count == 2)
        #expect(articles.first?.url == "https://tideherald.example/1")
        #expect(articles.first?.authors == ["Ida Holm", "Jon Berg"])
        let errors = results.compactMap(\.error)
        #expect(errors.contains { $0.description.contains("line 3") && $0.description.contains("breaks off") })
        #expect(errors.contains { if case .noticed(let words) = $0.kind { words.contains("&") } else { false } })
    }

    @Test func theSourceOfAnEntryIsItsOutlet() throws {
        let feed = """
            <rss version="2.0"><channel><title>"bridge" - News Search</title><item><title>Bridge closed - Bay Post</title>
            <link>https://news.example/articles/1</link><pubDate>Mon, 05 Feb 2024 08:00:00 GMT</pubDate>
            <description>&lt;a href="x"&gt;Bridge closed&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font&gt;Bay Post&lt;/font&gt;</description>
            <source url="https://baypost.example">Bay Post</source></item></channel></rss>
            """
        let folder = try TemporaryFolder(["feed.xml": Array(feed.utf8)])
        let article = try #require(folder.read("feed.xml").first?.article)
        #expect(article.outlet?.name == "Bay Post")
        #expect(article.headline.map { article.text[$0.range] } == "Bridge closed")
        #expect(article.blocks.filter(\.isBody).isEmpty)
    }

    @Test func textsAndFeedsOfArchivesAreReadAndTheRestIsCounted() throws {
        func record(_ type: String, _ content: String, _ block: String, _ more: String = "") -> [UInt8] {
            Array(
                """
                WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://tideherald.example/\(type)\r
                WARC-Date: 2024-02-05T18:30:00Z\r\nContent-Type: \(content)\r\n\(more)Content-Length: \(block.utf8.count)\r
                \r\n\(block)\r\n\r\n
                """.utf8
            )
        }
        let http = "application/http; msgtype=response"
        let feed = """
            HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss version="2.0"><channel><title>F</title><item><title>One\
            </title><description>First.</description></item><item><title>Two</title><description>Second.</description></item>\
            </channel></rss>
            """
        let text = "Bridge closed\n\n" + InventedPage.paragraphs.joined(separator: "\n\n")
        let archive =
            record("conversion", "text/plain", text) + record("response", http, feed)
            + record("revisit", http, "HTTP/1.1 200 OK\r\n\r\n") + record("continuation", "application/octet-stream", "rest")
            + record("response", http, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone.</p>")
        let folder = try TemporaryFolder(["crawl.warc": archive])
        let results = folder.read("crawl.warc")
        let articles = results.compactMap(\.article)
        #expect(articles.count == 3)
        #expect(articles.first?.body.contains(InventedPage.paragraphs[1]) == true)
        #expect(articles.dropFirst().map(\.body) == ["First.", "Second."])
        let notices = results.compactMap(\.error).compactMap { if case .noticed(let words) = $0.kind { words } else { nil } }
        #expect(notices.count == 1)
        for words in ["1 record that repeats", "1 part of a record", "1 answer that is an error"] {
            #expect(notices.first?.contains(words) == true)
        }
    }

    @Test func aSavedPageIsRead() throws {
        let message = """
            From: <Saved by a browser>\r\nSnapshot-Content-Location: https://tideherald.example/saved\r\nMIME-Version: 1.0\r
            Content-Type: multipart/related; type="text/html"; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r
            Content-Transfer-Encoding: 8bit\r\nContent-Location: https://tideherald.example/saved\r\n\r\n\(InventedPage.html())\r\n--b1--\r\n
            """
        let folder = try TemporaryFolder(["saved.mhtml": Array(message.utf8)])
        #expect(folder.read("saved.mhtml").first?.article?.url == "https://tideherald.example/saved")
    }

    @Test func addressesAreFetchedByWhatTheCallerGives() {
        let page = page
        var options = ReadingOptions()
        options.fetch = { address in
            address.hasSuffix("gone")
                ? .failure(ReadingError(path: address, kind: .notFetched("the server answers 404")))
                : .success(WebDocument(bytes: page, url: "https://tideherald.example/after-redirect", contentType: "text/html"))
        }
        let results = Array(
            ArticleReader(options).articles(from: ["https://tideherald.example/x", "https://tideherald.example/gone"])
        )
        #expect(results.map { $0.article?.url } == ["https://tideherald.example/after-redirect", nil])
        #expect(results.last?.error?.description == "https://tideherald.example/gone: the server answers 404")
    }

    @Test func withoutAFetcherAddressesAreRefused() {
        let results = Array(ArticleReader().articles(from: ["https://tideherald.example/x"]))
        #expect(results.map { $0.error?.kind } == [.webAddress])
    }

    @Test func anAddressThatIsNamedTwiceIsFetchedOnce() {
        let inputs = InputCollector().collect(["https://tideherald.example/x", "https://tideherald.example/x"])
        #expect(inputs.sources.count == 1 && inputs.repeated.count == 1)
    }

    /// `/proc/self/mem` opens, and its first byte cannot be read.
    @Test(.enabled(if: FileManager.default.isReadableFile(atPath: "/proc/self/mem")))
    func anArchiveWhoseFileFailsEnds() throws {
        let record = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
        let archive = ArchiveSource(
            path: "/proc/self/mem",
            source: try ByteSource(path: "/proc/self/mem"),
            head: Array(record.utf8)
        )
        #expect(throws: ReadingError.self) { try archive.next() }
        #expect(try archive.next() == nil)
    }
}
