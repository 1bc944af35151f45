import Foundation
import TestSupport
import Testing
import TextCore

@testable import Reading

/// Invented articles as people paste them from pages, in several languages: every line keeps its label. The texts and their
/// labels stand side by side in `Tests/Golden/pasted`.
@Suite struct PastedArticlesTests {
    private static let folder = SharedData.repository.appending(path: "Tests/Golden/pasted")

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

    @Test func thereAreSome() { #expect(Self.names.count >= 19) }

    @Test(arguments: names)
    func labels(_ name: String) throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name + ".txt")))
        let article = try ArticleReader().article(fromPlainText: bytes, path: "-")
        var lines = [
            "outlet: \(article.outlet.map { "\($0.name) (\($0.evidence.rawValue))" } ?? "unknown")",
            "published: \(article.published?.iso8601 ?? "unknown")", "authors: \(article.authors.joined(separator: ", "))",
            "agencies: \(article.agencies.joined(separator: ", "))", "dateline: \(article.dateline?.place ?? "none")", "",
        ]
        lines += article.blocks.map { block in
            let words = article.text[block.range].replacing("\n", with: " ")
            return "\(block.kind.rawValue): \(words)"
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "pasted/\(name).labels")
    }
}
