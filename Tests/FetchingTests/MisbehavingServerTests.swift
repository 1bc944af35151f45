import TestSupport
import Testing
import TextCore

@testable import Fetching

/// What a server may do wrong, over a real connection.
@Suite struct MisbehavingServerTests {
    private static let short = testOptions { $0.limits.total = .milliseconds(400) }

    @Test func wellBehaved() throws {
        let page = try outcome { $1.answer(200, ["Content-Type: text/html; charset=utf-8"], "<p>Grüße") }.get()
        #expect(page.body == Array("<p>Grüße".utf8))
        #expect(page.status == 200)
        #expect(page.contentType?.essence == "text/html")
        #expect(page.redirects.isEmpty)
        #expect(!page.isTruncated)
        #expect(page.retrieved.offset == 0)
        #expect(try #require(page.retrieved.year) >= 2025)
    }

    @Test func headThatNeverComes() throws {
        let result = try outcome(testOptions { $0.limits.firstAnswer = .milliseconds(300) }) { $1.hang() }
        #expect(result.failure == .noAnswer(milliseconds: 300))
    }

    @Test func headInDrips() throws {
        let result = try outcome(testOptions { $0.limits.firstAnswer = .milliseconds(300) }) { _, connection in
            guard connection.send("HTTP/1.1 200 OK\r\n") else { return }
            while connection.send("X-Drip: 1\r\n") { pause(milliseconds: 20) }
        }
        #expect(result.failure == .noAnswer(milliseconds: 300))
    }

    @Test func endlessHead() throws {
        let result = try outcome { _, connection in
            guard connection.send("HTTP/1.1 200 OK\r\n") else { return }
            while connection.send("X-More: \(String(repeating: "x", count: 4000))\r\n") {}
        }
        #expect(result.failure == .malformedAnswer || result.failure == .connectionLost)
    }

    @Test func bodyInDrips() throws {
        let result = try outcome(Self.short) { _, connection in
            guard connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n") else { return }
            while connection.send("x") { pause(milliseconds: 20) }
        }
        #expect(result.failure == .tooSlow(milliseconds: 400))
    }

    @Test func bodyThatFallsSilent() throws {
        let result = try outcome(testOptions { $0.limits.silence = .milliseconds(200) }) { _, connection in
            guard connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>") else { return }
            pause(milliseconds: 5000)
        }
        #expect(result.failure == .fellSilent(milliseconds: 200))
    }

    @Test func endlessBody() throws {
        let result = try outcome(testOptions { $0.limits.bodyBytes = 1 << 20 }) { _, connection in
            guard connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n") else { return }
            let block = [UInt8](repeating: 0x61, count: 65_536)
            while connection.send(block) {}
        }
        #expect(result.failure == .tooLarge(limit: 1 << 20))
    }

    @Test func declaredLengthAboveTheLimit() throws {
        let result = try outcome(testOptions { $0.limits.bodyBytes = 1000 }) { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1001\r\n\r\n")
            connection.hang()
        }
        #expect(result.failure == .tooLarge(limit: 1000))
    }

    @Test func bodyOfExactlyTheLimit() throws {
        let body = [UInt8](repeating: 0x61, count: 1000)
        #expect(try outcome(testOptions { $0.limits.bodyBytes = 1000 }) { $1.answer(200, [], body) }.get().body == body)
    }

    @Test func shorterThanItsLength() throws {
        let page = try outcome { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>half")
        }.get()
        #expect(page.isTruncated)
        #expect(page.body == Array("<p>half".utf8))
    }

    @Test func longerThanItsLength() throws {
        let page = try outcome { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nfour and more")
        }.get()
        #expect(!page.isTruncated)
        #expect(page.body == Array("four".utf8))
    }

    @Test func brokenChunks() throws {
        let page = try outcome { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\nzz\r\n")
        }.get()
        #expect(page.isTruncated)
        #expect(page.body == Array("four".utf8))
    }

    @Test func chunksThatStop() throws {
        let page = try outcome { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n")
        }.get()
        #expect(page.isTruncated)
        #expect(page.body == Array("four".utf8))
    }

    @Test func wholeChunksWithTrailer() throws {
        let page = try outcome { _, connection in
            connection.send(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\nETag: \"late\"\r\n\r\n"
            )
        }.get()
        #expect(!page.isTruncated)
        #expect(page.body == Array("four".utf8))
        #expect(page.validators == nil)
    }

