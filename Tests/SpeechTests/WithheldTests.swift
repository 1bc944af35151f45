import Speech
import Testing

/// What was not said is nobody's words.
struct WithheldTests {
    @Test(
        arguments: [
            "Marit Oll declined to say how the pier sank.", "The mayor refused to say whether the vote would be held.",
            "The port did not say whether it would pay.", "Officials would not say why the ferry left.",
            "He left without saying when he would return.", "The board has not said that it would close.",
            "Marit Oll declined on Monday to explain why the pier sank.", "Marit Oll declined to comment.",
            "The captain couldn’t say how many had left.",
        ]
    )
    func nothingIsSaid(text: String) {
        #expect(Analysis(text).said.isEmpty)
    }

    @Test(
        arguments: [
            ("She did not deny that the pier was old.", "indirect: that the pier was old ← ?"),
            ("“I will not say,” Marit Oll said.", "direct: I will not say, ← Marit Oll"),
            ("Marit Oll said she would not say more.", "indirect: she would not say more ← Marit Oll"),
        ]
    )
    func negationIsNotSilence(text: String, expected: String) {
        #expect(Analysis(text).said == [expected])
    }
}
