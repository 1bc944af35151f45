import Speech
import Testing

/// Groups, and descriptions of people, resolved inside one article.
struct SpeakerGroupTests {
    private func speakers(_ text: String) -> [String?] {
        Analysis(text).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name }
    }

    @Test(
        arguments: [
            // Several people are taken up by “they”, not the organisation that stands nearest.
            (
                "Ada Kern lost her seat after five past Veldian senators urged the Harbour Board to act. “It is time,” they said.",
                "Veldian senators"
            ),
            // Part of a name, with its last word.
            (
                "The Coastal National Harbour Committee met. “The pier is safe,” the Coastal committee said.",
                "Coastal National Harbour Committee"
            ),
            // What a letter says its authors say.
            ("The ferry ran late. The Harbour Board’s letter said that “the pier is gone.”", "Harbour Board"),
            // Somebody without a name goes on as an aide.
            (
                "A spokesman for Ada Kern said the pier was new. “The pier is safe,” the aide said.",
                "A spokesman for Ada Kern"
            ),
            // Another town's mayor is somebody else.
            (
                "Mayor Paul Lund of Tarn left. “The pier is safe,” the mayor of Boston said.",
                "mayor of Boston"
            ),
            // A verb with its object is no role.
            (
                "Rep. Mark Oll came. A reporter, Paul Lund, interviewed the congressman about it. “No more,” the congressman said.",
                "Mark Oll"
            ),
            // A relative pronoun takes up an organisation of several words.
            ("The letter quotes the Coastal Board of Tarn, which wrote that “the pier is gone.”", "Coastal Board of Tarn"),
        ]
    )
    func groups(text: String, expected: String) {
        #expect(speakers(text).last == expected)
    }

    @Test func whoIsSpokenOfInRetoldWordsDoesNotTakeTheFloor() {
        let text = "Paul Lund came. He said Mark Oll would become chairman of the board. “It may go well,” he said."
        #expect(speakers(text).last == "Paul Lund")
    }

    @Test func somebodysClaimGivesNobodyTheFloor() {
        let text = """
            Mark Oll built the ferry. Paul Lund, 44, the owner of the dock, was there.
            He spoke for an hour, and dismissed Mr. Oll’s claim that the engine was new.
            “The pier was never sold to anyone,” he said.
            """
        #expect(speakers(text).last == "Paul Lund")
    }
}
