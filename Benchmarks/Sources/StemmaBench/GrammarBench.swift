import Collation
import Foundation
import Grammar
import Language
import Models
import Reading
import Speech
import Stemma
import TextCore

extension StemmaBench {
    /// The grammar of English, where its model has been fetched. An item is 600 words, about an article.
    static func measureGrammar(_ bench: Bench, _ corpus: Corpus, _ options: Options) {
        let rows: [(name: String, layers: GrammarLayers)] = [("grammar/names", [.tags, .names]), ("grammar/all", .all)]
        guard (rows.map(\.name) + ["annotate/names", "analyze/heads"]).contains(where: bench.wants),
            let folder = ModelStore.standard(environment: ProcessInfo.processInfo.environment).folder(of: .english),
            let english = try? EnglishPipeline(folder)
        else { return }
        // The examples that are in English, as many paragraphs as articles have, over and over.
        let texts = corpus.texts.filter { $0.contains(" the ") }
        let paragraphs = texts.flatMap { $0.split(separator: "\n").map { UTF8Text($0) } }
        let words = texts.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
        let bytes = paragraphs.reduce(0) { $0 + $1.count }
        let copies = options.isQuick ? 4 : 20
        let batch = (0..<copies).flatMap { _ in paragraphs }
        for (name, layers) in rows {
            bench.row(name, bytes: bytes * copies, items: words * copies / 600) {
                let workspace = GrammarWorkspace(for: english)
                return english.analyze(batch, wanting: layers, workspace: workspace).reduce(0) { $0 &+ $1.tokens.count }
            }
        }
        let articles = texts.enumerated().map { article($1, "text-\($0)") }
        let sections = articles.map { $0.blocks.filter(\.isBody).map { TextSection(range: $0.range, role: .body) } }
        let annotator = Annotator(english: english, layers: .names)
        bench.row("annotate/names", bytes: bytes * copies, items: words * copies / 600) {
            var count = 0
            for _ in 0..<copies {
                for (article, sections) in zip(articles, sections) {
                    count &+= annotator.annotate(article.text, sections: sections, language: "en").names.count
                }
            }
            return count
        }
        let pipeline = Pipeline(english: english)
        bench.row("analyze/heads", bytes: bytes * copies, items: words * copies / 600) {
            var count = 0
            for _ in 0..<copies {
                for article in articles { count &+= pipeline.analyze(article).speech.statements.count }
            }
            return count
        }
    }
}