    @Test func closesAtOnce() throws {
        #expect(try outcome { _, _ in }.failure == .connectionLost)
    }

    @Test(arguments: [
        "garbage\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n",
        "<html>no head at all</html>", "\0\0\0\0",
        "HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n",
    ])
    func garbageForAStatusLine(_ start: String) throws {
        let failure = try outcome(testOptions { $0.limits.total = .seconds(2) }) { $1.send(start) }.failure
        #expect(failure == .malformedAnswer || failure == .connectionLost)
    }

    @Test func linesThatAreNoFields() throws {
        let page = try outcome { _, connection in
            connection.send("HTTP/1.1 200 OK\r\n: no name\r\nETag:\"a\"\r\n folded\r\nContent-Length: 2\r\n\r\nok")
        }.get()
        #expect(page.body == Array("ok".utf8))
        #expect(page.validators?.entityTag?.starts(with: Array("\"a\"".utf8)) == true)
    }

    @Test func interimAnswers() throws {
        let page = try outcome { _, connection in
            connection.send("HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\n\r\n")
            connection.answer(200, ["ETag: \"final\""], "ok")
        }.get()
        #expect(page.validators?.entityTag == Array("\"final\"".utf8))
    }

    @Test func interimAnswersWithoutEnd() throws {
        let result = try outcome(Self.short) { _, connection in
            while connection.send("HTTP/1.1 103 Early Hints\r\n\r\n") { pause(milliseconds: 1) }
        }
        #expect(result.failure != nil)
    }

    @Test func gzip() throws {
        let page = try outcome {
            $1.answer(200, ["Content-Type: text/html", "Content-Encoding: gzip"], Gzip.stored(Array("<p>packed".utf8)))
        }
        .get()
        #expect(page.body == Array("<p>packed".utf8))
    }

    @Test func gzipBomb() throws {
        let bomb = Gzip.bomb(repetitions: 260_000)
        #expect(bomb.count < 1 << 20)
        let options = testOptions { $0.limits.bodyBytes = 8 << 20 }
        let result = try outcome(options) { $1.answer(200, ["Content-Type: text/html", "Content-Encoding: gzip"], bomb) }
        #expect(result.failure == .tooLarge(limit: 8 << 20))
    }

    @Test func gzipBombInARedirect() throws {
        let bomb = Gzip.bomb(repetitions: 260_000)
        let page = try outcome { request, connection in
            guard request.target == "/page" else { return connection.answer(200, [], "ok") }
            connection.answer(302, ["Location: /there", "Content-Encoding: gzip"], bomb)
        }.get()
        #expect(page.body == Array("ok".utf8))
    }

    @Test func notGzipAtAll() throws {
        let result = try outcome { $1.answer(200, ["Content-Type: text/html", "Content-Encoding: gzip"], "plain") }
        #expect(result.failure == .undecodableBody)
    }

    @Test func gzipThatStops() throws {
        let half = Array(Gzip.stored(Array(repeating: 0x61, count: 3000)).prefix(1500))
        let result = try outcome { _, connection in
            connection.send(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 3023\r\n\r\n"
            )
            connection.send(half)
        }
        switch result {
        case .success(let page): #expect(page.isTruncated && page.body.allSatisfy { $0 == 0x61 } && page.body.count < 3000)
        case .failure(let kind): #expect(kind == .undecodableBody)
        }
    }

    @Test func wrongCharset() throws {
        // What is said is kept; what is true is for the reader of the bytes to find out.
        let page = try outcome { $1.answer(200, ["Content-Type: text/html; charset=\"windows-1251\""], "Grüße") }.get()
        #expect(page.contentType?.charset == "windows-1251")
        #expect(page.body == Array("Grüße".utf8))
    }

    @Test func unreadableTypeIsNotDownloaded() throws {
        let result = try outcome(Self.short) { _, connection in
            guard connection.send("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n") else { return }
            while connection.send([UInt8](repeating: 0, count: 65_536)) {}
        }
        #expect(result.failure == .unsupportedType("video/mp4"))
    }

    @Test func noOneListens() throws {
        let server = try #require(LocalServer { _, _ in })
        let address = server.address
        server.stop()
        // The port is free once the listener's thread has closed it.
        var kind: FetchError.Kind?
        for _ in 0..<100 where kind != .cannotConnect {
            do throws(FetchError) { _ = try Fetcher(testOptions()).fetch(address) } catch { kind = error.kind }
            pause(milliseconds: 5)
        }
        #expect(kind == .cannotConnect)
    }
}
