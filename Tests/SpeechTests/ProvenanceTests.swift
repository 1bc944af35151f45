import Language
import Testing
import TextCore

@testable import Speech

/// Through whom words came, and sources that go unnamed.
struct ProvenanceTests {
    private func vias(_ text: String) -> [String] {
        Analysis(text).speech.quotations.filter(\.isSpeech).map { "\($0.speaker?.name ?? "?") via \($0.via?.name ?? "–")" }
    }

    @Test func outletThatWasTold() {
        #expect(vias("“The wall is safe,” Ned Tolley told Varra Daily News on Monday.") == ["Ned Tolley via Varra Daily News"])
        #expect(vias("“The wall is safe,” Ned Tolley told reporters on Monday.") == ["Ned Tolley via –"])
    }

    @Test func interview() {
        let text = "In an interview with the Kessen Tribune, Ilse Varnach said that the lock would close."
        #expect(vias(text) == ["Ilse Varnach via Kessen Tribune"])
    }

    /// The outlet that is the source is no via of its own words.
    @Test func outletAsSource() {
        #expect(vias("The Kessen Tribune reported that the lock would close.") == ["Kessen Tribune via –"])
    }

    @Test func anonymousWithReason() throws {
        let analysis = Analysis(
            "A senior harbor official, who spoke on condition of anonymity because he was not authorized to discuss the talks, "
                + "said the ferry would be sold.\nNed Tolley said the pier was safe."
        )
        let said = analysis.speech.quotations
        let first = try #require(said.first)
        let reason = try #require(first.anonymity?.reason)
        #expect(analysis.text[reason] == "because he was not authorized to discuss the talks")
        #expect(said.last?.anonymity == nil)
    }

    /// Who goes unnamed in other words, and why.
    @Test(arguments: [
        ("Another witness, who did not wish to be named, said it was loud.", "Another witness", nil),
        (
            "An official not authorised to speak to the media said the plan was dead.", "An official",
            "not authorised to speak to the media"
        ),
        (
            "An executive who declined to be identified because the talks are confidential said a sale was near.", "An executive",
            "because the talks are confidential"
        ),
        (
            "“It is late,” said the man, who did not want his name published for fear of reprisals.", "man",
            "for fear of reprisals"
        ),
        ("One juror, who cannot be named for legal reasons, said she could not sleep.", "One juror", "for legal reasons"),
        (
            "The plan is dead, according to two people familiar with her thinking who were granted anonymity to discuss private talks.",
            "two people familiar with her thinking", "to discuss private talks"
        ),
        (
            "Speaking on condition of anonymity because he feared reprisals, a doctor at the clinic said 12 patients had died.",
            "a doctor at the clinic", "because he feared reprisals"
        ),
        (
            "Two officials, who were not authorized to discuss the matter and spoke on condition of anonymity, said a ship was hit.",
            "Two officials", "not authorized to discuss the matter"
        ),
    ])
    func unnamedInOtherWords(text: String, speaker: String, reason: String?) throws {
        let analysis = Analysis(text)
        let said = analysis.speech.quotations.filter(\.isSpeech)
        let quotation = try #require(said.last)
        #expect(quotation.speaker?.name == speaker, "\(analysis.said)")
        let anonymity = try #require(quotation.anonymity, "\(analysis.said)")
        #expect(anonymity.reason.map { analysis.text[$0] } == reason)
    }

    /// Who is told of beside somebody unnamed is not unnamed.
    @Test func unnamedOther() {
        let text = "The minister denied the claim to an aide, who asked not to be named, and said the plan was fine."
        let said = Analysis(text).speech.quotations.filter(\.isSpeech)
        #expect(!said.isEmpty && said.allSatisfy { $0.anonymity == nil })
    }

    @Test(arguments: [
        ("ru", "Источник агентства Интерфакс рассказал, что подозреваемый признался.", "Интерфакс"),
        ("uk", "Джерело агентства Укрінформ розповіло, що підозрюваний зізнався.", "Укрінформ"),
        ("es", "Luis Peña compareció el lunes. «No dimitiré», dijo a la agencia EFE en Madrid.", "EFE"),
    ])
    func agenciesAreTheWay(language: String, text: String, via: String) throws {
        let analysis = Analysis(text, language: language)
        let said = try #require(analysis.speech.quotations.first { $0.isSpeech })
        #expect(said.via?.name == via, "\(analysis.said)")
        #expect(said.speaker?.name != via)
    }

    @Test func anonymousInTheNextSentence() {
        let analysis = Analysis(
            "“The ferry will be sold,” an official said. The official asked not to be named, citing the talks."
        )
        #expect(analysis.speech.quotations.first?.anonymity != nil)
    }

