import Reading
import Speech
import Stemma
import Testing
import TextCore

@testable import Collation
@testable import Language

/// A figure to place by its words, so that these tests do not rest on the figure scanner.
struct Planted {
    let words: String
    let value: Double
    var second: Double?
    var unit: Figure.Unit = .count
    var counted: String?
    var bound: Figure.Bound = .exact
    var isQuantifier = false
}

extension Texts {
    /// An article whose figures are those planted, in order of their places.
    static func analyzed(_ text: String, _ planted: [Planted]) -> AnalyzedArticle {
        let analyzed = Pipeline().analyze(article("a", text))
        let old = analyzed.annotated
        var from = 0
        let figures = planted.compactMap { plant -> Figure? in
            guard let range = range(of: plant.words, in: old.text, from: from) else { return nil }
            from = range.upperBound
            let counted = plant.counted.flatMap { self.range(of: $0, in: old.text, from: range.upperBound) }
            return Figure(
                range: range,
                tokens: old.tokens(in: range),
                value: plant.value,
                second: plant.second,
                bound: plant.bound,
                unit: plant.unit,
                counted: counted,
                countedStem: counted.map { old.stems[old.tokens(in: $0).lowerBound] },
                isQuantifier: plant.isQuantifier
            )
        }
        let annotated = AnnotatedText(
            text: old.text,
            language: old.language,
            sections: old.sections,
            tokens: old.tokens,
            sectionTokens: old.sectionTokens,
            stems: old.stems,
            isFunctionWord: old.isFunctionWord,
            sentences: old.sentences,
            names: old.names,
            entities: old.entities,
            figures: figures,
            times: []
        )
        return AnalyzedArticle(article: analyzed.article, annotated: annotated, speech: analyzed.speech)
    }

    static func range(of words: String, in text: UTF8Text, from: Int) -> Range<Int>? {
        let needle = Array(words.utf8)
        guard !needle.isEmpty, text.count >= needle.count else { return nil }
        for start in from..<max(from, text.count - needle.count + 1)
        where text.bytes[start..<(start + needle.count)].elementsEqual(needle) { return start..<(start + needle.count) }
        return nil
    }
}

@Suite("Figure findings")
struct FigureFindingTests {
    private func conflicts(_ a: AnalyzedArticle, _ b: AnalyzedArticle) -> [(what: String, values: [Double])] {
        Collator().collate([a, b]).figures.compactMap { finding in
            guard case .conflict(let what, let values) = finding else { return nil }
            return (what, values.map(\.figure.value))
        }
    }

    private func injured(_ words: String, _ value: Double, bound: Figure.Bound = .exact) -> AnalyzedArticle {
        Texts.analyzed(
            "Fire in hotel\n\nA fire broke out in the Hotel Bellevue. In the hotel fire \(words) guests were taken to hospital with burns.",
            [Planted(words: words, value: value, counted: "guests", bound: bound)]
        )
    }

    @Test("different counts of one thing are a conflict")
    func counts() throws {
        let found = try #require(conflicts(injured("14", 14), injured("17", 17)).first)
        #expect(Set(found.values) == [14, 17])
        #expect(found.what.contains("guests"))
    }

    @Test("equal counts, and counts that their bounds reconcile, are none")
    func reconciled() {
        #expect(conflicts(injured("14", 14), injured("14", 14)).isEmpty)
        #expect(conflicts(injured("at least 14", 14, bound: .atLeast), injured("17", 17)).isEmpty)
        #expect(conflicts(injured("about 16", 16, bound: .about), injured("17", 17)).isEmpty)
        #expect(conflicts(injured("200", 200), injured("212", 212)).isEmpty)
    }

    @Test("an outlet that has both values tells two things apart")
    func bothKnown() {
        let both = Texts.analyzed(
            "Fire in hotel\n\nIn the hotel fire 17 guests were taken to hospital with burns. Only 14 guests had booked.",
            [Planted(words: "17", value: 17, counted: "guests"), Planted(words: "14", value: 14, counted: "guests")]
        )
        #expect(conflicts(injured("14", 14), both).isEmpty)
    }

    @Test("intervals of bounds and roundings")
    func agreement() {
        func figure(_ value: Double, _ unit: Figure.Unit = .count, _ bound: Figure.Bound = .exact, second: Double? = nil)
            -> Figure
        {
            Figure(range: 0..<1, tokens: 0..<1, value: value, second: second, bound: bound, unit: unit)
        }
        #expect(FigureAgreement.conflict(figure(14), figure(17)))
        #expect(!FigureAgreement.conflict(figure(14), figure(17, .percent)))
        #expect(!FigureAgreement.conflict(figure(6), figure(6.4)))
        #expect(FigureAgreement.conflict(figure(6.1), figure(6.4)))
        #expect(!FigureAgreement.conflict(figure(43_000), figure(43_350)))
        #expect(FigureAgreement.conflict(figure(5687.75, .money("USD")), figure(5587.75, .money("USD"))))
        #expect(FigureAgreement.conflict(figure(97, .ratio, second: 1), figure(96, .ratio, second: 2)))
        #expect(!FigureAgreement.conflict(figure(1, .ratio, second: 97), figure(97, .ratio, second: 1)))
        #expect(!FigureAgreement.conflict(figure(3, .ordinal), figure(4, .ordinal)))
        #expect(!FigureAgreement.conflict(figure(10, .count, .range, second: 20), figure(15)))
        #expect(FigureAgreement.agree(figure(0.5, .share), figure(50, .percent)))
        #expect(!FigureAgreement.conflict(figure(.infinity), figure(1)))
    }
}

