import TestSupport
import Testing

@testable import Fetching

/// What asking for robots.txt leads to, with a scripted network.
@Suite struct RobotsFetchTests {
    private static let polite = testOptions { $0.respectsRobots = true }

    /// Fetches `/page` from a site whose robots.txt answers like this.
    private func outcome(_ robots: Result<HTTPResponse, FetchError.Kind>) -> FetchError.Kind? {
        let transport = ScriptedTransport { $0.address.target == "/robots.txt" ? robots : .success(.of(200, [:], "page")) }
        do throws(FetchError) {
            _ = try Fetcher(Self.polite, transport: transport).fetch("http://news.example/page")
            return nil
        } catch {
            #expect(!transport.addresses.contains("http://news.example/page"), "asked for all the same")
            return error.kind
        }
    }

    @Test func rulesAreObeyed() {
        #expect(outcome(.success(.of(200, [:], "User-agent: *\nDisallow: /page"))) == .disallowedByRobots)
        #expect(outcome(.success(.of(200, [:], "User-agent: *\nDisallow: /other"))) == nil)
        #expect(outcome(.success(.of(200, [:], "User-agent: stemma\nDisallow: /"))) == .disallowedByRobots)
        #expect(outcome(.success(.of(200, ["content-type": "video/mp4"], "User-agent: *\nDisallow: /"))) == .disallowedByRobots)
    }

    @Test(arguments: [400, 401, 403, 404, 410, 429, 451])
    func clientErrorsAllow(status: Int) {
        #expect(outcome(.success(.of(status, [:], "User-agent: *\nDisallow: /"))) == nil)
    }

    @Test(arguments: [500, 502, 503, 599])
    func serverErrorsForbid(status: Int) {
        #expect(outcome(.success(.of(status))) == .robotsUnavailable(status: status))
    }

    @Test func networkErrorsForbid() {
        #expect(outcome(.failure(.noAnswer(milliseconds: 1))) == .robotsUnavailable(status: nil))
        #expect(outcome(.failure(.connectionLost)) == .robotsUnavailable(status: nil))
        #expect(outcome(.failure(.hostNotFound)) == .hostNotFound)
        #expect(outcome(.failure(.notSecure)) == .notSecure)
    }

    @Test func redirectsAreFollowedFiveTimes() {
        func site(redirects: Int) -> ScriptedTransport {
            ScriptedTransport { request in
                if request.address.target == "/page" { return .success(.of(200, [:], "page")) }
                let number = Int(request.address.target.dropFirst(2)) ?? 0
                return .success(
                    number < redirects ? .of(301, ["location": "/r\(number + 1)"]) : .of(200, [:], "User-agent: *\nDisallow: /")
                )
            }
        }
        for (redirects, isForbidden) in [(0, true), (1, true), (5, true), (6, false)] {
            let result = Result {
                try Fetcher(Self.polite, transport: site(redirects: redirects)).fetch("http://news.example/page")
            }
            #expect((result.failure != nil) == isForbidden, "\(redirects) redirects")
        }
    }

    @Test func askedOncePerOrigin() throws {
        let transport = ScriptedTransport { .success(.of($0.address.target == "/robots.txt" ? 404 : 200)) }
        let fetcher = Fetcher(Self.polite, transport: transport)
        for address in [
            "http://a.example/1", "http://a.example/2", "http://a.example:81/", "https://a.example/", "http://A.example/3",
        ] {
            _ = try fetcher.fetch(address)
        }
        #expect(
            transport.addresses.filter { $0.hasSuffix("/robots.txt") } == [
                "http://a.example:80/robots.txt", "http://a.example:81/robots.txt", "https://a.example:443/robots.txt",
            ]
        )
    }

    @Test func asksForThePageOfARedirectToo() {
        let transport = ScriptedTransport { request in
            switch (request.address.host, request.address.target) {
            case ("a.example", "/robots.txt"): .success(.of(404))
            case ("a.example", _): .success(.of(302, ["location": "http://b.example/secret"]))
            default: .success(.of(200, [:], "User-agent: *\nDisallow: /secret"))
            }
        }
        let error = #expect(throws: FetchError.self) { try Fetcher(Self.polite, transport: transport).fetch("http://a.example/") }
        #expect(error?.kind == .disallowedByRobots)
        #expect(error?.redirectedTo == "http://b.example/secret")
    }

    @Test func canBeIgnored() throws {
        let transport = ScriptedTransport { _ in .success(.of(200, [:], "User-agent: *\nDisallow: /")) }
        _ = try Fetcher(testOptions(), transport: transport).fetch("http://a.example/page")
        #expect(transport.addresses == ["http://a.example/page"])
    }

    /// Over a real connection: an endless robots.txt is read as far as it counts.
    @Test func endlessFile() throws {
        let result = try overTheNetwork { request, connection in
            guard request.target == "/robots.txt" else { return connection.answer(200, [], "page") }
            guard connection.send("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /other\n") else { return }
            let filler = Array(String(repeating: "# filler\n", count: 5000).utf8)
            while connection.send(filler) {}
        }
        #expect(try result.get().body == Array("page".utf8))
    }

    private func overTheNetwork(_ script: @escaping LocalServer.Script) throws -> Result<Fetched, FetchError.Kind> {
        try FetchingTests.outcome(Self.polite, script)
    }
}
