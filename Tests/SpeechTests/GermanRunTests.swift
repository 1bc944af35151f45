import Speech
import Testing

/// Sentences in the subjunctive behind a sentence that tells of speech without giving it.
struct GermanRunTests {
    @Test(
        arguments: [
            (
                "Ned Tolley bestritt die Vorwürfe. Er habe davon nichts gewusst. Man werde das prüfen.",
                ["indirect: Er habe davon nichts gewusst ← Ned Tolley", "indirect: Man werde das prüfen ← Ned Tolley"]
            ),
            (
                "Der Minister wies die Kritik zurück. Die Lage sei ernst.",
                ["indirect: Die Lage sei ernst ← Minister"]
            ),
            (
                "„Wir gehen“, sagte Jan Voll. Ned Tolley widersprach. Der Hafen sei sicher.",
                ["direct: Wir gehen ← Jan Voll", "indirect: Der Hafen sei sicher ← Ned Tolley"]
            ),
        ]
    )
    func runs(text: String, expected: [String]) {
        #expect(Analysis(text, language: "de").said == expected)
    }

    /// A thing does not speak.
    @Test func narrationOfThings() {
        let said = Analysis("Der Sturm zog nach Norden. Die Lage sei ernst.", language: "de").said
        #expect(said.isEmpty)
    }

    /// Who says a sentence that marked words open, and whose wording these are.
    @Test(
        arguments: [
            "Der „schwarze Tag“ werde in Erinnerung bleiben, sagte Anna Lorn.",
            "Anna Lorn zeigte sich erschüttert. Der „schwarze Tag“ werde in Erinnerung bleiben.",
            "Der „schwarze Tag“ sei vorhersehbar gewesen, kritisiert Anna Lorn.",
        ]
    )
    func markedWordsThatOpenASentence(text: String) {
        let analysis = Analysis(text, language: "de")
        #expect(analysis.speech.quotations.map { $0.speaker?.name } == ["Anna Lorn", "Anna Lorn"], "\(analysis.said)")
        #expect(analysis.speech.quotations.indices.map(analysis.speech.isWording) == [false, true])
    }

    @Test func nobodySaysIt() {
        let analysis = Analysis("Der „schwarze Tag“ werde in Erinnerung bleiben, hieß es.", language: "de")
        #expect(analysis.speech.quotations.allSatisfy { $0.speaker == nil }, "\(analysis.said)")
    }

    /// What stands behind two cues is the nearer one's, and the verb behind “und” has the subject of the one before.
    @Test(
        arguments: [
            (
                "„Das ist falsch“, sagte Anna Lorn und kündigte an, Klage einzureichen.",
                ["direct: Das ist falsch ← Anna Lorn", "indirect: Klage einzureichen ← Anna Lorn"]
            ),
            (
                "Das sagte Anna Lorn und forderte die Bürger auf, zu Hause zu bleiben.",
                ["indirect: zu Hause zu bleiben ← Anna Lorn"]
            ),
            (
                "Das Ministerium hat Berichte, wonach die Mole alt sei, zurückgewiesen.",
                ["indirect: wonach die Mole alt sei ← Ministerium"]
            ),
        ]
    )
    func twoCues(text: String, said: [String]) {
        let analysis = Analysis(text, language: "de")
        #expect(analysis.said == said, "\(analysis.said)")
    }

    /// The agency between a speaker and his words takes nothing from him.
    @Test func agencyInBetween() {
        let said = Analysis(
            "Kremlsprecher Pawel Dresk sagte laut der Agentur Tass, Moskau sei zu Gesprächen bereit.",
            language: "de"
        ).said
        #expect(said.contains("indirect: Moskau sei zu Gesprächen bereit ← Pawel Dresk"), "\(said)")
    }

    /// Sources in the genitive and dative are called by their nominative.
    @Test(
        arguments: [
            ("Nach Angaben des Innenministeriums wurden drei Menschen verletzt.", "Innenministerium"),
            ("Nach Angaben des Landratsamtes wurden drei Menschen verletzt.", "Landratsamt"),
            ("Laut dem Innenministerium wurden drei Menschen verletzt.", "Innenministerium"),
        ]
    )
    func nominatives(text: String, speaker: String) {
        #expect(Analysis(text, language: "de").speech.quotations.map { $0.speaker?.name } == [speaker])
    }
}
