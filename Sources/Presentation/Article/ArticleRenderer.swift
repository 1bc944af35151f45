public import Collation

/// Prints how one article was read: what it is, and every block with its label. What `stemma read` prints.
public struct ArticleRenderer: Sendable {
    /// The format. There is no page for a single article: HTML is printed as a comparison of one.
    public let format: OutputFormat
    /// The layout. With `showsAll`, the rule that labelled each block is printed too.
    public let options: RenderOptions

    /// Makes a renderer.
    public init(format: OutputFormat, options: RenderOptions = RenderOptions()) {
        self.format = format
        self.options = options
    }

    /// The whole output, ending with a line end. O(size of the output).
    public func render(_ article: AnalyzedArticle) -> String {
        switch format {
        case .json: ArticleAnalysisJSON(isPretty: options.isPretty, includesText: true).render(article) + "\n"
        case .html: CollationRenderer(format: .html, options: options).render(Collation(articles: [article]))
        case .terminal: terminal(ArticleReport(article))
        case .markdown: ArticleMarkdown().render(article.article)
        }
    }

    private func terminal(_ report: ArticleReport) -> String {
        var canvas = TerminalCanvas(width: options.width, usesColor: options.usesColor)
        canvas.paragraph(report.title, paint: .bold)
        canvas.paragraph(report.facts.joined(separator: " · "), paint: .faint)
        canvas.blank()
        let width = min(report.lines.map { DisplayWidth.of($0.label) }.max() ?? 0, 16)
        for line in options.showsAll ? report.lines : report.folded {
            let reason = options.showsAll && !line.reason.isEmpty ? "  [\(line.reason)]" : ""
            canvas.row(
                indent: 0,
                columns: [(line.isCompared ? " " : "–", 1, .faint), (line.label, width, line.isCompared ? .label : .faint)],
                content: line.text + reason,
                paint: line.isCompared ? (line.label == "headline" ? .bold : nil) : .faint
            )
        }
        canvas.blank()
        canvas.paragraph("– marks what is not compared", paint: .faint)
        return canvas.text
    }
}
