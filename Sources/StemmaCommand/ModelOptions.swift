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

    /// The pipeline with the models that are there. One that cannot be read is reported, and done without.
    func pipeline(_ diagnostics: Diagnostics) -> Pipeline { Pipeline(english: english(diagnostics)) }

    private func english(_ diagnostics: Diagnostics) -> EnglishPipeline? {
        guard !isLexical, let folder = Self.store.folder(of: .english) else { return nil }
        do {
            return try EnglishPipeline(folder)
        } catch {
            diagnostics.warn("model english: \(error); done without it; stemma models verify english says more")
            return nil
        }
    }

    /// The collation of articles with the models that are there, those of sentence vectors too.
    func collation(of articles: [Article], _ diagnostics: Diagnostics) -> Collation {
        let cache = VectorCache.standardFolder(environment: Self.environment)
        func encoder(_ model: SentenceModel) -> StoredEncoder? {
            isLexical ? nil : StoredEncoder(model, in: Self.store, cache: cache)
        }
        let (minilm, multilingual) = (encoder(.minilm), encoder(.multilingual))
        let encoders = MeaningEncoders(english: minilm, multilingual: multilingual)
        let collation = Pipeline(english: english(diagnostics), encoders: encoders).collate(articles)
        for encoder in [minilm, multilingual].compactMap({ $0 }) {
            let model = encoder.identity.model.rawValue
            if let error = encoder.modelError {
                diagnostics.warn("model \(error); done without it; stemma models verify \(model) says more")
            }
            if let error = encoder.cacheError { diagnostics.warn("vectors of \(model) were not kept: \(error)") }
        }
        return collation
    }
}
