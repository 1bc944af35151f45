import Language
import Speech
import TestSupport
import Testing
import TextCore

/// What holds for any text at all.
struct SpeechPropertyTests {
    private static let pieces = [
        "“", "”", "‘", "’", "\"", "'", "''", "«", "»", "„", "‚", "「", "」", " ", " ", "\n", ".", ",", "?", ":", "—", "-", "(", ")",
        "said",
        " he ", " that ", "according to ", "Marit Oll", " who ", "told ", "and ", "5", "%", "é", "说", "the mayor", "’s",
        "\u{FFFD}", "\u{200B}",
        "saying ", "…", "&", "I", "is ", "to ", "[", "]", "...", " in Russian", "(sic)", "auf Englisch ", "по-английски ",
    ]

    @Test(arguments: 0..<60)
    func rangesLieInTheTextAndNest(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let text = (0..<Int.random(in: 1...120, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            .joined()
        let language = ["en", "de", "fr", "ru", "zh", "xx"][seed % 6]
        let analysis = Analysis(text, language: language, headline: seed.isMultiple(of: 2))
        let bytes = analysis.text.bytes
        func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
        let quotations = analysis.speech.quotations
        for quotation in quotations {
            #expect(!quotation.content.isEmpty)
            for range in quotation.content + [quotation.cue, quotation.mention].compactMap({ $0 }) {
                #expect(
                    range.lowerBound >= 0 && range.upperBound <= bytes.count && isBoundary(range.lowerBound)
                        && isBoundary(range.upperBound)
                )
            }
            if let repeated = quotation.repeats {
                #expect(quotations.indices.contains(repeated) && quotations[repeated].isSpeech && quotation.isSpeech)
            }
            let marks = (quotation.brackets + quotation.ellipses).sorted { $0.lowerBound < $1.lowerBound }
            for mark in marks { #expect(quotation.content.contains { $0.clamped(to: mark) == mark }) }
            for (one, next) in zip(marks, marks.dropFirst()) { #expect(one.upperBound <= next.lowerBound) }
            if let outer = quotation.enclosing {
                #expect(quotations.indices.contains(outer))
                #expect(quotations[outer].range.lowerBound <= quotation.range.lowerBound)
            }
        }
        for (one, next) in zip(quotations, quotations.dropFirst()) { #expect(one.range.lowerBound <= next.range.lowerBound) }
        let stated = Set(analysis.speech.statements.map(\.sentence))
        for (index, sentence) in analysis.annotated.sentences.enumerated() where !stated.contains(index) {
            // Only who spoke: its words are a cue's or a source's, or it is a line behind a dash.
            let isLine = analysis.annotated.tokens[sentence.tokens.lowerBound].kind == .dash
            let hasFrame = analysis.speech.quotations.contains {
                $0.cue?.overlaps(sentence.range) == true || $0.mention?.overlaps(sentence.range) == true
            }
            #expect(isLine || hasFrame)
        }
        for statement in analysis.speech.statements {
            #expect(
                statement.range.lowerBound >= 0 && statement.range.upperBound <= bytes.count
                    && isBoundary(statement.range.lowerBound)
            )
            if let quotation = statement.quotation { #expect(quotations.indices.contains(quotation)) }
        }
    }

    @Test(arguments: ["“", "\"", "„", "«", "‘", "'", "「", "''"])
    func tenThousandUnclosedMarksCostLinearly(mark: String) {
        let analysis = Analysis(String(repeating: mark + "Go now. ", count: 10_000))
        let total = analysis.speech.quotations.reduce(0) { $0 + $1.range.count }
        #expect(total <= 12 * analysis.text.count)
    }

    /// A period that is nothing but cues does not give each of them all the rest as content.
    @Test(arguments: ["said ", "he said that ", "according to him "])
    func thousandsOfCuesCostLinearly(cue: String) {
        let analysis = Analysis(String(repeating: cue, count: 10_000))
        let total = analysis.speech.quotations.reduce(0) { $0 + $1.range.count }
        #expect(total <= 32 * analysis.text.count)
    }

    @Test(arguments: ["“", "”", "\"", "“”", "“‘’”", "„“«»"])
    func marksAroundMarksQuoteNothing(marks: String) {
        #expect(Analysis(String(repeating: marks, count: 2000)).speech.quotations.isEmpty)
        #expect(Analysis("Lena Ostrov said \(marks) and \(marks).").speech.quotations.allSatisfy { !$0.content.isEmpty })
    }

    @Test func emptyTextSaysNothing() {
        let analysis = Analysis("")
        #expect(analysis.speech.quotations.isEmpty && analysis.speech.statements.isEmpty)
    }
}
