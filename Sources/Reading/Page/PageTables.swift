internal import HTMLTree

/// Which blocks of a page are cells of tables of data, and where in them.
///
/// Tables lay out pages, too. One is of data when it has two rows and two columns, no table inside of it, and no cell that
/// holds more than a few words or lines.
struct PageTables {
    /// The cells, by the index of the block that a cell's text is.
    private(set) var cells: [Int: Block.Cell] = [:]

    private static let longestCell = 300
    private static let mostBlocksOfCell = 4
    private static let mostColumns = 100

    /// O(containers + blocks), and nothing where a page has no table.
    init(_ page: SegmentedPage, _ document: HTMLDocument) {
        guard page.blocks.contains(where: { $0.traits.contains(.table) }) else { return }
        let grid = Grid(page, document)
        var blocks: [Int: [Int]] = [:]
        var unfit: Set<Int> = []
        for (index, block) in page.blocks.enumerated() where block.traits.contains(.table) {
            guard let cell = grid.cellAround[block.container] else { continue }
            blocks[cell, default: []].append(index)
            let length = blocks[cell, default: []].reduce(0) { $0 + page.blocks[$1].range.count }
            if blocks[cell, default: []].count > Self.mostBlocksOfCell || length > Self.longestCell {
                blocks[cell] = nil
                unfit.insert(grid.tableAround[cell] ?? -1)
            }
        }
        for (cell, indices) in blocks {
            guard let place = grid.places[cell], let table = grid.tableAround[cell], !unfit.contains(table) else { continue }
            guard let extent = grid.extents[table], extent.isData else { continue }
            for index in indices { cells[index] = place }
        }
    }

    /// Where cells stand, by the indices of containers.
    private struct Grid {
        struct Extent {
            var rows = -1
            /// Rows with two cells or more.
            var fullRows = 0
            var hasTable = false
            var isTooWide = false
            /// For how many more rows a cell from above takes a column.
            var taken: [Int] = []
            /// Where the next cell of the row goes at the earliest, and whether the row counts as full.
            var column = 0
            var isRowFull = false

            var isData: Bool { fullRows >= 2 && !hasTable && !isTooWide }
        }

        /// The cell and the table that a container lies in, or is.
        var cellAround: [Int?]
        var tableAround: [Int?]
        var places: [Int: Block.Cell] = [:]
        var extents: [Int: Extent] = [:]

        init(_ page: SegmentedPage, _ document: HTMLDocument) {
            cellAround = Array(repeating: nil, count: page.containers.count)
            tableAround = cellAround
            for (index, container) in page.containers.enumerated() {
                let parent = container.parent
                let table = parent < 0 ? nil : tableAround[parent]
                tableAround[index] = table
                switch container.tag {
                case .table:
                    if let table { extents[table]?.hasTable = true }
                    tableAround[index] = index
                    extents[index] = Extent()
                case .tr: if let table { startRow(of: table) }
                case .td, .th:
                    cellAround[index] = index
                    if let table { place(index, container, in: table, document) }
                default: cellAround[index] = parent < 0 ? nil : cellAround[parent]
                }
            }
        }

        private mutating func startRow(of table: Int) {
            guard var extent = extents.removeValue(forKey: table) else { return }
            extent.rows += 1
            extent.column = 0
            extent.isRowFull = false
            for column in extent.taken.indices where extent.taken[column] > 0 { extent.taken[column] -= 1 }
            extents[table] = extent
        }

        private mutating func place(_ cell: Int, _ container: SegmentedPage.Container, in table: Int, _ document: HTMLDocument) {
            guard var extent = extents.removeValue(forKey: table) else { return }
            defer { extents[table] = extent }
            let columns = Self.span(.colspan, of: container.node, document)
            let rows = Self.span(.rowspan, of: container.node, document)
            while extent.column < extent.taken.count, extent.taken[extent.column] > 0 { extent.column += 1 }
            let end = extent.column + columns
            guard end <= PageTables.mostColumns else {
                extent.isTooWide = true
                return
            }
            while extent.taken.count < end { extent.taken.append(0) }
            places[cell] = Block.Cell(
                table: table,
                row: max(0, extent.rows),
                column: extent.column,
                isHeader: container.tag == .th
            )
            if extent.column > 0, !extent.isRowFull {
                extent.isRowFull = true
                extent.fullRows += 1
            }
            for column in extent.column..<end { extent.taken[column] = rows }
            extent.column = end
        }

        /// How many columns or rows a cell takes.
        private static func span(_ name: AttributeName, of node: NodeID, _ document: HTMLDocument) -> Int {
            guard let value = document.attribute(name, of: node) else { return 1 }
            return min(max(Int(document.string(value)) ?? 1, 1), PageTables.mostColumns)
        }
    }
}
