import Language
import Reading
import Stemma
import Testing
import TextCore

@testable import Collation

@Suite("Links of clauses")
struct ClauseLinkTests {
    private func story(_ texts: String...) -> Story {
        Story(texts.enumerated().map { Pipeline().analyze(Texts.article("\($0.offset)", $0.element)) })
    }

    /// The unit of an article that starts so.
    private func unit(_ start: String, in story: Story) throws -> Int {
        try #require(
            story.units.firstIndex { story.articles[$0.article].annotated.text[$0.range].hasPrefix(start) },
            "\(start)"
        )
    }

    @Test("what is in common with a quotation is in common with the same quotation elsewhere in its article")
    func twins() throws {
        let story = story(
            "Mill\n\n“The old mill will close by spring,” Korvan said. Rain fell.\n\n“The old mill will close by spring,” the mayor noted.",
            "Town\n\nKorvan wants to shut the mill before summer. The mill is old."
        )
        let table = ClauseTable(story)
        let first = table.clausesOfUnit[try unit("“The old mill will close by spring,” Korvan", in: story)].lowerBound
        let second = table.clausesOfUnit[try unit("“The old mill will close by spring,” the", in: story)].lowerBound
        let other = table.clausesOfUnit[try unit("Korvan wants", in: story)].lowerBound
        let link = ClauseLinks.Link(first: min(first, other), second: max(first, other), probability: 0.8)
        let found = ClauseTwins(table, story).extended([link])
        #expect(found.count == 2)
        let taken = try #require(found.last)
        #expect(Set([taken.first, taken.second]) == [second, other])
        #expect(abs(taken.probability - 0.8) < 1e-9)
        // A better link of its own stays.
        let own = ClauseLinks.Link(first: min(second, other), second: max(second, other), probability: 0.9)
        let both = ClauseTwins(table, story).extended([link, own])
        #expect(both.map(\.probability).sorted() == [0.9, 0.9])
    }

    @Test("clauses of few words, and other words, have no twins")
    func noTwins() throws {
        let story = story(
            "Mill\n\n“The mill closes,” Korvan said. Rain fell.\n\n“The mill closes,” the mayor noted. The old roof leaks in winter.",
            "Town\n\nKorvan wants to shut the mill before summer."
        )
        let table = ClauseTable(story)
        let first = table.clausesOfUnit[try unit("“The mill closes,” Korvan", in: story)].lowerBound
        let other = table.clausesOfUnit[try unit("Korvan wants", in: story)].lowerBound
        let link = ClauseLinks.Link(first: min(first, other), second: max(first, other), probability: 0.8)
        #expect(ClauseTwins(table, story).extended([link]).count == 1)
    }

    /// What is left of the probability of the pair of sentences that start so.
    private func left(_ one: String, _ other: String, in story: Story) throws -> Double {
        let scored = ScoredPairs(story)
        let (a, b) = (try unit(one, in: story), try unit(other, in: story))
        let pair = try #require(scored.probability(min(a, b), max(a, b)))
        let links = ClauseLinks(scored, from: 0, in: story)
        return links.probability(scored.table.clausesOfUnit[a].lowerBound, scored.table.clausesOfUnit[b].lowerBound) / pair
    }

    @Test("a noun that only stands for somebody is less than a word in common")
    func bearers() throws {
        let named = story("North\n\nThe country dislikes late ferries.", "South\n\nVarden is a large country.")
        #expect(abs(try left("The country", "Varden is", in: named) - ClauseLinks.thin * ClauseLinks.topic) < 1e-6)
        let thing = story("North\n\nThe bridge dislikes late ferries.", "South\n\nVarden is a large bridge.")
        #expect(abs(try left("The bridge", "Varden is", in: thing) - ClauseLinks.thin) < 1e-6)
    }
}
