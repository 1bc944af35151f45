import Speech
import Testing
import TextCore

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
            (
                "Der Hafen werde im Mai geschlossen, sagte am Dienstag die Ministerin.",
                "indirect: Der Hafen werde im Mai geschlossen ← Ministerin"
            ),
            ("Am Dienstag sagte in Vellen die Ministerin, der Hafen sei voll.", "indirect: der Hafen sei voll ← Ministerin"),
            ("Angela Kern sagte, der Hafen sei voll, und verließ den Saal.", "indirect: der Hafen sei voll ← Angela Kern"),
            ("Angela Kern sagte, die Regierung schließe den Hafen.", "indirect: die Regierung schließe den Hafen ← Angela Kern"),
            ("Angela Kern sagte, der Hafen sei voll.", "indirect: der Hafen sei voll ← Angela Kern"),
        ]
    )
    func oneQuotation(text: String, expected: String) {
        #expect(Analysis(text, language: "de").said == [expected])
    }

    /// A genitive belongs to the noun before it.
    @Test(
        arguments: [
            (
                "Der Sprecher des Ministeriums erklärte am Dienstag in Vellen, die Gespräche seien gescheitert.",
                "indirect: die Gespräche seien gescheitert ← Sprecher des Ministeriums"
            ),
            ("Der Leiter der Schule sagte, der Hafen sei voll.", "indirect: der Hafen sei voll ← Leiter der Schule"),
            (
                "Das Gesetz legt fest, dass niemand nachts fischen darf.",
                "indirect: niemand nachts fischen darf ← Gesetz"
            ),
        ]
    )
    func genitivesAndLaws(text: String, expected: String) {
        #expect(Analysis(text, language: "de").said == [expected])
    }

    @Test func wordsBehindSoGoOn() {
        let analysis = Analysis("„Wir haben“, so die Ministerin, „keine Wahl.“", language: "de")
        #expect(analysis.said == ["direct: Wir haben / keine Wahl. ← Ministerin"])
        let retold = Analysis(
            "Man wolle das, so die Ministerin, „mit Blick auf die Rechte vieler Leute“ begrenzen.",
            language: "de"
        )
        #expect(!retold.said.contains { $0.contains("Leute“ begrenzen") && $0.hasPrefix("mixed: „") })
    }

    /// What stands before a modal may be its object or a time.
    @Test(
        arguments: [
            ("Am Montag will der Rat über den Hafen abstimmen.", "über den Hafen abstimmen ← der Rat"),
            ("Das Geld möchte die Regierung für Schulen ausgeben.", "für Schulen ausgeben ← die Regierung"),
            ("Der Stadtrat möchte im Mai abstimmen.", "im Mai abstimmen ← Der Stadtrat"),
        ]
    )
    func wishes(text: String, expected: String) {
        let analysis = Analysis(text, language: "de")
        let found = analysis.speech.attitudes.map { attitude in
            "\(analysis.content(attitude)) ← \(attitude.mention.map { analysis.text[$0] } ?? "?")"
        }
        #expect(found == [expected])
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

    /// Retold speech by its clauses: what a comma opens, what stands before a frame, what a source without a verb gives.
    @Test(
        arguments: [
            ("Angela Kern teilte am Montag mit, dass der Hafen voll ist.", ["indirect: der Hafen voll ist ← Angela Kern"]),
            ("Das Amt warf der Firma vor, den Hafen zu verschmutzen.", ["indirect: den Hafen zu verschmutzen ← Amt"]),
            ("Der Hafen sei voll, sagte Angela Kern, die Leiterin des Amtes.", ["indirect: Der Hafen sei voll ← Angela Kern"]),
            ("Wie Angela Kern mitteilte, ist der Hafen voll.", ["indirect: ist der Hafen voll ← Angela Kern"]),
            ("Der Hafen ist voll, wie Angela Kern mitteilte.", ["indirect: Der Hafen ist voll ← Angela Kern"]),
            ("Nach Angaben der Polizei wurde der Hafen geräumt.", ["indirect: wurde der Hafen geräumt ← Polizei"]),
            ("Zunächst ist laut Hafenblatt ein Umbau geplant.", ["indirect: Zunächst ist / ein Umbau geplant ← Hafenblatt"]),
            ("Medienberichten zufolge wurde der Hafen geräumt.", ["indirect: wurde der Hafen geräumt ← Medienberichten"]),
            (
                "Angela Kern sagte, der Hafen sei voll. Die Lage sei ernst. Man müsse warten. Das Wetter war gut.",
                [
                    "indirect: der Hafen sei voll ← Angela Kern", "indirect: Die Lage sei ernst ← Angela Kern",
                    "indirect: Man müsse warten ← Angela Kern",
                ]
            ),
            ("Der Hafen wird geräumt. Das teilte Angela Kern mit.", ["indirect: Der Hafen wird geräumt ← Angela Kern"]),
            ("Angela Kern vertrat die Ansicht, dass der Hafen voll sei.", ["indirect: der Hafen voll sei ← Angela Kern"]),
            (
                "Jan Voll, der Leiter der Werft, sagte zum Abschluss des Treffens: „Wir hatten gute Gespräche.“",
                ["direct: Wir hatten gute Gespräche. ← Jan Voll"]
            ),
            ("Angesichts der Lage nannte Jan Voll den Plan „völlig überflüssig“.", ["direct: völlig überflüssig ← Jan Voll"]),
            ("Die Polizei räumte den Hafen, der im Norden liegt.", []),
            ("Der Hafen führt nach Vellen, das im Norden liegt.", []),
        ] as [(String, [String])]
    )
    func clauses(text: String, expected: [String]) {
        #expect(Analysis(text, language: "de").said == expected)
    }

    /// The words in marks inside a retold clause are a quotation of their own, which knows the clause.
    @Test func marksInsideRetoldSpeechAreQuotationsOfTheirOwn() throws {
        let analysis = Analysis("Angela Kern sagte, der Hafen sei „völlig überfüllt“.", language: "de")
        #expect(
            analysis.said == ["mixed: der Hafen sei „völlig überfüllt“ ← Angela Kern", "direct: völlig überfüllt ← Angela Kern"]
        )
        #expect(analysis.speech.quotations.map(\.enclosing) == [nil, 0])
    }

    @Test(
        arguments: [
            ("Die Nachrichtenagentur „Petra“ meldet den Sturm.", "Petra"),
            ("Jan Voll, genannt „das Ohr“, kam.", "das Ohr"),
            ("Er galt als „letzter Lotse“.", "letzter Lotse"),
            ("Das Thema lautete „Zukunft im Hafen“.", "Zukunft im Hafen"),
            ("Der Teilchenstrom wird als „Sonnenwind“ bezeichnet.", "Sonnenwind"),
            ("Der Verein „hafen und meer“ lud ein.", "hafen und meer"),
        ]
    )
    func germanAsides(text: String, content: String) {
        #expect(Analysis(text, language: "de").asides == [content])
    }
}
