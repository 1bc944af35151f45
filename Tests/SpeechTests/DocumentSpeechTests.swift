import Speech
import Testing

/// Documents, laws, studies and polls that “say” something: sources that are no people.
struct DocumentSpeechTests {
    @Test(
        arguments: [
            ("en", "The law states that nobody may enter the port.", "that nobody may enter the port"),
            ("en", "The contract says that the pier must be rebuilt.", "that the pier must be rebuilt"),
            ("de", "Eine Studie zeigt, dass Kaffee hilft.", "Kaffee hilft"),
            ("fr", "Une étude montre que le café aide.", "le café aide"),
            ("es", "Un estudio muestra que el café ayuda.", "el café ayuda"),
            ("ru", "Исследование показало, что кофе помогает.", "кофе помогает"),
            ("uk", "Дослідження показало, що кава допомагає.", "кава допомагає"),
            ("fr", "La loi dispose que le pont doit rester ouvert.", "le pont doit rester ouvert"),
            ("es", "La ley establece que el puente debe seguir abierto.", "el puente debe seguir abierto"),
            ("de", "Das Gesetz besagt, dass die Brücke offen bleiben muss.", "die Brücke offen bleiben muss"),
            ("ru", "Закон гласит, что мост должен оставаться открытым.", "мост должен оставаться открытым"),
            ("ru", "Согласно опросу, большинство выступает против.", "большинство выступает против"),
        ]
    )
    func documents(language: String, text: String, content: String) {
        let analysis = Analysis(text, language: language)
        let first = analysis.speech.quotations.first
        #expect(first.map(analysis.content) == content)
        #expect(first?.speaker?.kind == .document)
    }

    /// A group is no person, though its noun has a gender.
    @Test func thePoliceAreNobodyByName() {
        let text = "La ministre Anne Roux a parlé. D’après la police, trois personnes sont mortes."
        #expect(Analysis(text, language: "fr").speech.quotations.last?.speaker?.kind == .collective)
    }

    @Test func aPartOfAWordIsNoCue() {
        let text = "Le soi-disant « plan de paix » a échoué."
        #expect(Analysis(text, language: "fr").said.isEmpty)
    }
}
