import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Fetching

/// Files that are downloaded in pieces.
struct DownloadTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "stemma-download-\(UUID().uuidString)").path
    private let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 / 7) }

    /// Serves the content, with ranges; each connection ends after so many bytes of the body.
    private func ranges(_ content: [UInt8], cutAfter limit: Int = .max) -> LocalServer.Script {
        { request, connection in
            let start = request.field("range").flatMap { Int($0.dropFirst("bytes=".count).dropLast()) }
            if let start, start >= content.count { return connection.answer(416, [], "") }
            let rest = content.dropFirst(start ?? 0)
            var head = ["HTTP/1.1 \(start == nil ? 200 : 206) Status", "Content-Length: \(rest.count)", "Connection: close"]
            if let start { head.append("Content-Range: bytes \(start)-\(content.count - 1)/\(content.count)") }
            connection.send((head + ["", ""]).joined(separator: "\r\n"))
            connection.send(Array(rest.prefix(limit)))
        }
    }

    private func download(_ server: LocalServer, size: Int? = nil) throws -> Bool {
        try Fetcher(testOptions { $0.acceptsAnyType = true })
            .download(server.address + "/wheel", to: path, size: size ?? content.count)
    }

    private func kept() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    @Test func all() throws {
        defer { unlink(path) }
        try withServer(ranges(content)) { server throws in
            let marks = Mutex<[Int]>([])
            let resumed = try Fetcher(testOptions())
                .download(server.address + "/wheel", to: path, size: content.count) { count in marks.withLock { $0.append(count) }
                }
            #expect(try !resumed && kept() == content)
            #expect(marks.withLock { $0.last == content.count && $0 == $0.sorted() })
            #expect(server.seen.count == 1 && server.seen[0].field("range") == nil)
            #expect(server.seen[0].field("accept-encoding") == "identity")
            // Nothing is left to ask for.
            #expect(try download(server) && server.seen.count == 1)
        }
    }

    @Test(arguments: [1, 299_999, 120_000])
    func goesOnWhereAnEarlierRunEnded(count: Int) throws {
        defer { unlink(path) }
        try Data(content.prefix(count)).write(to: URL(filePath: path))
        try withServer(ranges(content)) { server throws in
            #expect(try download(server))
            #expect(try kept() == content)
            #expect(server.seen.count == 1 && server.seen[0].field("range") == "bytes=\(count)-")
        }
    }

    /// A connection that breaks off is taken up again, a few times; then what came is kept for the next run.
    @Test func breaksOff() throws {
        defer { unlink(path) }
        try withServer(ranges(content, cutAfter: 100_000)) { server throws in
            #expect(try !download(server))
            #expect(try kept() == content && server.seen.count == 3)
        }
        unlink(path)
        try withServer(ranges(content, cutAfter: 50_000)) { server throws in
            let error = #expect(throws: FetchError.self) { try download(server) }
            #expect(error?.kind == .cutOff && server.seen.count == 5)
            #expect(try kept() == Array(content.prefix(250_000)))
            #expect(try download(server) && kept() == content)
        }
    }

    @Test func aServerThatBringsNothingIsNotAskedForEver() throws {
        defer { unlink(path) }
        try withServer(ranges(content, cutAfter: 0)) { server throws in
            let error = #expect(throws: FetchError.self) { try download(server) }
            #expect(error?.kind == .cutOff && server.seen.count <= Fetcher.longestRow)
        }
    }

    /// A server that knows no ranges gives all of it, which replaces what was there.
    @Test func startsOver() throws {
        defer { unlink(path) }
        try Data([9, 9, 9]).write(to: URL(filePath: path))
        let content = content
        try withServer {
            $1.answer(200, [], content)
        } _: { server throws in
            #expect(try !download(server) && kept() == content)
        }
    }

    /// A range that was not asked for is another file's, or a mistake; so is one that there is not.
    @Test(arguments: [206, 416])
    func aRangeThatDoesNotFit(status: Int) throws {
        defer { unlink(path) }
        try Data([9, 9, 9]).write(to: URL(filePath: path))
        let content = content
        try withServer { request, connection in
            if request.field("range") == nil { return connection.answer(200, [], content) }
            connection.answer(status, ["Content-Range: bytes 7-9/10"], "abc")
        } _: { server throws in
            #expect(try !download(server) && kept() == content)
        }
    }

    @Test func largerThanSaid() throws {
        defer { unlink(path) }
        try withServer(ranges(content)) { server throws in
            let error = #expect(throws: FetchError.self) { try download(server, size: 1000) }
            #expect(error?.kind == .tooLarge(limit: 1000))
        }
    }

    @Test func redirectsAndFailures() throws {
        defer { unlink(path) }
        let content = content
        try withServer { request, connection in
            switch request.target {
            case "/wheel": connection.redirect(to: "/there")
            case "/there": connection.answer(200, [], content)
            default: connection.answer(404, [], "")
            }
        } _: { server throws in
            #expect(try !download(server) && kept() == content)
            let missing = #expect(throws: FetchError.self) {
                try Fetcher(testOptions()).download(server.address + "/no", to: path + ".no", size: 5)
            }
            #expect(missing?.kind == .status(404, retryAfter: nil))
            #expect(!FileManager.default.fileExists(atPath: path + ".no"), "nothing came, nothing is left")
            let place = #expect(throws: FetchError.self) {
                try Fetcher(testOptions()).download(server.address + "/wheel", to: "/nowhere/at/all", size: 5)
            }
            #expect(place?.kind == .cannotWrite("/nowhere/at/all", ENOENT))
        }
    }

    @Test(
        arguments: [
            ("bytes 200-999/1000", 200), ("Bytes 0-0/*", 0), ("bytes */1000", nil), ("bytes", nil), ("", nil),
            ("items 1-2/3", nil),
            ("bytes 99999999999999999999-1/2", nil),
        ] as [(String, Int?)]
    )
    func contentRanges(text: String, start: Int?) { #expect(Fetcher.start(of: Array(text.utf8)) == start) }
}
