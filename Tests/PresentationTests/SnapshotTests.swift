import Collation
import Speech
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

    @Test(arguments: [24, 60])
    func terminalOfFewColumns(_ width: Int) throws {
        let text = CollationRenderer(format: .terminal, options: RenderOptions(width: width)).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story-\(width).txt")
    }

    /// Scripts whose letters take two columns, stand on one another, or run from right to left.
    @Test(arguments: [OutputFormat.terminal, .markdown])
    func scripts(_ format: OutputFormat) throws {
        let texts = [
            ("海港时报", "zh", "渡轮撞桥\n\n部长说：“在我亲眼看到桥墩能承受重量之前，谁也不能过这座桥。”"),
            ("הנמל", "he", "המעבורת פגעה בגשר\n\nהשרה אמרה: ”איש לא יחצה את הגשר הזה עד שאראה במו עיניי.”"),
            ("बंदरगाह", "hi", "फ़ेरी पुल से टकराई\n\nमंत्री ने कहा: “जब तक मैं न देखूँ, कोई यह पुल पार नहीं करेगा।”"),
        ]
        let articles = texts.map { outlet, language, text in
            FixtureArticle(id: language, outlet: outlet, language: language, published: nil, text: text)
        }
        let shared = SharedStatement(
            id: "s1",
            kind: .speech,
            speaker: nil,
            strength: .moderate,
            witnesses: zip(articles, texts).enumerated().map { index, pair in
                let words = String(pair.1.2.split(separator: "\n").last ?? "")
                return Witness(passage: Passage(article: index, range: pair.0.range(words)), form: .quoted)
            },
            reasons: [.sameContext]
        )
        let options = RenderOptions(width: 44)
        let text = CollationRenderer(format: format, options: options)
            .render(Collation(articles: articles.map(\.analyzed), shared: [shared]))
        if format == .terminal {
            for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 44, "\(line)") }
        }
        try expectGolden(text, "presentation/scripts.\(format.fileExtension)")
    }

    @Test(arguments: [OutputFormat.terminal, .markdown])
    func oneArticle(_ format: OutputFormat) throws {
        let article = Collation(articles: [try FixtureStory.collation().articles[3]])
        try expectGolden(CollationRenderer(format: format).render(article), "presentation/one.\(format.fileExtension)")
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
        let kind =
            switch format {
            case .terminal: "txt"
            case .json: "jsonl"
            case .csv: "csv"
            case .markdown: "md"
            case .jsonLD: "jsonld"
            case .annotation: "annotation.json"
            }
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
