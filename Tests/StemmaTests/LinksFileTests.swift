import Collation
import Reading
import Stemma
import Testing
import TextCore

@Suite("File of links")
struct LinksFileTests {
    private static func article(_ id: String, _ text: String, url: String? = nil) -> Article {
        var article = PlainTextReader().read(UTF8Text(text), origin: Origin(path: id))
        article.id = id
        article.url = url
        return article
    }

    private static let articles = [
        article("news/a.txt", "Gate jams\n\nThe “sluice” gate jammed on Monday. The gate jammed again."),
        article("news/b.txt", "Barges wait\n\nOn Monday the gate jammed, and barges wait.", url: "https://b.example/1"),
    ]

    private static func file(_ links: String) throws(LinksFile.Fault) -> LinksFile {
        try LinksFile(Array(#"{"schema":"stemma.links/1","links":[\#(links)]}"#.utf8))
    }

    private static func resolved(_ passage: String, other: String = #"{"article":"news/b.txt","text":"barges wait"}"#) throws
        -> LinksFile.Resolved
    {
        try file(#"{"verdict":"confirmed","passages":[\#(passage),\#(other)]}"#).resolved(in: articles)
    }

    private static func words(_ resolved: LinksFile.Resolved) throws -> String {
        let passage = try #require(resolved.links.first?.passages.first)
        return articles[passage.article].text[passage.range]
    }

    @Test("a passage is found at its place in code points")
    func place() throws {
        let resolved = try Self.resolved(#"{"article":"news/a.txt","start":24,"end":35,"text":"gate jammed"}"#)
        #expect(try Self.words(resolved) == "gate jammed")
        // Byte 28: the marks before it take three bytes each.
        #expect(resolved.links.first?.passages.first?.range.lowerBound == 28)
    }

    @Test("a passage that moved is found where its words stand nearest")
    func moved() throws {
        let near = try Self.resolved(#"{"article":"news/a.txt","start":52,"end":63,"text":"gate jammed"}"#)
        let far = try Self.resolved(#"{"article":"news/a.txt","start":2,"end":4,"text":"gate jammed"}"#)
        let none = try Self.resolved(#"{"article":"news/a.txt","text":"gate jammed"}"#)
        let starts = [near, far, none].compactMap { $0.links.first?.passages.first?.range.lowerBound }
        #expect(starts.count == 3)
        #expect(starts[0] > starts[1] && starts[1] == starts[2])
    }

    @Test("other marks, blanks and case are no other words")
    func folded() throws {
        let resolved = try Self.resolved(
            #"{"article":"news/a.txt","start":0,"end":9,"text":"the \"Sluice\"  gate\njammed on monday"}"#
        )
        #expect(try Self.words(resolved) == "The “sluice” gate jammed on Monday")
    }

    @Test(
        "articles go by id, address or file name",
        arguments: ["news/b.txt", "https://b.example/1", "old/folder/b.txt", "b.txt"]
    )
    func names(_ name: String) throws {
        let resolved = try Self.resolved(
            #"{"article":"\#(name)","text":"barges wait"}"#,
            other: #"{"article":"news/a.txt","text":"gate"}"#
        )
        #expect(resolved.links.first?.passages.map(\.article) == [1, 0])
    }

    @Test("words that are not there, and articles that are not here, are told apart")
    func missing() throws {
        let gone = try Self.resolved(#"{"article":"news/a.txt","start":0,"end":4,"text":"the bridge fell"}"#)
        #expect(gone.links.isEmpty && gone.elsewhere == 0)
        #expect(gone.issues == [.init(entry: 1, message: "the words of passage 1 are not found in news/a.txt")])
        let other = try Self.resolved(#"{"article":"c.txt","text":"gate"}"#)
        #expect(other.links.isEmpty && other.issues.isEmpty && other.elsewhere == 1)
    }

    @Test("a broken entry costs only itself, and says what is wrong")
    func brokenEntries() throws {
        let good =
            #"{"verdict":"rejected","by":"Nell","note":"two gates","colour":1,"passages":[{"article":"a.txt","text":"gate"},{"article":"b.txt","text":"gate"}]}"#
        let broken = [
            "7", "null", "{}", #"{"verdict":"maybe","passages":[]}"#, #"{"verdict":"confirmed","passages":7}"#,
            #"{"verdict":"confirmed","passages":[{"article":"a.txt","text":"gate"}]}"#,
            #"{"verdict":"confirmed","passages":[{"text":"gate"},{"article":"b.txt","text":"gate"}]}"#,
            #"{"verdict":"confirmed","passages":[{"article":"a.txt","text":"gate"},{"article":"b.txt","text":5}]}"#,
            #"{"verdict":"confirmed","passages":[3,4]}"#,
        ]
        let file = try Self.file((broken + [good]).joined(separator: ","))
        let many = String(repeating: #"{"article":"a.txt","text":"gate"},"#, count: 256) + #"{"article":"b.txt","text":"gate"}"#
        #expect(try Self.file(#"{"verdict":"rejected","passages":[\#(many)]}"#).issues.count == 1)
        #expect(file.count == 10)
        #expect(file.issues.map(\.entry) == Array(1...9))
        #expect(file.issues.allSatisfy { !$0.message.isEmpty })
        #expect(file.issues[7].message == #"passage 2: "text" must be the words of the passage"#)
        let resolved = file.resolved(in: Self.articles)
        #expect(resolved.links.map(\.entry) == [10])
        #expect(resolved.links.first?.author == "Nell")
        #expect(resolved.links.first?.note == "two gates")
    }

    @Test(
        "another file is none of links",
        arguments: [
            ("{", LinksFile.Fault.noJSON), ("", .noJSON), ("[]", .noLinks), ("7", .noLinks), ("{}", .noLinks),
            (#"{"schema":"stemma.links/1","links":7}"#, .noLinks), (#"{"links":[]}"#, .otherSchema(nil)),
            (#"{"schema":"stemma.links/2","links":[]}"#, .otherSchema("stemma.links/2")),
        ]
    )
    func otherFiles(_ text: String, _ fault: LinksFile.Fault) {
        #expect(throws: fault) { try LinksFile(Array(text.utf8)) }
    }

    @Test("deep nesting, and bytes that are no text, are no JSON")
    func hostile() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: LinksFile.Fault.noJSON) { try LinksFile(Array(deep.utf8)) }
        #expect(throws: LinksFile.Fault.self) { try LinksFile([0xFF, 0xFE, 0x00, 0x7B]) }
    }
}
