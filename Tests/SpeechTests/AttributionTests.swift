import Speech
import Testing

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
            ("“We won the vote,” said Doug Cole, a political consultant, on Monday.", "direct: We won the vote, ← Doug Cole"),
            (
                "“We won the vote,” Cathi Herrod, president of the Center for Ports, said.",
                "direct: We won the vote, ← Cathi Herrod"
            ),
            ("“Have we won?” Trump asked.", "direct: Have we won? ← Trump"),
            ("“We won the vote,” officials said.", "direct: We won the vote, ← officials"),
            (
                "In the study, 7% described the country as “a close and trusted ally.”",
                "mixed: the country as “a close and trusted ally.” ← 7%"
            ),
            // Retold.
            ("Marit Oll said that the vote was won.", "indirect: the vote was won ← Marit Oll"),
            ("The vote was won, Marit Oll said.", "indirect: The vote was won ← Marit Oll"),
            ("According to the port authority, the vote was won.", "indirect: the vote was won ← port authority"),
            ("The vote was won by two, according to the port authority.", "indirect: The vote was won by two ← port authority"),
            (
                "Marit Oll said the deal would “drain the swamp” in the city.",
                "mixed: the deal would “drain the swamp” in the city ← Marit Oll"
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
                "direct: We won the vote, ← Marit Oll", "direct: and we will win the next. ← Marit Oll",
                "direct: It was close. ← Marit Oll",
            ]
        )
    }

    @Test func aFrameCanStandInsideItsContent() {
        let analysis = Analysis("Some countries, Sergey Lavrov argued, are seeking closer ties, “guided by their interests.”")
        #expect(
            analysis.said == [
                "indirect: Some countries ← Sergey Lavrov",
                "mixed: are seeking closer ties, “guided by their interests.” ← Sergey Lavrov",
            ]
        )
    }

    @Test func aClauseInFrontIsNotThePartOfTheContent() {
        let analysis = Analysis("Asked to describe the device, James O'Neill said, “I will not go into that.”")
        #expect(analysis.said == ["direct: I will not go into that. ← James O'Neill"])
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
            ("Der Zeitung sagte Filep Karma: „Wir haben gewonnen.“", "de", "direct: Wir haben gewonnen. ← Filep Karma"),
            ("« Nous avons gagné », a déclaré Solène Abrard.", "fr", "direct: Nous avons gagné ← Solène Abrard"),
            ("«Hemos ganado», dijo Pedro Ruiz.", "es", "direct: Hemos ganado ← Pedro Ruiz"),
            ("«Мы выиграли», — заявил Дмитрий Песков.", "ru", "direct: Мы выиграли ← Дмитрий Песков"),
        ]
    )
    func otherLanguages(text: String, language: String, expected: String) {
        #expect(Analysis(text, language: language).said == [expected])
    }

    @Test func headlinesNameTheirSource() {
        #expect(
            Analysis("Moscow not interested in ‘a divided Europe’, says Kremlin", headline: true).said
                == ["mixed: Moscow not interested in ‘a divided Europe’ ← Kremlin"]
        )
        #expect(
            Analysis("Russia prefers to deal with sovereign states – Kremlin", headline: true).said
                == ["indirect: Russia prefers to deal with sovereign states ← Kremlin"]
        )
    }
}
