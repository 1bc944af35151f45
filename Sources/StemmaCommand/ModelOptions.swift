import ArgumentParser
import Collation
import Foundation
import Grammar
import Meaning
import Models
import Reading
import Stemma

/// Which models an analysis uses.
struct ModelOptions: ParsableArguments {
    @Flag(name: .customLong("lexical"), help: "Use no models, even where they have been fetched: rules and lexicons alone.")
    var isLexical = false

    private static let environment = ProcessInfo.processInfo.environment
    private static let store = ModelStore.standard(environment: environment)

    /// The pipeline with the grammar that is there. One that cannot be read is reported, and done without.
    func pipeline(_ diagnostics: Diagnostics) -> Pipeline { Pipeline(english: english(diagnostics)) }

    /// What `body` makes with a pipeline that has the encoders of sentences, too, and keeps on disk what models find. What goes
    /// wrong with them meanwhile is reported.
    func withEncoders<Value>(_ diagnostics: Diagnostics, _ body: (Pipeline) throws -> Value) rethrows -> Value {
        let cache = CacheFolder.standard("vectors", environment: Self.environment)
        func encoder(_ model: SentenceModel) -> StoredEncoder? {
            isLexical ? nil : StoredEncoder(model, in: Self.store, cache: cache)
        }
        let (minilm, multilingual) = (encoder(.minilm), encoder(.multilingual))
        let encoders = MeaningEncoders(english: minilm, multilingual: multilingual)
        let grammar =
            isLexical ? nil : StoredGrammar(in: Self.store, cache: CacheFolder.standard("grammar", environment: Self.environment))
        let value = try body(Pipeline(english: grammar, encoders: encoders))
        if let error = grammar?.modelError { warn(ofModel: "\(error)", .english, diagnostics) }
        if let error = grammar?.cacheError { diagnostics.warn("the grammar of texts was not kept: \(error)") }
        for encoder in [minilm, multilingual].compactMap({ $0 }) {
            let model = encoder.identity.model
            if let error = encoder.modelError { warn(ofModel: "\(error)", model.name, diagnostics) }
            if let error = encoder.cacheError { diagnostics.warn("vectors of \(model.rawValue) were not kept: \(error)") }
        }
        return value
    }

    private func english(_ diagnostics: Diagnostics) -> EnglishPipeline? {
        guard !isLexical else { return nil }
        do {
            return try EnglishPipeline(try Self.store.checkedFolder(of: .english))
        } catch let error as ModelStoreError {
            if error.kind != .notFetched { warn(ofModel: "\(error)", .english, diagnostics) }
        } catch {
            warn(ofModel: "\(ModelName.english): \(error)", .english, diagnostics)
        }
        return nil
    }

    private func warn(ofModel reason: String, _ model: ModelName, _ diagnostics: Diagnostics) {
        diagnostics.warn("model \(reason); done without it; stemma models verify \(model) says more")
    }
}
