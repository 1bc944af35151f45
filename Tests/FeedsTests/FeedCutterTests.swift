import Testing

@testable import Feeds

/// A long feed in pieces says what it says whole.
@Suite struct FeedCutterTests {
    /// The pieces of a feed that comes in chunks.
    private func pieces(_ text: String, pieceSize: Int = 400, limit: Int = 4000, chunk: Int = 97) throws -> [FeedCutter.Piece] {
        let bytes = Array(text.utf8)
        var taken = min(bytes.count, 600)
        var cutter = try #require(FeedCutter(Array(bytes[..<taken]), pieceSize: pieceSize, limit: limit))
        var pieces: [FeedCutter.Piece] = []
        while let piece = cutter.next({ buffer in
            let end = min(taken + chunk, bytes.count)
            buffer += bytes[taken..<end]
            defer { taken = end }
            return end > taken
        }) {
            pieces.append(piece)
        }
        return pieces
    }

    private func feeds(_ pieces: [FeedCutter.Piece]) throws -> [Feed] {
        try pieces.compactMap { piece in
            guard case .feed(let bytes, _, _) = piece, case .feed(let feed) = try FeedReader().read(bytes) else { return nil }
            return feed
        }
    }

    private func rss(_ count: Int, ending: String = "</channel></rss>") -> String {
        let items = (0..<count).map { number in
            """
            <item><title>Number \(number) &lt;b&gt;</title><link>story/\(number)</link>
            <description><![CDATA[</item> <item> a > b "]]></description><!-- </item> --><category term="a > b"/></item>\n
            """
        }
        return """
            <?xml version="1.0"?><!-- <item> --><rss version="2.0" xml:base="https://post.example/"><channel>
            <title>The Harbor Post</title><image><title>x</title></image>
            """ + items.joined() + ending
    }

    @Test(arguments: [1, 60, 97, 100_000]) func entriesAreThoseOfTheWholeFeed(chunk: Int) throws {
        let text = rss(40)
        let parts = try feeds(pieces(text, chunk: chunk))
        #expect(parts.count > 5)
        #expect(parts.allSatisfy { $0.title?.plainText == "The Harbor Post" && $0.warnings.isEmpty })
        let whole = try feed(text)
        #expect(whole.entries.count == 40)
        #expect(parts.flatMap(\.entries).map(\.title) == whole.entries.map(\.title))
        #expect(parts.flatMap(\.entries).map(\.link) == whole.entries.map(\.link))
    }

    @Test func atomAndPrefixesAreCut() throws {
        let entries = (0..<30).map { "<a:entry><a:title>Number \($0)</a:title><a:id>n\($0)</a:id></a:entry>" }
        let text =
            #"<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Tides</a:title>"# + entries.joined() + "</a:feed>"
        let parts = try feeds(pieces(text))
        #expect(parts.count > 3 && parts.flatMap(\.entries).map(\.id) == (0..<30).map { "n\($0)" })
    }

    @Test func placesAreThoseOfTheWholeFeed() throws {
        let text = rss(40)
        for case .feed(let bytes, let lines, let offset) in try pieces(text) {
            let piece = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            let line = try #require(piece.firstIndex { $0.hasPrefix("<item>") })
            let number = piece[line]
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false)[line + lines] == number)
            let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array(number.utf8)) })
            #expect(Array(text.utf8)[(place + offset)...].starts(with: Array(number.utf8)))
        }
    }

    @Test func aFeedThatBreaksOffIsToldInItsLastPieceOnly() throws {
        let parts = try feeds(pieces(rss(40, ending: "<item><title>Half")))
        let isCutOff = parts.map { $0.warnings.contains { if case .cutOff = $0 { true } else { false } } }
        #expect(isCutOff == Array(repeating: false, count: parts.count - 1) + [true])
        #expect(parts.last?.entries.last?.title?.plainText == "Half")
    }

    @Test func anEntryBeyondTheLimitEndsTheFeedAndIsToldWithItsPlace() throws {
        let text = rss(4, ending: "<item><title>" + String(repeating: "x", count: 9000) + "</title></item></channel></rss>")
        let found = try pieces(text, limit: 2000)
        guard case .entryTooLong(let line, let offset)? = found.last else {
            Issue.record("no entry was too long")
            return
        }
        #expect(Array(text.utf8)[offset...].starts(with: Array("\n<item><title>xxx".utf8)))
        #expect(line == text.utf8.prefix(offset).count { $0 == 0x0A } + 1)
        #expect(try feeds(found).flatMap(\.entries).count == 4)
    }

    @Test(arguments: ["", "text", #"{"version": "x"}"#, "<html><item></item></html>", "<rss><channel>", "<item>"])
    func whatIsNoFeedInXMLIsNotCut(text: String) {
        #expect(FeedCutter(Array(text.utf8), limit: 100) == nil)
    }
}
