import TestSupport
import Testing

@testable import Fetching

/// Redirects, conditions, cookies and statuses.
@Suite struct FetcherTests {
    private func kind(_ address: String, _ transport: ScriptedTransport, _ options: FetchOptions = testOptions()) -> FetchError
        .Kind?
    {
        do throws(FetchError) {
            _ = try Fetcher(options, transport: transport).fetch(address)
            return nil
        } catch {
            return error.kind
        }
    }

    private func redirecting(to location: String) -> ScriptedTransport {
        ScriptedTransport {
            $0.address.target == "/a" ? .success(.of(302, ["location": location])) : .success(.of(200, [:], "ok"))
        }
    }

    // MARK: Redirects

    @Test(arguments: [301, 302, 303, 307, 308])
    func redirectsAreFollowed(status: Int) throws {
        try withServer { request, connection in
            switch request.target {
            case "/start": connection.redirect(to: "middle?x=1#part", status: status)
            case "/middle?x=1": connection.redirect(to: "/end", status: status)
            default: connection.answer(200, [], "end")
            }
        } _: { server in
            let page = try #require(try Fetcher(testOptions()).fetch(server.address + "/start#top").page)
            #expect(page.body == Array("end".utf8))
            #expect(page.address == server.address + "/end")
            #expect(page.redirects == [server.address + "/start", server.address + "/middle?x=1"])
        }
    }

    @Test func redirectToAnotherHost() throws {
        try withServer {
            $1.answer(200, [], "there")
        } _: { other in
            let location = other.address + "/x"
            try withServer {
                $1.redirect(to: location)
            } _: { server in
                let page = try Fetcher(testOptions()).fetch(server.address).page
                #expect(page?.address == location)
            }
        }
    }

    @Test func loop() throws {
        let result = try outcome { $1.redirect(to: $0.target == "/page" ? "/other" : "/page") }
        #expect(result.failure == .redirectLoop)
        #expect(try outcome { $1.redirect(to: "/page") }.failure == .redirectLoop)
    }

    @Test func endlessChain() throws {
        let options = testOptions { $0.limits.redirects = 4 }
        try withServer {
            $1.redirect(to: $0.target + "x")
        } _: { server in
            let error = #expect(throws: FetchError.self) { try Fetcher(options).fetch(server.address + "/") }
            #expect(error?.kind == .tooManyRedirects(limit: 4))
            #expect(server.targets == ["/", "/x", "/xx", "/xxx", "/xxxx"])
        }
    }

    @Test(arguments: [
        ("file:///etc/passwd", FetchError.Kind.unsupportedScheme("file")), ("ftp://a.example/", .unsupportedScheme("ftp")),
        ("javascript:alert(1)", .unsupportedScheme("javascript")), ("data:text/html,x", .unsupportedScheme("data")),
        ("http://user:word@a.example/", .credentialsInAddress), ("http://", .invalidRedirect),
        ("http://a.example:99999/", .invalidRedirect),
        ("//a%20b/", .invalidRedirect), ("//%00/", .invalidRedirect), ("//[::1/", .invalidRedirect), ("", .invalidRedirect),
    ])
    func redirectsThatLeadNowhere(_ location: String, _ expected: FetchError.Kind) throws {
        let kind = kind("http://news.example/a", redirecting(to: location))
        // Whether a scheme without slashes is one is the parser's business; it is refused in any case.
        #expect(kind == expected || kind == .invalidRedirect)
        #expect(try outcome { $1.redirect(to: location) }.failure != nil)
    }

    @Test func redirectWithoutAPlace() throws {
        #expect(try outcome { $1.answer(302, []) }.failure == .status(302, retryAfter: nil))
    }