    @Test func transcriptInMarks() {
        let analysis = Analysis("“TOLLEY: We will not leave the harbor.\n“HOST: Why would you stay there at all?”")
        let said = analysis.speech.quotations.map { "\(analysis.text[$0.mention ?? 0..<0]): \(analysis.content($0))" }
        #expect(said == ["TOLLEY: We will not leave the harbor.", "HOST: Why would you stay there at all?"])
    }

    @Test(arguments: ["en", "uk", "es"]) func marksBeforeAColonAreNobody(language: String) {
        for text in ["No». :¿Po». abc", "“. : We will not leave the harbor.”", "“.: Po”"] {
            let analysis = Analysis(text, language: language)
            for quotation in analysis.speech.quotations { #expect(quotation.mention?.isEmpty != true, "\(text)") }
        }
    }

    @Test(
        arguments: [
            ("de", "„Die Mole ist sicher“, sagte Jan Voll der Zeitung „Bild“.", "Jan Voll via Bild"),
            ("de", "„Die Mole ist sicher“, sagte Jan Voll gegenüber der Nachrichtenagentur Reuters.", "Jan Voll via Reuters"),
            ("de", "Wie Reuters berichtet, sagte Jan Voll: „Die Mole ist sicher.“", "Jan Voll via Reuters"),
            ("fr", "« Le quai est sûr », a dit Paul Morel à l’AFP.", "Paul Morel via AFP"),
            ("fr", "Le quai est sûr, a déclaré Paul Morel au Figaro.", "Paul Morel via Figaro"),
            ("es", "«El muelle es seguro», dijo Luis Peña a la agencia Efe.", "Luis Peña via Efe"),
            ("ru", "«Причал надёжен», — сказал Иван Петров агентству Рейтер.", "Иван Петров via Рейтер"),
            ("ru", "Иван Петров заявил, что причал надёжен, передаёт ТАСС.", "Иван Петров via ТАСС"),
            ("uk", "«Причал надійний», — сказав Іван Петренко агентству Reuters.", "Іван Петренко via Reuters"),
            ("uk", "Іван Петренко заявив, що причал надійний, передає Укрінформ.", "Іван Петренко via Укрінформ"),
        ]
    )
    func outletsInOtherLanguages(language: String, text: String, expected: String) {
        let said = Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map {
            "\($0.speaker?.name ?? "?") via \($0.via?.name ?? "–")"
        }
        #expect(said.contains(expected), "\(said)")
    }

    /// What is retold ends before the outlet that is drawn on.
    @Test(arguments: [("ru", "Иван Петров заявил, что причал надёжен, передаёт ТАСС.", "причал надёжен")])
    func contentEndsBeforeTheOutlet(language: String, text: String, content: String) {
        let analysis = Analysis(text, language: language)
        #expect(analysis.speech.quotations.contains { analysis.content($0) == content })
    }

    @Test(
        arguments: [
            (
                "de", "Ein hoher Beamter, der unter der Bedingung der Anonymität sprach, sagte, die Gespräche seien gescheitert.",
                ""
            ),
            (
                "fr",
                "Un haut responsable, qui s’est exprimé sous couvert d’anonymat parce qu’il n’était pas autorisé à parler, "
                    + "a déclaré que les discussions avaient échoué.",
                "parce qu’il n’était pas autorisé à parler"
            ),
            (
                "es",
                "Un alto funcionario, que habló bajo condición de anonimato porque no estaba autorizado a hablar, "
                    + "dijo que las conversaciones habían fracasado.",
                "porque no estaba autorizado a hablar"
            ),
            (
                "ru",
                "Высокопоставленный чиновник на условиях анонимности, поскольку не был уполномочен говорить, "
                    + "сообщил, что переговоры провалились.",
                "поскольку не был уполномочен говорить"
            ),
            (
                "uk",
                "Високопосадовець на умовах анонімності, бо не мав права говорити, повідомив, що переговори провалилися.",
                "бо не мав права говорити"
            ),
        ]
    )
    func anonymousInOtherLanguages(language: String, text: String, reason: String) throws {
        let analysis = Analysis(text, language: language)
        let anonymity = try #require(analysis.speech.quotations.first?.anonymity)
        #expect(anonymity.reason.map { analysis.text[$0] } ?? "" == reason)
    }

    /// Who is not kept unnamed, and what is no outlet.
    @Test(arguments: [
        ("fr", "Anne Roux a dit que la Coupe du Monde était belle."), ("es", "Ana Vidal dijo que la Copa del Mundo era bella."),
    ])
    func noOutlet(language: String, text: String) {
        let said = Analysis(text, language: language).speech.quotations
        #expect(said.allSatisfy { $0.via == nil && $0.anonymity == nil } && !said.isEmpty)
    }
}
