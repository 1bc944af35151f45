import Foundation
import Models

/// How a command on models ends: what is said of each, and the exit code.
final class ModelsReport {
    /// What became of one model.
    struct Entry: Encodable {
        /// Its name; nil when it is not known which model it would have been.
        let model: String?
        let status: String
        var path: String?
        var error: String?

        /// How lines for people begin.
        var label: String { model ?? "" }
    }

    private var entries: [Entry] = []
    private var failures = 0
    private let diagnostics = Diagnostics()

    /// Notes what became of a model.
    func add(_ name: ModelName, _ status: String, path: String? = nil) {
        entries.append(Entry(model: name.rawValue, status: status, path: path))
    }

    /// Notes and reports that something failed. A store that cannot be written ends the run.
    func add(_ name: ModelName?, failed error: ModelStoreError) throws {
        if case .cannotWrite(let path, let code) = error.kind { throw Failure.cannotWrite(path: path, code: code) }
        failures += 1
        entries.append(Entry(model: name?.rawValue, status: "failed", error: error.message))
        diagnostics.warn(error.description)
    }

    /// Notes that something failed for a reason that has been reported.
    func add(_ name: ModelName, alsoFailed error: ModelStoreError) {
        failures += 1
        entries.append(Entry(model: name.rawValue, status: "failed", error: error.message))
    }

    /// Says something to people.
    func say(_ message: String) { diagnostics.warn(message) }

    /// Prints what became of each model, and ends the run with the code for that.
    func finish(_ options: ModelsOptions, line: (Entry) -> String?) throws {
        let output = try Output(path: nil)
        if options.json {
            try output.line(String(decoding: encodeModels(entries), as: UTF8.self))
        } else {
            for entry in entries { if let line = line(entry) { try output.line(line) } }
        }
        try output.finish()
        guard failures > 0 else { return }
        throw StatusOnly(status: failures == entries.count ? .nothingRead : .someUnread)
    }
}

/// JSON on one line, its members in the order of their names.
func encodeModels(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)) ?? Data()
}
