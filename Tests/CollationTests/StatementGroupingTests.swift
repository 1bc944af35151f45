import Testing

@testable import Collation

@Suite("Grouping")
struct StatementGroupingTests {
    @Test(
        "groups are one when they share more than two thirds, or three fifths where four are common",
        arguments: [
            (2, 3, false), (3, 4, true), (3, 5, false), (4, 6, true), (4, 7, false), (5, 7, true), (300, 300, false),
        ]
    )
    func nearlyOne(shared: Int, all: Int, expected: Bool) {
        #expect(StatementGrouping.areNearlyOne(shared: shared, of: all) == expected)
    }

    @Test(
        "groups of many articles are one when most of the smaller one is the other's, too, told by four articles",
        arguments: [(3, 3, 4, false), (4, 4, 5, true), (4, 3, 5, false), (4, 4, 6, true), (4, 4, 7, false)]
    )
    func manyTell(shared: Int, articles: Int, smaller: Int, expected: Bool) {
        #expect(StatementGrouping.tellOne(shared: shared, of: smaller, inArticles: articles) == expected)
    }

    @Test("no two shared statements have nearly the same witnesses")
    func noDoubles() {
        let collation = Texts.collate([Texts.council, Texts.campaign, Texts.council + " ", Texts.campaign + " "])
        let sets = collation.shared.map { Set($0.witnesses.map(\.passage)) }
        for (index, one) in sets.enumerated() {
            for other in sets[(index + 1)...] {
                let shared = one.intersection(other).count
                #expect(!StatementGrouping.areNearlyOne(shared: shared, of: one.count + other.count - shared))
            }
        }
    }
}
