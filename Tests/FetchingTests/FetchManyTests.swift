import Synchronization
import TestSupport
import Testing

@testable import Fetching

@Suite struct FetchManyTests {
    @Test func orderIsKept() throws {
        try withServer { request, connection in
            // The first are the slowest.
            pause(milliseconds: request.target == "/0" ? 60 : request.target == "/1" ? 30 : 1)
            connection.answer(request.target == "/3" ? 404 : 200, [], request.target)
        } _: { server in
            // Other hosts, so that they need not wait for one another.
            let transport = CurlTransport(fixedNames: (0..<9).map { "h\($0).example:\(server.port):127.0.0.1" })
            let addresses = (0..<9).map { "http://h\($0).example:\(server.port)/\($0)" } + ["nonsense"]
            var seen: [String] = []
            try Fetcher(testOptions(), transport: transport).fetchAll(addresses, jobs: 3) { address, result in
                switch result {
                case .success(let result): seen.append(String(decoding: result.page?.body ?? [], as: UTF8.self))
                case .failure(let error):
                    #expect(error.address == address)
                    seen.append("\(error.kind)")
                }
            }
            #expect(seen == ["/0", "/1", "/2", "status(404, retryAfter: nil)", "/4", "/5", "/6", "/7", "/8", "invalidAddress"])
        }
    }

    @Test func oneRequestAtATimeForAHost() throws {
        let state = Mutex((running: 0, most: 0))
        let transport = ScriptedTransport { _ in
            state.withLock {
                $0.running += 1
                $0.most = max($0.most, $0.running)
            }
            pause(milliseconds: 5)
            state.withLock { $0.running -= 1 }
            return .success(.of(200))
        }
        var count = 0
        let addresses = (0..<8).map { "http://a.example:\(8000 + $0)/" }
        try Fetcher(testOptions(), transport: transport).fetchAll(addresses) { _, result in
            count += (try? result.get()) == nil ? 0 : 1
        }
        #expect(count == 8)
        #expect(state.withLock { $0.most } == 1)
    }

    @Test func pauseBetweenDocumentsOfAHost() throws {
        let times = Mutex<[ContinuousClock.Instant]>([])
        let transport = ScriptedTransport { request in
            times.withLock { $0.append(.now) }
            return .success(request.address.target == "/a" ? .of(302, ["location": "/b"]) : .of(200))
        }
        let fetcher = Fetcher(testOptions { $0.delay = .milliseconds(80) }, transport: transport)
        _ = try fetcher.fetch("http://a.example/a")
        _ = try fetcher.fetch("http://a.example/c")
        let seen = times.withLock { $0 }
        try #require(seen.count == 3)
        // Nothing may come sooner; how much later it comes is the machine's business.
        #expect(seen[0].duration(to: seen[2]) >= .milliseconds(80))
    }

    @Test func crawlDelayCountsUpToABound() throws {
        let times = Mutex<[ContinuousClock.Instant]>([])
        let transport = ScriptedTransport { request in
            if request.address.target == "/robots.txt" { return .success(.of(200, [:], "User-agent: *\nCrawl-delay: 9999\n")) }
            times.withLock { $0.append(.now) }
            return .success(.of(200))
        }
        let options = testOptions {
            $0.respectsRobots = true
            $0.longestCrawlDelay = .milliseconds(60)
        }
        let fetcher = Fetcher(options, transport: transport)
        for target in ["/a", "/b"] { _ = try fetcher.fetch("http://a.example" + target) }
        let seen = times.withLock { $0 }
        #expect(seen[0].duration(to: seen[1]) >= .milliseconds(60))
    }

    @Test func bodyMayEndTheRun() {
        struct Enough: Error {}
        let transport = ScriptedTransport { _ in .success(.of(200)) }
        let addresses = (0..<100).map { "http://h\($0).example/" }
        #expect(throws: Enough.self) {
            try Fetcher(testOptions(), transport: transport).fetchAll(addresses, jobs: 2) { _, _ in throw Enough() }
        }
        // At most what was in the window when it ended.
        #expect(transport.seen.count <= 5)
    }

    @Test func cancelEndsWaiting() {
        let transport = ScriptedTransport { _ in .success(.of(429, ["retry-after": "5"])) }
        let fetcher = Fetcher(testOptions { $0.longestRetryWait = .seconds(60) }, transport: transport)
        startThread {
            pause(milliseconds: 30)
            fetcher.cancel()
        }
        let error = #expect(throws: FetchError.self) { try fetcher.fetch("http://a.example/") }
        #expect(error?.kind == .cancelled)
    }

    @Test func nothingToFetch() throws {
        try Fetcher(testOptions()).fetchAll([]) { _, _ in Issue.record("nothing was asked for") }
    }
}
