import Language
import Reading
import Speech
import Stemma
import Testing
import TextCore

@testable import Collation

/// Who speaks, by all articles of a story.
struct StoryCastTests {
    /// Articles as text with their languages.
    private func collate(_ texts: [(String, String)]) -> Collation {
        Pipeline().collate(texts.enumerated().map { Texts.article("\($0)", $1.0, language: $1.1) })
    }

    private func collate(_ texts: String...) -> Collation { collate(texts.map { ($0, "en") }) }

    /// Who is said to say some words.
    private func speaker(of words: String, in collation: Collation, article: Int) -> String? {
        let analyzed = collation.articles[article]
        return analyzed.speech.quotations.first { quotation in
            quotation.content.contains { analyzed.article.text[$0].contains(words) }
        }?.speaker?.name
    }

    static let korvan = """
        Kraslavia denies closing the harbour

        KRASLAV — Dmitry Korvan, the Kraslavian government spokesman, denied on Monday that the harbour would close. "There is no such
        plan," Korvan said.
        """

    // MARK: Places

    @Test("a government by the name of its capital is one, however that is spelled")
    func capitals() {
        let found = collate(
            "Bridge closed\n\n\"The bridge is ours,\" Kiev said on Monday.",
            "Bridge shut\n\n\"The bridge is safe,\" Kyiv said on Monday.",
            "No way across\n\n\"The bridge is old,\" Kyiv said on Monday."
        )
        #expect(speaker(of: "is ours", in: found, article: 0) == "Kyiv")
        #expect(speaker(of: "is safe", in: found, article: 1) == "Kyiv")
    }

    @Test(
        "exonyms are one place's names",
        arguments: [
            ("Odessa", "Odesa"), ("Turkey", "Türkiye"), ("Burma", "Myanmar"), ("Bombay", "Mumbai"), ("Kharkov", "Kharkiv"),
            ("Calcutta", "Kolkata"), ("Peking", "Beijing"), ("Ivory Coast", "Côte d'Ivoire"), ("Swaziland", "Eswatini"),
        ]
    )
    func exonyms(_ old: String, _ new: String) {
        let articles = [old, new].map { name in
            Pipeline().analyze(Texts.article(name, "Bridge closed\n\nThe bridge in \(name) was closed. It leads out of \(name)."))
        }
        let cast = StoryCast(articles)
        let places = articles.enumerated().map { article, analyzed in
            analyzed.annotated.entities.firstIndex { $0.kind == .place }.flatMap { cast.member(article, $0) }
        }
        #expect(places[0] != nil)
        #expect(places[0] == places[1])
    }

    @Test(
        "and so are those of other languages",
        arguments: [("Moskau", "de"), ("Moscou", "fr"), ("Moscú", "es"), ("Москве", "ru")]
    )
    func exonymsOfOtherLanguages(_ name: String, _ language: String) {
        let fronts = ["de": "Die Brücke in", "fr": "Le pont de", "es": "El puente de", "ru": "Мост в"]
        let articles = [
            Texts.article("a", "Bridge closed\n\nThe bridge in Moscow was closed."),
            Texts.article("b", "X\n\n\(fronts[language] ?? "") \(name).", language: language),
        ].map { Pipeline().analyze($0) }
        let cast = StoryCast(articles)
        let places = articles.enumerated().map { article, analyzed in
            analyzed.annotated.entities.firstIndex { $0.kind == .place }.flatMap { cast.member(article, $0) }
        }
        #expect(places[0] != nil)
        #expect(places[0] == places[1])
    }

    // MARK: Offices

    @Test("an office that another article gives to one person is that person")
    func officeElsewhere() throws {
        let found = collate(
            Self.korvan,
            """
            Ships wait outside the harbour

            "The harbour stays open until the autumn," the Kraslavian government spokesman said on Tuesday.
            """
        )
        #expect(speaker(of: "stays open", in: found, article: 1) == "Dmitry Korvan")
        let source = try #require(found.speakerSources.first { $0.article == 1 && $0.means == .office })
        #expect(source.passage.article == 0)
        let passage = found.articles[0].article.text[source.passage.range]
        #expect(passage.contains("Korvan"))
        // The mention stays as it stands.
        let mention = try #require(found.articles[1].speech.quotations[source.quotation].mention)
        #expect(found.articles[1].article.text[mention] == "the Kraslavian government spokesman")
    }

