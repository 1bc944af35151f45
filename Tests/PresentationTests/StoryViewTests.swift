import Collation
import Reading
import Speech
import TestSupport
import Testing
import TextCore

@testable import Presentation

/// Names, places, excerpts and groups that all views share.
@Suite struct StoryViewTests {
    private func article(_ text: String, outlet: String? = "Paper", language: String = "en") -> FixtureArticle {
        FixtureArticle(id: "folder/the-file.txt", outlet: outlet, language: language, published: nil, text: text)
    }

    @Test func excerptsTakeTheirMarksAlong() {
        func excerpt(_ text: String, _ words: String) -> String {
            let article = article("Headline\n\n" + text)
            let view = StoryView(article.analyzed)
            return view.quotedExcerpt(Passage(article: 0, range: article.range(words)))
        }
        #expect(excerpt("He said “we go,” today.", "we go,") == "“we go,”")
        #expect(excerpt("Il dit « on y va » ici.", "on y va") == "« on y va »")
        #expect(excerpt("Er sagt: „Wir gehen“, dann", "Wir gehen") == "„Wir gehen“")
        #expect(excerpt("他说：「我们走」。", "我们走") == "「我们走」")
        #expect(excerpt("He said we go today.", "we go") == "we go")
        #expect(excerpt("\"All\"", "All") == "\"All\"")
        #expect(excerpt("He said “we go,” today.", "we go") == "“we go,”")
        #expect(excerpt("He said “we go?!” today.", "“we go") == "“we go?!”")
        #expect(excerpt("\"We go,\" he said.", "We go") == "\"We go,\"")
        #expect(excerpt("„Wir gehen.“ Das war alles.", "Wir gehen") == "„Wir gehen.“")
        #expect(excerpt("« On y va. » Il part.", "On y va") == "« On y va. »")
        #expect(excerpt("“We go,” he said, “now.”", "“We go,” he said") == "“We go,” he said")
        #expect(excerpt("He said “we go, and stay.”", "we go") == "“we go")
        #expect(excerpt("He said we go.” It was so.", "we go") == "we go")
        #expect(excerpt("« Oui », dit-elle. « Non », dit-il.", ", dit-elle.") == "», dit-elle.")
    }

    @Test func placesAreParagraphNumbersOrBlocks() {
        let article = article("Headline\n\nFirst.\n\nSecond here.")
        let view = StoryView(article.analyzed)
        #expect(view.place(Passage(article: 0, range: article.range("Headline"))) == "headline")
        #expect(view.place(Passage(article: 0, range: article.range("First."))) == "¶1")
        #expect(view.place(Passage(article: 0, range: article.range("here."))) == "¶2")
        #expect(view.place(Passage(article: 0, range: 5000..<5001)) == "")
        #expect(view.place(Passage(article: 3, range: 0..<1)) == "")
    }

    @Test func labelsAreShortAndUnique() {
        let one = article("A", outlet: nil).analyzed
        let two = article("B", outlet: "Paper").analyzed
        #expect(StoryView(Collation(articles: [one, two, two])).labels == ["the-file", "Paper (1)", "Paper (2)"])
    }

    @Test(arguments: [
        (["www.harbourherald.example", "Le Littoral"], ["harbourherald", "Le Littoral"]),
        (["herald.example", "herald.test"], ["herald.example", "herald.test"]),
        (["herald.example", "Herald"], ["herald.example", "Herald"]),
        (["bbc.co.uk", "news.sky.com"], ["bbc", "news.sky"]),
        (["herald.example", "herald.example"], ["herald (1)", "herald (2)"]),
        (["163.com", "x.com", "www.com", "St. Ives Post", "v1.0"], ["163.com", "x.com", "www.com", "St. Ives Post", "v1.0"]),
        (["www.example"], ["www.example"]),
    ])
    func addressesAreShortened(_ outlets: [String], _ labels: [String]) {
        #expect(StoryView(Collation(articles: outlets.map { article("A", outlet: $0).analyzed })).labels == labels)
    }

