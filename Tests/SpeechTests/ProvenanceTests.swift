import Language
import Testing
import TextCore

@testable import Speech

/// Through whom words came, and sources that go unnamed.
struct ProvenanceTests {
    private func vias(_ text: String) -> [String] {
        Analysis(text).speech.quotations.filter(\.isSpeech).map { "\($0.speaker?.name ?? "?") via \($0.via?.name ?? "–")" }
    }

    @Test func outletThatWasTold() {
        #expect(vias("“The wall is safe,” Ned Tolley told Varra Daily News on Monday.") == ["Ned Tolley via Varra Daily News"])
        #expect(vias("“The wall is safe,” Ned Tolley told reporters on Monday.") == ["Ned Tolley via –"])
    }

    @Test func interview() {
        let text = "In an interview with the Kessen Tribune, Ilse Varnach said that the lock would close."
        #expect(vias(text) == ["Ilse Varnach via Kessen Tribune"])
    }

    /// The outlet that is the source is no via of its own words.
    @Test func outletAsSource() {
        #expect(vias("The Kessen Tribune reported that the lock would close.") == ["Kessen Tribune via –"])
    }

    @Test func anonymousWithReason() throws {
        let analysis = Analysis(
            "A senior harbor official, who spoke on condition of anonymity because he was not authorized to discuss the talks, "
                + "said the ferry would be sold.\nNed Tolley said the pier was safe."
        )
        let said = analysis.speech.quotations
        let first = try #require(said.first)
        let reason = try #require(first.anonymity?.reason)
        #expect(analysis.text[reason] == "because he was not authorized to discuss the talks")
        #expect(said.last?.anonymity == nil)
    }

    @Test func anonymousInTheNextSentence() {
        let analysis = Analysis(
            "“The ferry will be sold,” an official said. The official asked not to be named, citing the talks."
        )
        #expect(analysis.speech.quotations.first?.anonymity != nil)
    }

    @Test func transcriptInMarks() {
        let analysis = Analysis("“TOLLEY: We will not leave the harbor.\n“HOST: Why would you stay there at all?”")
        let said = analysis.speech.quotations.map { "\(analysis.text[$0.mention ?? 0..<0]): \(analysis.content($0))" }
        #expect(said == ["TOLLEY: We will not leave the harbor.", "HOST: Why would you stay there at all?"])
    }

    @Test(arguments: ["en", "uk", "es"]) func marksBeforeAColonAreNobody(language: String) {
        for text in ["No». :¿Po». abc", "“. : We will not leave the harbor.”", "“.: Po”"] {
            let analysis = Analysis(text, language: language)
            for quotation in analysis.speech.quotations { #expect(quotation.mention?.isEmpty != true, "\(text)") }
        }
    }
}
