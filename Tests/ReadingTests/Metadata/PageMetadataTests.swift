import HTMLTree
import TestSupport
import Testing
import TextCore

@testable import Reading

@Suite struct PageMetadataTests {
    private func read(_ html: String, url: String? = nil) -> PageMetadata {
        PageMetadata.read(HTMLParser.parse(Array(html.utf8)), url: url)
    }

    private func page(head: String = "", body: String) -> String {
        "<!DOCTYPE html><html lang=en-GB><head>\(head)</head><body>\(body)</body></html>"
    }

    // MARK: Headline

    @Test func headlineThatTheReaderSees() {
        let metadata = read(
            page(
                head: """
                    <title>Council closes old bridge | The Harbour Post</title>
                    <meta property=og:title content="Council closes old bridge - The Harbour Post">
                    <meta property=og:site_name content="The Harbour Post">
                    """,
                body: """
                    <header><h1><a href="/">The Harbour Post</a></h1></header>
                    <article><h1 id=h><span class=kicker>Traffic</span> Council closes old bridge</h1><p>Text.</article>
                    """
            )
        )
        #expect(metadata.headline.value == "Council closes old bridge")
        #expect(metadata.headline.chosen?.source == .visible)
        #expect(metadata.headline.agreeing.map(\.label) == ["meta[property=og:title]", "title"])
        #expect(metadata.nodes.headline == metadata.headline.chosen?.node)
        #expect(metadata.nodes.kicker != nil && metadata.nodes.kicker != metadata.nodes.headline)
        #expect(metadata.outlet.value == "The Harbour Post")
    }

    @Test func headlineWithoutHeading() {
        let metadata = read(
            page(head: "<title>Council closes old bridge &mdash; harbourpost</title>", body: "<p>Text."),
            url: "https://www.harbourpost.example/a/b"
        )
        #expect(metadata.headline.value == "Council closes old bridge")
        #expect(metadata.headline.chosen?.source == .title)
    }

    @Test func breadcrumbsAreNoHeadline() {
        let metadata = read(
            page(
                head: """
                    <title>Bridge closed: what drivers need to know</title>
                    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Council closes old bridge"}</script>
                    """,
                body: """
                    <nav class=breadcrumb><h1>Bridge closed: what drivers need to know</h1></nav>
                    <article><h2 class=article-headline>Council closes old bridge</h2><p>Text.</article>
                    """
            )
        )
        #expect(metadata.headline.value == "Council closes old bridge")
        #expect(metadata.headline.conflicts.contains { $0.value == "Bridge closed: what drivers need to know" })
    }

