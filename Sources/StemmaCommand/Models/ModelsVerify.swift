import ArgumentParser
import Foundation
import Models

/// `stemma models verify`.
struct ModelsVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check every byte of the models that are there.",
        discussion: "Without names, all that have been fetched.\n\n" + ExitStatus.help
    )

    @Argument(help: "Models to check.") var names: [ModelName] = []
    @OptionGroup var options: ModelsOptions

    func run() throws {
        let (store, report) = (ModelsOptions.store, ModelsReport())
        let present = store.manifests.map(\.name).filter { name in
            do throws(ModelStoreError) {
                _ = try store.checkedFolder(of: name)
                return true
            } catch {
                return error.kind != .notFetched
            }
        }
        let chosen = names.isEmpty ? present : names.withoutRepeats
        if chosen.isEmpty { report.say("no models have been fetched") }
        for name in chosen {
            do throws(ModelStoreError) {
                try store.verify(name)
            } catch {
                try report.add(name, failed: error)
                continue
            }
            report.add(name, "verified", path: store.manifest(of: name).map(store.path(of:)))
        }
        try report.finish(options) { $0.error == nil ? "\($0.label): every byte as it should be" : nil }
    }
}
