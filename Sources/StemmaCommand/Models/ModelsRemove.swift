import ArgumentParser
import Foundation
import Models

/// `stemma models remove`.
struct ModelsRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove models, and what is left of fetching them.",
        discussion: ExitStatus.help
    )

    @Argument(help: "Models to remove.") var names: [ModelName] = []
    @Flag(help: "Remove all models.") var all = false
    @OptionGroup var options: ModelsOptions

    func validate() throws {
        guard all != names.isEmpty else { return }
        throw ValidationError(all ? "--all and names of models contradict each other" : "name the models, or give --all")
    }

    func run() throws {
        let (store, report) = (ModelsOptions.store, ModelsReport())
        for name in all ? ModelName.allCases : names.withoutRepeats {
            do throws(ModelStoreError) {
                report.add(name, try store.remove(name) ? "removed" : "absent")
            } catch {
                try report.add(name, failed: error)
            }
        }
        try report.finish(options) {
            $0.error == nil ? "\($0.label): \($0.status == "removed" ? "removed" : "was not there")" : nil
        }
    }
}
