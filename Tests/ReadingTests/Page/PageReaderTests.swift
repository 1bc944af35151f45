import Archives
import HTMLTree
import TestSupport
import Testing
import TextCore

@testable import Reading

@Suite struct PageReaderTests {
    private func article(_ html: String, _ options: PageOptions = PageOptions(), url: String? = nil) throws -> Article {
        try PageReader(options).article(from: Array(html.utf8), origin: Origin(path: "page.html"), given: .init(url: url))
    }

    private func kinds(_ article: Article, _ words: String) -> [Block.Kind] {
        article.blocks.filter { article.text[$0.range].contains(words) }.map(\.kind)
    }

    @Test func theModelIsWhole() {
        #expect(BlockModel.standard != nil)
    }

    @Test func aDamagedModelIsRefused() throws {
        var bytes = Array("SBM2".utf8) + [UInt8](repeating: 0, count: 64)
        bytes.withUnsafeBytes { #expect(BlockModel($0) == nil) }
        bytes = []
        bytes.withUnsafeBytes { #expect(BlockModel($0) == nil) }
    }

    @Test(arguments: ["<p>a", "<div><p>a</p></div>"]) func aPageOfManyBlocksIsReadInPart(block: String) throws {
        func segmented(_ count: Int) -> SegmentedPage {
            PageSegmenter.segment(HTMLParser.parse(Array(String(repeating: block, count: count).utf8)))
        }
        let most = PageSegmenter.mostBlocks
        #expect(!segmented(most - 1).isCutOff)
        #expect(segmented(most + 2).isCutOff)
        #expect(segmented(most + 2).blocks.count == most)
    }

    @Test func aPageOfEmptyElementsWithoutEndIsReadInPart() throws {
        let article = try article("<p>The ferry sails again." + String(repeating: "<div></div>", count: 1 << 18))
        #expect(article.warnings.contains(.readInPart(blocks: 1)))
    }

    @Test func theBodyIsTheBody() throws {
        let page = InventedPage.self
        let article = try article(page.html())
        let body = [
            page.paragraphs[0], page.paragraphs[1], "What it costs", page.paragraphs[2], page.paragraphs[3], page.items[0],
            page.items[1], page.paragraphs[4],
        ]
        #expect(article.body == body.joined(separator: "\n\n"))
        #expect(article.headline.map { article.text[$0.range] } == page.headline)
        #expect(article.authors == ["Tomas Rehling"])
        #expect(article.published?.iso8601 == "2024-02-05T18:30:00+01:00")
        #expect(article.outlet?.name == "The Tide Herald")
        #expect(article.language == "en")
        #expect(article.url == "https://tideherald.example/2024/02/05/bridge")
    }

    @Test func whatIsReadOutOnlyIsNoBody() throws {
        let extra = """
            <p>A ferry sails <a href="/f">every hour<span class="visually-hidden"> (opens in a new tab)</span></a> until dawn, too.</p>
            <div class="screen-reader-text"><p>The pictures that follow show the harbour in the morning.</p></div>
            <p>The last one leaves the northern quay when the tide turns, the harbour master said.</p>
            """
        let article = try article(InventedPage.html(extra: extra))
        #expect(article.body.contains("A ferry sails every hour until dawn, too."))
        #expect(article.body.contains("The last one leaves the northern quay"))
        #expect(!article.body.contains("The pictures that follow"))
        #expect(kinds(article, "The pictures that follow") == [.other])
    }

    @Test func whatIsNotBodyKeepsItsLabel() throws {
        let article = try article(InventedPage.html())
        #expect(kinds(article, "What it costs") == [.heading])
        #expect(kinds(article, "One lane") == [.listItem])
        #expect(kinds(article, "in January") == [.caption] || kinds(article, "in January") == [.credit])
        #expect(kinds(article, "By Tomas") == [.byline])
        #expect(kinds(article, "5 February") == [.time])
        #expect(kinds(article, "Facebook") == [.sharePrompt])
        #expect(kinds(article, "Sign up for our newsletter") == [.newsletter])
        #expect(kinds(article, "tolls") == [.relatedLink])
        #expect(kinds(article, "never creaked") == [.comment])
        #expect(kinds(article, "Imprint") == [.navigation])
        #expect(kinds(article, "not text").isEmpty)
        #expect(article.blocks.allSatisfy { !$0.reason.isEmpty })
    }

    @Test func blocksAreInOrderAndNothingIsLostBetweenThem() throws {
        let article = try article(InventedPage.html())
        var end = 0
        for block in article.blocks {
            #expect(block.range.lowerBound >= end)
            #expect(article.text.trimmed(end..<block.range.lowerBound).isEmpty)
            end = block.range.upperBound
        }
        #expect(end == article.text.count)
    }

    @Test func sentencesWithLinksStay() throws {
        let linked =
            #"<p>The <a href="/x">council of the harbour and its neighbours</a> meets again on <a href="/y">Friday</a>.</p>"#
        #expect(try article(InventedPage.html(extra: linked)).body.hasSuffix("meets again on Friday."))
    }

    @Test func shortcodesAndAddressesOfPicturesAreNoBody() throws {
        let extra = "<p>[gallery ids=\"12,13\"]</p><p>https://tideherald.example/quay.jpg</p><p>The quay is open again.</p>"
        let article = try article(InventedPage.html(extra: extra))
        #expect(article.body.hasSuffix(InventedPage.paragraphs[4] + "\n\nThe quay is open again."))
        #expect(kinds(article, "gallery") == [.embed])
    }

    @Test func twoLineBreaksPartParagraphs() throws {
        let html = """
            <html><body><div>\(InventedPage.paragraphs[0])<br><br>\(InventedPage.paragraphs[2])<br>\(InventedPage.paragraphs[3])</div>
            """
        let page = PageSegmenter.segment(HTMLParser.parse(Array(html.utf8)))
        #expect(page.blocks.count == 2)
    }

    @Test func aHeadlineOfTheMetadataOnlyIsPutInFront() throws {
        let html = """
            <html><head><meta property="og:title" content="Quiet tide"></head><body><p>\(InventedPage.paragraphs[0])</p>
            <p>\(InventedPage.paragraphs[1])</p></body></html>
            """
        let article = try article(html)
        #expect(article.text.string.hasPrefix("Quiet tide\n\n"))
        #expect(article.headline?.range == 0..<10)
    }

    @Test func theDatelineStandsApartAndInTheBody() throws {
        let html = InventedPage.html().replacing(InventedPage.paragraphs[0], with: "OSTHOLM (AP) — " + InventedPage.paragraphs[0])
        let article = try article(html)
        #expect(article.dateline?.place == "OSTHOLM")
        #expect(article.body.hasPrefix("OSTHOLM (AP) — The harbour council"))
        #expect(kinds(article, "OSTHOLM") == [.dateline])
    }

    @Test func nonBreakingSpacesAreNoText() throws {
        let article = try article(InventedPage.html(extra: "<p>&nbsp;</p><p>\u{A0}The quay is open.&nbsp;</p>"))
        #expect(article.blocks.allSatisfy { article.text.trimmed($0.range) == $0.range && !$0.range.isEmpty })
        #expect(article.body.hasSuffix("\n\nThe quay is open."))
    }

    @Test func explanationsNameWhatSpeaksForAndAgainst() throws {
        let article = try article(InventedPage.html(), PageOptions(explains: true))
        #expect(article.blocks.contains { $0.isBody && $0.reason.contains("; for: ") })
        #expect(article.blocks.contains { !$0.isBody && $0.reason.contains("; against: ") })
        #expect(try article.body == self.article(InventedPage.html()).body)
    }

    @Test func whatRecursAtAnOutletIsFurniture() throws {
        let slogan = "<p>The Tide Herald is free because its readers pay for it, and it owes nothing to anybody else.</p>"
        var profiles = OutletProfiles()
        for day in 1...4 {
            // The same slogan under articles of other words.
            let html = InventedPage.paragraphs.reduce(InventedPage.html(extra: slogan)) { html, paragraph in
                html.replacing(paragraph, with: "On day \(day) " + paragraph)
            }.replacing("/bridge\"", with: "/bridge-\(day)\"")
            profiles.learn(from: try article(html))
        }
        let page = InventedPage.html(extra: slogan)
        let article = try article(page, PageOptions(profiles: profiles))
        #expect(!article.body.contains("owes nothing"))
        #expect(article.blocks.contains { $0.reason == "stands on 4 of 4 pages of this outlet" })
        #expect(article.body.contains(InventedPage.paragraphs[1]))
    }

    @Test(arguments: [
        "<!DOCTYPE html><p>", "\u{FEFF}<html>", "  <!-- saved --> <?xml version='1.0'?><!doctype html>", "<DIV class=a>",
    ])
    func pagesAreRecognized(_ text: String) {
        #expect(PageReader.looksLikePage(Array(text.utf8)))
    }

    @Test(arguments: ["", "<", "<3 you", "A text about <html> pages", "<!-- never closed", "<rss version=\"2.0\">"])
    func otherThingsAreNotPages(_ text: String) {
        #expect(!PageReader.looksLikePage(Array(text.utf8)))
    }
}

@Suite struct HostilePageTests {
    private func read(_ html: [UInt8]) -> Result<Article, ReadingError> {
        Result { () throws(ReadingError) in try PageReader().article(from: html, origin: Origin(path: "hostile.html")) }
    }

    @Test func aMillionElementsDeep() throws {
        let article = try read(Array(String(repeating: "<div class=article-body>", count: 1_000_000).utf8)).get()
        #expect(article.warnings.contains(.noBody))
    }

    @Test func aHundredThousandAttributes() throws {
        let attributes = (0..<100_000).map { "class\($0)=a" }.joined(separator: " ")
        _ = try read(Array("<p \(attributes)>Text.".utf8)).get()
    }

    @Test func tooLargeIsRefused() {
        let result = read([UInt8](repeating: 0x61, count: PageReader.longestPage + 1))
        #expect(result.error?.kind == .tooLarge(limit: PageReader.longestPage))
    }

    @Test func oneTextOfManyMegabytes() throws {
        let article = try read(Array("<p>".utf8) + [UInt8](repeating: 0x61, count: 8 << 20)).get()
        #expect(article.text.count == 8 << 20)
    }

    @Test func noTextAtAll() throws {
        let article = try read(Array("<html><body><script>x</script></body></html>".utf8)).get()
        #expect(article.blocks.isEmpty && article.warnings.contains(.noBody))
        #expect(read([0x20, 0x0A]).error?.kind == .emptyFile)
    }
}
