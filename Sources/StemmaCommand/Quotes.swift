import ArgumentParser
import Collation
import Presentation
import Reading
import Speech
import Stemma

/// `stemma quotes`: who said what.
struct Quotes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes",
        abstract: "List who said what.",
        discussion: """
            Direct, mixed and indirect quotations with their cue and their speaker, and what stands in quotation marks \
            without being speech (titles, nicknames, scare quotes), marked as such. The ledger has the forms of one \
            utterance together: the fullest, and with ↳ the headline's that shortens it and the same words elsewhere.

            jsonl prints a line for each article, {"article": …, "quotes": [{"start": …, "end": …, "text": …, …}]}, with \
            offsets in Unicode code points into the article's text: the file as it stands, or headline, blank line, body \
            of a record. A quotation that is interrupted has an entry for each piece, all with one "group". json prints \
            the same objects as one array; csv a row for each piece. They name speakers by their own article unless --story \
            says that the articles belong together; the ledger always names them by all of its articles.

            jsonld prints one document of schema.org Quotations, annotation one W3C Web Annotation collection, in which \
            each piece is found by its exact words with what stands around them, and by its place.

            EXAMPLES
              stemma quotes article.txt
              stemma quotes --speaker Peskov "monday/*.txt"
              stemma quotes --format jsonl archive.jsonl > quotes.jsonl
              stemma quotes --format csv -o quotes.csv story/
              stemma quotes --format annotation article.txt | jq '.first.items[].body'

            \(ExitStatus.help)
            """
    )

    /// How quotations are printed.
    enum Format: String, DetailedFormat {
        case terminal, markdown, json, jsonl, csv, jsonld, annotation

        static let formatHelp = "How to print them"
        static let allHelp = "Print long lists whole."
    }

    @OptionGroup var inputs: InputOptions

    @OptionGroup var models: ModelOptions

    @Option(
        help: ArgumentHelp("Only quotations of this speaker: all words of the name, case and accents aside.", valueName: "name")
    )
    var speaker: String?

    @Flag(help: "The articles are of one story: who “the mayor” is another of them may tell, in every format.")
    var story = false

    @OptionGroup var report: FormatOptions<Format>

    @OptionGroup var detail: DetailOptions<Format>

    @OptionGroup var destination: OutputOptions

    /// How many articles are read together to know of whom a surname is: a stream of them takes bounded memory.
    private static let mostTogether = 200

    func validate() throws {
        try inputs.requireFiles()
    }

    func run() throws {
        let output = try Output(path: destination.file.output)
        let diagnostics = Diagnostics()
        let pipeline = models.pipeline(diagnostics)
        let format = report.chosen
        let filter = speaker.map(SpeakerFilter.init)
        var roster = SpeakerRoster()
        var isFound = false
        var printer = QuotationPrinter(format, output)
        // Who is meant by “Peskov” or “the mayor” another article may tell: speakers are named when the story has been read.
        let isStory = filter != nil || story || format.isLedger
        var waiting: [AnalyzedArticle] = []
        func printWaiting() throws {
            for article in StoryResolution.resolved(waiting) {
                guard let filter else {
                    try printer.add(article)
                    continue
                }
                roster.add(article)
                let picked = filter.apply(to: article)
                isFound = isFound || !picked.speech.quotations.isEmpty
                try printer.add(picked)
            }
            waiting.removeAll(keepingCapacity: true)
        }
        try inputs.forEach(diagnostics, writingTo: output) { article in
            let analyzed = pipeline.analyze(article)
            guard isStory else { return try printer.add(analyzed) }
            waiting.append(analyzed)
            if waiting.count == Self.mostTogether { try printWaiting() }
        }
        try printWaiting()
        try printer.end(destination.layout(on: output, showsAll: detail.all))
        try output.finish()
        if let speaker, !isFound, diagnostics.read > 0 {
            diagnostics.warn("no speaker is called \"\(speaker)\"; \(roster.words)")
        }
        try diagnostics.finish()
    }
}

extension Quotes.Format {
    /// Whether it shows a ledger by speaker, of all articles together.
    fileprivate var isLedger: Bool { self == .terminal || self == .markdown }
}

/// Prints what articles quote: each article as it comes, but for a ledger, which needs all of them.
private struct QuotationPrinter {
    private let format: Quotes.Format
    private let output: Output
    private let list: JSONList
    private var graph = QuotationsJSONLD()
    private var annotations = QuotationAnnotations()
    private var ledger: [AnalyzedArticle] = []
    private var hasHeader = false

    init(_ format: Quotes.Format, _ output: Output) {
        self.format = format
        self.output = output
        list = JSONList(output)
    }

    mutating func add(_ analyzed: AnalyzedArticle) throws {
        switch format {
        case .json: try list.add(QuotationsJSON().bytes(analyzed))
        case .jsonl: try output.write(utf8: QuotationsJSON().bytes(analyzed) + [UInt8(ascii: "\n")])
        case .csv:
            let table = QuotationsCSV().render([analyzed]).utf8
            try output.write(utf8: hasHeader ? table.drop { $0 != UInt8(ascii: "\n") }.dropFirst() : table[...])
            hasHeader = true
        case .jsonld: try output.write(utf8: graph.add(analyzed))
        case .annotation: try output.write(utf8: annotations.add(analyzed))
        case .terminal, .markdown: ledger.append(analyzed)
        }
    }

    mutating func end(_ layout: RenderOptions) throws {
        switch format {
        case .json: try list.end()
        case .jsonld: try output.write(utf8: graph.end())
        case .annotation: try output.write(utf8: annotations.end())
        case .jsonl, .csv: break
        case .terminal, .markdown:
            let renderer = LedgerRenderer(format: format == .terminal ? .terminal : .markdown, options: layout)
            if !ledger.isEmpty { try output.write(renderer.render(ledger)) }
        }
    }
}
