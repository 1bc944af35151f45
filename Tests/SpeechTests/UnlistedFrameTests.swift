import Testing

@testable import Speech

/// Frames behind marks whose verb no lexicon has.
struct UnlistedFrameTests {
    @Test(arguments: [
        ("fr", "« C’est fini », lâche sa femme.", "C’est fini", "sa femme"),
        ("es", "«Se acabó», zanja su mujer.", "Se acabó", "su mujer"),
        ("de", "„Es ist vorbei“, grummelt Karl Brandt.", "Es ist vorbei", "Karl Brandt"),
        ("ru", "«Всё кончено», — вздыхает его жена.", "Всё кончено", "его жена"),
        ("uk", "«Усе скінчено», — зітхає Анна Коваль.", "Усе скінчено", "Анна Коваль"),
        ("de", "„Wir sind da“, freute sich Trainerin Ute Lenz.", "Wir sind da", "Ute Lenz"),
        ("de", "„Das ist schade“, bedauerte Karl Brandt.", "Das ist schade", "Karl Brandt"),
        ("fr", "« C’est triste », se désole Anne Roux.", "C’est triste", "Anne Roux"),
        ("es", "«Nadie me avisó», se quejó Juan Pérez.", "Nadie me avisó", "Juan Pérez"),
    ])
    func verbsWithTheirSubjectBehind(language: String, text: String, content: String, speaker: String) {
        let analysis = Analysis(text, language: language)
        #expect(analysis.said == ["direct: \(content) ← \(speaker)"])
    }

    /// A noun behind the comma is no verb, and marks inside a sentence are none of its subject's.
    @Test func whatIsNoFrame() {
        #expect(Analysis("« Volane », navire de la marine, est arrivé.", language: "fr").said.isEmpty)
        #expect(Analysis("Il lit « Le Port », roman de Claire Morel.", language: "fr").said.isEmpty)
    }

    /// A participle that opens the sentence speaks no words.
    @Test func participlesInFront() {
        let text = "Interrogé sur le sujet, le ministre a souri : « Nous verrons bien. »"
        #expect(Analysis(text, language: "fr").said == ["direct: Nous verrons bien. ← ministre"])
    }

    @Test func rolesBehindAnAdverbial() {
        #expect(
            Analysis("На вопрос журналистов министр ответил: «Посмотрим».", language: "ru").said == [
                "direct: Посмотрим ← министр"
            ]
        )
    }

    @Test(arguments: [
        ("fr", "Un homme qui a vu l’accident a dit que le conducteur avait fui.", "Un homme"),
        ("es", "Una mujer que vive cerca dijo que oyó dos disparos.", "Una mujer"),
    ])
    func relativeClauses(language: String, text: String, speaker: String) {
        #expect(Analysis(text, language: language).speech.quotations.map { $0.speaker?.name } == [speaker])
    }
}