@Suite("Arithmetic inside one article")
struct ArithmeticTests {
    @Test("a sentence with more figures than sentences have is a table: its figures are not held against each other")
    func table() {
        func collation(_ rows: Int, _ first: Int) -> Collation {
            let list = (0..<rows).map { "\($0 * 7 + first) seats" }.joined(separator: ", ")
            return Texts.collate(
                ["a", "b"].enumerated().map { index, name in
                    "Result \(name)\n\nThe harbour party of Varden won \(index == 0 ? list : list.replacing(" seats", with: "1 seats")) there.\n"
                }
            )
        }
        #expect(collation(FigureSite.most + 1, 100).figures.isEmpty)
        #expect(!collation(1, 100).figures.isEmpty)
    }

    private func findings(_ text: String, _ planted: [Planted]) -> [ArithmeticFinding] {
        Arithmetic(Texts.analyzed(text, planted), index: 0).find()
    }

    private func percent(_ words: String, _ value: Double) -> Planted { Planted(words: words, value: value, unit: .percent) }

    private let most = Planted(words: "Most", value: 0.5, unit: .share, bound: .moreThan, isQuantifier: true)

    @Test("“most” against parts that add words joins, and that the claim's own words name")
    func most42() throws {
        let text = """
            Poll

            Most islanders see the ferry company as a friend or a helper, rather than a burden. In the poll 7% called it "a \
            friend" and a further 35% said it was "a helper in need". Only a total of 38% see it as a burden.
            """
        let finding = try #require(findings(text, [most, percent("7%", 7), percent("35%", 35), percent("38%", 38)]).first)
        #expect(finding.total == 42)
        #expect(finding.parts.count == 2)
        #expect(finding.largestOther == 38)
        #expect(finding.verdict == "a plurality, not a majority")
    }

    @Test("parts that make a majority are no finding")
    func consistent() {
        let text = """
            Poll

            Most islanders want a new pier. Of those asked, 29% want the pier built at once and another 32% want it later.
            """
        #expect(findings(text, [most, percent("29%", 29), percent("32%", 32)]).isEmpty)
    }

    @Test("a percentage of something else is no part")
    func unrelated() {
        let text = "Poll\n\nMost islanders want a new pier. Ticket prices rose by 12% last year."
        #expect(findings(text, [most, percent("12%", 12)]).isEmpty)
    }

    @Test("less than a quarter is not two-thirds")
    func share() throws {
        let text = "Poll\n\nTwo-thirds of villagers back the dam. The survey found that 41% of villagers back the dam."
        let claim = Planted(words: "Two-thirds", value: 2.0 / 3, unit: .share)
        let finding = try #require(findings(text, [claim, percent("41%", 41)]).first)
        #expect(finding.verdict == "less than claimed")
    }

    @Test(
        "one part beside others of its sentence may be half an answer",
        arguments: [
            "Most villagers back the dam: 44% of villagers back the dam strongly and 12% somewhat.",
            "Most villagers back the dam. 44% of villagers back the dam fully, 12% in part.",
        ]
    )
    func halves(text: String) {
        let planted = [most, percent("44%", 44), percent("12%", 12)]
        #expect(findings("Poll\n\n" + text, planted).isEmpty)
    }

    @Test("a sum behind its parts")
    func sum() throws {
        func found(_ total: Double) -> [ArithmeticFinding] {
            let words = "\(Int(total))"
            let text = "Crash\n\nThe bus carried 9 adults and 6 children, \(words) people in total. Nobody was hurt."
            return findings(
                text,
                [
                    Planted(words: "9", value: 9, counted: "adults"), Planted(words: "6", value: 6, counted: "children"),
                    Planted(words: words, value: total, counted: "people"),
                ]
            )
        }
        let finding = try #require(found(14).first)
        #expect(finding.total == 15)
        #expect(finding.parts.count == 2)
        #expect(found(15).isEmpty)
    }

    @Test("a total and the parts that it announces")
    func totals() throws {
        let text = "Crash\n\nThe bus carried 14 people: 9 adults and 6 children. Nobody was hurt."
        let planted = [
            Planted(words: "14", value: 14, counted: "people"), Planted(words: "9", value: 9, counted: "adults"),
            Planted(words: "6", value: 6, counted: "children"),
        ]
        let finding = try #require(findings(text, planted).first)
        #expect(finding.total == 15)
        let right = "Crash\n\nThe bus carried 15 people: 9 adults and 6 children. Nobody was hurt."
        let corrected = [Planted(words: "15", value: 15, counted: "people")] + planted.dropFirst()
        #expect(findings(right, corrected).isEmpty)
    }

    @Test("shares of one whole that go beyond it")
    func hundred() throws {
        let text = "Vote\n\nThe Greens won 48%, the Blues 31% and the remaining parties 31% of the seats."
        let planted = [percent("48%", 48), percent("31%", 31), percent("31%", 31)]
        let finding = try #require(findings(text, planted).first)
        #expect(finding.total == 110)
    }
}
