import Language
import TestSupport
import Testing
import TextCore

/// Texts that no one writes but anyone can send: long repetitions of what rules look for. Work that grew with the square of
/// the length would not end here.
@Suite struct HostileTextTests {
    private static let length = 200_000

    private func annotated(
        _ piece: String,
        tokensPerPiece: Int,
        _ language: String = "en",
        length: Int = HostileTextTests.length
    ) -> AnnotatedText {
        let text = UTF8Text(String(repeating: piece, count: length / tokensPerPiece))
        return Annotator().annotate(
            text,
            sections: [TextSection(range: text.range, role: .body)],
            language: language,
            published: CivilTime(year: 2021, month: 10, day: 18)
        )
    }

    @Test(arguments: [("Mr. ", 2), ("A B C ", 3)])
    func titlesAndCapitals(_ piece: String, _ tokens: Int) {
        let annotated = annotated(piece, tokensPerPiece: tokens)
        #expect(annotated.tokens.count >= Self.length / 2)
        #expect(faults(in: annotated) == [])
    }

    @Test(arguments: [
        ("Anna Smith, the ", 4, "en"), ("between 1 and ", 3, "en"), ("May 5, ", 3, "en"),
        ("Anna von ", 2, "de"), ("Herr ", 1, "de"), ("Anna-", 2, "de"), ("il y a ", 3, "fr"),
    ])
    func rangesHold(_ piece: String, _ tokens: Int, _ language: String) {
        let annotated = annotated(piece, tokensPerPiece: tokens, language, length: 40_000)
        #expect(annotated.tokens.count >= 20_000)
        #expect(faults(in: annotated) == [])
    }

    @Test func digitsAndCommas() {
        let annotated = annotated("1, ", tokensPerPiece: 2)
        #expect(annotated.tokens.count == Self.length)
        #expect(faults(in: annotated) == [])
        #expect(annotated.figures.allSatisfy { $0.value == 1 })
        #expect(annotated.names.isEmpty)
    }

    @Test func numbersInWords() {
        let annotated = annotated("twenty twenty ", tokensPerPiece: 2, length: 100_000)
        #expect(faults(in: annotated) == [])
        #expect(annotated.figures.count == 100_000)
        #expect(annotated.figures.allSatisfy { $0.value == 20 && $0.tokens.count == 1 })
    }

    @Test(arguments: ["\" ", "“ ", "” ", "' "])
    func quotes(_ quote: String) {
        let annotated = annotated(quote, tokensPerPiece: 1)
        #expect(annotated.tokens.count >= Self.length / 2)
        #expect(faults(in: annotated) == [])
        #expect(annotated.names.isEmpty && annotated.figures.isEmpty && annotated.times.isEmpty)
    }

    /// Words that multiply without end must not make a figure of no value.
    @Test(arguments: [
        ("3 " + String(repeating: "million ", count: 400), "en"),
        ("einundzwanzig " + String(repeating: "Millionen ", count: 400), "de"),
        (String(repeating: "million ", count: 400), "en"), (String(repeating: "9", count: 400) + " people", "en"),
    ])
    func magnitudesStayFinite(_ text: String, _ language: String) {
        #expect(faults(in: annotate(text, language)) == [])
    }

    /// How often a word is capitalised is counted up to a limit, not around it.
    @Test func evidenceOfCapitalsDoesNotWrap() {
        let text = "We met Kessenhavn here. Kessenhavn left."
        let often = String(repeating: "We met Kessenhavn ", count: 65_535) + text
        /// The name in the last sentence.
        func lastName(_ text: String) -> String? {
            let annotated = annotate(text)
            guard let name = annotated.names.last, annotated.sentences.last?.tokens.contains(name.tokens.lowerBound) == true
            else { return nil }
            return annotated.text[name.range]
        }
        #expect(lastName(text) == "Kessenhavn")
        #expect(lastName(often) == "Kessenhavn")
    }
}
