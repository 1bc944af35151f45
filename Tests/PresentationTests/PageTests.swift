import Collation
import Foundation
import Speech
import TestSupport
import Testing
import TextCore

@testable import Presentation

/// Standalone, accessible, and guarded by its own policy.
@Suite struct PageTests {
    private func page() throws -> String { CollationRenderer(format: .html).render(try FixtureStory.collation()) }

    @Test func asksForNothingOutside() throws {
        let page = try page()
        #expect(!page.contains("src="))
        #expect(!page.contains("<link"))
        #expect(!page.contains("@import"))
        #expect(!page.contains("url("))
        for link in page.matches(of: #/href="([^"]*)"/#) { #expect(link.1.hasPrefix("#")) }
        let withoutNamespace = page.replacing("http://www.w3.org/2000/svg", with: "")
        #expect(!withoutNamespace.contains("http://"))
        #expect(!withoutNamespace.contains("https://"))
        #expect(!page.contains(" style="))
        #expect(page.firstMatch(of: #/ on[a-z]+="/#) == nil)
    }

    @Test func policyNamesStyleAndScriptByHash() throws {
        let page = try page()
        #expect(page.contains("default-src &#39;none&#39;"))
        #expect(page.contains(HTMLBuilder.escaped("style-src \(SHA256.sourceExpression(Array(StoryPage.style.utf8)))")))
        #expect(page.contains(HTMLBuilder.escaped("script-src \(SHA256.sourceExpression(Array(StoryPage.script.utf8)))")))
        #expect(!page.contains("unsafe-inline"))
    }

    /// The digest of nothing as base64 (FIPS 180-4, RFC 4648).
    @Test func sourceExpression() {
        #expect(SHA256.sourceExpression([]) == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
    }

    @Test func everyAnchorExistsOnce() throws {
        let page = try page()
        let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for link in page.matches(of: #/href="#([^"]*)"/#) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    }

    /// Several witnesses of one place, and witnesses where nothing is marked, have a place of their own each.
    @Test func everyWitnessHasItsPlace() throws {
        let texts = ["Head\n\nThe pier holds and stays.", "Other\n\nThe pier holds and stays."]
        let articles = texts.enumerated().map { index, text in
            FixtureArticle(id: "\(index).txt", outlet: "Paper", language: "en", published: nil, text: text)
        }
        func witness(_ article: Int, _ range: Range<Int>) -> Witness {
            Witness(passage: Passage(article: article, range: range), form: .retold)
        }
        let shared = (1...3).map { number in
            SharedStatement(
                id: "s\(number)",
                kind: .fact,
                speaker: nil,
                strength: .strong,
                witnesses: articles.indices.flatMap { index in
                    let whole = articles[index].range("The pier holds and stays.")
                    // The same words; from the headline on; the blank line, where no block is.
                    return [witness(index, whole), witness(index, 0..<whole.upperBound), witness(index, 4..<5)]
                },
                reasons: []
            )
        }
        let page = CollationRenderer(format: .html).render(Collation(articles: articles.map(\.analyzed), shared: shared))
        let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        #expect(ids.count { $0.wholeMatch(of: #/s[0-9]+-[0-9]+/#) != nil } == 18)
        for link in page.matches(of: #/href="#([^"]*)"/#) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    }

    /// WCAG 2.2: 2.1.4 (character key shortcuts) and 2.4.11 (focus not obscured).
    @Test func keysCanBeSwitchedOffAndFocusIsSeen() throws {
        let page = try page()
        #expect(page.contains("<input type=\"checkbox\" checked data-letters>"))
        let script = StoryPage.script
        let gate = try #require(script.range(of: "if (!letters.checked) return;"))
        for key in ["n", "p", "?"] {
            let use = try #require(script.range(of: "event.key === \"\(key)\""))
            #expect(use.lowerBound > gate.upperBound, "\(key)")
        }
        #expect(script.contains("style.scrollPaddingBottom = height"))
        #expect(script.contains("addEventListener(\"focusin\""))
    }

    @Test func landmarksAndLanguages() throws {
        let page = try page()
        for tag in ["<html lang=\"en\"", "<header", "<nav", "<main", "<footer", "class=\"skip\""] { #expect(page.contains(tag)) }
        #expect(page.contains("lang=\"fr\""))
        #expect(page.components(separatedBy: "<h1").count == 2)
        for section in page.matches(of: #/aria-labelledby="([^"]*)"/#) { #expect(page.contains("id=\"\(section.1)\"")) }
    }

    @Test func matrixIsATable() throws {
        let page = try page()
        let start = try #require(page.range(of: "id=\"matrix\""))
        let end = try #require(page.range(of: "</section>", range: start.upperBound..<page.endIndex))
        let matrix = page[start.upperBound..<end.lowerBound]
        #expect(matrix.contains("<caption>"))
        #expect(matrix.components(separatedBy: "<th scope=\"col\"").count - 1 == 4 + 2)
        #expect(matrix.components(separatedBy: "<th scope=\"row\"").count - 1 == 6 + 3)
        #expect(matrix.components(separatedBy: "<td").count - 1 == (6 + 3) * 5)
        #expect(matrix.contains("Shared statements not in this article"))
        #expect(!page.lowercased().contains("omit"))
        #expect(matrix.contains("○ not here"))
        #expect(matrix.contains("❝ quoted"))
    }

    // MARK: Contrast

    /// Variables of a block of the style, `--name: #rrggbb`.
    private func colors(_ css: Substring) -> [String: [Double]] {
        var colors: [String: [Double]] = [:]
        for found in css.matches(of: #/--([a-z-]+): #([0-9a-f]{6});/#) {
            let number = Int(found.2, radix: 16) ?? 0
            colors[String(found.1)] = [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
        }
        return colors
    }

    /// WCAG 2.2 relative luminance.
    private func luminance(_ color: [Double]) -> Double {
        let linear = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private func contrast(_ one: [Double], _ other: [Double]) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test(arguments: ["light", "dark"])
    func contrastOfEveryTextColour(_ scheme: String) throws {
        let style = StoryPage.style
        let dark = try #require(style.range(of: "@media (prefers-color-scheme: dark)"))
        let end = try #require(style.range(of: "* { box-sizing"))
        let colors = colors(scheme == "light" ? style[..<dark.lowerBound] : style[dark.lowerBound..<end.lowerBound])
        let grounds = ["paper", "sheet", "wash"]
        for name in ["ink", "quiet", "link", "verbatim", "same", "retold", "narrated", "warn", "good"] {
            let text = try #require(colors[name])
            for ground in grounds {
                let ratio = contrast(text, try #require(colors[ground]))
                #expect(ratio >= 4.5, "\(scheme): \(name) on \(ground) is \(ratio)")
            }
        }
        let focus = contrast(try #require(colors["focus"]), try #require(colors["paper"]))
        #expect(focus >= 3, "focus ring")
    }

    // MARK: Any number of articles

    @Test(arguments: [0, 1, 2, 10])
    func anyNumberOfArticles(_ count: Int) {
        let articles = (0..<count).map { index in
            FixtureArticle(
                id: "\(index).txt",
                outlet: "Paper",
                language: "en",
                published: nil,
                text: "Headline \(index)\n\nBody."
            ).analyzed
        }
        for format in OutputFormat.allCases {
            let text = CollationRenderer(format: format).render(Collation(articles: articles))
            #expect(text.hasSuffix("\n"))
            for link in text.matches(of: #/href="#([^"]*)"/#) { #expect(text.contains(" id=\"\(link.1)\""), "\(link.1)") }
            if count > 1, format != .json { #expect(text.contains("Paper (\(count))")) }
        }
    }

    /// A section that there is nothing for is neither shown nor linked; what was looked for and not found is said.
    @Test func pagesOfFewArticlesHaveNoEmptySections() throws {
        func page(_ count: Int) -> String {
            CollationRenderer(format: .html).render(
                Collation(
                    articles: (0..<count).map {
                        FixtureArticle(id: "\($0)", outlet: "Paper", language: "en", published: nil, text: "Head\n\nBody.")
                            .analyzed
                    }
                )
            )
        }
        #expect(page(0).contains("No article was given."))
        #expect(!page(0).contains("<nav"))
        #expect(!page(0).contains("<section"))
        for section in ["statements", "matrix", "only-here", "copying", "left-out"] {
            #expect(!page(1).contains("#\(section)\"") && !page(1).contains("id=\"\(section)\""), "\(section)")
        }
        #expect(page(1).contains("There is no other to compare it with."))
        #expect(!page(1).contains("data-step=\"1\""))
        #expect(page(2).contains("They share no statement that was found."))
        #expect(page(2).contains("No statement was found in more than one of these articles."))
        #expect(page(2).contains("No figures were found that disagree or do not add up."))
        #expect(!page(2).contains("href=\"#matrix\""))
    }

    /// Pieces of overlapping marks cover the text once, in order.
    @Test(arguments: 0..<40)
    func piecesCoverTheTextOnce(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let range = 10..<Int.random(in: 10...60, using: &random)
        let marks = (0..<Int.random(in: 0...8, using: &random)).map { index in
            let start = Int.random(in: 0...70, using: &random)
            return MarkedText.Mark(range: start..<(start + Int.random(in: 0...20, using: &random)), index: index)
        }
        let pieces = MarkedText.pieces(of: range, marks: marks)
        #expect(pieces.flatMap { Array($0.range) } == Array(range))
        for piece in pieces {
            let covering = marks.filter { $0.range.overlaps(piece.range) }.map(\.index)
            #expect(Set(piece.marks) == Set(covering))
        }
        for mark in marks where !mark.range.clamped(to: range).isEmpty {
            #expect(pieces.count { $0.ending.contains(mark.index) } == 1)
        }
    }
}
