import Collation
import Foundation
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Presentation

/// The contract of `stemma.collation/1` and its offsets.
@Suite struct JSONTests {
    private func decode(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func slice(_ text: String, _ start: Int, _ end: Int) -> String {
        let scalars = Array(text.unicodeScalars)
        guard start >= 0, start <= end, end <= scalars.count else { return "(out of bounds)" }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        return String(view)
    }

    /// Every object with `article`, `start`, `end` and `text` (or `claim`) holds exactly those code points.
    @Test func everyPlaceHoldsItsExactText() throws {
        for collation in [try FixtureStory.collation(), EscapingTests.collation()] {
            let document = try decode(CollationJSON().render(collation))
            let articles = try #require(document["articles"] as? [[String: Any]])
            var texts: [String: String] = [:]
            for article in articles { texts[article["id"] as? String ?? ""] = article["text"] as? String }
            var places = 0
            func visit(_ value: Any) {
                if let list = value as? [Any] { list.forEach(visit) }
                guard let object = value as? [String: Any] else { return }
                object.values.forEach(visit)
                guard let article = object["article"] as? String, let start = object["start"] as? Int,
                    let end = object["end"] as? Int, let words = (object["text"] ?? object["claim"]) as? String
                else { return }
                places += 1
                #expect(slice(texts[article] ?? "", start, end) == words)
            }
            visit(document)
            #expect(places > 4)
        }
    }

    @Test func schemaKeys() throws {
        let document = try decode(CollationJSON().render(try FixtureStory.collation()))
        #expect(document["schema"] as? String == "stemma.collation/1")
        #expect(
            Set(document.keys) == [
                "schema", "mode", "articles", "quotations", "shared", "solo", "figures", "headlines", "reuse", "descent",
                "coverage",
            ]
        )
        let figures = try #require(document["figures"] as? [[String: Any]])
        let conflict = try #require(figures.first { $0["kind"] as? String == "conflict" })
        let value = try #require((conflict["values"] as? [[String: Any]])?.first)
        #expect(Set(value.keys).isSuperset(of: ["article", "text", "value", "context", "start", "end"]))
        let sum = try #require(figures.first { $0["kind"] as? String == "arithmetic" })
        #expect(sum["parts"] as? [String] == ["9%", "32%"])
        #expect(sum["total"] as? Double == 41)
    }

    @Test func codePointsNotBytesNorUTF16() throws {
        let text = "Ünïcödé 😀 headline\n\nÀ Paris, « 😀 ça va », dit-il."
        var article = FixtureArticle(id: "a", outlet: nil, language: "fr", published: nil, text: text)
        article.quote(["😀 ça va"], by: "Zoé", cue: "dit-il")
        let object = try decode(QuotationsJSON().render(article.analyzed))
        let quotes = try #require(object["quotes"] as? [[String: Any]])
        let quote = try #require(quotes.first)
        let start = try #require(quote["start"] as? Int)
        #expect(start == Array(text.unicodeScalars).firstIndex(of: "«").map { $0 + 2 })
        #expect(slice(text, start, quote["end"] as? Int ?? 0) == "😀 ça va")
        #expect(quote["speaker"] as? String == "Zoé")
        #expect(object["article"] as? String == "a")
    }

    @Test func interruptedQuotationsShareAGroup() throws {
        let article = try FixtureStory.collation().articles[0]
        let object = try decode(QuotationsJSON().render(article))
        let quotes = try #require(object["quotes"] as? [[String: Any]])
        let pieces = quotes.filter { $0["group"] as? Int == 1 }
        #expect(pieces.map { $0["text"] as? String } == ["I radioed twice,", "Nobody picked up."])
    }

    @Test func analysisIsOneLine() throws {
        let text = ArticleAnalysisJSON().render(EscapingTests.collation().articles[0])
        #expect(!text.contains("\n"))
        let keys = try decode(text).keys
        #expect(
            Set(keys).isSuperset(of: [
                "id", "outlet", "headline", "published", "language", "blocks", "quotations", "entities", "names", "figures",
                "times", "statements",
            ])
        )
    }

    /// What a time ends with is not taken for where its words end: no object has a key twice.
    @Test func noKeyStandsTwice() throws {
        let text = UTF8Text(
            "Gate closed\n\nOn 3 May 2021 a clerk said the gate is shut from 3 to 7 May 2021, and 20 people left."
        )
        let article = PlainTextReader().read(text, origin: Origin(path: "gate.txt"))
        let line = ArticleAnalysisJSON().render(Pipeline().analyze(article))
        #expect(repeatedKeys(in: line) == [])
        #expect(repeatedKeys(in: #"{"a":1,"b":[{"a":1,"a":2}]}"#) == ["a"])
        let times = try #require(try decode(line)["times"] as? [[String: Any]])
        let range = try #require(times.first { $0["until"] != nil })
        #expect(range["until"] as? String == "2021-05-07")
        let (start, end) = (try #require(range["start"] as? Int), try #require(range["end"] as? Int))
        #expect(slice(text.string, start, end) == range["text"] as? String)
    }

    /// The keys that an object of a document has twice.
    private func repeatedKeys(in document: String) -> [String] {
        var (open, repeated, last): ([Set<String>], [String], String?) = ([], [], nil)
        var bytes = Array(document.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                var word: [UInt8] = []
                while let next = bytes.popFirst(), next != UInt8(ascii: "\"") {
                    word.append(next)
                    if next == UInt8(ascii: "\\"), let escaped = bytes.popFirst() { word.append(escaped) }
                }
                last = String(decoding: word, as: UTF8.self)
            case UInt8(ascii: ":"):
                guard let key = last, let keys = open.popLast() else { continue }
                if keys.contains(key) { repeated.append(key) }
                open.append(keys.union([key]))
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append([])
            case UInt8(ascii: "}"), UInt8(ascii: "]"): open.removeLast()
            default: break
            }
        }
        return repeated
    }

    /// Any string survives a round trip through another reader of JSON, pretty or not.
    @Test(arguments: 0..<30)
    func roundTrip(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let bytes = (0..<200).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let text = String(decoding: bytes, as: UTF8.self) + "\"\\/\u{2028}\u{2029}\u{7F}\u{1F}é"
        var writer = JSONWriter(isPretty: seed % 2 == 0)
        writer.object { writer in
            writer.member("text", text)
            writer.member("list", [text, ""])
            writer.member("number", 0.1)
            writer.key("empty")
            writer.array { _ in }
            writer.member("none", Double.nan)
            writer.member("object") { $0.member("yes", true) }
        }
        let object = try decode(writer.string)
        #expect(object["text"] as? String == text)
        #expect(object["list"] as? [String] == [text, ""])
        #expect(object["number"] as? Double == 0.1)
        #expect(object["none"] is NSNull)
        #expect((object["object"] as? [String: Any])?["yes"] as? Bool == true)
    }

    @Test func wholeNumbersHaveNoFraction() {
        var writer = JSONWriter()
        writer.array { writer in
            for number in [1, -40_000_000, 1e300, 0.5, .infinity] as [Double] { writer.value(number) }
        }
        #expect(writer.string == "[1,-40000000,1e+300,0.5,null]")
    }
}
