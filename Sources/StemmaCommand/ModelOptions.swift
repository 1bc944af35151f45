import ArgumentParser
import Foundation
import Grammar
import Models
import Stemma

/// Which models an analysis uses.
struct ModelOptions: ParsableArguments {
    @Flag(name: .customLong("lexical"), help: "Use no models, even where they have been fetched: rules and lexicons alone.")
    var isLexical = false

    private static let store = ModelStore.standard(environment: ProcessInfo.processInfo.environment)

    /// The pipeline with the models that are there. One that cannot be read is reported, and done without.
    func pipeline(_ diagnostics: Diagnostics) -> Pipeline {
        guard !isLexical else { return Pipeline() }
        let folder: ModelFolder
        do throws(ModelStoreError) {
            folder = try Self.store.checkedFolder(of: .english)
        } catch {
            if error.kind != .notFetched { diagnostics.warn("model \(error); done without it") }
            return Pipeline()
        }
        do {
            return Pipeline(english: try EnglishPipeline(folder))
        } catch {
            diagnostics.warn("model english: \(error); done without it; stemma models verify english says more")
            return Pipeline()
        }
    }
}
