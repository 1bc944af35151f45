import Testing
import TextCore

@testable import Speech

/// Words that came through others, and words inside words.
struct ChainTests {
    private func vias(_ text: String, _ language: String = "en") -> [String] {
        Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map {
            "\($0.speaker?.name ?? "?") via \($0.via?.name ?? "–")"
        }
    }

    @Test(
        arguments: [
            ("en", "The quay will close in May, Ned Tolley said, citing Reuters.", ["Ned Tolley via Reuters"]),
            ("en", "Ned Tolley said, citing Reuters, that the quay was old.", ["Ned Tolley via Reuters"]),
            ("en", "“We leave,” said Tom Corle, quoted by Interfax.", ["Tom Corle via Interfax"]),
            ("en", "Tom Corle told Fox News, which Reuters cited, that the quay was safe.", ["Tom Corle via Fox News"]),
            ("fr", "« Le quai est sûr », a déclaré la ministre Ilse Varnac, citée par l'AFP.", ["Ilse Varnac via AFP"]),
            ("es", "«El muelle es seguro», dijo Pablo Ruiz, citado por EFE.", ["Pablo Ruiz via EFE"]),
            ("de", "„Der Kai ist sicher“, sagte Ilse Varnach laut dpa.", ["Ilse Varnach via dpa"]),
            (
                "ru", "Анна Волкова приехала. «Причал закрыт», — заявила Волкова агентству Интерфакс.",
                ["Анна Волкова via Интерфакс"]
            ),
            ("uk", "Анна Волкова приїхала. «Причал закрито», — заявила Волкова агентству Reuters.", ["Анна Волкова via Reuters"]),
        ]
    )
    func chains(language: String, text: String, expected: [String]) {
        #expect(vias(text, language) == expected, "\(text)")
    }

    /// An outlet that spreads what somebody told another adds no words.
    @Test(
        arguments: [
            (
                "The bridge will close in June, the minister told CNN on Monday, Reuters reported.",
                "indirect: The bridge will close in June ← minister", "CNN"
            ),
            (
                "“The bridge will close,” Ida Moss told Fox News on Monday, Reuters reported.",
                "direct: The bridge will close, ← Ida Moss", "Fox News"
            ),
            (
                "Ida Moss told CNN on Monday, according to Reuters, that the bridge would close.",
                "indirect: that the bridge would close ← Ida Moss", "CNN"
            ),
            (
                "Ida Moss told CNN on Monday that the bridge would close, Reuters reported.",
                "indirect: that the bridge would close ← Ida Moss", "CNN"
            ),
            (
                "The talks failed, an official told Reuters, the BBC reported on Tuesday.",
                "indirect: The talks failed ← an official", "Reuters"
            ),
        ]
    )
    func relays(text: String, said: String, via: String) {
        let analysis = Analysis(text)
        #expect(analysis.said == [said])
        #expect(analysis.speech.quotations.map { $0.via?.name } == [via])
    }

    /// Marks inside of what somebody retells hold the words of whoever is retold.
    @Test func quotedInsideOfRetold() throws {
        let analysis = Analysis("Ida Moss said that Ned Tolley had told her: “We will not sign.”")
        #expect(
            analysis.said == [
                "mixed: that Ned Tolley had told her: “We will not sign.” ← Ida Moss", "direct: We will not sign. ← Ned Tolley",
            ]
        )
        #expect(analysis.speech.quotations.last?.enclosing == 0)
    }

    @Test(
        arguments: [
            ("“My father told me, ‘Never sell the boat,’ and I never did,” Paul Rusk said.", "My father"),
            ("“I told him, ‘Never sell the boat,’ and he never did,” Paul Rusk said.", "Paul Rusk"),
        ]
    )
    func quotedInsideOfQuoted(text: String, speaker: String) {
        let inner = Analysis(text).speech.quotations.last
        #expect(inner?.enclosing == 0 && inner?.speaker?.name == speaker)
    }

    /// Whom an outlet quotes is nobody's words: he has said what it reports.
    @Test(
        arguments: [
            (
                "The port will close in May, Reuters reported, quoting a senior official.",
                "indirect: The port will close in May ← a senior official"
            ),
            (
                "The port will close, Reuters reported, citing two people familiar with it.",
                "indirect: The port will close ← two people familiar with it"
            ),
        ]
    )
    func outletQuotesSomebody(text: String, said: String) {
        let analysis = Analysis(text)
        #expect(analysis.said == [said])
        #expect(analysis.speech.quotations.first?.via?.name == "Reuters")
        #expect(analysis.speech.attitudes.isEmpty)
    }

    @Test(
        arguments: [
            ("de", "Der Hafen schließt im Mai, berichtet die dpa unter Berufung auf einen Beamten.", "Der Hafen schließt im Mai"),
            ("ru", "Ида Мосс заявила, что порт закроют, сообщает ТАСС со ссылкой на ведомство.", "порт закроют"),
            ("ru", "Порт закроют в мае, со ссылкой на мэра сообщает ТАСС.", "Порт закроют в мае"),
            ("ru", "ТАСС сообщил, что порт закроют в мае, со ссылкой на главу города.", "порт закроют в мае"),
        ]
    )
    func relayingIsNoContent(language: String, text: String, content: String) {
        let analysis = Analysis(text, language: language)
        #expect(analysis.speech.quotations.filter(\.isSpeech).map(analysis.content) == [content])
    }

    @Test func theReasonNamesNoOutlet() throws {
        let text = "„Der Hafen schließt“, sagte ein Beamter, der anonym bleiben wollte, weil er nicht mit der Presse reden darf."
        let quotation = try #require(Analysis(text, language: "de").speech.quotations.first)
        #expect(quotation.via == nil)
        #expect(quotation.anonymity?.reason != nil)
    }

    @Test(
        arguments: [
            (
                "es",
                "«El muelle está cerrado», dijo un alto funcionario que pidió el anonimato porque no está autorizado a hablar.",
                "porque no está autorizado a hablar"
            ),
            (
                "uk", "«Причал закрито», — повідомило джерело на умовах анонімності, бо не має права говорити з пресою.",
                "бо не має права говорити з пресою"
            ),
        ]
    )
    func reasonIsNoQuotation(language: String, text: String, expected: String) throws {
        let analysis = Analysis(text, language: language)
        let said = analysis.speech.quotations.filter(\.isSpeech)
        #expect(said.count == 1)
        let reason = try #require(said.first?.anonymity?.reason)
        #expect(analysis.text[reason] == expected)
    }

    @Test(
        arguments: [
            ("“Tom Corle told me, ‘The quay is gone,’ and I ran,” Paul Rusk said.", "Tom Corle"),
            ("“My mother always said, ‘Keep your feet dry,’ and I did,” Paul Rusk said.", "My mother"),
            ("“He said ‘the quay is gone’ and left,” Paul Rusk said.", nil),
            ("“The so-called ‘dry quay’ is gone,” Paul Rusk said.", "Paul Rusk"),
        ] as [(String, String?)]
    )
    func wordsInsideWords(text: String, expected: String?) throws {
        let quotations = Analysis(text).speech.quotations
        let inner = try #require(quotations.first { $0.enclosing != nil })
        #expect(inner.speaker?.name == expected, "\(text)")
        #expect(quotations.first { $0.enclosing == nil }?.speaker?.name == "Paul Rusk")
    }
}
