import Collation
import Foundation
import Reading
import Speech
import TestSupport
import Testing
import TextCore

@testable import Presentation

/// What a hostile text tries, nothing of which may reach a terminal, a browser, a Markdown viewer or a spreadsheet.
@Suite struct EscapingTests {
    static let hostile = """
        <script>alert(1)</script> "quoted" & 'single' headline\u{1B}]0;owned\u{07}

        \u{202E}reversed\u{202C} \u{2066}isolated <img src=x onerror=alert(2)> \u{1B}[31mred\u{1B}[0m \u{9B}2J bell\u{07} nul\u{0} end.

        [link](javascript:alert(3)) `code` *bold* | cell | @somebody https://example.org/x </style></script><!-- --> ]]>

        =HYPERLINK("https://example.org") said nobody.
        """

    static func collation() -> Collation {
        var first = FixtureArticle(
            id: "<b>&\"'\u{1B}[2J",
            outlet: "Out<let> \u{202E}& \"Sons\"",
            language: "en\" onload=\"x",
            published: nil,
            text: hostile
        )
        var second = FixtureArticle(id: "two.txt", outlet: "Plain", language: "en", published: nil, text: hostile)
        first.quote(["=HYPERLINK(\"https://example.org\")"], by: "=cmd|' /C calc'!A0 <i>", cue: "said", damage: .unclosed)
        second.quote(["`code` *bold* | cell"], by: "@evil</script>")
        let all = first.range("<img src=x onerror=alert(2)> \u{1B}[31mred\u{1B}[0m")
        let script = first.range("</style></script><!-- --> ]]>")
        return Collation(
            articles: [first.analyzed, second.analyzed],
            shared: [
                SharedStatement(
                    id: "s1",
                    kind: .speech,
                    speaker: "<script>\u{1B}[1m",
                    strength: .weak,
                    witnesses: [
                        Witness(passage: Passage(article: 0, range: all), form: .quoted, speaker: "a<b\u{202E}"),
                        Witness(passage: Passage(article: 1, range: all), form: .retold),
                    ],
                    reasons: [.sharedWords(["<i>", "\u{1B}[5m"]), .figuresDiffer(["1<2", "3>\u{7}2"])]
                )
            ],
            solo: [
                Solo(
                    passage: Passage(article: 1, range: script),
                    kind: .fact,
                    speaker: "</script>",
                    closest: .init(passage: Passage(article: 0, range: all), probability: 0.2)
                )
            ],
            figures: [.conflict(what: "<b>\u{1B}what", values: [])],
            headlines: [
                HeadlineFinding(
                    claim: Passage(article: 0, range: first.range("<script>alert(1)</script>")),
                    support: .none,
                    witnesses: [],
                    missing: ["</li><script>"]
                )
            ],
            reuse: [
                Reuse(
                    first: Passage(article: 0, range: script),
                    second: Passage(article: 1, range: script),
                    words: 9,
                    quotedWords: 2
                )
            ]
        )
    }

