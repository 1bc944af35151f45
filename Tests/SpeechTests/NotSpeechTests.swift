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
            ("At dawn they sang “we shall be free, we shall be home.”", "we shall be free, we shall be home."),
        ]
    )
    func asides(text: String, content: String) {
        #expect(Analysis(text).asides == [content])
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
}
