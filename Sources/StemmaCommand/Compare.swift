import ArgumentParser
import Presentation
import Reading
import Stemma
import TextCore

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Compare the articles of one story.")

    @OptionGroup var inputs: Inputs

    @Option(help: "Format.")
    var format = "json"

    func run() throws {
        let diagnostics = Diagnostics()
        let output = try Output(path: nil)
        var articles: [Article] = []
        try inputs.forEach(diagnostics) { articles.append($0) }
        try output.line(CollationJSON().render(Pipeline().collate(articles)))
        try output.finish()
        try diagnostics.finish()
    }
}
