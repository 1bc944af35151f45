import Speech
import Testing

/// Words that came through somebody else, and several speakers at once.
struct RelayedSpeechTests {
    private func told(_ text: String, _ language: String = "en") -> [String] {
        Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map {
            "\($0.speaker?.name ?? "?") via \($0.via?.name ?? "–")"
        }
    }

    @Test func quotedAsSaying() {
        #expect(told("Interfax quoted Ned Tolley as saying that the pier was safe.") == ["Ned Tolley via Interfax"])
        #expect(told("The agency cited Marit Oll as saying the ferry would run.").first?.hasPrefix("Marit Oll") == true)
    }

    @Test func citedByAnother() {
        let text = "Ned Tolley told Varra Daily News, which Reuters cited, that the pier was safe."
        #expect(told(text) == ["Ned Tolley via Varra Daily News"])
    }

    @Test(
        arguments: [
            ("en", "Ada Lund and Ned Tolley said they would leave the port.", "Ada Lund and Ned Tolley"),
            ("en", "“We will leave,” said Sen. Ada Lund and Rep. Ned Tolley.", "Ada Lund and Ned Tolley"),
            ("de", "Anna Braun und Paul Klein sagten, sie würden den Hafen verlassen.", "Anna Braun und Paul Klein"),
            ("fr", "Anne Roux et Paul Morel ont affirmé qu’ils quitteraient le port.", "Anne Roux et Paul Morel"),
            ("es", "Ana Vidal y Luis Peña afirmaron que dejarían el puerto.", "Ana Vidal y Luis Peña"),
            ("ru", "Анна Белова и Иван Петров заявили, что покинут порт.", "Анна Белова и Иван Петров"),
            ("uk", "Анна Білова і Іван Коваль заявили, що залишать порт.", "Анна Білова і Іван Коваль"),
        ]
    )
    func severalByName(language: String, text: String, expected: String) {
        #expect(Analysis(text, language: language).speech.quotations.first?.speaker?.name == expected)
        #expect(Analysis(text, language: language).speech.quotations.first?.speaker?.kind == .collective)
    }

    @Test func theyAreThoseNamedTogether() {
        let text = "Ada Lund and Ned Tolley said the pier was safe. “We will stay,” they said in a joint statement."
        #expect(
            Analysis(text).speech.quotations.map { $0.speaker?.name } == ["Ada Lund and Ned Tolley", "Ada Lund and Ned Tolley"]
        )
    }

    /// An office of somebody who is named is no second speaker.
    @Test func oneOfTwoNamesAlone() {
        let text = "Ada Lund, who worked with Ned Tolley, said the pier was safe."
        #expect(Analysis(text).speech.quotations.first?.speaker?.name == "Ada Lund")
    }

    @Test func aFrontedTitleEndsWithItsComma() {
        let text = """
            Mary Jones came. In laying out what her campaign calls the “Harbor Doctrine,” Mary Jones said she had three aims: \
            “honest work,” “the safety of the port” and “clear words about debt.”
            """
        let last = Analysis(text).speech.quotations.last { $0.isSpeech }
        #expect(last?.speaker?.name == "Mary Jones")
    }

    @Test func stateBeforeARoleIsANoun() {
        let text =
            "Paul Renner, a former Republican state lawmaker, published a post stating that the report was “paid for by the port.”"
        #expect(Analysis(text).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name } == ["Paul Renner"])
    }

    @Test func aQuestionIsNotHisWhoAnswersIt() {
        let said = Analysis("Asked point-blank, “Is that boat yours?” Paul Renner replied, “I will not talk about it.”").said
        #expect(said == ["direct: Is that boat yours? ← ?", "direct: I will not talk about it. ← Paul Renner"])
    }

    /// A paragraph that is one quotation, of the one whom the paragraph before is about.
    @Test func paragraphOfTheOneJustSpokenOf() {
        let text = """
            Meanwhile, Vice President Paul Gray voiced his support of the ferry at the convention of the Harbor Society.
            “Anybody who thinks that the pier will hold another winter should look at it again.”
            """
        #expect(Analysis(text).speech.quotations.last?.speaker?.name == "Paul Gray")
    }
}