    @Test func headlineEscapedTwice() {
        let metadata = read(
            page(head: #"<meta property=og:title content="Fish &amp;amp; chips: who&amp;#39;s paying">"#, body: "<p>Text.")
        )
        #expect(metadata.headline.value == "Fish & chips: who's paying")
    }

    static let titles: [(title: String, parts: [String])] = [
        ("A - B", ["A", "B"]), ("A|B", ["A", "B"]), ("Well-known – B", ["Well-known", "B"]), ("A :: B » C", ["A", "B", "C"]),
        ("|", []), ("", []),
    ]

    @Test(arguments: titles)
    func partsOfTitles(_ title: String, _ parts: [String]) {
        #expect(MetadataReader.parts(title).map(\.text).filter { $0 != "|" } == parts)
    }

    // MARK: JSON-LD

    @Test func graphWithReferences() {
        let json = """
            {"@context":"https://schema.org","@graph":[
             {"@type":"WebSite","name":"The Harbour Post"},
             {"@type":"Person","@id":"#jane","name":"Jane Doe"},
             {"@type":["NewsArticle","ReportageNewsArticle"],"headline":"Council closes old bridge","author":[{"@id":"#jane"},{"@type":"Organization","name":"Harbour Wire"}],
              "datePublished":"2026-05-18T06:30:00+02:00","dateModified":"2026-05-18T09:00:00+02:00","articleSection":"Local","inLanguage":"en",
              "isAccessibleForFree":"False","articleBody":"First paragraph.","publisher":{"@type":"Organization","name":"The Harbour Post"},
              "image":{"@type":"ImageObject","url":"https://post.example/b.jpg","caption":"The bridge"}}]}
            """
        let html = page(head: "<script type=application/ld+json>\(json)</script>", body: "<h1>Council closes old bridge</h1>")
        let metadata = read(html)
        #expect(metadata.types == ["NewsArticle", "ReportageNewsArticle"])
        #expect(metadata.authors.value == ["Jane Doe"])
        #expect(metadata.organizations.value == ["Harbour Wire"])
        #expect(metadata.published.value?.iso8601 == "2026-05-18T06:30:00+02:00")
        #expect(metadata.modified.value?.iso8601 == "2026-05-18T09:00:00+02:00")
        #expect(metadata.section.value == "Local")
        #expect(metadata.language.value == "en-GB")
        #expect(metadata.articleBody == "First paragraph.")
        #expect(metadata.access.kind == .paywalled)
        #expect(metadata.images.first?.caption == "The bridge")
        #expect(metadata.outlet.value == "The Harbour Post")
        #expect(!metadata.hasRepairedJSON)
        let place = metadata.published.chosen?.place
        #expect(place.map { String(decoding: Array(html.utf8)[$0], as: UTF8.self) } == "2026-05-18T06:30:00+02:00")
    }

    @Test func objectsOfListsAreNotTheArticle() {
        let metadata = read(
            page(
                head: """
                    <script type=application/ld+json>{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other news","author":"John Roe","datePublished":"2020-01-01"}]}</script>
                    <script type=application/ld+json>{"@type":"NewsArticle","headline":"Council closes old bridge","author":"Jane Doe","datePublished":"2026-05-18"</script>
                    """,
                body: "<h1>Council closes old bridge</h1>"
            )
        )
        #expect(metadata.authors.value == ["Jane Doe"])
        #expect(metadata.published.value == CivilTime(year: 2026, month: 5, day: 18))
        #expect(metadata.hasRepairedJSON)
        #expect(metadata.authors.conflicts.isEmpty)
    }

    // MARK: Authors

    @Test func writersOfCommentsAreNoAuthors() {
        let metadata = read(
            """
            <h1>Council closes old bridge</h1><p>The bridge was shut on Monday.</p>
            <p><span class="comment-author-link">Mary Major</span></p><li class="comment byuser">A fine text</li>
            """
        )
        #expect(metadata.authors.value == nil)
    }

    @Test func visibleBylineApartFromReviewers() {
        let metadata = read(
            page(
                body: """
                    <article><h1>Council closes old bridge</h1>
                    <div class=byline>By <a href="/author/jane-doe">Jane Doe</a> and <a href="/author/john-roe">John Roe</a></div>
                    <div>Reviewed by <a href="/author/mary-major">Mary Major</a></div><p>Text.</article>
                    <aside class=related><a rel=author href="/author/other">Other Person</a></aside>
                    """
            )
        )
        #expect(metadata.authors.value == ["Jane Doe", "John Roe"])
        // The two links, and not those of others.
        #expect(metadata.nodes.bylines.count == 2)
    }

    @Test func theReaderSeesMoreAuthorsThanTheMetadataNames() {
        let metadata = read(
            page(
                head: #"<meta name=author content="Jane Doe">"#,
                body:
                    #"<h1>Council closes old bridge</h1><p><a rel=author href=/a>Jane Doe</a>, <a rel=author href=/b>John Roe</a></p>"#
            )
        )
        #expect(metadata.authors.value == ["Jane Doe", "John Roe"])
        #expect(metadata.authors.conflicts.contains { $0.source == .meta && $0.value == ["Jane Doe"] })
    }

    @Test func bylineThatNoElementIsCalled() {
        let metadata = read(page(body: "<h1>Council closes old bridge</h1><small>18 May 2026</small> by Jane Doe<p>Text."))
        #expect(metadata.authors.value == ["Jane Doe"])
    }

    @Test func agenciesAndBylineNames() {
        let metadata = read(
            page(
                head:
                    #"<script type=application/ld+json>{"@type":"NewsArticle","headline":"Council closes old bridge","author":[{"name":"Jane Doe"},{"name":"dpa"}]}</script>"#,
                body: "<h1>Council closes old bridge</h1>"
            )
        )
        #expect(metadata.authors.value == ["Jane Doe"])
        #expect(metadata.agencies == ["dpa"])
        #expect(metadata.bylineNames == ["Jane Doe", "dpa"])
    }

    // MARK: Times

    private func published(_ body: String, head: String = "", language: String = "en", url: String? = nil) -> String? {
        read("<html lang=\(language)><head>\(head)</head><body>\(body)</body></html>", url: url).published.value?.iso8601
    }

    @Test func timesByTrust() {
        let meta =
            #"<meta property="article:published_time" content="2026-05-18T06:30:00Z"><meta property="article:modified_time" content="2026-05-20T06:30:00Z">"#
        #expect(published("<h1>A bridge is closed</h1><time datetime=2026-05-20>", head: meta) == "2026-05-18T06:30:00Z")
        #expect(
            published(
                "<h1>A bridge is closed</h1><div class=related><time datetime=2020-01-01></time></div><time datetime=2026-05-18></time>"
            ) == "2026-05-18"
        )
        #expect(published("<h1>A bridge is closed</h1>", url: "https://post.example/2026/05/18/bridge") == "2026-05-18")
        #expect(
            published("<h1>A bridge is closed</h1><p>Text.", head: #"<meta property=article:modified_time content=2026-05-20>"#)
                == "2026-05-20"
        )
        #expect(
            published("<h1>A bridge is closed</h1><div>Posted on May 18, 2026</div><p>It was built in 1950 and 1951.")
                == "2026-05-18"
        )
        #expect(published("<h1>A bridge is closed</h1><p>It was built in 1950.") == nil)
    }

    @Test func daysBeforeMonthsByLanguage() {
        let body = "<h1>A bridge is closed</h1><span class=date>05/04/2026</span>"
        #expect(published(body, language: "en-US") == "2026-05-04")
        #expect(published(body, language: "en-GB") == "2026-04-05")
        #expect(published("<h1>Die alte Brücke</h1><span class=datum>05.04.2026</span>", language: "de") == "2026-04-05")
    }

    @Test func yearsOfTwoDigitsWhereNothingElseStands() {
        #expect(published("<h1>Die alte Brücke</h1><span>18.05.26</span>", language: "de") == "2026-05-18")
        #expect(published("<h1>Die alte Brücke</h1><p>Fassung 18.05.26 des Plans", language: "de") == nil)
    }

    @Test func categoriesCalledCommentsAreNone() {
        let post = "<h1>A bridge is closed</h1><div class=date>18 May 2026</div>"
        #expect(published("<div class='post category-comments'>\(post)</div>") == "2026-05-18")
        #expect(published("<h1>A bridge is closed</h1><div class=comments><div class=date>18 May 2026</div></div>") == nil)
    }

    @Test func localTimeThatThePageShows() {
        let head = #"<meta property=article:published_time content="2026-05-18T22:04:10Z">"#
        let found = published("<h1>A bridge is closed</h1><span class=date>19.05.2026, 00:04</span>", head: head, language: "de")
        #expect(found == "2026-05-19T00:04:10+02:00")
    }

    @Test func theSameMomentWithItsZone() {
        let head = """
            <script type=application/ld+json>{"@type":"NewsArticle","headline":"A bridge is closed","datePublished":"2026-05-18T22:04:10Z"}</script>
            <meta property=article:published_time content="2026-05-19T00:04:10+02:00">
            """
        #expect(published("<h1>A bridge is closed</h1>", head: head) == "2026-05-19T00:04:10+02:00")
    }

    @Test(arguments: [
        #"{"props":{"publishedAt":"2026-05-18T06:30:00Z"}}"#, #"x = {published_at: '2026-05-18T06:30:00Z'}"#,
        #"self.push("{\"datePublished\":\"2026-05-18T06:30:00Z\"}")"#,
    ])
    func timesInTheDataOfScripts(_ script: String) {
        #expect(published("<h1>A bridge is closed</h1><script>\(script)</script>") == "2026-05-18T06:30:00Z")
        #expect(
            published("<h1>A bridge is closed</h1><time datetime=2026-05-19></time><script>\(script)</script>") == "2026-05-19"
        )
    }

    @Test func twoKindsOfPlacesAgainstOne() {
        let head = """
            <script type=application/ld+json>{"@type":"NewsArticle","headline":"A bridge is closed","datePublished":"2026-05-10"}</script>
            <meta property=article:published_time content="2026-05-18">
            """
        #expect(published("<h1>A bridge is closed</h1><time datetime=2026-05-18></time>", head: head) == "2026-05-18")
        #expect(published("<h1>A bridge is closed</h1>", head: head) == "2026-05-10")
    }

    @Test func impossibleTimesAreNone() {
        #expect(
            published("<h1>A bridge is closed</h1>", head: #"<meta property=article:published_time content="2026-13-45">"#) == nil
        )
        #expect(
            published(
                "<h1>A bridge is closed</h1>",
                head: #"<meta property=article:published_time content="0000-00-00T00:00:00Z">"#
            ) == nil
        )
    }

    // MARK: Others

    @Test func standfirstImagesAndAddress() {
        let metadata = read(
            page(
                head: """
                    <link rel=canonical href="https://post.example/bridge">
                    <meta name=description content="Drivers must take the tunnel.">
                    """,
                body: """
                    <article><h1>Council closes old bridge</h1><p class="article-standfirst">Drivers must take the tunnel until autumn.</p>
                    <figure><img src="/b.jpg"><figcaption>The bridge at dawn <span class=credit>Photo: Max Muster</span></figcaption></figure></article>
                    """
            ),
            url: "https://post.example/bridge?from=feed"
        )
        #expect(metadata.standfirst.value == "Drivers must take the tunnel until autumn.")
        #expect(metadata.nodes.standfirst != nil)
        #expect(metadata.description.value == "Drivers must take the tunnel.")
        #expect(metadata.canonicalURL.value == "https://post.example/bridge")
        #expect(metadata.canonicalURL.conflicts.isEmpty)
        let image = metadata.images.first
        #expect(image?.url == "/b.jpg" && image?.caption == "The bridge at dawn" && image?.credit == "Photo: Max Muster")
        #expect(metadata.access == PageMetadata.Access(kind: .free, evidence: []))
    }

    static let standfirsts = [
        #"<div class="article-header__lead">DEK</div>"#, #"<p class="story-headline__subtitle">DEK</p>"#,
        #"<p class="css-1ftbx6i">DEK</p>"#, "<h2>DEK</h2>", "<p><strong>DEK</strong></p>",
        #"<p itemprop="alternativeHeadline">DEK</p>"#,
        #"<div data-name="standfirst"><div class="dcr-1f"><p>DEK</p></div></div>"#,
    ]

    /// A standfirst that is called one beside other things, or that says below the headline what the description says.
    @Test(arguments: standfirsts)
    func standfirstsWithoutAPlainName(_ element: String) {
        let dek = "Drivers must take the tunnel until the autumn of next year."
        let body = """
            <article><h1>Council closes old bridge</h1>\(element.replacing("DEK", with: dek))<div class="text"><p>The council closed the \
            bridge on Monday, after engineers had found cracks in two of its pillars.</p><p>It will cost millions.</p></div></article>
            """
        let metadata = read(page(head: "<meta name=description content=\"\(dek)\">", body: body))
        #expect(metadata.standfirst.value == dek)
    }

    /// The first paragraph is what many pages call their description; and what leads an article may be its picture.
    @Test(arguments: [
        "<div class=text><p>DEK</p><p>The mayor said so on Monday.</p></div>",
        #"<div class="article-lead"><figure><img src="/b.jpg"><figcaption>Drivers wait in front of it.</figcaption></figure></div><p>DEK</p><p>So.</p>"#,
    ])
    func noStandfirsts(_ element: String) {
        let dek = "Drivers must take the tunnel until the autumn of next year."
        let body = "<article><h1>Council closes old bridge</h1>\(element.replacing("DEK", with: dek))</article>"
        let metadata = read(page(head: "<meta name=description content=\"\(dek)\">", body: body))
        #expect(metadata.standfirst.value == nil)
    }

    static let credits: [(caption: String, words: String?, credit: String?)] = [
        ("The bridge at dawn. (Jane Doe/Gazette via AP)", "The bridge at dawn.", "(Jane Doe/Gazette via AP)"),
        (
            "The bridge at dawn. Photograph: Jane Doe/AFP/Getty Images", "The bridge at dawn.",
            "Photograph: Jane Doe/AFP/Getty Images"
        ),
        ("The bridge at dawn. REUTERS/Jane Doe", "The bridge at dawn.", "REUTERS/Jane Doe"),
        ("The bridge at dawn © Jane Doe / AFP", "The bridge at dawn", "© Jane Doe / AFP"),
        ("Die Brücke. Bild: picture alliance/dpa", "Die Brücke.", "Bild: picture alliance/dpa"),
        ("The bridge at dawn <cite>Jane Doe</cite>", "The bridge at dawn", "Jane Doe"),
        ("<p>Die Brücke</p><span>Foto: Max Muster / dpa</span>", "Die Brücke", "Foto: Max Muster / dpa"),
        ("El puente <span class=firma>EFE/Zita</span>", "El puente", "EFE/Zita"),
        ("The bridge at dawn, before work began.", "The bridge at dawn, before work began.", nil),
        ("The mayor (left) and the engineer", "The mayor (left) and the engineer", nil),
    ]

    @Test(arguments: credits)
    func creditsAreTakenOffCaptions(_ row: (caption: String, words: String?, credit: String?)) {
        let body = "<article><h1>Bridge</h1><figure><img src=/b.jpg><figcaption>\(row.caption)</figcaption></figure></article>"
        let image = read(page(body: body)).images.first
        #expect(image?.caption == row.words && image?.credit == row.credit, "\(image?.caption ?? "-") | \(image?.credit ?? "-")")
    }

    @Test(arguments: [
        #"<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://post.example/"},{"@type":"ListItem","position":2,"item":{"@id":"https://post.example/politics","name":"Politics"}},{"@type":"ListItem","position":3,"name":"Council closes old bridge"}]}</script>"#,
        #"<meta name="cXenseParse:category" content="Politics">"#, #"<a rel="category tag" href="/politics">Politics</a>"#,
    ])
    func sections(_ element: String) {
        let body = "<article><h1>Council closes old bridge</h1>\(element)<p>The council closed it.</p></article>"
        #expect(read(page(head: "<title>Council closes old bridge</title>", body: body)).section.value == "Politics")
    }

    @Test func theTitleNamesTheOutletWhereItsHostDoes() {
        let head = "<title>Le pont ferme | Le Courrier de l'Est</title>"
        #expect(
            read(page(head: head, body: ""), url: "https://www.lecourrierdelest.example/1").outlet.value == "Le Courrier de l'Est"
        )
        #expect(read(page(head: head, body: ""), url: "https://www.ailleurs.example/1").outlet.value == nil)
    }

    static let notices: [(title: String, kind: PageMetadata.Access.Kind)] = [
        ("Just a moment...", .errorPage), ("404 Not Found", .errorPage), ("Page not found | The Harbour Post", .errorPage),
        ("Before you continue", .consentPage), ("We value your privacy", .consentPage),
        ("404: how a number became a joke", .free), ("Error of judgement costs mayor his job", .free),
    ]

    @Test(arguments: notices)
    func noticesAreNoArticles(_ title: String, _ kind: PageMetadata.Access.Kind) {
        #expect(read(page(head: "<title>\(title)</title>", body: "<p>Text.")).access.kind == kind)
    }

    @Test func anEmptyPageSaysNothing() {
        let metadata = read("")
        #expect(metadata.headline == .none && metadata.authors == .none && metadata.published == .none)
        #expect(metadata.images.isEmpty && metadata.access.kind == .free)
    }

    /// Linear time on pages that are made to cost.
    @Test func hostilePagesAreBounded() {
        let nested = String(repeating: "<div class='byline author date standfirst headline'>by Jane Doe 2026 ", count: 4000)
        let headings = String(repeating: "<h1>Council closes old bridge</h1>", count: 4000)
        let metas = String(repeating: "<meta property=og:title content='Council closes - old - bridge | x'>", count: 4000)
        let objects =
            "<script type=application/ld+json>["
            + String(repeating: #"{"@type":"NewsArticle","@id":"a","author":{"@id":"a"}},"#, count: 4000) + "]</script>"
        for html in [nested, headings, metas + headings, objects] {
            let start = ContinuousClock.now
            _ = read(html)
            #expect(ContinuousClock.now - start < .seconds(20))
        }
    }
}
