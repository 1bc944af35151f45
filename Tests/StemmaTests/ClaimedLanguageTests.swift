import Reading
import Stemma
import Testing

/// Pages that claim a language, and what is made of the claim.
struct ClaimedLanguageTests {
    private static let german = """
        <p>Der Gemeinderat hat am Montag beschlossen, die alte Brücke zu schließen, nachdem Taucher Risse in zwei Pfeilern gefunden
        hatten.</p><p>„Wir konnten nicht bis zum Frühjahr warten“, sagte die Hafenmeisterin, „das Eis hätte den Rest getan.“</p>
        <p>Die Fähren fahren alle zwanzig Minuten, bis die Brücke wieder offen ist, und Schüler fahren umsonst.</p>
        """
    private static let english = """
        <p>The council decided on Monday to close the old bridge after divers had found cracks in two of its piers.</p>
        <p>“We could not wait for the spring,” the harbour master said. “The ice would have done the rest.”</p>
        <p>Ferries run every twenty minutes until the bridge opens again, and pupils travel free of charge.</p>
        """

    private func language(_ claimed: String, head: String = "", _ body: String) throws -> String? {
        let html =
            "<!DOCTYPE html><html\(claimed)><head><title>x</title>\(head)</head><body><article>\(body)</article></body></html>"
        let article = try PageReader().article(from: Array(html.utf8), origin: Origin(path: "page.html"))
        return Pipeline().withLanguage(article).language
    }

    @Test func aTemplatesEnglishIsHeldAgainstTheText() throws {
        #expect(try language(" lang=en", Self.german) == "de")
        #expect(try language(" lang=en", Self.english) == "en")
        #expect(try language("", Self.german) == "de")
    }

    @Test func whatAPageSaysTwiceIsBelieved() throws {
        let head = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"inLanguage\":\"en\"}</script>"
        #expect(try language(" lang=en", head: head, Self.german) == "en")
    }

    @Test func otherLanguagesAreNoTemplates() throws {
        #expect(try language(" lang=fr", Self.german) == "fr")
    }
}
