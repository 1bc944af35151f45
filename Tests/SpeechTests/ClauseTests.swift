import Language
import Speech
import TestSupport
import Testing
import TextCore

/// Where sentences are cut into what they assert; ` | ` stands between statements.
struct ClauseTests {
    private func check(_ language: String, _ cases: [(String, String)]) {
        for (text, wanted) in cases {
            #expect(Analysis(text, language: language).statements.joined(separator: " | ") == wanted)
        }
    }

    @Test func english() {
        check(
            "en",
            [
                (
                    "The storm closed three roads on Monday, forcing the council to cancel the vote.",
                    "The storm closed three roads on Monday | forcing the council to cancel the vote."
                ),
                (
                    "The mayor spoke to the council, who had asked the board for a shorter closure.",
                    "The mayor spoke to the council | who had asked the board for a shorter closure."
                ),
                (
                    "The bridge was closed on Monday and it will be rebuilt in spring.",
                    "The bridge was closed on Monday | it will be rebuilt in spring."
                ),
                (
                    "Although the board closed the bridge in March, the mayor was angry about the vote.",
                    "Although the board closed the bridge in March | the mayor was angry about the vote."
                ),
                (
                    "If the vote fails in June, the government will resign before the summer.",
                    "If the vote fails in June, the government will resign before the summer."
                ),
                (
                    "In the first vote of the year, the board was against the bridge.",
                    "In the first vote of the year, the board was against the bridge."
                ),
                (
                    "Anna Berg, the mayor of the old town, was angry about the bridge.",
                    "Anna Berg, the mayor of the old town, was angry about the bridge."
                ),
                (
                    "He met the board (it was late, and the hall was closed) on Monday.",
                    "He met the board (it was late, and the hall was closed) on Monday."
                ),
                (
                    "Anna Berg said the bridge was old, that it would be closed and that the board had known it for years.",
                    "the bridge was old | it would be closed | the board had known it for years."
                ),
            ]
        )
    }

    @Test func otherLanguages() {
        check(
            "de",
            [
                (
                    "Die Brücke am Hafen, die lange gesperrt war, wird am 3. März geöffnet.",
                    "Die Brücke am Hafen, die lange gesperrt war, wird am 3. März geöffnet."
                ),
                (
                    "Der Rat hat die Brücke am Montag gesperrt, und die Bürgermeisterin war über die lange Sperrung verärgert.",
                    "Der Rat hat die Brücke am Montag gesperrt | die Bürgermeisterin war über die lange Sperrung verärgert."
                ),
            ]
        )
        check(
            "fr",
            [
                (
                    "Le conseil a fermé le pont lundi, mais la maire a ouvert une nouvelle route.",
                    "Le conseil a fermé le pont lundi | la maire a ouvert une nouvelle route."
                ),
                (
                    "La tempête a fermé trois routes lundi, provoquant la colère des habitants.",
                    "La tempête a fermé trois routes lundi | provoquant la colère des habitants."
                ),
            ]
        )
        check(
            "es",
            [
                (
                    "El consejo cerró el puente el lunes, pero la alcaldesa abrió una nueva carretera.",
                    "El consejo cerró el puente el lunes | la alcaldesa abrió una nueva carretera."
                )
            ]
        )
        check(
            "ru",
            [
                (
                    "Министр закрыл мост в понедельник, а мэр города открыл новую дорогу.",
                    "Министр закрыл мост в понедельник | мэр города открыл новую дорогу."
                )
            ]
        )
    }

    /// Ascending, disjoint, inside their sentences, on scalar boundaries; every content word in a statement or beside a frame.
    @Test func rangesHold() {
        var random = SeededRandom(seed: 21)
        let pieces = [
            "The mayor", "said", "that", "the board", "closed the bridge", ",", ", and", ", but", ", which", "“", "”", "\"", "(",
            ")",
            ".", "?", "…", "—", " ;", ":", "it was", "angry", "in", "A.", "U.S.", "„", "“", "»", "«", "「", "」", "と", "北", "é",
            "who had asked",
            "forcing the vote", "and that it", "5%", "'s", "‘", "’", "[", "]", "told reporters", "\n",
        ]
        for round in 0..<1500 {
            let string = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
            }
            .joined()
            let language = ["en", "de", "fr", "ru", "es", "ja", "zh"][round % 7]
            let analysis = Analysis(string, language: language)
            var end = 0
            for statement in analysis.speech.statements {
                let sentence = analysis.annotated.sentences[statement.sentence]
                #expect(!statement.range.isEmpty && statement.range.lowerBound >= end, "\(string.debugDescription)")
                #expect(sentence.range.lowerBound <= statement.range.lowerBound)
                #expect(statement.range.upperBound <= sentence.range.upperBound)
                #expect(String(validating: analysis.text.bytes[statement.range], as: UTF8.self) != nil)
                end = statement.range.upperBound
            }
        }
    }

    @Test func narrationLosesNoWord() {
        let texts = [
            "The board closed the bridge, the old one, and the mayor of the town was glad, for once, about it.",
            "It rained; it poured, and the harbour, which had been dry for years, was full.",
            "Few came. The hall (the old one) was closed – again – and it will be sold in May.",
        ]
        for text in texts {
            let analysis = Analysis(text)
            for (index, token) in analysis.annotated.tokens.enumerated()
            where token.kind == .word && !analysis.annotated.isFunctionWord[index] {
                #expect(
                    analysis.speech.statements.contains { $0.range.contains(token.range.lowerBound) },
                    "\(analysis.text[token.range]) of \(text)"
                )
            }
        }
    }
}
