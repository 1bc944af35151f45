import Speech
import Testing

/// Titles, nicknames, terms and words at arm's length.
struct NotSpeechTests {
    @Test(
        arguments: [
            ("The “storm-proof” bridge reopened this year.", "storm-proof"),
            ("It was a saga told in the documentary “The Span That Stayed”.", "The Span That Stayed"),
            ("She spoke on the programme “Face the Nation” on Sunday.", "Face the Nation"),
            ("The so-called “bridge tax” was dropped.", "bridge tax"),
            ("Marcia “Cia” Price left the room.", "Cia"),
            ("He wrote “The Long Pier” in 1990.", "The Long Pier"),
            ("The pier sank.\n“All Boats Are Off”\nIt rained.", "All Boats Are Off"),
            ("“We won,” Ryan Paul said on “Fox News Sunday.”", "Fox News Sunday."),
            ("Resilience is defined as “the ability to recover.”", "the ability to recover."),
            ("She sang the line “hold me close until the morning.”", "hold me close until the morning."),
            ("The motto is “Ever on the water, never under.”", "Ever on the water, never under."),
            ("Its slogan: “We carry what you leave behind.”", "We carry what you leave behind."),
            ("The club’s motto, “Ever on the water,” hangs over the door.", "Ever on the water,"),
            ("The act defines a boat as “any vessel that can carry two people.”", "any vessel that can carry two people."),
            ("The first line of the song is “We are the men who never came home.”", "We are the men who never came home."),
            ("The chorus goes “we will never leave the harbor again.”", "we will never leave the harbor again."),
            ("The “experts” who had come from the city left early.", "experts"),
            ("A “green corridor” was promised.", "green corridor"),
            ("The “friends” of the port claimed that the bridge was safe.", "friends"),
            ("The protesters held signs that read “Save our ferry.”", "Save our ferry."),
            ("The sign read “Closed until Monday.”", "Closed until Monday."),
            ("A banner with the words “Never again” hung from the bridge.", "Never again"),
            ("At dawn they sang “we shall be free, we shall be home.”", "we shall be free, we shall be home."),
        ]
    )
    func asides(text: String, content: String) {
        #expect(Analysis(text).asides == [content])
    }

    /// A verb of saying in a title is no cue.
    @Test(
        arguments: [
            "“Tell Me You Love Me” topped the charts for six weeks.", "“Say It Again” is a song about a ferry.",
            "The band played “Tell Me Why” and “Ask the Sky” to a full house.",
            "Her song, “Say It Again,” tells of love.",
        ]
    )
    func titlesSayNothing(text: String) { #expect(Analysis(text).said.isEmpty) }

    @Test(
        arguments: [
            ("de", "Das Motto lautet: „Immer auf dem Wasser, nie darunter.“"),
            ("de", "Unter „Notstand“ versteht das Gesetz „eine Lage, in der nichts gesichert ist“."),
            ("fr", "La devise du club est : « Toujours sur l’eau, jamais dessous. »"),
            ("es", "Los vecinos llevaban pancartas con el lema «Salvemos el ferry»."),
            ("ru", "Жители несли плакаты с надписью «Верните нам паром»."),
            ("es", "Su lema es: «Siempre en el agua, nunca debajo»."),
            ("es", "El barrio, conocido como «la boca del puerto», fue evacuado."),
            ("it", "Il motto è: «Sempre sull’acqua, mai sotto»."), ("ru", "Девиз клуба: «Всегда на воде, никогда под ней»."),
            ("uk", "Гасло партії — «Порт наш і буде нашим»."),
        ]
    )
    func mottoesAndDefinitionsElsewhere(language: String, text: String) {
        let analysis = Analysis(text, language: language)
        #expect(analysis.said.isEmpty)
        #expect(!analysis.asides.isEmpty)
    }

    @Test func aMottoThatSomebodySaysIsSpeech() {
        let said = Analysis("Ida Moss repeated the party’s motto: “Ever on the water, never under.”").said
        #expect(said == ["direct: Ever on the water, never under. ← Ida Moss"])
        #expect(Analysis("The motto was wrong, Moss said: “We were under the water.”").said.count == 1)
    }

    @Test func aShortSentenceWithACueIsSpeech() {
        #expect(Analysis("“No,” said Marit Oll.").asides.isEmpty)
    }

    @Test func partOfAPredicateIsSpeech() {
        #expect(Analysis("Barack Obama vowed to “open up” the law.").asides.isEmpty)
    }

    @Test(arguments: [("Storm Greta: nine dead\nThe storm passed.", "en"), ("Sturm Greta: neun Tote\nDer Sturm zog ab.", "de")])
    func theSubjectOfAHeadlineIsNoSpeaker(text: String, language: String) {
        #expect(Analysis(text, language: language, headline: true).said.isEmpty)
    }

    @Test(
        arguments: [
            "The plans were in a file called “notes.txt.”", "She sent him “report_final.pdf” and left.",
            "The phone is called a “burner.”", "A “green corridor” was promised.",
        ]
    )
    func thingsAndTerms(text: String) {
        let analysis = Analysis(text)
        #expect(analysis.said.isEmpty, "\(analysis.said)")
        #expect(analysis.speech.attitudes.isEmpty)
    }

    @Test func whatSomebodyCallsAThingIsHis() {
        #expect(Analysis("Ida Moss called the plan “a burner.”").said == ["mixed: the plan “a burner.” ← Ida Moss"])
    }

    @Test(arguments: ["Der Stadt wurde ein „grüner Korridor“ versprochen.", "Man versprach einen „grünen Korridor“."])
    func whatNobodyInParticularPromises(text: String) {
        #expect(Analysis(text, language: "de").said.isEmpty)
    }
}
