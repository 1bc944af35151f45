import Reading
import Testing
import TextCore

@testable import Presentation

/// A table of data is shown as a table by each presenter of articles.
@Suite struct ArticleTableTests {
    /// An article with a table between two paragraphs; cells of `nil` are not shown, and the first row heads on demand.
    private func article(_ rows: [[String?]], heads: Bool) -> Article {
        var bytes = Array("Before.".utf8)
        var blocks = [Block(kind: .paragraph, range: 0..<7, reason: "")]
        func add(_ words: String, _ cell: Block.Cell?) {
            bytes += [0x0A, 0x0A]
            blocks.append(Block(kind: .paragraph, range: bytes.count..<bytes.count + words.utf8.count, reason: "", cell: cell))
            bytes += Array(words.utf8)
        }
        for (row, cells) in rows.enumerated() {
            for (column, words) in cells.enumerated() {
                guard let words else { continue }
                add(words, Block.Cell(table: 3, row: row, column: column, isHeader: heads && row == 0))
            }
        }
        add("After.", nil)
        return Article(id: "a", text: UTF8Text(repairing: bytes), blocks: blocks, origin: Origin(path: "a.html"))
    }

    private let rows = [[nil, "2022", "2023"], ["Old | Town", "910", "955"], ["Mill Lane", nil, "801"]]

    @Test func asMarkdown() {
        let shown = """
            Before.

            |  | 2022 | 2023 |
            | --- | --- | --- |
            | Old \\| Town | 910 | 955 |
            | Mill Lane |  | 801 |

            After.

            """
        #expect(ArticleMarkdown().render(article(rows, heads: true)) == shown)
    }

    @Test func aTableWithoutHeaderHasAnEmptyOneInMarkdown() {
        let shown = ArticleMarkdown().render(article([["a", "b"], ["c", "d"]], heads: false))
        #expect(shown.contains("\n\n|  |  |\n| --- | --- |\n| a | b |\n| c | d |\n\nAfter."))
    }

    @Test func asPlainText() {
        let shown = "Before.\n\n\t2022\t2023\nOld | Town\t910\t955\nMill Lane\t\t801\n\nAfter.\n"
        #expect(ArticlePlainText().render(article(rows, heads: true)) == shown)
        #expect(article(rows, heads: true).body + "\n" == shown)
    }

    @Test func asHTML() {
        let shown = ArticleHTML().render(article(rows, heads: true)).replacing("\n", with: "")
        #expect(shown.contains("<table><tr><th></th><th>2022</th><th>2023</th></tr><tr><td>Old | Town</td>"))
        #expect(shown.contains("<tr><td>Mill Lane</td><td></td><td>801</td></tr></table><p>After.</p>"))
    }

    @Test func aCellOfTwoBlocksIsOneCell() {
        var two = article([["a", "b"], ["c", "d"]], heads: true)
        let cell = two.blocks[3].cell
        two.blocks[4] = Block(kind: .paragraph, range: two.blocks[4].range, reason: "", cell: cell)
        #expect(ArticlePlainText().render(two).contains("a\tb\nc d\t\n"))
    }
}
