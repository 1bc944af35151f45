import Speech
import Testing

/// Headlines that tell what somebody does and let him speak behind a colon.
struct HeadlineSpeakerTests {
    @Test(
        arguments: [
            ("es", "Vidal visita el puerto: «Vamos a reconstruirlo todo»", "Vidal"),
            ("fr", "Roux visite le port : « Nous allons tout reconstruire »", "Roux"),
            ("ru", "Волкова посетила порт: «Мы всё восстановим»", "Волкова"),
            ("uk", "Петренко відвідала порт: «Ми все відбудуємо»", "Петренко"),
            ("ru", "Министр обороны: «Мы всё восстановим»", "Министр обороны"),
            ("es", "Ministra de Sanidad: «Vamos a reconstruirlo todo»", "Ministra de Sanidad"),
        ]
    )
    func theNameNotTheClause(language: String, headline: String, speaker: String) {
        let analysis = Analysis(headline + "\nTexto.", language: language, headline: true)
        #expect(analysis.speech.quotations.first?.speaker?.name == speaker)
    }

    /// What a headline retells around its marks the body says in other words.
    @Test func aFragmentInARetoldHeadlineRepeatsTheBody() {
        let analysis = Analysis(
            """
            Moss says council ‘betrayed the town’
            Ida Moss spoke on Monday. “They have betrayed the town and its people,” Moss said.
            """,
            headline: true
        )
        #expect(analysis.speech.quotations.map(\.repeats) == [1, nil])
    }
}
