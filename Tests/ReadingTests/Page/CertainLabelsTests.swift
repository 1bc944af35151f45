import Foundation
import Testing
import TextCore

@testable import Reading

/// What no model decides: corrections, hidden text, twins, entries of live blogs, set phrases, subscriptions.
@Suite struct CertainLabelsTests {
    private func article(_ html: String) throws -> Article {
        try PageReader().article(from: Array(html.utf8), origin: Origin(path: "page.html"))
    }

    private func kinds(_ article: Article, _ words: String) -> [Block.Kind] {
        article.blocks.filter { article.text[$0.range].contains(words) }.map(\.kind)
    }

    // MARK: Corrections

    @Test(arguments: [
        "Correction: An earlier version of this article had the wrong day for the closure.",
        "CORRECTION: The bridge has four piers.",
        "Correction (Feb. 6, 2024): The bridge was built in 1934.",
        "Correction, February 6: The harbour master is called Lund.",
        "Corrections & Clarifications: The paper was published in the evening.",
        "This article was amended on 6 February 2024. The original said that the bridge had five piers.",
        "This story has been corrected to show that the bridge has four piers.",
        "Editor’s note: This story has been updated to correct the name of the harbour master.",
        "Editor’s note (February 6th 2024): This article was updated to reflect that a third pier is cracked.",
        "An earlier version of this story gave the wrong year.",
        "Because of an editing error, an earlier version of this article gave too low a cost for the repairs.",
        "(Corrects spelling of harbour master’s name in paragraph 3)",
        "Rectificatif : le pont compte quatre piles et non cinq.",
        "Une version précédente de cet article indiquait que le pont comptait cinq piles.",
        "FE DE ERRORES: en una versión anterior se decía que el puente tenía cinco pilares.",
        "Korrektur: Die Brücke hat vier Pfeiler.",
        "In einer früheren Version dieses Artikels hieß es, die Brücke habe fünf Pfeiler.",
        "Anmerkung der Redaktion: In einer früheren Fassung des Textes war von fünf Pfeilern die Rede.",
        "Поправка: у моста четыре опоры.",
        "В предыдущей версии этого материала говорилось, что у моста пять опор.",
        "Errata corrige: il ponte ha quattro piloni.",
        "Uma versão anterior desta reportagem dizia que a ponte tinha cinco pilares.",
        "Rectificatie: de brug heeft vier pijlers.",
        "Sprostowanie: most ma cztery filary.",
    ])
    func notesOfCorrections(_ note: String) throws {
        let article = try article(InventedPage.html(extra: "<p>\(note)</p>"))
        #expect(kinds(article, note) == [.correction])
        #expect(!article.body.contains(note))
    }

    @Test(arguments: [
        "The correction of the maps took three weeks, the office said on Tuesday.",
        "“An earlier version of this article was wrong,” the harbour master said of a rival paper.",
        "An earlier version of the plan had five piers, according to the council.",
        "Corrections to the timetable: the last ferry leaves at nine, the company said on its site on Monday.",
        "The council amended this article of the harbour act in March.",
        "Eine frühere Version des Plans sah fünf Pfeiler vor, sagte der Hafenmeister.",
    ])
    func sentencesAboutCorrections(_ sentence: String) throws {
        let article = try article(InventedPage.html(extra: "<p>\(sentence)</p>"))
        #expect(kinds(article, sentence) != [.correction])
    }

    @Test(arguments: ["correction", "article__correction-note", "fe-errores"]) func elementsCalledCorrections(name: String) throws
    {
        let note = "<div class=\"\(name)\"><p>The bridge was built in 1934, not in 1943.</p></div>"
        #expect(kinds(try article(InventedPage.html(extra: note)), "1934") == [.correction])
    }

    @Test func aHeadingAndTheNoteBelowIt() throws {
        let note = "<h4>Correction</h4><p>The bridge was built in 1934, not in 1943.</p>"
        let article = try article(InventedPage.html(extra: note))
        #expect(kinds(article, "1934") == [.correction])
        #expect(!article.body.contains("Correction"))
    }

    @Test func aPageOfCorrectionsIsAnArticle() throws {
        let notes = (1...6).map { "<p>Correction: The bridge of pier \($0) was built in 19\($0)4, an earlier version said.</p>" }
        let html = "<html><body><article><h1>What we had wrong</h1>\(notes.joined())</article></body></html>"
        #expect(try article(html).body.contains("pier 3"))
    }

