import ArgumentParser
import Collation
import Presentation
import Reading
import Stemma

/// `stemma compare`: the main job.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare the articles of one story.",
        discussion: """
            Shows, statement by statement, what the articles share and in whose words, what only one of them has, which \
            figures disagree or do not add up, which claims of a headline no words carry, and what was copied. All \
            articles that are read count as one story. With one article, everything is only there.

            tei, annotation, jsonld, csv and graphml give the comparison to other programs: a critical apparatus, W3C Web \
            Annotations, schema.org Claims, a table and a graph. A file of --links holds what a person says: {"schema": \
            "stemma.links/1", "links": [{"verdict": "rejected", "passages": […]}]}, passages copied from --json; confirmed \
            passages are always one statement, rejected ones never.

            EXAMPLES
              stemma compare tass.txt rt.txt
              stemma compare --format html -o story.html story.jsonl
              stemma compare --json "monday/*.txt" | jq '.shared[].witnesses'
              stemma compare --links checked.json --format tei -o story.xml story.jsonl
              pbpaste | stemma compare - other.txt

            \(ExitStatus.help)
            """
    )

    /// How a comparison is printed.
    enum Format: String, DetailedFormat {
        case terminal, html, json, markdown, tei, annotation, jsonld, csv, graphml

        static let formatHelp = "How to print it; html is one standalone page"
        static let allHelp = "Print long lists whole."

        /// The whole output.
        func render(_ collation: Collation, layout: RenderOptions) -> String {
            switch self {
            case .terminal: CollationRenderer(format: .terminal, options: layout).render(collation)
            case .html: CollationRenderer(format: .html, options: layout).render(collation)
            case .json: CollationRenderer(format: .json, options: layout).render(collation)
            case .markdown: CollationRenderer(format: .markdown, options: layout).render(collation)
            case .tei: CollationExport(format: .tei).render(collation)
            case .annotation: CollationExport(format: .annotation).render(collation)
            case .jsonld: CollationExport(format: .jsonLD).render(collation)
            case .csv: CollationExport(format: .csv).render(collation)
            case .graphml: CollationExport(format: .graphML).render(collation)
            }
        }
    }

    @OptionGroup var inputs: InputOptions

    @OptionGroup var models: ModelOptions

    @OptionGroup var person: LinksOption

    @OptionGroup var report: FormatOptions<Format>

    @OptionGroup var detail: DetailOptions<Format>

    @OptionGroup var destination: OutputOptions

    func validate() throws {
        try inputs.requireFiles()
    }

    func run() throws {
        let output = try Output(path: destination.file.output)
        let links = try person.read(writingTo: destination.file.output)
        let diagnostics = Diagnostics()
        var articles: [Article] = []
        try inputs.forEach(diagnostics, writingTo: output) { articles.append($0) }
        guard !articles.isEmpty else { return try diagnostics.finish() }
        if articles.count == 1 {
            diagnostics.warn("one article only: nothing to compare it with, so everything in it counts as only there")
        }
        let layout = destination.layout(on: output, showsAll: detail.all)
        let collation = models.withEncoders(diagnostics) { pipeline in
            links?.collate(articles, with: pipeline, diagnostics) ?? pipeline.collate(articles)
        }
        try output.write(report.chosen.render(collation, layout: layout))
        try output.finish()
        try diagnostics.finish()
    }
}
