import ArgumentParser
import Presentation
import Reading
import Stemma

/// `stemma compare`: the main job.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare the articles of one story.",
        discussion: """
            Shows, statement by statement, what the articles share and in whose words, what only one of them has, which \
            figures disagree or do not add up, which claims of a headline no words carry, and what was copied. All \
            articles that are read count as one story. With one article, everything is only there.

            EXAMPLES
              stemma compare tass.txt rt.txt
              stemma compare --format html -o story.html story.jsonl
              stemma compare --json "monday/*.txt" | jq '.shared[].witnesses'
              pbpaste | stemma compare - other.txt

            \(ExitStatus.help)
            """
    )

    /// How a comparison is printed.
    enum Format: String, DetailedFormat {
        case terminal, html, json, markdown

        static let formatHelp = "How to print it; html is one standalone page"
        static let allHelp = "Print long lists whole."

        var output: OutputFormat {
            switch self {
            case .terminal: .terminal
            case .html: .html
            case .json: .json
            case .markdown: .markdown
            }
        }
    }

    @OptionGroup var inputs: InputOptions

    @OptionGroup var models: ModelOptions

    @OptionGroup var report: FormatOptions<Format>

    @OptionGroup var detail: DetailOptions<Format>

    @OptionGroup var destination: OutputOptions

    func validate() throws {
        try inputs.requireFiles()
    }

    func run() throws {
        let output = try Output(path: destination.file.output)
        let diagnostics = Diagnostics()
        var articles: [Article] = []
        try inputs.forEach(diagnostics, writingTo: output) { articles.append($0) }
        guard !articles.isEmpty else { return try diagnostics.finish() }
        if articles.count == 1 {
            diagnostics.warn("one article only: nothing to compare it with, so everything in it counts as only there")
        }
        let layout = destination.layout(on: output, showsAll: detail.all)
        let renderer = CollationRenderer(format: report.chosen.output, options: layout)
        try output.write(renderer.render(models.collation(of: articles, diagnostics)))
        try output.finish()
        try diagnostics.finish()
    }
}