    // MARK: Hidden text and twins

    @Test(arguments: [
        "<p style=\"display:none\">Words that stand here for machines and for nobody who reads the page.</p>",
        "<div hidden><p>Words that stand here for machines and for nobody who reads the page.</p></div>",
    ])
    func hiddenTextIsNoBody(_ hidden: String) throws {
        let html = InventedPage.html(extra: hidden + "<p>The quay is open again.</p>")
        #expect(try !article(html).body.contains("machines"))
    }

    @Test func aHiddenArticleIsShownLater() throws {
        let paragraphs = InventedPage.paragraphs.map { "<p>\($0)</p>" }.joined()
        let html = """
            <html><body><article><h1>\(InventedPage.headline)</h1><p>Loading the article, one moment please.</p>
            <div style="display:none" class="article-body">\(paragraphs)</div></article></body></html>
            """
        #expect(try article(html).body.contains(InventedPage.paragraphs[3]))
    }

    @Test func twinsForAnotherScreenCountOnce() throws {
        let twin = InventedPage.paragraphs.map { "<p>\($0)</p>" }.joined()
        let article = try article(InventedPage.html(extra: "<div class=\"mobile-only\">\(twin)</div>"))
        #expect(article.body == (try self.article(InventedPage.html()).body))
        #expect(article.blocks.filter { $0.reason.contains("twice") }.count == InventedPage.paragraphs.count)
    }

    // MARK: Set phrases

    @Test(arguments: [
        "We also use cookies to personalize your experience on our sites and to show you what is relevant to you.",
        "Your privacy settings keep us from showing what others have posted here. Change them to see it.",
        "Deine Privatsphäre-Einstellungen verhindern, dass wir dir diese Karte zeigen. Du kannst sie hier ändern.",
        "Ich bin damit einverstanden, dass der externe Inhalt angezeigt wird und Daten an Drittplattformen gehen.",
        "Ce contenu est bloqué car vous n'avez pas accepté les traceurs. Gestion des cookies",
        "Jeśli chcesz zobaczyć wpis, zmień ustawienia plików cookie i przeczytaj o naszej polityce prywatności.",
    ])
    func noticesOnPrivacyAreTold(_ notice: String) {
        let text = UTF8Text(notice)
        #expect(PageNotices.standard.isOfPrivacy(LineToken.scan(text.span, text.range, limit: 240)))
    }

    @Test(arguments: [
        "“We use cookies on the ferry site to count visitors,” the harbour master told the council on Tuesday.",
        "The council will settle the use of personal data on its ferries next week, said the harbour master.",
    ])
    func sentencesAboutPrivacyAreNone(_ sentence: String) {
        let text = UTF8Text(sentence)
        #expect(!PageNotices.standard.isOfPrivacy(LineToken.scan(text.span, text.range, limit: 240)))
    }

    @Test func whereToWriteToTheAuthorIsNoBody() throws {
        let line = "Staff writer Mira Holt can be reached at mira.holt@tideherald.example. Look for her on X @miraholt."
        let call = "Divers can be reached at the quay until nine, the harbour master said in the evening."
        let article = try article(InventedPage.html(extra: "<p>\(call)</p><p>\(line)</p>"))
        #expect(article.body.contains(call) && !article.body.contains(line))
        #expect(kinds(article, line) == [.byline])
    }

    // MARK: Live blogs

    private func liveBlog(_ entry: (String, String) -> String) -> String {
        let entries = zip(["14:05", "13:20", "12:40", "11:15"], InventedPage.paragraphs).map(entry).joined()
        return """
            <html><head><title>Bridge closed: live</title><script type="application/ld+json">{"@type":"LiveBlogPosting",
            "headline":"Bridge closed: live","datePublished":"2024-02-05T08:00:00Z"}</script></head><body><article>
            <h1>Bridge closed: live</h1><p class="date"><time datetime="2024-02-05T08:00:00Z">5 February 2024, 08:00</time></p>
            \(entries)</article></body></html>
            """
    }

