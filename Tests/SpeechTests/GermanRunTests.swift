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
}
