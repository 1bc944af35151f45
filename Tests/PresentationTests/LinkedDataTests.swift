import Collation
import Foundation
import Speech
import Stemma
import Testing
import TextCore

@testable import Presentation
@testable import Reading

/// Quotations as schema.org JSON-LD and as W3C annotations: the members that the vocabularies ask for, of the types that they
/// ask for, and places that hold the words.
struct LinkedDataTests {
    /// What each test looks at: a story made by hand, hostile text, and an article that the pipeline read.
    private static func articles() throws -> [AnalyzedArticle] {
        try FixtureStory.collation().articles + EscapingTests.collation().articles + [read()]
    }

    private static func read(url: String? = "https://news.example/gate?day=1") throws -> AnalyzedArticle {
        var record: [String: String] = [
            "id": "gate", "outlet": "Varden Courier", "published": "2024-05-02T10:30:00+02:00", "language": "en",
            "headline": "Ostrov: “Gate open by Thursday, or I resign”",
            "text": """
            The lock gate above Varden has jammed for a third time.

            “We will have [the] gate open by Thursday, or I shall resign 😀,” Lena Ostrov, the harbour master, said in Russian.

            Officials said that nobody was hurt. A report by the port says the hinge is broken.
            """,
        ]
        record["url"] = url
        let bytes = Array(try JSONSerialization.data(withJSONObject: record))
        return Pipeline().analyze(try RecordReader().read(bytes[...], origin: Origin(path: "gate.jsonl", line: 1)))
    }

