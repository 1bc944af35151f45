import Language
import Reading
import Speech
import Stemma
import Testing
import TextCore

@testable import Collation

@Suite("Reasons")
struct ReasonTests {
    /// The shared statement that has these words in one of its witnesses.
    private func statement(_ words: String, _ texts: String...) throws -> SharedStatement {
        let collation = Texts.collate(texts)
        return try #require(
            collation.shared.first { statement in
                statement.witnesses.contains {
                    collation.articles[$0.passage.article].article.text[$0.passage.range].contains(words)
                }
            }
        )
    }

    private func figuresDiffer(_ statement: SharedStatement) -> [String]? {
        for case .figuresDiffer(let figures) in statement.reasons { return figures }
        return nil
    }

    private static let quoted = """
        Pool to close

        "We cannot afford to heat an empty swimming pool in winter," said Maria Hartnell, the council leader.
        """
    private static let retold = """
        Council defends plan

        Maria Hartnell said the council could not afford to heat an empty swimming pool in winter.
        """
    private static let narrated = """
        Brackwater without pool

        The council cannot afford to heat an empty swimming pool in winter. Snow is expected soon.
        """

    @Test("the same words in marks are told so, whatever stands around them")
    func quotedAlike() throws {
        let found = try statement(
            "ready to talk",
            "Lind on talks\n\n\"We are ready to talk to anyone,\" Mayor Carla Lind said in Kessen on Monday.",
            "Lind in Kessen\n\nMayor Carla Lind arrived in Kessen on Monday. \"We are ready to talk to anyone,\" she said."
        )
        #expect(found.relation == .verbatim)
    }

    @Test("times of which nothing is known are not the same")
    func unknownTimes() throws {
        let found = try statement(
            "closed its pool",
            "Pool\n\nBrackwater closed its pool last year after a leak was found.",
            "Leak\n\nLast year Brackwater closed its pool after a leak was found."
        )
        for case .sharedTimes(let times) in found.reasons { #expect(times.allSatisfy { $0.contains { $0.isNumber } }) }
    }

    @Test("two articles that name one speaker share it")
    func sameSpeaker() throws {
        let found = try statement("afford to heat", Self.quoted, Self.retold)
        #expect(found.speaker == "Maria Hartnell")
        #expect(found.reasons.contains(.sameSpeaker("Maria Hartnell")))
    }

    @Test("where only one article names a speaker, the statement has none")
    func oneSpeaker() throws {
        let found = try statement("afford to heat", Self.quoted, Self.narrated)
        #expect(found.witnesses.contains { $0.speaker == "Maria Hartnell" })
        #expect(found.speaker == nil)
        #expect(!found.reasons.contains { if case .sameSpeaker = $0 { true } else { false } })
    }

    @Test("figures of one value that count different things are not told as the same")
    func sameFigures() throws {
        func told(_ other: String) throws -> Bool {
            let found = try statement(
                "clashes",
                "A day in May\n\nPolice in Varden arrested 12 protesters outside the town hall on Monday after clashes with officers.",
                "Late edition\n\nPolice in Varden \(other) the town hall on Monday after clashes between protesters and officers."
            )
            return found.reasons.contains { if case .sharedFigures = $0 { true } else { false } }
        }
        #expect(try told("held 12 protesters outside"))
        #expect(try !told("closed 12 streets around"))
    }

    @Test("copies with two figures of one unit do not differ")
    func copies() throws {
        let text = "Ferry hits pier\n\nThe ferry, carrying 212 passengers and 38 crew, struck the northern pier on Sunday."
        #expect(figuresDiffer(try statement("212", text, text)) == nil)
    }

    @Test("counts of one noun differ, counts of different nouns do not")
    func counts() throws {
        func text(_ figures: String) -> String {
            "Ferry hits pier\n\nThe ferry struck the northern pier on Sunday and \(figures)."
        }
        let differing = try statement("struck", text("14 people were injured"), text("17 people were injured"))
        #expect(figuresDiffer(differing) == ["14", "17"])
        let apart = try statement("struck", text("14 people were injured"), text("17 cars were damaged"))
        #expect(figuresDiffer(apart) == nil)
    }

    @Test("words in common are told as the first witness has them")
    func firstWitness() throws {
        let english = "Bridge closed\n\nThe council voted 7-2 to close the Osmund bridge until spring."
        let french = "Pont fermé\n\nLe conseil a voté, par 7 voix contre 2, la fermeture du pont Osmund jusqu’au printemps."
        func words(_ articles: [Article]) throws -> [String] {
            let collation = Pipeline().collate(articles)
            let statement = try #require(collation.shared.first { $0.witnesses.count == 2 })
            return statement.reasons.flatMap { if case .sharedWords(let words) = $0 { words } else { [String]() } }
        }
        let articles = [Texts.article("en", english), Texts.article("fr", french, language: "fr")]
        let inEnglish = try words(articles)
        #expect(!inEnglish.isEmpty && inEnglish.allSatisfy { english.contains($0) })
        let inFrench = try words(articles.reversed())
        #expect(!inFrench.isEmpty && inFrench.allSatisfy { french.contains($0) })
    }

    @Test("a negation counts where the statement is, not in another clause of the sentence")
    func negation() throws {
        let one = "Fire in hotel\n\nThe fire in the Hotel Bellevue destroyed the old kitchen."
        let other =
            "Hotel burns\n\nThe fire in the Hotel Bellevue destroyed the old kitchen, and “nobody will rebuild it,” Anna Berg said."
        #expect(!(try statement("old kitchen", one, other)).reasons.contains(.negationDiffers))
        let denied = "Hotel stands\n\nThe fire in the Hotel Bellevue has not destroyed the old kitchen."
        #expect(try statement("old kitchen", one, denied).reasons.contains(.negationDiffers))
    }

    private func references(_ statement: SharedStatement) -> [String] {
        statement.reasons.compactMap { reason in
            switch reason {
            case .refersTo(let words, let meaning): "\(words) = \(meaning)"
            case .answers(let question): "answer: \(question)"
            default: nil
            }
        }
    }

    @Test("what “this” takes up is told where the other article says it in full")
    func takenUp() throws {
        let found = try statement(
            "against this",
            """
            Ferries

            The council fears that night ferries to the northern islands will stop. "We are firmly against this," Korvan said.
            """,
            """
            Islands

            Korvan said he was firmly against stopping night ferries to the northern islands.
            """
        )
        #expect(references(found).contains { $0.hasPrefix("this = ") && $0.contains("night ferries") })
    }

    @Test("whom a pronoun and a role stand for is told where the other article names them, and not where both do")
    func mentions() throws {
        let one = """
            Board

            Dmitry Korvan runs the harbour of Brackwater. He quit the harbour board on Monday over the price of night ferries.
            """
        let other = "Harbour\n\nDmitry Korvan quit the harbour board over the price of night ferries, three captains said."
        #expect(references(try statement("He quit", one, other)) == ["He = Dmitry Korvan"])
        let named = one.replacing("He quit", with: "Korvan quit")
        #expect(references(try statement("Korvan quit", named, other)).isEmpty)
    }
}
