import HTMLTree
import Testing

@testable import Reading

/// What of a page's headings and titles is the headline.
@Suite struct HeadlineTests {
    private func read(title: String = "", head: String = "", _ body: String) -> PageMetadata {
        let html = "<!DOCTYPE html><html><head><title>\(title)</title>\(head)</head><body>\(body)</body></html>"
        return PageMetadata.read(HTMLParser.parse(Array(html.utf8)))
    }

    // MARK: The line above the headline

    /// Headings with a line above the headline, and what is left of them.
    static let kickers: [(heading: String, headline: String)] = [
        ("<h1><span class=overline>Harbour</span>Council closes old bridge</h1>", "Council closes old bridge"),
        (
            "<h1><span class='title__overline'>Harbour</span><span class=hidden> - </span><span>Council closes old bridge</span></h1>",
            "Council closes old bridge"
        ),
        ("<h1><div><time>Jun 17</time> Council closes old bridge</div></h1>", "Council closes old bridge"),
        ("<h1><b class=kicker>Harbour</b> - <b>«We close it»</b></h1>", "«We close it»"),
        ("<h1><b class=kicker>Harbour</b> » <b>We close it</b></h1>", "We close it"),
        // A colon makes one headline of the two.
        ("<h1><span class=kicker>Harbour:</span> Council closes bridge</h1>", "Harbour: Council closes bridge"),
        ("<h1><span class=kicker>Harbour</span>: Council closes bridge</h1>", "Harbour: Council closes bridge"),
        // What is not called so belongs to the headline, and so does what stands at its end.
        ("<h1><em>Harbour</em> Council closes old bridge</h1>", "Harbour Council closes old bridge"),
        ("<h1>Council closes old bridge <span class=kicker>Harbour</span></h1>", "Council closes old bridge Harbour"),
        // A headline that is called both is one.
        ("<h1><span class='headline label'>Harbour Council</span> closes bridge</h1>", "Harbour Council closes bridge"),
        ("<h1>New: <span class=label>Harbour</span> council closes bridge</h1>", "New: Harbour council closes bridge"),
        // One word is no headline.
        ("<h1><span class=kicker>Harbour</span> Bridge</h1>", "Harbour Bridge"),
    ]

    @Test(arguments: kickers)
    func lineAboveTheHeadlineIsCutOff(_ heading: String, _ headline: String) {
        let metadata = read("<article>\(heading)<p>Text.</article>")
        #expect(metadata.headline.value == headline)
        #expect(metadata.headline.chosen?.source == .visible)
    }

    @Test func titlesThatKeepTheLineAboveBearTheHeadingOutAllTheSame() {
        let metadata = read(
            title: "Harbour: Council closes old bridge",
            head: "<meta property=og:title content='Harbour: Council closes old bridge'>",
            """
            <nav class=breadcrumb><h1>Harbour: Council closes old bridge</h1></nav>
            <article><h2 class=headline><span class=kicker>Harbour</span> <span>Council closes old bridge</span></h2></article>
            """
        )
        #expect(metadata.headline.value == "Council closes old bridge")
        #expect(metadata.headline.chosen?.label == "h2.headline")
        #expect(metadata.headline.conflicts.map(\.label).contains("meta[property=og:title]"))
    }

    @Test func aKickerThatJSONLDAndOpenGraphCountToTheHeadlineIsPartOfIt() {
        func headline(linked: String, openGraph: String, shown: String = "Council closes old bridge") -> String? {
            let head = """
                <meta property=og:title content="\(openGraph)">
                <script type=application/ld+json>{"@type":"NewsArticle","headline":"\(linked)"}</script>
                """
            return read(head: head, "<article><p class=kicker>Harbour</p><h1>\(shown)</h1><p>Text.</article>").headline.value
        }
        let whole = "Storm over the harbour: Council closes old bridge"
        let shown = "Council closes old bridge"
        #expect(headline(linked: whole, openGraph: whole) == whole)
        #expect(headline(linked: whole, openGraph: shown) == shown, "one place alone is not enough")
        #expect(headline(linked: shown, openGraph: whole) == shown)
        #expect(headline(linked: "Harbour: " + shown, openGraph: "Harbour: " + shown) == shown, "a section's name")
        let named = shown + " | Harbour News"
        #expect(headline(linked: named, openGraph: named) == shown, "not a name behind it")
        let long = "One two three four five six seven eight nine: "
        #expect(headline(linked: long + shown, openGraph: long + shown) == shown)
    }

