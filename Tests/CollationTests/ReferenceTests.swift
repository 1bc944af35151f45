import Reading
import Stemma
import Testing
import TextCore

@testable import Collation

@Suite("What takes up what was said before")
struct ReferenceTests {
    /// What the last sentence of an article takes up, as it stands there; nil for nothing.
    private func antecedent(_ text: String) -> String? {
        let analyzed = Pipeline().analyze(Texts.article("a", text))
        let story = Story([analyzed])
        let table = ClauseTable(story)
        let acts = ClauseActs(story, table, StoryPropositions(story))
        guard let found = Antecedents(story, table, acts: acts).ofUnit.last, let found else { return nil }
        return found.clauses.map { analyzed.article.text[table.clauses[$0].range] }.joined(separator: " ")
    }

    @Test("a demonstrative alone takes up the clause before")
    func demonstrative() throws {
        let found = try #require(
            antecedent(
                """
                Ferries

                The harbour board met on Monday, and the council fears that night ferries will stop. "We are against this," Korvan said.
                """
            )
        )
        #expect(found.contains("night ferries"))
        #expect(!found.contains("board met"))
    }

    @Test("a noun takes up the clause that tells its act")
    func noun() throws {
        let found = try #require(
            antecedent("Mill\n\nThe mayor decided last week to sell the old mill. Its roof leaks. The decision angered tenants.")
        )
        #expect(found.contains("sell the old mill"))
        #expect(!found.contains("roof"))
    }

    @Test("an answer takes up the question before it")
    func answer() throws {
        let found = try #require(
            antecedent(
                "Mill\n\nReporters had one question: will the town sell the mill? \"Not under any mayor of a sane old town,\" Korvan said."
            )
        )
        #expect(found.contains("sell the mill"))
    }

    @Test(
        "nothing is taken up",
        arguments: [
            "This mill was built in 1902.", "The mayor said that the mill was sold.", "The mill that was sold burned down.",
            "The decision to sell the mill angered tenants.", "It is clear that the mill needs a roof.",
            "Those who work there got letters.",
        ]
    )
    func nothing(_ sentence: String) {
        #expect(antecedent("Mill\n\nThe town owns a mill on the river. " + sentence) == nil)
    }

    @Test("a first sentence takes nothing up, nor does a headline")
    func first() {
        #expect(antecedent("Mill\n\nThis was decided on Monday.") == nil)
        #expect(antecedent("This was decided on Monday") == nil)
    }

    /// A feature of the pair of sentences that start so, in two articles.
    private func feature(_ name: String, _ one: String, _ other: String, starting starts: (String, String)) throws -> Float {
        let articles = [one, other].map { Pipeline().analyze(Texts.article("a", $0)) }
        let place = try #require(Collator.featureNames.firstIndex(of: name))
        let pair = Collator().measure(articles).first { pair in
            let texts = [pair.first, pair.second].map { articles[$0.article].article.text[$0.range] }
            return texts.contains { $0.hasPrefix(starts.0) } && texts.contains { $0.hasPrefix(starts.1) }
        }
        return try #require(pair).features[place]
    }

    @Test("what is taken up counts as said, but for less")
    func taken() throws {
        let one = "Ferries\n\nThe board may stop the night ferries. This would hurt the islands, Korvan said."
        let other = "Islands\n\nKorvan warned on Monday. Stopping night ferries would hurt islands, the old captain said."
        let found = try feature("takenShared", one, other, starting: ("This would", "Stopping"))
        #expect(found > 0)
        #expect(try found < feature("clauseKinShared", one, other, starting: ("This would", "Stopping")))
        #expect(try feature("takenShared", one, other, starting: ("The board", "Stopping")) == 0)
    }

    @Test("a clause of a long sentence and a short sentence meet in other words and by other names")
    func clause() throws {
        let one = """
            Board

            Dmitry Korvan runs the harbour. He quit the board on Monday, while ships waited outside in heavy weather for a pilot.
            """
        let other = "Korvan\n\nKorvan resigned from the board."
        let concepts = try feature("clauseConceptJaccard", one, other, starting: ("He quit", "Korvan resigned"))
        #expect(try feature("clauseKinJaccard", one, other, starting: ("He quit", "Korvan resigned")) > concepts)
    }
}
