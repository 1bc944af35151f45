import Foundation
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

@Suite("Obeyed links")
struct ObeyedLinkTests {
    private static let texts = [
        Texts.council, Texts.campaign,
        """
        Brackwater to lose its pool

        Councillors in Brackwater voted on Tuesday to close the Victoria swimming pool.

        Twelve lifeguards will lose their jobs. A petition was handed to the mayor on Friday.
        """,
    ]

    private static func collate(_ links: [StatementLink] = []) -> Collation {
        Pipeline().collate(texts.enumerated().map { Texts.article("\($0)", $1) }, links: links)
    }

    private static func passage(_ article: Int, _ words: String) throws -> Passage {
        let text = Texts.article("\(article)", texts[article]).text
        let range = try #require(text.string.range(of: words))
        let start = text.string.utf8.distance(from: text.string.startIndex, to: range.lowerBound)
        return Passage(article: article, range: start..<(start + words.utf8.count))
    }

    private static func holds(_ collation: Collation, _ passages: Passage...) -> Bool {
        collation.shared.contains { statement in
            passages.allSatisfy { place in statement.witnesses.contains { $0.passage.isMostly(place) } }
        }
    }

    @Test("what nobody found is one statement when a person says so, and marked as a person's")
    func confirmed() throws {
        let (jobs, fares) = (
            try Self.passage(2, "Twelve lifeguards will lose their jobs."), try Self.passage(1, "Bus fares would cost")
        )
        #expect(!Self.holds(Self.collate(), jobs, fares))
        let collation = Self.collate([StatementLink(entry: 1, verdict: .confirmed, passages: [fares, jobs], author: "Nell")])
        #expect(Self.holds(collation, jobs, fares))
        let statement = try #require(collation.shared.first { $0.witnesses.contains { $0.passage.isMostly(jobs) } })
        #expect(statement.basis == .person)
        #expect(statement.witnesses.allSatisfy { $0.basis == .person })
        let finding = try #require(collation.links.first)
        #expect(finding.outcome == .obeyed && !finding.isFound)
        #expect(finding.statements == [statement.id])
        #expect(!collation.solo.contains { $0.passage.isMostly(jobs) || $0.passage.isMostly(fares) })
    }

    @Test("a confirmed passage joins what was found, which stays marked as found")
    func joined() throws {
        let (heat, jobs) = (
            try Self.passage(0, "We cannot afford to heat an empty building"),
            try Self.passage(2, "Twelve lifeguards will lose their jobs.")
        )
        let told = try Self.passage(1, "the town could not afford to heat an empty building")
        #expect(Self.holds(Self.collate(), heat, told))
        let collation = Self.collate([StatementLink(entry: 1, verdict: .confirmed, passages: [heat, jobs])])
        #expect(Self.holds(collation, heat, told, jobs))
        let statement = try #require(collation.shared.first { $0.witnesses.contains { $0.passage.isMostly(jobs) } })
        #expect(statement.basis == .found)
        #expect(statement.witnesses.filter { $0.basis == .person }.map(\.passage.article) == [2])
    }

    @Test("what is rejected is never one statement; others keep it")
    func rejected() throws {
        let votes = [
            try Self.passage(0, "The town council of Brackwater voted on Tuesday"),
            try Self.passage(2, "Councillors in Brackwater voted on Tuesday to close the Victoria swimming pool."),
        ]
        #expect(Self.holds(Self.collate(), votes[0], votes[1]))
        let collation = Self.collate([StatementLink(entry: 1, verdict: .rejected, passages: votes)])
        #expect(!Self.holds(collation, votes[0], votes[1]))
        let finding = try #require(collation.links.first)
        #expect(finding.outcome == .obeyed && finding.isFound && finding.statements.isEmpty)
        #expect(collation.shared.allSatisfy { Set($0.witnesses.map(\.passage.article)).count > 1 })
        #expect(collation.shared.flatMap(\.witnesses).allSatisfy { $0.basis == .found })
    }

    @Test("a person's last word counts")
    func lastWord() throws {
        let votes = [
            try Self.passage(0, "The town council of Brackwater voted on Tuesday"),
            try Self.passage(2, "Councillors in Brackwater voted on Tuesday to close the Victoria swimming pool."),
        ]
        for verdicts in [[StatementLink.Verdict.rejected, .confirmed], [.confirmed, .rejected]] {
            let links = verdicts.enumerated().map { StatementLink(entry: $0 + 1, verdict: $1, passages: votes) }
            let collation = Self.collate(links)
            #expect(Self.holds(collation, votes[0], votes[1]) == (verdicts[1] == .confirmed))
            #expect(collation.links.map(\.outcome) == [.overruled, .obeyed])
        }
    }