    private func document(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    // MARK: schema.org

    /// The properties that are used, with the types of schema.org that they may have.
    private static let properties: [String: [String: Set<String>]] = [
        "Quotation": [
            "additionalType": ["Text"], "text": ["Text"], "inLanguage": ["Text"], "position": ["Integer"],
            "creator": ["Person", "Organization"], "spokenByCharacter": ["Person", "Organization"], "creditText": ["Text"],
            "isBasedOn": ["CreativeWork", "Reference"], "translationOfWork": ["Quotation"], "isPartOf": ["NewsArticle"],
        ],
        "NewsArticle": [
            "headline": ["Text"], "publisher": ["Organization"], "datePublished": ["Date"], "url": ["URL"],
            "inLanguage": ["Text"],
        ],
        "Person": ["name": ["Text"], "jobTitle": ["Text"]],
        "Organization": ["name": ["Text"]],
        "CreativeWork": ["name": ["Text"]],
    ]

    private func validate(_ node: [String: Any], as type: String) {
        #expect(node["@type"] as? String == type)
        for (key, value) in node where key != "@type" {
            if key == "@id" {
                #expect(isIRI(value as? String))
                continue
            }
            guard let types = Self.properties[type]?[key] else {
                Issue.record("\(type) has no \(key)")
                continue
            }
            for value in value as? [Any] ?? [value] { validate(value, as: types, "\(type).\(key)") }
        }
    }

    private func validate(_ value: Any, as types: Set<String>, _ place: String) {
        if let node = value as? [String: Any] {
            guard let type = node["@type"] as? String else {
                #expect(types.contains("Reference") && node.count == 1 && isIRI(node["@id"] as? String), "\(place)")
                return
            }
            #expect(types.contains(type), "\(place) is \(type)")
            return validate(node, as: type)
        }
        if types.contains("Integer") {
            #expect(value is Int, "\(place)")
            return
        }
        guard let text = value as? String, !text.isEmpty else {
            Issue.record("\(place) is no text")
            return
        }
        if types.contains("URL") { #expect(isIRI(text), "\(place)") }
        if types.contains("Date") {
            // ISO 8601: a day, or a day with a time that has seconds.
            let isDay = text.utf8.count == 10
            #expect(isDay || text.utf8.count >= 19 && text.contains("T"), "\(text)")
        }
    }

    private func isIRI(_ text: String?) -> Bool {
        guard let text, let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return false }
        return !text.contains { $0.isWhitespace || "<>\"{}|\\^`".contains($0) }
    }

    @Test func everyQuotationIsOneOfSchemaOrg() throws {
        let articles = try Self.articles()
        let document = try document(QuotationsJSONLD.render(articles))
        #expect(Set(document.keys) == ["@context", "@graph"])
        #expect(document["@context"] as? String == "https://schema.org")
        let graph = try #require(document["@graph"] as? [[String: Any]])
        #expect(graph.count == 1 + articles.reduce(0) { $0 + $1.speech.quotations.count(where: \.isSpeech) })
        #expect(graph.last?["@type"] as? String == "CreateAction")
        #expect(graph.last?["description"] as? String == "lexical mode")
        for node in graph.dropLast() {
            validate(node, as: "Quotation")
            for key in ["@id", "text", "isPartOf", "additionalType"] { #expect(node[key] != nil, "\(key)") }
            // A creator only where the words are his.
            if node["creator"] != nil { #expect(node["additionalType"] as? String == "direct speech") }
        }
    }

    @Test func anArticleIsAsItSays() throws {
        let graph = try #require(try document(QuotationsJSONLD.render([Self.read()]))["@graph"] as? [[String: Any]])
        let article = try #require(graph.first?["isPartOf"] as? [String: Any])
        #expect(article["@id"] as? String == "https://news.example/gate?day=1")
        #expect(article["headline"] as? String == "Ostrov: “Gate open by Thursday, or I resign”")
        #expect((article["publisher"] as? [String: Any])?["name"] as? String == "Varden Courier")
        #expect(article["datePublished"] as? String == "2024-05-02T10:30:00+02:00")
        let body = try #require(graph.first { ($0["text"] as? String)?.hasPrefix("We will have") == true })
        #expect((body["creator"] as? [String: Any])?["name"] as? String == "Lena Ostrov")
        #expect((body["translationOfWork"] as? [String: Any])?["inLanguage"] as? String == "ru")
        // The headline's words are those of the body.
        let headline = try #require(graph.first { ($0["text"] as? String)?.hasPrefix("Gate open") == true })
        #expect((headline["isBasedOn"] as? [[String: Any]])?.first?["@id"] as? String == body["@id"] as? String)
    }

    @Test func whatIsUnknownIsLeftOut() throws {
        var article = FixtureArticle(
            id: "a",
            outlet: nil,
            language: "en",
            published: CivilTime(year: 2024),
            text: "H\n\nIt is “shut”."
        )
        article.quote(["shut"])
        let graph = try #require(try document(QuotationsJSONLD.render([article.analyzed]))["@graph"] as? [[String: Any]])
        let node = try #require(graph.first)
        for key in ["creator", "spokenByCharacter", "creditText", "isBasedOn", "translationOfWork"] { #expect(node[key] == nil) }
        let part = try #require(node["isPartOf"] as? [String: Any])
        #expect(Set(part.keys) == ["@type", "@id", "headline", "inLanguage"])
        #expect((part["@id"] as? String)?.hasPrefix("ni:///sha-256;") == true)
    }

    @Test(arguments: ["javascript:alert(1)", "https://news.example/a b", "https://news.example/<a>", "/gate"])
    func whatIsNoAddressIsNone(url: String) throws {
        let text = try QuotationsJSONLD.render([Self.read(url: url)]) + QuotationAnnotations.render([Self.read(url: url)])
        #expect(!text.contains("\"url\":"))
        #expect(!text.contains(url))
    }

    /// RFC 6920 names a text by its SHA-256 in base64url; RFC 9562 gives the UUID of a name in the namespace for URLs.
    @Test func namesAreThoseOfTheStandards() {
        #expect(LinkedNames.content(of: UTF8Text("Hello World!")) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk")
        #expect(LinkedNames.uuid(of: "https://www.example.com/") == "urn:uuid:3d3ed9d2-aa3d-5fa6-90e8-ed662e90f559")
    }

    @Test func aLongNameIsCutWhereItIsRepeated() {
        let name = String(repeating: "é", count: 400)
        #expect(QuotationsJSONLD.bounded(name).unicodeScalars.count == 301)
        #expect(QuotationsJSONLD.bounded("Lena Ostrov") == "Lena Ostrov")
    }

    // MARK: Web annotations

    @Test func everyAnnotationFollowsTheModel() throws {
        let articles = try Self.articles()
        let collection = try document(QuotationAnnotations.render(articles))
        #expect(collection["@context"] as? String == "http://www.w3.org/ns/anno.jsonld")
        #expect(collection["type"] as? String == "AnnotationCollection")
        let page = try #require(collection["first"] as? [String: Any])
        #expect(page["type"] as? String == "AnnotationPage")
        #expect(page["startIndex"] as? Int == 0)
        #expect(page["partOf"] as? String == collection["id"] as? String)
        #expect(collection["last"] as? String == page["id"] as? String)
        let items = try #require(page["items"] as? [[String: Any]])
        #expect(collection["total"] as? Int == items.count)
        #expect(items.count == articles.reduce(0) { $0 + $1.speech.quotations.count })
        var ids = [collection["id"], page["id"]].map { $0 as? String }
        for item in items {
            ids.append(item["id"] as? String)
            #expect(item["type"] as? String == "Annotation")
            let purposes = try #require(item["motivation"] as? [String])
            let bodies = try #require(item["body"] as? [[String: Any]])
            #expect(bodies.map { $0["purpose"] as? String } == purposes)
            #expect(purposes.first == "classifying")
            for body in bodies {
                #expect(body["type"] as? String == "TextualBody")
                #expect(["classifying", "identifying", "describing"].contains(body["purpose"] as? String))
                #expect((body["value"] as? String)?.isEmpty == false)
                #expect(body["format"] as? String == "text/plain")
            }
        }
        for id in ids { #expect(id?.hasPrefix("urn:uuid:") == true && isIRI(id)) }
        #expect(Set(ids).count == ids.count)
    }

    @Test func bothSelectorsSelectTheWords() throws {
        for article in try Self.articles() {
            let text = Array(article.article.text.string.unicodeScalars)
            func words(_ start: Int, _ end: Int) -> String {
                guard 0 <= start, start <= end, end <= text.count else { return "(out of bounds)" }
                return String(String.UnicodeScalarView(text[start..<end]))
            }
            let page = try #require(try document(QuotationAnnotations.render([article]))["first"] as? [String: Any])
            let items = try #require(page["items"] as? [[String: Any]])
            for (item, quotation) in zip(items, article.speech.quotations) {
                let targets = item["target"] as? [[String: Any]] ?? [item["target"] as? [String: Any] ?? [:]]
                #expect(targets.count == quotation.content.count)
                for (target, piece) in zip(targets, quotation.content) {
                    #expect(target["type"] as? String == "SpecificResource")
                    let source = try #require(target["source"] as? [String: Any])
                    #expect(isIRI(source["id"] as? String))
                    let selectors = try #require(target["selector"] as? [[String: Any]])
                    #expect(selectors.map { $0["type"] as? String } == ["TextQuoteSelector", "TextPositionSelector"])
                    let start = try #require(selectors.last?["start"] as? Int)
                    let end = try #require(selectors.last?["end"] as? Int)
                    let quote = try #require(selectors.first)
                    #expect(quote["exact"] as? String == words(start, end))
                    #expect(quote["exact"] as? String == article.article.text[piece])
                    #expect(quote["prefix"] as? String == words(max(0, start - 32), start))
                    #expect(quote["suffix"] as? String == words(end, min(text.count, end + 32)))
                }
            }
        }
    }

    @Test func thePageOfAnAddressIsTheTextThatWasRead() throws {
        let page = try #require(try document(QuotationAnnotations.render([Self.read()]))["first"] as? [String: Any])
        let target = try #require((page["items"] as? [[String: Any]])?.first?["target"] as? [String: Any])
        #expect((target["source"] as? [String: Any])?["id"] as? String == "https://news.example/gate?day=1")
        #expect(((target["state"] as? [String: Any])?["cached"] as? String)?.hasPrefix("ni:///sha-256;") == true)
    }

    @Test func nothingIsAWholeDocument() throws {
        #expect((try document(QuotationsJSONLD.render([]))["@graph"] as? [Any])?.count == 1)
        let collection = try document(QuotationAnnotations.render([]))
        #expect(collection["total"] as? Int == 0)
        #expect(((collection["first"] as? [String: Any])?["items"] as? [Any])?.isEmpty == true)
    }
}
