internal import Foundation

/// Where models lie on the user's machine: a folder for each, in the user's cache. Once a model is there, no network is needed.
///
/// A model's folder appears whole or not at all, and its files never change. Several processes may use a store at once.
public struct ModelStore: Sendable {
    /// The folder of the store, which need not be there.
    public let root: String
    /// What the models must be.
    public let manifests: [ModelManifest]

    /// Makes a store; nothing is read or written.
    public init(root: String, manifests: [ModelManifest] = ModelManifest.all) {
        self.root = root
        self.manifests = manifests
    }

    /// The user's store: `STEMMA_MODELS`, or `stemma/models` in `XDG_CACHE_HOME` (XDG Base Directory Specification), by default
    /// `~/.cache`.
    public static func standard(environment: [String: String]) -> ModelStore {
        if let root = environment["STEMMA_MODELS"], !root.isEmpty { return ModelStore(root: root) }
        // A relative path there is to be ignored, says the specification.
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return ModelStore(root: cache + "/stemma/models") }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
        return ModelStore(root: home + "/.cache/stemma/models")
    }

    /// The manifest of a model, if this store knows it.
    public func manifest(of name: ModelName) -> ModelManifest? { manifests.first { $0.name == name } }

    /// The path of a model's folder, whether it is there or not.
    public func path(of manifest: ModelManifest) -> String { root + "/" + manifest.folderName }

    /// A model that has been fetched; nil when it is not there, or not whole.
    ///
    /// As ``checkedFolder(of:)``.
    public func folder(of name: ModelName) -> ModelFolder? { try? checkedFolder(of: name) }

    /// A model that has been fetched, or why it cannot be used.
    ///
    /// Files that are as they were when last hashed, by their sizes, times and inodes, are not hashed again: O(files). A store
    /// that was copied, or a file that was written to, is: O(bytes), once.
    public func checkedFolder(of name: ModelName) throws(ModelStoreError) -> ModelFolder {
        guard let manifest = manifest(of: name) else { throw ModelStoreError(name, .notFetched) }
        let path = path(of: manifest)
        guard Self.isFolder(path) else { throw ModelStoreError(name, .notFetched) }
        for file in manifest.files where !file.isNote {
            guard Self.size(path + "/" + file.path) == file.size else { throw ModelStoreError(name, .incomplete(file.path)) }
        }
        let folder = ModelFolder(manifest: manifest, path: path)
        if !isAsHashed(folder) { try hash(folder) }
        return folder
    }

    /// Hashes all files of a model again. O(bytes).
    public func verify(_ name: ModelName) throws(ModelStoreError) {
        forgetHashing(name)
        _ = try checkedFolder(of: name)
    }

    /// Hashes all files of a model, and notes that they are right.
    private func hash(_ folder: ModelFolder) throws(ModelStoreError) {
        let name = folder.manifest.name
        // What is noted is how the files were before: one that changes meanwhile is hashed again.
        let seal = ModelSeal(of: folder)
        for file in folder.manifest.files {
            let path = folder.path + "/" + file.path
            if file.isNote, Self.size(path) == nil { continue }
            do throws(ModelStoreError) {
                try Self.check(path, is: file, model: name)
            } catch {
                if case .wrongHash = error.kind { throw ModelStoreError(name, .changed(file.path)) }
                throw error
            }
        }
        seal.write(to: sealPath(of: folder.manifest))
    }

    private func isAsHashed(_ folder: ModelFolder) -> Bool {
        ModelSeal(readFrom: sealPath(of: folder.manifest)) == ModelSeal(of: folder)
    }

    private func forgetHashing(_ name: ModelName) {
        if let manifest = manifest(of: name) { unlink(sealPath(of: manifest)) }
    }

    /// Where it is noted that a model's files are right.
    func sealPath(of manifest: ModelManifest) -> String { root + "/." + manifest.folderName + ".seal" }

    /// Removes a model and what is left of fetching it.
    /// - Returns: Whether there was something to remove.
    @discardableResult
    public func remove(_ name: ModelName) throws(ModelStoreError) -> Bool {
        guard let manifest = manifest(of: name), Self.isFolder(root) else { return false }
        return try locked(manifest) { () throws(ModelStoreError) -> Bool in
            var removed = false
            unlink(sealPath(of: manifest))
            let places = [path(of: manifest), downloadPath(of: manifest), partialPath(of: manifest)]
            for path in leftovers(of: manifest) + places where Self.exists(path) {
                try Self.removeTree(path, name)
                removed = true
            }
            return removed
        }
    }

    // MARK: Files

    /// Where a wheel lies between its download and its unpacking.
    func downloadPath(of manifest: ModelManifest) -> String { root + "/downloads/" + manifest.wheel.path }

    /// Where the beginning of a wheel lies whose download was broken off.
    func partialPath(of manifest: ModelManifest) -> String { downloadPath(of: manifest) + ".partial" }

    /// Where pip puts a wheel while it downloads.
    func pipFolder(of manifest: ModelManifest) -> String { root + "/downloads/" + manifest.folderName + ".part" }

    /// What unfinished work on a model has left behind.
    func leftovers(of manifest: ModelManifest) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let staged = names.filter { $0.hasPrefix(".\(manifest.name.rawValue).part-") }.map { root + "/" + $0 }
        return staged + [pipFolder(of: manifest)].filter(Self.exists)
    }

    /// Checks size and hash of a file.
    static func check(_ path: String, is file: ModelManifest.File, model: ModelName) throws(ModelStoreError) {
        let content: MappedFile
        do throws(ModelFileError) {
            content = try MappedFile(path: path)
        } catch {
            throw ModelStoreError(model, .file(error))
        }
        try check(content, is: file, model: model)
    }

    static func check(_ content: MappedFile, is file: ModelManifest.File, model: ModelName) throws(ModelStoreError) {
        let found = digest(content)
        guard content.count == file.size, found == file.sha256 else {
            throw ModelStoreError(model, .wrongHash(file: content.name, expected: file.sha256, found: found))
        }
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes of a regular file; nil when there is none.
    static func size(_ path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Makes a folder and those above it; one that is there is as good.
    static func makeFolder(_ path: String, _ model: ModelName) throws(ModelStoreError) {
        var above = path.hasPrefix("/") ? "" : "."
        for name in path.split(separator: "/") {
            above += "/" + name
            guard mkdir(above, 0o755) != 0, !isFolder(above) else { continue }
            throw ModelStoreError(model, .cannotWrite(path, errno == EEXIST ? ENOTDIR : errno))
        }
    }

    static func removeTree(_ path: String, _ model: ModelName) throws(ModelStoreError) {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw ModelStoreError(model, .cannotWrite(path, code(of: error)))
        }
    }

    /// The `errno` behind an error of Foundation's.
    private static func code(of error: any Error) -> Int32 {
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(truncatingIfNeeded: error.code) }
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
        return cause.map { Int32(truncatingIfNeeded: $0.code) } ?? EIO
    }
}

/// A model that is there: its files by their names.
///
/// ```swift
/// let weights = try store.folder(of: .minilm)?.file("model.safetensors")
/// ```
public struct ModelFolder: Sendable {
    /// What the model is.
    public let manifest: ModelManifest
    /// Where it lies.
    public let path: String

    /// Maps a file. O(1) but for small files, which are read.
    /// - Parameter name: Its path below the model's folder: `ner/model`.
    public func file(_ name: String) throws(ModelFileError) -> MappedFile {
        guard let record = manifest[name] else {
            throw ModelFileError(file: path + "/" + name, offset: 0, expected: "a file of the model", found: "another name")
        }
        let file = try MappedFile(path: path + "/" + name)
        guard file.count == record.size else {
            throw ModelFileError(file: file.name, offset: file.count, expected: "\(record.size) bytes", found: "\(file.count)")
        }
        return file
    }
}