    @Test func entriesOfLiveBlogsHaveTheirTimes() throws {
        let forms: [(String, String) -> String] = [
            { "<section class=\"entry\"><time datetime=\"2024-02-05T\($0):00Z\">\($0)</time><p>\($1)</p></section>" },
            { "<section class=\"entry\"><span class=\"time\">\($0)</span><p>\($1)</p></section>" },
            { "<section class=\"entry\"><h3>\($0)</h3><p>\($1)</p></section>" },
            { "<section class=\"entry\"><p><strong>\($0) GMT</strong></p><p>\($1)</p></section>" },
        ]
        for form in forms {
            let article = try article(liveBlog(form))
            #expect(article.blocks.filter { $0.kind == .liveEntry }.count == 4)
            #expect(!article.body.contains("13:20"))
            #expect(kinds(article, "5 February 2024") != [.liveEntry])
        }
    }

    @Test func anEntrysTimeWithItsTitleStaysInTheBody() throws {
        let article = try article(liveBlog { "<section class=\"entry\"><h3>\($0) – The quay is shut</h3><p>\($1)</p></section>" })
        #expect(article.blocks.filter { $0.kind == .liveEntry && $0.isBody }.count == 4)
        #expect(article.body.contains("13:20 – The quay is shut"))
    }

    // MARK: Subscriptions

    @Test(arguments: [
        "<div class=\"paywall\"><p>Subscribe to continue reading this article.</p></div>",
        "<p>This article is for subscribers only.</p>",
        "<p>You have reached your limit of free articles this month.</p>",
        "<div class=\"piano-offer\"><h3>Already a subscriber? Log in</h3></div>",
        "<p>Abonnez-vous pour lire la suite</p>",
        "<p>Lesen Sie weiter mit HAFEN+</p>",
        "<p>Este contenido es exclusivo para suscriptores.</p>",
        "<p>Полный текст доступен по подписке.</p>",
    ])
    func pagesThatBreakOffForSubscribersSaySo(_ offer: String) throws {
        let article = try article(InventedPage.html(extra: offer))
        #expect(article.warnings.contains(.paywalled))
        #expect(article.page?.access.evidence.isEmpty == false)
        #expect(article.body == (try self.article(InventedPage.html()).body))
    }

    @Test func offersInThePagesFrameSayNothing() throws {
        let html = InventedPage.html().replacing("<nav class", with: "<p>Already a subscriber? Log in</p><nav class")
        #expect(try !article(html).warnings.contains(.paywalled))
    }

    @Test func aPageThatAsksForConsentIsNoArticle() throws {
        let pages = [
            """
            <html lang="de"><head><title>Ihre Einwilligung</title></head><body><h1>Willkommen beim Hafenblatt</h1><p>Wir und unsere 213
            Partner verarbeiten personenbezogene Daten mit Cookies. Mit Klick auf „Akzeptieren“ stimmen Sie zu. Alternativ können Sie
            unser Pur-Abo abschließen.</p><button>Akzeptieren und weiter</button></body></html>
            """,
            """
            <html lang="fr"><head><title>Le Port</title></head><body><h1>Bienvenue</h1><p>Avec votre consentement, nos partenaires et
            nous utilisons des cookies pour traiter des données personnelles. Vous pouvez tout refuser ou continuer sans accepter.</p>
            </body></html>
            """,
        ]
        for page in pages {
            let article = try article(page)
            #expect(article.page?.access.kind == .consentPage)
            #expect(article.body.isEmpty)
        }
        #expect(try article(InventedPage.html()).page?.access.kind == .free)
    }

    @Test(arguments: [
        "<title>Just a moment…</title></head><body><h1>tideherald.example</h1><p>Checking the connection to the harbour’s site first.</p>",
        "<title>tideherald.example</title></head><body><p>Enable JavaScript and cookies to continue</p><p>Ray ID: 7f</p>",
        "<title>tideherald.example</title></head><body><p>Access to this page has been denied because we believe that you are a tool.</p>",
        "<title>The Tide Herald</title></head><body><h2>Verify you are human by completing the action below.</h2><p>It takes a moment.</p>",
        "<title>Le Port</title></head><body><p>Activez JavaScript et les cookies pour continuer.</p>",
        "<title>Das Hafenblatt</title></head><body><p>Bestätigen Sie, dass Sie ein Mensch sind.</p>",
        "<title>Гавань</title></head><body><p>Подтвердите, что вы не робот</p><p>Запросы с вашего устройства похожи на автоматические.</p>",
        "<title>Page not found</title></head><body><p>It looks like nothing was found at this location. Maybe try one of the links below?</p>",
    ])
    func aPageInThePlaceOfAnArticleIsNone(_ head: String) throws {
        let article = try article("<html><head>\(head)</body></html>")
        #expect(article.page?.access.kind == .errorPage)
        #expect(article.body.isEmpty && !article.warnings.contains(.noBody))
        #expect(article.warnings.contains(.noArticle("it is an error page, or asks for proof of being human")))
    }

