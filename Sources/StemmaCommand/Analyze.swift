import ArgumentParser
import Reading
import Stemma

struct Analyze: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Turn a stream of articles into a stream of analyses.")

    @OptionGroup var inputs: Inputs

    func run() throws {
        let diagnostics = Diagnostics()
        let output = try Output(path: nil)
        let pipeline = Pipeline()
        try inputs.forEach(diagnostics) { article in
            var json = JSONWriter()
            ArticleRecord(article).writeAnalysis(pipeline.analyze(article), to: &json)
            try output.write(utf8: json.bytes)
            try output.write("\n")
        }
        try output.finish()
        try diagnostics.finish()
    }
}
