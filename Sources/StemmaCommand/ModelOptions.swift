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

    /// What `body` makes with a pipeline that has the encoders of sentences, too. What goes wrong with them meanwhile is
    /// reported.
    func withEncoders<Value>(_ diagnostics: Diagnostics, _ body: (Pipeline) throws -> Value) rethrows -> Value {
        let cache = VectorCache.standardFolder(environment: Self.environment)
        func encoder(_ model: SentenceModel) -> StoredEncoder? {
            isLexical ? nil : StoredEncoder(model, in: Self.store, cache: cache)
        }
        let (minilm, multilingual) = (encoder(.minilm), encoder(.multilingual))
        let encoders = MeaningEncoders(english: minilm, multilingual: multilingual)
        let value = try body(Pipeline(english: english(diagnostics), encoders: encoders))
        for encoder in [minilm, multilingual].compactMap({ $0 }) {
            let model = encoder.identity.model.rawValue
            if let error = encoder.modelError {
                diagnostics.warn("model \(error); done without it; stemma models verify \(model) says more")
            }
            if let error = encoder.cacheError { diagnostics.warn("vectors of \(model) were not kept: \(error)") }
        }
        return value
    }

    private func english(_ diagnostics: Diagnostics) -> EnglishPipeline? {
        guard !isLexical else { return nil }
        let folder: ModelFolder
        do throws(ModelStoreError) {
            folder = try Self.store.checkedFolder(of: .english)
        } catch {
            if error.kind != .notFetched { diagnostics.warn("model \(error); done without it") }
            return nil
        }
        do {
            return try EnglishPipeline(folder)
        } catch {
            diagnostics.warn("model english: \(error); done without it; stemma models verify english says more")
            return nil
        }
    }
}
