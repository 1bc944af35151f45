import Speech
import Testing
import TextCore

/// Cue, source and content by rules.
struct AttributionTests {
    @Test(
        arguments: [
            ("“We won the vote,” said Marit Oll.", "direct: We won the vote, ← Marit Oll"),
            ("“We won the vote,” Marit Oll told reporters on Monday.", "direct: We won the vote, ← Marit Oll"),
            ("Marit Oll said: “We won the vote.”", "direct: We won the vote. ← Marit Oll"),
            ("Marit Oll told reporters that “we won the vote.”", "direct: we won the vote. ← Marit Oll"),
            ("According to Marit Oll, “we won the vote.”", "direct: we won the vote. ← Marit Oll"),
            ("Marit Oll, fish wholesaler: “We won the vote.”", "direct: We won the vote. ← Marit Oll"),
            ("“We won the vote.” — Marit Oll, fish wholesaler", "direct: We won the vote. ← Marit Oll"),
            ("“We won the vote,” said Ned Tolley, a dredging engineer, on Monday.", "direct: We won the vote, ← Ned Tolley"),
            (
                "“We won the vote,” Odile Brandt, head of the League for Ports, said.",
                "direct: We won the vote, ← Odile Brandt"
            ),
            ("“Have we won?” Rehling asked.", "direct: Have we won? ← Rehling"),
            ("“We won the vote,” officials said.", "direct: We won the vote, ← officials"),
            (
                "In the count, 9% described the bridge as “a safe and pretty road.”",
                "mixed: the bridge as “a safe and pretty road.” ← ?"
            ),
            ("Marit Oll told the men of the port in the end: “We won the vote.”", "direct: We won the vote. ← Marit Oll"),
            ("“We will win the vote,” Marit Oll is expected to say.", "direct: We will win the vote, ← Marit Oll"),
            // Retold.
            ("The vote, Marit Oll’s claim that it was lost aside, was close.", "indirect: that it was lost aside ← Marit Oll"),
            ("Marit Oll said that the vote was won.", "indirect: that the vote was won ← Marit Oll"),
            ("The vote was won, Marit Oll said.", "indirect: The vote was won ← Marit Oll"),
            (
                "The vote was won in May, but for some, the losses were too high, said Marit Oll.",
                "indirect: The vote was won in May, but for some, the losses were too high ← Marit Oll"
            ),
            (
                "Marit Oll -- head of the port, and a pilot -- said the vote was won.",
                "indirect: the vote was won ← Marit Oll"
            ),
            ("Marit Oll testified in May that the vote was won.", "indirect: that the vote was won ← Marit Oll"),
            ("“We won the vote,” Odile Brandt, the port director said.", "direct: We won the vote, ← Odile Brandt"),
            ("According to the port authority, the vote was won.", "indirect: the vote was won ← port authority"),
            ("The vote was won by two, according to the port authority.", "indirect: The vote was won by two ← port authority"),
            (
                "Marit Oll said the deal would “dredge the basin” in the city.",
                "mixed: the deal would “dredge the basin” in the city ← Marit Oll"
            ),
        ]
    )
    func oneQuotation(text: String, expected: String) {
        #expect(Analysis(text).said == [expected])
    }

    @Test func interruptedQuotationKeepsItsSpeaker() {
        let analysis = Analysis("“We won the vote,” Marit Oll said, “and we will win the next.” “It was close.”")
        #expect(
            analysis.said == [
                "direct: We won the vote, / and we will win the next. ← Marit Oll",
                "direct: It was close. ← Marit Oll",
            ]
        )
    }

    /// Texts are cut off anywhere.
    @Test(arguments: [
        "The minister said it “was late” said that", "The minister said that nearly two-thirds left, “near the pier” said that",
        "“It was late” she said that", "“It was late,” she told him that", "It was late, she said that",
    ])
    func nothingComesBehindTheFrame(text: String) {
        let bytes = UTF8Text(text).count
        #expect(Analysis(text).speech.quotations.allSatisfy { $0.content.allSatisfy { !$0.isEmpty && $0.upperBound <= bytes } })
    }

    @Test func aFrameCanStandInsideItsContent() {
        let analysis = Analysis("Some ports, Anders Vole argued, are building longer piers, “driven by their fleets.”")
        #expect(
            analysis.said == [
                "mixed: Some ports / are building longer piers, “driven by their fleets.” ← Anders Vole"
            ]
        )
    }

    @Test func aClauseInFrontIsNotThePartOfTheContent() {
        let analysis = Analysis("Asked to explain the leak, Niall O'Hara said, “I cannot tell you yet.”")
        #expect(analysis.said == ["direct: I cannot tell you yet. ← Niall O'Hara"])
    }

    @Test func aColonHandsOverToTheNextParagraph() {
        #expect(Analysis("Marit Oll continued:\n“We won the vote.”").said == ["direct: We won the vote. ← Marit Oll"])
    }

    @Test func nounsAreNoCues() {
        #expect(Analysis("The states and their claims were in the report of the court.").said.isEmpty)
    }

    @Test(
        arguments: [
            ("„Wir haben gewonnen“, sagte Angela Kern.", "de", "direct: Wir haben gewonnen ← Angela Kern"),
            ("Angela Kern sagte: „Wir haben gewonnen.“", "de", "direct: Wir haben gewonnen. ← Angela Kern"),
            ("Der Zeitung sagte Tilo Marwen: „Wir haben gewonnen.“", "de", "direct: Wir haben gewonnen. ← Tilo Marwen"),
            ("« Nous avons gagné », a déclaré Solène Abrard.", "fr", "direct: Nous avons gagné ← Solène Abrard"),
            ("«Hemos ganado», dijo Pedro Ruiz.", "es", "direct: Hemos ganado ← Pedro Ruiz"),
            ("Según Pedro Ruiz, todo va bien.", "es", "indirect: todo va bien ← Pedro Ruiz"),
            ("Selon Marc Abrard, le port est plein.", "fr", "indirect: le port est plein ← Marc Abrard"),
            ("山田市長は、港は安全だと語った。", "ja", "indirect: 港は安全だ ← 山田市長"),
            ("田中大臣は「港は閉まった」と述べた。", "ja", "direct: 港は閉まった ← 田中大臣"),
            ("«Мы выиграли», — заявил Павел Дреск.", "ru", "direct: Мы выиграли ← Павел Дреск"),
        ]
    )
    func otherLanguages(text: String, language: String, expected: String) {
        #expect(Analysis(text, language: language).said == [expected])
    }

    @Test func headlinesNameTheirSource() {
        #expect(
            Analysis("Harbour not afraid of ‘a sunken pier’, says Vellish board", headline: true).said
                == ["mixed: Harbour not afraid of ‘a sunken pier’ ← Vellish board"]
        )
        #expect(
            Analysis("Vellen hopes to build with local stone – Harbour", headline: true).said
                == ["indirect: Vellen hopes to build with local stone ← Harbour"]
        )
    }

    @Test func aVerbWithoutSubjectGoesOnWithTheSpeaker() {
        let analysis = Analysis("«Es falso», dijo Pedro Ruiz. «Hemos ganado», afirmó.", language: "es")
        #expect(analysis.said == ["direct: Es falso ← Pedro Ruiz", "direct: Hemos ganado ← Pedro Ruiz"])
    }
}