    @Test("one language's office is another's")
    func officeInAnotherLanguage() {
        let found = collate([
            (Self.korvan.replacing("Kraslavian government spokesman", with: "Kremlin spokesman"), "en"),
            (
                """
                Le port reste ouvert

                « Le port restera ouvert jusqu'à l'automne », a déclaré mardi le porte-parole du Kremlin.
                """, "fr"
            ),
            (
                """
                Der Hafen bleibt offen

                „Der Hafen bleibt bis zum Herbst offen“, sagte der Kremlsprecher am Dienstag.
                """, "de"
            ),
        ])
        #expect(speaker(of: "restera ouvert", in: found, article: 1) == "Dmitry Korvan")
        #expect(speaker(of: "bis zum Herbst", in: found, article: 2) == "Dmitry Korvan")
    }

    @Test("two holders leave an office an office")
    func twoHolders() {
        let found = collate(
            Self.korvan,
            """
            Rival voices

            Anna Belkova, the Kraslavian government spokeswoman, welcomed the plan. "We are glad," Belkova said.
            """,
            """
            Ships wait

            "The harbour stays open until the autumn," the Kraslavian government spokesperson said on Tuesday.
            """
        )
        #expect(speaker(of: "stays open", in: found, article: 2)?.contains("spokesperson") == true)
    }

    @Test(
        "an office of something else is somebody else",
        arguments: ["the Veldian government spokesman", "a government spokesman"]
    )
    func anotherOffice(_ description: String) {
        let found = collate(
            Self.korvan,
            "Ships wait\n\n\"The harbour stays open until the autumn,\" \(description) said on Tuesday."
        )
        #expect(speaker(of: "stays open", in: found, article: 1) != "Dmitry Korvan")
    }

    // MARK: Names

    @Test("a surname is the one bearer's of the story")
    func surnameElsewhere() {
        let found = collate(Self.korvan, "Harbour open\n\n\"The harbour stays open until the autumn,\" Korvan said on Tuesday.")
        #expect(speaker(of: "stays open", in: found, article: 1) == "Dmitry Korvan")
        #expect(found.speakerSources.contains { $0.article == 1 && $0.means == .name })
    }

    @Test("two of one surname stay two, and the surname alone stays undecided")
    func namesakes() {
        let found = collate(
            Self.korvan,
            "Rival\n\nAnna Korvan, a lawyer, welcomed the plan. \"We are glad of it,\" Anna Korvan said.",
            "Harbour open\n\n\"The harbour stays open until the autumn,\" Korvan said on Tuesday."
        )
        #expect(speaker(of: "stays open", in: found, article: 2) == "Korvan")
        #expect(speaker(of: "no such", in: found, article: 0) == "Dmitry Korvan")
        #expect(speaker(of: "We are glad", in: found, article: 1) == "Anna Korvan")
    }

    @Test("a title tells of which of two namesakes an article speaks")
    func titledNamesake() {
        let found = collate(
            "One\n\nMayor Viktor Harland opened the bridge. \"It took four years,\" Viktor Harland said.",
            "Two\n\nSenator Peter Harland stayed away. \"It cost too much,\" Peter Harland said.",
            "Three\n\n\"The bridge will stand for a century,\" Mayor Harland said on Tuesday."
        )
        #expect(speaker(of: "for a century", in: found, article: 2) == "Viktor Harland")
    }

    @Test("spellings of one name have one speaker in all articles")
    func spellings() {
        let found = collate([
            (Self.korvan, "en"),
            ("Hafen\n\n„Der Hafen bleibt bis zum Herbst offen“, sagte Dmitrij Korwan am Dienstag.", "de"),
            ("Порт\n\n«Порт останется открытым до осени», — сказал Дмитрий Корван во вторник.", "ru"),
        ])
        let names = Set(
            [0, 1, 2].map { article in
                speaker(of: ["no such", "bis zum Herbst", "до осени"][article], in: found, article: article) ?? ""
            }
        )
        #expect(names.count == 1)
    }

    @Test("an organisation is found by its acronym and by the opening of its name")
    func organisations() {
        let found = collate(
            "One\n\nThe Brackwater Harbour Trust Association objected. \"We were not asked,\" the Brackwater Harbour Trust Association said.",
            "Two\n\n\"Nobody told us about the works,\" the BHTA said on Tuesday."
        )
        #expect(speaker(of: "Nobody told us", in: found, article: 1) == "Brackwater Harbour Trust Association")
    }

    // MARK: Words

