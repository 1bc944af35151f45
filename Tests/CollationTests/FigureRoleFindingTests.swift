import Language
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

@Suite("Figures are compared by what they are")
struct FigureRoleFindingTests {
    private func values(_ a: String, _ b: String, days: (Int, Int) = (20, 20)) -> [Set<Double>] {
        let articles = zip([a, b], [days.0, days.1]).enumerated().map { index, pair in
            var article = Texts.article("\(index)", "Blast at market\n\nA bomb went off at the Lindhof market hall. " + pair.0)
            article.published = CivilTime(year: 2021, month: 10, day: pair.1)
            return article
        }
        return Pipeline().collate(articles).figures.compactMap { finding in
            guard case .conflict(_, let values) = finding else { return nil }
            return Set(values.map(\.figure.value))
        }
    }

    @Test("the killed are compared with the killed, whatever the noun")
    func casualties() {
        #expect(
            values(
                "The bomb at the Lindhof market hall killed 12 people.",
                "The bomb at the Lindhof market hall left 15 dead."
            ) == [[12, 15]]
        )
        #expect(
            values(
                "The bomb at the Lindhof market hall killed 12 people.",
                "The bomb at the Lindhof market hall injured 30 people."
            ).isEmpty
        )
    }

    @Test("figures beside a weekday and a date conflict only where both are one day")
    func times() {
        let tuesday = "On Tuesday the Lindhof market hall sold 12 tonnes of smoked herring."
        #expect(values(tuesday, "On 19 October the Lindhof market hall sold 15 tonnes of smoked herring.") == [[12, 15]])
        #expect(values(tuesday, "On 17 October the Lindhof market hall sold 15 tonnes of smoked herring.").isEmpty)
        // The same word, published a week later.
        #expect(values(tuesday, tuesday.replacing("12", with: "15"), days: (20, 27)).isEmpty)
    }

    @Test(
        "percentages and sums conflict only where they are of one thing",
        arguments: [
            ("Inflation in Norland was 5.2% in March", "Unemployment in Norland was 4.1% in March"),
            ("The jobless rate in Norland was 5.2% in March", "The birth rate in Norland was 4.1% in March"),
            ("Exports of Norland grew 5.2% in March", "Imports of Norland grew 4.1% in March"),
            ("The bridge in Norland cost 30 million euros", "The tunnel in Norland cost 50 million euros"),
        ]
    )
    func subjects(_ first: String, _ second: String) {
        let tail = ", the statistics office at the Lindhof market hall said."
        #expect(values(first + tail, second + tail).isEmpty)
        // The same thing with another value does.
        let other = first.replacing("5.2", with: "4.1").replacing("30 million", with: "50 million")
        #expect(values(first + tail, other + tail).count == 1)
    }

    private func figure(_ value: Double, _ unit: Figure.Unit, _ role: Figure.Role = .value) -> Figure {
        Figure(range: 0..<1, tokens: 0..<1, value: value, unit: unit, role: role)
    }

    @Test("exact multiples of one unit are one value, units of two systems are not compared")
    func multiples() {
        #expect(FigureAgreement.agree(figure(2, .measure("km")), figure(2000, .measure("m"))))
        #expect(FigureAgreement.conflict(figure(2, .measure("km")), figure(3000, .measure("m"))))
        #expect(FigureAgreement.key(figure(2, .measure("t"))) == FigureAgreement.key(figure(2000, .measure("kg"))))
        #expect(!FigureAgreement.agree(figure(5, .measure("km")), figure(3.1, .measure("mile"))))
        #expect(!FigureAgreement.conflict(figure(5, .measure("km")), figure(3.1, .measure("mile"))))
    }

    @Test("an amount of change is no end point of one")
    func roles() {
        #expect(FigureAgreement.haveOneRole(figure(5, .percent, .to), figure(6, .percent)))
        #expect(!FigureAgreement.haveOneRole(figure(5, .percent, .to), figure(6, .percent, .from)))
        #expect(!FigureAgreement.haveOneRole(figure(5, .percent, .increase), figure(5, .percent, .decrease)))
        #expect(!FigureAgreement.haveOneRole(figure(5, .count, .part), figure(6, .count, .total)))
    }

    @Test("parts that are counted by what happened to them add up to their total")
    func parts() {
        func verdicts(_ text: String) -> [String] {
            Pipeline().collate([Texts.article("a", "Blast at market\n\n" + text)]).figures.compactMap { finding in
                if case .arithmetic(let finding) = finding { finding.verdict } else { nil }
            }
        }
        #expect(verdicts("The bomb hit 20 people: 8 dead and 12 injured.").isEmpty)
        #expect(verdicts("The bomb hit 20 people: 8 dead and 11 injured.") == ["parts do not add up to the total"])
        #expect(
            verdicts("The tour had 20 people: eight women, seven men and three children.") == ["parts do not add up to the total"]
        )
        #expect(verdicts("The tour had 18 people: eight women, seven men and three children.").isEmpty)
    }

    @Test("the injured behind a list of parts are compared with the injured, and the parts with nothing")
    func injuredBehindParts() {
        let parts = "The bomb at the Lindhof market hall killed seven people, including two children, and 11 were hurt."
        #expect(values(parts, "The bomb at the Lindhof market hall killed seven people and left 14 hurt.") == [[11, 14]])
        #expect(values(parts, "The bomb at the Lindhof market hall killed seven people and left 11 hurt.").isEmpty)
        #expect(values(parts, "The bomb at the Lindhof market hall killed ten people, and 11 were hurt.") == [[7, 10]])
    }
}
