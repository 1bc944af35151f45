import Speech
import Testing
import TextCore

/// Sources that name their speaker behind a comma, inside a longer name, or before another noun phrase.
struct NamedSourceTests {
    private func said(_ text: String) -> [String?] {
        Analysis(text).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name }
    }

    @Test(arguments: [
        ("The maker, Corvia Biotech, estimates a dose would cost about $4.", "Corvia Biotech"),
        ("The tunnel is late. His opposite number, Asha Rahman, said it was late.", "Asha Rahman"),
        (
            "The secretary general of the Harbor League (Vellan Conference), Nunzio Galant, said the ruling was bad.",
            "Nunzio Galant"
        ),
        ("Two came to the hall. One of them, fish wholesaler Anka Boyd, said she feared for her staff.", "Anka Boyd"),
    ])
    func aNameThatIsAWholeAppositionIsTheSpeaker(text: String, name: String) {
        #expect(said(text) == [name])
    }

    @Test func aGroupInAnAppositionOfOneWordIsNoName() {
        // "Monday" and the like are capitalized, too.
        #expect(said("The mayor, Monday, said the bridge was closed.") != ["Monday"])
    }

    @Test func aTimeOfDayMayBePartOfAName() {
        #expect(said("“Her hands were cold,” according to the Tarn Morning Herald.") == ["Tarn Morning Herald"])
        #expect(said("“Her hands were cold,” Tolley told the board Tuesday morning.") == ["Tolley"])
    }

    @Test func anArticleBehindANameOpensAnotherPhrase() {
        let text = "Ned Rathman left. According to Rathman the Harborology property in question was returned by mail."
        #expect(said(text) == ["Ned Rathman"])
    }

    @Test func anArticleMayBePartOfAName() {
        let analysis = Analysis("“We will sail at dawn,” said Ivan the Terrible.")
        #expect(analysis.speech.quotations.first?.mention.map { analysis.text[$0] } == "Ivan the Terrible")
    }
}
