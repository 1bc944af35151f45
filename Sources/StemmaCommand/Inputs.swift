import ArgumentParser
import Foundation
import Reading
import TextCore

/// What every command reads.
struct Inputs: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Text files, JSONL files, folders of them, globs, or - for standard input.",
            valueName: "file"
        ),
        completion: .file()
    )
    var files: [String] = []

    @Option(help: ArgumentHelp("Language of articles that do not say theirs (ISO 639-1).", valueName: "code"))
    var language: String?

    /// Reads every article in turn; those that cannot be read are reported and counted.
    func forEach(_ diagnostics: Diagnostics, _ body: (Article) throws -> Void) throws {
        for path in files {
            let data: Data
            do {
                data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: path))
            } catch {
                diagnostics.unreadable("\(path): cannot read")
                continue
            }
            if path.hasSuffix("l") || path == "-" {
                for (number, line) in data.split(separator: 10).enumerated() {
                    guard let record = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
                        diagnostics.unreadable("\(path):\(number + 1): not JSON")
                        continue
                    }
                    func field(_ names: String...) -> String? { names.lazy.compactMap { record[$0] as? String }.first }
                    let headline = field("headline", "title")
                    let text = (headline.map { $0 + "\n\n" } ?? "") + (field("text", "body") ?? "")
                    var article = PlainTextReader().read(UTF8Text(text), origin: Origin(path: path, line: number + 1))
                    article.id = field("id") ?? "\(path):\(number + 1)"
                    article.outlet = field("outlet", "source").map { Outlet(name: $0, evidence: .given) }
                    article.language = field("language", "lang") ?? language
                    diagnostics.countRead()
                    try body(article)
                }
            } else {
                var article = PlainTextReader().read(UTF8Text(repairing: data), origin: Origin(path: path))
                article.language = article.language ?? language
                diagnostics.countRead()
                try body(article)
            }
        }
    }
}
