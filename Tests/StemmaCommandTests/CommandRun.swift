import Foundation
import TestSupport
import Testing

/// A folder of a test's own, gone with it.
final class Workspace {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "stemma-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a name in it.
    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        try Data(bytes).write(to: folder.appending(path: name))
        return path(name)
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }
}

/// What a run of the command left behind.
struct CommandRun {
    let status: Int32
    let out: String
    let err: String

    /// The lines of standard output.
    var lines: [Substring] { out.split { $0 == "\n" || $0 == "\r\n" } }
    /// The lines of standard error, each of which says something to people.
    var messages: [Substring] { err.split(separator: "\n") }

    /// The command beside the test bundle.
    static let executable: URL = {
        let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appending(path: "stemma")
    }()

    /// Runs it with these arguments.
    static func stemma(_ arguments: String..., input: String = "", through: [String] = []) throws -> CommandRun {
        try run(arguments, input: input, through: through)
    }

    /// Runs it.
    /// - Parameters:
    ///   - input: Standard input, empty unless given.
    ///   - through: A program with arguments that runs the command in its turn ("setpriv …").
    static func run(
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:],
        through: [String] = []
    ) throws -> CommandRun {
        let workspace = try Workspace()
        let (out, err) = (workspace.folder.appending(path: "out"), workspace.folder.appending(path: "err"))
        let process = Process()
        let words = through + [executable.path] + arguments
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        var variables = ProcessInfo.processInfo.environment
        for name in ["NO_COLOR", "TERM"] { variables[name] = nil }
        variables["COLUMNS"] = "80"
        process.environment = variables.merging(environment) { $1 }
        process.currentDirectoryURL = SharedData.repository
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: workspace.write("in", input)))
        for file in [out, err] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return CommandRun(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            out: try String(decoding: Data(contentsOf: out), as: UTF8.self),
            err: try String(decoding: Data(contentsOf: err), as: UTF8.self)
        )
    }

    /// Standard output as one JSON object.
    func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any] ?? [:]
    }

    /// Standard output as one JSON object a line.
    func records() throws -> [[String: Any]] {
        try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
    }
}

/// Two short invented articles.
enum Sample {
    static let gate = """
        Sluice gate at Varden jams

        VARDEN, May 3. The sluice gate at Varden jammed on Monday, and 12 barges are waiting below it.

        "We will have it open by Thursday," said Lena Ostrov, the lock keeper.
        """

    static let barges = """
        Barges queue below Varden

        Twelve barges are waiting below the jammed sluice gate at Varden. Lena Ostrov, the lock keeper, said that it would be \
        open by Thursday.
        """

    /// One as a record.
    static func record(_ id: String, _ text: String = barges) -> String {
        let escaped = text.replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
        return "{\"id\":\"\(id)\",\"text\":\"\(escaped)\"}"
    }
}

/// Compares the bad input with a good one and alone.
func expectUnreadable(_ bad: String, beside good: String, saying message: String) throws {
    let both = try CommandRun.stemma("compare", "--json", bad, good)
    #expect(both.status == 1)
    #expect(both.err.contains("stemma: \(bad): \(message)"), "\(both.err)")
    #expect((try both.json()["articles"] as? [Any])?.count == 1)
    let alone = try CommandRun.stemma("compare", "--json", bad)
    #expect(alone.status == 3)
    #expect(alone.out.isEmpty)
    #expect(alone.messages.count == 1, "\(alone.err)")
}