    @Test func locationOutsideASCII() throws {
        let page = try outcome { request, connection in
            request.target == "/page"
                ? connection.redirect(to: "/größe und mehr") : connection.answer(200, [], Array(request.target.utf8))
        }.get()
        #expect(
            page.body == Array("/gr%c3%b6%c3%9fe%20und%20mehr".utf8) || page.body == Array("/gr%C3%B6%C3%9Fe%20und%20mehr".utf8)
        )
    }

    @Test func timeCountsOverAllRedirects() throws {
        let options = testOptions {
            $0.limits.total = .milliseconds(500); $0.limits.redirects = 1000
        }
        let result = try outcome(options) { request, connection in
            pause(milliseconds: 100)
            connection.redirect(to: request.target + "x")
        }
        switch result.failure {
        case .tooSlow, .noAnswer: break
        case let other: Issue.record("\(String(describing: other))")
        }
    }

    // MARK: What is sent

    @Test func fieldsOfARequest() throws {
        try withServer {
            $1.answer(200, [], "ok")
        } _: { server in
            _ = try Fetcher(testOptions()).fetch(server.address + "/a?b=c")
            let request = try #require(server.seen.first)
            #expect(request.text.hasPrefix("GET /a?b=c HTTP/1.1\r\n"))
            #expect(request.field("host") == "127.0.0.1:\(server.port)")
            #expect(request.field("user-agent")?.hasPrefix("Stemma/") == true)
            #expect(request.field("accept")?.contains("text/html") == true)
            #expect(request.field("accept-encoding") == "gzip, deflate")
            for name in ["cookie", "authorization", "referer", "from"] { #expect(request.field(name) == nil) }
        }
    }

    @Test func cookiesDoNotComeBack() throws {
        try withServer { request, connection in
            let fields = ["Set-Cookie: id=1; Path=/", "Location: /b"]
            request.target == "/a" ? connection.answer(302, fields) : connection.answer(200, fields, "ok")
        } _: { server in
            let fetcher = Fetcher(testOptions())
            for target in ["/a", "/c"] { _ = try fetcher.fetch(server.address + target) }
            #expect(server.targets == ["/a", "/b", "/c"])
            #expect(server.seen.allSatisfy { $0.field("cookie") == nil })
        }
    }

    // MARK: Conditions

    @Test func conditionsGoBackByteForByte() throws {
        let tag = "W/\"ä \\ odd,tag\""
        let date = "Tue,  5 Oct 2021 7:00:00 +0000"
        try withServer { request, connection in
            if request.field("if-none-match") == tag, request.field("if-modified-since") == date {
                return connection.answer(304, [])
            }
            connection.answer(200, ["ETag: \(tag)", "Last-Modified: \(date)"], "ok")
        } _: { server in
            let fetcher = Fetcher(testOptions())
            let page = try #require(try fetcher.fetch(server.address + "/a").page)
            #expect(page.validators?.entityTag == Array(tag.utf8))
            let again = try fetcher.fetch(server.address + "/a", validators: page.validators)
            #expect(again == .notModified(address: server.address + "/a"))
            let other = try fetcher.fetch(server.address + "/b", validators: page.validators)
            #expect(other.page != nil, "validators say nothing about another address")
            #expect(server.seen.last?.field("if-none-match") == nil)
        }
    }

    @Test func conditionsReachTheEndOfARedirect() throws {
        try withServer { request, connection in
            if request.target == "/a" { return connection.redirect(to: "/b") }
            if request.field("if-none-match") == "\"1\"" { return connection.answer(304, []) }
            connection.answer(200, ["ETag: \"1\""], "ok")
        } _: { server in
            let fetcher = Fetcher(testOptions())
            let page = try fetcher.fetch(server.address + "/a").page
            let again = try fetcher.fetch(server.address + "/a", validators: page?.validators)
            #expect(again == .notModified(address: server.address + "/b"))
        }
    }

    @Test func notModifiedWithoutACondition() {
        #expect(kind("http://a.example/", ScriptedTransport { _ in .success(.of(304)) }) == .status(304, retryAfter: nil))
    }

    @Test func conditionThatWouldBeAnotherLine() throws {
        try withServer {
            $1.answer(200, [], "ok")
        } _: { server in
            let validators = Validators(
                address: server.address + "/",
                entityTag: Array("a\r\nX-Injected: 1".utf8),
                lastModified: nil
            )
            _ = try Fetcher(testOptions()).fetch(server.address + "/", validators: validators)
            #expect(server.seen.first?.field("x-injected") == nil)
        }
    }

    // MARK: Statuses

    @Test(arguments: [400, 401, 403, 404, 410, 451, 500, 599])
    func statusesThatAreErrors(status: Int) {
        let transport = ScriptedTransport { _ in .success(.of(status, [:], "an error page")) }
        #expect(kind("http://a.example/", transport) == .status(status, retryAfter: nil))
        #expect(transport.seen.count == 1)
    }

    @Test func retryAfterIsReported() {
        let transport = ScriptedTransport { _ in .success(.of(503, ["retry-after": "120"])) }
        #expect(kind("http://a.example/", transport) == .status(503, retryAfter: 120))
        #expect(transport.seen.count == 1)
    }

    @Test func shortRetryAfterIsWaitedForOnce() {
        let transport = ScriptedTransport { _ in .success(.of(429, ["retry-after": "0"])) }
        #expect(kind("http://a.example/", transport) == .status(429, retryAfter: 0))
        #expect(transport.seen.count == 2)
    }

    @Test func retryAfterAsADate() {
        let head = HTTPHead(status: 503, fields: [HTTPField("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")])
        #expect(RetryAfter.seconds(head, now: 784_111_700) == 77)
        #expect(RetryAfter.seconds(head, now: 784_111_800) == 0)
        for text in [
            "", "soon", "-5", "1e3", "Sun, 06 Non 1994 08:49:37 GMT", "Sun, 06 Nov 1994 28:49:37 GMT", "99999999999999999999",
        ] {
            #expect(RetryAfter.seconds(HTTPHead(status: 503, fields: [HTTPField("retry-after", text)]), now: 0) == nil)
        }
    }

    // MARK: Addresses

    @Test(arguments: [
        ("", FetchError.Kind.invalidAddress), ("page.html", .invalidAddress), ("http://", .invalidAddress),
        ("http://a b/", .invalidAddress), ("http://a.example/\u{0}x", .invalidAddress), ("http://a.example/\nx", .invalidAddress),
        ("http://a.example:0/", .invalidAddress), ("http://a.example:70000/", .invalidAddress),
        ("file:///etc/passwd", .unsupportedScheme("file")),
        ("ftp://a.example/", .unsupportedScheme("ftp")), ("gopher://a.example/", .unsupportedScheme("gopher")),
        ("http://user@a.example/", .credentialsInAddress), ("https://user:word@a.example/", .credentialsInAddress),
    ])
    func addressesThatAreRefused(_ address: String, _ expected: FetchError.Kind) {
        let transport = ScriptedTransport { _ in .success(.of(200)) }
        #expect(kind(address, transport) == expected)
        #expect(transport.seen.isEmpty)
    }

    @Test func longAddress() {
        let transport = ScriptedTransport { _ in .success(.of(200)) }
        #expect(kind("http://a.example/" + String(repeating: "a", count: WebAddress.longest), transport) == .invalidAddress)
    }

    @Test func partsOfAnAddress() throws {
        let address = try WebAddress("HTTPS://News.Example:8443/a/../b?c=d#e")
        #expect(address.scheme == "https")
        #expect(address.host == "news.example")
        #expect(address.port == 8443)
        #expect(address.target == "/b?c=d")
        #expect(address.origin == "https://news.example:8443")
        #expect(try WebAddress("http://news.example").target == "/")
        #expect(try WebAddress("http://news.example").port == 80)
    }

    @Test(arguments: [
        ("größe.example", "xn--gre-6ka8i.example"), ("GRÖSSE.example", "xn--grsse-kua.example"),
        ("b%C3%BCcher.example", "xn--bcher-kva.example"),
        ("пример.example", "xn--e1afmkfd.example"), ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("①②⑦.0.0.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"), ("2130706433", "127.0.0.1"),
    ])
    func hostsInASCII(_ host: String, _ expected: String) throws {
        let address = try WebAddress("http://\(host)/a")
        #expect(address.host == expected)
        #expect(address.text == "http://\(expected)/a")
    }

    @Test func whatLooksLikeAWebAddress() {
        for text in ["http://a", "HTTPS://a", "https://"] { #expect(WebAddress.isWebAddress(text)) }
        for text in ["", "http", "http:/a", "httpx://a", "a.html", "file:///a", "-"] { #expect(!WebAddress.isWebAddress(text)) }
    }
}
