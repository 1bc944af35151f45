import Language
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

@Suite("Errors planted in invented articles, and their clean twins")
struct PlantedErrorTests {
    /// The findings about the articles of a story with the error, or without it.
    private func findings(_ error: PlantedError, planted: Bool) -> [String] {
        let articles = error.articles.enumerated().map { index, body in
            var article = Texts.article("\(index)", "From the town hall\n\n" + Self.text(body, planted: planted))
            article.published = CivilTime(year: 2016, month: 5, day: error.days[index])
            return article
        }
        func words(_ passage: Passage) -> String { articles[passage.article].text[passage.range] }
        func words(_ values: [Passage]) -> String { values.sorted().map(words).joined(separator: " / ") }
        return Pipeline().collate(articles).figures.map { finding in
            switch finding {
            case .arithmetic(let sum): "\(sum.check): \(words(sum.claim))"
            case .conflict(_, let values): "conflict: " + words(values.map(\.passage))
            case .update(_, let values): "update: " + words(values.map(\.passage))
            case .times(_, let values): "times: " + words(values.map(\.passage))
            }
        }
    }

    /// A body with one side of each `[[planted|clean]]`.
    private static func text(_ body: String, planted: Bool) -> String {
        var text = ""
        var rest = Substring(body)
        while let open = rest.firstRange(of: "[["), let close = rest.firstRange(of: "]]") {
            let sides = rest[open.upperBound..<close.lowerBound].split(separator: "|")
            text += rest[..<open.lowerBound] + (planted ? sides[0] : sides[1])
            rest = rest[close.upperBound...]
        }
        return text + rest
    }

    @Test("every planted error is found", arguments: PlantedError.oneArticle + PlantedError.twoArticles)
    func planted(_ error: PlantedError) { #expect(findings(error, planted: true) == [error.finding]) }

    @Test("nothing but updates is found in the clean twins", arguments: PlantedError.oneArticle + PlantedError.twoArticles)
    func clean(_ error: PlantedError) {
        #expect(findings(error, planted: false).filter { !$0.hasPrefix("update") } == [])
    }
}
