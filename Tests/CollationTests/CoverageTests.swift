import Reading
import Stemma
import Testing
import TextCore

@testable import Collation

@Suite("Coverage")
struct CoverageTests {
    private static let bus = """
        Bus timetable changes in Brackwater

        The town council of Brackwater voted on Tuesday to close the Victoria swimming pool in September.

        The 14 bus will run every half hour from Monday.
        """

    private static func collate(_ articles: [(outlet: String, text: String)]) -> Collation {
        Pipeline().collate(
            articles.enumerated().map { index, article in
                var read = Texts.article("\(index)", article.text)
                read.outlet = Outlet(name: article.outlet, evidence: .given)
                return read
            }
        )
    }

    private static func words(_ collation: Collation, _ passage: Passage) -> String {
        collation.articles[passage.article].article.text[passage.range]
    }

    @Test("each statement is in the cells of its witnesses' articles, and lacking in the others")
    func matrix() throws {
        let collation = Self.collate([("Post", Texts.council), ("Echo", Texts.campaign), ("Wire", Self.bus)])
        let coverage = collation.coverage
        #expect(coverage.rows.count == collation.shared.count)
        for row in coverage.rows {
            let statement = collation.shared[row.statement]
            #expect(row.cells.map(\.article) == Set(statement.witnesses.map(\.passage.article)).sorted())
            #expect(row.cells.flatMap(\.witnesses).sorted() == Array(statement.witnesses.indices))
            #expect(row.outlets == row.cells.count)
        }
        for own in coverage.articles {
            #expect(Set(own.shared + own.notHere) == Set(collation.shared.indices))
            #expect(own.shared.count + own.notHere.count == collation.shared.count)
            #expect(own.onlyHere.allSatisfy { collation.solo[$0].passage.article == own.article })
        }
        let heating = try #require(
            collation.shared.firstIndex { Self.words(collation, $0.witnesses[0].passage).contains("afford to heat") }
        )
        #expect(coverage.articles[2].notHere.contains(heating))
        #expect(coverage.outlets.isEmpty)
    }

    @Test("depth runs from 0 at the top to 1 at the end, and ranks count the statements of the article")
    func prominence() throws {
        let collation = Self.collate([("Post", Texts.council), ("Echo", Texts.campaign)])
        let coverage = collation.coverage
        for article in 0..<2 {
            let standings =
                coverage.rows.compactMap { $0.cell(ofArticle: article)?.standing }
                + zip(coverage.solos, collation.solo).filter { $1.passage.article == article }.map(\.0)
            for standing in standings {
                #expect((0...1).contains(standing.depth))
                #expect((1...standing.count).contains(standing.rank))
            }
            // Who stands further down stands deeper.
            let ordered = standings.sorted { $0.rank < $1.rank }.map(\.depth)
            #expect(ordered == ordered.sorted())
            #expect(Set(standings.map(\.count)).count == 1)
        }
        let last = try #require(collation.solo.indices.last { collation.solo[$0].passage.article == 1 })
        #expect(coverage.solos[last].depth > 0.9)
    }

    @Test("articles of one outlet count together")
    func outlets() throws {
        let collation = Self.collate([("Post", Texts.council), ("POST", Texts.campaign), ("Wire", Self.bus)])
        let coverage = collation.coverage
        let outlet = try #require(coverage.outlets.first)
        #expect(coverage.outlets.count == 1)
        #expect(outlet.name == "Post")
        #expect(outlet.articles == [0, 1])
        #expect(!outlet.shared.isEmpty)
        #expect(!outlet.onlyHere.isEmpty)
        #expect(outlet.notHere.isEmpty)
        #expect(Set(outlet.shared + outlet.onlyHere) == Set(collation.shared.indices))
        #expect(outlet.onlyHere.allSatisfy { coverage.rows[$0].outlets == 1 })
    }

    @Test("the brief has the statements that most articles carry, in an article's own words, none twice")
    func brief() throws {
        let collation = Self.collate([("Post", Texts.council), ("Echo", Texts.campaign), ("Wire", Self.bus)])
        let brief = collation.coverage.brief
        #expect((1...StoryBrief.most).contains(brief.count))
        let words = brief.map { Self.words(collation, collation.shared[$0.statement].witnesses[$0.witness].passage) }
        #expect(words.contains { $0.contains("close the Victoria swimming pool") })
        #expect(Set(brief.map(\.statement)).count == brief.count)
        // Those of more than half of the articles come first; others only where these are few.
        let few = brief.filter { 2 * $0.articles <= 3 }
        #expect(few.isEmpty || brief.count <= StoryBrief.least)
        let widest = collation.coverage.rows.map(\.cells.count).max()
        #expect(brief.contains { $0.articles == widest })
    }

    @Test("the wording is the one that others bear out, in a body, and in marks where somebody speaks")
    func wording() throws {
        let lines = [
            "Mayor quits\n\nThe mayor resigned on Monday after the audit found missing funds.",
            "Mayor quits\n\nThe mayor resigned on Monday after the audit found missing funds, and left by the back door of the hall.",
            "Mayor quits\n\nOn Monday, after the audit found missing funds, the mayor of the little town resigned.",
        ]
        let collation = Self.collate(lines.enumerated().map { ("\($0.offset)", $0.element) })
        let row = try #require(
            collation.coverage.rows.filter { $0.cells.count == 3 }.first {
                Self.words(collation, collation.shared[$0.statement].witnesses[$0.wording].passage).contains("audit")
            }
        )
        let chosen = collation.shared[row.statement].witnesses[row.wording].passage
        #expect(chosen.article == 0)
    }

    @Test("no articles and one article have no coverage to tell")
    func nothing() {
        #expect(Collation(articles: []).coverage.rows.isEmpty)
        let one = Self.collate([("Post", Texts.council)]).coverage
        #expect(one.rows.isEmpty && one.brief.isEmpty && one.outlets.isEmpty)
        #expect(one.articles.count == 1)
        #expect(!one.articles[0].onlyHere.isEmpty)
    }
}
