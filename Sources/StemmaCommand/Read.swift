import ArgumentParser
import Collation
import Presentation
import Reading
import Stemma
import TextCore

/// `stemma read`: what an article is taken to consist of.
struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how articles are read: every block with its label.",
        discussion: """
            Headline, standfirst, byline, dateline, paragraphs, captions, promos, share lines and so on. Nothing is \
            thrown away: what is not body keeps its label. jsonl prints an object for each article, with each block's \
            label, the rule that gave it, and its place in code points; json the same as one array. text prints headline \
            and body only, a form feed between articles.

            EXAMPLES
              stemma read article.txt
              stemma read --format text downloads/ > bodies.txt
              stemma read --format jsonl *.txt > story.jsonl

            \(ExitStatus.help)
            """
    )

    /// How articles are printed.
    enum Format: String, ReportFormat {
        case terminal, markdown, json, jsonl, text

        static let formatHelp = "How to print them"
        static let allHelp = "Print the rule that labelled each block, too."
    }

    @OptionGroup var inputs: InputOptions

    @OptionGroup var report: FormatOptions<Format>

    @OptionGroup var destination: OutputOptions

    func validate() throws {
        try inputs.requireFiles()
    }

    func run() throws {
        let output = try Output(path: destination.file.output)
        let diagnostics = Diagnostics()
        let pipeline = Pipeline()
        let format = report.chosen
        let list = JSONList(output)
        let layout = destination.layout(on: output, showsAll: report.all)
        try inputs.forEach(diagnostics, writingTo: output) { article in
            let isFirst = diagnostics.read == 1
            switch format {
            case .json: try list.add(ReadArticleJSON().bytes(pipeline.analyze(article)))
            case .jsonl: try output.write(utf8: ReadArticleJSON().bytes(pipeline.analyze(article)) + [UInt8(ascii: "\n")])
            case .text: try output.write((isFirst ? "" : "\u{0C}\n") + ArticlePlainText().render(article))
            case .terminal, .markdown:
                let renderer = ArticleRenderer(format: format == .terminal ? .terminal : .markdown, options: layout)
                try output.write((isFirst ? "" : "\n") + renderer.render(pipeline.analyze(article)))
            }
        }
        if format == .json { try list.end() }
        try output.finish()
        try diagnostics.finish()
    }
}
