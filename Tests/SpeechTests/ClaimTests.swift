import Language
import Speech
import TestSupport
import Testing
import TextCore

/// Clauses that nouns govern, and idioms of saying.
struct ClaimTests {
    @Test(
        arguments: [
            ("en", "Ida Moss’s claim that the bridge was safe drew laughter.", "that the bridge was safe ← Ida Moss"),
            (
                "en", "Ida Moss’s claim that the bridge is safe and will stand has drawn laughter.",
                "that the bridge is safe and will stand ← Ida Moss"
            ),
            (
                "en", "The men knew his claim that the port was safe and that nobody had paid.",
                "that the port was safe and that nobody had paid ← ?"
            ),
            (
                "en", "Ida Moss’s allegation that the union stole files was dismissed by a judge.",
                "that the union stole files ← Ida Moss"
            ),
            (
                "en", "Ida Moss’s allegation that the union burned the files was dismissed.",
                "that the union burned the files ← Ida Moss"
            ),
            ("es", "La afirmación de Pablo Ruiz de que el puente era seguro fue rechazada.", "el puente era seguro ← Pablo Ruiz"),
            ("ru", "Утверждение мэра о том, что мост безопасен, было отвергнуто.", "мост безопасен ← мэр"),
            ("ru", "Совет отклонил заявление мэра о том, что мост безопасен.", "мост безопасен ← мэр"),
            ("uk", "Твердження мера про те, що міст безпечний, було відкинуте.", "міст безпечний ← мер"),
            ("fr", "Elle a rejeté l’affirmation de Paul Rusk selon laquelle le pont est sûr.", "le pont est sûr ← Paul Rusk"),
            ("fr", "La thèse de Paul Rusk selon laquelle le pont était sûr a fait rire.", "le pont était sûr ← Paul Rusk"),
        ]
    )
    func aClaimEndsBeforeTheMainVerb(language: String, text: String, said: String) {
        #expect(Analysis(text, language: language).said == ["indirect: \(said)"])
    }

    /// The grammar takes “claim” for a noun, which it is.
    @Test(.enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)))
    func aNounSaysWithHeadsToo() throws {
        let annotator = Annotator(english: try EnglishModel.shared.get())
        for text in [
            "Ida Moss’s claim that the bridge was safe drew laughter.", "The men laughed at her claim that the bridge was safe.",
        ] {
            let text = UTF8Text(text)
            let annotated = annotator.annotate(text, sections: [TextSection(range: text.range, role: .body)], language: "en")
            let contents = SpeechAnalyzer().analyze(annotated).quotations.map { $0.content.map { text[$0] } }
            #expect(contents == [["that the bridge was safe"]])
        }
    }

    @Test func rumorsHaveNoSource() {
        #expect(Analysis("Le maire a démenti les rumeurs selon lesquelles le port fermerait.", language: "fr").said.isEmpty)
    }

    @Test(
        arguments: [
            "As Ida Moss put it, “the port is closed to all of us.”", "“The port is closed to all of us,” as Ida Moss put it.",
            "As Ida Moss puts it: “The port is closed to all of us.”",
        ]
    )
    func putIt(text: String) {
        let quotations = Analysis(text).speech.quotations
        #expect(quotations.count == 1)
        #expect(quotations.first?.speaker?.name == "Ida Moss")
        #expect(quotations.first?.isSpeech == true)
    }

    @Test func anAgeIsPartOfTheSource() {
        let analysis = Analysis("“The port is closed,” said a 34-year-old teacher.")
        #expect(analysis.speech.quotations.first?.mention.map { analysis.text[$0] } == "a 34-year-old teacher")
    }

    @Test(
        arguments: [
            "« Le port est fermé », a déclaré jeudi devant la presse le maire de Corle, Paul Rusk, « et il le restera ».",
            "« Le port est fermé », a affirmé lors d’une conférence Paul Rusk, « et il le restera ».",
            "« Le port est fermé », a expliqué mardi soir à la radio Paul Rusk, « et il le restera ».",
        ]
    )
    func adverbialsStandBeforeAFrenchSource(text: String) {
        let quotations = Analysis(text, language: "fr").speech.quotations
        #expect(quotations.count == 1)
        #expect(quotations.first?.content.count == 2)
        #expect(quotations.first?.speaker?.name == "Paul Rusk")
    }
}
