import Testing
import TextCore

@testable import Reading

/// Lines around an article's text, alone between two paragraphs of body.
@Suite struct FurnitureTests {
    static let before =
        "Council closes the old bridge\n\nThe council voted on Monday to close the old bridge until spring. It said why.\n\n"
    static let after = "\n\nThe mayor said that the work would be done by March. He thanked the engineers."

    static func blocks(around line: String) -> [Block] {
        let text = UTF8Text(before + line + after)
        let blocks = PlainTextReader().read(text, origin: Origin(path: "a.txt")).blocks
        let start = before.utf8.count
        return blocks.filter { $0.range.lowerBound >= start && $0.range.upperBound <= start + line.utf8.count }
    }

    @Test(arguments: [
        ("Read more: How the toll shaped the waterfront", Block.Kind.promo),
        ("READ ALSO: Five bridges to see", .promo), ("READ MORE How the toll shaped the waterfront", .promo),
        ("Also on rt.com Fishermen say the plan would ‘bury’ the moorings", .promo), ("Related: Five bridges to see", .promo),
        ("À lire aussi : Les ports face aux tempêtes", .promo), ("LIRE AUSSI > Les ports face aux tempêtes", .promo),
        ("Lesen Sie auch: Wie die Brücke entstand", .promo), ("Mehr zum Thema: Wie die Brücke entstand", .promo),
        ("Lea también: Cinco puentes que ver", .promo), ("Читайте также: Пять мостов города", .promo),
        ("Читайте также — Пять мостов города", .promo), ("Leggi anche: Cinque ponti da vedere", .promo),
        ("Leia também: Cinco pontes para ver", .promo), ("Читайте також: П’ять мостів міста", .promo),
        ("Share this story", .sharePrompt), ("Think your friends should read it? Share this story!", .sharePrompt),
        ("Partager cet article", .sharePrompt), ("Artikel teilen", .sharePrompt), ("Compartir en Facebook", .sharePrompt),
        ("Поделиться новостью", .sharePrompt), ("Condividi su Facebook", .sharePrompt),
        ("Compartilhe esta notícia", .sharePrompt),
        ("Поділитися новиною", .sharePrompt), ("Follow us on Twitter", .sharePrompt), ("Facebook", .sharePrompt),
        ("Подписывайтесь на наш канал в Telegram", .sharePrompt),
        ("Sign up for Low Tide, our free morning newsletter.", .newsletter),
        ("Recevez chaque matin notre lettre d’information « Cap au large »", .newsletter),
        ("Abonnieren Sie unseren Newsletter", .newsletter), ("Suscríbete a nuestro boletín", .newsletter),
        ("Подпишитесь на нашу рассылку", .newsletter), ("Iscriviti alla newsletter", .newsletter),
        ("Inscreva-se na nossa newsletter", .newsletter), ("Підпишіться на нашу розсилку", .newsletter),
        ("All news", .navigation), ("Back to top", .navigation), ("Skip to content", .navigation),
        ("Accueil > International", .navigation),
        ("Home » World » Europe", .navigation), ("Startseite", .navigation), ("Все новости", .navigation),
        ("Inicio", .navigation),
        ("Tags: bridges, ports", .navigation), ("Home | News | Sport", .navigation), ("Усі новини", .navigation),
        ("Photo: Jane Doe", .credit), ("© Jane Doe/AFP", .credit), ("Jane Doe/Getty Images", .credit),
        ("Foto: Max Muster / dpa", .credit),
        ("Фото: Иван Иванов / ТАСС", .credit), ("Crédit photo : Anne Dupont", .credit), ("REUTERS/Jane Doe", .credit),
        ("Reporting by Jane Doe; Editing by John Roe", .credit), ("— with reporting by NORDWIRE", .credit),
        ("Jane Doe contributed to this report.", .credit), ("Mit Material von dpa", .credit),
        ("С использованием материалов ТАСС", .credit),
        ("Con información de EFE", .credit), ("Com informações da Reuters", .credit),
        ("A boat passes under the bridge. (AP Photo/Jane Doe)", .caption),
        ("The bridge on Monday. Photograph: Jane Doe/The Guardian", .caption),
        ("The bridge at dusk, seen from the harbour REUTERS/Jane Doe", .caption),
        ("FILE PHOTO: The bridge before the collision", .caption),
        ("The bridge on Monday (Rafael Imbert / Coast Tribune)", .caption),
        ("/TASS/", .agencyTag), ("(AP)", .agencyTag), ("© AFP", .agencyTag), ("dpa/AFP", .agencyTag),
        ("Advertisement", .other), ("Publicité", .other), ("Anzeige", .other), ("Реклама", .other), ("Leave a comment", .other),
        ("Kommentare (12)", .other), ("3 min read", .other), ("* * *", .other),
        ("https://example.org/story/1", .relatedLink), ("www.example.org", .relatedLink),
        ("[caption id=\"1\" align=\"left\"]", .embed), ("![A bridge](bridge.jpg)", .embed),
        ("A short film. pic.twitter.com/abc — Jane Doe (@jane) October 18, 2021", .embed),
        ("18 October 2021, 14:05", .time), ("- a first point to keep in mind", .listItem), ("1. The first point.", .listItem),
        ("What happens now", .heading),
    ])
    func lines(_ line: String, _ kind: Block.Kind) {
        let blocks = Self.blocks(around: line)
        #expect(blocks.map(\.kind) == [kind], "\(line): \(blocks.map(\.reason))")
        #expect(blocks.allSatisfy { !$0.reason.isEmpty })
    }

