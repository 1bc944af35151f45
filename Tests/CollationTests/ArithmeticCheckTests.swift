import Language
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

/// A text, and the findings about it: the check and the words of the claim.
struct ArithmeticCase: Sendable, CustomTestStringConvertible {
    let body: String
    let findings: [String]

    init(_ body: String, _ findings: String...) {
        self.body = body
        self.findings = findings
    }

    var testDescription: String { body }
}

@Suite("What one article says of numbers against what it says beside them")
struct ArithmeticCheckTests {
    private func found(_ body: String) -> [String] {
        var article = Texts.article("a", "From the town hall\n\n" + body)
        article.published = CivilTime(year: 2016, month: 5, day: 4)
        return Pipeline().collate([article]).figures.compactMap { finding in
            guard case .arithmetic(let sum) = finding else { return nil }
            return "\(sum.check): \(article.text[sum.claim.range])"
        }
    }

    @Test(
        "days of the week against dates",
        arguments: [
            ArithmeticCase("The pier opened on Tuesday, 3 May 2016, in the rain."),
            ArithmeticCase("The pier opened on Monday, 3 May 2016, in the rain.", "weekday: Monday, 3 May 2016"),
            ArithmeticCase("The pier will open on Friday, May 6."),
            ArithmeticCase("The pier will open on Thursday, May 6.", "weekday: Thursday, May 6"),
            ArithmeticCase("The old pier burned down on Sunday, 1 March, a long time ago."),
            ArithmeticCase("The pier opened on Monday."),
            ArithmeticCase("The pier will open on Friday (May 6)."),
            ArithmeticCase("The pier will open on Thursday (May 6).", "weekday: Thursday (May 6"),
        ]
    )
    func weekdays(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "quantifiers against percentages that are none of their parts",
        arguments: [
            ArithmeticCase("Half of one percent of the votes cast is about 6,700 votes. Weil won 51 percent of the votes cast."),
            ArithmeticCase("The rate fell three-tenths of a point to 4.7 percent, and the rate of men fell to 4.9 percent."),
            ArithmeticCase("Weil won a majority of delegates. Only those with at least 15 percent get delegates by the rules."),
            ArithmeticCase(
                "Most of the money made with ferries goes to few. The money made with ferries goes to the top 1 percent of owners."
            ),
            ArithmeticCase("Weil had 19 percent, Berg 13 percent, two others both 2 percent, and the remaining all 1 percent."),
            ArithmeticCase(
                "Lost in most of the talk about Weil’s words is that Weil’s “47 percent” words, heard on a tape, changed no talk."
            ),
        ]
    )
    func quantifiers(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "shares against the counts told right beside them",
        arguments: [
            ArithmeticCase("A third of the 60 workers, 20 people, were laid off."),
            ArithmeticCase("A third of the 40 workers, 20 people, were laid off.", "quantifier: A third"),
            ArithmeticCase("A third of the 40 workers, 20 years after the strike, were laid off."),
            ArithmeticCase("Half of the 15 workers, seven people, were laid off."),
            ArithmeticCase("The majority of the council, 8 of its 15 members, voted for the bill."),
            ArithmeticCase("The majority of the council, 7 of its 15 members, voted for the bill.", "quantifier: The majority"),
            ArithmeticCase("More than half of the 200 seats went to the left, 80 to the greens."),
            ArithmeticCase("Two thirds of the members, 330 of 500, voted in favour."),
            ArithmeticCase("Two thirds of the members, 300 of 500, voted in favour.", "quantifier: Two thirds"),
        ]
    )
    func sharesOfCounts(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "shares said again in percent",
        arguments: [
            ArithmeticCase("A majority of the islanders, 58 percent, backed the dam."),
            ArithmeticCase("A majority of the islanders, 48 percent, backed the dam.", "quantifier: A majority"),
            ArithmeticCase("Fewer than half, 43 percent, backed the dam."),
            ArithmeticCase("Fewer than half, 53 percent, backed the dam.", "quantifier: Fewer than half"),
            ArithmeticCase("More than a third (31 percent) backed the dam.", "quantifier: More than a third"),
            ArithmeticCase("Six in ten islanders, 61 percent, backed the dam."),
            ArithmeticCase("Six in ten islanders, 45 percent, said they would move.", "quantifier: Six in ten"),
            ArithmeticCase("Six in ten islanders, 45 per cent, said they would move.", "quantifier: Six in ten"),
            // A share of these.
            ArithmeticCase("Six in ten islanders, 45 percent of them women, said they would move."),
            ArithmeticCase("Fewer than half, 53 percent in the north, backed the dam."),
        ]
    )
    func restated(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "shares of one vote, in one sentence or two",
        arguments: [
            ArithmeticCase("Anna Weil took 36.4%, Otto Berg 35.1%, Ida Kroll 19.9% and Tom Lund 8.6%."),
            ArithmeticCase(
                "Anna Weil took 36.4%, Otto Berg 35.1%, Ida Kroll 21.9% and Tom Lund 8.6%.",
                "whole: 36.4%, Otto Berg 35.1%, Ida Kroll 21.9% and Tom Lund 8.6%"
            ),
            ArithmeticCase(
                "Anna Weil took 36.4% with all votes counted, ahead of Otto Berg on 35.1%. Ida Kroll came third with 21.9% and Tom"
                    + " Lund got 8.6%.",
                "whole: 36.4% with all votes counted, ahead of Otto Berg on 35.1%. Ida Kroll came third with 21.9% and Tom Lund got"
                    + " 8.6%"
            ),
            ArithmeticCase(
                "The four lists had 36.4 percent, 35.1 percent, 21.9 percent and 8.6 percent of the vote.",
                "whole: 36.4 percent, 35.1 percent, 21.9 percent and 8.6 percent"
            ),
            ArithmeticCase("Approval of Anna Weil is at 56.4%, of Otto Berg at 45.1% and of Ida Kroll at 21.9%."),
            ArithmeticCase("Anna Weil took 60% in Varden, Otto Berg 35% in Brannock and Ida Kroll 22% in Kessen."),
        ]
    )
    func votesOfOne(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "sums of money whose currency is said once, and steps",
        arguments: [
            ArithmeticCase(
                "Spending on roads will rise by 1.1 billion euros, on schools by 0.6 billion and on health by 0.9 billion, a total of"
                    + " 2.6 billion."
            ),
            ArithmeticCase(
                "Spending on roads will rise by 1.1 billion euros, on schools by 0.6 billion and on health by 0.9 billion, a total of"
                    + " 2.9 billion.",
                "sum: 2.9 billion"
            ),
            ArithmeticCase(
                "Spending rises by 2.9 billion euros: 1.1 billion for roads, 0.6 billion for schools and 0.9 billion for health.",
                "sum: 2.9 billion euros"
            ),
            ArithmeticCase(
                "Spending rises by 2.6 billion euros: 1.1 billion for roads, 0.6 billion for schools and 0.9 billion for health."
            ),
        ]
    )
    func money(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "what became of people against how many they were",
        arguments: [
            ArithmeticCase("Of 34 people on board, nine died, 19 were injured and six were unhurt."),
            ArithmeticCase("Of 34 people on board, nine died, 21 were injured and six were unhurt.", "whole: 34"),
            ArithmeticCase("Of the 34 people on board, nine were killed, 21 were injured and 25 survived."),
            ArithmeticCase("Of the 34 people on board, nine were killed, 21 were injured and six escaped unhurt.", "whole: 34"),
            ArithmeticCase("All 34 people on board were found: nine dead, 21 injured and six unhurt.", "sum: 34"),
            ArithmeticCase("All 12 passengers survived. The ferry sank."),
            ArithmeticCase("All 12 passengers survived the fire. Two of the passengers died.", "whole: 12"),
            ArithmeticCase("All 12 passengers survived the fire. Two of the passengers died later in hospital."),
            ArithmeticCase("All 12 passengers survived the fire. In 2009 two passengers died on the same line."),
            ArithmeticCase("All 12 passengers survived the fire. Two other passengers died on the other ferry."),
        ]
    )
    func outcomes(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "two degrees of one answer make one share",
        arguments: [
            ArithmeticCase(
                "Most voters back the dam: 7 percent strongly support it and 35 percent somewhat support it.",
                "quantifier: Most"
            ),
            ArithmeticCase("Most voters back the dam: 17 percent strongly support it and 35 percent somewhat support it."),
        ]
    )
    func degrees(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "parts that a total is said to be",
        arguments: [
            ArithmeticCase("The 11 victims were six men, three women and two children."),
            ArithmeticCase("The 10 victims were six men, three women and two children.", "sum: 10"),
            ArithmeticCase("Among the 20 victims were six men, three women and two children."),
            ArithmeticCase("The 20 victims were six men, three women and two children from the town of Varden."),
        ]
    )
    func rosters(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "both sides of those counted, in a sentence that does not follow at once",
        arguments: [
            ArithmeticCase("Twelve people died in the blast. Mayor Anna Lorn spoke on Monday. Seven were women and five men."),
            ArithmeticCase(
                "Twelve people died in the blast. Mayor Anna Lorn spoke on Monday. Four were women and five men.",
                "sum: Twelve"
            ),
            ArithmeticCase("Twelve people died in the blast, four women and five men.", "sum: Twelve"),
            ArithmeticCase("Twelve people died in the blast. Four were women, five men and three children."),
            ArithmeticCase("Twelve people died in the blast. Four were women and three children."),
            ArithmeticCase("Twelve people died in the blast. Among them were four women and five men."),
            ArithmeticCase("Twelve people died in the blast. Four were women and five men, the rest children."),
            ArithmeticCase("Twelve people died in the blast. The jury has nine members. Four were women and five men."),
            ArithmeticCase("The yard has twelve cranes. Four women and five men work there."),
        ]
    )
    func sides(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "ages against births",
        arguments: [
            ArithmeticCase("Anna Varnach, born in 1961, is 55 years old and runs the ferry."),
            ArithmeticCase("Anna Varnach, born in 1961, is 54 years old and runs the ferry."),
            ArithmeticCase("Anna Varnach, born in 1961, is 49 years old and runs the ferry.", "age: 49 years old"),
            ArithmeticCase("Anna Varnach, born in 1961, was 30 years old when she took the ferry over."),
            ArithmeticCase("Varnach, 54, was born in 1961."),
            ArithmeticCase("Varnach, 44, was born in 1961.", "age: 44"),
            ArithmeticCase("Anna Varnach, 44, was jailed for fraud. She was born in 1961.", "age: 44"),
            ArithmeticCase("Anna Varnach, 54, was jailed for fraud. She was born in 1961."),
            ArithmeticCase("Anna Varnach, 44, was jailed for fraud in 2006. She was born in 1961."),
            ArithmeticCase("Anna Varnach, 44, met Otto Berg. He was born in 1961."),
        ]
    )
    func ages(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "votes against seats",
        arguments: [
            ArithmeticCase("The 15-member council voted 9-6 to close the pool."),
            ArithmeticCase("The 15-member council voted 12-6 to close the pool.", "votes: 12-6"),
        ]
    )
    func votes(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "changes against their ends",
        arguments: [
            ArithmeticCase("The fare rose by 25% to 5 crowns from 4 crowns in spring."),
            ArithmeticCase("Unemployment on the island rose by 2 points from 4 to 6."),
            ArithmeticCase("Ticket sales rose 3% to $5.2 million from $4.0 million.", "change: 3%"),
            ArithmeticCase("Ticket sales rose 30% to $5.2 million from $4.0 million."),
            ArithmeticCase("Ticket sales fell 20% to $4.0 million from $5.0 million."),
            // Of round numbers, no more than the digits behind the second are left out.
            ArithmeticCase("Ticket sales rose 20% from 100 million euros to 120 million euros."),
            ArithmeticCase("Ticket sales rose 50% from 100 million euros to 120 million euros.", "change: 50%"),
            ArithmeticCase("Ticket sales rose 5% from 4,800 to 5,000 a day."),
            // Beside decimals, a number without any has left out a nought.
            ArithmeticCase("The fare rose 10 percent to 5.50 crowns from 5 crowns."),
            ArithmeticCase("The fare rose 15 percent to 5.50 crowns from 5 crowns.", "change: 15 percent"),
            ArithmeticCase("The fare was raised by 15 percent, to 5.50 crowns from 5.", "change: 15 percent"),
            // Which way it goes.
            ArithmeticCase("Unemployment rose from 3.9% to 4.1% in a year."),
            ArithmeticCase("Unemployment rose from 4.1% to 3.9% in a year.", "change: 4.1% to 3.9%"),
            ArithmeticCase("Ticket sales fell to $5.2 million from $4.0 million.", "change: $5.2 million from $4.0 million"),
            ArithmeticCase("The bank cut its growth forecast for the year to 1.1% from 1.4%."),
            ArithmeticCase("The IMF lowered its growth forecast for Varden to 0.2% from 0.5%."),
            ArithmeticCase("The club fell from 2 to 5 in the table."),
            ArithmeticCase("The number of ferries doubled from 20 to 41 in a year."),
            ArithmeticCase("The number of ferries doubled from 20 to 30 in a year.", "change: doubled"),
            ArithmeticCase("The number of ferries nearly doubled from 20 to 36 in a year."),
        ]
    )
    func changes(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }

    @Test(
        "both sides of one question against the whole, and a part against what it is a part of",
        arguments: [
            ArithmeticCase("In the poll 52% support the dam and 41% oppose it."),
            ArithmeticCase("In the poll 62% support the dam and 48% oppose it.", "whole: 62% support the dam and 48%"),
            ArithmeticCase("The ferry carried 12 people, including 3 children."),
            ArithmeticCase("The ferry carried 12 people, including 15 children.", "whole: 12"),
            ArithmeticCase("Of those asked, 55% said yes, 38% said no and 7% had no opinion."),
            ArithmeticCase(
                "Of those asked, 55% said yes, 38% said no and 12% had no opinion.",
                "whole: 55% said yes, 38% said no and 12%"
            ),
            ArithmeticCase("In the poll 12 percent of respondents agreed."),
            ArithmeticCase("In the poll 120 percent of respondents agreed.", "whole: 120 percent"),
            ArithmeticCase("The fare is 120 percent of last year’s."),
        ]
    )
    func wholes(_ test: ArithmeticCase) { #expect(found(test.body) == test.findings) }
}
