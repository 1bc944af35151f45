import Collation
import Foundation
import Speech
import Testing

@testable import Presentation

/// One statement has one id, the same in terminal, page, Markdown and JSON.
@Suite struct CitationTests {
    /// Ids with the words of their first witness, as JSON gives them.
    private func statements(_ collation: Collation) throws -> [(id: String, words: String)] {
        let json = Data(CollationRenderer(format: .json).render(collation).utf8)
        let document = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        let shared = try #require(document["shared"] as? [[String: Any]])
        return try shared.map { statement in
            let witness = try #require((statement["witnesses"] as? [[String: Any]])?.first)
            return (try #require(statement["id"] as? String), try #require(witness["text"] as? String))
        }
    }

    @Test func oneIdEverywhere() throws {
        let collation = try FixtureStory.collation()
        let terminal = CollationRenderer(format: .terminal, options: RenderOptions(width: 1000, showsAll: true)).render(collation)
        let markdown = CollationRenderer(format: .markdown).render(collation)
        let page = CollationRenderer(format: .html).render(collation)
        let statements = try statements(collation)
        #expect(statements.map(\.id) == ["s1", "s2", "s3", "s4", "s5", "s6"])
        for (id, words) in statements {
            // Behind the id, the first words are the statement's own.
            for (text, start) in [(terminal, "\n\(id)  "), (markdown, "\n- `\(id)` "), (page, "id=\"\(id)\" data-kind")] {
                let parts = text.components(separatedBy: start)
                #expect(parts.count == 2, "\(id)")
                let others = statements.filter { $0.id != id }.compactMap {
                    parts.last?.range(of: HTMLBuilder.escaped($0.words))?.lowerBound
                }
                let place = try #require(parts.last?.range(of: HTMLBuilder.escaped(words))?.lowerBound)
                #expect(others.allSatisfy { $0 > place }, "\(id)")
            }
            #expect(page.contains("href=\"#\(id)-1\""))
        }
    }

    @Test func findingsHaveIdsToo() throws {
        let collation = try FixtureStory.collation()
        for format in [OutputFormat.terminal, .markdown, .html, .json] {
            let text = CollationRenderer(format: format).render(collation)
            for id in ["f1", "f2", "h1", "h4", "r1"] {
                let isThere =
                    switch format {
                    case .terminal: text.contains("\n\(id) ")
                    case .markdown: text.contains("`\(id)`")
                    case .html: text.contains(" id=\"\(id)\"")
                    case .json: text.contains("\"id\":\"\(id)\"")
                    }
                #expect(isThere, "\(id) in \(format)")
            }
        }
    }

    /// Ids that could lead nowhere in a page are counted anew, in every output.
    @Test func strangeIdsAreCountedAnew() {
        func ids(_ given: [String]) -> [String] {
            StoryView.ids(
                given.map { SharedStatement(id: $0, kind: .fact, speaker: nil, strength: .weak, witnesses: [], reasons: []) }
            )
        }
        #expect(ids(["s4", "s9"]) == ["s4", "s9"])
        #expect(ids(["s1", "s1"]) == ["s1", "s2"])
        #expect(ids(["a0", "s1"]) == ["s1", "s2"])
        #expect(ids(["s1\" onclick", "s"]) == ["s1", "s2"])
    }

    /// What belongs to a claim stands below it, in Markdown and in the terminal.
    @Test func evidenceStandsBelowItsClaim() throws {
        let collation = try FixtureStory.collation()
        let markdown = CollationRenderer(format: .markdown).render(collation)
        #expect(
            markdown.contains(
                """
                - `h3` **The Harbour Herald** · ✗ no words of these articles carry it
                  - **headline**: minister threatens to resign
                  - not carried: _“threatens”, “resign”_
                """
            )
        )
        #expect(
            markdown.contains(
                """
                - `h1` **Coast Tribune** · ✓ carried by the body
                  - **headline**: Its Bridge Won’t Reopen Before Spring
                  - **¶1**: officials say it will stay that way until spring.
                """
            )
        )
        for format in [OutputFormat.terminal, .markdown, .html] {
            #expect(
                CollationRenderer(format: format).render(collation).contains("“chair”"),
                "missing words of a partial claim: \(format)"
            )
        }
        var scattered = collation
        let partial = scattered.headlines.removeLast()
        scattered.headlines.append(HeadlineFinding(claim: partial.claim, support: .partial, witnesses: partial.witnesses))
        for format in [OutputFormat.terminal, .markdown, .html] {
            let text = CollationRenderer(format: format, options: RenderOptions(width: 200)).render(scattered)
            #expect(text.contains("its words are found, but no one sentence of this body has them all"), "\(format)")
        }
        #expect(markdown.contains("| not compared | remarks |"))
        #expect(markdown.contains("1 agency tag | credits NORDWIRE |"))
    }
}
