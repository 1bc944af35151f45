import Speech
import Testing
import TextCore

/// Words in marks inside quoted words: speech where the outer speaker tells that somebody said them.
struct NestedSpeechTests {
    private func nested(_ text: String, _ language: String = "en") -> [String] {
        let analysis = Analysis(text, language: language)
        return analysis.speech.quotations.filter { $0.enclosing != nil }.map { quotation in
            let mention = quotation.mention.map { analysis.text[$0] } ?? "–"
            return "\(quotation.isSpeech ? "speech" : "no speech"): \(analysis.content(quotation)) ← \(mention)"
        }
    }

    @Test(
        arguments: [
            ("“He told me, ‘I will never come back,’ and left,” Ida Lund said.", "speech: I will never come back, ← he"),
            ("“Tom Reed said, ‘We will sue you,’” Ida Lund recalled.", "speech: We will sue you, ← Tom Reed"),
            ("Ida Lund said: “My mother always told me: ‘Never trust a banker.’”", "speech: Never trust a banker. ← My mother"),
            ("“I said, ‘Not guilty,’” Ida Lund told the court.", "speech: Not guilty, ← Ida Lund"),
        ]
    )
    func toldWordsAreSpeech(text: String, expected: String) {
        #expect(nested(text).first?.lowercased() == expected.lowercased())
    }

    @Test(
        arguments: [
            "“People will say, ‘Enough is enough,’ and stay at home,” said Ida Lund.",
            "“If I had said, ‘Give us the money,’ they would have laughed,” said Ida Lund.",
            "“We can't just say, ‘Oh, we are good here,’” said Ida Lund.",
            "“She is what we call a ‘repeat offender,’” Ida Lund said.",
            "“I love the song ‘Hey, Tarn,’” Ida Lund said.",
        ]
    )
    func supposedWordsAndNamesAreNot(text: String) {
        #expect(nested(text).count == 1 && nested(text).allSatisfy { $0.hasPrefix("no speech") })
    }

    @Test(
        arguments: [
            ("de", "„Er rief: ‚Halt!‘“, sagte Anna Braun.", "Halt!"),
            ("fr", "« Il m’a dit : “Je pars” », raconte Anne Roux.", "Je pars"),
            ("ru", "«Он крикнул: „Стой!“» — сказала Анна Белова.", "Стой!"),
        ]
    )
    func otherLanguages(language: String, text: String, content: String) {
        #expect(nested(text, language).first?.hasPrefix("speech: \(content)") == true)
    }

    /// The words are a part of the outer speaker's statement, and make none of their own.
    @Test func noStatementOfItsOwn() {
        let statements = Analysis("“He told me, ‘I will never come back to Tarn,’ and left,” Ida Lund said.").statements
        #expect(statements.count == 1)
    }
}
