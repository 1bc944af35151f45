import TestSupport
import Testing

@testable import Fetching

/// Bytes that nobody meant, from a seed: nothing traps, and what can be said of the result holds.
@Suite struct HostileBytesTests {
    private func bytes(_ random: inout SeededRandom, from alphabet: String, upTo count: Int) -> [UInt8] {
        let letters = Array(alphabet.utf8) + [0, 0x80, 0xFF]
        return (0..<Int.random(in: 0...count, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
        }
    }

    @Test func parsers() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<2000 {
            let type = ContentType(bytes(&random, from: "ab/;=\" \\charset", upTo: 40))
            #expect(type.map { $0.charset != "" } ?? true)
            let wait = RetryAfter.seconds(
                HTTPHead(
                    status: 503,
                    fields: [HTTPField(name: "retry-after", value: bytes(&random, from: "0139 ,:GMTNov", upTo: 30))]
                ),
                now: 0
            )
            #expect(wait.map { (0...366 * 86_400).contains($0) } ?? true)
            let rules = RobotsRules(bytes(&random, from: "user-agent: *\n\r#allow/$%2f", upTo: 200), productToken: "stemma")
            #expect(rules.allows("/robots.txt"))
            _ = rules.allows(String(decoding: bytes(&random, from: "/%a*$?", upTo: 30), as: UTF8.self))
        }
    }

    @Test func addresses() throws {
        var random = SeededRandom(seed: 2)
        let base = try WebAddress("http://a.example/b/c?d")
        for _ in 0..<3000 {
            let reference = bytes(&random, from: "http://a.:@[]%20?#&\\é", upTo: 24)
            guard let address = try? base.resolving(reference) else { continue }
            #expect(["http", "https"].contains(address.scheme))
            #expect(address.target.hasPrefix("/"))
            #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            // The normal form is normal.
            #expect(try WebAddress(address.text) == address)
        }
    }

    /// The linear matcher against one that tries everything.
    @Test func patternsMatchLikeTheDefinition() {
        func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
            guard let first = pattern.first else { return true }
            if first == UInt8(ascii: "*") {
                return (path.startIndex...path.endIndex).contains { matches(pattern.dropFirst(), path[$0...]) }
            }
            if first == UInt8(ascii: "$"), pattern.count == 1 { return path.isEmpty }
            return path.first == first && matches(pattern.dropFirst(), path.dropFirst())
        }
        func word(_ alphabet: [UInt8], _ count: Int, _ random: inout SeededRandom) -> [UInt8] {
            (0..<Int.random(in: 0...count, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
        }
        var random = SeededRandom(seed: 3)
        for _ in 0..<20_000 {
            let pattern = word(Array("aab*$".utf8), 8, &random)
            let path = word(Array("aab".utf8), 12, &random)
            #expect(
                RobotsPattern(pattern[...]).matches(path) == matches(pattern[...], path[...]),
                "\(String(decoding: pattern, as: UTF8.self)) on \(String(decoding: path, as: UTF8.self))"
            )
        }
    }

    /// A good answer with bytes changed, over a real connection: it ends, with a page or an error.
    @Test func damagedAnswers() throws {
        let good = Array(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nETag: \"a\"\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
                .utf8
        )
        try withServer { request, connection in
            var random = SeededRandom(seed: UInt64(request.target.dropFirst()) ?? 0)
            var answer = good
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<answer.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: answer[place] = UInt8.random(in: 0...255, using: &random)
                case 1: answer.remove(at: place)
                default: answer.insert(contentsOf: answer[place...].prefix(9), at: place)
                }
            }
            connection.send(answer)
        } _: { server in
            let options = testOptions {
                $0.limits.total = .seconds(2)
                $0.limits.bodyBytes = 1000
            }
            var pages = 0
            for number in 0..<200 {
                guard let result = try? Fetcher(options).fetch("\(server.address)/\(number)") else { continue }
                pages += 1
                #expect((result.page?.body.count ?? 0) <= 1000)
            }
            #expect(pages > 0 && pages < 200)
        }
    }
}
