import Speech
import Testing

/// Frames that end their sentence, whatever the sentence itself tells.
struct FinalFrameTests {
    @Test(
        arguments: [
            (
                "The agency called for new rules after the crash, officials said.",
                "indirect: The agency called for new rules after the crash ← officials"
            ),
            (
                "Paul Moss told the council he would quit, two people at the meeting said.",
                "indirect: Paul Moss told the council he would quit ← two people at the meeting"
            ),
            (
                "The driver, who was drunk, fled on foot and was found asleep in a barn, a spokeswoman for the port said.",
                "indirect: The driver, who was drunk, fled on foot and was found asleep in a barn ← a spokeswoman for the port"
            ),
            (
                "When the guards asked him to stop, he ran into the water, Ida Lund told the council.",
                "indirect: When the guards asked him to stop, he ran into the water ← Ida Lund"
            ),
        ]
    )
    func theWholeSentenceIsRetold(text: String, said: String) {
        #expect(Analysis(text).said == [said])
    }

    /// A clause of its own behind a conjunction is not the first speaker's.
    @Test func aSecondClauseIsTheSecondSpeakers() {
        let said = Analysis("Paul Moss said the pier was safe, but it would close for a week, Ida Lund added.").said
        #expect(said.first == "indirect: the pier was safe ← Paul Moss")
    }

    @Test(
        arguments: [
            "The debate over coal is predictable — Paul Moss has vowed to bring back lost jobs.",
            "The debate over coal is predictable – Ida Lund has promised to end it.",
        ]
    )
    func aClauseBeforeADashIsNotRetold(text: String) {
        #expect(!Analysis(text).said.contains { $0.contains("The debate") })
    }

    @Test(
        arguments: [
            ("Ida Lund told the Herald the bridge was safe.", "the bridge was safe"),
            ("Ida Lund told me she was leaving.", "she was leaving"),
            ("Ida Lund told the council he would quit.", "he would quit"),
        ]
    )
    func whoIsToldIsNoContent(text: String, content: String) {
        let analysis = Analysis(text)
        #expect(analysis.speech.quotations.first.map(analysis.content) == content)
    }

    @Test(
        arguments: [
            "Ida Lund told the crowd about the “love” she feels for it.",
            "The port works under the rules as written by the council, and keeps them.",
        ]
    )
    func whatItWasAboutIsNoClause(text: String) {
        #expect(Analysis(text).said == [])
    }