    /// Controls and directional overrides that no output for people may hold.
    static func controls(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066, 0x2067: true
            default: false
            }
        }
    }

    @Test(arguments: OutputFormat.allCases)
    func noControlReachesTheReader(_ format: OutputFormat) {
        let options = RenderOptions(showsAll: true)
        #expect(
            Self.controls(in: CollationRenderer(format: format, options: options).render(Self.collation())) == []
                || format == .json
        )
        let article = ArticleRenderer(format: format, options: options).render(Self.collation().articles[0])
        #expect(Self.controls(in: article) == [] || format == .json)
    }

    @Test func jsonEscapesControls() {
        let text = CollationRenderer(format: .json).render(Self.collation())
        #expect(text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" } == [])
        #expect(text.contains(#"\u001b]0;owned\u0007"#))
        #expect(text.contains(#"nul\u0000 end"#))
        #expect(text.filter { $0 == "\n" }.count == 1)
    }

    @Test func ledgersAreHarmless() {
        let articles = Self.collation().articles
        #expect(Self.controls(in: LedgerRenderer(format: .terminal).render(articles)) == [])
        #expect(Self.controls(in: LedgerRenderer(format: .markdown).render(articles)) == [])
    }

    @Test func tablesAndPlainTextAreHarmless() {
        let articles = Self.collation().articles
        let csv = LedgerRenderer(format: .csv).render(articles)
        #expect(Self.controls(in: csv.replacing("\r\n", with: "\n")) == [])
        #expect(csv.hasSuffix("\r\n"))
        #expect(csv.utf8.count { $0 == 0x0D } == csv.utf8.count { $0 == 0x0A })
        let text = ArticlePlainText().render(articles[0].article)
        #expect(Self.controls(in: text) == [])
        #expect(text.contains("␛[31mred␛[0m"))
    }

    @Test func linesKeepTheirBreaks() {
        #expect(SafeText.lines("a\r\nb\rc\nd\u{85}e\u{2028}f\u{0C}g\th  i") == "a\nb\nc\nd\ne\nf\ng\th  i")
        #expect(SafeText.lines("\u{1B}[31m\u{7}\u{202E}x\u{2066}\u{9B}") == "␛[31m␇x\u{FFFD}")
        #expect(CSV.cell("a\r\nb") == "\"a\nb\"")
        #expect(CSV.cell("\u{202E}=1") == "'=1")
    }

    @Test func htmlHoldsOnlyItsOwnTags() {
        let html = CollationRenderer(format: .html).render(Self.collation())
        #expect(html.components(separatedBy: "<script").count == 2)
        #expect(html.components(separatedBy: "</script").count == 2)
        #expect(html.components(separatedBy: "<style").count == 2)
        #expect(!html.contains("<img"))
        #expect(!html.contains("<b>&"))
        #expect(!html.contains("onload=\"x"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test func htmlEscapesAttributesAndTexts() {
        #expect(HTMLBuilder.escaped(#"<a href="x">'&'"#) == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;")
    }

    @Test func markdownIsNotMarkup() {
        let escaped = MarkdownText.escaped("*a* _b_ `c` [d](e) <f> #g |h| ~i~ \\")
        #expect(escaped == ##"\*a\* \_b\_ \`c\` \[d\](e) &lt;f&gt; \#g \|h\| \~i\~ \\"##)
        #expect(MarkdownText.escaped("- item") == #"\- item"#)
        #expect(MarkdownText.escaped("1. item") == #"1\. item"#)
        #expect(MarkdownText.escaped("12) item") == #"12\) item"#)
        #expect(MarkdownText.escaped("2022-10-18 7-2 (a) 3.5.") == "2022-10-18 7-2 (a) 3.5.")
        #expect(MarkdownText.escaped("@team https://x.org") == "@<!-- -->team https:<!-- -->//x.org")
    }

    @Test func spreadsheetsRunNothing() {
        #expect(CSV.cell("=1+1") == "'=1+1")
        #expect(CSV.cell("+1") == "'+1")
        #expect(CSV.cell("-1") == "'-1")
        #expect(CSV.cell("@SUM(A1)") == "'@SUM(A1)")
        #expect(CSV.cell("\tx") == "'\tx")
        #expect(CSV.cell("a \"b\", c") == "\"a \"\"b\"\", c\"")
        #expect(CSV.cell("plain") == "plain")
        #expect(CSV.cell("") == "")
        let csv = LedgerRenderer(format: .csv).render(Self.collation().articles)
        #expect(csv.contains(",'=cmd|' /C calc'!A0 <i>,"))
        #expect(csv.contains("\"'=HYPERLINK(\"\"https://example.org\"\")\""))
    }

    @Test func safeLinesKeepWhatScriptsNeed() {
        #expect(SafeText.line("a\u{0}b\u{1B}c\u{7F}d\u{85}e\u{9B}f") == "a␀b␛c␡d e\u{FFFD}f")
        #expect(SafeText.line("  a \n\t b  ") == "a b")
        #expect(SafeText.line("\u{202E}abc\u{202C}\u{2066}d\u{2069}\u{FEFF}\u{AD}e") == "abcde")
        #expect(SafeText.line("می\u{200C}خواهم « mot »") == "می\u{200C}خواهم « mot »")
        #expect(SafeText.line("👩\u{200D}🚒") == "👩\u{200D}🚒")
    }

    /// Random bytes: nothing traps, and nothing that drives a terminal comes through.
    @Test(arguments: 0..<40)
    func randomBytes(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let bytes = (0..<400).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let text = UTF8Text(repairing: bytes)
        let start = Int.random(in: -10...500, using: &random)
        let range = start..<(start + Int.random(in: 0...300, using: &random))
        #expect(Self.controls(in: SafeText.line(text, range)) == [])
        #expect(Self.controls(in: SafeText.line(text, text.range)) == [])
        let article = FixtureArticle(id: "random", outlet: nil, language: "en", published: nil, text: text.string).analyzed
        let all = Passage(article: 0, range: range)
        let far = Passage(article: 7, range: range)
        let collation = Collation(
            articles: [article],
            shared: [
                SharedStatement(
                    id: "s1",
                    kind: .fact,
                    speaker: nil,
                    strength: .weak,
                    witnesses: [Witness(passage: all, form: .quoted), Witness(passage: far, form: .narrated)],
                    reasons: []
                )
            ],
            solo: [Solo(passage: far, kind: .fact, speaker: nil, closest: .init(passage: far, probability: .nan))],
            headlines: [HeadlineFinding(claim: far, support: .none, witnesses: [all])],
            reuse: [Reuse(first: all, second: far, words: 8, quotedWords: 9)]
        )
        for format in OutputFormat.allCases where format != .json {
            let options = RenderOptions(width: Int.random(in: -5...200, using: &random))
            #expect(Self.controls(in: CollationRenderer(format: format, options: options).render(collation)) == [])
        }
        #expect(!CollationJSON().render(collation).isEmpty)
        for format in ExportFormat.allCases {
            let text = CollationExport(format: format).render(collation)
            #expect(text.utf8.last == UInt8(ascii: "\n"))
            switch format {
            case .csv: #expect(Self.controls(in: text.replacing("\r\n", with: "\n").replacing("\t", with: " ")) == [])
            case .annotation, .jsonLD: #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
            case .tei, .graphML:
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
                if seed < 8, Validator.isInstalled(Validator.xmllint) {
                    try Validator.expectValid(text, format == .tei ? "tei-apparatus.rng" : "graphml.rng")
                }
            }
        }
    }
}
