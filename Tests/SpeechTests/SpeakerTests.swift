import Speech
import Testing

/// Sources resolved inside one article.
struct SpeakerTests {
    /// “the California Democrat” is told by the state, not by the party alone.
    @Test func partyAndStateTellWhoSpeaks() {
        let text =
            "Rep. Adam Lund, D-Calif., met Sen. Ann Moss (R-S.C.) on Monday. The California Democrat said the panel would meet."
        #expect(Analysis(text).said.map { $0.hasSuffix("← Adam Lund") } == [true])
        let other = "Rep. Adam Lund, R-Fla., left. The top Republican on the port committee said the panel would meet."
        #expect(Analysis(other).said.map { $0.hasSuffix("← Adam Lund") } == [false])
    }

    /// The particle that opens a sentence is no preposition.
    @Test(arguments: [
        ("de", "Ursula von der Lahn kam. Von der Lahn sagte: „Wir bleiben.“", "Ursula von der Lahn"),
        ("fr", "Charles de Garle est venu. De Garle a dit : « Nous restons. »", "Charles de Garle"),
    ])
    func particlesThatOpenSentences(language: String, text: String, speaker: String) {
        #expect(Analysis(text, language: language).said.allSatisfy { $0.hasSuffix("← \(speaker)") })
        #expect(Analysis(text, language: language).said.count == 1)
    }

