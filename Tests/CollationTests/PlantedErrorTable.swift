import Testing

/// Invented articles with one error planted in each story: `[[planted|clean]]`. The clean twin has the same words without it.
struct PlantedError: Sendable, CustomTestStringConvertible {
    /// What kind of error it is.
    let kind: String
    /// The bodies of the articles of the story.
    let articles: [String]
    /// What is to be found with the error: the check or kind, and the words of the claim or values.
    let finding: String
    /// The days of May 2016 on which they were published.
    let days: [Int]
    var testDescription: String { kind }

    init(_ kind: String, _ articles: String..., days: [Int] = [4, 4], finding: String) {
        self.kind = kind
        self.articles = articles
        self.finding = finding
        self.days = days
    }

    static let oneArticle = [
        PlantedError(
            "a total against its places",
            """
            The storm killed [[13|11]] people, seven in Varden and four in Brannock. Power was cut in both towns.

            It had been foretold for days, and the ferries stayed in harbour.
            """,
            finding: "sum: 13"
        ),
        PlantedError(
            "three answers to one question",
            """
            The island was asked about the dam. Of those asked, 48% backed the plan, 37% opposed it and [[19%|15%]] were undecided.

            The poll was held by phone in the last week of April.
            """,
            finding: "whole: 48% backed the plan, 37% opposed it and 19%"
        ),
        PlantedError(
            "an age beside a birth in one sentence",
            """
            Anna Lorn, [[54|43]], who was born in May 1972 in Varden, runs the harbour board of the island.

            She wants to build a second pier.
            """,
            finding: "age: 54"
        ),
        PlantedError(
            "a total against the parts behind a colon",
            """
            A coach of the Varden line overturned on the coast road late on Sunday evening.

            [[Sixteen|Fifteen]] people were taken to hospital in the night: nine adults and six children. Two of the adults broke an arm.

            The road was closed until Monday noon, and the company said that it would pay for the rooms of all 31 passengers.
            """,
            finding: "sum: Sixteen"
        ),
        PlantedError(
            "a total behind its parts",
            """
            The new council met on Tuesday for the first time since the vote of April.

            It has 9 Labour members and 6 Liberals, [[16|15]] members in total. Three of them have never held an office before.
            """,
            finding: "sum: 16"
        ),
        PlantedError(
            "a total against the next sentence",
            """
            [[Sixteen|Fifteen]] people were killed when the ferry Aurora sank off Brannock. The dead were nine passengers and six sailors.

            Divers went down to the wreck on Monday. They will go on for a week.
            """,
            finding: "sum: Sixteen"
        ),
        PlantedError(
            "percentages and their sum",
            """
            The island was asked about the new dam. Of those asked, 7% strongly and 35% somewhat agree, a total of [[45%|42%]].

            The poll was held by phone among 1,204 people in the last week of April.
            """,
            finding: "sum: 45%"
        ),
        PlantedError(
            "a sum of money and its parts",
            """
            The assembly has passed a plan for the coast that costs [[$7 million|$5 million]]: $3 million for the port and $2 million for the \
            road.

            The works are to begin in autumn, the mayor said, and will take three years.
            """,
            finding: "sum: $7 million"
        ),
        PlantedError(
            "shares of one vote",
            """
            Harald Weil won [[58|48]] percent of the vote, Anna Berg 33 percent and Otto Kroll 19 percent.

            Turnout was 61 percent, higher than four years before, when it was 54 percent.
            """,
            finding: "whole: 58 percent of the vote, Anna Berg 33 percent and Otto Kroll 19 percent"
        ),
        PlantedError(
            "both sides of one question",
            """
            In a poll by the university, [[62%|52%]] support the dam and 48% oppose it. Three months ago the two sides were as strong.
            """,
            finding: "whole: 62% support the dam and 48%"
        ),
        PlantedError(
            "a part greater than its whole",
            """
            The ferry carried 12 people, including [[15|3]] children. It had left the pier an hour late because of fog.
            """,
            finding: "whole: 12"
        ),
        PlantedError(
            "an age and the year of birth",
            """
            Anna Varnach, born in 1961, is [[49|55]] years old and has run the ferry for most of her life.

            Her brother, 61, sold his share of the company two years ago.
            """,
            finding: "age: 49 years old"
        ),
        PlantedError(
            "a day of the week and its date",
            """
            The pier was opened again on [[Monday|Tuesday]], 3 May 2016, in heavy rain. The mayor cut a ribbon and spoke for 20 minutes.
            """,
            finding: "weekday: Monday, 3 May 2016"
        ),
        PlantedError(
            "more votes than members",
            """
            The 15-member council voted [[12-6|9-6]] to close the pool after a debate of five hours.
            """,
            finding: "votes: 12-6"
        ),
        PlantedError(
            "a change and its ends",
            """
            Ticket sales of the ferry rose [[3%|30%]] to $5.2 million from $4.0 million in a year, the company said.
            """,
            finding: "change: 3%"
        ),
        PlantedError(
            "a majority that is none",
            """
            Most islanders agree with the plan for the dam, the mayor said. In the poll [[7%|27%]] of islanders agree strongly with the plan \
            and another 35% agree with it somewhat.
            """,
            finding: "quantifier: Most"
        ),
    ]

