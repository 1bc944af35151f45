import Speech
import Testing

/// Who is told inside of retold words to do something, and what a frame's end is not.
struct OrderTests {
    @Test(
        arguments: [
            (
                "Daniel Cole said that Paul Varnach had told him to delete the messages.",
                [
                    "indirect: that Paul Varnach had told him to delete the messages ← Daniel Cole",
                    "indirect: to delete the messages ← Paul Varnach",
                ]
            ),
            (
                "The clerk testified that Paul Varnach had told her to “keep quiet” about the payments.",
                [
                    "mixed: that Paul Varnach had told her to “keep quiet” about the payments ← clerk",
                    "mixed: to “keep quiet” about the payments ← Paul Varnach",
                ]
            ),
            (
                "Daniel Cole said Paul Varnach had asked the guards to leave.",
                [
                    "indirect: Paul Varnach had asked the guards to leave ← Daniel Cole",
                    "indirect: to leave ← Paul Varnach",
                ]
            ),
            (
                "The clerk testified that Paul Varnach warned her not to “say a word”.",
                [
                    "mixed: that Paul Varnach warned her not to “say a word” ← clerk",
                    "mixed: not to “say a word” ← Paul Varnach",
                ]
            ),
        ]
    )
    func ordersInRetoldWords(text: String, said: [String]) {
        let analysis = Analysis(text)
        #expect(analysis.said == said, "\(analysis.said)")
        #expect(analysis.speech.quotations.map(\.enclosing) == [nil, 0])
    }

    /// Words in marks in front of the order are those of whoever tells of it.
    @Test func wordsInFrontAreTheTellers() {
        let said = Analysis("The clerk said it was “a disgrace” that Paul Varnach had told her to leave.").said
        #expect(said.count == 1, "\(said)")
        #expect(said.first?.hasSuffix("← clerk") == true, "\(said)")
    }

    @Test(
        arguments: [
            ("The talks will resume, Ida Moss said in Tarn, without giving a date.", "The talks will resume"),
            ("The harbour office said on Monday it would pay, without elaborating.", "it would pay"),
        ]
    )
    func detailsThatAreWithheldAreNoContent(text: String, content: String) {
        let analysis = Analysis(text)
        #expect(analysis.speech.quotations.map(analysis.content) == [content])
    }
}
