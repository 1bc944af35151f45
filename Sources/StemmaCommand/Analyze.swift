import ArgumentParser
import Foundation
import Presentation
import Reading
import Stemma

/// `stemma analyze`: a filter for streams.
struct Analyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Turn a stream of articles into a stream of analyses (NDJSON).",
        discussion: """
            Reads one JSON object a line ({"id", "outlet", "published", "language", "headline", "text"}, or the common \
            other names of these fields) and prints one analysis a line, in the same order: blocks, quotations, names, \
            figures, times and statements, with offsets in Unicode code points and the exact words. A record that cannot \
            be read becomes {"id": …, "error": …, "line": …} in its place, and the stream goes on. Works on all cores \
            with a bounded number of articles in memory.

            EXAMPLES
              stemma analyze < archive.jsonl > analyses.jsonl
              zcat archive.jsonl.gz | stemma analyze --jobs 4 | jq -c 'select(.error == null) | .quotations[]'
              stemma analyze --text day1.jsonl day2.jsonl

            \(ExitStatus.help)
            """
    )

    @OptionGroup var inputs: InputOptions

    @OptionGroup var models: ModelOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Articles analysed at once (default: one a core).", valueName: "number"))
    var jobs: Int?

    @Flag(help: "Put each article's text into its analysis.")
    var text = false

    @OptionGroup var destination: OutputFile

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs must be from 1 to 1024") }
    }

    func run() throws {
        let diagnostics = Diagnostics()
        let pipeline = models.pipeline(diagnostics)
        let presenter = ArticleAnalysisJSON(includesText: text)
        var inputs = inputs
        if inputs.files.isEmpty { inputs.files = ["-"] }
        // A stream is records from its first line on, even if that line is broken; files say by name what they are.
        let format: ReadingOptions.Format = inputs.files == ["-"] ? .records : .automatic
        let output = try Output(path: destination.output)
        let stream = OrderedStream(
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            work: { (result: Result<Article, ReadingError>) in
                switch result {
                case .success(let article): presenter.bytes(pipeline.analyze(article)) + [UInt8(ascii: "\n")]
                case .failure(let error): Self.record(of: error) + [UInt8(ascii: "\n")]
                }
            },
            deliver: { try output.write(utf8: $0) },
            flush: { try output.flush() }
        )
        do {
            try inputs.forEachResult(diagnostics, writingTo: output, format: format, makesIDsUnique: false) {
                try stream.submit($0)
            }
            try stream.finish()
        } catch {
            stream.cancel()
            output.discard()
            throw error
        }
        try output.finish()
        try diagnostics.finish()
    }

    /// What stands in the stream for a record that could not be read.
    private static func record(of error: ReadingError) -> [UInt8] {
        struct Record: Encodable {
            let id: String?
            let error: String
            let path: String
            let line: Int?
            let record: Int?

            enum CodingKeys: CodingKey { case id, error, path, line, record }

            func encode(to encoder: any Encoder) throws {
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(id, forKey: .id)
                try fields.encode(error, forKey: .error)
                try fields.encode(path, forKey: .path)
                try fields.encode(line, forKey: .line)
                try fields.encodeIfPresent(record, forKey: .record)
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let origin = error.origin
        let record = Record(
            id: error.recordID,
            error: error.message,
            path: origin.path,
            line: origin.line,
            record: origin.record
        )
        return (try? encoder.encode(record)).map(Array.init) ?? Array(#"{"id":null,"error":"cannot be described"}"#.utf8)
    }
}
