import TestSupport
import Testing

@testable import Feeds

/// What is not well-formed, and how it is read all the same.
@Suite struct LenientXMLTests {
    static let broken: [(item: String, title: String)] = [
        ("<title>Fish & chips</title>", "Fish & chips"),
        ("<title>Fish&nbsp;&amp; chips</title>", "Fish\u{A0}& chips"),
        ("<title>a &unknown; b</title>", "a &unknown; b"),
        ("<title>a < b</title>", "a < b"),
        ("<title><![CDATA[open</title>", "open"),
        ("<title a=1 b>x</title>", "x"),
        ("<title a=\"1>x</title>", "x"),
        ("<Title>x</title>", "x"),
        ("<title>x</b></title>", "x"),
        ("<title>x<b>y</title>", "x<b>y</b>"),
        ("<title>x<br>y</title>", "x<br />y"),
        ("<title>&#38;&#x26;&#0;</title>", "&&&#0;"),
        ("<title>x</title><foo:bar>y</foo:bar>", "x"),
        ("<!-- - -- --><title>x</title>", "x"),
        ("<title>x</title", "x"),
    ]

    @Test(arguments: broken) func read(_ test: (item: String, title: String)) throws {
        #expect(try entry(rss(test.item)).title?.value == test.title)
    }

    @Test func warnings() throws {
        let feed = try feed(rss("\n<title>Fish & chips</title>"))
        guard case .notWellFormed(let line, _) = feed.warnings.first else {
            Issue.record("no warning: \(feed.warnings)")
            return
        }
        #expect(line == 5)
        #expect(try self.feed(rss("<foo:bar/>")).warnings.contains(.undeclaredPrefix("foo")))
    }

    private func feed(_ text: String) throws -> Feed { try FeedsTests.feed(text) }

    /// An item that is never closed does not swallow the next.
    @Test func unclosedItems() throws {
        let feed = try feed(rss("<title>One</title><item><title>Two</title></item><item><title>Three<item><title>Four</title>"))
        #expect(feed.entries.map { $0.title?.value } == ["One", "Two", "Three", "Four"])
    }

    @Test func wellKnownPrefixesNeedNoDeclaration() throws {
        let entry = try entry(
            "<rss><channel><item><dc:creator>Ada</dc:creator><content:encoded>x</content:encoded></item></channel></rss>"
        )
        #expect(entry.authors.first?.name == "Ada" && entry.content.first?.value == "x")
    }

    /// What a document declares is never expanded, and nothing is fetched.
    @Test func entities() throws {
        let text = """
            <?xml version="1.0"?>
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
            <rss><channel><title>&b;&c;&lt;</title></channel></rss>
            """
        let feed = try feed(text)
        #expect(feed.title?.value == "&b;&c;<" && feed.warnings.contains(.entitiesDeclared))
    }

    @Test func doctypeWithNames() throws {
        let feed = try feed(
            """
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
            <rss version="0.91"><channel><title>Caf&eacute;</title></channel></rss>
            """
        )
        #expect(feed.title?.value == "Café")
    }

    // MARK: Both ways agree

    /// Makes well-formed feeds.
    private struct Maker {
        var random: SeededRandom

        mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

        mutating func text() -> String {
            let pieces = [
                "ferry", " ", "\n\t", "&amp;", "&lt;b&gt;", "&#38;", "&#x416;", "ü", "—", "<![CDATA[<p>raw & ]] > text</p>]]>",
                "<!-- c -- -->",
                "<!-- c -->", "<?pi x?>", "&quot;", "&apos;", "]]&gt;", "<b>bold</b>", "<br/>", "<a href='x?a=1&amp;b'>l</a>",
                "&amp;nbsp;",
                "<x:y xmlns:x='http://unknown.example/'>z</x:y>", "日本", "\r\n", "&#13;",
            ].filter { !$0.contains("c -- -->") }
            return (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(pieces) }.joined()
        }

        mutating func element(_ name: String, attributes: String = "") -> String {
            let space = pick(["", " ", "\n "])
            return Bool.random(using: &random) || !attributes.isEmpty
                ? "<\(name)\(attributes)\(space)>\(text())</\(name)\(space)>" : "<\(name)\(space)/>"
        }

        mutating func item(_ name: String) -> String {
            let names = [
                "title", "link", "description", "guid", "pubDate", "author", "dc:creator", "content:encoded", "summary", "id",
                "updated", "category",
                "media:title", "unknown", "atom:author", "source", "body", "content",
            ]
            var item = "<\(name)\(pick(["", " xml:lang='de'", " xml:base='/sub/'"]))>"
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let attributes = pick([
                    "", "", " type='html'", " type=\"xhtml\"", " type='text/html' mode='escaped'", " a='1' href=\"&lt;x\ty&gt;\"",
                ])
                item += pick(["", "\n  "]) + element(pick(names), attributes: attributes)
            }
            if Bool.random(using: &random) { item += "<author><name>\(text())</name><email>a@b.example</email></author>" }
            return item + "</\(name)>"
        }

        mutating func document() -> String {
            let namespaces =
                " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                + " xmlns:media='http://search.yahoo.com/mrss/' xmlns:atom='http://www.w3.org/2005/Atom'"
            let isAtom = Bool.random(using: &random)
            var text =
                pick(["", "<?xml version='1.0'?>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"])
                + pick(["", "<!-- before -->"])
            text +=
                isAtom ? "<feed xmlns='http://www.w3.org/2005/Atom'\(namespaces)>" : "<rss version='2.0'\(namespaces)><channel>"
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                text += Bool.random(using: &random) ? element("title") : item(isAtom ? "entry" : "item")
            }
            return text + (isAtom ? "</feed>" : "</channel></rss>") + pick(["", "\n", "<!-- after -->"])
        }
    }

    @Test func strictAndLenientAgreeOnInventedFeeds() throws {
        var maker = Maker(random: SeededRandom(seed: 20))
        for number in 0..<400 {
            let text = maker.document()
            let strict = try FeedsTests.feed(text, url: "https://post.example/feed", pass: .strict)
            let lenient = try FeedsTests.feed(text, url: "https://post.example/feed", pass: .lenient)
            #expect(strict == lenient, "document \(number): \(text)")
            if strict != lenient { break }
        }
    }

    /// The same over the well-formed of feedparser's cases.
    @Test(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
    func strictAndLenientAgreeOnSharedFeeds() throws {
        var compared = 0
        for test in try ConformanceTests.cases() {
            let reader = FeedReader()
            guard let strict = try? reader.read(test.bytes, contentType: nil, url: test.url, contentLanguage: nil, pass: .strict),
                !strict.warnings.contains(where: { if case .notWellFormed = $0 { true } else { false } })
            else { continue }
            let lenient = try reader.read(test.bytes, contentType: nil, url: test.url, contentLanguage: nil, pass: .lenient)
            #expect(strict == lenient, "\(test.path)")
            compared += 1
        }
        #expect(compared > 1500, "\(compared) feeds compared")
    }
}
