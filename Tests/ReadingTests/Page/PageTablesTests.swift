import HTMLTree
import Testing
import TextCore

@testable import Reading

/// Cells of tables of data know where they stand; what only lays out a page is no table.
@Suite struct PageTablesTests {
    /// `row,column words`, a star behind the place of cells that head.
    private func cells(_ html: String) -> [String] {
        let document = HTMLParser.parse(Array(html.utf8))
        let page = PageSegmenter.segment(document)
        let cells = PageTables(page, document).cells
        return page.blocks.indices.compactMap { index in
            cells[index].map { cell in
                let words = String(decoding: page.text[page.blocks[index].range], as: UTF8.self)
                return "\(cell.row),\(cell.column)\(cell.isHeader ? "*" : "") \(words)"
            }
        }
    }

    @Test func cellsStandInRowsAndColumns() {
        let html = """
            <table><caption>Rents</caption><thead><tr><td></td><th>2022<th>2023</thead>
            <tr><th>Old <b>Town</b><td>910<td>955<tr><th>Mill Lane<td><td>801</table><p>After.</p>
            """
        #expect(
            cells(html) == ["0,1* 2022", "0,2* 2023", "1,0* Old Town", "1,1 910", "1,2 955", "2,0* Mill Lane", "2,2 801"]
        )
    }

    @Test func cellsOverSeveralColumnsAndRowsPushTheOthers() {
        let html = """
            <table><tr><td rowspan=2>a<td colspan=2>b<td>c</tr><tr><td>d<td>e<td>f</tr><tr><td>g<td>h</tr></table>
            """
        #expect(cells(html) == ["0,0 a", "0,1 b", "0,3 c", "1,1 d", "1,2 e", "1,3 f", "2,0 g", "2,1 h"])
    }

    @Test(arguments: [
        "<table><tr><td>a<td>b</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table><tr><td>a<td>b<tr><td>c<td>\(String(repeating: "word ", count: 100))</table>",
        "<table><tr><td>a<td>b<tr><td>c<td><p>d<p>e<p>f<p>g<p>h</table>",
        "<table><tr><td colspan=99>a<td>b<td>c<tr><td>d<td>e</table>",
        "<p>a</p>",
    ]) func layoutIsNoTable(html: String) {
        #expect(cells(html) == [])
    }

    @Test func aTableInATableIsOfDataAndTheOuterOneIsNot() {
        let inner = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"
        #expect(cells("<table><tr><td>a<td>b<tr><td>\(inner)<td>d</table>") == ["0,0 1", "0,1 2", "1,0 3", "1,1 4"])
    }

    @Test func theBodyHasARowALine() throws {
        let table = """
            <table><tr><th>District<th>2022<th>2023<tr><td>Old Town<td>910<td>955<tr><td>Mill Lane<td><td><b>801</b></table>
            """
        let html = InventedPage.html().replacing("<h2>What it costs</h2>", with: "<h2>What it costs</h2>" + table)
        let article = try PageReader().article(from: Array(html.utf8), origin: Origin(path: "page.html"))
        #expect(article.body.contains("\n\nDistrict\t2022\t2023\nOld Town\t910\t955\nMill Lane\t\t801\n\n"))
        #expect(article.blocks.filter { $0.cell != nil }.allSatisfy { $0.kind == .paragraph })
    }
}
