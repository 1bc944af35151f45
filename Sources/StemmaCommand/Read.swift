import ArgumentParser
import Reading
import Stemma

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show how articles are read.")

    @OptionGroup var inputs: Inputs

    func run() throws {
        let diagnostics = Diagnostics()
        let output = try Output(path: nil)
        try inputs.forEach(diagnostics) { article in
            var json = JSONWriter()
            ArticleRecord(article).writeRead(to: &json)
            try output.write(utf8: json.bytes)
            try output.write("\n")
        }
        try output.finish()
        try diagnostics.finish()
    }
}
