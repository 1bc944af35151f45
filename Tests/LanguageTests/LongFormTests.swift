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

    /// No brackets stand between them.
    @Test(
        arguments: [
            ("de", "Das Bundesnetzamt warnt. Das BNA rät ab.", "Bundesnetzamt"),
            (
                "de", "Das Bundesamt für Seefahrt und Fischerei lehnte ab. Das BASF schwieg.",
                "Bundesamt für Seefahrt und Fischerei"
            ),
            ("de", "Der Norddeutsche Hafenbund fordert Lohn. Der NHB sprach von Zorn.", "Norddeutsche Hafenbund"),
            ("fr", "La Société nationale des ports a gagné. La SNP se tait.", "Société nationale des ports"),
            ("fr", "L’Organisation du traité de la mer Noire dort. L’OTMN agit.", "Organisation du traité de la mer Noire"),
            ("es", "La Organización del Tratado del Pacífico calla. La OTP espera.", "Organización del Tratado del Pacífico"),
            ("ru", "Вчера Северный морской союз закрылся. СМС молчит.", "Северный морской союз"),
            (
                "en", "The Organisation for Sea Co-operation and Transport cut it. The OSCT said so.",
                "Organisation for Sea Co-operation and Transport"
            ),
        ]
    )
    func isOneOrganisationWithoutBrackets(language: String, text: String, name: String) throws {
        let annotated = annotate(text, language)
        let mention = try #require(annotated.names.first { annotated.text[$0.range] == name }, "\(annotated.entities)")
        #expect(annotated.entities[mention.entity].kind == .organisation)
        #expect(annotated.names.filter { $0.entity == mention.entity }.count >= 2, "\(annotated.entities)")
    }

    /// People and laws go by letters, too.
    @Test(arguments: ["John Frank Kessen died. JFK was loved.", "The Clean Harbour Act passed. The CHA is law."])
    func isNoOrganisation(text: String) {
        let annotated = annotate(text)
        let long = annotated.names.filter { annotated.text[$0.range].contains(" ") }
        #expect(long.allSatisfy { $0.kind != .organisation }, "\(annotated.entities)")
    }

    @Test(
        arguments: [
            ("fr", "Hier, le Fonds monétaire international (FMI) a écrit. Le FMI craint une crise.", 3),
            ("fr", "Le FMI craint une crise. Le Fonds monétaire international a prévenu Paris.", 2),
            ("ru", "Вчера Международный валютный фонд (МВФ) сообщил о росте. МВФ ждёт ответа.", 3),
            ("es", "El Fondo Monetario Internacional (FMI) advirtió. El FMI espera.", 3),
            ("de", "Der Internationale Währungsfonds (IWF) warnte. Der IWF wartet.", 3),
            ("it", "Il Fondo monetario internazionale (FMI) ha scritto. Il FMI aspetta.", 3),
        ]
    )
    func listedFormsAreTheirAcronyms(language: String, text: String, count: Int) {
        let annotated = annotate(text, language)
        let organisations = Set(annotated.names.map(\.entity).filter { annotated.entities[$0].kind == .organisation })
        #expect(organisations.count == 1, "\(annotated.entities)")
        #expect(annotated.names.filter { organisations.contains($0.entity) }.count == count, "\(annotated.names)")
    }

    @Test func otherLettersAreNone() {
        let annotated = annotate("Вчера хороший знакомый Ивана (ВОЗ) уехал.", "ru")
        #expect(annotated.names.allSatisfy { !annotated.text[$0.range].contains("знакомый") })
        #expect(annotate("(A) (B) ((NATO))) (ABCDEFGHIJ) ()", "en").names.count < 6)
    }
}
