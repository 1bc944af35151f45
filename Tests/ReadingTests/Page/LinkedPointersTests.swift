import Testing
import TextCore

@testable import Reading

/// Pointers, invitations and notices that stand as bare paragraphs between those of the text, and sentences with links, which stay.
@Suite struct LinkedPointersTests {
    private func article(_ html: String) throws -> Article {
        try PageReader().article(from: Array(html.utf8), origin: Origin(path: "page.html"))
    }

    /// The page with something between its fourth paragraph and what follows.
    private func page(_ middle: String) -> String {
        let fourth = "<p>\(InventedPage.paragraphs[3])</p>"
        return InventedPage.html().replacing(
            fourth,
            with: fourth + middle + "<p>The quay has been shut since noon, the office said.</p>"
        )
    }

    @Test(arguments: [
        "<p>Read more: <a href=\"/x\">Ferry office asks for a second boat</a></p>",
        "<p>READ: <a href=\"/x\">Ferry office asks for a second boat</a></p>",
        "<p><strong>Also read <a href=\"/x\">Ferry office asks for a second boat</a></strong></p>",
        "<p><strong>Don't miss: <a href=\"/x\">Ferry office asks for a second boat</a></strong></p>",
        "<p><strong>Lesen Sie auch:</strong> <a href=\"/x\">Hafenamt verlangt ein zweites Boot</a></p>",
        "<p>Mehr zum Thema: <a href=\"/x\">Hafenamt verlangt ein zweites Boot</a></p>",
        "<p><strong>Lire aussi : </strong><a href=\"/x\">Le port demande un second bateau</a></p>",
        "<p>À lire aussi <a href=\"/x\">Le port demande un second bateau</a></p>",
        "<p><b>&gt;&gt; LIRE AUSSI - <a href=\"/x\">Le port demande un second bateau</a></b></p>",
        "<p><strong>Lea también:</strong> <a href=\"/x\">El puerto pide un segundo barco</a></p>",
        "<p><strong>Más información:</strong> <a href=\"/x\">El puerto pide un segundo barco</a></p>",
        "<p>Te puede interesar: <a href=\"/x\">El puerto pide un segundo barco</a></p>",
        "<p><strong>Читайте также:</strong> <a href=\"/x\">Порт просит второй паром</a></p>",
        "<p>По теме: <a href=\"/x\">Порт просит второй паром</a></p>",
        "<p>Читайте також: <a href=\"/x\">Порт просить другий пором</a></p>",
        "<p>Leggi anche: <a href=\"/x\">Il porto chiede una seconda barca</a></p>",
        "<p>Leia também: <a href=\"/x\">O porto pede um segundo barco</a></p>",
        "<p>Lees ook: <a href=\"/x\">Haven vraagt om een tweede boot</a></p>",
        "<p>Czytaj również: <a href=\"/x\">Port prosi o drugą łódź</a></p>",
        "<p>İlgili haber: <a href=\"/x\">Liman ikinci bir tekne istiyor</a></p>",
    ])
    func openersWithALinkAreNoBody(_ pointer: String) throws {
        let title = String(pointer.split(separator: ">").first { $0.hasSuffix("</a") }?.dropLast(3) ?? "?")
        let body = try article(page(pointer)).body
        #expect(!body.contains(title))
        #expect(body.contains(InventedPage.paragraphs[3]) && body.contains("shut since noon"))
    }

    @Test func aLinkAloneBetweenParagraphsIsNoBody() throws {
        #expect(try !article(page("<p><a href=\"/x\">Rural harbours lose pilots at record pace</a></p>")).body.contains("pilots"))
    }

    @Test func openersInCapitalsAreNoBodyWhateverThePage() throws {
        let html = page("<p>READ: <a href=\"/x\">Ferry office asks for a second boat</a></p>").replacing(
            "NewsArticle",
            with: "WebPage"
        )
        #expect(try !article(html).body.contains("second boat"))
    }

    @Test func linkedTitlesThatHeadWhatFollowsEachStay() throws {
        let titles = [
            "The tide office in Port Aldwin", "Divers who work in winter", "A bridge that opens by hand",
            "What pilots of the river earn",
        ]
        let entries = titles.map {
            "<p><a href=\"/x\">\($0)</a></p><p>It has stood on the quay since the harbour was dug, the town’s archive says of it.</p>"
        }
        let reasons = try article(page(entries.joined())).blocks.map(\.reason)
        #expect(!reasons.contains { $0.hasPrefix(LinkedPointers.alone.reason) })
    }

    @Test func aTitleInCapitalsOrAnAddressIsNoTitle() throws {
        for line in ["HARBOUR PILOTS LEAVE THE COAST AT RECORD PACE", "https://tideherald.example/2024/pilots-leave"] {
            let reasons = try article(page("<p><a href=\"/x\">\(line)</a></p>")).blocks.map(\.reason)
            #expect(!reasons.contains { $0.hasPrefix(LinkedPointers.alone.reason) })
        }
    }

