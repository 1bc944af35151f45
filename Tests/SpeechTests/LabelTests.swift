import Speech
import Testing
import TextCore

/// Phrases without a verb in front of a colon: somebody described speaks, a topic does not.
struct LabelTests {
    @Test(
        arguments: [
            ("Hero guard: “I just ran towards him”", "Hero guard"),
            ("Lone survivor: “I thought I would die”", "Lone survivor"),
            ("Grieving mother: ‘They took my son’", "Grieving mother"),
            ("Rescued sailors: “We prayed every night”", "Rescued sailors"),
            ("Prime minister: “We will not yield”", "Prime minister"),
        ]
    )
    func whoIsDescribedSpeaks(line: String, speaker: String) {
        for analysis in [Analysis(line), Analysis(line + "\nThe rest.", headline: true)] {
            #expect(analysis.speech.quotations.first?.speaker?.name == speaker)
        }
    }

    @Test(
        arguments: [
            "Climate: “We have no time”", "Royal visit: “A day to remember”", "Final score: “We were lucky”",
            "Hero dog: “Good boy”",
        ]
    )
    func topicsDoNotSpeak(line: String) {
        for analysis in [Analysis(line), Analysis(line + "\nThe rest.", headline: true)] {
            #expect(analysis.speech.quotations.map(\.speaker) == [nil])
        }
    }

    /// Somebody who does something in front of his words.
    @Test func aVerbIsNoTopic() {
        #expect(Analysis("Ida Moss smiled: “We were lucky.”").said == ["direct: We were lucky. ← Ida Moss"])
    }

    @Test(
        arguments: [
            "The NHS will offer weight-loss jabs to 200,000 people.", "The company will offer free repairs.",
            "The bank offered its customers a refund.",
        ]
    )
    func thingsThatAreOfferedAreNotSaid(text: String) {
        let analysis = Analysis(text)
        #expect(analysis.speech.attributions.isEmpty, "\(analysis.said)")
    }

    @Test(arguments: ["Ida Moss offered an apology.", "Ida Moss offered to pay the costs.", "Ida Moss offered her condolences."])
    func wordsThatAreOfferedAreAttributed(text: String) {
        #expect(Analysis(text).speech.attributions.count == 1)
    }

    /// An adverb in capitals is a word of the name.
    @Test(
        arguments: [
            "James Todd of Families Now said the plan was too late.", "“The plan is too late,” said James Todd of Families Now.",
        ]
    )
    func adverbsInNames(text: String) throws {
        let analysis = Analysis(text)
        let quotation = try #require(analysis.speech.quotations.first)
        #expect(quotation.mention.map { analysis.text[$0] } == "James Todd of Families Now")
        #expect(quotation.speaker?.name == "James Todd")
    }
}
