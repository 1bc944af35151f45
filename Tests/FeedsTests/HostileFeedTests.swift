import Testing

@testable import Feeds

/// Documents made to cost time or memory end in an error or a result, soon.
@Suite struct HostileFeedTests {
    private func error(_ text: [UInt8], _ limits: FeedLimits = FeedLimits()) -> FeedError? {
        do throws(FeedError) {
            _ = try FeedReader(limits: limits).read(text)
            return nil
        } catch {
            return error
        }
    }

    private func text(_ unit: String, _ count: Int, before: String = "<rss><channel>", after: String = "") -> [UInt8] {
        var bytes = Array(before.utf8)
        let unit = Array(unit.utf8)
        bytes.reserveCapacity(bytes.count + unit.count * count + after.utf8.count)
        for _ in 0..<count { bytes.append(contentsOf: unit) }
        return bytes + after.utf8
    }

    @Test(.timeLimit(.minutes(1))) func nesting() {
        let deep = error(text("<a>", 1_000_000))
        #expect(deep?.kind == .tooDeep && deep?.line == 1 && deep?.offset == 14 + 254 * 3)
        #expect(error(text("<a>", 200)) == nil)
        #expect(error(text("<item><description>", 100)) == nil)
    }

    @Test(.timeLimit(.minutes(1))) func attributes() {
        let many = error(text(" a=''", 1_000_000, before: "<rss\n", after: "></rss>"))
        #expect(many?.kind == .tooManyAttributes && many?.offset == 0)
        #expect(error(text(" xmlns:a='b'", 1000, before: "<rss", after: "><channel/></rss>")) == nil)
    }

    @Test(.timeLimit(.minutes(1))) func longText() {
        #expect(error([UInt8](repeating: 0x20, count: 100 << 20))?.kind == .tooLarge)
        let long =
            Array("<rss><channel><title>".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 17 << 20) + Array("</title>".utf8)
        #expect(error(long)?.kind == .textTooLong)
    }

    @Test func compressed() {
        let gzip = error([0x1F, 0x8B, 8, 0])
        #expect(gzip?.kind == .compressed && gzip?.description.contains("gzip") == true)
    }

    @Test func entities() throws {
        var document = "<!DOCTYPE lolz [<!ENTITY l0 \"lol\">"
        for level in 1...40 { document += "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">" }
        document += "]><rss><channel><title>&l40;</title></channel></rss>"
        #expect(try feed(document).title?.value == "&l40;")
    }

    @Test func otherDocuments() {
        #expect(error([])?.kind == .empty)
        #expect(error(Array(" \n ".utf8))?.kind == .empty)
        #expect(error(Array("plain".utf8))?.kind == .unknownFormat(root: nil))
        #expect(error(Array("<html><body>x</body></html>".utf8))?.kind == .unknownFormat(root: "html"))
        #expect(error(Array(#"{"version":"https://jsonfeed.org/version/1","items":3}"#.utf8))?.kind == .invalidJSON)
        let nested = text("[", 100_000, before: #"{"version":"https://jsonfeed.org/version/1","items":"#)
        #expect(error(nested)?.kind == .invalidJSON)
    }

    @Test func manyEntries() throws {
        var limits = FeedLimits()
        limits.entries = 10
        let document = try FeedReader(limits: limits).read(text("<item/>", 100, after: "</channel></rss>"))
        guard case .feed(let feed) = document else { return }
        #expect(feed.entries.count == 10 && feed.warnings == [.truncated(limit: 10)])
        let pages = text("<url><loc>x</loc></url>", 100, before: "<urlset>", after: "</urlset>")
        guard case .sitemap(let sitemap) = try FeedReader(limits: limits).read(pages) else { return }
        #expect(sitemap.pages.count == 10 && sitemap.warnings == [.truncated(limit: 10)])
    }

    /// Foundation's parser takes the data of an instruction for a C string, which is null where there is none (found by fuzzing).
    @Test(arguments: ["<?page-break?>", "<?page-break ?>", "<?é?>", "<?a?b?>", "<?x\n?>", "<?x y?><?x?>"])
    func instructionsWithoutData(_ instruction: String) throws {
        let document = try feed("<rss><channel><title>Harbor \(instruction)Post</title></channel></rss>")
        #expect(document.title?.value == "Harbor Post")
        #expect(document.warnings.isEmpty)
        #expect(try feed("\(instruction)<rss><channel><title>Post</title></channel></rss>").title?.value == "Post")
    }

    /// Of a declaration that does not end libxml2 takes the encoding, and crashes where it switches to it (found by fuzzing).
    @Test(arguments: ["", "<rss><channel><title>Post</title></channel></rss>"])
    func declarationWithoutEnd(_ rest: String) {
        let bytes = Array("<?xml version='1.0' encoding='windows-1251'".utf8) + [0x91] + Array(rest.utf8)
        #expect(throws: (any Error).self) { try FeedReader().read(bytes) }
    }

    /// Searches that fail are not made again: each of these would be quadratic.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<![CDATA[", "<!--", "<!D[", "<!\"", "<?", "</", "<a b=\"", "&", "&#", "<", "<!ENTITY", "<a", "]]", "<title>&x;",
        ]
    )
    func failedSearches(_ unit: String) {
        var limits = FeedLimits()
        limits.depth = 1 << 30
        _ = error(text(unit, 20_000), limits)
        _ = error(text(unit, 20_000, before: "<rss><channel><description>&lt;a href='", after: "</rss>"), limits)
    }

    /// Many short references on a long base do not make a small document large.
    @Test func longBases() throws {
        var limits = FeedLimits()
        limits.documentSize = 1 << 20
        let base = "https://post.example/" + String(repeating: "b", count: 4000) + "/"
        let document = try FeedReader(limits: limits).read(
            text("<item><link>x</link></item>", 10_000, before: "<rss xml:base='\(base)'><channel>", after: "</channel></rss>")
        )
        guard case .feed(let feed) = document else { return }
        #expect(feed.entries.count == 10_000)
        #expect(feed.entries.reduce(0) { $0 + ($1.link?.utf8.count ?? 0) } < 3 << 20)
    }
}
