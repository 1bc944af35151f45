public import Reading
internal import TextCore

/// An article as a clean HTML document: its words and their structure, no style, no script, nothing from another machine.
public struct ArticleHTML: Sendable {
    /// Makes a presenter.
    public init() {}

    /// The document, with a line end. O(size of the article).
    public func render(_ article: Article) -> String {
        var html = HTMLBuilder()
        func words(_ block: Block) -> String { SafeText.line(article.text[block.range]) }
        let headline = article.headline.map(words)
        html.element("html", ["lang": article.language]) { html in
            html.element("head") { html in
                html.empty("meta", ["charset": "utf-8"])
                html.element("title", text: headline ?? SafeText.line(article.id))
                if let url = article.url { html.empty("link", ["rel": "canonical", "href": SafeText.line(url)]) }
            }
            html.element("body") { html in
                html.element("article") { html in
                    header(article, headline, &html)
                    body(article, &html)
                }
            }
        }
        return html.html + "\n"
    }

    private func header(_ article: Article, _ headline: String?, _ html: inout HTMLBuilder) {
        html.element("header") { html in
            if let headline { html.element("h1", text: headline) }
            if !article.authors.isEmpty {
                html.element("p") { html in
                    html.element("span", ["rel": "author"], text: SafeText.line(article.authors.joined(separator: ", ")))
                }
            }
            if let published = article.published?.iso8601 {
                html.element("p") { $0.element("time", ["datetime": published], text: published) }
            }
            if let outlet = article.outlet?.name { html.element("p", text: SafeText.line(outlet)) }
        }
    }

    private func body(_ article: Article, _ html: inout HTMLBuilder) {
        var items: [Block] = []
        func endList() {
            guard !items.isEmpty else { return }
            html.element("ul") { html in
                for item in items { html.element("li", text: SafeText.line(article.text[item.range])) }
            }
            items = []
        }
        let shown = article.blocks.filter { $0.isBody || $0.kind == .standfirst || $0.kind == .dateline }
        for part in ArticlePart.parts(of: shown) {
            guard case .block(let block) = part else {
                endList()
                if case .table(let table) = part { self.table(table, article, &html) }
                continue
            }
            if block.kind == .listItem {
                items.append(block)
                continue
            }
            endList()
            let words = SafeText.line(article.text[block.range])
            switch block.kind {
            case .heading: html.element("h2", text: words)
            case .standfirst: html.element("p") { $0.element("strong", text: words) }
            default: html.element("p", text: words)
            }
        }
        endList()
    }
    private func table(_ table: ArticleTable, _ article: Article, _ html: inout HTMLBuilder) {
        html.element("table") { html in
            for row in table.rows.indices {
                let cell: StaticString = row == 0 && table.hasHeader ? "th" : "td"
                html.element("tr") { html in
                    for words in table.words(ofRow: row, in: article) { html.element(cell, text: words) }
                }
            }
        }
    }
}
