import ArgumentParser
import FoundationEssentials
import Presentation
import Reading
import Stemma
import TextCore

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Compare the articles of one story.")

    @Argument(help: "Articles.")
    var files: [String]

    func run() throws {
        let articles = try files.map { file in
            let data = try Data(contentsOf: URL(filePath: file))
            return PlainTextReader().read(UTF8Text(repairing: data), origin: Origin(path: file))
        }
        print(CollationJSON().render(Pipeline().collate(articles)))
    }
}
