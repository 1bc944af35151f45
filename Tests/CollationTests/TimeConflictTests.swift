import Language
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

@Suite("Days that articles give for one event, and counts that run")
struct TimeConflictTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let a: String
        let b: String
        let times: [String]

        init(_ a: String, _ b: String, _ times: String...) {
            self.a = a
            self.b = b
            self.times = times
        }

        var testDescription: String { "\(a) / \(b)" }
    }

    private func collation(_ a: String, _ b: String, days: (Int, Int) = (20, 20)) -> Collation {
        let articles = zip([a, b], [days.0, days.1]).enumerated().map { index, pair in
            var article = Texts.article("\(index)", "News from Varden\n\n" + pair.0)
            article.published = CivilTime(year: 2021, month: 10, day: pair.1)
            return article
        }
        return Pipeline().collate(articles)
    }

    private func times(_ collation: Collation) -> [String] {
        collation.figures.compactMap { finding in
            guard case .times(_, let values) = finding else { return nil }
            return values.map { collation.articles[$0.passage.article].article.text[$0.passage.range] }.joined(separator: " / ")
        }
    }

    @Test(arguments: [
        // The same words in a row, among them a name.
        Case(
            "The president of Bestan said his country would withdraw its troops from the Tarn valley by the end of June.",
            "Doval said that Bestan had promised to pull its forces out of the Tarn valley by the end of July.",
            "end of June / end of July"
        ),
        Case(
            "The first trains will leave the new station by the end of June.",
            "The last shops will open in the new station by the end of July."
        ),
        // One act of one body.
        Case(
            "The Varden assembly rejected the harbour bill on Monday.",
            "The harbour bill was rejected by the Varden assembly on Tuesday.",
            "Monday / Tuesday"
        ),
        // The second of two times in a sentence has what happened from its start, and its own place.
        Case(
            "The harbour bill is due to be rejected in Brannock on Monday, followed by Varden on Wednesday.",
            "Varden rejected the harbour bill on Thursday after a long night.",
            "Wednesday / Thursday"
        ),
        Case(
            "The Varden assembly rejected the harbour bill on Monday.",
            "The harbour bill was rejected by the Varden assembly on 18 October."
        ),
        // Hours of one day.
        Case(
            "The Varden assembly rejected the harbour bill at 9 a.m. on Monday.",
            "The harbour bill was rejected by the Varden assembly at 11 a.m. on Monday.",
            "9 a.m. on Monday / 11 a.m. on Monday"
        ),
        Case(
            "The Varden assembly rejected the harbour bill at 9 a.m. on Monday.",
            "The harbour bill was rejected by the Varden assembly at 9:10 a.m. on Monday."
        ),
        Case(
            "The Varden assembly rejected the harbour bill at 9 a.m. on Monday.",
            "The harbour bill was rejected by the Varden assembly at 11:00 GMT on Monday."
        ),
        Case(
            "The Varden assembly rejected the harbour bill at 9 a.m. on Monday.",
            "The harbour bill was rejected by the Varden assembly on Monday."
        ),
        // When something is said is not when it happens.
        Case(
            "Mayor Anna Hartnell said on Monday that Varden would reject the harbour bill.",
            "“Varden will reject the harbour bill,” Mayor Anna Hartnell said on Tuesday."
        ),
        // An article that has both tells two events apart.
        Case(
            "The Varden assembly rejected the harbour bill on Monday. The Varden assembly rejected the harbour bill on Tuesday, too.",
            "The harbour bill was rejected by the Varden assembly on Tuesday."
        ),
        // Weeks apart: two events.
        Case(
            "The Varden assembly rejected the harbour bill on 2 March.",
            "The harbour bill was rejected by the Varden assembly on 18 October."
        ),
        // Who posted a message when is no event of the story.
        Case(
            "— Ilse Varnach (@IlseVarnach) October 18, 2021\n\nThe pier of Varden is old.",
            "— Ilse Varnach (@IlseVarnach) October 19, 2021\n\nThe pier of Varden is long."
        ),
        // Names in common do many things: a guest is invited on one day and uninvited on another.
        Case(
            "No one of the Cup-winning Brannock Gulls was at the Garrick House Tuesday for what was to be a feast.",
            "Mayor Hartnell withdrew an invitation to the Garrick House for the Cup-winning Brannock Gulls on Monday, saying they were rude."
        ),
        // What stands right in front of the day has it to itself.
        Case(
            "Mayor Weil reacted Saturday to the special counsel Robert Brandt’s indictment of 12 pilots from Varden.",
            "Friday’s indictment was won by the special counsel Robert Brandt as a part of his look at pilots from Varden."
        ),
        // Two calls of one: who was on the other end is not in common.
        Case(
            "Mayor Hartnell said he got good news from Governor Weil during a Friday phone call on the harbour.",
            "In a phone call with Weil on Monday, the governor assured him that the harbour had other friends."
        ),
        // One meeting of two.
        Case(
            "Mayor Hartnell met Governor Weil about the harbour bill on Monday.",
            "Governor Weil met Mayor Hartnell about the harbour bill on Tuesday.",
            "Monday / Tuesday"
        ),
        // The night between two days.
        Case(
            "The Varden assembly rejected the harbour bill on Monday night.",
            "The harbour bill was rejected by the Varden assembly on Tuesday."
        ),
    ])
    func events(_ test: Case) { #expect(times(collation(test.a, test.b)) == test.times) }

    private let early = "The bomb at the Lindhof market hall killed 12 people."
    private let late = "The bomb at the Lindhof market hall killed 15 people."

    private func kinds(_ collation: Collation) -> [String] {
        collation.figures.map { finding in
            switch finding {
            case .conflict: "conflict"
            case .update: "update"
            case .times: "times"
            case .arithmetic: "arithmetic"
            }
        }
    }

    @Test("a greater count of the dead in a later report is an update, a smaller one a conflict")
    func updates() {
        #expect(kinds(collation(early, late, days: (20, 21))) == ["update"])
        #expect(kinds(collation(early, late, days: (21, 20))) == ["conflict"])
        #expect(kinds(collation(early, late)) == ["conflict"])
        #expect(kinds(collation(early, early, days: (20, 21))).isEmpty)
    }

    @Test("a count that has risen is later than one from which it may have")
    func risen() {
        let risen = "The death toll from the bomb at the Lindhof market hall rose to 15 people."
        #expect(kinds(collation(early, risen)) == ["update"])
        #expect(kinds(collation(risen, early)) == ["update"])
        guard case .update(let what, _)? = collation(early, risen).figures.first else { return }
        #expect(what == "bomb at the Lindhof market hall")
        // From more it cannot have risen; and what days say counts first.
        #expect(kinds(collation(late.replacing("15", with: "19"), risen)) == ["conflict"])
        #expect(kinds(collation(early, risen, days: (21, 20))) == ["conflict"])
    }

    @Test("an update does not make its statement one that contradicts")
    func updatesAgree() throws {
        let found = collation(early, late, days: (20, 21))
        #expect(found.shared.map(\.relation).contains(.contradicts) == false)
        #expect(collation(early, late).shared.map(\.relation).contains(.contradicts))
    }

    @Test("other figures of other years are two facts")
    func series() {
        let found = collation(
            "In 2019 the Brannock mill made a profit of 3 million crowns.",
            "In 2020 the Brannock mill made a profit of 5 million crowns."
        )
        #expect(found.shared.map(\.relation).contains(.contradicts) == false)
        #expect(kinds(found).isEmpty)
    }

    @Test("what a fire has burned grows, too")
    func areas() {
        let found = collation(
            "The fire scorched 6,000 acres of pine forest in Lindhof County, the rangers said.",
            "In Lindhof County, the fire has scorched 7,500 acres of pine forest, and grows.",
            days: (20, 21)
        )
        #expect(kinds(found) == ["update"])
    }

    @Test("what is no running count stays a conflict however late it is told")
    func fixed() {
        let found = collation(
            "The ferry Aurora carried 214 passengers when it ran aground off Brannock.",
            "When it ran aground off Brannock, the ferry Aurora carried 241 passengers.",
            days: (20, 21)
        )
        #expect(kinds(found) == ["conflict"])
    }

    @Test("order of articles changes nothing but the order of values")
    func order() {
        let one = collation(early, late, days: (20, 21))
        let other = collation(late, early, days: (21, 20))
        #expect(kinds(one) == kinds(other))
    }
}
