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
            (
                "Ida Moss scolded him: “We all know much better than you,” she said.",
                ["direct: We all know much better than you, ← Ida Moss"]
            ),
        ]
    )
    func whatSomebodyWantsIsTheWordOfTheFrame(text: String, said: [String]) {
        #expect(Analysis(text).said == said, "\(Analysis(text).said)")
    }

    /// Words that can be ranks or adjectives inside the names of bodies.
    @Test(
        arguments: [
            ("The General Staff said that 34 assaults were repelled.", "General Staff"),
            ("The Varland Air Force said it had downed 62 drones.", "Air Force"),
            ("The U.S. Air Force said the crew was safe.", "Air Force"),
        ]
    )
    func bodiesAreNamedWhole(text: String, end: String) throws {
        let speaker = try #require(Analysis(text).speech.quotations.first?.speaker)
        #expect(speaker.name.hasSuffix(end), "\(speaker.name)")
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
            ("A Norvane/Ipsa poll found that most voters oppose the plan.", "A Norvane/Ipsa poll"),
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

    @Test(
        arguments: [
            ("Two people were killed, the newspaper reported, citing police.", "police", "newspaper"),
            (
                "The firm plans to sell its unit, Corvia News reported on Monday, citing two officials.", "two officials",
                "Corvia News"
            ),
            (
                "The arrests were made overnight, state media reported on Friday, citing prosecutors.", "prosecutors",
                "state media"
            ),
        ]
    )
    func whoIsCitedHasSaidIt(text: String, source: String, via: String) {
        let first = Analysis(text).speech.quotations.first
        #expect(first?.speaker?.name == source)
        #expect(first?.via?.name == via)
    }

    @Test func whoeverReportsWithACitationIsAnOutlet() {
        let first = Analysis("Norvanetz reported on Monday, citing military officials, that the plan had been dropped.").speech
            .quotations.first
        #expect(first?.speaker?.name == "military officials")
        #expect(first?.via?.name == "Norvanetz")
    }

    @Test func anArticleAloneIsNobody() {
        let first = Analysis("The “right to be forgotten” was established in 2014.").speech.quotations.first
        #expect(first?.isSpeech == false)
        #expect(first?.mention == nil)
    }

    @Test(arguments: ["The rifle was engraved with “Stop here! Catch!”", "The walls were daubed with “We will not leave you.”"])
    func whatIsWrittenOnAThingIsNotSaid(text: String) {
        #expect(Analysis(text).speech.quotations.allSatisfy { !$0.isSpeech })
    }

    @Test(
        arguments: [
            ("Climate: “We are late”, scientists say", "scientists"),
            ("Harbour: “We are late,” says Ida Moss", "Ida Moss"),
            ("Ida Moss: “We are late”", "Ida Moss"),
        ]
    )
    func theLabelOfAHeadlineIsNobody(headline: String, speaker: String) {
        let analysis = Analysis(headline + "\nThe pier closed on Monday after a long night in the old harbour.", headline: true)
        #expect(analysis.speech.quotations.first { $0.kind == .direct }?.speaker?.name == speaker)
    }

    @Test func aStatesOutletIsTheWayOfWords() {
        for text in [
            "Ida Moss told state television that the pier was safe.", "Ida Moss told the RIA news agency that the pier was safe.",
        ] {
            #expect(Analysis(text).speech.quotations.first?.via != nil, "\(text)")
        }
    }

    @Test(
        arguments: [
            ("Sen. Paul Moss voted no. “I cannot support it,” the Virginia Democrat said.", "Paul Moss"),
            ("Prime Minister Ida Lund arrived in Paris. “We are friends,” the Indian leader said.", "Ida Lund"),
            ("Ned Tolley lost in Rome. “I was not good enough,” the 24-time Grand Slam champion said.", "Ned Tolley"),
            ("Ned Tolley scored twice. “We deserved it,” the Liverpool captain said.", "Ned Tolley"),
            ("Ida Lund met Paul Moss. “We won,” the Indian leader said.", "Indian leader"),
        ]
    )
    func anEpithetIsWhoeverTheTextIsAbout(text: String, speaker: String) {
        #expect(Analysis(text).speech.quotations.first { $0.kind == .direct }?.speaker?.name == speaker)
    }

    @Test func anOfficeIsNotWhoSpeaksForIt() {
        let text =
            "The rights office says that the river has flooded the town. A spokesperson for the office, Ada Lund, said more would follow."
        #expect(Analysis(text).speech.quotations.first?.speaker?.name == "rights office")
    }

    @Test func anInfinitiveOfACueIsContent() {
        let analysis = Analysis("Paul Moss vowed to challenge it in court.")
        #expect((analysis.speech.quotations + analysis.speech.attitudes).map(analysis.content) == ["to challenge it in court"])
    }
}
