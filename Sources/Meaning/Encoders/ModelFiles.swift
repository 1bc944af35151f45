internal import Models
internal import TextCore

/// The files of a model, by their paths in its folder.
struct ModelFiles {
    let manifest: ModelManifest
    /// Opens a file.
    let open: (String) throws(ModelFileError) -> MappedFile

    init(_ folder: ModelFolder) {
        manifest = folder.manifest
        open = { name throws(ModelFileError) in try folder.file(name) }
    }

    init(manifest: ModelManifest, open: @escaping (String) throws(ModelFileError) -> MappedFile) {
        (self.manifest, self.open) = (manifest, open)
    }

    /// Checks small files that say how the network is built, which the code has built in.
    func requireSettings(_ names: [String]) throws(ModelFileError) {
        for name in names {
            let file = try open(name)
            let digits = Array("0123456789abcdef".utf8)
            let hash = SHA256.digest(file.bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
            let found = String(decoding: hash, as: UTF8.self)
            guard let record = manifest[name], record.sha256 == found else {
                throw ModelFileError(
                    file: file.name,
                    offset: 0,
                    expected: "the settings that this network is made for, of SHA-256 \(manifest[name]?.sha256 ?? "unknown")",
                    found: found
                )
            }
        }
    }
}
