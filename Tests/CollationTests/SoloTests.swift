import Reading
import Testing
import TextCore

@testable import Collation

@Suite("What only one article says")
struct SoloTests {
    private static let repairs = """
        Harbor of Varnach closes for repairs

        The harbor of Varnach will close on Monday for repairs of its northern quay.

        Many fear that boats will find no berth in the whole of autumn. The price of bread has risen by 4% since May.

        The mayor, Olek Tarn, promised help for owners of boats.
        """

    private static let closure = """
        Varnach: harbor shut from Monday

        The harbor of Varnach will be shut from Monday while its northern quay is repaired.

        "Nobody has told us where the boats of our fishermen should go," said Ines Dorn. A bridge will open in Holm next summer.
        """

    private func solo(_ words: String, in collation: Collation) -> Solo? {
        collation.solo.first { text($0.passage, in: collation).contains(words) }
    }

    private func text(_ passage: Passage, in collation: Collation) -> String {
        collation.articles[passage.article].article.text[passage.range]
    }

    @Test("a solo tells where the other article comes nearest to it, and nothing where none does")
    func closest() throws {
        let collation = Texts.collate([Self.repairs, Self.closure])
        let boats = try #require(solo("Nobody has told us", in: collation))
        let closest = try #require(boats.closest)
        #expect(text(closest.passage, in: collation).hasPrefix("Many fear that boats"))
        #expect(closest.probability >= SoloStatements.near)
        #expect(try #require(solo("price of bread", in: collation)).closest == nil)
        #expect(try #require(solo("bridge", in: collation)).closest == nil)
    }

    @Test("a sentence that a solo's own sentence shares something with is not its closest")
    func partners() {
        let collation = Texts.collate([Texts.council, Texts.campaign])
        for solo in collation.solo {
            guard let closest = solo.closest?.passage else { continue }
            let isPartner = collation.shared.contains { statement in
                let ranges = statement.witnesses.map(\.passage)
                return ranges.contains { $0.article == closest.article && closest.range.contains($0.range.lowerBound) }
                    && ranges.contains { $0.article == solo.passage.article && $0.range.overlaps(solo.passage.range) }
            }
            #expect(!isPartner)
        }
    }
}
