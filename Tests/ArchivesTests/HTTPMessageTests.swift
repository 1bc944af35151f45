import Testing

@testable import Archives

@Suite struct HTTPMessageTests {
    private func message(_ text: String) throws(HTTPMessage.Fault) -> HTTPMessage { try HTTPMessage(Array(text.utf8)) }

    @Test(arguments: ["\r\n", "\n"])
    func response(_ lineEnd: String) throws {
        let message = try message(
            [
                "HTTP/1.1 404 Not Found", "Content-Type: Text/HTML; charset=\"windows-1251\"; q=1", "Set-Cookie: a=1",
                "set-cookie: b=2", "X-Folded: one", "  two", "no colon here", ": nameless", "", "<p>",
            ].joined(separator: lineEnd)
        )
        #expect(message.startLine == .response(version: "1.1", status: 404, reason: "Not Found"))
        #expect(message.status == 404)
        #expect(message.contentType?.essence == "text/html")
        #expect(message.contentType?.charset == "windows-1251")
        #expect(message.header.all("Set-Cookie") == ["a=1", "b=2"])
        #expect(message.header["x-folded"] == "one two")
        #expect(message.header.fields.count == 4)
        #expect(Array(message.body) == Array("<p>".utf8))
        #expect(message.codings.isEmpty)
    }

    @Test(arguments: [
        ("HTTP/1.0 200\r\n\r\n", HTTPMessage.StartLine.response(version: "1.0", status: 200, reason: "")),
        ("http/1.1 abc\r\n\r\n", .response(version: "1.1", status: 0, reason: "")),
        ("HTTP/1.1 99999999999999999999 X\r\n\r\n", .response(version: "1.1", status: 0, reason: "X")),
        ("\r\nHTTP/2 200 OK\r\n\r\n", .response(version: "2", status: 200, reason: "OK")),
        ("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", .request(method: "GET", target: "/a b", version: "1.1")),
        ("POST http://a.example/ HTTP/1.0", .request(method: "POST", target: "http://a.example/", version: "1.0")),
    ])
    func startLines(_ text: String, _ line: HTTPMessage.StartLine) throws {
        #expect(try message(text).startLine == line)
    }

    @Test(arguments: ["", "<html>", "HTTPS 200", "GET /\r\n\r\n", "\r\n\r\n\r\n\r\n"])
    func noMessages(_ text: String) {
        #expect(throws: HTTPMessage.Fault.noStartLine) { try message(text) }
    }

    @Test func limits() {
        var limits = ArchiveLimits()
        limits.header = 100
        let long = "HTTP/1.1 200 OK\r\nX: \(String(repeating: "y", count: 200))\r\n\r\n"
        #expect(throws: HTTPMessage.Fault.headerTooLong(limit: 100)) { try HTTPMessage(Array(long.utf8), limits: limits) }
        limits.headerFields = 3
        let many = "HTTP/1.1 200 OK\r\n\(String(repeating: "X: y\r\n", count: 9))\r\n"
        #expect(throws: HTTPMessage.Fault.headerTooLong(limit: 3)) { try HTTPMessage(Array(many.utf8), limits: limits) }
    }

    /// Bytes that are no UTF-8 are Latin-1, and a message without an empty line is all header.
    @Test func oddBytes() throws {
        let message = try HTTPMessage(Array("HTTP/1.1 200 OK\r\nX-Name: caf".utf8) + [0xE9])
        #expect(message.header["X-Name"] == "café")
        #expect(message.body.isEmpty)
    }

    @Test func codings() throws {
        let message = try message(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: x-gzip, br\r\nContent-Encoding: identity\r\n\r\n"
        )
        #expect(message.codings == [.gzip, .brotli, .chunked])
        #expect(ContentCoding(" GZip ") == .gzip)
        #expect(ContentCoding("compress") == .unknown("compress"))
        #expect(ContentCoding("") == nil)
    }

    @Test(arguments: [
        ("text/html", "text/html", nil), ("text/html;charset=utf-8", "text/html", "utf-8"),
        ("TEXT/HTML ; Charset = \"a;b\\\"c\"", "text/html", "a;b\"c"), ("text/html; charset=", "text/html", nil),
        ("text/html;;;x", "text/html", nil), ("text/html; charset=\"utf-8", "text/html", "utf-8"),
    ])
    func mediaTypes(_ text: String, _ essence: String, _ charset: String?) {
        #expect(MediaType(text)?.essence == essence)
        #expect(MediaType(text)?.charset == charset)
        #expect(MediaType(" ; x") == nil)
    }
}
