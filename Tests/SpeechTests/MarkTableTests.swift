import Foundation
import Language
import Speech
import TestSupport
import Testing
import TextCore

/// `Tests/Fixtures/speech/marks.tsv`: every convention of the sixteen languages, and every kind of damage with its place.
struct MarkTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let language: String
        /// The text, a paragraph a line.
        let text: String
        let contents: [String]
        /// The kinds of damage, with the end of the damaged mark.
        let damage: [String]

        var testDescription: String { "\(language): \(text)" }
    }

    static let cases: [Case] = FixtureTable.rows("marks.tsv").compactMap { columns in
        guard columns.count >= 3 else { return nil }
        var text = columns[1].replacing("¶", with: "\n")
        let mark = text.firstRange(of: "⁑").map { text[..<$0.lowerBound].utf8.count }
        text = text.replacing("⁑", with: "")
        let damage = columns.count > 3 && !columns[3].isEmpty ? ["\(columns[3])@\(mark ?? -1)"] : []
        let contents = columns[2].isEmpty ? [] : columns[2].components(separatedBy: " ¦ ")
        return Case(language: columns[0], text: text, contents: contents, damage: damage)
    }

    @Test func theTableIsWhole() {
        #expect(Self.cases.count >= 100)
        #expect(Set(Self.cases.map(\.language)).count >= 16)
    }

    @Test(arguments: cases)
    func marks(_ expected: Case) {
        let analysis = Analysis(expected.text, language: expected.language)
        #expect(analysis.contents == expected.contents)
        let damage = analysis.speech.quotations.compactMap { quotation in
            quotation.damage.map { "\($0)@\(quotation.damagedMark?.upperBound ?? -1)" }
        }
        #expect(damage == expected.damage)
    }
}
