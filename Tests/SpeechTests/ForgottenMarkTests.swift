import Speech
import Testing

/// Closing marks that were forgotten or have the wrong shape.
struct ForgottenMarkTests {
    @Test(
        arguments: [
            (
                "“We came at dawn, said Ida Lund, the mayor of Tarn.\n“Nobody was there,” said Paul Moss.",
                ["direct: We came at dawn, ← Ida Lund", "direct: Nobody was there, ← Paul Moss"]
            ),
            (
                "“The port is closed to all ships, Ida Lund told the council on Tuesday.\nThe ships waited outside.",
                ["direct: The port is closed to all ships, ← Ida Lund"]
            ),
            (
                "‘The port is closed to all ships, she told the council on Tuesday.\nThe ships waited outside.",
                ["direct: The port is closed to all ships, ← ?"]
            ),
        ]
    )
    func aFrameShowsWhereAMarkIsMissing(text: String, said: [String]) {
        let analysis = Analysis(text)
        #expect(analysis.said == said)
        #expect(analysis.speech.quotations.first?.damage == .unclosed)
    }

    /// What the speaker says of himself is no frame.
    @Test func hisOwnVerbIsNoFrame() {
        let text = "Ida Lund said: “We left, I said so, because it rained.\nThe ships waited outside."
        #expect(Analysis(text).said == ["direct: We left, I said so, because it rained. ← Ida Lund"])
    }

    @Test func aMarkOfTheWrongShapeCloses() {
        let text = "“Nobody came,“ she said. “A port does not change its ways.” Then Ida Lund left."
        let analysis = Analysis(text)
        #expect(analysis.contents == ["Nobody came,", "A port does not change its ways."])
        #expect(analysis.speech.quotations.first?.damage == .mismatched)
        let other = Analysis("“The reality is, if we lose the port, we lose all,“ said Paul Moss, a lawyer from Tarn.")
        #expect(other.said == ["direct: The reality is, if we lose the port, we lose all, ← Paul Moss"])
    }

    /// An apostrophe behind an s, and one for left-out letters, close nothing.
    @Test func apostrophesInSingleMarks() {
        let text = "‘The boys’ coach didn’t win much in the ’90s,’ said Ida Lund."
        #expect(Analysis(text).said == ["direct: The boys’ coach didn’t win much in the ’90s, ← Ida Lund"])
    }

    @Test func aSingleMarkOfNobodyIsASlip() {
        let analysis = Analysis("‘He came in and asked for water.\nThe old woman gave him a glass.")
        #expect(!analysis.speech.quotations.contains { $0.isSpeech && $0.kind == .direct })
    }
}