    @Test func anArticleOnProofsOfBeingHumanIsOne() throws {
        let html = InventedPage.html(extra: "<p>Ferry tickets now ask buyers to “verify you are human”, which takes a while.</p>")
        let article = try article(html)
        #expect(article.page?.access.kind == .free && article.body.contains("verify you are human"))
    }

    // MARK: Linked data

    @Test func aPageWithoutTextHasThatOfItsLinkedData() throws {
        let body = InventedPage.paragraphs.joined(separator: "\\n\\n")
        let head = """
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"\(InventedPage.headline)","articleBody":"\(body)"}\
            </script>
            """
        let empty = try article("<html><head>\(head)</head><body><div id=\"app\"></div></body></html>")
        #expect(empty.body == InventedPage.paragraphs.joined(separator: "\n\n"))
        #expect(empty.warnings.contains(.bodyFromLinkedData))
        let part = try article(
            "<html><head>\(head)</head><body><h1>\(InventedPage.headline)</h1><p>\(InventedPage.paragraphs[0])</p></body></html>"
        )
        #expect(part.body == empty.body)
        let whole = InventedPage.paragraphs.map { "<p>\($0)</p>" }.joined()
        let shown = try article("<html><head>\(head)</head><body><h1>\(InventedPage.headline)</h1>\(whole)</body></html>")
        #expect(!shown.warnings.contains(.bodyFromLinkedData))
    }
}

@Suite struct OutletProfilesTests {
    private func article(_ html: String, _ profiles: OutletProfiles? = nil) throws -> Article {
        try PageReader(PageOptions(profiles: profiles)).article(from: Array(html.utf8), origin: Origin(path: "page.html"))
    }

    @Test func aPageCountsOnce() throws {
        var profiles = OutletProfiles()
        for _ in 1...5 { profiles.learn(from: try article(InventedPage.html())) }
        #expect(profiles.outlets.values.map(\.pages) == [1])
        #expect(try article(InventedPage.html(), profiles).body == article(InventedPage.html()).body)
    }

    @Test func laterVersionsOfAnArticleTeachNothing() throws {
        var profiles = OutletProfiles()
        for version in 1...5 {
            let html = InventedPage.html(
                extra: "<p>Update number \(version): The quay stays shut until the evening of that day.</p>"
            )
            .replacing("/2024/02/05/bridge", with: "/2024/02/05/bridge-\(version)")
            profiles.learn(from: try article(html))
        }
        #expect(profiles.outlets.values.map(\.pages) == [1])
    }

    @Test func whatIsMostOfABodyIsNoFurniture() throws {
        let shared = InventedPage.paragraphs.map { "<p>\($0)</p>" }.joined()
        var profiles = OutletProfiles()
        for day in 1...4 {
            let own = (1...9).map {
                "<p>On day \(day) of the closure ferry \($0) carried \(day * 37 + $0) people over the river.</p>"
            }
            let html = InventedPage.html(extra: own.joined()).replacing("/bridge\"", with: "/bridge-\(day)\"")
            profiles.learn(from: try article(html))
        }
        let only =
            "<html><head><link rel=canonical href=\"https://tideherald.example/2024/02/05/other\"></head><body>"
            + "<article><h1>Old bridge</h1>\(shared)</article></body></html>"
        #expect(try article(only, profiles).body.contains(InventedPage.paragraphs[2]))
    }

    @Test func profilesOfEarlierReleasesAreRead() throws {
        let old = #"{"outlets":{"tideherald.example":{"pages":3,"blocks":{"ab":{"pages":3,"text":"x"}}}}}"#
        let profiles = try JSONDecoder().decode(OutletProfiles.self, from: Data(old.utf8))
        #expect(profiles.outlets["tideherald.example"]?.pages == 3)
    }
}
