import ArgumentParser
import Foundation
import Models

/// `stemma models list`.
struct ModelsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the models, what each is for, and whether it is there.",
        discussion: ExitStatus.help
    )

    @OptionGroup var options: ModelsOptions

    func run() throws {
        let store = ModelsOptions.store
        let output = try Output(path: nil)
        if options.json {
            try output.line(String(decoding: encodeModels(ModelsListing(store)), as: UTF8.self))
        } else {
            var rows = [["MODEL", "STATE", "SIZE", "DOWNLOAD", "LICENCE", "FOR"]]
            for manifest in store.manifests {
                rows.append([
                    manifest.name.rawValue, ModelsListing.state(of: manifest, in: store), megabytes(manifest.size),
                    megabytes(manifest.wheel.size), manifest.license, manifest.use,
                ])
            }
            let widths = rows[0].indices.map { column in rows.map(\.[column].count).max() ?? 0 }
            for row in rows {
                let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
                try output.line(cells.joined(separator: "  ").trimmingSuffix)
            }
        }
        try output.finish()
    }

    private func megabytes(_ count: Int) -> String { "\((count + 500_000) / 1_000_000) MB" }
}

extension String {
    fileprivate var trimmingSuffix: String { String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]) }
}

/// What `list --json` prints.
private struct ModelsListing: Encodable {
    struct File: Encodable {
        let path: String
        let size: Int
        let sha256: String
        let use: String

        init(_ file: ModelManifest.File) { (path, size, sha256, use) = (file.path, file.size, file.sha256, file.use) }
    }

    struct Model: Encodable {
        let name, package, version, license, use, state, path: String
        let size: Int
        let pythonVersion: String?
        let wheel: File
        let files: [File]
    }

    let root: String
    let models: [Model]

    init(_ store: ModelStore) {
        root = store.root
        models = store.manifests.map { manifest in
            Model(
                name: manifest.name.rawValue,
                package: manifest.package,
                version: manifest.version,
                license: manifest.license,
                use: manifest.use,
                state: Self.state(of: manifest, in: store),
                path: store.path(of: manifest),
                size: manifest.size,
                pythonVersion: manifest.pythonVersion,
                wheel: File(manifest.wheel),
                files: manifest.files.map(File.init)
            )
        }
    }

    static func state(of manifest: ModelManifest, in store: ModelStore) -> String {
        do throws(ModelStoreError) {
            _ = try store.checkedFolder(of: manifest.name)
            return "fetched"
        } catch {
            if case .notFetched = error.kind { return "absent" }
            return "damaged"
        }
    }
}
