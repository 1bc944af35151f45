import Collation
import Foundation
import Language
import Reading
import Speech
import TestSupport
import Testing
import TextCore

@testable import Stemma

/// The figures, dates and nested marks planted in `Examples/`, through the whole pipeline: the year of an article without
/// one comes from the others.
struct PlantedFiguresTests {
    private static let files = ["coast-tribune.txt", "harbour-herald.txt", "le-littoral.txt", "nordwire.txt"]

    private static let collation: Collation? = try? {
        let articles = try files.map { file in
            try ArticleReader().article(fromPlainText: ExampleFiles.bytes(file), path: "Examples/" + file)
        }
        return Pipeline().collate(articles)
    }()

    private func find(_ file: String, _ text: String) throws -> (article: Int, analyzed: AnalyzedArticle, place: Range<Int>) {
        let article = try #require(Self.files.firstIndex(of: file))
        let analyzed = try #require(Self.collation).articles[article]
        return (article, analyzed, try #require(Self.range(of: text, in: analyzed.article.text)))
    }

    /// The first place of a text, in bytes.
    private static func range(of words: String, in text: UTF8Text) -> Range<Int>? {
        Data(text.bytes).firstRange(of: Data(words.utf8))
    }

    /// The figures inside a planted text.
    private func figures(_ planted: PlantedFinding) throws -> [Figure] {
        let (_, analyzed, place) = try find(planted.file, planted.text)
        return analyzed.annotated.figures.filter {
            place.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= place.upperBound
        }
    }

    @Test func everyKindIsRead() {
        for kind in ["money", "figure", "vote", "percentChange", "fraction", "date", "agreement", "nested"] {
            #expect(!PlantedFinding.all(kind).isEmpty, "\(kind)")
        }
    }

    @Test(arguments: PlantedFinding.all("money"))
    func money(_ planted: PlantedFinding) throws {
        let found = try figures(planted)
        #expect(found.map(\.unit) == [.money(try #require(planted.unit))])
        #expect(found.map(\.value) == planted.value?.numbers)
        #expect(found.map(\.bound) == [planted.bound == "about" ? .about : .atLeast])
    }

    @Test(arguments: PlantedFinding.all("figure"))
    func percent(_ planted: PlantedFinding) throws {
        let found = try figures(planted).filter { $0.unit == .percent }
        #expect(found.map(\.value) == planted.value?.numbers)
        #expect(found.map(\.bound) == [.exact])
    }

    /// The sign of a change is in its verb, so only its size is a figure.
    @Test(arguments: PlantedFinding.all("percentChange"))
    func percentChange(_ planted: PlantedFinding) throws {
        let found = try figures(planted).filter { $0.unit == .percent }
        #expect(found.map(\.value) == planted.value?.numbers.map(abs))
    }

    @Test(arguments: PlantedFinding.all("vote"))
    func vote(_ planted: PlantedFinding) throws {
        let found = try figures(planted)
        #expect(found.map(\.unit) == [.ratio])
        #expect(found.flatMap { [$0.value, $0.second ?? .nan] } == planted.value?.numbers)
    }

    @Test(arguments: PlantedFinding.all("fraction"))
    func fraction(_ planted: PlantedFinding) throws {
        let parts = try #require(planted.value).numbers
        try #require(parts.count == 2)
        let found = try figures(planted)
        #expect(found.map(\.unit) == [.share])
        #expect(found.allSatisfy { abs($0.value - parts[0] / parts[1]) < 1e-9 })
        // Nearly two-thirds is less than two-thirds.
        #expect(found.allSatisfy { [.about, .lessThan].contains($0.bound) })
    }

    @Test(arguments: PlantedFinding.all("date"))
    func date(_ planted: PlantedFinding) throws {
        let (_, analyzed, place) = try find(planted.file, planted.text)
        let found = analyzed.annotated.times.filter { $0.range.overlaps(place) }
        let day = try #require(planted.value).day
        // An hour or part of the day may follow the day.
        #expect(found.map { String($0.value.iso8601.prefix(day.utf8.count)) } == [day])
        #expect(found.map(\.isRelative) == [true])
    }

    @Test(arguments: PlantedFinding.all("agreement"))
    func agreement(_ planted: PlantedFinding) throws {
        let one = try find(planted.file, planted.text)
        let other = try find(try #require(planted.file2), try #require(planted.text2))
        for finding in try #require(Self.collation).figures {
            guard case .conflict(_, let values) = finding else { continue }
            let ours = values.filter {
                $0.passage.article == one.article && $0.passage.range.overlaps(one.place)
                    || $0.passage.article == other.article && $0.passage.range.overlaps(other.place)
            }
            // Both stand against a third article, with one value.
            #expect(ours.count == 2)
            #expect(Set(ours.map(\.figure.value)) == Set(planted.value?.numbers ?? []))
        }
    }

    @Test(arguments: PlantedFinding.all("nested"))
    func nested(_ planted: PlantedFinding) throws {
        let (_, analyzed, place) = try find(planted.file, planted.text)
        let around = analyzed.speech.quotations.filter {
            $0.isSpeech && $0.range.lowerBound < place.lowerBound && place.upperBound < $0.range.upperBound
        }
        #expect(around.map { $0.speaker?.name } == [planted.speaker])
    }
}
