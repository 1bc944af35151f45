import Language
import Speech
import Testing
import TextCore

/// Units of comparison.
struct StatementTests {
    @Test func contentStandsApartFromItsFrame() {
        #expect(
            Analysis("“We are by no means afraid of this,” he insisted.").statements == [
                "We are by no means afraid of this"
            ]
        )
    }

    @Test func framesThatSayMoreStay() {
        let statements = Analysis(
            "Commenting on the movement of troops to the northern border, Pavel Dresk stressed that the drills were over."
        ).statements
        #expect(statements.count == 2)
        #expect(statements.last == "the drills were over.")
    }

    @Test func coordinatedClausesAreCut() {
        #expect(
            Analysis("The board closed the northern bridge on Monday, and the mayor was angry about the long closure.").statements
                == ["The board closed the northern bridge on Monday", "the mayor was angry about the long closure."]
        )
    }

    @Test func eachSentenceOfALongQuotationIsOne() {
        let analysis = Analysis("“The bridge is cracked. No crew can work on it in winter,” Sigrun Aldal said.")
        #expect(analysis.statements == ["The bridge is cracked.", "No crew can work on it in winter"])
        #expect(analysis.speech.statements.allSatisfy { $0.quotation == 0 && $0.kind == .speech })
        #expect(analysis.speech.statements.map(\.isNegated) == [false, true])
    }

    @Test func commasAloneAreOneStatement() {
        #expect(Analysis(String(repeating: ", ", count: 5000)).speech.statements.count == 1)
    }

    @Test func anAppositionOfTheSourceIsNoStatement() {
        let analysis = Analysis("“The bridge is cracked and old,” said Marit Oll, a fish wholesaler.")
        #expect(analysis.statements == ["The bridge is cracked and old"])
    }

    @Test func everySentenceHasAStatement() {
        let analysis = Analysis("All news\nNo. Yes! “Well,” he said. It rained; it poured.\nThe end came.")
        let covered = Set(analysis.speech.statements.map(\.sentence))
        #expect(covered == Set(analysis.annotated.sentences.indices))
    }
}
