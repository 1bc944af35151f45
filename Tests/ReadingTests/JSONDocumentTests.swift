import Testing
import TextCore

@testable import Reading

/// Records that are no lines: arrays and objects over several lines.
@Suite struct JSONDocumentTests {
    private func read(_ name: String, _ document: String, limit: Int = 1 << 20) throws -> [Result<Article, ReadingError>] {
        let folder = try TemporaryFolder([name: Array(document.utf8)])
        return folder.read(name, options: ReadingOptions(maximumArticleSize: limit))
    }

    private static let pretty = """
        [
          {
            "id": "a",
            "source": { "name": "Herald" },
            "authors": [
              {
                "name": "Nell Ashgrove"
              }
            ],
            "text": "The gate [jammed], {they} said. It will \\"open\\"."
          },
          {
            "id": "b",
            "text": "It never ends
          },
          {
            "id": "c",
            "text": "Without a comma"
            "lang": "en"
          },
          {
            "id": "d",
            "text": "Without its brace. It goes on."
          {
            "id": "e",
            "text": "Whole again. It ends."
          },
          5,
          null,
          {"id": "f", "text": 7},
          {
            "id": "g",
            "text": "The last. It ends."
          }
        ]
        """

    @Test(arguments: ["\n", "\r\n"])
    func aBrokenElementOfAnArrayLosesNoOther(lineEnd: String) throws {
        let results = try read("a.json", Self.pretty.replacing("\n", with: lineEnd))
        #expect(results.map { $0.article?.id } == ["a", nil, nil, nil, "e", nil, nil, nil, "g"])
        #expect(results[0].article?.authors == ["Nell Ashgrove"])
        #expect(results[0].article?.text.string == "The gate [jammed], {they} said. It will \"open\".")
        let errors = results.compactMap(\.error)
        #expect(errors.map(\.line) == [12, 16, 21, 28, 29, 30])
        #expect(errors.map(\.origin.record) == [2, 3, 4, 6, 7, 8])
        #expect(errors.map(\.recordID) == ["b", "c", "d", nil, nil, "f"])
        #expect(
            errors[1].description.hasSuffix(
                "a.json:16: record 3: not valid JSON: line 19, column 5: a comma or a closing brace is expected"
            )
        )
        #expect(errors[3].kind == .notAnObject)
        #expect(errors[4].kind == .notAnObject)
        #expect(results.compactMap { $0.article?.origin.line } == [2, 24, 31])
    }

    @Test func anArrayOnOneLine() throws {
        let document =
            #"[{"id":"a","text":"One, a},{b. Two."},{"id":"b","text":"never ends},{"id":"c","text":"Three. Four."} , "#
            + #"{"id":"d","text":"x",{"id":"e","text":"Five. Six."}]"#
        let results = try read("a.json", document)
        #expect(results.map { $0.article?.id } == ["a", nil, "c", nil, "e"])
        #expect(results.compactMap { $0.error?.origin.record } == [2, 4])
        #expect(results.compactMap { $0.error?.recordID } == ["b", "d"])
    }

    @Test func anArrayWithARecordOnEachLine() throws {
        let results = try read(
            "a.txt",
            "[\n{\"id\":\"a\",\"text\":\"One.\"},\n{\"id\":\"b\",\"text\":\"Two\n{\"id\":\"c\",\"text\":\"Three.\"}\n]\n"
        )
        #expect(results.map { $0.article?.id } == ["a", nil, "c"])
    }

    @Test func objectsOverSeveralLines() throws {
        let one = "{\n  \"id\": \"a\",\n  \"text\": \"One. It is.\"\n}\n"
        #expect(try read("a.json", one).map { $0.article?.id } == ["a"])
        #expect(try read("a.jsonl", one + one.replacing("\"a\"", with: "\"b\"")).map { $0.article?.id } == ["a", "b"])
        #expect(try read("a.txt", "\u{FEFF}\n" + one).map { $0.article?.text.string } == ["One. It is."])
        #expect(try read("a.json", "{\"id\":\"a\",\"text\":\"One.\"}").map { $0.article?.id } == ["a"])
    }

    @Test func recordsWithoutAnIDAreNamedByTheirPlace() throws {
        let results = try read("a.json", #"[{"text":"One."},{"text":"Two."}]"#)
        #expect(results.map { $0.article?.id.split(separator: "/").last } == ["a.json#1", "a.json#2"])
    }

    @Test(arguments: [
        ("[]", nil), ("[ \n ]\n", nil), (#"[{"id":"a","text":"One."}"#, "a"), (#"[{"id":"a","text":"One."},{"id":"b""#, "a"),
        ("[{\"id\":\"a\",\"text\":\"One.\"}}]", "a"),
    ])
    func whatIsCutOffIsSaid(_ document: String, _ id: String?) throws {
        let results = try read("a.json", document)
        #expect(results.compactMap { $0.article?.id } == [id].compactMap { $0 })
        #expect(results.count { $0.error != nil } == 1)
        if id == nil { #expect(results.first?.error?.kind == .noRecords) }
    }

    @Test func anElementAboveTheLimitIsOneError() throws {
        let long = "{\"id\":\"b\",\"text\":\"" + String(repeating: "x", count: 600_000) + "\"}"
        let document = "[{\"id\":\"a\",\"text\":\"One.\"},\n\(long),\n{\"id\":\"c\",\"text\":\"Three.\"}]"
        let results = try read("a.json", document, limit: 100_000)
        #expect(results.map { $0.article?.id } == ["a", nil, "c"])
        #expect(results[1].error?.kind == .tooLarge(limit: 100_000))
        #expect(results[1].error?.line == 2)
        #expect(results[2].article?.origin.line == 3)
    }

    /// A broken first line of a JSONL file does not make a document of it.
    @Test(arguments: ["{\"id\":", "{\"id\":\"x\",", "{", "[1]", "[", "{\"id\":\"x", "nonsense"])
    func linesStayLines(_ first: String) throws {
        let results = try read("a.jsonl", "\(first)\n{\"id\":\"b\",\"text\":\"Two.\"}\n{\"id\":\"c\",\"text\":\"Three.\"}\n")
        #expect(results.compactMap { $0.article?.id } == ["b", "c"], "\(results)")
    }

    /// Cut anywhere and damaged anywhere, a document gives articles and errors, and ends.
    @Test func damagedDocumentsEnd() throws {
        let bytes = Array(Self.pretty.utf8)
        for cut in stride(from: 1, to: bytes.count, by: 89) {
            _ = try read("a.json", String(decoding: bytes[..<cut], as: UTF8.self))
            for sign in ["\"", "{", "]", "\n"] {
                var damaged = bytes
                damaged.replaceSubrange(cut..<cut + 1, with: sign.utf8)
                let results = try read("a.json", String(decoding: damaged, as: UTF8.self))
                #expect(results.count < 20)
            }
        }
    }
}
