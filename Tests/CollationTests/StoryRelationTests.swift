import Language
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

/// Passages of whole stories, of which nothing but their words says that they tell one thing: what contradicts, and what only
/// seems to.
@Suite("Contradictions in stories")
struct StoryRelationTests {
    /// Bodies of two articles, without marks of their own about what is shared.
    struct Case: Sendable, CustomTestStringConvertible {
        let a: String
        let b: String
        var testDescription: String { a }

        init(_ a: String, _ b: String) { (self.a, self.b) = (a, b) }
    }

    private func collation(_ test: Case, _ pipeline: Pipeline) -> Collation {
        let articles = [test.a, test.b].enumerated().map { index, body in
            var article = Texts.article("\(index)", "News from Varden\n\n" + body)
            article.published = CivilTime(year: 2021, month: 10, day: 20)
            return article
        }
        return pipeline.collate(articles)
    }

    private func contradicting(_ collation: Collation) -> [SharedStatement] {
        collation.shared.filter { $0.relation == .contradicts }
    }

    static let seeming: [Case] = [
        // One quotation, cut in two places.
        Case(
            "The contract says that the harbour board “waives any claim against the builder related to delayed completion of the work.”",
            "The contract bars “any claim against the builder related to delayed completion of the work.”"
        ),
        Case(
            "“This is not a truthful account of the talks between the mayor and Ms. Hartnell,” her lawyer Anton Weil said.",
            "Anton Weil, her lawyer, said: “This is not a truthful account of the talks between the mayor and Ms. Hartnell.”"
        ),
        // The same denial in other words.
        Case(
            "The boxes don’t contain loose blades or footage of the mayor’s party on the pier, the company said.",
            "The company assured the town that the boxes contain no loose blades or footage of the mayor’s party on the pier."
        ),
        // A question asserts nothing.
        Case(
            "He had no experience of trying a case before the harbour court of Varden.",
            "“Have you ever tried a case before the harbour court of Varden?” Ms. Hartnell asked."
        ),
        // One day, called by its name and by how far it lies.
        Case(
            "On Tuesday Mayor Hartnell said she meant the opposite of what she said in Brannock.",
            "Mayor Hartnell meant the opposite of what she said in Brannock a day earlier."
        ),
        // The same word, certain or not by what stands elsewhere.
        Case(
            "The assembly of Varden passed a bill on Tuesday that would ban dredging in the harbour after sunset.",
            "The assembly of Varden passed the bill to ban dredging in the harbour after sunset."
        ),
    ]

