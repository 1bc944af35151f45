import ArgumentParser
import Collation
import Presentation
import Reading
import Stemma

/// `stemma quotes`: who said what.
struct Quotes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List who said what.",
        discussion: """
            Direct, mixed and indirect quotations with their cue and their speaker, and what stands in quotation marks \
            without being speech (titles, nicknames, scare quotes), marked as such.

            jsonl prints a line for each article, {"article": …, "quotes": [{"start": …, "end": …, "text": …, …}]}, with \
            offsets in Unicode code points into the article's text: the file as it stands, or headline, blank line, body \
            of a record. A quotation that is interrupted has an entry for each piece, all with one "group". json prints \
            the same objects as one array; csv a row for each piece.

            EXAMPLES
              stemma quotes article.txt
              stemma quotes --speaker Peskov "monday/*.txt"
              stemma quotes --format jsonl archive.jsonl > quotes.jsonl
              stemma quotes --format csv -o quotes.csv story/

            \(ExitStatus.help)
            """
    )

    /// How quotations are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case terminal, json, jsonl, csv
    }

    @OptionGroup var inputs: InputOptions

    @Option(
        help: ArgumentHelp("Only quotations of this speaker: all words of the name, case and accents aside.", valueName: "name")
    )
    var speaker: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("How to print them.", valueName: "format"))
    var format: Format = .terminal

    @Flag(help: "Short for --format json.")
    var json = false

    @OptionGroup var destination: OutputOptions

    func validate() throws { try inputs.requireFiles() }

    func run() throws {
        let output = try Output(path: destination.output)
        let diagnostics = Diagnostics()
        let pipeline = Pipeline()
        let filter = speaker.map(SpeakerFilter.init)
        let presenter = QuotationsJSON()
        var isFirst = true
        if json || format == .json { try output.write("[") }
        try inputs.forEach(diagnostics, makesIDsUnique: format != .jsonl) { article in
            var analyzed = pipeline.analyze(article)
            if let filter { analyzed = filter.apply(to: analyzed) }
            if json || format == .json {
                try output.write(isFirst ? "\n" : ",\n")
                try output.write(utf8: presenter.bytes(analyzed))
            } else {
                try output.write(utf8: presenter.bytes(analyzed))
                try output.write("\n")
            }
            isFirst = false
        }
        if json || format == .json { try output.write("\n]\n") }
        try output.finish()
        try diagnostics.finish()
    }
}