    /// The address in full stands with the article's facts.
    @Test func shortenedAddressesAreSaidInFull() {
        let view = StoryView(Collation(articles: [article("A", outlet: "www.herald.example").analyzed]))
        #expect(view.facts(ofArticle: 0).first == "www.herald.example")
        #expect(StoryView(article("A").analyzed).facts(ofArticle: 0).first == "en")
    }

    @Test func unknownOutletsAreCounted() {
        func facts(_ outlets: [String?]) -> String {
            StoryView(Collation(articles: outlets.map { article("A", outlet: $0).analyzed })).facts.joined(separator: " · ")
        }
        #expect(facts(["Paper", nil, nil]) == "3 articles · 1 outlet · outlets of 2 articles unknown · en")
        #expect(facts(["Paper", "Post", nil]) == "3 articles · 2 outlets · outlet of 1 article unknown · en")
        #expect(facts([nil]) == "1 article · outlet of 1 article unknown · en")
        #expect(facts([]) == "0 articles")
        #expect(facts(["Paper", "paper"]) == "2 articles · 1 outlet · en")
    }

    @Test func theYearComesFromWhereItComesFrom() {
        #expect(
            ReadingWarning.inferredYear(2022, from: .story).words == "the year 2022 comes from the other articles of the story"
        )
        #expect(Set(YearSource.allCases.map(\.words)).count == YearSource.allCases.count)
    }

    @Test func onlyHereNeverSaysOmitted() throws {
        let view = StoryView(try FixtureStory.collation())
        #expect(view.notInOthers(0) == "not in these articles of The Harbour Herald, Le Littoral and NORDWIRE")
        let two = StoryView(Collation(articles: Array(try FixtureStory.collation().articles.prefix(2))))
        #expect(two.notInOthers(1) == "not in this article of Coast Tribune")
        for format in OutputFormat.allCases {
            #expect(!CollationRenderer(format: format).render(try FixtureStory.collation()).lowercased().contains("omit"))
        }
    }

    @Test func speakersJoinByTheEndOfTheirNames() {
        var one = article("Head\n\n“A b c.” “D e f.” “G h i.” “J k l.”")
        one.quote(["A b c."], by: "Peskov")
        one.quote(["D e f."], by: "Dmitry Peskov")
        one.quote(["G h i."], by: "Dmitry")
        one.quote(["J k l."])
        let ledger = QuotationLedger([one.analyzed])
        #expect(ledger.accounts.map(\.speaker) == ["Dmitry Peskov", "Dmitry", nil])
        #expect(ledger.accounts.map(\.entries.count) == [2, 1, 1])
    }

    @Test func timesInWords() {
        #expect(CivilTime(year: 2022, month: 10, day: 18, hour: 7, minute: 40).words == "2022-10-18 07:40")
        #expect(CivilTime(year: 2022, month: 10, day: 18, hour: 7, minute: 40, offset: 0).words == "2022-10-18 07:40 UTC")
        #expect(CivilTime(year: 2022, month: 10).words == "2022-10")
        #expect(CivilTime(month: 10, day: 18).words == "10-18 (year unknown)")
        #expect(CivilTime(hour: 7).words == "time unknown")
    }

    /// The lists of a long comparison are folded, and say so; nothing is folded on request.
    @Test func longListsAreFolded() {
        let first = article("Headline\n\n" + String(repeating: "Word. ", count: 40)).analyzed
        let second = article("Other", outlet: "Other").analyzed
        let solos = (0..<20).map {
            Solo(passage: Passage(article: 0, range: (10 + 6 * $0)..<(15 + 6 * $0)), kind: .fact, speaker: nil)
        }
        let collation = Collation(articles: [first, second], solo: solos)
        #expect(CollationRenderer(format: .terminal).render(collation).contains("… and 12 more; --all shows them"))
        let all = CollationRenderer(format: .terminal, options: RenderOptions(showsAll: true)).render(collation)
        #expect(!all.contains("more; --all"))
        #expect(all.split(separator: "\n").count { $0.hasSuffix("Word.") } == 20)
    }
}
