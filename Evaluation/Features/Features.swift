import Collation
import Foundation
import Grammar
import Language
import Meaning
import Models
import Reading
import Speech
import Stemma
import TextCore

/// `stemma-features FILE.jsonl…`: each file is a story. Prints what collation measures on its pairs of sentences, one pair a
/// line, tab-separated: file, article, start, text, article, start, text, then one number for each name of the header line.
/// Starts are code points. `fit_collation.py` reads it. With `--between-languages` first, the evidence between languages; with
/// `--meaning` before that, what the sentence encoders say too.
///
/// With the grammar model where `STEMMA_MODELS` names a folder that has it.
///
/// `stemma-features --relations FILE.tsv`: see ``printRelations(_:)``.
///
/// `stemma-features --pages FOLDER`: what the block model sees of each `.html` file, for `fit_pages.py`.
///
/// `stemma-features --marks FILE…`: what is measured of each span in quotation marks, for `fit_marks.py`.
///
/// `stemma-features --speakers FILE…`, `stemma-features --ends FILE…`: the candidates for speakers of quotations and for ends of
/// retold content, for `fit_speakers.py`.
///
/// `stemma-features --vectors MODEL FILE`, `stemma-features --grammar FILE…`: see `Vectors.swift`, `GrammarSpeed.swift`.
@main
struct Features {
    static func main() throws {
        var paths = CommandLine.arguments.dropFirst()
        if paths.first?.hasPrefix("--vectors") == true { return try Vectors.run(Array(paths)) }
        if paths.first == "--grammar" { return try GrammarSpeed.run(Array(paths.dropFirst())) }
        if paths.first == "--pages" { return printPages(Array(paths.dropFirst())) }
        if paths.first == "--marks" { return printMarks(Array(paths.dropFirst())) }
        if paths.first == "--speakers" {
            return try printRankings(Array(paths.dropFirst()), RankingDump.speakerNames, RankingDump.speakers)
        }
        if paths.first == "--ends" { return try printRankings(Array(paths.dropFirst()), RankingDump.endNames, RankingDump.ends) }
        if paths.first == "--relations" { return try printRelations(Array(paths.dropFirst())) }
        let encoders = paths.first == "--meaning" ? Vectors.encoders() : MeaningEncoders()
        if paths.first == "--meaning" { paths.removeFirst() }
        let isBetweenLanguages = paths.first == "--between-languages"
        if isBetweenLanguages { paths.removeFirst() }
        let names = isBetweenLanguages ? Collator.crossLanguageFeatureNames : Collator.featureNames
        print((["file", "a", "start", "text", "b", "start", "text"] + names).joined(separator: "\t"))
        let pipeline = try Self.pipeline()
        let collator = Collator(encoders: encoders)
        for path in paths {
            var articles: [AnalyzedArticle] = []
            for result in ArticleReader().articles(from: [path]) {
                guard case .success(let article) = result else { continue }
                articles.append(pipeline.analyze(article))
            }
            let indices = articles.map { CodePointIndex($0.article.text) }
            func columns(_ passage: Passage) -> [String] {
                let article = articles[passage.article].article
                let text = article.text[passage.range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return [article.id, "\(indices[passage.article].codePoint(atByte: passage.range.lowerBound))", text]
            }
            let pairs = isBetweenLanguages ? collator.measureBetweenLanguages(articles) : collator.measure(articles)
            for pair in pairs {
                let row = [path] + columns(pair.first) + columns(pair.second) + pair.features.map { "\($0)" }
                print(row.joined(separator: "\t"))
            }
        }
    }

    /// A line a span, tab-separated: article, start, end, what the rules say, then 0 or 1 for each name of the header line.
    /// Starts and ends are code points. Without the grammar model, so that the weights serve both modes.
    private static func printMarks(_ paths: [String]) {
        print((["article", "start", "end", "rule"] + MarkFeatureDump.names).joined(separator: "\t"))
        let pipeline = Pipeline()
        for result in ArticleReader().articles(from: paths) {
            guard case .success(let article) = result else { continue }
            let index = CodePointIndex(article.text)
            for row in MarkFeatureDump.rows(pipeline.analyze(article).annotated) {
                let places = [row.range.lowerBound, row.range.upperBound].map { "\(index.codePoint(atByte: $0))" }
                let values = ([row.isSpeech] + row.features).map { $0 ? "1" : "0" }
                print(([article.id] + places + values).joined(separator: "\t"))
            }
        }
    }

    /// A line a candidate, tab-separated: article, number of the choice, start and end of the quotation, situation, name, end of the
    /// content, what the rules say, then 0 or 1 for each name of the header line. Places are code points.
    private static func printRankings(
        _ paths: [String],
        _ names: [String],
        _ choices: (AnnotatedText) -> [[RankingDump.Row]]
    ) throws {
        let head = ["article", "choice", "start", "end", "situation", "name", "chosen", "rule"]
        print((head + names).joined(separator: "\t"))
        let pipeline = try Self.pipeline()
        for result in ArticleReader().articles(from: paths) {
            guard case .success(let article) = result else { continue }
            let index = CodePointIndex(article.text)
            for (number, rows) in choices(pipeline.analyze(article).annotated).enumerated() {
                for row in rows {
                    let start = index.codePoint(atByte: row.content.lowerBound)
                    let end = index.codePoint(atByte: row.content.upperBound)
                    let chosen = index.codePoint(atByte: row.end)
                    let name = row.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    let values = ([row.isRuled] + row.features).map { $0 ? "1" : "0" }
                    print(
                        ([article.id, "\(number)", "\(start)", "\(end)", row.situation, name, "\(chosen)"] + values).joined(
                            separator: "\t"
                        )
                    )
                }
            }
        }
    }

    /// A pipeline with the grammar model where `STEMMA_MODELS` is set and holds it: features of the lexical mode else.
    private static func pipeline() throws -> Pipeline {
        let environment = ProcessInfo.processInfo.environment
        guard environment["STEMMA_MODELS"] != nil, let folder = ModelStore.standard(environment: environment).folder(of: .english)
        else { return Pipeline() }
        return Pipeline(english: try EnglishPipeline(folder))
    }

    /// For each row `kind, expected, first, second` of a file of statements in pairs: the row number, kind, what was expected, how
    /// the two stand to each other, and the reasons.
    private static func printRelations(_ paths: [String]) throws {
        let pipeline = try Self.pipeline()
        for path in paths {
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { $0.first != "#" }
            for (number, line) in lines.enumerated() {
                let columns = line.split(separator: "\t").map(String.init)
                guard columns.count == 4 else { continue }
                let articles = columns[2...].map { statement in
                    pipeline.analyze(
                        PlainTextReader().read(UTF8Text("Report\n\n" + statement + "\n"), origin: Origin(path: path))
                    )
                }
                let found = Collator().relation(of: articles[0], to: articles[1])
                print("\(number + 1)\t\(columns[0])\t\(columns[1])\t\(found.relation.rawValue)\t\(found.reasons)")
            }
        }
    }

    private static func printPages(_ folders: [String]) {
        print("F \(PageFeatureDump.factCount)")
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names.sorted() where name.hasSuffix(".html") {
                guard let page = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
                print(PageFeatureDump.lines([UInt8](page), id: String(name.dropLast(5))), terminator: "")
            }
        }
    }
}
