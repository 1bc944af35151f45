import Testing

@testable import Collation

@Suite("Forms of witnesses")
struct WitnessFormTests {
    @Test("a direct quotation is quoted, however long the words that introduce it")
    func direct() throws {
        let collation = Texts.collate([
            "Council on the pool\n\n“We will not close this pool,” Ann Bell said. The council meets again in May.",
            "Pool debate\n\n“We will not close this pool,” Ann Bell told reporters on the steps on Monday. Rain fell.",
        ])
        let statement = try #require(collation.shared.first { $0.speaker == "Ann Bell" })
        #expect(!statement.witnesses.contains { $0.form == .retold })
    }

    @Test("one wording in British and American spelling is verbatim")
    func spellings() throws {
        let collation = Texts.collate([
            "Pool plan\n\n“We will organise the labour programme ourselves and honour the centre,” Ann Bell said. Rain fell.",
            "Council\n\nThe council met. “We will organize the labor program ourselves and honor the center,” Ann Bell said.",
        ])
        let statement = try #require(collation.shared.first { $0.speaker == "Ann Bell" })
        #expect(statement.relation == .verbatim)
    }

    @Test("a sentence of thousands of clauses is compared in bounded pieces")
    func longSentence() {
        let clauses = (0..<3_000).map { "the man said that road \($0) was shut and" }.joined(separator: " ")
        let collation = Texts.collate(["Roads\n\n" + clauses, "Streets\n\nThe town is calm. " + clauses])
        #expect(!collation.shared.isEmpty)
    }

    @Test("a contradiction is shown with a caution, whichever witnesses contradict each other")
    func contradiction() throws {
        let collation = Texts.collate([
            "Minister on appeal\n\nTransport Minister Olga Sten said the government would not appeal to the high court.",
            "Government reacts\n\nTransport Minister Olga Sten said the government would appeal to the high court.",
        ])
        #expect(!collation.shared.isEmpty)
        #expect(collation.shared.allSatisfy { $0.reasons.contains(.negationDiffers) })
    }
}
