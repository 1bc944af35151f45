import Testing
import TextCore

@testable import Reading

@Suite struct TopMatterTests {
    static let body =
        "The council voted on Monday to close the old bridge until spring. It said why.\n\nThe mayor said it was right. He left."

    private func read(_ top: String) -> Article {
        PlainTextReader().read(UTF8Text(top + Self.body), origin: Origin(path: "news/story.txt"))
    }

    @Test(arguments: [
        ("By Nell Ashgrove, maritime correspondent", ["Nell Ashgrove"]), ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("BY JANE DOE", ["JANE DOE"]), ("Par Hélène Castaing", ["Hélène Castaing"]), ("Von Max Muster, Berlin", ["Max Muster"]),
        ("Por Ana García y Luis Pérez", ["Ana García", "Luis Pérez"]), ("Текст: Иван Иванов", ["Иван Иванов"]),
        ("Di Mario Rossi", ["Mario Rossi"]), ("Por João da Silva", ["João da Silva"]), ("Автор: Олена Коваль", ["Олена Коваль"]),
        ("By Jean-Luc de la Tour | October 18, 2021", ["Jean-Luc de la Tour"]), ("By J. K. O’Brien in London", ["J. K. O’Brien"]),
    ])
    func bylines(_ line: String, _ authors: [String]) {
        let article = read("Council closes old bridge\n\n\(line)\n\n")
        #expect(article.blocks.map(\.kind) == [.headline, .byline, .paragraph, .paragraph])
        #expect(article.authors == authors)
    }

