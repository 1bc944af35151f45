import Testing

@testable import Speech

/// Whom “it” takes up, and those who are told by what they lead.
struct ThingSpeakerTests {
    private func last(_ text: String) -> String? { Analysis(text).speech.quotations.last { $0.isSpeech }?.speaker?.name }

    /// An outlet tells of others.
    @Test func outletsAreNotMeant() {
        #expect(last("Brask Harbour Trust will cut jobs, Reuters reported. Sales were weak, it said.") == "Brask Harbour Trust")
        #expect(
            last("The Health Ministry said 20 people had died. Reuters could not verify it. It said the hospital was full.")
                == "Health Ministry"
        )
        #expect(
            last("Jobs will go, Reuters reported on Tuesday.\nThe company expects savings, it said in a statement.") != "Reuters"
        )
    }

    @Test func ownersAreNotMeant() {
        let text = "Mark Doyle said sales fell. Doyle’s predecessor, Tom Baker, was blunt. “They blew it,” he told reporters."
        #expect(last(text) == "Tom Baker")
    }

    @Test func leaders() {
        let text =
            "Federal Reserve Chair Jerome Powell spoke. Chief economist Ann Cole was there. The Fed chief said rates would rise."
        #expect(last(text) == "Jerome Powell")
        #expect(
            last("The U.N. secretary-general, António Guterres, left. The foreign secretary told reporters that he was worried.")
                == "foreign secretary"
        )
    }

    @Test(arguments: [
        ("The mayors of Leeds and York, Ann Cole and Bob Price, said the trains were late.", "Ann Cole and Bob Price"),
        ("Croft’s barrister, Piers Vaughan KC, said his client was sorry.", "Piers Vaughan"),
        ("Hoffmann’s predecessor, Karl Weiss, joked that memory was cheap.", "Karl Weiss"),
    ])
    func apposition(text: String, speaker: String) { #expect(last(text) == speaker) }
}