    static let twoArticles = [
        PlantedError(
            "a round count beside another that it does not stand for",
            """
            The Norland steelworks in Brannock will cut 200 jobs by the end of the year, the company said.

            It lost money in spring.
            """,
            """
            The company said that [[250|200]] jobs would go at the Norland steelworks in Brannock by the end of the year.

            The town had hoped for a buyer.
            """,
            finding: "conflict: 200 / 250"
        ),
        PlantedError(
            "a vote whose noes are the same",
            """
            The Varden assembly approved the harbour bill by 97 votes to 12.

            It had been drafted in spring.
            """,
            """
            By [[93|97]] votes to 12 the Varden assembly approved the harbour bill.

            Its friends threw their hats into the air.
            """,
            finding: "conflict: 97 votes to 12 / 93 votes to 12"
        ),
        PlantedError(
            "one person's age",
            """
            A 34-year-old man was arrested over the theft of a painting from the Varden museum.

            The painting was found in a barn.
            """,
            """
            Police arrested a [[43|34]]-year-old man over the theft of a painting from the museum in Varden.

            They had followed him for a week.
            """,
            finding: "conflict: 34-year-old / 43-year-old"
        ),
        PlantedError(
            "a term in prison",
            """
            The former mayor of Varden was sentenced to five years in prison for taking bribes.

            He had denied it all.
            """,
            """
            A court sentenced the former mayor of Varden to [[seven|five]] years in prison for taking bribes.

            His lawyer was silent.
            """,
            finding: "conflict: five years / seven years"
        ),
        PlantedError(
            "the second count of a list",
            """
            The bomb at the market hall in Varden killed 12 people and wounded 30.

            The hall is to be torn down.
            """,
            """
            The bomb at the market hall in Varden killed 12 people and wounded [[45|30]].

            A vigil was held at night.
            """,
            finding: "conflict: 30 / 45"
        ),
        PlantedError(
            "the dead of one accident",
            """
            Nineteen sailors drowned when the ferry Aurora sank off Brannock on Monday night.

            The coast guard had warned of the storm in the morning.
            """,
            """
            When the ferry Aurora sank off Brannock on Monday night, [[17|19]] sailors drowned.

            A priest rang the bells of the harbour church.
            """,
            finding: "conflict: Nineteen / 17"
        ),
        PlantedError(
            "a fine",
            """
            The Brannock shipyard paid a $2.4 million fine for the spill of oil in the bay.

            Its head said that the yard had learned from it.
            """,
            """
            For the spill of oil in the bay, the Brannock shipyard paid a fine of [[$2.9 million|$2.4 million]].

            Fishermen had asked for more.
            """,
            finding: "conflict: $2.4 million / $2.9 million"
        ),
        PlantedError(
            "a vote",
            """
            The assembly of Varden passed the harbour bill by a vote of 48-31 on Tuesday.

            The mayor was glad.
            """,
            """
            The harbour bill passed the assembly of Varden on a [[47-32|48-31]] vote on Tuesday.

            Fishermen had come to the gallery.
            """,
            finding: "conflict: 48-31 / 47-32"
        ),
        PlantedError(
            "a rounded number",
            """
            The ferry Aurora carried about 200 passengers when it ran aground off Brannock.

            Nobody was hurt.
            """,
            """
            When it ran aground off Brannock, the ferry Aurora had [[290|214]] passengers on board.

            The crew was praised for its calm.
            """,
            finding: "conflict: about 200 / 290"
        ),
        PlantedError(
            "a day",
            """
            The Varden assembly rejected the harbour bill on Monday.

            It had been drafted in spring.
            """,
            """
            The harbour bill was rejected by the Varden assembly on [[Tuesday|Monday]].

            Its friends want to try again.
            """,
            finding: "times: Monday / Tuesday"
        ),
        PlantedError(
            "an instant in two zones",
            """
            The Varden rocket reached the northern harbour station at 9 p.m. EDT Monday.

            The crew slept.
            """,
            """
            At 0100 GMT [[Thursday|Tuesday]] the Varden rocket reached the northern harbour station.

            A second flight is planned.
            """,
            finding: "times: 9 p.m. EDT Monday / 0100 GMT Thursday"
        ),
        PlantedError(
            "a count that falls from one day to the next",
            """
            Nineteen sailors drowned when the ferry Aurora sank off Brannock in the storm.

            The search goes on.
            """,
            """
            When the ferry Aurora sank off Brannock in the storm, [[17|23]] sailors drowned.

            A priest rang the bells of the harbour church.
            """,
            days: [3, 5],
            finding: "conflict: Nineteen / 17"
        ),
    ]
}