    @Test(
        arguments: [
            "The first ferry left on Monday, May 5, 2025, at noon.",
            "5 мая 2025 года во время бури затонул паром.",
        ]
    )
    func aSentenceWithATimeIsText(_ line: String) {
        #expect(
            read("Council closes old bridge\n\n\(line)\n\n").blocks.map(\.kind) == [
                .headline, .paragraph, .paragraph, .paragraph,
            ]
        )
    }

    @Test func aNameBesideTheTime() {
        let article = read("Council closes old bridge\n\nJane Doe\nOctober 18, 2021\n\n")
        #expect(article.blocks.map(\.kind) == [.headline, .byline, .time, .paragraph, .paragraph])
        #expect(article.authors == ["Jane Doe"])
    }

    @Test func namesAboveTheDateline() {
        let article = read("Council closes old bridge\n\nJane Doe and John Roe\nCOAST TRIBUNE\n\nKESSENHAVN — ")
        #expect(article.blocks.map(\.kind) == [.headline, .byline, .byline, .dateline, .paragraph, .paragraph])
        #expect(article.authors == ["Jane Doe", "John Roe"])
    }

    @Test func aSectionAboveTheHeadline() {
        let article = read("World\nCouncil closes old bridge until spring\n\n")
        #expect(article.blocks.map(\.kind) == [.navigation, .headline, .paragraph, .paragraph])
    }

    @Test func aLineThatOpensWhatFollows() {
        let article = read("Council closes old bridge\n\nHere is what engineers have found out about the bridge so far:\n\n")
        #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .paragraph, .paragraph])
    }

    @Test func standfirsts() {
        let open = read("Council closes old bridge\n\nEngineers found cracks below the waterline, and a mayor is worried\n\n")
        #expect(open.blocks.map(\.kind) == [.headline, .standfirst, .paragraph, .paragraph])
        let closed = read(
            "Council closes old bridge\n\nEngineers found cracks. The mayor is worried.\n\nBy Jane Doe\n18 October 2021\n\n"
        )
        #expect(closed.blocks.map(\.kind) == [.headline, .standfirst, .byline, .time, .paragraph, .paragraph])
    }

    @Test func aTextThatStartsWithItsBodyHasNoHeadline() {
        let article = PlainTextReader().read(UTF8Text(Self.body), origin: Origin(path: "a.txt"))
        #expect(article.headline == nil)
        #expect(article.blocks.map(\.kind) == [.paragraph, .paragraph])
        #expect(article.warnings == [.noHeadline, .noPublicationTime])
    }

    @Test func crlfLinesKeepTheirOffsets() {
        let text = UTF8Text("Council closes bridge\r\n\r\n18 October 2021\r\n\r\nThe council voted. It said why.\r\n")
        let article = PlainTextReader().read(text, origin: Origin(path: "a.txt"))
        #expect(article.text == text)
        #expect(
            article.blocks.map { article.text[$0.range] } == [
                "Council closes bridge", "18 October 2021", "The council voted. It said why.",
            ]
        )
    }

    @Test func otherLineEndsAndNoBreakSpaces() {
        let text = UTF8Text(
            "\u{A0}Council closes bridge\u{A0}\r\r18\u{A0}October\u{202F}2021\u{2028}The council voted. It said why.\u{2029}He left."
        )
        let article = PlainTextReader().read(text, origin: Origin(path: "a.txt"))
        #expect(article.blocks.map(\.kind) == [.headline, .time, .paragraph, .paragraph])
        #expect(article.published?.iso8601 == "2021-10-18")
    }

    @Test func wrappedParagraphsAreOneBlock() {
        let text = """
            Council closes old bridge

            The council of the port city voted on Monday evening to close the
            old bridge until spring, after engineers had found cracks in two of
            the piers below the waterline and warned that ice could widen them.

            The mayor, who has no seat on the council, said that the decision
            had come too late and that the hospital on the far bank had been
            asking for a second crossing for years.
            """
        let article = PlainTextReader().read(UTF8Text(text), origin: Origin(path: "a.txt"))
        #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .paragraph])
    }

    @Test(arguments: [
        ("© 2021 Example Agency", "2021-10-18", YearSource.copyright),
        ("The last inspection was on October 12, 2021, the board said. It was passed.", "2021-10-18", .text),
        ("It was built on June 5, 1967, by the harbour board. It lasted.", "XXXX-10-18", nil),
        ("The next inspection is due on January 4, 2022, or later. It is late.", "XXXX-10-18", nil),
    ])
    func theYearOfADateline(_ line: String, _ published: String, _ source: YearSource?) {
        let text = UTF8Text("Council closes old bridge\n\nPARIS, October 18. /TASS/. \(Self.body)\n\n\(line)")
        let article = PlainTextReader().read(text, origin: Origin(path: "a.txt"))
        #expect(article.published?.iso8601 == published)
        let inferred = article.warnings.filter { if case .inferredYear = $0 { true } else { false } }
        #expect(inferred == source.map { [.inferredYear(2021, from: $0)] } ?? [])
    }

    @Test func theYearFromTheOtherArticlesOfAStory() {
        let dated = read("Council closes old bridge\n\n2 January 2022\n\n")
        var undated = dated
        undated.published = CivilTime(month: 12, day: 30)
        let completed = Article.completingYears([dated, undated])
        #expect(completed.map { $0.published?.iso8601 } == ["2022-01-02", "2021-12-30"])
        #expect(completed[1].warnings.contains(.inferredYear(2021, from: .story)))
        undated.published = CivilTime(month: 7, day: 1)
        #expect(Article.completingYears([dated, undated])[1].published?.year == nil)
    }

    @Test(arguments: [
        ("16 October", "2021-10-18", "2021-10-16"), ("30 December", "2022-01-02", "2021-12-30"),
        ("2 January", "2021-12-30", "2022-01-02"), ("16 October 2019", "2021-10-18", "2019-10-16"),
        ("", "2021-10-18", "2021-10-18"),
    ])
    func theYearOfAPublicationTimeThatIsGiven(_ line: String, _ given: String, _ published: String) throws {
        var article = read("Council closes old bridge\n\n\(line)\n\n")
        let parts = given.split(separator: "-").compactMap { Int($0) }
        article.complete(publishedAbout: CivilTime(year: parts[0], month: parts[1], day: parts[2]))
        #expect(article.published?.iso8601 == published)
        let isInferred = line.hasSuffix("ber") || line.hasSuffix("ary")
        #expect(article.warnings.contains { if case .inferredYear(_, from: .given) = $0 { true } else { false } } == isInferred)
    }

    @Test func outletsByTheirEvidence() {
        #expect(OutletTable.standard.name(ofHost: "www.bbc.co.uk") == "BBC")
        #expect(OutletTable.standard.name(ofHost: "g1.globo.com") == "G1")
        #expect(OutletTable.standard.name(ofHost: "news.example.com.au") == "example.com.au")
        #expect(OutletTable.standard.name(ofHost: "localhost") == nil)
        #expect(OutletTable.host(of: "https://user:x@www.rt.com:443/news/1?x#y") == "www.rt.com")
        #expect(read("Council closes bridge\n\nAlso on rt.com Five bridges\n\n").outlet == Outlet(name: "RT", evidence: .promo))
        #expect(read("Council closes bridge\n\nBERLIN (dpa) - ").outlet == Outlet(name: "dpa", evidence: .agencyTag))
        let named = PlainTextReader().read(UTF8Text(Self.body), origin: Origin(path: "x/2021-10-18_tass.com_1.txt"))
        #expect(named.outlet == Outlet(name: "TASS", evidence: .fileName))
        #expect(read("Council closes bridge\n\n").outlet == nil)
    }

    @Test(arguments: [
        ("https://www.coasttribune.example/a/1\n\nCouncil closes old bridge\n\n", "", "coasttribune.example"),
        ("Council closes old bridge\n\n", "\n\nwww.coasttribune.example/a/1", "coasttribune.example"),
        ("Council closes old bridge\n\n", "\n\nhttps://t.me/coasttribune", nil),
        ("Council closes old bridge\n\n", "\n\nhttps://a.example/1\nhttps://b.example/2", nil),
    ])
    func theAddressOfTheArticle(_ top: String, _ end: String, _ outlet: String?) {
        let text = UTF8Text(top + Self.body + end)
        let article = PlainTextReader().read(text, origin: Origin(path: "a.txt"))
        #expect(article.outlet?.name == outlet)
        #expect((article.url == nil) == (outlet == nil))
        #expect(article.headline.map { article.text[$0.range] } == "Council closes old bridge")
    }

    @Test(arguments: [
        "Updated 3 hours ago", "vor 3 Stunden", "il y a 3 heures", "hace 2 días", "3 часа назад", "Yesterday, 18:20",
    ])
    func aTimeFromNowIsNoDate(_ line: String) {
        let article = read("Council closes old bridge\n\n\(line)\n\n")
        #expect(article.blocks.map(\.kind) == [.headline, .time, .paragraph, .paragraph], "\(line)")
        #expect(article.published?.month == nil)
    }
}
