import Language
import Reading
import Speech
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

/// The founding example, annotated clause by clause in `data/collation/seeds.json` beside the checkout.
@Suite("The two seeds", .enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
struct SeedTests {
    private static let loaded: (gold: Seeds, collation: Collation)? = {
        guard let gold = try? Seeds.load() else { return nil }
        let articles = gold.docs.compactMap { doc -> Article? in
            try? ArticleReader().article(fromPlainText: Array(doc.text.utf8), path: doc.file)
        }
        guard articles.count == gold.docs.count else { return nil }
        return (gold, Pipeline().collate(articles))
    }()

    /// The bytes of an annotated clause.
    private func passage(_ id: String) throws -> Passage {
        let (gold, collation) = try #require(Self.loaded)
        let article = try #require(gold.docs.firstIndex { doc in doc.sentences.contains { $0.id == id } })
        let place = try #require(gold.docs[article].sentences.first { $0.id == id })
        let index = CodePointIndex(collation.articles[article].article.text)
        return Passage(article: article, range: index.bytes(place.start..<place.end))
    }

    private func overlap(_ a: Passage, _ b: Passage) -> Bool { a.article == b.article && a.range.overlaps(b.range) }

    private func areAligned(_ a: String, _ b: String) throws -> Bool {
        let (x, y) = (try passage(a), try passage(b))
        return try #require(Self.loaded).collation.shared.contains { statement in
            statement.witnesses.contains { overlap($0.passage, x) } && statement.witnesses.contains { overlap($0.passage, y) }
        }
    }

    @Test("one utterance in two translations is aligned")
    func translations() throws {
        #expect(try areAligned("A.4", "B.4"))
    }

    @Test("the programme that both name is aligned")
    func programme() throws {
        #expect(try areAligned("A.5", "B.2"))
    }

    @Test("quoting one source is no copying")
    func noCopying() throws {
        #expect(try #require(Self.loaded).collation.reuse.isEmpty)
    }

    @Test("no words carry the claim about blocs")
    func headline() throws {
        let claim = try passage("A.h2")
        let findings = try #require(Self.loaded).collation.headlines.filter { overlap($0.claim, claim) }
        #expect(!findings.isEmpty)
        #expect(findings.contains { $0.support == .none && $0.missing.contains("blocs") })
        #expect(findings.allSatisfy { $0.support != .full })
    }

    @Test("beside a solo stands what comes nearest in the other article: the drills that one quotes and the other retells")
    func closest() throws {
        let (retold, drills) = (try passage("A.7b"), try passage("B.12"))
        let solos = try #require(Self.loaded).collation.solo
        #expect(solos.contains { overlap($0.passage, drills) && $0.closest.map { overlap($0.passage, retold) } == true })
    }

    @Test("what only one of them reports is solo", arguments: ["A.11", "A.13", "A.15", "B.5", "B.6", "B.7", "B.14"])
    func solo(id: String) throws {
        let place = try passage(id)
        #expect(try #require(Self.loaded).collation.solo.contains { overlap($0.passage, place) })
    }
}
