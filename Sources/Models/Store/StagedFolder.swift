internal import Foundation

/// A folder that grows beside its place and is moved there when it is whole.
struct StagedFolder {
    let path: String
    private let root: String
    private let model: ModelName

    init(root: String, model: ModelName) throws(ModelStoreError) {
        self.root = root
        self.model = model
        try ModelStore.makeFolder(root, model)
        path = "\(root)/.\(model.rawValue).part-" + String(UInt64.random(in: .min ... .max), radix: 36)
        guard mkdir(path, 0o755) == 0 else { throw ModelStoreError(model, .cannotWrite(path, errno)) }
    }

    /// Begins a file. Its name comes from a manifest, never from an archive.
    func create(_ name: String) throws(ModelStoreError) -> StagedFile {
        let file = path + "/" + name
        try ModelStore.makeFolder(URL(filePath: file).deletingLastPathComponent().path, model)
        return try StagedFile(file, model)
    }

    /// Makes sure that all is on the disk, and moves the folder. What was at its place, a damaged model, goes.
    func move(to place: String) throws(ModelStoreError) {
        sync(path)
        var aside: String?
        if ModelStore.exists(place) {
            aside = path + "-old"
            guard rename(place, path + "-old") == 0 else { throw ModelStoreError(model, .cannotWrite(place, errno)) }
        }
        guard rename(path, place) == 0 else { throw ModelStoreError(model, .cannotWrite(place, errno)) }
        sync(root)
        if let aside { try ModelStore.removeTree(aside, model) }
    }

    func discard() { try? FileManager.default.removeItem(atPath: path) }

    private func sync(_ folder: String) {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }
}

/// A file that is being written; nobody may change it afterwards.
final class StagedFile {
    let path: String
    private let model: ModelName
    private var file: Int32
    /// The `errno` of what went wrong; 0 when nothing did.
    private(set) var code: Int32 = 0

    init(_ path: String, _ model: ModelName) throws(ModelStoreError) {
        self.path = path
        self.model = model
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o444)
        guard file >= 0 else { throw ModelStoreError(model, .cannotWrite(path, errno)) }
    }

    deinit { if file >= 0 { close(file) } }

    /// Adds bytes; false when that is not possible.
    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var done = 0
        while done < bytes.count, let start = bytes.baseAddress {
            let written = Foundation.write(file, start + done, bytes.count - done)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                code = errno
                return false
            }
            done += written
        }
        return true
    }

    /// Makes sure that all is on the disk.
    func finish() -> Bool {
        if code == 0, fsync(file) != 0 { code = errno }
        if close(file) != 0, code == 0 { code = errno }
        file = -1
        return code == 0
    }
}
