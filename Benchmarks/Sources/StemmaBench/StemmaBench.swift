import Collation
import Foundation
import Language
import Reading
import Speech
import Stemma
import TextCore

/// Measures Stemma; see `Benchmarks/README.md`.
@main
enum StemmaBench {
    static func main() {
        do {
            let options = try Options(CommandLine.arguments.dropFirst())
            let bench = try Bench(options)
            measureProcesses(bench, options)
            let corpus = try Corpus(files: options.files)
            measureTextCore(bench, corpus, options)
            try measureHTML(bench, options)
            measurePipeline(bench, corpus, options)
            measureGrammar(bench, corpus, options)
            measureMeaning(bench, corpus, options)
            measureScaling(bench, corpus, options)
            if !(try bench.finish()) { exit(1) }
        } catch let misuse as Options.Misuse {
            let message = misuse.message.isEmpty ? Options.usage : "stemma-bench: \(misuse.message)\n\(Options.usage)"
            FileHandle.standardError.write(Data((message + "\n").utf8))
            exit(misuse.message.isEmpty ? 0 : 64)
        } catch {
            FileHandle.standardError.write(Data("stemma-bench: \(error)\n".utf8))
            exit(1)
        }
    }

    /// `stemma compare` on two files, from start to end.
    static func measureProcesses(_ bench: Bench, _ options: Options) {
        let command = options.command ?? Machine.repository.appending(path: ".build/release/stemma").path
        let files = Array((options.files.isEmpty ? Corpus.examples : options.files).prefix(2))
        let bytes = files.reduce(0) { $0 + ((try? FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int) ?? 0) }
        bench.processRow("process/compare", bytes: bytes, command, ["compare", "--lexical"] + files)
        bench.processRow("process/compare-html", bytes: bytes, command, ["compare", "--lexical", "--format", "html"] + files)
        // With the models that have been fetched; its first run keeps what they find, and the fastest counts.
        bench.processRow("process/compare-again", bytes: bytes, command, ["compare"] + files)
        bench.processRow("process/version", bytes: 0, command, ["--version"])
    }

    static func measureTextCore(_ bench: Bench, _ corpus: Corpus, _ options: Options) {
        guard ["tokenize/all", "tokenize/scan", "sentences/all", "codepoints/all"].contains(where: bench.wants) else { return }
        let text = corpus.shuffled(bytes: options.isQuick ? 1_000_000 : 8_000_000, seed: 1)
        let tokenizer = Tokenizer()
        bench.row("tokenize/scan", bytes: text.count) {
            var hash: UInt64 = 0
            tokenizer.forEachToken(in: text.span, range: text.range) { hash ^= $0.hash }
            return Int(truncatingIfNeeded: hash)
        }
        // As articles are read: an array of tokens for every few kilobytes.
        var sections: [Range<Int>] = []
        while let start = sections.last.map(\.upperBound) ?? (text.isEmpty ? nil : 0), start < text.count {
            let end = text.bytes[min(start + 8192, text.count)...].firstIndex(of: 0x0A) ?? text.count
            sections.append(start..<end)
        }
        bench.row("tokenize/all", bytes: text.count) {
            sections.reduce(0) { $0 &+ tokenizer.tokens(of: text, in: $1).count }
        }
        let tokens = tokenizer.tokens(of: text)
        let splitter = SentenceSplitter(language: "en")
        bench.row("sentences/all", bytes: text.count) {
            splitter.sentences(of: text, tokens: tokens, in: tokens.indices, section: 0).count
        }
        bench.row("codepoints/all", bytes: text.count) { CodePointIndex(text).codePointCount }
    }

    static func article(_ text: String, _ id: String) -> Article {
        PlainTextReader().read(UTF8Text(text), origin: Origin(path: id))
    }

    static func measurePipeline(_ bench: Bench, _ corpus: Corpus, _ options: Options) {
        let pipeline = Pipeline()
        let bytes = corpus.texts.reduce(0) { $0 + $1.utf8.count }
        let copies = options.isQuick ? 10 : 50
        let articles = corpus.texts.enumerated().map { article($1, "text-\($0)") }
        let texts = corpus.texts.map { UTF8Text($0) }
        bench.row("read/examples", bytes: bytes * copies, items: texts.count * copies) {
            var blocks = 0
            for _ in 0..<copies {
                for text in texts { blocks &+= PlainTextReader().read(text, origin: Origin(path: "")).blocks.count }
            }
            return blocks
        }
        bench.row("annotate/examples", bytes: bytes * copies, items: texts.count * copies) {
            var count = 0
            for _ in 0..<copies {
                for article in articles {
                    let sections = article.blocks.filter(\.isBody).map { TextSection(range: $0.range, role: .body) }
                    count &+= Annotator().annotate(article.text, sections: sections, language: article.language).names.count
                }
            }
            return count
        }
        bench.row("analyze/examples", bytes: bytes * copies, items: articles.count * copies) {
            var count = 0
            for _ in 0..<copies {
                for article in articles { count &+= pipeline.analyze(article).speech.statements.count }
            }
            return count
        }
        let pair = Array(articles.prefix(2))
        let pairBytes = corpus.texts.prefix(2).reduce(0) { $0 + $1.utf8.count }
        bench.row("compare/two", bytes: pairBytes, items: 1, repeats: copies / 5) { pipeline.collate(pair).shared.count }
        bench.row("compare/all", bytes: bytes, items: 1, repeats: copies / 5) { pipeline.collate(articles).shared.count }
    }

    /// Cost against length: a row that is linear has the same `mb_per_s` at 1×, 10× and 100×.
    static func measureScaling(_ bench: Bench, _ corpus: Corpus, _ options: Options) {
        let pipeline = Pipeline()
        for factor in [1, 10, 100] {
            let names = (analyze: "analyze/scale-\(factor)x", compare: "compare/scale-\(factor)x")
            guard bench.wants(names.analyze) || bench.wants(names.compare) else { continue }
            let pair = corpus.texts.prefix(2).enumerated().map { article(Corpus.varied($1, copies: factor), "text-\($0)") }
            let repeats = max(1, 20 / factor)
            if let first = pair.first {
                bench.row(names.analyze, bytes: first.text.count, repeats: repeats) {
                    pipeline.analyze(first).speech.statements.count
                }
            }
            let bytes = pair.reduce(0) { $0 + $1.text.count }
            bench.row(names.compare, bytes: bytes, repeats: repeats) { pipeline.collate(pair).shared.count }
        }
    }
}
