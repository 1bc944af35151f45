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
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case terminal, markdown, json, jsonl, text
    }

    @OptionGroup var inputs: InputOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("How to print them (default: terminal).", valueName: "format"))
    var format: Format?

    @Flag(help: "Short for --format json.")
    var json = false

    @Flag(help: "Print the rule that labelled each block, too.")
    var all = false

    @OptionGroup var destination: OutputOptions

    func validate() throws {
        try inputs.requireFiles()
        _ = try chosenFormat()
    }

    private func chosenFormat() throws -> Format {
        try OutputOptions.format(format, isJSON: json, json: .json, otherwise: .terminal)
    }

    func run() throws {
        let output = try Output(path: destination.output)
        let diagnostics = Diagnostics()
        let pipeline = Pipeline()
        let format = try chosenFormat()
        let list = JSONList(output)
        let layout = destination.layout(on: output, showsAll: all)
        try inputs.forEach(diagnostics) { article in
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
