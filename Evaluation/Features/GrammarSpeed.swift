import Foundation
import Grammar
import Models
import TextCore

/// `stemma-features --grammar FILE…`: how fast the grammar model reads texts, for `english_reference.py` to print beside spaCy's
/// speed. A line a set of layers, tab-separated: its name, tokens, seconds of CPU.
enum GrammarSpeed {
    static func run(_ paths: [String]) throws {
        guard let folder = ModelStore.standard(environment: ProcessInfo.processInfo.environment).folder(of: .english) else {
            throw CocoaError(.fileNoSuchFile, userInfo: [NSLocalizedDescriptionKey: "the model english has not been fetched"])
        }
        let english = try EnglishPipeline(folder)
        let texts = try paths.map { UTF8Text(try String(contentsOfFile: $0, encoding: .utf8)) }
        let rows: [(name: String, layers: GrammarLayers)] = [("tags, names", [.tags, .names]), ("tags, heads, names", .all)]
        for (name, layers) in rows {
            let workspace = GrammarWorkspace(for: english)
            let start = clock()
            let tokens = english.analyze(texts, wanting: layers, workspace: workspace).reduce(0) { $0 + $1.tokens.count }
            print(name, tokens, Double(clock() - start) / Double(CLOCKS_PER_SEC), separator: "\t")
        }
    }
}
