import TestSupport
import Testing
import TextCore

@testable import Reading

/// The two real articles of the founding example.
@Suite(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
struct SeedsTests {
    let seeds: Seeds
    let articles: [String: Article]

    init() throws {
        seeds = try Seeds.load()
        var articles: [String: Article] = [:]
        for document in seeds.docs {
            articles[document.doc] = try ArticleReader().article(fromPlainText: document.bytes(), path: document.name)
        }
        self.articles = articles
    }

    @Test func headlines() throws {
        for document in seeds.docs {
            let article = try #require(articles[document.doc])
            #expect(article.headline.map { article.text[$0.range] } == document.headline)
        }
    }

    @Test func boilerplateIsNotBodyAndTheRestIs() throws {
        let boilerplate = Set(seeds.detail.boilerplate)
        #expect(!boilerplate.isEmpty)
        for (id, segment) in seeds.detail.segments {
            let article = try #require(articles[segment.doc])
            // The annotation joins lines that follow each other with a line end: each has its own block.
            for line in segment.text.split(separator: "\n") {
                let bytes = Array(line.utf8)
                let start = try #require(
                    article.text.bytes.indices.first { article.text.bytes[$0...].starts(with: bytes) },
                    "\(id)"
                )
                let blocks = article.blocks.filter { $0.range.overlaps(start..<start + bytes.count) }
                let isFurniture = blocks.allSatisfy { !$0.isBody && $0.kind != .headline && $0.kind != .standfirst }
                #expect(isFurniture == (boilerplate.contains(id) || segment.kind == "temporal"), "\(id): \(line) \(blocks)")
            }
        }
    }

    @Test func timesAndDateline() throws {
        #expect(articles["A"]?.published?.iso8601 == "2021-10-18T14:05")
        let dateline = try #require(articles["B"]?.dateline)
        #expect(articles["B"]?.text[dateline.range] == "PARIS, October 18. /TASS/.")
        #expect(dateline.place == "PARIS")
        #expect(dateline.agency == "TASS")
        #expect(dateline.date?.iso8601 == "XXXX-10-18")
        #expect(articles["B"]?.published?.iso8601 == "XXXX-10-18")
    }

    @Test func outlets() {
        #expect(articles["A"]?.outlet == Outlet(name: "RT", evidence: .promo))
        #expect(articles["B"]?.outlet?.name == "TASS")
        #expect(articles["B"]?.agencies == ["TASS"])
    }
}
