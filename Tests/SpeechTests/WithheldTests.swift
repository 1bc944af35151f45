import Speech
import Testing

/// What was not said is nobody's words.
struct WithheldTests {
    @Test(
        arguments: [
            "Marit Oll declined to say how the pier sank.", "The mayor refused to say whether the vote would be held.",
            "The port did not say whether it would pay.", "Officials would not say why the ferry left.",
            "He left without saying when he would return.", "The board has not said that it would close.",
            "Marit Oll declined on Monday to explain why the pier sank.", "Marit Oll declined to comment.",
            "The captain couldn’t say how many had left.", "Nobody said that the port would close.",
            "No one said the port would close.", "None of the officials said that the port would close.",
            "Moss never said that the port would close.",
        ]
    )
    func nothingIsSaid(text: String) {
        #expect(Analysis(text).said.isEmpty)
    }

    @Test(
        arguments: [
            ("fr", "Personne n’a dit que le port fermerait."), ("fr", "Il n’a pas dit que le port fermerait."),
            ("es", "Nadie dijo que el puerto cerraría."), ("es", "Marta Solís no dijo que el puerto cerraría."),
            ("ru", "Никто не сказал, что порт закроют."), ("ru", "Он не сказал, что порт закроют."),
            ("uk", "Ніхто не сказав, що порт закриють."), ("de", "Niemand sagte, dass der Hafen schließt."),
            ("de", "Er sagte nicht, dass der Hafen schließt."), ("it", "Nessuno ha detto che il porto chiuderà."),
            ("pt", "Ninguém disse que o porto vai fechar."),
        ]
    )
    func nothingIsSaidElsewhere(language: String, text: String) {
        #expect(Analysis(text, language: language).said.isEmpty)
    }

    /// What somebody may say stands as a quotation, of an eventuality, and is no statement of hers.
    @Test(
        arguments: [
            "Ida Moss may say that the port will close.", "Ida Moss should say that the port will close.",
            "If Ida Moss says that the port will close, the men will strike.",
        ]
    )
    func whatMayBeSaidIsNoStatement(text: String) {
        let analysis = Analysis(text)
        #expect(analysis.said == ["indirect: that the port will close ← Ida Moss"])
        #expect(analysis.speech.quotations.first?.type == .eventuality)
        #expect(analysis.speech.statements.allSatisfy { $0.quotation == nil })
    }

    @Test func anAnswerIsSaid() {
        let said = Analysis("Asked whether the port would close, Ida Moss said no.").said
        #expect(said == ["indirect: no ← Ida Moss"])
    }

    @Test(
        arguments: [
            ("She did not deny that the pier was old.", "indirect: that the pier was old ← ?"),
            ("“I will not say,” Marit Oll said.", "direct: I will not say, ← Marit Oll"),
            ("Marit Oll said she would not say more.", "indirect: she would not say more ← Marit Oll"),
        ]
    )
    func negationIsNotSilence(text: String, expected: String) {
        #expect(Analysis(text).said == [expected])
    }
}