    @Test("what is cut, asked or worded otherwise does not contradict", arguments: seeming)
    func apparent(_ test: Case) { #expect(contradicting(collation(test, Pipeline())).isEmpty) }

    @Test(
        "nor does it where the grammar of sentences is known",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)),
        arguments: seeming
    )
    func apparentWithHeads(_ test: Case) throws {
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        #expect(contradicting(collation(test, pipeline)).isEmpty)
    }

    @Test("figures that disagree do, and the statement and the finding say the same")
    func figures() throws {
        let test = Case(
            "The ferry Aurora carried 214 passengers when it ran aground off Brannock.",
            "When it ran aground off Brannock, the ferry Aurora had 241 passengers on board."
        )
        let collation = collation(test, Pipeline())
        #expect(collation.figures.count { if case .conflict = $0 { true } else { false } } == 1)
        let found = try #require(contradicting(collation).first)
        #expect(found.reasons.contains(.figuresDiffer(["214", "241"])))
    }

    @Test(
        "opposite words of grammar in front of the same word do, and nobody against some",
        arguments: [
            Case("Mayor Hartnell left before the vote on the harbour.", "Mayor Hartnell left after the vote on the harbour."),
            Case("Nobody was hurt in the fire at the mill.", "Three people were hurt in the fire at the mill."),
        ]
    )
    func opposites(_ test: Case) { #expect(!contradicting(collation(test, Pipeline())).isEmpty) }

    @Test("one change that is a rise in the one and a fall in the other, in other words")
    func changes() {
        let test = Case(
            "Brannock Mills raised its outlook for the year on Thursday, sending its shares up 6%.",
            "Brannock Mills shares fell 6 percent in Varden after the report."
        )
        #expect(!contradicting(collation(test, Pipeline())).isEmpty)
    }

    @Test(
        "what somebody named did and did not do, inside longer sentences",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)),
        arguments: [
            Case(
                "Anna Hartnell conceded defeat shortly before midnight on Sunday.",
                "Anna Hartnell has not conceded defeat in the election for the harbour board, a lawyer said."
            ),
            Case(
                "Anna Hartnell came home on Sunday. Hartnell conceded defeat shortly before midnight.",
                "The party leader Anna Hartnell has not conceded defeat in the election for the harbour board, a lawyer said."
            ),
        ]
    )
    func deniedOfOne(_ test: Case) throws {
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        #expect(!contradicting(collation(test, pipeline)).isEmpty)
    }

    @Test(
        "acts that are opposites, told of one thing beside one other, in longer sentences",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)),
        arguments: [
            (
                Case(
                    "The crown weakened 0.8% against the euro.",
                    "The crown strengthened against the euro after the announcement."
                ), true
            ),
            (Case("The crown fell against the euro on Monday.", "The crown rose against the euro on Tuesday."), false),
            (Case("The crown fell against the dollar in thin trade.", "The crown rose against the euro."), false),
            (Case("Shares of Brannock Mills fell in Varden.", "Shares of Brannock Mills rose in Kessen."), false),
            (Case("Brannock Mills opened a plant in Varden.", "Brannock Mills closed a plant in Kessen."), false),
            (Case("Police arrested seven men after the match.", "Police released three men on Sunday."), false),
        ]
    )
    func turnedOfOne(_ test: Case, _ contradicts: Bool) throws {
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        #expect(contradicting(collation(test, pipeline)).isEmpty != contradicts)
    }

    @Test(
        "numbers that name a kind, in the same words",
        arguments: [
            (
                Case(
                    "The storm made landfall near Port Lorne at 2 a.m. as a Category 4 hurricane.",
                    "Delia came ashore near Port Lorne at about 2 a.m. as a Category 3 hurricane packing winds of 130 miles per hour."
                ), true
            ),
            // What it was, and what it became.
            (
                Case("Delia was a Category 4 storm near Port Lorne.", "Delia weakened to a Category 3 storm near Port Lorne."),
                false
            ),
            // Either article has both.
            (
                Case(
                    "The storm made landfall near Port Lorne as a Category 4 hurricane and was soon a Category 3 hurricane.",
                    "Delia came ashore near Port Lorne as a Category 3 hurricane packing winds of 130 miles per hour."
                ), false
            ),
        ]
    )
    func labelledNumbers(_ test: Case, _ contradicts: Bool) {
        #expect(contradicting(collation(test, Pipeline())).isEmpty != contradicts)
    }

    @Test("what was so in two quarters is no contradiction")
    func quarters() {
        let test = Case(
            "Profit rose to 5 million euros in the first quarter.",
            "Profit rose to 7 million euros in the second quarter."
        )
        #expect(contradicting(collation(test, Pipeline())).isEmpty)
    }

    @Test("days that disagree do, too")
    func days() throws {
        let test = Case(
            "The Varden assembly rejected the harbour bill on Monday.",
            "The harbour bill was rejected by the Varden assembly on Tuesday."
        )
        let found = try #require(contradicting(collation(test, Pipeline())).first)
        #expect(found.reasons.contains(.timesDiffer(["Monday", "Tuesday"])))
    }

    @Test(
        "an act that both tell in full, and that one denies, does",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence))
    )
    func denied() throws {
        let test = Case(
            "Mayor Hartnell signed the harbour bill in Varden on Monday.",
            "Mayor Hartnell did not sign the harbour bill in Varden on Monday."
        )
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        #expect(!contradicting(collation(test, pipeline)).isEmpty)
    }

    @Test("words that are negated in passages about different things are no difference")
    func negationElsewhere() {
        let test = Case(
            "The council paid Mr. Weil 9,000 crowns for the pier, its first payment since the storm, and Anna Berg was glad.",
            "Anna Berg made no payment at all to Mr. Weil; the council did, and nobody in Varden asked her why."
        )
        #expect(collation(test, Pipeline()).shared.allSatisfy { !$0.reasons.contains(.negationDiffers) })
    }

    // MARK: Told of others

    /// The statements of two bodies, without the headlines, which are one.
    private func statements(_ a: String, _ b: String) -> [SharedStatement] {
        collation(Case(a, b), Pipeline()).shared.filter { statement in
            statement.witnesses.contains { $0.passage.range.lowerBound >= "News from Varden".utf8.count }
        }
    }

    @Test(
        "one change in two places or firms is two statements",
        arguments: [
            Case("Exports to China fell by 12 percent last year.", "Exports to India fell by 12 percent last year."),
            Case(
                "Sales in Europe rose 4 percent in the first quarter, the company said.",
                "Sales in Asia rose 4 percent in the first quarter, the company said."
            ),
        ]
    )
    func measuredElsewhere(_ test: Case) {
        #expect(statements(test.a, test.b).isEmpty)
        #expect(collation(test, Pipeline()).solo.count == 2)
        // With one of the places in both it is what both say.
        #expect(statements(test.a, test.a).count == 1)
    }

    @Test("one event in two places contradicts itself")
    func elsewhere() throws {
        let (a, b) = (
            "The quake struck off the coast of Japan on Tuesday.", "The quake struck off the coast of Taiwan on Tuesday."
        )
        let found = try #require(statements(a, b).first)
        #expect(found.relation == .contradicts)
        #expect(found.reasons.contains(.actorsDiffer(["Japan", "Taiwan"])))
        // Two that one article tells of both are two.
        let both = statements(a, b + " Another one struck near Japan.")
        #expect(both.allSatisfy { $0.relation != .contradicts })
    }

    @Test("a capital that stands for its country is no other place")
    func capitals() {
        let found = statements(
            "Moscow said it would send 40 doctors to the flooded region.",
            "Russia said it would send 40 doctors to the flooded region."
        )
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.relation != .contradicts && !$0.reasons.contains { $0.isOfOthers } })
    }

    @Test(
        "a word that stands in the place of another is told, and no more",
        arguments: [
            (
                Case("Unemployment fell to 5 percent in March.", "Inflation fell to 5 percent in March."),
                ["Unemployment", "Inflation"]
            ),
            (
                Case("Officials said the bridge would reopen in June.", "Authorities said the bridge would reopen in June."),
                ["Officials", "Authorities"]
            ),
        ]
    )
    func inOneWord(_ test: Case, _ words: [String]) throws {
        let found = try #require(statements(test.a, test.b).first)
        #expect(found.relation != .contradicts)
        #expect(found.reasons.contains(.wordsDiffer(words)))
    }

    // MARK: Shares

    @Test(
        "two shares of one whole contradict each other, and stand among the figures to check",
        arguments: [
            (Case("All twelve miners were rescued on Sunday.", "Nine of the twelve miners were rescued on Sunday."), true),
            (Case("Half of the voters rejected the treaty.", "A quarter of the voters rejected the treaty."), true),
            (Case("Most of the members voted against the plan.", "Two thirds of the members voted against the plan."), false),
            (Case("Nine of the twelve miners were rescued.", "Three quarters of the miners were rescued."), false),
        ]
    )
    func shares(_ test: Case, _ contradicts: Bool) {
        let found = collation(test, Pipeline())
        #expect(contradicting(found).isEmpty != contradicts)
        #expect(found.figures.contains { if case .conflict = $0 { true } else { false } } == contradicts)
    }
}

extension Reason {
    fileprivate var isOfOthers: Bool {
        switch self {
        case .actorsDiffer, .wordsDiffer: true
        default: false
        }
    }
}
