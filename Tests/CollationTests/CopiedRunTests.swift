import Language
import Reading
import Speech
import Testing
import TextCore

@testable import Collation

@Suite("Copied runs")
struct CopiedRunTests {
    private func runs(_ texts: String...) -> [Reuse] { Texts.collate(texts).reuse }

    private let copied = "the crane fell across the railway line shortly before midnight and blocked both tracks"

    @Test("a run of eight words or more is found at its full length on both sides")
    func found() throws {
        let collation = Texts.collate([
            "Crane falls\n\nPolice said \(copied) for hours.", "Trains stop\n\nIn the port, \(copied) until dawn.",
        ])
        let run = try #require(collation.reuse.first)
        #expect(collation.reuse.count == 1)
        #expect(run.words == 14)
        #expect(run.quotedWords == 0)
        for passage in [run.first, run.second] {
            #expect(collation.articles[passage.article].article.text[passage.range] == copied)
        }
    }

    @Test("seven words are too few")
    func tooShort() {
        #expect(
            runs("A\n\nThe crane fell across the railway line today.", "B\n\nA crane fell across the railway line here.").isEmpty
        )
    }

    @Test("words quoted on both sides are counted apart")
    func quoted() throws {
        let run = try #require(
            runs(
                "A\n\n“We will rebuild the old market hall stone by stone,” the mayor said.",
                "B\n\nThe mayor promised: “We will rebuild the old market hall stone by stone.”"
            ).first
        )
        #expect(run.words == 10)
        #expect(run.quotedWords == 10)
    }

    @Test("headlines do not count")
    func headlines() {
        let headline = "Crane falls across railway line and blocks both tracks before midnight"
        #expect(runs("\(headline)\n\nOne.", "\(headline)\n\nTwo.").isEmpty)
    }

    @Test("a run that an article repeats is told once")
    func repeated() {
        #expect(runs("A\n\nWell, \(copied).", "B\n\nSo \(copied).\n\nAgain, \(copied).").count == 1)
    }

    @Test("a run ends at the paragraph")
    func paragraphs() {
        let found = runs("A\n\n\(copied).\n\n\(copied) too.", "B\n\n\(copied).\n\nSomething else entirely.")
        #expect(found.allSatisfy { $0.words == 14 })
    }

    @Test("copy edited to British or American spelling is copied all the same")
    func spellings() {
        let british = "the harbour programme was organised by labour councillors, who analysed its centre without favour"
        let american = "the harbor program was organized by labor councilors, who analyzed its center without favor"
        #expect(runs("A\n\nWell, \(british).", "B\n\nSo \(american).").map(\.words) == [14])
    }

    @Test("short forms with points are those without")
    func shortForms() throws {
        let found = runs(
            "A\n\nWell, the port was closed by order of the U.S. navy for two days in the U.S.",
            "B\n\nSo the port was closed by order of the US navy for two days in the US."
        )
        let run = try #require(found.first)
        #expect(found.count == 1 && run.words == 16)
        #expect(run.first.range.count == run.second.range.count + 4)
    }

    @Test("the same word three thousand times costs no more than its length")
    func degenerate() {
        let text = "A\n\n" + String(repeating: "ha ", count: 3000)
        #expect(runs(text, text).count >= 1)
    }
}
