import Foundation
import TestSupport
import Testing

/// `stemma quotes`: offsets into the given text, speakers by the story.
struct QuotesCommandTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func quotes(_ records: [[String: Any]]) -> [[String: Any]] {
        records.flatMap { $0["quotes"] as? [[String: Any]] ?? [] }
    }

    /// A byte order mark or a NUL in front is a code point of the given text, which offsets count.
    @Test(arguments: ["", "\u{FEFF}", "\u{0}", "\u{FEFF}\u{0}", "\u{FEFF}\u{FEFF}"])
    func offsetsCountWhatStandsInFront(prefix: String) throws {
        let text = prefix + "The ferry\n\n“We will leave the port,” Ida Moss said on Monday.\n"
        let path = try workspace.write("article.txt", text)
        let found = quotes(try CommandRun.stemma("quotes", "--format", "jsonl", path).records())
        #expect(found.count == 1)
        let scalars = Array(text.unicodeScalars)
        for quote in found {
            let (start, end) = (try #require(quote["start"] as? Int), try #require(quote["end"] as? Int))
            var piece = String.UnicodeScalarView()
            piece.append(contentsOf: scalars[start..<end])
            #expect(String(piece) == quote["text"] as? String)
        }
    }

    /// The text of a record is headline, blank line, body, also where the body repeats the headline.
    @Test(arguments: ["The ferry", " The ferry ", "The pier"])
    func offsetsOfARecordCountItsHeadline(headline: String) throws {
        let body = "\n The ferry\n\n“We will leave the port,” Ida Moss said on Monday.\n"
        let record = ["id": "A", "language": "en", "headline": headline, "body": body]
        let line = try #require(String(data: try JSONSerialization.data(withJSONObject: record), encoding: .utf8))
        let path = try workspace.write("articles.jsonl", line + "\n")
        let found = quotes(try CommandRun.stemma("quotes", "--format", "jsonl", path).records())
        #expect(found.count == 1)
        let isDoubled = headline.contains("ferry")
        let scalars = Array(((isDoubled ? headline : "The pier") + "\n\n" + body).unicodeScalars)
        for quote in found {
            let (start, end) = (try #require(quote["start"] as? Int), try #require(quote["end"] as? Int))
            var piece = String.UnicodeScalarView()
            piece.append(contentsOf: scalars[start..<end])
            #expect(String(piece) == quote["text"] as? String)
        }
    }

    /// “The port director” is whom another article of the story names with that office.
    @Test func aBareRoleIsResolvedByTheStory() throws {
        let one = try workspace.write(
            "one.txt",
            "The ferry\n\nThe town met on Monday.\n\n“We will close the old port in June,” the port director said on Monday.\n"
        )
        let two = try workspace.write(
            "two.txt",
            "The port\n\nPort director Ida Vesterby spoke on Monday.\n\n“Nobody will be hurt by it,” Vesterby said in the evening.\n"
        )
        let alone = quotes(try CommandRun.stemma("quotes", "--format", "jsonl", one, two).records())
        #expect(alone.compactMap { $0["speaker"] as? String } == ["port director", "Ida Vesterby"])
        let story = quotes(try CommandRun.stemma("quotes", "--story", "--format", "jsonl", one, two).records())
        #expect(story.compactMap { $0["speaker"] as? String } == ["Ida Vesterby", "Ida Vesterby"])
        #expect(try !CommandRun.stemma("quotes", one, two).out.lowercased().contains("\nport director"))
    }
}
