import Foundation
import TestSupport
import Testing

/// `Tests/Fixtures/speech`: who says what in languages other than English and German, in invented news sentences.
struct LanguageSpeechTests {
    struct Case: Sendable {
        let language: String
        let text: String
        let said: [String]
    }

    private static func cases(_ file: String, language: String?) -> [Case] {
        FixtureTable.rows(file).compactMap { columns in
            let columns = language.map { [$0] + columns } ?? columns
            guard columns.count >= 2 else { return nil }
            let said = columns.count < 3 || columns[2].isEmpty ? [] : columns[2].components(separatedBy: " ¦ ")
            return Case(language: columns[0], text: columns[1].replacing("¶", with: "\n"), said: said)
        }
    }

    /// How many cases are right, and what is wrong.
    private static func measure(_ cases: [Case]) -> (right: Int, wrong: [String]) {
        var wrong: [String] = []
        for expected in cases {
            let said = Analysis(expected.text, language: expected.language).said
            if said != expected.said { wrong.append("\(expected.text) → \(said)") }
        }
        return (cases.count - wrong.count, wrong)
    }

    /// A share may only be raised.
    @Test(arguments: [("fr", 1.0), ("es", 1.0), ("ru", 1.0), ("uk", 1.0)])
    func share(language: String, floor: Double) {
        let cases = Self.cases("\(language).tsv", language: language)
        #expect(cases.count >= 28)
        let (right, wrong) = Self.measure(cases)
        #expect(Double(right) >= floor * Double(cases.count), "\(wrong)")
    }

    @Test(arguments: ["it", "pt", "pl", "nl", "ar", "zh", "ja", "ko", "tr"])
    func fewer(language: String) {
        let cases = Self.cases("other.tsv", language: nil).filter { $0.language == language }
        #expect(cases.count >= 2)
        #expect(Self.measure(cases).wrong.isEmpty)
    }
}
