import Collation
import Foundation
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Presentation

/// Comparisons in the formats of other programs, each read by such a program.
@Suite("Exports")
struct ExportTests {
    private static let hasXMLLint = Validator.isInstalled(Validator.xmllint)
    private static let hasPython = Validator.isInstalled(Validator.python)

    /// The examples as they are read, with a person's links.
    private static func examples() throws -> Collation {
        let folder = SharedData.repository.appending(path: "Examples")
        let articles = try ["coast-tribune", "harbour-herald", "le-littoral", "nordwire"].map { name in
            let text = String(decoding: try Data(contentsOf: folder.appending(path: "\(name).txt")), as: UTF8.self)
            return PlainTextReader().read(UTF8Text(text), origin: Origin(path: "\(name).txt"))
        }
        let found = Pipeline().collate(articles)
        let first = try #require(found.shared.first)
        let solos = try #require(found.solo.firstIndex { $0.passage.article != found.solo[0].passage.article })
        return Pipeline().collate(
            articles,
            links: [
                StatementLink(entry: 1, verdict: .rejected, passages: first.witnesses.map(\.passage), author: "Nell Aurel"),
                StatementLink(entry: 2, verdict: .confirmed, passages: [found.solo[0].passage, found.solo[solos].passage]),
            ]
        )
    }

    /// The fixture, whatever hurts, whatever is empty, and a real comparison.
    private static func collations() throws -> [Collation] {
        [
            try FixtureStory.collation(), EscapingTests.collation(), Collation(articles: []),
            Collation(articles: [try FixtureStory.collation().articles[3]]), try examples(),
        ]
    }

    @Test(arguments: ExportFormat.allCases)
    func golden(_ format: ExportFormat) throws {
        let text = CollationExport(format: format).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story.\(format == .annotation ? "annotation.json" : format.rawValue)")
    }

    @Test("TEI is what its schema allows", .enabled(if: hasXMLLint, "xmllint is not installed (libxml2-utils)"))
    func tei() throws {
        for collation in try Self.collations() {
            try Validator.expectValid(CollationExport(format: .tei).render(collation), "tei-apparatus.rng")
        }
    }

