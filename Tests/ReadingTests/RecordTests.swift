import Testing
import TextCore

@testable import Reading

@Suite struct RecordTests {
    private func read(_ json: String) throws(ReadingError) -> Article {
        try RecordReader().read(Array(json.utf8), origin: Origin(path: "a.jsonl", line: 3), byteOffset: 70)
    }

    @Test func theFieldsOfTheContract() throws {
        let article = try read(
            #"{"id":"A","outlet":"TASS","published":"2021-10-18T14:05:00+03:00","language":"ru","headline":"H one","standfirst":"S two","authors":["Jane Doe"],"url":"https://tass.ru/1","text":"First. It ends.\n\nSecond. It ends."}"#
        )
        #expect(article.id == "A")
        #expect(article.outlet == Outlet(name: "TASS", evidence: .given))
        #expect(article.published?.iso8601 == "2021-10-18T14:05:00+03:00")
        #expect(article.language == "ru")
        #expect(article.authors == ["Jane Doe"])
        #expect(article.text.string == "H one\n\nS two\n\nFirst. It ends.\n\nSecond. It ends.")
        #expect(article.blocks.map(\.kind) == [.headline, .standfirst, .paragraph, .paragraph])
    }

    @Test func otherNamesOfTheFields() throws {
        let article = try read(
            #"{"_id":7,"title":"H","pubDate":"Mon, 18 Oct 2021 14:05:00 GMT","lang":"fr","source":{"name":"Le Littoral"},"author":{"name":"A B"},"link":"https://x.example/","content":"Un. Deux.","extra":[1,{"x":null}]}"#
        )
        #expect(article.id == "7")
        #expect(article.outlet?.name == "Le Littoral")
        #expect(article.published?.iso8601 == "2021-10-18T14:05:00Z")
        #expect(article.language == "fr")
        #expect(article.authors == ["A B"])
        #expect(article.text.string == "H\n\nUn. Deux.")
    }

    @Test func outletFromHostOrAddress() throws {
        #expect(try read(#"{"source":"www.rt.com","text":"One."}"#).outlet?.name == "RT")
        #expect(try read(#"{"url":"https://www.bbc.co.uk/news/1","text":"One."}"#).outlet == Outlet(name: "BBC", evidence: .url))
    }

