import Testing

@testable import Speech

/// Who speaks words in marks that no cue claims: fitted weights choose where rules can only guess.
struct SpeakerChooserTests {
    private func speakers(_ text: String, language: String = "en") -> [String?] {
        Analysis(text, language: language).speech.quotations.filter { $0.kind == .direct && $0.isSpeech }.map { $0.speaker?.name }
    }

    /// The rules take the subject of the sentence for who speaks, which is no person, group or text.
    @Test func weightsChooseAmongThoseNamed() {
        let owned = "The mood of harbour master Ilse Varnach was grim: “The pumps are dry and we sail at dawn.”"
        #expect(speakers(owned) == ["Ilse Varnach"])
        let text = """
            At the pier, Ilse Varnach waved. The mood was grim, the engines silent. “The pumps are dry and we sail at dawn.”
            """
        #expect(speakers(text) == ["Ilse Varnach"])
    }

    /// A group that the rules find stays.
    @Test func groupsStay() {
        let text = "The council backed the plan put forward by Anders Vole: “The pumps are dry and we sail at dawn.”"
        #expect(speakers(text) == ["council"])
    }

    /// A source that is named, a pronoun and a description are the rules' to resolve.
    @Test func namedSourcesStay() {
        let text = """
            Anders Vole met Ilse Varnach at the port. “The pumps are dry,” said Ilse Varnach.
            “We sail at dawn,” he said.
            """
        #expect(speakers(text) == ["Ilse Varnach", "Anders Vole"])
    }
}