    @Test("readings hold the original words", .enabled(if: hasPython, "python3 is not installed"))
    func readings() throws {
        let collation = try Self.examples()
        let program = """
            import sys, json, xml.etree.ElementTree as tree
            t = "{http://www.tei-c.org/ns/1.0}"
            rows = []
            for app in tree.parse(sys.stdin.buffer).iter(t + "app"):
                for rdg in app.iter(t + "rdg"):
                    place = rdg.get("source").split("#char=")[1].split(",")
                    rows.append([app.get("{http://www.w3.org/XML/1998/namespace}id"), int(rdg.get("wit")[2:]) - 1,
                                 int(place[0]), int(place[1]), "".join(rdg.itertext()), rdg.get("resp") == "#person"])
            print(json.dumps(rows))
            """
        let out = try Validator.python(program, CollationExport(format: .tei).render(collation))
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [[Any]])
        #expect(rows.count > collation.solo.count + 2 * collation.shared.count)
        for row in rows {
            let article = try #require(row[1] as? Int)
            let scalars = Array(collation.articles[article].article.text.string.unicodeScalars)
            let place = try #require(row[2] as? Int)..<(try #require(row[3] as? Int))
            #expect(String(String.UnicodeScalarView(scalars[place])) == row[4] as? String)
        }
        #expect(rows.contains { $0[5] as? Bool == true })
    }

    @Test("GraphML is what its schema allows", .enabled(if: hasXMLLint, "xmllint is not installed (libxml2-utils)"))
    func graphML() throws {
        for collation in try Self.collations() {
            let text = CollationExport(format: .graphML).render(collation)
            try Validator.expectValid(text, "graphml.rng")
            // Every key that is used is declared.
            let declared = Set(text.components(separatedBy: "<key id=\"").dropFirst().map { $0.prefix { $0 != "\"" } })
            let used = Set(text.components(separatedBy: "<data key=\"").dropFirst().map { $0.prefix { $0 != "\"" } })
            #expect(used.isSubset(of: declared))
        }
    }

    @Test("CSV is a table without formulas", .enabled(if: hasPython, "python3 is not installed"))
    func csv() throws {
        for collation in try Self.collations() {
            let program = """
                import csv, io, json, sys
                text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf8", newline="").read()
                print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))
                """
            let out = try Validator.python(program, CollationExport(format: .csv).render(collation))
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [[String]])
            let places =
                collation.shared.flatMap(\.witnesses).count + collation.solo.count
                + collation.headlines.reduce(0) { $0 + 1 + $1.witnesses.count } + 2 * collation.reuse.count
            #expect(rows.count > places)
            #expect(Set(rows.map(\.count)) == [21])
            for cell in rows.joined() { #expect(!["=", "+", "-", "@", "\t", "\r"].contains { cell.hasPrefix($0) }, "\(cell)") }
        }
    }

    @Test("JSON-LD has what schema.org asks for, drafts without a rating, and every name once")
    func jsonLD() throws {
        for collation in try Self.collations() {
            let text = CollationExport(format: .jsonLD).render(collation)
            let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(document["@context"] as? String == "https://schema.org")
            let graph = try #require(document["@graph"] as? [[String: Any]])
            let types = graph.compactMap { $0["@type"] as? String }
            #expect(types.count { $0 == "Claim" } == collation.shared.count + collation.solo.count)
            let unsupported = collation.headlines.count { $0.support != .full }
            #expect(types.count { $0 == "ClaimReview" } == collation.figures.count + unsupported)
            let names = graph.compactMap { $0["@id"] as? String }
            #expect(names.count == graph.count - 1)
            #expect(graph.last?["@type"] as? String == "CreateAction")
            #expect(graph.last?["description"] as? String == "lexical mode")
            #expect(Set(names).count == names.count)
            #expect(!text.contains("ating"))
            for node in graph where node["@type"] as? String == "ClaimReview" {
                #expect(node["creativeWorkStatus"] as? String == "Draft")
                #expect((node["claimReviewed"] as? String)?.isEmpty == false)
                #expect((node["itemReviewed"] as? [String: Any])?["@type"] as? String == "Claim")
            }
            let articles = Set(graph.filter { $0["@type"] as? String == "NewsArticle" }.compactMap { $0["@id"] as? String })
            for claim in graph where claim["@type"] as? String == "Claim" {
                for place in try #require(claim["appearance"] as? [[String: Any]]) {
                    let whole = try #require((place["isPartOf"] as? [String: Any])?["@id"] as? String)
                    #expect(articles.contains(whole))
                    #expect((place["text"] as? String) != nil)
                }
            }
        }
    }

    @Test("annotations select the words they are about by both selectors")
    func annotations() throws {
        for collation in try Self.collations() {
            let text = CollationExport(format: .annotation).render(collation)
            let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(document["type"] as? String == "AnnotationCollection")
            let page = try #require(document["first"] as? [String: Any])
            let items = try #require(page["items"] as? [[String: Any]])
            #expect(document["total"] as? Int == items.count)
            #expect(Set(items.compactMap { $0["id"] as? String }).count == items.count)
            let scalars = Dictionary(
                collation.articles.map {
                    (
                        LinkedNames.address(of: $0.article) ?? LinkedNames.content(of: $0.article.text),
                        Array($0.article.text.string.unicodeScalars)
                    )
                },
                uniquingKeysWith: { first, _ in first }
            )
            for item in items {
                let target = try #require(item["target"])
                for place in try (target as? [[String: Any]]) ?? [#require(target as? [String: Any])] {
                    let source = try #require((place["source"] as? [String: Any])?["id"] as? String)
                    let selectors = try #require(place["selector"] as? [[String: Any]])
                    let (start, end) = (try #require(selectors[1]["start"] as? Int), try #require(selectors[1]["end"] as? Int))
                    let words = String(String.UnicodeScalarView(try #require(scalars[source])[start..<end]))
                    #expect(words == selectors[0]["exact"] as? String)
                }
            }
        }
    }

    @Test("a speaker is one, however much of the name a statement has")
    func speakers() throws {
        let graph = CollationExport(format: .graphML).render(try FixtureStory.collation())
        #expect(graph.components(separatedBy: ">Tomas Rehling</data>").count == 2)
        #expect(!graph.contains("\"label\">Rehling</data>"))
    }

    @Test("what rests on a person's word is marked in every format")
    func persons() throws {
        let collation = try Self.examples()
        #expect(collation.links.map(\.outcome) == [.obeyed, .obeyed])
        func text(_ format: ExportFormat) -> String { CollationExport(format: format).render(collation) }
        #expect(text(.tei).contains("resp=\"#person\""))
        #expect(text(.annotation).contains(#""creator":{"type":"Person"#))
        #expect(text(.annotation).contains("not the same statement"))
        #expect(text(.jsonLD).contains("confirmed by a person"))
        #expect(text(.csv).contains(",person,"))
        #expect(text(.graphML).contains("<data key=\"by\">person</data>"))
        for format in [OutputFormat.terminal, .markdown, .html] {
            let text = CollationRenderer(format: format).render(collation)
            #expect(text.contains("confirmed by a person"))
            #expect(text.lowercased().contains("kept apart by a person"))
        }
        #expect(CollationJSON().render(collation).contains(#""by":"person""#))
    }
}

@Suite("XML")
struct XMLWriterTests {
    @Test("what XML 1.0 forbids is replaced, what it would change is written as a reference")
    func escaping() {
        #expect(
            XMLWriter.escaped("a<b>&\"c\"\u{0}\u{1B}\u{FFFE}\u{FFFF}\r\n\t")
                == "a&lt;b&gt;&amp;\"c\"\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}&#13;\n\t"
        )
        #expect(XMLWriter.escaped("\"\t\n\r", inAttribute: true) == "&quot;&#9;&#10;&#13;")
        #expect(XMLWriter.escaped("\u{85}\u{D7FF}\u{E000}\u{1F600}") == "\u{85}\u{D7FF}\u{E000}\u{1F600}")
    }

    @Test("languages are well-formed tags or none", arguments: ["en", "zh-Hans", "de-1996"])
    func languages(_ code: String) { #expect(XMLWriter.language(code) == code) }

    @Test("other words are no language", arguments: ["", "en us", "1a", "en-", "-", "unknownlanguage", "ру"])
    func noLanguages(_ code: String) { #expect(XMLWriter.language(code) == nil) }

    @Test(
        "any text gives a well-formed document",
        .enabled(if: Validator.isInstalled(Validator.xmllint), "xmllint is not installed (libxml2-utils)")
    )
    func wellFormed() throws {
        var random = SeededRandom(seed: 20)
        for _ in 0..<10 {
            var text = String.UnicodeScalarView()
            for _ in 0..<400 {
                let value = UInt32.random(in: 0...0x300, using: &random)
                text.append(Unicode.Scalar(Bool.random(using: &random) ? value : value + 0xFD00) ?? "]")
            }
            var writer = XMLWriter()
            writer.element("a", ["b": String(text)]) { $0.element("c", text: String(text) + "]]>") }
            #expect(try Validator.isWellFormed(writer.xml))
        }
    }
}