    @Test("confirmations add up, and a rejection of their ends is overruled or overrules")
    func chain() throws {
        let places = [
            try Self.passage(0, "A protest is planned outside the library"), try Self.passage(1, "Bus fares would cost"),
            try Self.passage(2, "A petition was handed to the mayor"),
        ]
        let chain = [
            StatementLink(entry: 2, verdict: .confirmed, passages: [places[0], places[1]]),
            StatementLink(entry: 3, verdict: .confirmed, passages: [places[1], places[2]]),
        ]
        let apart = StatementLink(entry: 1, verdict: .rejected, passages: [places[0], places[2]])
        let collation = Self.collate([apart] + chain)
        #expect(Self.holds(collation, places[0], places[1], places[2]))
        #expect(collation.links.map(\.outcome) == [.overruled, .obeyed, .obeyed])
        let last = StatementLink(entry: 4, verdict: .rejected, passages: [places[0], places[2]])
        let parted = Self.collate(chain + [last])
        #expect(!Self.holds(parted, places[0], places[2]))
        #expect(parted.links.map(\.outcome) == [.overruled, .obeyed, .obeyed])
    }

    @Test("what cannot be obeyed says why, and stops nothing")
    func disobeyed() throws {
        let pool = try Self.passage(0, "Victoria swimming pool")
        let fares = try Self.passage(1, "Bus fares would cost")
        let collation = Self.collate([
            StatementLink(entry: 1, verdict: .confirmed, passages: [pool, Passage(article: 0, range: 0..<20)]),
            StatementLink(entry: 2, verdict: .confirmed, passages: [fares, Passage(article: 0, range: 9_000..<9_010)]),
            StatementLink(entry: 3, verdict: .rejected, passages: [pool, pool]),
            StatementLink(entry: 4, verdict: .confirmed, passages: [fares, Passage(article: 7, range: 0..<5)]),
            StatementLink(entry: 5, verdict: .confirmed, passages: [fares, pool]),
        ])
        #expect(collation.links.map(\.link.entry) == [1, 2, 3, 5])
        #expect(collation.links.map(\.outcome) == [.tooClose, .notCompared, .tooClose, .obeyed])
        #expect(Self.holds(collation, fares, pool))
    }

    @Test("any links are obeyed or told, whatever they are and whatever the order of articles")
    func anyLinks() throws {
        var random = SeededRandom(seed: 11)
        let articles = Self.texts.enumerated().map { Texts.article("\($0)", $1) }
        let found = Self.collate()
        let places = found.shared.flatMap(\.witnesses).map(\.passage) + found.solo.map(\.passage)
        for _ in 0..<12 {
            let links = (1...8).map { entry in
                StatementLink(
                    entry: entry,
                    verdict: Bool.random(using: &random) ? .confirmed : .rejected,
                    passages: (0..<Int.random(in: 2...3, using: &random)).compactMap { _ in places.randomElement(using: &random) }
                )
            }
            let collation = Pipeline().collate(articles, links: links)
            for finding in collation.links where finding.outcome == .obeyed {
                let passages = finding.link.passages
                if finding.link.verdict == .confirmed {
                    #expect(!finding.statements.isEmpty)
                } else {
                    for (index, one) in passages.enumerated() {
                        for other in passages[(index + 1)...] { #expect(!Self.holds(collation, one, other)) }
                    }
                }
            }
            let turned = links.map { link in
                StatementLink(
                    entry: link.entry,
                    verdict: link.verdict,
                    passages: link.passages.map { Passage(article: 2 - $0.article, range: $0.range) }
                )
            }
            let other = Pipeline().collate(articles.reversed(), links: turned)
            func set(_ collation: Collation, _ number: (Int) -> Int) -> Set<Set<Passage>> {
                Set(
                    collation.shared.map {
                        Set($0.witnesses.map { Passage(article: number($0.passage.article), range: $0.passage.range) })
                    }
                )
            }
            #expect(set(collation) { $0 } == set(other) { 2 - $0 })
        }
    }
}
