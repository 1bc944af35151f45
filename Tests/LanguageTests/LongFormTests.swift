import Language
import Testing
import TextCore

/// Long forms in front of their acronyms in brackets.
struct LongFormTests {
    @Test(
        arguments: [
            (
                "ru", "Всемирная организация здравоохранения (ВОЗ) сообщила о новых случаях.",
                "Всемирная организация здравоохранения"
            ),
            ("ru", "Вчера Северный морской союз (СМС) закрылся.", "Северный морской союз"),
            ("fr", "Hier, l'Organisation mondiale de la santé (OMS) a publié une note.", "Organisation mondiale de la santé"),
            ("es", "Según el Fondo Marítimo Oriental (FMO), el puerto crece.", "Fondo Marítimo Oriental"),
            ("en", "The Harbour and Sea workers union (HSWU) met.", "Harbour and Sea workers union"),
        ]
    )
    func isOneOrganisation(language: String, text: String, name: String) throws {
        let annotated = annotate(text, language)
        let mention = try #require(annotated.names.first { annotated.text[$0.range] == name }, "\(annotated.entities)")
        let entity = annotated.entities[mention.entity]
        #expect(entity.kind == .organisation)
        #expect(annotated.names.filter { $0.entity == mention.entity }.count == 2, "\(annotated.entities)")
    }

    @Test func otherLettersAreNone() {
        let annotated = annotate("Вчера хороший знакомый Ивана (ВОЗ) уехал.", "ru")
        #expect(annotated.names.allSatisfy { !annotated.text[$0.range].contains("знакомый") })
        #expect(annotate("(A) (B) ((NATO))) (ABCDEFGHIJ) ()", "en").names.count < 6)
    }
}