    @Test func aListOfLinksBelowAnOpenerIsNoBody() throws {
        let list = """
            <p><strong>More on this story</strong></p><ul><li><a href="/x">Pilots leave rural harbours</a></li>
            <li><a href="/y">What a swing bridge costs in winter and who pays</a></li></ul>
            """
        let body = try article(page(list)).body
        #expect(!body.contains("Pilots leave") && !body.contains("who pays") && !body.contains("More on this"))
    }

    @Test(arguments: [
        "<p>The plan was <a href=\"/x\">first reported by the Lantern in February</a>.</p>",
        "<p>Last year <a href=\"/x\">two other towns closed all their bridges</a>.</p>",
        "<p>Varnach <a href=\"/x\">wrote on X that she was “appalled”</a>.</p>",
        "<p>The Lantern <a href=\"/x\">reported in January that 41 pilots had quit</a>.</p>",
        "<p><a href=\"/x\">Peter Aldwin</a> and <a href=\"/y\">Maria Gerrez</a> did not respond.</p>",
        "<p>See also how <a href=\"/x\">the bridge was built by hand</a>, as she put it.</p>",
        "<p>Read more <a href=\"/x\">about the divers</a> and you learn how cold the water is in March.</p>",
        "<p>Der Hafen <a href=\"/x\">hatte im Januar vor Rissen gewarnt</a>.</p>",
    ])
    func sentencesWithLinksStay(_ sentence: String) throws {
        let whole = try article(page(sentence))
        var words = sentence
        for tag in ["<p>", "</p>", "<a href=\"/x\">", "<a href=\"/y\">", "</a>"] { words = words.replacing(tag, with: "") }
        #expect(whole.body.contains(words))
    }

    @Test func readMoreBehindASentenceIsCutOff() throws {
        let paragraphs = InventedPage.paragraphs.map { "<div class=\"text__text\">\($0)</div>" }.joined()
        let sentence =
            "<div class=\"text__text\">The office said it would reopen the ferry terminal. <a href=\"/x\">read more</a></div>"
        for heading in ["", "<h2>FERRIES</h2>"] {
            let all = paragraphs + heading + sentence + paragraphs
            let body = try article("<html><body><article><h1>\(InventedPage.headline)</h1>\(all)</article></body></html>").body
            #expect(body.contains("reopen the ferry terminal.") && !body.contains("read more"))
        }
    }

    @Test func readMoreBelowTheTitlesOfAListIsNotCutOff() throws {
        let entries = (1...4).map {
            "<div><h3>Boat \($0)</h3><p>It sails at every tide and carries cars. <a href=\"/x\">Read more</a></p></div>"
        }
        let whole = try article(page(entries.joined()))
        #expect(whole.blocks.contains { whole.text[$0.range].hasSuffix("carries cars. Read more") })
    }

    @Test(arguments: [
        "https://www.youtube.com/watch?v=aB3dE5fG7hI",
        "Article continues after sponsor message",
        "Melden Sie sich hier für unseren <a href=\"/x\">Newsletter</a> an.",
        "Sigue toda la información en nuestro <a href=\"/x\">canal de WhatsApp</a>.",
        "Подписывайтесь на наш <a href=\"/x\">Telegram-канал</a>",
        "Підписуйтесь на наш <a href=\"/x\">Telegram-канал</a>",
        "You have 10 gift articles to give each month.",
    ])
    func linesInThePagesOwnVoiceAreNoBody(_ line: String) throws {
        let body = try article(page("<p>\(line)</p>")).body
        #expect(!body.contains(line.prefix { $0 != "<" }.trimmingPrefix(" ")))
        #expect(body.contains("shut since noon"))
    }

    @Test(arguments: [
        "Download the Tide Herald app for iOS and Android.",
        "Нашли опечатку? Выделите фрагмент и нажмите Ctrl+Enter.",
        "Avec AFP",
        "© dpa-infocom, dpa:240312-99-308765/3",
        "Follow AP’s coverage of harbours at https://apnews.example/hub/harbours",
    ])
    func closingLinesAreNoBody(_ line: String) throws {
        #expect(try !article(InventedPage.html(extra: "<p>\(line)</p>")).body.contains(line))
    }

    @Test func topMatterOfMobilePagesIsNoBody() throws {
        let paragraphs = InventedPage.paragraphs.map { "<p>\($0)</p>" }.joined()
        let html = """
            <html lang="es"><body><article><h1>\(InventedPage.headline)</h1><p class="author">Carmen Ruz / Agencias</p>
            <p class="location">Puerto Claro</p><time datetime="2024-02-06T12:45:00+01:00">6 de febrero de 2024 - 12:45h</time>
            <time>Actualizado el 06/02/2024 18:03h</time><p class="comentarios">23 comentarios</p>\(paragraphs)</article></body></html>
            """
        let body = try article(html).body
        #expect(body.hasPrefix(InventedPage.paragraphs[0]))
    }
}