    @Test func aLabelIsCutOffWhereOneTitleDoesWithoutItAndOthersDoNot() {
        let head = """
            <meta property=og:title content="Opinion | Leave the old bridge alone">
            <script type=application/ld+json>{"@type":"NewsArticle","headline":"Leave the old bridge alone"}</script>
            """
        let labelled = read(head: head, "<h1><span>Opinion</span> <span>Leave the old bridge alone</span></h1>")
        #expect(labelled.headline.value == "Leave the old bridge alone")
        // Without an element of its own it is part of what the reader sees as the headline.
        let plain = read(head: head, "<h1>Opinion: Leave the old bridge alone</h1>")
        #expect(plain.headline.value == "Opinion: Leave the old bridge alone")
    }

    @Test func theEndOfAHeadlineThatATitleSaysInFullStays() {
        let head = """
            <meta property=og:title content="Council closes bridge for good">
            <meta name=twitter:title content="Council closes bridge">
            """
        let metadata = read(head: head, "<h1><b>Council</b> closes bridge <i>for good</i></h1>")
        #expect(metadata.headline.value == "Council closes bridge for good")
    }

    @Test(arguments: ["", "<title>The Tide Herald</title>"]) func aLogoOfTheFirstRankIsNoHeadline(_ title: String) {
        let head = title + "<meta property=og:site_name content='The Tide Herald'>"
        let text = "<p>The council closed the old bridge on Monday after divers found cracks in it.</p>"
        let logo = "<header><h1 class=logo><a href='/'>The Tide Herald</a></h1></header>"
        let shown = read(head: head, logo + "<article><h2 class=title>Council closes old bridge</h2>" + text + "</article>")
        #expect(shown.headline.value == "Council closes old bridge")
        let beside = read(head: head, logo + "<aside><h2>Ferries sail all night</h2></aside><article>" + text + "</article>")
        #expect(beside.headline.value != "Ferries sail all night")
    }

    // MARK: Signs that are not read

    @Test func readingAidsAreNotPartOfTheHeadline() {
        let metadata = read("<h1><ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>を<ruby><rb>閉</rb><rt>と</rt></ruby>じる</h1>")
        #expect(metadata.headline.value == "橋を閉じる")
    }

    @Test func softHyphensMakeNoOtherWords() {
        let metadata = read(
            title: "Harbour notices | Bridge closure begins",
            head: "<meta property=og:title content='Bridge closure begins'>",
            "<h1>Harbour notices</h1><h1>Bridge clo&shy;sure be&shy;gins</h1>"
        )
        #expect(metadata.headline.value == "Bridge clo\u{AD}sure be\u{AD}gins")
        #expect(metadata.headline.agreeing.map(\.label) == ["meta[property=og:title]"])
        #expect(WordKey("clo\u{AD}sure") == WordKey("closure") && WordKey("clo-sure") != WordKey("closure"))
    }

    // MARK: Headings and titles that are not the article's

    @Test func aHeadingThatLeadsHomeNamesTheSite() {
        let metadata = read(
            title: "Four Harbours » Blog Archive » Council closes old bridge",
            "<h1><a href='https://archive.example/web/2016/http://fourharbours.example/'>Four Harbours</a></h1><p>Text."
        )
        #expect(metadata.headline.value == "Council closes old bridge")
        #expect(metadata.headline.chosen?.source == .title)
    }

