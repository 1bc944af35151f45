import TestSupport
import Testing

@testable import Presentation

/// Columns, wrapping and colour of terminals.
@Suite struct LayoutTests {
    @Test(arguments: [
        ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("한국", 4), ("Ａ", 2), ("😀", 2), ("ا\u{64E}", 1), ("a\u{200D}b", 2),
        ("…", 1),
        ("中文，ok", 8), ("", 0), ("かな", 4), ("ｶﾅ", 2), ("م\u{64F}ش", 2), ("⏰♈", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("क\u{93F}", 2),
    ])
    func width(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test func wrapsAtBlanks() {
        #expect(LineWrapper.wrap("one two three", width: 7) == ["one two", "three"])
        #expect(LineWrapper.wrap("one two three", width: 80) == ["one two three"])
        #expect(LineWrapper.wrap("one two  [note]", width: 8) == ["one two", "[note]"])
        #expect(LineWrapper.wrap("", width: 10) == [""])
        #expect(LineWrapper.wrap("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
        #expect(LineWrapper.wrap("ab cd", width: 10, first: 2) == ["ab", "cd"])
    }

    @Test func wrapsBetweenIdeographsAndKeepsPunctuation() {
        #expect(LineWrapper.wrap("今天天气很好。", width: 12) == ["今天天气很", "好。"])
        #expect(LineWrapper.wrap("他说「很好」", width: 6) == ["他说", "「很", "好」"])
    }

    @Test(arguments: 0..<60)
    func linesFitAndLoseNothing(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let alphabet = Array("ab c—日本、「」é😀\u{301} .-".unicodeScalars)
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...120, using: &random) {
            view.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        let text = String(view)
        let width = Int.random(in: 2...30, using: &random)
        let lines = LineWrapper.wrap(text, width: width)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
        #expect(lines.joined().unicodeScalars.filter { $0 != " " } == text.unicodeScalars.filter { $0 != " " })
    }

    @Test(arguments: [20, 24, 30, 40, 50, 60, 80, 120, 200])
    func noLineIsWiderThanTheTerminal(_ width: Int) throws {
        let options = RenderOptions(width: width, showsAll: true)
        let text = CollationRenderer(format: .terminal, options: options).render(try FixtureStory.collation())
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
    }

    /// Labels and places are wrapped, never cut: at no width does a word of them end in an ellipsis, nor is a place broken.
    @Test(arguments: [20, 30, 40, 50, 60, 80, 100])
    func nothingIsCut(_ width: Int) throws {
        let options = RenderOptions(width: width, showsAll: true)
        let collation = try FixtureStory.collation()
        let text = CollationRenderer(format: .terminal, options: options).render(collation)
        #expect(!text.contains("…"))
        let words = Set(text.split { $0 == "\n" || $0 == " " })
        for word in ["headline", "¶1", "Coast", "Tribune", "Herald", "Littoral", "NORDWIRE", "narrated", "quoted", "retold"] {
            #expect(words.contains(Substring(word)), "\(word) at \(width)")
        }
    }

    /// Below and above each other where columns leave no room; in columns where they do.
    @Test func rowsAreStackedWhereNarrow() {
        func row(_ width: Int) -> String {
            var canvas = TerminalCanvas(width: width, usesColor: false)
            canvas.row(
                indent: 2,
                columns: [("Le Littoral", 11, .label), ("standfirst", 10, .faint)],
                content: "un deux trois quatre cinq"
            )
            return canvas.text
        }
        #expect(row(60) == "  Le Littoral  standfirst  un deux trois quatre cinq\n")
        #expect(row(30) == "  Le Littoral  standfirst\n    un deux trois quatre cinq\n")
        #expect(row(20) == "  Le Littoral\n  standfirst\n    un deux trois\n    quatre cinq\n")
        #expect(row(1) == row(20))
    }

    @Test func longLabelsWrapBesideTheirText() {
        var canvas = TerminalCanvas(width: 60, usesColor: false)
        canvas.row(indent: 0, columns: [("The Harbour Herald", 11, nil)], content: "Words.")
        #expect(canvas.text == "The Harbour  Words.\nHerald\n")
    }

    /// Text that runs from right to left does not reorder what stands beside it.
    @Test func rightToLeftIsIsolated() {
        var canvas = TerminalCanvas(width: 60, usesColor: false)
        canvas.row(indent: 0, columns: [("معاريف", 6, nil), ("¶1", 2, nil)], content: "هذا الجسر مغلق")
        #expect(canvas.text == "\u{2068}معاريف\u{2069}  ¶1  \u{2068}هذا الجسر مغلق\u{2069}\n")
    }

    /// What a log file gets: no colour, no control characters but line ends, no blanks at the ends of lines.
    @Test(arguments: [20, 80])
    func logFilesAreClean(_ width: Int) throws {
        let text = CollationRenderer(format: .terminal, options: RenderOptions(width: width)).render(try FixtureStory.collation())
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        for line in text.split(separator: "\n") { #expect(!line.hasSuffix(" ")) }
    }

    /// Colour lies on top: without its codes the text is the same.
    @Test func colourChangesNothing() throws {
        let collation = try FixtureStory.collation()
        let plain = CollationRenderer(format: .terminal).render(collation)
        let coloured = CollationRenderer(format: .terminal, options: RenderOptions(usesColor: true)).render(collation)
        #expect(coloured.contains("\u{1B}[1m"))
        let stripped = coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(stripped == plain)
        #expect(!plain.contains("\u{1B}"))
    }

    @Test func fittedTextEndsWithAnEllipsis() {
        #expect(TerminalCanvas.fitted("The Harbour Herald", 12) == "The Harbour…")
        #expect(TerminalCanvas.fitted("日本語新聞", 5) == "日本…")
        #expect(TerminalCanvas.fitted("short", 12) == "short")
    }

    @Test func numbersInWords() {
        #expect(42.0.plain == "42")
        #expect(41.5.plain == "41.5")
        #expect((-0.333).plain == "-0.33")
        #expect(Double.nan.plain == "?")
        #expect(1e300.plain == "1e+300")
    }
}
