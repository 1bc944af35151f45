internal import Reading
internal import TextCore

/// What an article is shown as: blocks one by one, and tables whole.
enum ArticlePart {
    case block(Block)
    case table(ArticleTable)

    /// The parts that blocks make. O(*n*).
    static func parts(of blocks: some Sequence<Block>) -> [ArticlePart] {
        var parts: [ArticlePart] = []
        var cells: [(place: Block.Cell, block: Block)] = []
        func endTable() {
            if !cells.isEmpty { parts.append(.table(ArticleTable(cells))) }
            cells = []
        }
        for block in blocks {
            if cells.last?.place.table != block.cell?.table { endTable() }
            if let cell = block.cell {
                cells.append((cell, block))
            } else {
                parts.append(.block(block))
            }
        }
        endTable()
        return parts
    }
}

/// A table of data, as far as its cells are shown.
struct ArticleTable {
    /// The blocks of each cell of each row; rows of which nothing is shown are left out. All rows are as long as the longest.
    private(set) var rows: [[[Block]]] = []
    /// Whether the first row heads the others.
    private(set) var hasHeader = true

    init(_ cells: [(place: Block.Cell, block: Block)]) {
        let width = (cells.map(\.place.column).max() ?? 0) + 1
        var row: Int?
        for (place, block) in cells {
            if place.row != row {
                rows.append(Array(repeating: [], count: width))
                row = place.row
            }
            rows[rows.count - 1][place.column].append(block)
            if rows.count == 1, !place.isHeader { hasHeader = false }
        }
    }

    /// The words of a row's cells; what lies in one is parted by spaces. O(size of the row).
    func words(ofRow row: Int, in article: Article) -> [String] {
        rows[row].map { blocks in blocks.map { SafeText.line(article.text[$0.range]) }.joined(separator: " ") }
    }
}