    @Test func aHeadingThatLeadsHomeIsTheHeadlineWhereThePageIsCalledSo() {
        let metadata = read(
            head: "<meta property=og:title content='Council closes old bridge'>",
            "<h1><a href='/'>Council closes old bridge</a></h1><p>Text."
        )
        #expect(metadata.headline.value == "Council closes old bridge")
    }

    @Test func onlyATrailIsCutToItsEnd() {
        let home = "<h1><a href='/'>Four Harbours</a></h1><p>Text."
        #expect(
            read(title: "Four Harbours » Bridges closed – again", home).headline.value == "Bridges closed – again"
        )
        #expect(
            read(title: "Four Harbours » Council closes bridge – what next", home).headline.value
                == "Council closes bridge – what next"
        )
    }

    @Test func questionsThatAnArticleAnswersDoNotBearHeadingsOut() {
        let metadata = read(
            title: "Ferry loans: all about the costs",
            head: """
                <script type=application/ld+json>{"@type":"FAQPage","mainEntity":[
                {"@type":"Question","name":"What does a ferry cost?"},{"@type":"Question","name":"Who pays for it?"}]}</script>
                """,
            "<h1>What does a loan for a ferry cost?</h1><div class=title>What does a ferry cost?</div>"
        )
        #expect(metadata.headline.value == "What does a loan for a ferry cost?")
        // A page that is about one question is called so.
        let single = read(
            head: #"<script type=application/ld+json>{"@type":"Question","name":"What does a ferry cost?"}</script>"#,
            "<p>Text."
        )
        #expect(single.headline.value == "What does a ferry cost?")
    }

    @Test func theOnlyHeadingComesBeforeTitlesThatSayNothingOfIt() {
        let titles = "<meta name=title content='Harbour rates'>"
        #expect(read(title: "Harbour rates", head: titles, "<h1>Paying for a berth</h1>").headline.value == "Paying for a berth")
        // Unless it is the name of a host, or beside the article.
        #expect(read(title: "Harbour rates", head: titles, "<h1>four-harbours.example</h1>").headline.value == "Harbour rates")
        #expect(
            read(title: "Harbour rates", head: titles, "<nav><h1>Paying for a berth</h1></nav>").headline.value == "Harbour rates"
        )
    }

    @Test func theOnlyHeadingAboveTheTextComesBeforeThoseOfWhatFollows() {
        let text = "<p>\(String(repeating: "The trams of the town were built for mild summers and slow winters. ", count: 4))</p>"
        let metadata = read(
            title: "Heat chaos: old trains and brittle tarmac as great risks",
            "<main><h1>How trams and motorways get ready</h1>\(text)\(text)</main><section><h1>More from the coast</h1></section>"
        )
        #expect(metadata.headline.value == "How trams and motorways get ready")
        // Two above the text: none of them is the only one.
        let two = read(title: "Heat chaos", "<h1>A town in the sun</h1><h1>How trams and motorways get ready</h1>\(text)")
        #expect(two.headline.value == "Heat chaos")
    }

    @Test func aSectionOfOneWordDoesNotComeBeforeAHeadlineThatATitleSays() {
        let metadata = read(
            title: "News",
            head: "<meta property=og:title content='Council closes old bridge'>",
            "<h1 class=title>News</h1><article><h1 class=title>Council closes old bridge</h1></article>"
        )
        #expect(metadata.headline.value == "Council closes old bridge")
    }

    @Test(arguments: ["-정치ㅣ한들일보", "-정치｜한들일보", " - Politics"])
    func sectionAndSiteBehindAHeadlineThatAnotherTitleSaysAreLeftOut(_ tail: String) {
        let headline = "Council sells the old mill"
        let page = read(
            title: headline + tail,
            head: """
                <meta property="og:title" content="\(headline)\(tail)"><meta name="headline" content="\(headline)">
                <meta property="og:site_name" content="한들일보">
                """,
            "<p>Text."
        )
        #expect(page.headline.value == headline)
    }
}
