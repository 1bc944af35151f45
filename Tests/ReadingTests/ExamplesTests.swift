import Foundation
import TestSupport
import Testing
import TextCore

@testable import Reading

/// What was planted in `Examples/` for Reading, and nothing else.
@Suite struct ExamplesTests {
    static func article(_ name: String) throws -> Article {
        let bytes = try ExampleFiles.bytes(name)
        return try ArticleReader().article(fromPlainText: bytes, path: "Examples/" + name)
    }

    static let kinds: [String: Block.Kind] = [
        "promo": .promo, "caption": .caption, "share": .sharePrompt, "navigation": .navigation, "newsletter": .newsletter,
        "credit": .credit, "photoCredit": .credit, "dateline": .dateline, "byline": .byline,
    ]

    @Test(arguments: kinds.keys.sorted())
    func everyPlantedLineIsOneBlockOfItsKind(_ kind: String) throws {
        let planted = PlantedFinding.all(kind)
        #expect(!planted.isEmpty)
        for item in planted {
            let article = try Self.article(item.file)
            let blocks = article.blocks.filter { article.text[$0.range] == item.text }
            #expect(blocks.map(\.kind) == [Self.kinds[kind]], "\(item.id): \(item.text)")
        }
    }

    @Test func nothingElseIsLeftOut() throws {
        // Every paragraph of the stories is body, whatever stands around it.
        let counts = try ["harbour-herald.txt", "nordwire.txt", "coast-tribune.txt", "le-littoral.txt"].map { name in
            try Self.article(name).blocks.filter(\.isBody).count
        }
        #expect(counts == [8, 7, 7, 6])
    }

    @Test(arguments: [
        ("harbour-herald.txt", "2022-10-18T07:40", "harbourherald.example", ["Nell Ashgrove"], []),
        ("nordwire.txt", "XXXX-10-18", "NORDWIRE", [], ["NORDWIRE"]),
        ("coast-tribune.txt", "2022-10-18T06:15-04:00", "Coast Tribune", ["Dana Quill"], ["NORDWIRE"]),
        ("le-littoral.txt", "2022-10-18T09:12", "Le Littoral", ["Hélène Castaing"], []),
    ])
    func whoAndWhen(_ name: String, _ published: String, _ outlet: String, _ authors: [String], _ agencies: [String]) throws {
        let article = try Self.article(name)
        #expect(article.published?.iso8601 == published)
        #expect(article.outlet?.name == outlet)
        #expect(article.authors == authors)
        #expect(article.agencies == agencies)
        #expect(article.headline?.range.count ?? 0 > 30)
        #expect(article.blocks.filter { $0.kind == .standfirst }.count == 1)
    }
}
