import Language
import Reading
import Speech
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

@Suite("The findings planted in Examples")
struct ExampleTests {
    private static let files = ["coast-tribune.txt", "harbour-herald.txt", "le-littoral.txt", "nordwire.txt"]

    private static let collation: Collation? = try? {
        let articles = try files.map { file in
            try ArticleReader().article(fromPlainText: ExampleFiles.bytes(file), path: "Examples/" + file)
        }
        return Pipeline().collate(articles)
    }()

    private func passage(_ file: String, _ text: String, _ collation: Collation) throws -> Passage {
        let article = try #require(Self.files.firstIndex(of: file))
        let source = collation.articles[article].article.text
        return Passage(article: article, range: try #require(Texts.range(of: text, in: source, from: 0)))
    }

    private func overlap(_ a: Passage, _ b: Passage) -> Bool { a.article == b.article && a.range.overlaps(b.range) }

    @Test("no kind is without records: a list of arguments that is empty tests nothing")
    func everyKindIsRead() {
        for kind in ["translated", "retold", "shared", "copied", "headline", "solo", "conflict", "arithmetic"] {
            #expect(!PlantedFinding.all(kind).isEmpty, "\(kind)")
        }
    }

    @Test("translated, retold and shared statements are aligned", arguments: PlantedFinding.all("translated", "retold", "shared"))
    func aligned(_ expected: PlantedFinding) throws {
        let collation = try #require(Self.collation)
        let one = try passage(expected.file, expected.text, collation)
        let other = try passage(try #require(expected.file2), try #require(expected.text2), collation)
        let found = collation.shared.contains { statement in
            statement.witnesses.contains { overlap($0.passage, one) }
                && statement.witnesses.contains { overlap($0.passage, other) }
        }
        #expect(found, "\(expected.id): \(expected.text) | \(expected.text2 ?? "")")
    }

    @Test("copied paragraphs are found whole", arguments: PlantedFinding.all("copied"))
    func copied(_ expected: PlantedFinding) throws {
        let collation = try #require(Self.collation)
        let one = try passage(expected.file, expected.text, collation)
        let run = try #require(collation.reuse.first { overlap($0.first, one) || overlap($0.second, one) })
        #expect(run.words == expected.words)
        #expect(run.quotedWords == 0)
        #expect(collation.reuse.count == 1)
    }

    @Test("headline claims are carried, or not", arguments: PlantedFinding.all("headline"))
    func headline(_ expected: PlantedFinding) throws {
        let collation = try #require(Self.collation)
        let claim = try passage(expected.file, expected.text, collation)
        let finding = try #require(collation.headlines.first { overlap($0.claim, claim) })
        #expect(finding.support.rawValue == expected.support)
    }

    @Test("what only one article says is solo", arguments: PlantedFinding.all("solo"))
    func solo(_ expected: PlantedFinding) throws {
        let collation = try #require(Self.collation)
        let place = try passage(expected.file, expected.text, collation)
        #expect(collation.solo.contains { overlap($0.passage, place) })
    }

    @Test("conflicting figures are found with the value of each article", arguments: PlantedFinding.all("conflict"))
    func conflict(_ expected: PlantedFinding) throws {
        let collation = try #require(Self.collation)
        let one = try passage(expected.file, expected.text, collation)
        let other = try passage(try #require(expected.file2), try #require(expected.text2), collation)
        let conflicts = collation.figures.compactMap { finding -> [FigureWitness]? in
            guard case .conflict(_, let values) = finding else { return nil }
            return values
        }
        let found = try #require(conflicts.first { $0.contains { overlap($0.passage, one) } })
        #expect(found.first { overlap($0.passage, one) }?.figure.value == expected.value?.numbers.first)
        #expect(found.first { overlap($0.passage, other) }?.figure.value == expected.value2?.numbers.first)
        #expect(conflicts.count == 1)
    }

    @Test("sums that do not add up are found with their parts", arguments: PlantedFinding.all("arithmetic"))
    func arithmetic(_ expected: PlantedFinding) throws {
        let collation = try #require(Self.collation)
        let place = try passage(expected.file, expected.text, collation)
        let sums = collation.figures.compactMap { finding -> ArithmeticFinding? in
            guard case .arithmetic(let sum) = finding else { return nil }
            return sum
        }
        let found = try #require(sums.first { overlap($0.claim, place) })
        let text = collation.articles[place.article].article.text
        #expect(found.total == expected.total)
        #expect(found.verdict == expected.verdict)
        #expect(text[found.claim.range] == expected.claim)
        #expect(found.parts.map { text[$0.range] } == expected.parts)
        #expect(sums.count == 1)
    }

    @Test("the words of a headline that the body has in sentences apart are not called missing")
    func scatteredHeadline() throws {
        let collation = try #require(Self.collation)
        let claim = try passage("le-littoral.txt", "coupée en deux jusqu’au printemps", collation)
        let finding = try #require(collation.headlines.first { overlap($0.claim, claim) })
        #expect(finding.support == .partial)
        #expect(finding.missing.isEmpty)
        let cut = try passage("le-littoral.txt", "coupée en deux, ne tiendra pas six mois", collation)
        #expect(finding.witnesses.contains { overlap($0, cut) })
    }
}
