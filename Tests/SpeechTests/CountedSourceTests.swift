import Speech
import Testing
import TextCore

/// Those who are counted, not named, say something: “the three said”.
struct CountedSourceTests {
    @Test(
        arguments: [
            ("en", "“We leave,” the three said.", "the three"), ("en", "“We leave,” all four said.", "all four"),
            ("en", "“We leave,” both said.", "both"), ("en", "“We leave,” the two said on Monday.", "the two"),
            ("de", "„Wir gehen“, sagten beide.", "beide"),
        ]
    )
    func counted(language: String, text: String, mention: String) throws {
        let analysis = Analysis(text, language: language)
        let quotation = try #require(analysis.speech.quotations.first { $0.isSpeech })
        #expect(quotation.mention.map { analysis.text[$0] } == mention)
    }

    /// A participle behind a number and before its noun is no cue.
    @Test func participle() {
        #expect(Analysis("The three promised payments arrived.").said.isEmpty)
    }
}
