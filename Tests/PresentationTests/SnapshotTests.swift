import Collation
import TestSupport
import Testing

@testable import Presentation

/// Whole outputs of a comparison that holds every kind of finding.
@Suite struct SnapshotTests {
    @Test func terminal() throws {
        let text = CollationRenderer(format: .terminal).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story.txt")
    }

    @Test func terminalWithEverythingNarrowAndColoured() throws {
        let options = RenderOptions(width: 50, usesColor: true, showsAll: true)
        let text = CollationRenderer(format: .terminal, options: options).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story-all-50-colour.txt")
    }

    @Test func json() throws {
        let options = RenderOptions(isPretty: true)
        let text = CollationRenderer(format: .json, options: options).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story.json")
    }

    @Test func html() throws {
        let text = CollationRenderer(format: .html).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story.html")
    }

    @Test func markdown() throws {
        let text = CollationRenderer(format: .markdown).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story.md")
    }

    @Test(arguments: [OutputFormat.terminal, .markdown, .json])
    func article(_ format: OutputFormat) throws {
        let article = try FixtureStory.collation().articles[1]
        let options = RenderOptions(showsAll: true, isPretty: true)
        let text = ArticleRenderer(format: format, options: options).render(article)
        try expectGolden(text, "presentation/article.\(format.fileExtension)")
    }

    @Test(arguments: LedgerRenderer.Format.allCases)
    func ledger(_ format: LedgerRenderer.Format) throws {
        let text = LedgerRenderer(format: format).render(try FixtureStory.collation().articles)
        let kind = [LedgerRenderer.Format.terminal: "txt", .json: "jsonl", .csv: "csv", .markdown: "md"][format] ?? ""
        try expectGolden(text, "presentation/quotations.\(kind)")
    }
}

extension OutputFormat {
    fileprivate var fileExtension: String {
        switch self {
        case .terminal: "txt"
        case .html: "html"
        case .json: "json"
        case .markdown: "md"
        }
    }
}
