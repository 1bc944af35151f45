import ArgumentParser
import Foundation
import Models

/// `stemma models where`.
struct ModelsWhere: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "where",
        abstract: "Print the folder of the models, or of each that is named.",
        discussion: ExitStatus.help
    )

    @Argument(help: "Models that have been fetched.") var names: [ModelName] = []
    @OptionGroup var options: ModelsOptions

    func run() throws {
        let (store, report) = (ModelsOptions.store, ModelsReport())
        guard !names.isEmpty else {
            let output = try Output(path: nil)
            try output.line(options.json ? String(decoding: encodeModels(["root": store.root]), as: UTF8.self) : store.root)
            return try output.finish()
        }
        for name in names.withoutRepeats {
            do throws(ModelStoreError) {
                report.add(name, "fetched", path: try store.checkedFolder(of: name).path)
            } catch {
                try report.add(name, failed: error)
            }
        }
        try report.finish(options) { $0.path }
    }
}