    /// Sentences that only look like furniture.
    @Test(arguments: [
        "Related costs rose to €4 million, the board said.",
        "»Wir bleiben«, sagte Kunz.", "»Nein«, rief die Frau.", "›Ja‹, sagte sie.",
        "Read more carefully, the report says the opposite of what the minister told parliament.",
        "Share prices fell by 3% on Facebook’s announcement that it would leave the country.",
        "By Friday, the group had left the town and crossed the border into the valley.",
        "Photos of the bridge were shown to the council on Monday by the engineers.",
        "Sign up for the scheme has been slow, according to the ministry of transport.",
        "Subscribe or leave: that was the choice the paper gave its readers in the spring.",
        "She asked reporters to share this story of the bridge with anyone who would listen, because the city, she said, had forgotten.",
        "Home is where the heart is, the mayor told the people who had gathered on the quay.",
        "Follow the money, he said. The rest would come by itself, and the court would see it.",
        "Analysis of the steel showed cracks, and the harbour board closed the crossing at once.",
        "According to the AP, the vote was 97-1. The Senate adjourned.",
        "Jane Doe, a photographer, said she saw the ship. “It was AFP that called me,” she added.",
        "Partager le pouvoir avec l’opposition est exclu, a dit le ministre de l’Intérieur.",
        "Por la mañana, el puente seguía cerrado al tráfico, según el ayuntamiento.",
        "Von Montag an gilt eine neue Regel für die Brücke, wie die Stadt mitteilte.",
        "Все новости из города приходят с опозданием, сказал мэр журналистам.",
        "“We’ll lose the whole winter season.” — Marit Oll, fish wholesaler",
        "The bridge carries two thirds of the freight (the rest goes by sea).",
        "It was the worst accident since 1961 (and the second this year).",
    ])
    func sentencesStayBody(_ line: String) {
        let blocks = Self.blocks(around: line)
        #expect(blocks.map(\.kind) == [.paragraph], "\(line): \(blocks.map(\.reason))")
    }

    @Test func twoPiecesInOneLine() {
        let blocks = Self.blocks(around: "Think your friends should read it? Share this story!All news")
        #expect(blocks.map(\.kind) == [.sharePrompt, .navigation])
    }

    @Test func titlesBelowRelatedArticles() {
        let blocks = Self.blocks(around: "Related articles\nFive bridges to see before winter\nHow the toll shaped the town")
        #expect(blocks.map(\.kind) == [.relatedLink, .relatedLink, .relatedLink])
    }

    @Test func captionsAroundACredit() {
        let lines = "Board chair Sigrun Aldal Mika Sternholt/TASS\nBoard chair Sigrun Aldal\n© Mika Sternholt/TASS"
        #expect(Self.blocks(around: lines).map(\.kind) == [.caption, .caption, .credit])
    }

    @Test func anAgencyAfterTheLastSentence() {
        for tag in ["(dpa)", "/TASS/", "(AFP)", "dpa/AFP", "– APA"] {
            let text = UTF8Text("Council closes bridge\n\nThe council voted to close the bridge. It gave no details. \(tag)")
            let article = PlainTextReader().read(text, origin: Origin(path: "a.txt"))
            #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .agencyTag], "\(tag)")
            #expect(article.blocks.last.map { article.text[$0.range] } == tag)
            #expect(!article.agencies.isEmpty)
        }
    }
}
