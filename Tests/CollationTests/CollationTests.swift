import Language
import Reading
import Speech
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

/// Articles of plain text, for tests: headline, blank line, paragraphs.
enum Texts {
    static func article(_ id: String, _ text: String, language: String = "en") -> Article {
        var article = PlainTextReader().read(UTF8Text(text), origin: Origin(path: id))
        article.id = id
        if article.language == nil { article.language = language }
        return article
    }

    static func collate(_ texts: [String]) -> Collation {
        Pipeline().collate(texts.enumerated().map { article("\($0)", $1) })
    }

    static let council = """
        Council votes to close the old swimming pool

        The town council of Brackwater voted on Tuesday to close the Victoria swimming pool in September.

        "We cannot afford to heat an empty building," said the council leader, Maria Hartnell.

        Campaigners collected 4,200 signatures against the plan. A protest is planned outside the library on Saturday.
        """

    static let campaign = """
        Swimmers vow to fight closure of Brackwater pool

        Swimmers promised to fight on after the Brackwater council decided on Tuesday to close the Victoria swimming pool.

        Maria Hartnell, who leads the council, said the town could not afford to heat an empty building.

        The nearest other pool is eleven miles away. Bus fares would cost a family of four about twelve pounds.
        """
}

@Suite("Collation")
struct CollationTests {
    @Test("two articles share what both say, and keep what only one says")
    func twoArticles() throws {
        let collation = Texts.collate([Texts.council, Texts.campaign])
        func texts(_ statement: SharedStatement) -> String {
            statement.witnesses.map { collation.articles[$0.passage.article].article.text[$0.passage.range] }.joined(
                separator: "|"
            )
        }
        let heating = try #require(collation.shared.first { texts($0).contains("afford to heat") })
        #expect(Set(heating.witnesses.map(\.passage.article)) == [0, 1])
        #expect(collation.shared.contains { texts($0).contains("voted on Tuesday") && texts($0).contains("decided on Tuesday") })
        let solos = collation.solo.map { collation.articles[$0.passage.article].article.text[$0.passage.range] }
        #expect(solos.contains { $0.contains("Bus fares") })
        #expect(solos.contains { $0.contains("4,200 signatures") })
        #expect(!solos.contains { $0.contains("afford to heat") })
    }

    @Test("one article alone is all solo")
    func oneArticle() {
        let collation = Texts.collate([Texts.council])
        #expect(collation.shared.isEmpty)
        #expect(collation.solo.count >= 4)
    }

    @Test("no articles, and articles without words, make an empty collation")
    func nothing() {
        #expect(Texts.collate([]).shared.isEmpty)
        let empty = Texts.collate(["", "\n\n", "..."])
        #expect(empty.shared.isEmpty)
        #expect(empty.solo.isEmpty)
    }

    @Test("the same text twice is verbatim throughout, and nothing is solo")
    func sameTwice() {
        let collation = Texts.collate([Texts.council, Texts.council])
        #expect(collation.solo.isEmpty)
        #expect(!collation.shared.isEmpty)
        for statement in collation.shared where statement.strength == .strong {
            #expect(statement.witnesses.allSatisfy { $0.form == .verbatim })
        }
    }

    @Test("ids count up in the order of the first witnesses")
    func order() {
        let collation = Texts.collate([Texts.council, Texts.campaign])
        #expect(collation.shared.map(\.id) == collation.shared.indices.map { "s\($0 + 1)" })
        let firsts = collation.shared.compactMap(\.witnesses.first?.passage)
        #expect(firsts == firsts.sorted())
    }

    @Test("the order of articles changes nothing but their numbers")
    func orderOfArticles() {
        let one = Texts.collate([Texts.council, Texts.campaign])
        let other = Texts.collate([Texts.campaign, Texts.council])
        func swapped(_ passage: Passage) -> Passage { Passage(article: 1 - passage.article, range: passage.range) }
        func set(_ collation: Collation, _ rename: (Passage) -> Passage) -> Set<[Passage]> {
            Set(collation.shared.map { $0.witnesses.map { rename($0.passage) }.sorted() })
        }
        #expect(set(one) { $0 } == set(other, swapped))
        #expect(Set(one.solo.map(\.passage)) == Set(other.solo.map { swapped($0.passage) }))
    }
}
