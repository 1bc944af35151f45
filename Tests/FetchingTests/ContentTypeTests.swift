import TestSupport
import Testing

@testable import Fetching

@Suite struct ContentTypeTests {
    @Test(
        arguments: [
            ("text/html", "text/html", nil), ("Text/HTML; Charset=UTF-8", "text/html", "UTF-8"),
            ("text/html;charset=\"utf-8\"", "text/html", "utf-8"),
            ("text/html; a=\";charset=x\"; charset=koi8-r", "text/html", "koi8-r"),
            ("text/html ; charset = latin1 ", "text/html", "latin1"),
            ("text/html; charset=", "text/html", nil), ("text/html; charset=a; charset=b", "text/html", "a"),
            ("text/html; charset", "text/html", nil),
            ("text/html; charset=\"a\\\"b\"", "text/html", "a\"b"), ("text/html; charset=\"open", "text/html", "open"),
            ("text/html; xcharset=a", "text/html", nil),
        ] as [(String, String, String?)]
    )
    func fields(_ value: String, _ essence: String, _ charset: String?) {
        let type = ContentType(Array(value.utf8))
        #expect(type?.essence == essence)
        #expect(type?.charset == charset)
        #expect(type?.text == value)
    }

    @Test(arguments: ["", ";", "html", "; charset=utf-8"])
    func noType(_ value: String) {
        #expect(ContentType(Array(value.utf8)) == nil)
    }

    @Test(arguments: [
        ("text/html", "/", true), ("application/xhtml+xml", "/", true), ("application/rss+xml", "/", true),
        ("application/atom+xml", "/", true),
        ("application/feed+json", "/", true), ("application/json", "/", true), ("text/plain", "/", true),
        ("application/warc", "/", true),
        ("application/gzip", "/", true), ("application/vnd.x+xml", "/", true), ("image/svg+xml", "/", false),
        ("image/png", "/", false),
        ("video/mp4", "/", false), ("application/pdf", "/", false), ("application/javascript", "/", false),
        ("text/css", "/", false),
        ("application/octet-stream", "/a.bin", false), ("application/octet-stream", "/a.WARC.gz", true),
        ("application/octet-stream", "/a.jsonl?x", true), ("application/octet-stream", "/a?x=.warc", false),
    ])
    func readable(_ value: String, _ target: String, _ isReadable: Bool) {
        #expect(ContentType(Array(value.utf8))?.isReadable(at: target) == isReadable)
    }

    @Test func bodyWithoutAType() throws {
        let page = try outcome { $1.answer(200, [], "who knows") }.get()
        #expect(page.contentType == nil)
        #expect(page.body == Array("who knows".utf8))
    }
}