    private func speakers(_ text: String, language: String = "en") -> [String?] {
        Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name }
    }

    @Test func surnamesFindTheFullName() {
        #expect(speakers("Pavel Dresk arrived. “We won the vote,” Dresk said.") == ["Pavel Dresk"])
    }

    @Test func pronounsFindTheSubjectOfFittingGender() {
        let text = """
            Anders Vole met Ilse Varnach at the port. “I radioed twice,” he said.
            Ilse Varnach left no doubt. “Nobody will cross,” she insisted.
            """
        #expect(speakers(text) == ["Anders Vole", "Ilse Varnach"])
    }

    /// “…, the minister said” tells who says it, not who the name in front of it is.
    @Test func aRoleWithItsVerbBehindItIsNoAppositionToTheNameInFront() {
        let minister = "Defence Minister Karl Brandt spoke in Bonn. He would not meet Mark Todd, the minister said."
        #expect(speakers(minister) == ["Karl Brandt"])
        #expect(speakers("Police in Bonn arrested Tom Ford, the prosecutor said.") == ["prosecutor"])
        #expect(speakers("Mark Todd, the minister, said he would stay.") == ["Mark Todd"])
        #expect(speakers("“We leave,” Mark Todd, the minister said.") == ["Mark Todd"])
    }

    @Test func aNameInATitleIsNobodysAntecedent() {
        let text = """
            Paul Rimmer, the harbour chief, said that the strike would end. Later he told the crew behind \
            “Tom Varga: King of the Docks,” shown on Canal 4, that the walkout had gone badly. According to him, pundits \
            enjoyed the noise.
            """
        #expect(speakers(text) == ["Paul Rimmer", "Paul Rimmer", "Paul Rimmer"])
    }

    /// Of two who bear offices of one noun, each is found by what tells them apart, wherever in its sentence a title stands.
    @Test(
        arguments: [
            (
                "Foreign Minister Ana Silva and Defence Minister Otto Brandt met.",
                [("The foreign minister", "Ana Silva"), ("The defence minister", "Otto Brandt")]
            ),
            (
                "Vice President Tom Hale and President Rosa Diaz met.",
                [("The president", "Rosa Diaz"), ("The vice president", "Tom Hale")]
            ),
            (
                "Fire Chief Lena Krol met Police Chief Omar Haddad.",
                [("The fire chief", "Lena Krol"), ("The police chief", "Omar Haddad")]
            ),
            ("Deputy Mayor Ed Poe met Mayor Lia Fox.", [("The mayor", "Lia Fox"), ("The deputy mayor", "Ed Poe")]),
        ] as [(String, [(String, String)])]
    )
    func officesOfOneNoun(_ opening: String, _ sayings: [(role: String, name: String)]) {
        for saying in sayings + sayings.reversed() {
            #expect(speakers("\(opening) \(saying.role) said that the gate was shut.") == [saying.name], "\(saying.role)")
        }
    }

    @Test func aSurnameOfTwoWordsFindsItsBearer() {
        #expect(speakers("Jane Smith-Jones met Tom Jones. Smith-Jones said that the gate was shut.") == ["Jane Smith-Jones"])
    }

    @Test func rolesFindWhoBearsThem() {
        let text = """
            Kremlin Spokesman Pavel Dresk spoke in Oslo.
            “We will be on time,” the Kremlin press secretary noted.
            """
        #expect(speakers(text) == ["Pavel Dresk"])
    }

    @Test(
        arguments: [
            ("“We won the vote,” he said.", "en"), ("„Wir haben gewonnen“, sagte er.", "de"),
            ("«Мы выиграли», сказала она.", "ru"),
            ("他说:“我们赢了。”", "zh"),
        ]
    )
    func anUnresolvedPronounIsNobody(text: String, language: String) {
        #expect(speakers(text, language: language).allSatisfy { $0 == nil })
        #expect(!Analysis(text, language: language).speech.quotations.isEmpty)
    }

    @Test func aPersonBehindACommaIsNotTheObjectOfAPreposition() {
        let text = "In defending the decision on Friday, Ms. Reed said that the bridge was safe."
        #expect(speakers(text).allSatisfy { $0?.hasSuffix("Reed") ?? false })
    }

    @Test func appositionNamesTheRole() {
        #expect(speakers("The harbour minister, Ilse Varnach, said the bridge was closed.") == ["Ilse Varnach"])
    }

    @Test func aPossessorIsNotTheSpeaker() {
        #expect(speakers("“We won the vote,” a spokesman for Hanna Tarrant said.") == ["a spokesman for Hanna Tarrant"])
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
            speakers("Richard Hallam left early. “We won the vote,” his campaign said.") == ["Richard Hallam’s campaign"]
        )
    }

    @Test func timesOfDayAreNoSubjects() {
        #expect(
            speakers("Earlier Sunday, Hanna Tarrant released a text, calling the vote “a day for the whole coast.”") == [
                "Hanna Tarrant"
            ]
        )
    }

    @Test func anOutletsSpokesmanSpeaksForItBeforeHeIsNamed() {
        let text = """
            Moscow is not afraid of ‘a frozen harbour’, says Kremlin
            Kremlin Spokesman Pavel Dresk spoke in Oslo.
            """
        #expect(Analysis(text, headline: true).speech.quotations.first?.speaker?.name == "Pavel Dresk")
    }

    @Test func adverbialsAndAppositionsAreNoSources() {
        let text =
            "Peter Lund, who was trained in Malmö, also on Radio Coast defended his ferry, saying it is “a ship with a good crew.”"
        #expect(Analysis(text).speech.quotations.last?.speaker?.name == "Peter Lund")
    }

    @Test(
        arguments: [
            ("Ned Jones lost. Jones’ campaign said the vote was lost.", ["Ned Jones’s campaign"]),
            ("Marit Oll wrote. Oll’s letter said that the pier was open.", ["Marit Oll"]),
            ("Another former guest, ex-Ohio Gov. Paul Lund, left, saying “it is time to go home.”", ["Paul Lund"]),
            ("Paul Lund largely agreed. Mr. Lund hardly said that the pier was safe.", ["Paul Lund"]),
            (
                "A spokeswoman for the port said it was closed. The spokeswoman said it would open.",
                ["A spokeswoman for the port", "A spokeswoman for the port"]
            ),
            ("A day after telling the press that he would “never sell,” Paul Lund sold the ferry.", ["Paul Lund"]),
            ("After keeper Mark Oll finished his round, Paul Lund came in, sat down and said, “Let me be clear.”", ["Paul Lund"]),
            ("The Harbour Board issued a short text:\n“The pier is gone.”", ["Harbour Board"]),
            ("Paul Lund met Ada Kern. He was glad of Kern’s claim that the pier was safe.", ["Ada Kern"]),
            ("The council’s chair, when the state incorrectly stated that the pier was safe, left.", ["state"]),
        ] as [(String, [String?])]
    )
    func sources(text: String, expected: [String?]) {
        #expect(speakers(text) == expected)
    }

    @Test func theTextOfAGroupIsTheGroups() {
        let text = """
            Paul Lund left. “We won the vote,” the Harbour Board said in a statement.
            “It was close,” the statement said.
            """
        #expect(speakers(text).last == "Harbour Board")
    }

    @Test func theSubjectOfTheLastSentenceIsHe() {
        let text = "Mark Oll said the pier was old. Paul Lund spoke to the guild. He claimed that the vote was lost."
        #expect(speakers(text).last == "Paul Lund")
        #expect(speakers("Paul Lund came. He said he “respects” Mark Oll. “I do,” he said.") == ["Paul Lund", "Paul Lund"])
    }
}
