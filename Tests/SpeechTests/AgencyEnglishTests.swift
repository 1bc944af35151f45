import Speech
import Testing

/// What the wires write every day: wishes told in another's frame, outlets of a state, sources that are cited, occasions.
struct AgencyEnglishTests {
    @Test(
        arguments: [
            (
                "Varland supports “a two-state solution,” Ott said in Tarn.",
                ["mixed: Varland supports “a two-state solution,” ← Ott"]
            ),
            (
                "Corvia is considering “all options,” Ida Moss told Sky News.",
                ["mixed: Corvia is considering “all options,” ← Ida Moss"]
            ),
            (
                "Voters demanded “real change,” Ida Moss told supporters.",
                ["mixed: Voters demanded “real change,” ← Ida Moss"]
            ),
            (
                "The union has agreed to “all the terms” of the deal, Ida Moss told reporters.",
                ["mixed: The union has agreed to “all the terms” of the deal ← Ida Moss"]
            ),
            ("Paul Moss dismissed it as “a joke,” Reuters reported.", ["mixed: it as “a joke,” ← Paul Moss"]),
        ]
    )
    func whatSomebodyWantsIsTheWordOfTheFrame(text: String, said: [String]) {
        #expect(Analysis(text).said == said, "\(Analysis(text).said)")
    }

    @Test(
        arguments: [
            ("The talks will resume next week, state media reported on Sunday.", "The talks will resume next week"),
            ("The bridge will open in May, the state-run news agency reported on Tuesday.", "The bridge will open in May"),
            ("The strike killed four people, state television reported on Sunday.", "The strike killed four people"),
        ]
    )
    func outletsOfAState(text: String, content: String) {
        let analysis = Analysis(text)
        #expect(analysis.speech.quotations.filter(\.isSpeech).map(analysis.content) == [content])
    }

    @Test(arguments: ["AI demand grows as Norvane posts record profit", "Oil demand falls in May and June"])
    func aNounBehindANameIsNoVerb(text: String) {
        #expect(Analysis(text).said.isEmpty)
    }

    @Test(
        arguments: [
            ("The agency said on Tuesday, citing witnesses, that the train had derailed.", "that the train had derailed"),
            ("The ministry said on Monday, citing the Defence Ministry, that 42 boats had sunk.", "that 42 boats had sunk"),
        ]
    )
    func whoIsCitedIsNoContent(text: String, content: String) {
        let analysis = Analysis(text)
        #expect(analysis.speech.quotations.filter(\.isSpeech).map(analysis.content) == [content])
    }

    @Test(
        arguments: [
            ("Paul Moss called the ruling “a disgrace” on Monday.", "the ruling “a disgrace”"),
            ("Paul Moss called the claims “baseless” in a statement on Sunday.", "the claims “baseless”"),
            ("Paul Moss, who called the deal “a disaster,” left the meeting early.", "the deal “a disaster,”"),
            ("Paul Moss (who called the plan “absurd”) has resigned.", "the plan “absurd”"),
            ("His remarks that Varland was “decaying” angered leaders there.", "that Varland was “decaying”"),
        ]
    )
    func whatAThingIsCalledEndsWithItsMarks(text: String, content: String) {
        let analysis = Analysis(text)
        #expect(analysis.speech.quotations.filter(\.isSpeech).map(analysis.content) == [content])
    }

    @Test(
        arguments: [
            ("The minister declined to comment.", AttributionType.eventuality),
            ("Moss did not deny the report.", .eventuality),
            ("Asked about the plan, Moss smiled.", .topic),
            ("The firm unveiled a new headset.", .topic),
        ]
    )
    func whatNobodySaysIsNoAssertion(text: String, type: AttributionType) {
        let attitudes = Analysis(text).speech.attitudes
        #expect(attitudes.allSatisfy { $0.type == type }, "\(attitudes.map(\.type))")
    }

    @Test(arguments: ["Norvane posted record quarterly revenue.", "The team posted a 3-1 win over Tarn."])
    func whatSomebodyEarnsHeDoesNotSay(text: String) {
        #expect(Analysis(text).speech.attitudes.isEmpty)
    }

    @Test(
        arguments: [
            ("Prices rose to 3%, according to Corvia data.", "Corvia data"),
            ("The quake was felt in Tarn, according to NATO estimates.", "NATO estimates"),
            ("A Norvane/Ipsa poll found that most voters oppose the plan.", "Norvane/Ipsa poll"),
        ]
    )
    func dataOfAName(text: String, source: String) {
        #expect(Analysis(text).speech.quotations.first?.speaker?.name == source)
    }

    @Test func anEditorsWordsOpenASentence() {
        for text in ["“[The war] must end,” Ott said.", "“[He] was a wonderful father,” Ott said."] {
            #expect(Analysis(text).speech.quotations.first?.form == .sentence)
        }
        #expect(Analysis("Ott spoke of “[the] sad news.”").speech.quotations.first?.form == .fragment)
    }

    @Test func aTitleTakesAPartOfASentence() {
        let analysis = Analysis(
            """
            Moss: Council ‘must answer’ for floods
            “The council must answer for this,” Ida Moss said.
            """,
            headline: true
        )
        #expect(analysis.speech.quotations.first { $0.repeats != nil } != nil)
    }

    @Test(arguments: [
        "The chat was called “Harbor planning small group.”",
        "The group, which calls itself “Fearless,” won the race.",
        "Residents call the valley “the Bowl.”",
    ])
    func namesByCustom(text: String) {
        #expect(Analysis(text).said.isEmpty, "\(Analysis(text).said)")
    }

    @Test func anOccasionIsNoContent() {
        #expect(
            Analysis("The company regrets the error, it said in a statement on its website.").said.count == 1
        )
    }
}
