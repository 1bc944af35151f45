import Language
import Speech
import Testing
import TextCore

/// Quotations that their cue interrupts are one, of several pieces.
struct InterruptedTests {
    private func pieces(_ text: String, _ language: String = "en") -> [[String]] {
        let analysis = Analysis(text, language: language)
        return analysis.speech.quotations.filter(\.isSpeech).map { quotation in
            quotation.content.map { analysis.text[$0] }
        }
    }

    @Test(arguments: [
        ("en", "“The pier,” Ida Vesterby said, “is older than the town.”", ["The pier,", "is older than the town."]),
        ("en", "“We waited,” said Ned Tolley, a pilot, “and nobody came.”", ["We waited,", "and nobody came."]),
        ("de", "„Der Hafen“, sagte Ida Wohl, „ist seit Jahren zu klein.“", ["Der Hafen", "ist seit Jahren zu klein."]),
    ])
    func oneQuotation(language: String, text: String, content: [String]) {
        #expect(pieces(text, language) == [content])
    }

    @Test(arguments: [
        ("Fishermen, she noted, had complained for years.", ["Fishermen", "had complained for years"]),
        ("The boats, according to the port authority, must move.", ["The boats", "must move"]),
        ("The pier, Ida Vesterby said, was older.", ["The pier", "was older"]),
        ("The pier, said Ida Vesterby, was older.", ["The pier", "was older"]),
        ("The new ferry, Moss told reporters, will not sail.", ["The new ferry", "will not sail"]),
        ("On Monday, Moss said, the pier would close.", ["On Monday", "the pier would close"]),
    ])
    func retoldAroundItsFrame(text: String, content: [String]) {
        #expect(pieces(text) == [content])
    }

    @Test func anAppositionIsNoFrame() {
        #expect(pieces("The mayor, a sailor, said the pier was older.") == [["the pier was older"]])
    }

    @Test func twoQuotations() {
        let twoSentences = "“The pier is old,” Ida Vesterby said. “It must go.”"
        #expect(pieces(twoSentences) == [["The pier is old,"], ["It must go."]])
        let ended = "“Is the pier old?” Ida Vesterby asked, “and must it go?”"
        #expect(pieces(ended).count == 2, "the first ends")
        let another = "“The pier is old,” Ida Vesterby said, adding: “It must go.”"
        #expect(pieces(another) == [["The pier is old,"], ["It must go."]])
    }
}