    @Test func whatARelativeClauseSaysEndsWithIt() {
        #expect(
            Analysis("Paul Moss, whose lawyer said he was ill, did not appear.").said == ["indirect: he was ill ← lawyer"]
        )
    }

    /// Whoever asks is no part of what is asked; one who is spoken to is no content.
    @Test func agentsAndHearers() {
        let analysis = Analysis("The man was asked to leave by the owner of the bar, Tim Moss. Moss spoke to a group of sailors.")
        #expect(analysis.speech.attributions.map { analysis.content($0.element) } == ["to leave"])
        #expect(analysis.speech.attributions.first?.element.speaker?.name == "Tim Moss")
    }

    @Test func aVerbThatOpensTheSentence() {
        #expect(Analysis("Said Ida Lund: “The bridge is safe.”").said == ["direct: The bridge is safe. ← Ida Lund"])
        #expect(Analysis("Added Paul Moss, “Nobody came.”").said == ["direct: Nobody came. ← Paul Moss"])
    }

    @Test(
        arguments: [
            (
                "As Ida Lund explained, the bridge was built in 1920.",
                "indirect: the bridge was built in 1920 ← Ida Lund"
            ),
            (
                "As the mayor said on Monday, no one was hurt in the fire.",
                "indirect: no one was hurt in the fire ← mayor"
            ),
            (
                "It does not help that the plan is old, as Ida Lund noted in the Herald.",
                "indirect: It does not help that the plan is old ← Ida Lund"
            ),
            (
                "The council has lost the money, as reported by the Harbor Herald.",
                "indirect: The council has lost the money ← Harbor Herald"
            ),
        ]
    )
    func aClauseOfManner(text: String, said: String) {
        #expect(Analysis(text).said == [said])
    }

    /// Quoted words with a frame of their own are not the outlet's.
    @Test func aClauseOfMannerLeavesQuotedWords() {
        let text = "As the Harbor Herald reported, the rule would “keep the peace for all,” Ida Lund said."
        #expect(Analysis(text).said.allSatisfy { $0.hasSuffix("← Ida Lund") })
    }

    /// What happens at the same time is no manner.
    @Test(
        arguments: [
            "The crowd cheered as Ida Lund said goodbye to the town.",
            "He smiled as she wrote the letter.",
            "As Paul Moss said the last words, the lights went out.",
        ]
    )
    func aClauseOfTimeGivesNobodyWords(text: String) {
        #expect(!Analysis(text).said.contains { $0.contains("cheered") || $0.contains("smiled") || $0.contains("lights") })
    }

    @Test func aSecondClauseBehindAFrameIsRetold() {
        #expect(
            Analysis("Her eyes widened with surprise, Paul Moss said, and she gripped his hands.").said == [
                "indirect: Her eyes widened with surprise / and she gripped his hands ← Paul Moss"
            ]
        )
        #expect(
            Analysis("The pier was old, Paul Moss said, and left the room.").said == ["indirect: The pier was old ← Paul Moss"]
        )
    }

    @Test func aPromiseEndsBeforeItsSentencesVerb() {
        let analysis = Analysis("Ida Lund's promise to rebuild the bridge came too late.")
        #expect(analysis.speech.attributions.map { analysis.content($0.element) } == ["to rebuild the bridge"])
    }

    /// Whom an agency has its news from is not what it says.
    @Test func whatIsCitedIsNotSaid() {
        let analysis = Analysis("The ship sank, the Varra news agency reported, quoting the port authority.")
        #expect(analysis.speech.attributions.map { analysis.content($0.element) } == ["The ship sank"])
    }

    @Test func whatIsSaidOfAThingIsNotItsWord() {
        let analysis = Analysis("The ship is said to have sunk in the night.")
        #expect(!analysis.speech.attributions.contains { $0.element.speaker != nil })
    }

    @Test func aGerundThatOpensTheSentenceIsTheSubjects() {
        let text = "Describing the deal as “a gift to the rich,” Paul Moss voted no."
        #expect(Analysis(text).said.allSatisfy { $0.hasSuffix("← Paul Moss") && $0.contains("a gift to the rich") })
        #expect(Analysis(text).said.count == 1)
    }

    @Test func whoReactsSpeaksNext() {
        let text = """
            “We stay,” said Ida Lund. Her brother, Tom Reed, disagrees. “I will go before the winter comes.”
            """
        #expect(Analysis(text).said.last == "direct: I will go before the winter comes. ← Tom Reed")
    }

    /// Somebody without a name who has just spoken.
    @Test func aPronounForARole() {
        let text = "The minister said taxes would fall. He said the money was there. “We will build,” he added."
        #expect(Analysis(text).said.allSatisfy { $0.hasSuffix("← minister") })
    }

    @Test func anAgeStandsForAPerson() {
        let text = "Ida Lund, 52, came to the pier. “I am glad,” said the 52-year-old. “We won,” the 52-year-old said."
        #expect(
            Analysis(text).said == ["direct: I am glad, ← Ida Lund", "direct: We won, ← Ida Lund"]
        )
    }

    @Test func aClauseBehindAnAdverbialNamesTheSpeaker() {
        let text = "Back on home soil, Paul Moss returned to his old lines: “Our port comes first! There will be no deal!”"
        #expect(Analysis(text).said == ["direct: Our port comes first! There will be no deal! ← Paul Moss"])
    }

    @Test func aGlossIsNobodysWord() {
        let text = "Freddy Moss rowed past the pier while his sisters jeered, “Bon voyage!” — French for “good trip.”"
        let analysis = Analysis(text)
        #expect(analysis.said == ["direct: Bon voyage! ← Freddy Moss’s sisters"])
        #expect(analysis.asides == ["good trip."])
    }

    @Test func aNameBelowAQuotationSignsIt() {
        let text = """
            Ida Lund is the mayor of Tarn. She has been in office for two years.
            “I will read the report. It came late, but I will read it before the winter.”
            — Paul Moss, candidate
            Moss has read in it for a year.
            """
        #expect(Analysis(text).said.first?.hasSuffix("← Paul Moss") == true)
    }
}
