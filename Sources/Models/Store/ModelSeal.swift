internal import Foundation

/// How the files of a model were when their hashes were last found right: sizes, inodes, and times of the last change in
/// nanoseconds. Whoever writes to a file changes these, so that a model that still has them need not be hashed at every start.
struct ModelSeal: Equatable {
    private let lines: String

    /// How the files are now.
    init(of folder: ModelFolder) {
        lines = folder.manifest.files.map { file in
            var status = stat()
            guard stat(folder.path + "/" + file.path, &status) == 0 else { return "- \(file.path)\n" }
            let (written, changed) = (status.st_mtim, status.st_ctim)
            return "\(status.st_size) \(status.st_ino) \(written.tv_sec).\(written.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec)"
                + " \(file.sha256) \(file.path)\n"
        }.joined()
    }

    /// What was noted; nil when nothing was.
    init?(readFrom path: String) {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        lines = String(decoding: data, as: UTF8.self)
    }

    /// Notes it. A store that cannot be written to is hashed again the next time.
    func write(to path: String) {
        try? Data(lines.utf8).write(to: URL(filePath: path), options: .atomic)
    }
}
