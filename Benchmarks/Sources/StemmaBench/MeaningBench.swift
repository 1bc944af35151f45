import Foundation
import Meaning
import Models
import TextCore

extension StemmaBench {
    /// Vectors of sentences, for each model that has been fetched. An item is a sentence.
    static func measureMeaning(_ bench: Bench, _ corpus: Corpus, _ options: Options) {
        let store = ModelStore.standard(environment: ProcessInfo.processInfo.environment)
        // The sentences of the examples, over and over: as long as sentences of the news are.
        let splitter = SentenceSplitter(language: "en")
        let sentences = corpus.texts.flatMap { text in
            text.split(separator: "\n").flatMap { paragraph in
                let paragraph = UTF8Text(paragraph)
                let tokens = Tokenizer().tokens(of: paragraph)
                return splitter.sentences(of: paragraph, tokens: tokens, in: tokens.indices, section: 0).map {
                    UTF8Text(paragraph[$0.range])
                }
            }
        }
        for (model, copies) in [(.minilm, 1), (.multilingual, 4), (.potion, 100)] as [(SentenceModel, Int)] {
            let name = "meaning/\(model.rawValue)"
            guard bench.wants(name), store.folder(of: model.name) != nil, let encoder = try? model.encoder(in: store) else {
                continue
            }
            let texts = (0..<copies * (options.isQuick ? 1 : 3)).flatMap { _ in sentences }
            let bytes = texts.reduce(0) { $0 + $1.count }
            let workspace = EncoderWorkspace()
            bench.row(name, bytes: bytes, items: texts.count) { encoder.encode(texts, workspace: workspace).count }
        }
        measureCache(bench, sentences)
    }

    /// Vectors that are on disk already, of a new process.
    private static func measureCache(_ bench: Bench, _ sentences: [UTF8Text]) {
        guard bench.wants("meaning/cached") else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "stemma-bench-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let identity = EncoderIdentity(model: .minilm, version: "bench", revision: 0, dimension: 384)
        guard let vectors = SentenceVectors(Array(repeating: 0.05, count: Set(sentences).count * 384), dimension: 384) else {
            return
        }
        bench.row("meaning/cached", bytes: sentences.reduce(0) { $0 + $1.count }, items: sentences.count) {
            // All are computed the first time, and none after it.
            VectorCache(folder: folder, identity: identity).vectors(of: sentences) { _ in vectors }.count
        }
    }
}
