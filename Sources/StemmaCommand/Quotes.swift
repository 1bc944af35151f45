import ArgumentParser
import Collation
import Speech
import Stemma
import TextCore

struct Quotes: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List who said what.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, json, jsonl, csv }

    @OptionGroup var inputs: Inputs

    @Option(help: "terminal, json, jsonl or csv.")
    var format: Format = .terminal

    func run() throws {
        let diagnostics = Diagnostics()
        let output = try Output(path: nil)
        let pipeline = Pipeline()
        try inputs.forEach(diagnostics) { article in
            let analyzed = pipeline.analyze(article)
            var json = JSONWriter()
            let all = analyzed.speech.quotations.enumerated().map { (number: $0.offset, quotation: $0.element) }
            ArticleRecord(article).writeQuotes(all, to: &json)
            try output.write(utf8: json.bytes)
            try output.write("\n")
        }
        try output.finish()
        try diagnostics.finish()
    }
}