    @Test func aHeadlineIsNotDoubled() throws {
        #expect(
            try read(#"{"headline":"H one","text":"H one\n\nThe body. It ends."}"#).text.string == "H one\n\nThe body. It ends."
        )
        let stopped = try read(#"{"headline":"H one","text":"H one.\n\nThe body. It ends."}"#)
        #expect(stopped.text.string == "H one.\n\nThe body. It ends.")
        #expect(stopped.blocks.map(\.kind) == [.headline, .paragraph])
        #expect(
            try read(#"{"headline":"H one","text":"H one more time. It ends."}"#).text.string
                == "H one\n\nH one more time. It ends."
        )
    }

    @Test func aRecordWithoutAHeadlineIsReadAsPlainText() throws {
        let article = try read(#"{"text":"Council closes bridge\n\n18 October 2021\n\nThe council voted. It said why."}"#)
        #expect(article.id == "a.jsonl:3")
        #expect(article.blocks.map(\.kind) == [.headline, .time, .paragraph])
        #expect(article.published?.iso8601 == "2021-10-18")
    }

    @Test func blocksThatStemmaWrote() throws {
        let article = try read(
            #"{"headline":"É","text":"É\n\nPart é one.","blocks":[{"kind":"headline","start":0,"end":1},{"kind":"paragraph","start":3,"end":14}]}"#
        )
        #expect(article.text.string == "É\n\nPart é one.")
        #expect(article.blocks.map { article.text[$0.range] } == ["É", "Part é one."])
    }

    @Test(arguments: [
        ("{", ReadingError.Kind.invalidJSON("")), ("[1]", .notAnObject), ("\"x\"", .notAnObject), (#"{"id":"x"}"#, .missingText),
        (#"{"id":"x","text":""}"#, .missingText), (#"{"id":"x","text":" \n"}"#, .missingText),
        (#"{"id":"x","text":5}"#, .wrongType(field: "text", expected: "a string, or a list of paragraphs")),
        (#"{"id":"x","text":"T","lang":5}"#, .wrongType(field: "lang", expected: "a string")),
        (#"{"id":"x","text":"T","date":true}"#, .wrongType(field: "date", expected: "a string or a number")),
        (
            #"{"id":"x","text":"T","blocks":[{"kind":"paragraph","start":0,"end":9}]}"#,
            .invalidValue(field: "blocks", expected: "in order, apart, inside the text and of known kinds")
        ),
    ])
    func brokenRecords(_ json: String, _ kind: ReadingError.Kind) {
        let error = #expect(throws: ReadingError.self) { try read(json) }
        #expect(error?.line == 3)
        #expect(error?.byteOffset == 70)
        #expect(error?.description.hasPrefix("a.jsonl:3: ") == true)
        if json.contains("\"id\"") { #expect(error?.recordID == "x") }
        switch (error?.kind, kind) {
        case (.invalidJSON?, .invalidJSON): break
        default: #expect(error?.kind == kind)
        }
    }

    @Test func whatIsOddButReadable() throws {
        #expect(try read(#"{"text":"One\u0000 two."}"#).warnings.contains(.droppedNULs(count: 1)))
        #expect(try read(#"{"text":"One.","date":"soon"}"#).warnings.contains(.unreadablePublicationTime("soon")))
        #expect(try read(#"{"text":null,"body":["One.","Two."]}"#).text.string == "One.\n\nTwo.")
        var bytes = Array(#"{"text":"caf"#.utf8)
        bytes += [0xE9]
        bytes += Array(#" noir, dit l'homme."}"#.utf8)
        let article = try RecordReader().read(bytes, origin: Origin(path: "a.jsonl", line: 1))
        #expect(article.text.string == "café noir, dit l'homme.")
    }

    @Test func aRawNULIsNamed() {
        let error = #expect(throws: ReadingError.self) { try read("{\"text\":\"Raw \u{0} nul\"}") }
        #expect(error?.message == "not valid JSON: column 14: the control character U+0000 in a string must be escaped")
    }

    @Test func deeplyNestedRecordsEnd() {
        let deep = "{\"text\":\"T\",\"x\":" + String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000) + "}"
        let error = #expect(throws: ReadingError.self) { try read(deep) }
        #expect(error?.message == "not valid JSON: column 528: nested deeper than 512 levels")
    }

    @Test(arguments: [
        (#"{"id":"x","text":"One"#, "column 22: the line ends inside a string"),
        (#"{"id":"x","text"#, "column 16: the line ends inside a string"),
        (#"{"id":"x" "text":"T"}"#, "column 11: a comma or a closing brace is expected"),
        (#"{"id":}"#, "column 7: a value is expected"),
        (#"{"id":["x"}"#, "column 11: a comma or a closing bracket is expected"),
        (#"{id:1}"#, "column 2: the name of a field in quotation marks is expected"),
        (#"{"id" 1}"#, "column 7: a colon is expected after the name of a field"),
        ("{", "column 2: the line ends inside an object"),
        (#"{"a":"\q"}"#, "column 7: no such escape in a string"),
        (#"{"a":1} {"b":2}"#, "column 9: there is more after the end of the record"),
        ("{\"a\":\"\u{1}\"}", "column 7: the control character U+0001 in a string must be escaped"),
        (String(repeating: "[", count: 600), "column 513: nested deeper than 512 levels"),
        ("", "column 1: the line ends inside an object"),
    ])
    func faultsAreNamedWithTheirColumn(_ json: String, _ fault: String) {
        #expect(JSONFault.describe(json.utf8) == fault)
    }

    @Test func soundJSONHasNoFault() {
        for json in [#"{"a":[1,-2.5e3,true,null,{"b":""}],"c":{},"d":[]}"#, " [] ", "3"] {
            #expect(JSONFault.describe(json.utf8) == nil)
        }
    }
}
