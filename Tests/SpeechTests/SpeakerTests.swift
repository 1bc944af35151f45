import Speech
import Testing

/// Sources resolved inside one article.
struct SpeakerTests {
    private func speakers(_ text: String, language: String = "en") -> [String?] {
        Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name }
    }

    @Test func surnamesFindTheFullName() {
        #expect(speakers("Dmitry Peskov arrived. “We won the vote,” Peskov said.") == ["Dmitry Peskov"])
    }

    @Test func pronounsFindTheSubjectOfFittingGender() {
        let text = """
            Anders Vole met Ilse Varnach at the port. “I radioed twice,” he said.
            Ilse Varnach left no doubt. “Nobody will cross,” she insisted.
            """
        #expect(speakers(text) == ["Anders Vole", "Ilse Varnach"])
    }

    @Test func rolesFindWhoBearsThem() {
        let text = """
            Kremlin Spokesman Dmitry Peskov spoke in Paris.
            “We want to be heard,” the Kremlin press secretary noted.
            """
        #expect(speakers(text) == ["Dmitry Peskov"])
    }

    @Test func appositionNamesTheRole() {
        #expect(speakers("The harbour minister, Ilse Varnach, said the bridge was closed.") == ["Ilse Varnach"])
    }

    @Test func aPossessorIsNotTheSpeaker() {
        #expect(speakers("“We won the vote,” a spokesman for Hillary Clinton said.") == ["a spokesman for Hillary Clinton"])
    }

    @Test func relativePronounsStandForWhatTheyFollow() {
        #expect(speakers("Jonas Fehr, who said that the engines were quiet, left.") == ["Jonas Fehr"])
    }

    @Test func aDefiniteStatementIsTheLastSpeakers() {
        let text = """
            “We won the vote,” Marit Oll said in a statement.
            “It was close,” the statement continued.
            """
        #expect(speakers(text) == ["Marit Oll", "Marit Oll"])
    }

    @Test func theOwnerOfACampaignIsNamedInFull() {
        #expect(
            speakers("Richard Blumenthal left early. “We won the vote,” his campaign said.") == ["Richard Blumenthal’s campaign"]
        )
    }

    @Test func timesOfDayAreNoSubjects() {
        #expect(
            speakers("Earlier Sunday, Hillary Clinton released a text, calling the vote “an act of great courage.”") == [
                "Hillary Clinton"
            ]
        )
    }

    @Test func anOutletsSpokesmanSpeaksForItBeforeHeIsNamed() {
        let text = """
            Moscow is not interested in ‘a divided Europe’, says Kremlin
            Kremlin Spokesman Dmitry Peskov spoke in Paris.
            """
        #expect(Analysis(text, headline: true).speech.quotations.first?.speaker?.name == "Dmitry Peskov")
    }

    @Test func adverbialsAndAppositionsAreNoSources() {
        let text =
            "Paul Ryan, who was raised in Ohio, also on Fox News defended his budget, saying it is “a plan that works for all.”"
        #expect(Analysis(text).speech.quotations.last?.speaker?.name == "Paul Ryan")
    }
}