    @Test("the same words are the same person's, whatever a headline calls them")
    func sameWords() throws {
        let found = collate(
            """
            Harbour minister calls strike 'a gift to smugglers and thieves'

            The dispute went on.
            """,
            """
            Strike goes on

            "The strike is a gift to smugglers and thieves," Ilse Varnach said on Tuesday. Ilse Varnach is at odds with the union.
            """
        )
        #expect(speaker(of: "a gift to smugglers", in: found, article: 0) == "Ilse Varnach")
        #expect(found.speakerSources.contains { $0.article == 0 && $0.means == .words })
    }

    @Test("a name outweighs words in common")
    func namedStays() {
        let found = collate(
            "One\n\n\"We will fight this to the very end,\" Ilse Varnach said on Tuesday.",
            "Two\n\n\"We will fight this to the very end,\" Peter Harland said on Tuesday."
        )
        #expect(speaker(of: "very end", in: found, article: 0) == "Ilse Varnach")
        #expect(speaker(of: "very end", in: found, article: 1) == "Peter Harland")
        #expect(!found.speakerSources.contains { $0.means == .words })
    }

    // MARK: Properties

    @Test("the order of the articles does not matter", arguments: [0, 1, 2, 3, 4, 5])
    func order(_ turn: Int) {
        let texts = [
            Self.korvan,
            "Harbour open\n\n\"The harbour stays open until the autumn,\" Korvan said on Tuesday.",
            "Ships wait\n\n\"Nobody has to leave,\" the Kraslavian government spokesman said. \"Ships wait,\" Anna Belkova said.",
            "Rival\n\n\"We are glad of the plan,\" A. Belkova said. \"The harbour stays open until the autumn,\" the official said.",
        ]
        var order = Array(texts.indices)
        order.swapAt(0, turn % 4)
        order.swapAt(1, (turn + 2) % 4)
        order.swapAt(2, (turn * 7 + 3) % 4)
        func speakers(_ collation: Collation, _ article: Int) -> [String?] {
            collation.articles[article].speech.quotations.map { $0.speaker?.name }
        }
        let given = collate(texts.map { ($0, "en") })
        let turned = collate(order.map { (texts[$0], "en") })
        for (place, article) in order.enumerated() {
            #expect(speakers(given, article) == speakers(turned, place))
        }
        func sources(_ collation: Collation, _ names: [Int]) -> Set<String> {
            Set(
                collation.speakerSources.map {
                    "\(names[$0.article]) \($0.quotation) \($0.means) \(names[$0.passage.article]) \($0.passage.range)"
                }
            )
        }
        #expect(sources(given, Array(texts.indices)) == sources(turned, order))
    }

    @Test("one article is left as it is")
    func oneArticle() {
        let found = collate(Self.korvan)
        #expect(found.speakerSources.isEmpty)
        #expect(speaker(of: "no such", in: found, article: 0) == "Dmitry Korvan")
    }

    // MARK: Strangers

    /// A word that an article knows for no name, and the full name of another.
    @Test(
        arguments: [
            ("The war went on. Zelinskyy told reporters that Kraslavia needs weapons.", "en", "needs weapons"),
            ("Der Krieg geht weiter. „Wir brauchen Waffen“, sagte Selinskyj am Montag.", "de", "brauchen Waffen"),
            ("La guerra sigue. «Necesitamos armas», dijo Zelinski el lunes.", "es", "Necesitamos armas"),
        ]
    )
    func strangers(text: String, language: String, words: String) {
        let found = collate([
            (text, language),
            ("Kraslavian President Marko Zelinsky said on Monday that Kraslavia needs weapons.", "en"),
        ])
        let speakers = found.articles.filter { $0.annotated.language == language }.compactMap { analyzed in
            analyzed.speech.quotations.first { $0.content.contains { analyzed.article.text[$0].contains(words) } }?.speaker?.name
        }
        #expect(speakers.contains("Marko Zelinsky"), "\(speakers)")
    }

    @Test("the foreign minister of another country is not the one whom the article names")
    func officesOfTwoCountries() {
        let found = collate(
            "Ukrainian Foreign Minister Dmytro Olenko came. The Russian foreign minister said “the talks were a farce” on Monday.",
            "Russian Foreign Minister Sergei Lunin said: “The talks were a farce from the start.”"
        )
        let all = found.articles.flatMap { $0.speech.quotations.compactMap(\.speaker?.name) }
        #expect(all.filter { $0 == "Sergei Lunin" }.count == 2, "\(all)")
        #expect(!all.contains("Dmytro Olenko"))
    }
}
