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
            ("Reuters, citing a senior official, said the port would close.", "indirect: the port would close ← Reuters"),
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
}
