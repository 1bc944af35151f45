import Speech
import Testing

/// German word order, retold speech and marked words.
struct GermanSpeechTests {
    @Test(
        arguments: [
            ("In Vellen sagte die Ministerin Angela Kern: „Der Hafen ist zu.“", "direct: Der Hafen ist zu. ← Angela Kern"),
            (
                "Als Begründung sagte ein Lotse: „Das ist ein sehr breites Feld.“",
                "direct: Das ist ein sehr breites Feld. ← ein Lotse"
            ),
            (
                "Angela Kern kam. Gegenüber der Presse erklärte sie: „Der Hafen ist zu.“",
                "direct: Der Hafen ist zu. ← Angela Kern"
            ),
            ("In der Meldung wird Angela Kern wie folgt zitiert: „Der Hafen ist zu.“", "direct: Der Hafen ist zu. ← Angela Kern"),
            ("Angela Kern nannte den Bericht eine „Zeitungsente“.", "direct: Zeitungsente ← Angela Kern"),
            ("Angela Kern bezeichnete den Vertrag als „völlig unsinnig“.", "direct: völlig unsinnig ← Angela Kern"),
            ("Angela Kern sagte, der Hafen sei voll.", "indirect: der Hafen sei voll ← Angela Kern"),
        ]
    )
    func oneQuotation(text: String, expected: String) {
        #expect(Analysis(text, language: "de").said == [expected])
    }

    @Test func soGivesTheSourceBehindItsWordsOnly() {
        #expect(
            Analysis("„Wir haben gewonnen“, so Angela Kern weiter: „Es war knapp.“", language: "de").said
                == ["direct: Wir haben gewonnen ← Angela Kern", "direct: Es war knapp. ← Angela Kern"]
        )
        #expect(Analysis("So gewonnene Daten liegen im Hafen von Vellen.", language: "de").said.isEmpty)
    }

    @Test func retoldSpeechGoesOnInTheSubjunctive() {
        let analysis = Analysis("Angela Kern sagte: „Der Hafen ist zu.“ Die Lage sei „sehr ernst“.", language: "de")
        #expect(analysis.said.last == "direct: sehr ernst ← Angela Kern")
    }
}
