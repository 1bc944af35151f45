import Language
import Reading
import Stemma
import Testing
import TextCore

@testable import Collation

/// Invented stories, read whole: which of their figures are said to disagree.
@Suite("Figure conflicts in invented stories")
struct FigureStoryTests {
    /// Two articles' sentences about one event, and the values in conflict, apart by `; ` ("14 / 17").
    struct Case: Sendable, CustomTestStringConvertible {
        let first: String
        let second: String
        let conflicts: [String]
        var testDescription: String { first }

        init(_ first: String, _ second: String, _ conflicts: String...) {
            self.first = first
            self.second = second
            self.conflicts = conflicts
        }
    }

    private func found(_ test: Case) -> [String] {
        func analyzed(_ id: String, _ text: String) -> AnalyzedArticle {
            Pipeline().analyze(Texts.article(id, "Storm on the coast\n\n" + text))
        }
        let collation = Collator().collate([analyzed("a", test.first), analyzed("b", test.second)])
        return collation.figures.compactMap { finding in
            guard case .conflict(_, let values) = finding else { return nil }
            return values.sorted { $0.passage.article < $1.passage.article }.map { value in
                collation.articles[value.passage.article].annotated.text[value.passage.range]
            }.joined(separator: " / ")
        }
    }

    @Test(arguments: [
        // The same whole; a noun that only one narrows.
        Case(
            "Her alliance won a majority in the assembly with 98 seats out of 180.",
            "Her coalition fell short of a majority in parliament, winning 88 of 180 seats.",
            "98 / 88"
        ),
        Case(
            "The union rejected an offer of 4% last week.",
            "The union turned down a 5% pay offer last week, saying it wanted 7%.",
            "4% / 5%"
        ),
        Case(
            "The ferry Aurora carried 214 passengers when it ran aground off Brannock. Nobody was hurt.",
            "When it ran aground off Brannock, the ferry Aurora had 241 passengers on board. The crew was praised.",
            "214 / 241"
        ),
        Case(
            "The council spent $5,687.75 on a stay at the Lakeside Wellness Lodge. Over $300 went on flowers.",
            "A $5,587.75 stay at the Lakeside Wellness Lodge was on the list of the council. It was long.",
            "$5,687.75 / $5,587.75"
        ),
        Case(
            "Inspectors had been to the Brannock mill twice before the fire. The owner said nothing.",
            "Before the fire, inspectors had been to the Brannock mill several times. A trial opens soon.",
            "twice / several times"
        ),
        Case(
            "The assembly of Varden passed the harbour bill by a vote of 48-31. The mayor was glad.",
            "The harbour bill passed the assembly of Varden on a 47-32 vote. The mayor signed it.",
            "48-31 / 47-32"
        ),
        Case(
            "In the poll 42% of islanders backed the new pier. The poll was long.",
            "The poll found that 47% of islanders backed the new pier. It was held by phone.",
            "42% / 47%"
        ),
        // Both only expected; the place stands in the sentence before; the same digits.
        Case(
            "The council of Varden is expected to spend $30 million on the repair of the Brannock pier.",
            "The council of Varden could spend $38 million on the repair of the Brannock pier.",
            "$30 million / $38 million"
        ),
        Case(
            "In Varden 14 sailors drowned when the ferry Aurora sank at the pier.",
            "The storm came to Varden at noon. When the ferry Aurora sank at the pier, 17 sailors drowned.",
            "14 / 17"
        ),
        // The wounded of one are not the killed and wounded of the other.
        Case(
            "A fire in the harbour of Varden killed three sailors and injured 17, officials said.",
            "Three sailors were killed and 14 injured in a fire in the harbour of Varden.",
            "17 / 14"
        ),
        Case(
            "Her alliance won 98 of the 180 seats in parliament. It rained.",
            "Her coalition took 88 of the 180 seats in the legislature.",
            "98 / 88"
        ),
        // The greater count of something else is not "at least 13".
        Case(
            "A bus fell into a ravine near Brannock, killing at least 13 people and injuring 23, police said.",
            "Eleven people have died after a bus plunged into a ravine near Brannock. The bus had 41 people on board.",
            "at least 13 / Eleven"
        ),
        Case(
            "Weil was sentenced to seven years in prison.",
            "The court sentenced Weil to nine years in jail.",
            "seven years / nine years"
        ),
        Case(
            "Her party won 98 of the 180 seats in the assembly of Varden.",
            "The party took 88 of 180 seats in the assembly.",
            "98 / 88"
        ),
        Case(
            "The dockers turned down a 5% offer last week. They are angry.",
            "Dockers rejected an offer of 4% last week. It rained.",
            "5% / 4%"
        ),
        Case(
            "Turnout was 71%, the highest since 1994. It rained.",
            "The sun shone. Turnout reached 69 percent.",
            "71% / 69 percent"
        ),
        Case(
            "The Brannock mill will cut 600 jobs in Varden by the end of the year.",
            "The Brannock mill will cut 650 jobs in Varden by the end of the year.",
            "600 / 650"
        ),
        Case(
            "The council of Varden has spent $30,000 on the repair of the Brannock pier.",
            "On the repair of the Brannock pier, the council of Varden spent $3,000,000.",
            "$30,000 / $3,000,000"
        ),
    ])
    func conflicts(_ test: Case) { #expect(found(test) == test.conflicts) }

    @Test(arguments: [
        // Rounding and bounds.
        Case(
            "The ferry Aurora carried about 200 passengers when it ran aground off Brannock.",
            "When it ran aground off Brannock, the ferry Aurora had 214 passengers on board."
        ),
        Case(
            "At least 14 sailors drowned when the ferry Aurora sank off Brannock.",
            "The ferry Aurora sank off Brannock and 17 sailors drowned."
        ),
        Case(
            "Nearly two-thirds of islanders backed the new pier in the poll.",
            "In the poll 65% of islanders backed the new pier."
        ),
        Case(
            "The Brannock mill will cut 600 jobs in Varden by the end of the year.",
            "The Brannock mill will cut 617 jobs in Varden by the end of the year."
        ),
        // Two turnouts.
        Case("Turnout was 71% in Varden. It rained.", "The sun shone. Turnout reached 69 percent in Brannock."),
        // Another time.
        Case(
            "In 2014 the ferry Aurora carried 214 passengers a day to Brannock.",
            "In 2019 the ferry Aurora carried 241 passengers a day to Brannock."
        ),
        // Two ends of a way.
        Case(
            "Fares on the Brannock ferry rose by 12 percent in the spring season.",
            "Fares on the Brannock ferry rose to 30 percent of the cost in the spring season."
        ),
        // Other things of the kind.
        Case(
            "Two Labour senators from Varden opposed the harbour bill in the assembly.",
            "Three state senators from Varden opposed the harbour bill in the assembly."
        ),
        Case(
            "The Sept. 11 hijackers trained at a school in Varden, and 19 hijackers died.",
            "All 19 Sept. 11 hijackers died, and some trained at a school in Varden."
        ),
        // What is told beside the lesser count makes up the difference.
        Case(
            "Hartnell said that three lawyers had told her the Varden bill broke harbour law.",
            "Hartnell said two lawyers told her the Varden bill broke harbour law and a third called it unwise."
        ),
        Case(
            "In the hotel fire in Brannock 17 guests were treated for burns by doctors.",
            "Doctors treated 14 guests for burns after the hotel fire in Brannock, and 3 more elsewhere."
        ),
        // A part, and a count with something beside it.
        Case(
            "The harbour ban of Varden targets five towns of the older list, as well as Brannock, Tarn and Keld.",
            "The harbour ban of Varden targets two inland towns, Tarn and Keld, among the seven on the list."
        ),
        // An article with several sums for the words in common: they do not tell which.
        Case(
            "The assembly wants $25 million for harbour security. A second plan has $18 million for harbour security.",
            "The mayor would take $16 million for harbour security in Varden."
        ),
        // Where a storm is and how fast it moves, from hour to hour.
        Case(
            "As of noon the storm was located about 145 miles southeast of Varden, moving north at 16 mph.",
            "The center of the storm was located 90 miles southeast of Varden and was moving north at 19 mph."
        ),
        // Who says so is no word in common.
        Case(
            "Mayor Hartnell said 25,000 people had already lost power as the wind grew.",
            "Mayor Hartnell said 54,000 people had already gone to shelters on the hills."
        ),
        Case(
            "In Varden 2,808 people were out of work in March, the office said.",
            "In Varden 3,160 people were out of work in May, the office said."
        ),
        // The missing of one place, and all.
        Case(
            "The latest number of casualties of the storm is 33 dead and 56 missing, an adviser said.",
            "The heaviest casualties of the storm were in Lyon, where 38 people died and 37 are missing."
        ),
        // Two who want different things.
        Case(
            "Senator Weil wants to see a bill that provides $25 million for harbour security, the pier and patrols.",
            "There is already $16 million proposed for harbour security and patrols at the pier."
        ),
        // People held at a place that only one article names.
        Case(
            "Two people were arrested, police said. The night was quiet in Brannock.",
            "Another protest grew in Varden, where 28 people were arrested for blocking the pier."
        ),
        // A change here, and a change there: only that something changed is in common.
        Case(
            "In Brannock the ferries carried more cars than ever, a 181 percent increase compared with the same period of last year.",
            "There were many complaints. The total is about a 33 percent increase compared with the same period a year earlier."
        ),
        Case(
            "In Germany 42% of farmers backed the new harbour tax in the poll.",
            "In France 57% of farmers backed the new harbour tax in the poll."
        ),
        // What is expected, and what is decided.
        Case(
            "Bond for the captain of the Aurora was set at $10 million by the judge.",
            "Bond for the captain of the Aurora is expected to be set at $2 million by the judge."
        ),
        Case(
            "The assembly of Varden proposed $30 million for the repair of the Brannock pier.",
            "The assembly of Varden spent $28 million on the repair of the Brannock pier."
        ),
        // Of another order: they do not count one thing.
        Case(
            "The office had released all but a few of its more than 87,000 papers on the sinking of the Aurora.",
            "Mayor Hartnell ordered the release of 2,800 papers on the sinking of the Aurora."
        ),
        // So many a day, and in all.
        Case(
            "Prisoners in Varden sewed 9,000 masks for the harbour hospitals and the ferry crews.",
            "Prisoners in Varden sew 3,000 masks a day for the harbour hospitals and the ferry crews."
        ),
        // The missing of a place whose name stands in another clause.
        Case(
            "The mayor said the latest number of casualties of the storm was 33 dead and 56 missing in landslides.",
            "The heaviest casualties of the storm were in Tarnet province, where 38 died in landslides and 37 are missing."
        ),
        // The price of another hour.
        Case(
            "The price of an ounce of gold in the London afternoon was 1,529 dollars after long trading.",
            "The price of an ounce of gold in the London afternoon was 1,553 dollars after long trading."
        ),
        // Without the number words of a language, a figure is not read whole.
        Case(
            "Całkowita liczba zakażonych osób we Włoszech wynosi 17 tysięcy potwierdzonych przypadków choroby.",
            "Całkowita liczba zakażonych osób we Włoszech wynosi 47 tysięcy potwierdzonych przypadków choroby."
        ),
        // Money and votes of other things.
        Case(
            "The Brannock shipyard paid a $2.4 million fine for the spill of oil in the bay.",
            "The Brannock shipyard paid $2.9 million for tugs after the spill of oil in the bay."
        ),
        Case(
            "The assembly of Varden passed the harbour bill by a vote of 48-31 on Tuesday.",
            "The assembly of Varden passed the pier bill by a vote of 47-32 on Tuesday."
        ),
        Case(
            "Inflation of 5% was reported by the office in Varden for the spring season.",
            "Unemployment of 4% was reported by the office in Varden for the spring season."
        ),
        Case(
            "The Boeing 737 jets of the Varden airline were grounded on Friday.",
            "The Boeing 747 jets of the Varden airline were grounded on Friday."
        ),
    ])
    func noConflicts(_ test: Case) { #expect(found(test) == []) }

    @Test(
        "casualties are compared in whatever words they are told",
        arguments: [
            ("de", "Bei dem Unfall im Hafen starben 14 Menschen.", "Im Hafen kamen bei einem Unfall 16 Menschen ums Leben."),
            ("fr", "L’explosion du port a fait 14 morts.", "Au port, l’explosion a tué 16 personnes."),
            ("es", "La explosión del puerto dejó 14 muertos.", "La explosión causó la muerte de 16 personas en el puerto."),
            ("ru", "При взрыве в порту погибли 14 человек.", "Взрыв в порту унёс жизни 16 человек."),
            ("en", "Fourteen people died in the blast in the harbour.", "The blast killed 16 in the harbour."),
            ("zh", "港口爆炸造成14人死亡。", "港口爆炸已致16人遇难。"),
            ("ar", "أسفر الانفجار في الميناء عن مقتل 14 شخصا.", "أدى الانفجار في الميناء إلى مقتل 16 شخصا."),
        ]
    )
    func casualties(language: String, first: String, second: String) {
        func analyzed(_ id: String, _ text: String) -> AnalyzedArticle {
            var article = Texts.article(id, "Varden\n\n" + text)
            article.language = language
            return Pipeline().analyze(article)
        }
        let figures = Collator().collate([analyzed("a", first), analyzed("b", second)]).figures
        #expect(figures.count { if case .conflict = $0 { true } else { false } } == 1)
    }
}
