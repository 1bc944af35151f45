import Speech
import Testing

/// What a clause between commas says ends with the clause.
struct ClauseAsideTests {
    @Test(
        arguments: [
            ("Ida Moss, who said the pier was old, left.", "indirect: the pier was old ← Ida Moss"),
            ("Ida Moss, who said that the pier was old, left the room.", "indirect: that the pier was old ← Ida Moss"),
            (
                "Ida Moss, who said the board would meet on Monday, is expected to resign.",
                "indirect: the board would meet on Monday ← Ida Moss"
            ),
            (
                "Ida Moss, who said the pier, which closed in May, was old, left.",
                "indirect: the pier, which closed in May, was old ← Ida Moss"
            ),
            (
                "Reuters, citing a senior official, said the port would close.",
                "indirect: the port would close ← a senior official"
            ),
        ]
    )
    func ends(text: String, expected: String) {
        #expect(Analysis(text).said == [expected])
    }

    /// The noun before a relative pronoun stands in its own sentence, not in the headline above.
    @Test func antecedentStandsInTheSentence() {
        let said = Analysis("The harbor and the city\nMoss, who said the pier was old, left.", headline: true).said
        #expect(said == ["indirect: the pier was old ← Moss"])
    }

    @Test func aNounThatSaysOpensTheSentence() {
        let said = Analysis("Her warning that the pier was old was ignored.").said
        #expect(said == ["indirect: that the pier was old ← ?"])
    }

    @Test(
        arguments: [
            (
                "The board met despite repeated warnings from her attorney that the pier was old.",
                ["indirect: that the pier was old ← her attorney"]
            ),
            (
                "As Ida Moss put it in a statement to reporters on Monday, the pier is “a grave with lights.”",
                ["mixed: the pier is “a grave with lights.” ← Ida Moss"]
            ),
        ]
    )
    func framesWithMoreInThem(text: String, expected: [String]) {
        #expect(Analysis(text).said == expected)
    }

    /// A title in an adverbial is not what is suggested behind it.
    @Test func aTitleInAnAdverbial() {
        let text = "The harbor\nIn her 2002 book, “Make Your Harbor a Millionaire,” Ida Moss suggested looking at the pier."
        let said = Analysis(text, headline: true).said
        #expect(!said.contains { $0.contains("Millionaire") }, "\(said)")
    }

    /// A verb with its object behind a comma goes on with its own subject.
    @Test func aVerbWithItsObject() {
        let said = Analysis("They are the oldest boats of the port, posted late arrivals and took few passengers.").said
        #expect(said.isEmpty, "\(said)")
    }
}
