import Speech
import Testing

/// What somebody or something is called: by whom, and when by nobody in particular.
struct CalledSoTests {
    @Test func eachMarkedWordHasItsAgentBehindIt() {
        let text = """
            The plan has been called “a theft in slow motion” by union leader Neal Ott and “long overdue” by the chamber of commerce.
            """
        let said = Analysis(text).said
        #expect(said == ["direct: a theft in slow motion ← Neal Ott", "direct: long overdue ← chamber of commerce"])
    }

    @Test func aNameBehindAsIsTheWordOfWhoeverGivesIt() {
        let said = Analysis("President Warren Kell mocked the senator on Twitter as “Third Place Bill.”").said
        #expect(said == ["mixed: the senator on Twitter as “Third Place Bill.” ← Warren Kell"])
        // A title behind “as” is one where nobody is called so.
        #expect(Analysis("She appeared on Monday as “The Last Verger” opened.").asides == ["The Last Verger"])
    }

    @Test(arguments: [
        "Chants of “Eclair! Eclair!” greeted officers as they left.",
        "They were met with cries of “Lock Her Up” and boos.",
    ])
    func whatACrowdCallsOutIsSpeech(text: String) {
        #expect(Analysis(text).asides.isEmpty)
        #expect(Analysis(text).said.count == 1)
    }

    @Test func aNameBetweenCommasIsNoSpeech() {
        let analysis = Analysis("The shop, called “Bready or Not,” reopened at noon.")
        #expect(analysis.said.isEmpty)
        #expect(analysis.asides == ["Bready or Not,"])
    }

    @Test func markUpInsideRetoldWordsIsNobodys() {
        let analysis = Analysis("Farr said the link <a href=\"harbor\"> was broken.")
        #expect(analysis.asides == ["harbor"])
        #expect(analysis.speech.quotations.filter(\.isSpeech).allSatisfy { $0.kind == .indirect })
    }
}
